"""Writes docs/data.md, what the bundled graph holds, from the graph itself: `python scripts/make_data_page.py`."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from exograph.build import Knowledge, current_release, read
from exograph.knowledge.grounded import GroundedClaim
from exograph.knowledge.kinds import NAMED
from exograph.knowledge.model import Graph
from exograph.knowledge.origins import origins
from exograph.resources import graph_dir

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data.md"
COMMAND = "python scripts/make_data_page.py"
NOT_SAID = "not said"
# reasons of graph/left_out.tsv, by the first of these words that stands in them
REASONS = (
    ("trial registration", "a trial registration: no outcome"),
    ("conditioned medium", "conditioned medium, and the paper does not tie the effect to vesicles"),
    ("no PMID, PMCID or DOI", "no PMID, PMCID or DOI on any page found"),
    ("without PMID, PMCID or DOI", "no PMID, PMCID or DOI on any page found"),
    ("review", "known from a review alone, or the review's paper is not named"),
    ("title-only", "only a title was found, no result"),
    ("not seen", "the result or its direction stands on no page that could be read"),
    ("no page seen", "the result or its direction stands on no page that could be read"),
    ("not stated", "the result or its direction stands on no page that could be read"),
    ("stated on a page", "the result or its direction stands on no page that could be read"),
    ("abstract found", "the result or its direction stands on no page that could be read"),
)
OTHER = "another reason, given in the file"


def page() -> str:
    """The whole page. DataError where the claims are broken."""
    knowledge = read()
    if knowledge.graph is None:
        raise SystemExit("the bundled claims are broken: exograph check")
    parts = [
        _head(knowledge),
        *_tables(knowledge, knowledge.graph),
        _unmatched(knowledge.claims),
        _left_out(),
        _licences(),
    ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _head(knowledge: Knowledge) -> str:
    claims = [one.claim for one in knowledge.claims]
    given = Counter(claim.given for claim in claims)
    papers = len({claim.publication for claim in claims})
    release = current_release()
    return f"""# What the graph holds

Made from `graph/` by `{COMMAND}`; a test fails when it is not current.
`exograph stats` prints such counts for any store, `exograph check` what is wrong with the data.

Release {release.release}: **{len(claims)} claims from {papers} papers**; vesicles were given in {given["vesicles"]}, \
{", ".join(f"{word} in {count}" for word, count in sorted(given.items()) if word != "vesicles")}.
A claim is one experiment with its one effect; a claim with two drugs, cancers or modalities counts under each.
"""


def _tables(knowledge: Knowledge, graph: Graph) -> Iterable[str]:
    claims = knowledge.claims
    status = {node.id: str(node.properties["status"]) for node in graph.nodes if node.label == "Claim"}
    by: tuple[tuple[str, Callable[[GroundedClaim], Iterable[str]]], ...] = (
        ("Effect", lambda one: [one.claim.effect]),
        ("Model", lambda one: [one.claim.model]),
        ("Kind of cargo", lambda one: {entry.kind for entry in one.cargo} or {_unnamed("cargo")}),
        ("Preparation of the vesicle", lambda one: [one.claim.preparation]),
        (NAMED["source"].heading, lambda one: [one.source.name]),
        (NAMED["drug"].heading, lambda one: {drug.name for drug in one.drugs} or {_unnamed("drug")}),
        (NAMED["cancer"].heading, lambda one: {cancer.name for cancer in one.cancers} or {_unnamed("cancer")}),
        (f"{NAMED['cell'].heading} acted on", lambda one: [one.cell.name] if one.cell else []),
        ("Status of the paper", lambda one: [status[one.claim.id]]),
    )
    yield _table(
        NAMED["modality"].heading,
        "derived from the drug, or from an immune cell and a cancer",
        _modalities(claims, graph),
    )
    for heading, values in by:
        yield _table(heading, "", _count(claims, values))
    years = _count(claims, lambda one: [str(one.claim.year or NOT_SAID)])
    yield _table("Year of the paper", "", dict(sorted(years.items(), reverse=True)))
    yield "## Nodes and edges\n\n" + _rows("kind", graph.counts(), "number")


def _unnamed(facet: str) -> str:
    return f"no {NAMED[facet].singular} named"


def _modalities(claims: Iterable[GroundedClaim], graph: Graph) -> dict[str, tuple[int, int]]:
    names = {node.key: node.name for node in graph.nodes if node.label == "Modality"}
    held: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "HAS_MODALITY":
            held[edge.source[1]].append(names[edge.target])
    return _count(claims, lambda one: held[one.claim.id] or ["none: the tumour or immune cells alone"])


def _count(
    claims: Iterable[GroundedClaim], values: Callable[[GroundedClaim], Iterable[str]]
) -> dict[str, tuple[int, int]]:
    """Value -> (claims, papers), the most reported first."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in claims:
        for value in values(one):
            found[value or NOT_SAID].append(one.claim.publication)
    counted = {value: (len(papers), len(set(papers))) for value, papers in found.items()}
    return dict(sorted(counted.items(), key=lambda item: (-item[1][0], item[0])))


def _table(heading: str, remark: str, rows: Mapping[str, tuple[int, int]]) -> str:
    lines = [f"## {heading}", "", *([f"({remark})", ""] if remark else []), "| | claims | papers |", "|---|---:|---:|"]
    lines += [f"| {_cell(name)} | {claims} | {papers} |" for name, (claims, papers) in rows.items()]
    return "\n".join([*lines, ""])


def _rows(name: str, rows: Mapping[str, int], count: str) -> str:
    return "\n".join(
        [f"| {name} | {count} |", "|---|---:|", *(f"| {_cell(key)} | {n} |" for key, n in rows.items()), ""]
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _unmatched(claims: Iterable[GroundedClaim]) -> str:
    found = Counter((unmatched.text, unmatched.label) for one in claims for unmatched in one.unmatched)
    if not found:
        return "## Unmatched names\n\nNone: every name in a claim has an identifier of a bundled vocabulary.\n"
    lines = [f"| {_cell(text)} | {label} | {count} |" for (text, label), count in sorted(found.items())]
    told = (
        "No bundled vocabulary knows these names; they stand in the graph under their own name (`graph/unmatched.tsv`)."
    )
    return "\n".join(["## Unmatched names", "", told, "", "| name | label | uses |", "|---|---|---:|", *lines, ""])


def _left_out() -> str:
    rows = (graph_dir() / "left_out.tsv").read_text(encoding="utf-8").splitlines()[1:]
    counts = Counter(reason(row.partition("\t")[2]) for row in rows if row.strip())
    told = f"{counts.total()} statements were read and gave no claim; `graph/left_out.tsv` gives the reason of each."
    return f"## Left out\n\n{told}\n\n" + _rows(
        "reason", dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))), "statements"
    )


def reason(text: str) -> str:
    """The kind of reason that a line of graph/left_out.tsv gives."""
    return next((kind for word, kind in REASONS if word in text), OTHER)


def _licences() -> str:
    lines = [f"| `{one.file}` | {one.rows:,} | {_cell(one.origin)} | {_cell(one.licence)} |" for one in origins()]
    told = (
        "The claims are our own reading of abstracts and papers, in our own words (MIT, as the code). "
        "Vocabularies and database slices (`graph/vocab/README.md` says more):"
    )
    return "\n".join(
        [
            "## Origins and licences",
            "",
            told,
            "",
            "| file | rows | origin | licence |",
            "|---|---:|---|---|",
            *lines,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} written\n")
