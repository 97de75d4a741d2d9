# make demo    a fresh machine to a first answer: needs Python >= 3.10 and nothing else
# make test    lint, types, imports and all tests (a real Neo4j, a real Chromium)
# make lint    the quick part of it
# make bench   the benchmarks (ratios, side by side)
# make picture the README's picture anew
# make lock    write requirements/*.txt anew from pyproject.toml (needs uv)
# make clean   remove what these made
#
# PYTHON=python3.12 picks another Python; VENV=folder another environment.

PYTHON ?= python3
VENV ?= .venv
UV ?= uv
BIN := $(VENV)/bin
LOCKS := requirements/demo.txt requirements/test.txt

# Only packages of the lock, with their hashes; nothing is fetched to build with (--no-build-isolation below).
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_REQUIRE_VIRTUALENV := 1
PIP_LOCKED = $(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r
PIP_SELF = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
# pip compiles what it installs, but not a checkout; and where PYTHONDONTWRITEBYTECODE is set nothing else would
COMPILED = $(BIN)/python -m compileall -q src

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint bench picture lock clean python tools

help:
	@sed -n 's/^# make/make/p' Makefile

python:
	@command -v $(PYTHON) > /dev/null || { \
	  echo "exograph needs Python 3.10 or newer, and there is no '$(PYTHON)' here. Another one: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
	  echo "exograph needs Python 3.10 or newer; '$(PYTHON)' is $$($(PYTHON) -c 'import platform; print(platform.python_version())'). Another one: make PYTHON=python3.12" >&2; exit 2; }

$(BIN)/python: | python
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make an environment (Debian and Ubuntu: apt-get install python3-venv)" >&2; exit 2; }

$(VENV)/.demo: requirements/demo.txt pyproject.toml | $(BIN)/python
	$(PIP_LOCKED) requirements/demo.txt
	$(PIP_SELF)
	@touch $@

$(VENV)/.test: requirements/test.txt pyproject.toml | $(BIN)/python
	$(PIP_LOCKED) requirements/test.txt
	$(PIP_SELF)
	@touch $@

demo: $(VENV)/.demo
	@$(COMPILED)
	$(BIN)/exograph build
	$(BIN)/exograph ask "how do MSC exosomes reverse cisplatin resistance?" --html demo.html
	@echo
	@echo "The same answer to look at: $(CURDIR)/demo.html"
	@echo "Ask on: $(BIN)/exograph mechanism --drug cisplatin"

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint tools
	@$(COMPILED)
	$(BIN)/pytest

# What the tests need from the system: Java and Maven start a real Neo4j, Chromium opens the HTML pages, which must
# hold with a narrow font and with a wide one.
tools:
	@missing=; \
	command -v chromium > /dev/null || missing="$$missing chromium"; \
	command -v java > /dev/null || missing="$$missing default-jdk-headless"; \
	command -v mvn > /dev/null || missing="$$missing maven"; \
	font() { find /usr/share/fonts /usr/local/share/fonts "$$HOME/.local/share/fonts" -name "$$1" 2> /dev/null | grep -q .; }; \
	font DejaVuSans.ttf || missing="$$missing fonts-dejavu-core"; \
	font LiberationSans-Regular.ttf || missing="$$missing fonts-liberation"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  PATH="$$PATH:/usr/sbin:/sbin" && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing > /dev/null; \
	else \
	  echo "note: tests that need them are skipped until you install:$$missing" >&2; \
	fi

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.names
	$(BIN)/python -m benchmarks.ask_quality
	$(BIN)/python -m benchmarks.stores
	$(BIN)/python -m benchmarks.questions
	$(BIN)/python -m benchmarks.pages

picture: $(VENV)/.test
	$(BIN)/python scripts/make_picture.py

# demo first, and test on top of it, so that both can live in one environment.
# Pins stay as they are where they still fit; UPGRADE=--upgrade moves all.
UPGRADE ?=
COMPILE = $(UV) pip compile --quiet $(UPGRADE) --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
  --custom-compile-command "make lock" --extra pyvis --extra py2neo

lock:
	@command -v $(UV) > /dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 2; }
	@mkdir -p requirements
	$(COMPILE) pyproject.toml --group demo -o requirements/demo.txt
	$(COMPILE) pyproject.toml --group dev --extra frames --extra mcp -c requirements/demo.txt -o requirements/test.txt

clean:
	rm -rf $(VENV) dist build demo.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
