"""How members voted, in figures or words: "For: 26", "seven voted for it and six against"."""

import re

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


_FOR = (
    _pattern("n", r"\bCOUNT (?:members? |councillors? |votes? )?(?:voted |voting |were )?(?:for|in favour)\b"),
    _pattern("n", r"\b(?:for|in favour)\s*[:(–-]+\s*COUNT\b"),
    _pattern("n", r"\bvot\w+\b.{0,20}\bfor COUNT\b"),
    _pattern("n", r"\bby COUNT votes?\b"),
    _pattern("n", r"\A(?:for|in favour)\s*:[^()\d]{1,900}\(COUNT\)\Z"),
)
_AGAINST = (
    _pattern("n", r"\bCOUNT (?:members? |councillors? |votes? )?(?:voted |voting |were )?against\b"),
    _pattern("n", r"\bagainst\s*[:(–-]*\s*COUNT\b"),
    _pattern("n", r"\bby \w+ votes? to COUNT\b"),
    _pattern("n", r"\Aagainst\s*:[^()\d]{1,900}\(COUNT\)\Z"),
)
_ABSTAINED = (
    _pattern("n", r"\bCOUNT (?:members? |councillors? )?(?:abstained|abstaining|abstentions?)\b"),
    _pattern("n", r"\b(?:abstentions?|abstain(?:ed|ing)?)\s*[:(–-]*\s*COUNT\b"),
    _pattern("n", r"\A(?:abstentions?|abstain(?:ed|ing)?)\s*:[^()\d]{1,900}\(COUNT\)\Z"),
)
_FOR_WORD = re.compile(r"\b(?:for|in favour)\b", re.IGNORECASE)
_AGAINST_WORD = re.compile(r"\bagainst\b", re.IGNORECASE)
_ABSTAINED_WORD = re.compile(r"\b(?:abstained|abstaining|abstentions?)\b", re.IGNORECASE)
_NEAR = 60
"""Characters before its word in which a count stands, with who voted between them."""
_CASTING = re.compile(r"\bcasting vote\b|\bdeciding vote\b", re.IGNORECASE)


def read_vote(text: str, block: int) -> Vote:
    return Vote(
        text,
        _count(_FOR, _FOR_WORD, text),
        _count(_AGAINST, _AGAINST_WORD, text),
        _count(_ABSTAINED, _ABSTAINED_WORD, text),
        bool(_CASTING.search(text)),
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


def _before(pattern: re.Pattern[str], word: re.Pattern[str], text: str) -> re.Match[str] | None:
    """A count that stands right before its word: looked for only there, since it may begin at any word."""
    near = (pattern.search(text, max(0, at.start() - _NEAR), at.end()) for at in word.finditer(text))
    return next((found for found in near if found), None)


def _count(patterns: tuple[re.Pattern[str], ...], word: re.Pattern[str], text: str) -> int | None:
    first, *others = patterns
    found = _before(first, word, text) or next((match for other in others if (match := other.search(text))), None)
    return _number(found["n"].lower()) if found else None


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    if ones:
        return {"twenty": 20, "thirty": 30, "forty": 40}.get(tens, 0) + _WORDS.get(ones, 0)
    return _WORDS.get(word)
