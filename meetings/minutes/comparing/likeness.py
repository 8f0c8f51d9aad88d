"""How like two texts are, and which words make the difference.

Both look at words, never at letters, and neither grows with the square of a long text: likeness counts words and pairs
of words, and the words of long texts are compared sentence by sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from .effort import Effort

_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")
_LONG = 300
"""So many words, without a beginning and an end in common, are compared at once; more, sentence by sentence."""

_TELLING = 1_000
"""Words at the beginning of a text, and at its end, by which it is known again: those of two pages each."""

Features = Counter[str]


class Mark(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand one behind the other and went the same way."""

    mark: Mark
    text: str


def plain(text: str) -> str:
    """What two texts have in common that say the same: capitals and white space are the printer's."""
    return " ".join(text.split()).casefold()


def same_words(one: str, other: str) -> bool:
    """Whether they differ in white space at most."""
    return one.split() == other.split()


def features(text: str) -> Features:
    """The words of a text and the pairs in which they stand, counted; of a long one those of its beginning and end."""
    words = _WORD.findall(text.casefold()) or text.casefold().split()
    if len(words) > 2 * _TELLING:
        words = words[:_TELLING] + words[-_TELLING:]
    return Counter([*words, *(f"{first} {second}" for first, second in pairwise(words))])


def likeness(one: Features, other: Features) -> float:
    """From 0, nothing in common, to 1, the same words in the same pairs."""
    size = one.total() + other.total()
    common = one.keys() & other.keys()
    shared = sum(map(min, map(one.__getitem__, common), map(other.__getitem__, common)))
    return 2 * shared / size if size else 0.0


def runs(now: str, new: str, effort: Effort | None = None) -> tuple[Run, ...]:
    """What was kept, removed and added, in reading order, what was removed before what was added in its place.

    Where no `effort` is left for it, what lies between the first and the last change is removed and added as a whole.
    """
    changes = _changes(now.split(), new.split(), effort or Effort())
    marked = [(mark, word) for mark, words in changes for word in words]
    return tuple(
        Run(mark, " ".join(word for _, word in group)) for mark, group in groupby(marked, key=lambda pair: pair[0])
    )


Changes = Iterator[tuple[Mark, Sequence[str]]]


def _changes(now: Sequence[str], new: Sequence[str], effort: Effort) -> Changes:
    before, behind = _in_common(now, new)
    yield Mark.KEPT, now[:before]
    now_middle, new_middle = now[before : len(now) - behind], new[before : len(new) - behind]
    if max(len(now_middle), len(new_middle)) <= _LONG:
        yield from _by_words(now_middle, new_middle, effort)
    else:
        yield from _by_sentences(now_middle, new_middle, effort)
    yield Mark.KEPT, now[len(now) - behind :]


def _in_common(now: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words both begin with, and how many of the others both end with."""
    shorter = min(len(now), len(new))
    before = next((n for n in range(shorter) if now[n] != new[n]), shorter)
    left = shorter - before
    behind = next((n for n in range(left) if now[-1 - n] != new[-1 - n]), left)
    return before, behind


def _by_words(now: Sequence[str], new: Sequence[str], effort: Effort) -> Changes:
    if not effort.allows(now, new):
        yield Mark.REMOVED, now
        yield Mark.ADDED, new
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, now, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Mark.KEPT, now[i1:i2]
        else:
            yield Mark.REMOVED, now[i1:i2]
            yield Mark.ADDED, new[j1:j2]


def _by_sentences(now: Sequence[str], new: Sequence[str], effort: Effort) -> Changes:
    """Sentences that changed are compared word by word where they are not too long themselves."""
    before, behind = _sentences(now), _sentences(new)
    if not effort.allows(before, behind):
        yield Mark.REMOVED, now
        yield Mark.ADDED, new
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, behind, autojunk=False).get_opcodes():
        old = [word for sentence in before[i1:i2] for word in sentence]
        fresh = [word for sentence in behind[j1:j2] for word in sentence]
        if tag == "equal":
            yield Mark.KEPT, old
        elif max(len(old), len(fresh)) <= _LONG:
            yield from _by_words(old, fresh, effort)
        else:
            yield Mark.REMOVED, old
            yield Mark.ADDED, fresh


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    start = 0
    for place, word in enumerate(words, 1):
        if word.endswith((".", ";", ":", "?", "!")):
            found.append(tuple(words[start:place]))
            start = place
    return [*found, tuple(words[start:])] if start < len(words) else found
