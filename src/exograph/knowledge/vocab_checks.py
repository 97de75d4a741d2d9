"""Names that no vocabulary knows must be listed in graph/unmatched.tsv, and nothing else may be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exograph.knowledge.findings import Finding
from exograph.knowledge.grounded import GroundedClaim

COLUMNS = ("label", "name", "claims")


def unmatched_names(claims: Iterable[GroundedClaim]) -> dict[tuple[str, str], list[str]]:
    """Claims by (label, name) that is in no vocabulary."""
    found: dict[tuple[str, str], list[str]] = {}
    for grounded in claims:
        for one in grounded.unmatched:
            claims_of = found.setdefault((one.label, one.text), [])
            if one.claim not in claims_of:
                claims_of.append(one.claim)
    return dict(sorted(found.items()))


def listing(claims: Iterable[GroundedClaim]) -> str:
    """graph/unmatched.tsv as it should be."""
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((label, name, "; ".join(found))) for (label, name), found in unmatched_names(claims).items()]
    return "\n".join(lines) + "\n"


def check_listed(claims: Iterable[GroundedClaim], path: Path) -> list[Finding]:
    """An error where the list and the claims differ."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.is_file() else []
    listed = {(label, rest.partition("\t")[0]) for label, _, rest in (line.partition("\t") for line in lines if line)}
    found = set(unmatched_names(claims))
    wrong = [(name, "is in no vocabulary and not listed") for name in sorted(found - listed)]
    wrong += [
        (name, "is listed, and no claim names it any more, or a vocabulary knows it now")
        for name in sorted(listed - found)
    ]
    return [
        Finding(
            "error",
            str(path),
            0,
            "name",
            f"{' '.join(name)} {what}",
            "run `python scripts/make_unmatched.py`, and look at what it changes",
        )
        for name, what in wrong
    ]
