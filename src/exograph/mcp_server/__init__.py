"""The graph for agents: a Model Context Protocol server over stdio, built on the official `mcp` package.

Seven tools, all read-only; what they do stands in `exograph.mcp_server.tools`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from exograph import __version__
from exograph.errors import ExographError, UsageError
from exograph.knowledge.effects import EFFECTS
from exograph.knowledge.nearest import SEARCHES, searching
from exograph.mcp_server.arguments import checked
from exograph.mcp_server.tools import INSTRUCTIONS, MOST_PATHS, NAMES, PATHS, ROWS, Tools
from exograph.questions.facets import FACETS
from exograph.stores.base import Store

if TYPE_CHECKING:
    from mcp.server import MCPServer

__all__ = ["DESCRIPTIONS", "Tools", "server"]

Document = dict[str, Any]
Names = list[str] | None

DESCRIPTIONS = {
    "ask": "Ask about MSC exosomes in cancer therapy in plain English. Gives reported paths with their papers and what "
    f"opposes them, or a refusal (`answer.kind`) with its reason. limit: paths, at most {MOST_PATHS}.",
    "mechanism": "Every reported path that has all of these facets: different facets are joined (all of them), values "
    "of one are alternatives. Names, synonyms and identifiers are understood; a broader cancer or drug class finds the "
    f"narrower. effect: {', '.join(EFFECTS)}. year: 2020, 2018-2022, 2020-. `any`: the claim names one; `none`: none. "
    f'without: facets to exclude, such as {{"cancer": ["glioma"]}}. limit: at most {MOST_PATHS}.',
    "find": "Answer a question in its text form, such as `list cargo where cancer = lung cancer and effect = promotes "
    "tumour and not target = STAT3`: it lists, counts, ranks, judges (verdict) and compares, with and, or, not over "
    f"every facet; every answer gives its own as `text`, `schema` tells the grammar. limit: at most {MOST_PATHS}.",
    "ground": "What a name becomes (identifier and why), whether it is ambiguous, or which names are nearest. At most "
    f"{NAMES} names. label: MscSource, Cargo, Gene, Pathway, ImmuneCell, Drug, Cancer or Modality.",
    "query": f"Run a canned question by name with its parameters; `schema` lists them all. At most {ROWS} rows.",
    "evidence": "Everything about one claim (PMID:26514126/1) or about all claims of one paper (PMID, PMCID or DOI), "
    "with what opposes it and the paper's status.",
    "schema": "Kinds of node and edge, effect words, facets, the text form and canned questions; how to read a path. "
    "Call it first.",
}


def server(store: Store) -> MCPServer[Any]:
    """The server with its tools, not yet running. UsageError where the `mcp` package is missing."""
    if find_spec("mcp") is None:
        raise UsageError("the `mcp` package is not installed", hint="pip install 'exograph[mcp]'")
    from mcp.server import MCPServer
    from mcp.types import ToolAnnotations

    offered = {tool.__name__: tool for tool in _offered(Tools(store))}

    class Checking(MCPServer[Any]):
        """Refuses arguments that no tool has; the package alone would leave them out without a word."""

        async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
            if name in offered:
                arguments = _told(lambda: checked(offered[name], arguments))
            with searching(SEARCHES):
                return await super().call_tool(name, arguments, context)

    made = Checking("exograph", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    hints = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for name, tool in offered.items():
        made.add_tool(tool, name=name, description=DESCRIPTIONS[name], annotations=hints)
    return made


def _told(call: Callable[[], Document]) -> Document:
    """The document, or an error that the client sees as the tool's, with what to do about it."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        return call()
    except ExographError as error:
        raise ToolError(str(error)) from error


def _offered(tools: Tools) -> tuple[Callable[..., Any], ...]:
    """The functions whose signatures clients see.

    They are coroutines that never wait, so that one question is answered at a time, on the thread that holds the store.
    """

    async def ask(question: str, limit: int = PATHS) -> Document:
        return _told(lambda: tools.ask(question, limit))

    async def find(text: str, retracted: bool = False, limit: int = PATHS) -> Document:
        return _told(lambda: tools.find(text, retracted=retracted, limit=limit))

    async def ground(names: list[str], label: str | None = None) -> Document:
        return _told(lambda: tools.ground(names, label))

    async def query(name: str, parameters: dict[str, str | list[str]] | None = None) -> Document:
        return _told(lambda: tools.query(name, parameters))

    async def evidence(identifier: str, limit: int = PATHS) -> Document:
        return _told(lambda: tools.evidence(identifier, limit))

    async def schema() -> Document:
        return _told(tools.schema)

    return ask, _mechanism(tools), find, ground, query, evidence, schema


def _mechanism(tools: Tools) -> Callable[..., Any]:
    """Each facet is a parameter of its own, so that a client sees them all."""

    async def mechanism(
        *, without: dict[str, list[str]] | None = None, retracted: bool = False, limit: int = PATHS, **given: Names
    ) -> Document:
        filters = {name: values for name, values in given.items() if values}
        filters |= {f"not_{name}": values for name, values in (without or {}).items()}
        return _told(lambda: tools.mechanism(filters, retracted=retracted, limit=limit))

    signature = inspect.signature(mechanism, eval_str=True)
    *others, given = signature.parameters.values()
    names = [name.replace("-", "_") for name in FACETS]
    each = [inspect.Parameter(name, others[0].kind, default=None, annotation=given.annotation) for name in names]
    mechanism.__signature__ = signature.replace(parameters=[*each, *others])  # type: ignore[attr-defined]
    mechanism.__annotations__ = {one.name: one.annotation for one in (*each, *others)}
    return mechanism
