"""The rules, in the order in which they are applied: phrases of names, parts in the claim, outcomes, what is left out."""

from exograph.language.grammar.details import DETAIL_WORDS, DETAILS
from exograph.language.grammar.heads import FIRST, HEADS
from exograph.language.grammar.molecules import MOLECULES
from exograph.language.grammar.negation import EXCEPTIONS, NEGATION
from exograph.language.grammar.outcomes import OUTCOMES
from exograph.language.grammar.phrases import PHRASES
from exograph.language.rules import Rule

RULES: tuple[Rule, ...] = (
    *FIRST,
    *PHRASES,
    *DETAILS,
    *MOLECULES,
    *EXCEPTIONS,
    *OUTCOMES,
    *DETAIL_WORDS,
    *NEGATION,
    *HEADS,
)

__all__ = ["RULES"]
