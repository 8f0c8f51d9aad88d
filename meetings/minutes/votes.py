"""How members voted, in figures or words: "For: 26", "seven voted for it and six against"."""

import re
from itertools import chain
from typing import NamedTuple

from .structure import Vote

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"none": 0, "nil": 0, "nobody": 0, "thirty": 30, "forty": 40}
_COUNT = rf"(?P<{{0}}>\d{{{{1,3}}}}|(?:twenty|thirty|forty)[- ]\w{{{{3,5}}}}|{'|'.join(_WORDS)})"


def _pattern(name: str, text: str) -> re.Pattern[str]:
    return re.compile(text.replace("COUNT", _COUNT.format(name)), re.IGNORECASE)


class _Side(NamedTuple):
    """How the count of one side is told: right before its word, right behind it, or where `others` say.

    Each of the others is looked for only in a text that holds its word, in small letters.
    """

    word: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    named: re.Pattern[str]
    others: tuple[tuple[str, re.Pattern[str]], ...] = ()


_WHAT = r"(?:\s+the (?:\w+ )?(?:motion|amendment|proposals?|recommendations?))?"
_FOR = _Side(
    re.compile(r"\b(?:for|in favour)\b", re.IGNORECASE),
    _pattern("n", r"\bCOUNT (?:members? |councillors? |votes? )?(?:voted |voting |were )?(?:for|in favour)\b"),
    _pattern("n", rf"(?:for|in favour(?: of)?){_WHAT}\s*[:(–-]+\s*COUNT\b"),
    _pattern("n", r"(?:for|in favour)\s*:[^()\d]{1,900}\(COUNT\)\Z"),
    (("vot", _pattern("n", r"\bvot\w+\b.{0,20}\bfor COUNT\b")), ("by ", _pattern("n", r"\bby COUNT votes?\b"))),
)
_AGAINST = _Side(
    re.compile(r"\bagainst\b", re.IGNORECASE),
    _pattern("n", r"\bCOUNT (?:members? |councillors? |votes? )?(?:voted |voting |were )?against\b"),
    _pattern("n", rf"against{_WHAT}\s*[:(–-]*\s*COUNT\b"),
    _pattern("n", r"against\s*:[^()\d]{1,900}\(COUNT\)\Z"),
    (("by ", _pattern("n", r"\bby \w+ votes? to COUNT\b")),),
)
_ABSTAINED = _Side(
    re.compile(r"\b(?:abstained|abstaining|abstentions?|abstain)\b", re.IGNORECASE),
    _pattern("n", r"\bCOUNT (?:members? |councillors? )?(?:abstained|abstaining|abstentions?)\b"),
    _pattern("n", r"(?:abstentions?|abstain(?:ed|ing)?)\s*[:(–-]*\s*COUNT\b"),
    _pattern("n", r"(?:abstentions?|abstain(?:ed|ing)?)\s*:[^()\d]{1,900}\(COUNT\)\Z"),
)
_NEAR = 60
"""Characters before its word in which a count stands, with who voted between them."""
COUNTED_FAVOUR = re.compile(r"\b\d{1,4}%? (?:\w+ )?in favour\b")
"""Of a line that counts who was for something: "Mill Row – 12 in favour, 4 against"."""

_CASTING = re.compile(r"\bcasting vote\b|\bdeciding vote\b", re.IGNORECASE)


def read_vote(text: str, block: int) -> Vote:
    small = text.lower()
    return Vote(
        text,
        _count(_FOR, text, small),
        _count(_AGAINST, text, small),
        _count(_ABSTAINED, text, small),
        "ing vote" in small and bool(_CASTING.search(text)),
        block,
    )


def joined_votes(first: Vote, second: Vote, end: int) -> Vote | None:
    """One vote of two that stand on neighbouring blocks and say different things; None where they are two votes."""
    pairs = (
        (first.votes_for, second.votes_for),
        (first.votes_against, second.votes_against),
        (first.abstentions, second.abstentions),
    )
    if second.block != end + 1 or any(None not in pair for pair in pairs):
        return None
    for_, against, abstained = (one if other is None else other for one, other in pairs)
    casting = first.casting or second.casting
    return Vote(f"{first.text}\n{second.text}", for_, against, abstained, casting, first.block)


def is_same_vote(first: Vote, second: Vote, end: int) -> bool:
    """Whether "RESOLVED (by 13 votes to 1)" only says again what was counted right above."""
    counted = (first.votes_for, first.votes_against, first.abstentions)
    said = (second.votes_for, second.votes_against, second.abstentions)
    return second.block == end + 1 and all(one in (None, other) for one, other in zip(said, counted, strict=True))


def _count(side: _Side, text: str, small: str) -> int | None:
    found = _found(side, text, small)
    return _number(found["n"].lower()) if found else None


def _found(side: _Side, text: str, small: str) -> re.Match[str] | None:
    """Before or behind its word it is looked for only there, since a count may begin at any word."""
    near = (_before(side, text, at) for at in side.word.finditer(text))
    behind = (side.behind.match(text, at.start()) for at in side.word.finditer(text))
    others = (pattern.search(text) for word, pattern in side.others if word in small)
    return next(filter(None, chain(near, behind, others)), None) or side.named.match(text)


def _before(side: _Side, text: str, at: re.Match[str]) -> re.Match[str] | None:
    start, end = at.span()
    told = start > 1 and text[start - 1] == " " and text[start - 2].isalnum()
    return side.before.search(text, max(0, start - _NEAR), end) if told else None


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    if ones:
        return {"twenty": 20, "thirty": 30, "forty": 40}.get(tens, 0) + _WORDS.get(ones, 0)
    return _WORDS.get(word)
