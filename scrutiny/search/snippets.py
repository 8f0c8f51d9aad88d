"""What a hit shows of its text: a piece of it, with the words that were found.

The database marks the words, because only it knows which forms of a word are the same to it; the piece is cut here, so
that it is the same on both databases.
"""

import re
from dataclasses import dataclass

START, STOP = "\x02", "\x03"
"""What the database puts around a word it found."""

LENGTH = 240
"""Characters of a piece, give or take a word."""

MOST_SPANS = 100
"""Found words that are weighed against each other: a text of a hundred pages may have thousands."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    is_hit: bool


def found_in(marked: str | None, text: str) -> list[Span]:
    """Where in `text` the marked words stand; nowhere, if the marked text is of another length."""
    if marked is None or len(marked) - marked.count(START) - marked.count(STOP) != len(text):
        return []
    spans, start = [], -1
    for passed, mark in enumerate(re.finditer(f"[{START}{STOP}]", marked)):
        position = mark.start() - passed
        if mark[0] == START:
            start = position
        elif start >= 0:
            spans.append((start, position))
            start = -1
    return _joined(spans, text)


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Words that stand side by side as one: SQLite marks a phrase whole, PostgreSQL word by word."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def whole(text: str, spans: list[Span]) -> list[Segment]:
    """The whole text in segments."""
    return _segments(text, spans, 0, len(text))


def piece(text: str, spans: list[Span]) -> list[Segment]:
    """The piece of the text in which most of the found words stand, with an ellipsis where something is left out."""
    start, end = _window(text, spans)
    segments = _segments(text, spans, start, end)
    before = [Segment("… ", is_hit=False)] if start > 0 else []
    after = [Segment(" …", is_hit=False)] if end < len(text) else []
    return [*before, *segments, *after]


def _segments(text: str, spans: list[Span], start: int, end: int) -> list[Segment]:
    segments, position = [], start
    for first, last in spans:
        if first < position or last > end:
            continue
        segments.append(Segment(text[position:first], is_hit=False))
        segments.append(Segment(text[first:last], is_hit=True))
        position = last
    segments.append(Segment(text[position:end], is_hit=False))
    return [segment for segment in segments if segment.text]


def _window(text: str, spans: list[Span]) -> Span:
    """From a little before the found word that most others follow closely; it begins and ends between two words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    heard = spans[:MOST_SPANS]
    best = max((first for first, _ in heard), key=lambda first: (_closely_after(first, heard), -first), default=0)
    start = max(0, min(best - LENGTH // 4, len(text) - LENGTH))
    if start > 0:
        gap = text.find(" ", start, best)
        start = gap + 1 if gap >= 0 else best
    end = min(len(text), start + LENGTH)
    if end < len(text):
        gap = text.rfind(" ", best + 1, end)
        end = gap if gap >= 0 else end
    return start, end


def _closely_after(first: int, spans: list[Span]) -> int:
    """Characters of found words within half a piece."""
    return sum(end - start for start, end in spans if first <= start and end <= first + LENGTH // 2)
