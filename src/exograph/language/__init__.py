"""Plain words -> a Question: typed spans, named rules, and the account of every word. Knows no store but its names.

tokens -> spans (names, words of graph/words.tsv) -> rules (chunks with a meaning) -> assembly -> Reading.
A content word that no rule used forbids an answer: what could be meant is offered instead.
"""

from exograph.language.ask import ask

__all__ = ["ask"]
