"""What a curator asks before a build: is my table right, and does it repeat or oppose what is known?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exograph import build
from exograph.knowledge.findings import Finding
from exograph.resources import graph_dir


def check_files(files: Sequence[Path]) -> tuple[list[Finding], dict[str, int]]:
    """Findings about these claim tables beside the bundled ones, or about the bundled data as a whole.

    The second value counts what was read. For tables of the user only findings about them are given.
    """
    from exograph.knowledge.checks import disagreements
    from exograph.knowledge.crosschecks import compare_with
    from exograph.knowledge.vocab_checks import check_listed

    knowledge = build.read(files)
    names = {str(path) for path in files}
    findings = list(knowledge.findings)
    if files:
        mine = [grounded for grounded in knowledge.claims if grounded.claim.file in names]
        known = [grounded for grounded in knowledge.claims if grounded.claim.file not in names]
        findings = [finding for finding in findings if finding.file in names] + compare_with(mine, known)
        return findings, {"claims": len(mine), "papers": len({grounded.claim.publication for grounded in mine})}
    findings += check_listed(knowledge.claims, graph_dir() / "unmatched.tsv")
    if knowledge.graph is not None:
        findings += disagreements(knowledge.graph)
    return findings, {"claims": len(knowledge.claims), "papers": len({grounded.claim.publication for grounded in knowledge.claims})}
