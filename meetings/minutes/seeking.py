"""How the patterns of the formulas are put together and looked for, and which of them a text need not be asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache


def whole(patterns: Iterable[str], behind: str = "") -> re.Pattern[str]:
    """Matches a text that is one of the patterns from end to end."""
    return re.compile(rf"(?:{'|'.join(patterns)}){behind}\Z", re.IGNORECASE)


def paired(patterns: Iterable[str]) -> str:
    """One of the patterns, or two with a stroke between, as a bilingual council prints its labels in either order."""
    one = f"(?:{'|'.join(patterns)})"
    return rf"{one}(?:\s*/\s*{one})?"


def anywhere(patterns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(patterns), flags)


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """In small letters; kept for the next question about the same piece."""
    return text.lower()


_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


class Sought:
    """Patterns that are looked for only in a text that holds one of their words, in whatever capitals.

    Each is tried only where one of the words that it holds stands in the text; and in small letters, for not to regard
    capitals takes three times as long. Raises ValueError where a pattern holds a capital, or none of the words.
    """

    def __init__(self, patterns: Iterable[str], words: Iterable[str]) -> None:
        self._words = tuple(words)
        by_words: dict[frozenset[str], list[str]] = {}
        for pattern in patterns:
            held = frozenset(word for word in self._words if word in pattern)
            if not held or _CAPITAL.search(pattern):
                raise ValueError(f"This formula holds a capital, or none of its words: {pattern}")
            by_words.setdefault(held, []).append(pattern)
        self._asked = [(held, ask) for held, alike in by_words.items() for ask in _asking(alike)]

    def search(self, text: str) -> bool:
        small = lowered(text)
        present = [word for word in self._words if word in small]
        return bool(present) and any(not held.isdisjoint(present) and ask(small) for held, ask in self._asked)

    def may_stand_in(self, text: str) -> bool:
        return any(map(lowered(text).__contains__, self._words))


def _asking(patterns: Sequence[str]) -> list[Callable[[str], object]]:
    """How these are looked for: what begins with ^ at the start of a text only, the others anywhere in it."""
    begun = [pattern for pattern in patterns if pattern.startswith("^")]
    within = [pattern for pattern in patterns if not pattern.startswith("^")]
    asking: list[Callable[[str], object]] = [re.compile("|".join(begun)).match] if begun else []
    return [*asking, re.compile("|".join(within)).search] if within else asking


class Begun:
    """Patterns that each begin with a word, or one of several: each is tried only where its word stands between spaces.

    One search for all of them, which tries each at every letter, takes several times as long.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        by_word: dict[str, list[str]] = {}
        for pattern in patterns:
            for word in first_words(pattern):
                by_word.setdefault(word, []).append(pattern)
        self._by_word = {word: anywhere(begun).match for word, begun in by_word.items()}
        self._words = frozenset(by_word)

    def search(self, text: str) -> re.Match[str] | None:
        """The match that begins first."""
        small = text.replace("İ", "I").lower()  # the one capital that is two letters when small
        first, end = None, len(text)
        for word in self._words.intersection(small.split()):
            match, at, tries = self._by_word[word], small.find(word, 0, end), 0
            while at >= 0:
                if found := match(text, at):
                    first, end = found, at
                    break
                tries += 1
                at = small.find(word, at + (1 if tries < _TRIES_MOST else _APART), end)
        return first


_TRIES_MOST, _APART = 8, 80
"""So often one word stands in vain, before it is tried only this many characters apart: no text says it more often."""
_FIRST_WORDS = re.compile(r"\\b(?:\(\?:(?P<several>[a-z|]+)\)|(?P<one>[a-z]+))")


def first_words(pattern: str) -> list[str]:
    """The words that a pattern begins with. Raises ValueError where it begins with none."""
    found = _FIRST_WORDS.match(pattern)
    if found is None:
        raise ValueError(f"This formula begins with no word: {pattern}")
    return (found["several"] or found["one"]).split("|")
