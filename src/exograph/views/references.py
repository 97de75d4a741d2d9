"""The papers of an answer as references: BibTeX, RIS and CSL-JSON, from what the graph holds (no titles are held)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from exograph.errors import UsageError
from exograph.questions.answer import Paper, Path
from exograph.views import made, names
from exograph.views.terminal import clean

_INITIALS = re.compile(r"[^\W\d_](?:[.\- ]{0,2}[^\W\d_]){0,4}\.?")
_UNSAFE_IN_URL = re.compile(r"[{}\\\s\"<>^`|]|[^\x21-\x7e]")
_TEX = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, escaped ones too: these names keep them in balance
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "#$%&_"},
}
_FIRST_ONLY = "only the first author is recorded here"


def text(paths: Iterable[Path], format: str) -> str:
    """Every paper of the paths once, sorted by key, in `bibtex`, `ris` or `csl-json`. UsageError for another format."""
    write = _WRITERS.get(format)
    if write is None:
        raise UsageError(f"no such format of references: {format}", hint=f"one of: {', '.join(_WRITERS)}")
    return write({key(paper): paper for paper in sorted(names.papers(paths), key=lambda paper: (key(paper), paper.id))})


def key(paper: Paper) -> str:
    """A citation key that never changes with the other papers of the list: `Wang2019_31234567`."""
    family, _ = author(paper.first_author)
    parts = unicodedata.normalize("NFKD", f"{family or 'anonymous'}{paper.year or ''}")
    identifier = paper.pmid or paper.doi or paper.pmcid or paper.id
    return f"{re.sub('[^A-Za-z0-9]', '', parts)}_{re.sub('[^A-Za-z0-9]+', '_', identifier).strip('_')}"


def author(name: str) -> tuple[str, str]:
    """Family name and initials, as `de Araujo Farias V` and `Lou G.` are printed; no initials if there are none."""
    family, _, last = clean(name).rpartition(" ")
    if family and last == last.upper() and _INITIALS.fullmatch(last):
        return family.rstrip(","), last.rstrip(".")
    return clean(name), ""


def _notes(paper: Paper) -> list[str]:
    notes = [f"PMID {clean(paper.pmid)}"] if paper.pmid else []
    notes += [clean(paper.pmcid)] if paper.pmcid else []
    notes += [names.status(paper)] if names.status(paper) else []
    return [*notes, _FIRST_ONLY] if paper.first_author else notes


def _address(paper: Paper) -> str:
    """The url, if it is a web address, with what would break a reference manager percent-encoded."""
    return _encoded(paper.url) if re.match(r"https?://", paper.url) else ""


def _encoded(address: str) -> str:
    return _UNSAFE_IN_URL.sub(lambda m: "".join(f"%{b:02X}" for b in m.group().encode("utf-8", "replace")), address)


def _bibtex(papers: Mapping[str, Paper]) -> str:
    entries = [_bibtex_entry(cite, paper) for cite, paper in papers.items()]
    return "\n".join([made.BIBTEX, *entries]) if entries else ""


def _bibtex_entry(cite: str, paper: Paper) -> str:
    family, given = author(paper.first_author)
    # the inner braces keep a family name of several words together
    written = f"{{{_tex(family)}}}, {_tex(given)}" if given else f"{{{_tex(family)}}}"
    fields = {
        "author": f"{written} and others" if family else "",
        "journal": _tex(paper.journal),
        "year": str(paper.year or ""),
        "doi": _encoded(paper.doi),
        "url": _address(paper),
        "note": _tex("; ".join(_notes(paper))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{cite},", *lines, "}", ""])


def _tex(value: str) -> str:
    return "".join(_TEX.get(char, char) for char in clean(value))


def _ris(papers: Mapping[str, Paper]) -> str:
    return "\n".join(_ris_entry(cite, paper) for cite, paper in papers.items())


def _ris_entry(cite: str, paper: Paper) -> str:
    family, given = author(paper.first_author)
    fields = [
        ("TY", "JOUR"),
        ("ID", cite),
        ("AU", f"{family}, {given}" if given else family),
        ("PY", str(paper.year or "")),
        ("JO", paper.journal),
        ("DO", paper.doi),
        ("AN", paper.pmid),
        ("C2", paper.pmcid),
        ("UR", _address(paper)),
        ("DB", made.DATABASE),
        *(("N1", note) for note in _notes(paper)),
    ]
    lines = [f"{tag}  - {clean(value)}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - ", ""])


def _csl(papers: Mapping[str, Paper]) -> str:
    entries = [_csl_entry(cite, paper) for cite, paper in papers.items()]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _csl_entry(cite: str, paper: Paper) -> dict[str, Any]:
    family, given = author(paper.first_author)
    person = {"family": family, "given": given} if given else {"literal": family}
    entry = {
        "id": cite,
        "type": "article-journal",
        "source": made.DATABASE,
        "author": [person] if family else [],
        "issued": {"date-parts": [[paper.year]]} if paper.year else {},
        "container-title": clean(paper.journal),
        "DOI": clean(paper.doi),
        "PMID": clean(paper.pmid),
        "PMCID": clean(paper.pmcid),
        "URL": _address(paper),
        "note": "; ".join(_notes(paper)),
    }
    return {name: value for name, value in entry.items() if value}


_WRITERS: Mapping[str, Callable[[Mapping[str, Paper]], str]] = {"bibtex": _bibtex, "ris": _ris, "csl-json": _csl}
