"""Writes docs/schema.md from graph/schema.yaml and the example below: `python scripts/make_schema_page.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from exograph.knowledge.effects import EFFECTS, FAMILIES, SIGNS
from exograph.knowledge.schema import EdgeKind, NodeKind, Property, load_schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"
COMMAND = "python scripts/make_schema_page.py"

# a test runs each of them on both stores; they must find something in the bundled graph
EXAMPLES = (
    (
        "What makes a tumour answer to cisplatin, and who reports it? The claim is the anchor; its roles are fetched.",
        """MATCH (c:Claim)-[:HAS_DRUG]->(d:Drug {name: 'cisplatin'})
MATCH (c)-[:REPORTED_IN]->(p:Publication)
WHERE c.effect IN ['sensitises', 'reverses resistance'] AND c.status <> 'retracted'
RETURN c.id AS claim, c.mechanism AS mechanism, [(c)-[:HAS_CANCER]->(k:Cancer) | k.name] AS cancers, p.name AS paper
ORDER BY claim""",
    ),
    (
        "The chain of one claim, hop by hop: all edges that bear its id, by `step`.",
        """MATCH (c:Claim)-[:HAS_DRUG]->(:Drug {name: 'sorafenib'})
WITH c ORDER BY c.id LIMIT 1
MATCH (a)-[e]->(b)
WHERE e.claim = c.id
RETURN e.step AS step, a.name AS source, type(e) AS type, e.sign AS sign, b.name AS target
ORDER BY step, source, target""",
    ),
    (
        "Claims on any kind of lung cancer: IS_A leads from the narrower disease to the broader one.",
        """MATCH (c:Claim)-[:HAS_CANCER]->(:Cancer)-[:IS_A*0..12]->(k:Cancer {name: 'lung cancer'})
RETURN DISTINCT c.id AS claim, c.effect AS effect
ORDER BY claim""",
    ),
    (
        "Which drugs act on EGFR, as databases say? Facts have a `source` and no claim.",
        """MATCH (d:Drug)-[t:TARGETS]->(g:Gene {name: 'EGFR'})
RETURN DISTINCT d.name AS drug, t.action AS action, t.source AS source
ORDER BY drug, action, source""",
    ),
)

_HEAD = """# The schema, for those who write Cypher

Made from `graph/schema.yaml` by `{command}`; a test fails when it is not current.

    exograph cypher "MATCH (c:Cargo)<-[:HAS_CARGO]-(m:Claim) RETURN c.name AS cargo, count(m) AS claims ORDER BY cargo"

runs read-only Cypher on the embedded store or, with `--store neo4j`, on yours. `exograph query show NAME` prints a
canned question ready for Neo4j Browser.

## Read this first

- **Filter on the claim's `effect`, never on the type of the last edge.** A last edge (`derived: true`) says what the
  LAST MOLECULE of the mechanism does, not what the vesicle does. A vesicle whose miRNA represses SLC9A1 and so
  sensitises to cisplatin ends in `SLC9A1 -[:CONFERS_RESISTANCE_TO]-> cisplatin`. Its claim has the effect `sensitises`,
  and the last edge carries it as `effect`, too.
- **One claim is one path.** A pattern over adjacent edges joins experiments that nobody made together, and so does a
  join on the paper: a paper has several experiments. Keep to the edges of one claim: anchor the Claim, fetch its
  roles, or compare `e.claim`.
- Immune effects speak about immunity, edges about the cell: fewer regulatory cells is `activates immune`.
- A molecule that is carried in one claim and targeted in another is a Cargo and a Gene with one `id`: the key of a
  node is (label, id).
- Facts from databases and vocabularies have a `source` and no `claim`; they are no reported mechanism.
- Claims of retracted papers are in the graph, with `status: retracted`. exograph hides them unless asked; your query
  must do so itself.

## Effects

| effect | sign | family |
|---|---:|---|
{effects}

A null result belongs to the family of what was tested: the drug, else the cell, else the cancer.
"""


def page() -> str:
    """The whole page."""
    schema = load_schema()
    effects = "\n".join(
        f"| `{word}` | {SIGNS[word]:+d} | {FAMILIES.get(word, 'any')} |".replace("+0", "0") for word in EFFECTS
    )
    parts = [_HEAD.format(command=COMMAND, effects=effects), "## Example queries\n"]
    parts += [f"{told}\n\n```cypher\n{cypher}\n```\n" for told, cypher in EXAMPLES]
    parts += ["## Nodes\n", *map(_node, schema.nodes.values())]
    for group, heading in GROUPS.items():
        kinds = [kind for kind in schema.edges.values() if kind.group == group]
        parts += [f"## {heading}\n", _edges(kinds), _properties("", _common(kinds)), *_own(kinds)]
    return "\n".join(parts).rstrip("\n") + "\n"


GROUPS = {
    "chain": "Edges of a claim's chain",
    "last": "Last edges of a chain (derived: the type is the last molecule's, not the vesicle's)",
    "role": "Roles of a claim",
    "fact": "Facts from vocabularies and databases",
}


def _node(kind: NodeKind) -> str:
    return f"### {kind.label}\n\n{kind.describe}\n\n" + _properties("", kind.properties)


def _properties(heading: str, properties: Iterable[Property]) -> str:
    lines = [
        f"| `{one.name}` | {one.type} | {'yes' if one.required else ''} | {_cell(one.describe)} |" for one in properties
    ]
    return "\n".join(
        [*([heading, ""] if heading else []), "| property | type | always | what |", "|---|---|---|---|", *lines, ""]
    )


def _edges(kinds: Iterable[EdgeKind]) -> str:
    lines = [
        f"| `{kind.type}` | {', '.join(kind.sources)} | {_targets(kind)} | {_cell(kind.describe)} |" for kind in kinds
    ]
    return "\n".join(["| type | from | to | what |", "|---|---|---|---|", *lines, ""])


def _targets(kind: EdgeKind) -> str:
    return "the same label" if kind.same_label else ", ".join(kind.targets)


def _common(kinds: Iterable[EdgeKind]) -> list[Property]:
    """Properties that all these kinds have."""
    held = [list(kind.properties) for kind in kinds]
    return [one for one in held[0] if all(one in others for others in held)]


def _own(kinds: list[EdgeKind]) -> list[str]:
    """Tables of what single kinds have beyond that."""
    common = _common(kinds)
    more = {kind.type: [one for one in kind.properties if one not in common] for kind in kinds}
    return [_properties(f"`{name}` has, besides:", own) for name, own in more.items() if own]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} written\n")
