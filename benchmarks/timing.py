"""Whole processes timed side by side: A B A B ..., so that a noisy machine is noisy for both."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence

RUNS = 11


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of one run of a command, from start to end, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, env=dict(environment), check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def side_by_side(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], runs: int = RUNS
) -> dict[str, list[float]]:
    """Times of each command by name, in seconds; the commands take turns, one warm-up each."""
    for command in commands.values():
        seconds(command, environment)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command, environment))
    return times


def ratios(times: Mapping[str, Sequence[float]], base: str) -> dict[str, float]:
    """Median of the pairwise ratios to the base command."""
    return {
        name: statistics.median(mine / theirs for mine, theirs in zip(found, times[base], strict=True))
        for name, found in times.items()
        if name != base
    }


def peak_mb() -> float:
    """Peak memory of the children so far, in MB (Linux counts in kB)."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
