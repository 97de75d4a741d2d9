"""Checks between claims: the same identifier or experiment twice, one paper described in two ways, opposite claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from exograph.knowledge import effects
from exograph.knowledge.claims import Claim, by_publication
from exograph.knowledge.findings import Finding
from exograph.knowledge.grounded import GroundedClaim
from exograph.knowledge.model import Key
from exograph.knowledge.projection import setting

_PAPER_COLUMNS = ("pmid", "pmcid", "doi", "year", "first_author", "journal")


def check_claims(claims: Sequence[GroundedClaim]) -> list[Finding]:
    """Everything wrong between claims, in the order of the claims."""
    rows = [grounded.claim for grounded in claims]
    return [*_identifiers(rows), *_papers(rows), *_same_paper_two_names(rows), *_experiments(claims)]


def _finding(claim: Claim, column: str, message: str, repair: str) -> Finding:
    return Finding("error", claim.file, claim.line, column, message, repair)


def _identifiers(claims: Iterable[Claim]) -> Iterator[Finding]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        first = seen.setdefault(claim.id, claim)
        if first is not claim:
            yield _finding(
                claim,
                "claim",
                f"`{claim.id}` stands already at {first.file}:{first.line}",
                "number on; an identifier is never used twice",
            )


def _papers(claims: Iterable[Claim]) -> Iterator[Finding]:
    for rows in by_publication(claims).values():
        first = rows[0]
        for claim in rows[1:]:
            for column in _PAPER_COLUMNS:
                mine, theirs = getattr(claim, column), getattr(first, column)
                if mine != theirs:
                    yield _finding(
                        claim,
                        column,
                        f"`{mine or ''}` here and `{theirs or ''}` at {first.file}:{first.line} for one paper",
                        "write the same in every row of a paper",
                    )


def _same_paper_two_names(claims: Iterable[Claim]) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for column in ("pmcid", "doi"):
            value = getattr(claim, column)
            first = seen.setdefault((column, value), claim) if value else claim
            if first.publication != claim.publication:
                yield _finding(
                    claim,
                    column,
                    f"{value} is {first.publication} at {first.file}:{first.line} and {claim.publication} here",
                    "give every row of the paper the same PMID, PMCID and DOI",
                )


def experiment(grounded: GroundedClaim) -> tuple[object, ...]:
    """What makes an experiment: two claims that agree in all of it are one."""
    claim = grounded.claim
    chain = tuple((step.sign, tuple(entry.id for entry in step.entries)) for step in grounded.steps)
    return (
        claim.publication, grounded.source.id, claim.preparation, claim.treatment, claim.vesicle,
        tuple(entry.id for entry in grounded.cargo), chain, tuple(sorted(drug.id for drug in grounded.drugs)),
        tuple(sorted(cancer.id for cancer in grounded.cancers)), grounded.cell.id if grounded.cell else "",
        claim.effect, claim.model, claim.versus, claim.given, claim.species,
    )  # fmt: skip


def _experiments(claims: Sequence[GroundedClaim]) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], Claim] = {}
    for grounded in claims:
        first = seen.setdefault(experiment(grounded), grounded.claim)
        if first is not grounded.claim:
            yield _finding(
                grounded.claim,
                "claim",
                f"the same experiment as {first.id} at {first.file}:{first.line}",
                "drop one, or say what differs",
            )


def opposes(one: GroundedClaim, other: GroundedClaim) -> bool:
    """One setting, different sign."""
    shared = setting(one)
    return shared is not None and shared == setting(other) and _sign(one) != _sign(other)


def _sign(grounded: GroundedClaim) -> int:
    return effects.SIGNS[grounded.claim.effect]


def compare_with(new: Iterable[GroundedClaim], known: Sequence[GroundedClaim]) -> list[Finding]:
    """Notes for a curator: which known claims a new one agrees with, or opposes."""
    by_setting: dict[Key, list[GroundedClaim]] = defaultdict(list)
    for other in known:
        if shared := setting(other):
            by_setting[shared.key].append(other)
    found = []
    for grounded in new:
        claim, shared = grounded.claim, setting(grounded)
        for other in by_setting.get(shared.key, ()) if shared else ():
            if other.claim.id == claim.id:
                continue
            relation = "is opposite to" if _sign(grounded) != _sign(other) else "says the same as"
            found.append(
                Finding(
                    "note",
                    claim.file,
                    claim.line,
                    "claim",
                    f"{claim.id} {relation} {other.claim.id}: {other.claim.summary}",
                )
            )
    return found
