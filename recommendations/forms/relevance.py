"""Which resolutions of a meeting are most likely about a recommendation: those come first in a list to choose from."""

import re
from dataclasses import dataclass

from meetings.models import Resolution
from meetings.routine import is_approval_of_minutes
from recommendations.models import Recommendation

SHORTEST_WORD = 4
"""Letters from which on a word of a title says what it is about."""

ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
COMMON_WORDS = frozenset(
    {
        *("been", "from", "have", "made", "more", "should", "that", "their", "them", "these", "they", "this", "until"),
        *("what", "when", "which", "with", "work", "year", "years"),
        *("action", "agree", "agreed", "committee", "council", "recommendation", "recommendations", "report", "review"),
    }
)
BY_REFERENCE, BY_NUMBER, BY_WORDS, NOT_AT_ALL, MINUTES = range(5)

Rank = tuple[int, int]
"""The lower the better; then the words that are shared, as a negative number."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")
_NUMBERS = re.compile(r"\brecommendations? (?:nos?\.? )?(\d+(?:(?:, | and |, and |–|-| to )\d+)*)")
_RANGE = re.compile(r"(\d+)(?:–|-| to )(\d+)")


def approvals_last(resolution: Resolution) -> Rank:
    """For a list that is about nothing in particular."""
    return (MINUTES if is_approval_of_minutes(resolution.text) else NOT_AT_ALL), 0


@dataclass(frozen=True, slots=True)
class Relevance:
    """What a resolution about a recommendation would mention."""

    reference: str
    number: int | None
    words: frozenset[str]

    @classmethod
    def to(cls, recommendation: Recommendation) -> "Relevance":
        return cls(_plain(recommendation.reference), recommendation.number, words_of(recommendation.title))

    def __call__(self, resolution: Resolution) -> Rank:
        text = _plain(resolution.text)
        if self.reference in text:
            return BY_REFERENCE, 0
        if self.number is not None and mentions(self.number, text):
            return BY_NUMBER, 0
        if is_approval_of_minutes(text):
            return MINUTES, 0
        shared = len(self.words & words_of(text))
        return (BY_WORDS, -shared) if shared else (NOT_AT_ALL, 0)


def mentions(number: int, text: str) -> bool:
    """“recommendation 3”, “recommendations 2, 3 and 5”, “recommendations 1–4” or “the third recommendation”."""
    ordinal = ORDINALS[number - 1] if 0 < number <= len(ORDINALS) else f"{number}th"
    if re.search(rf"\b{ordinal} recommendation", text):
        return True
    for found in _NUMBERS.finditer(text):
        named = {int(figure) for figure in re.findall(r"\d+", found[1])}
        if number in named or any(int(a) <= number <= int(b) for a, b in _RANGE.findall(found[1])):
            return True
    return False


def words_of(text: str) -> frozenset[str]:
    """What it is about, one and many alike."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(text.casefold()) if word not in COMMON_WORDS)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
