"""Minutes that are brought in twice, such that what was changed is hard to find; BETWEEN parts the two forms."""

from collections.abc import Iterable

from bench.attacks import Attacks

BETWEEN = b"\x00\x00"
_MOST = 4_400
"""Paragraphs; with some more it could not be brought in."""
_LONG = 120
"""Words of a paragraph, or half of it, that are compared word by word."""


def _twice(now: Iterable[str], new: Iterable[str]) -> bytes:
    return BETWEEN.join("\n\n".join(["1. Roads and Bridges", *told, ""]).encode() for told in (now, new))


def _numbered(now: str, new: str) -> bytes:
    """Each paragraph was reworded, and bears the same number."""
    places = range(1, _MOST + 1)
    return _twice((f"1.{n % 999} {now} {n}." for n in places), (f"1.{n % 999} {new} {n}, so." for n in places))


def _in_groups(end: str) -> list[str]:
    """Forty paragraphs that differ in their last word, and forty others."""
    return [" ".join(f"plan{n // 40}x{word}" for word in range(100)) + f" {n}{end}." for n in range(_MOST)]


ATTACKS: Attacks = {
    "twice: two paragraphs in another order": lambda: _twice(
        ["It was so."] * (_MOST // 2) + ["It was kept."] * (_MOST // 2), ["It was so.", "It was kept."] * (_MOST // 2)
    ),
    "twice: two sentences in another order": lambda: _twice(
        ["It was so. " * 80_000 + "It was kept. " * 80_000], ["It was kept. It was so. " * 80_000]
    ),
    "twice: two words in another order": lambda: _numbered("A " + "a " * _LONG + "b " * _LONG, "A " + "b a " * _LONG),
    "twice: each second word": lambda: _numbered(
        " ".join(f"w{n} v{n}" for n in range(_LONG)), " ".join(f"w{n} x" for n in range(_LONG))
    ),
    "twice: paragraphs that are like forty others": lambda: _twice(_in_groups(""), _in_groups("z")),
}
