"""Items within an item: "(i) Dues" and "(ii) Moorings", each a heading with minutes and a decision of its own."""

from collections.abc import Sequence
from itertools import pairwise

from .numbering import Style, follows, is_first
from .piece import Piece
from .stems import is_stem_line, split_stem
from .structure import Kind
from .words import DECISION_HEADING, is_heading, is_person

LETTERED = frozenset(
    {Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL, Style.NUMBER_BRACKET, Style.DECIMAL}
)
_FEWEST = 2
_WAITING = (":", ";", ",", "-", "–", "—")


def mark_nested(pieces: Sequence[Piece]) -> None:
    """Where an item of several holds two such headings or more, each becomes an item: 13(i), 13(ii), or 4.1, 4.2."""
    starts = [place for place, piece in enumerate(pieces) if piece.kind is Kind.ITEM]
    for start, end in pairwise([*starts, len(pieces)]) if len(starts) > 1 else ():
        headings = _counted(pieces, start, end)
        deciding = sum(any(map(_decides, pieces[here + 1 : behind])) for here, behind in pairwise([*headings, end]))
        for place in headings if deciding >= _FEWEST else ():
            piece, number = pieces[place], pieces[start].number or ""
            printed = piece.marker.printed if piece.marker else ""
            joined = printed if piece.marker and piece.marker.style is Style.DECIMAL else f"{number}({printed})"
            piece.become(Kind.ITEM, number=joined, wording=piece.body.rstrip(": "))


def _counted(pieces: Sequence[Piece], start: int, end: int) -> list[int]:
    """The headings of this item that count upwards from the first."""
    found: list[int] = []
    for place in range(start + 1, end):
        marker = pieces[place].marker
        if marker is None or marker.style not in LETTERED or not is_numbered_heading(pieces, place):
            continue
        before = pieces[found[-1]].marker if found else None
        if follows(marker, before) if before else is_first(marker):
            found.append(place)
    return found


def is_numbered_heading(pieces: Sequence[Piece], place: int) -> bool:
    """ "(a) Winter Plan", with text below it that bears no number, and no list that it is a line of."""
    piece, behind = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
    body = piece.body
    if not piece.open or behind is None or not (behind.open or behind.kind is Kind.STEM) or not is_heading(body):
        return False
    if body[-1] in _WAITING or body[:1].isdigit() or is_person(body) or pieces[place - 1].text.endswith(_WAITING):
        return False
    return not behind.marker and (not is_heading(behind.text) or bool(DECISION_HEADING.match(behind.text)))


def _decides(piece: Piece) -> bool:
    return piece.open and bool(is_stem_line(piece.body) or split_stem(piece.body) or DECISION_HEADING.match(piece.text))
