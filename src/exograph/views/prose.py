"""Answers in plain words: one sentence a path, two or three an answer. Deterministic, made from the rows alone."""

from __future__ import annotations

from exograph.views.sentences import sentence
from exograph.views.summary import paragraph

__all__ = ["paragraph", "sentence"]
