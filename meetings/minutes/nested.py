"""Items within an item: "(i) Dues" and "(ii) Moorings", each a heading with minutes and a decision of its own."""

from collections.abc import Sequence
from itertools import pairwise

from .numbering import Style, follows, is_first
from .piece import Piece
from .references import APPLICATION
from .stems import is_stem_line, runs_on, split_stem
from .structure import Kind, item_places
from .words import DECISION_HEADING, PLAIN_DECISION, is_heading, is_person

LETTERED = frozenset(
    {Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL, Style.NUMBER_BRACKET, Style.DECIMAL}
)
_FEWEST, _LONGEST = 2, 160
_BESIDE = " -–—:0123456789"
"""What stands between the number of an application and the name of its place."""
_SECONDED = ("Seconded by ", "SECONDED BY ")
_WAITING = (":", ";", ",", "-", "–", "—")


def mark_nested(pieces: Sequence[Piece]) -> None:
    """Where an item of several holds two such headings or more, each becomes an item: 13(i), 13(ii), or 4.1, 4.2.

    Where 4.1 stands right under the title of item 4, headings numbered so are items in all the paper, even one alone.
    """
    starts = item_places(pieces)
    items = list(pairwise([*starts, len(pieces)])) if len(starts) > 1 else []
    counted = [(start, end, headings) for start, end in items if (headings := _counted(pieces, start, end))]
    decided = {
        start: sum(any(map(_decides, pieces[here + 1 : behind])) for here, behind in pairwise([*headings, end]))
        for start, end, headings in counted
    }
    under = any(headings[0] == start + 1 and _is_own(pieces, start, headings[0]) for start, _, headings in counted)
    for start, _, headings in counted:
        least = 1 if under and _is_own(pieces, start, headings[0]) else _FEWEST
        for place in headings if decided[start] >= least else ():
            piece, number = pieces[place], pieces[start].number or ""
            printed = piece.marker.printed if piece.marker else ""
            joined = printed if piece.marker and piece.marker.style is Style.DECIMAL else f"{number}({printed})"
            piece.become(Kind.ITEM, number=joined, wording=piece.body.rstrip(": "))


def _is_own(pieces: Sequence[Piece], item: int, place: int) -> bool:
    """Whether 4.1 stands in item 4."""
    marker = pieces[place].marker
    decimal = marker is not None and marker.style is Style.DECIMAL
    return decimal and marker is not None and str(marker.value[0]) == pieces[item].number


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
    if len(piece.body) > _LONGEST or not piece.open:
        return False
    application = APPLICATION.match(piece.body)
    body = piece.body[application.end() :].lstrip(_BESIDE) if application else piece.body
    if behind is None or not (behind.open or behind.kind is Kind.STEM) or not is_heading(body):
        return False
    if body[-1] in _WAITING or body[:1].isdigit() or is_person(body) or pieces[place - 1].text.endswith(_WAITING):
        return False
    return not behind.marker and (not is_heading(behind.text) or bool(DECISION_HEADING.match(behind.text)))


def _decides(piece: Piece) -> bool:
    if not piece.open:
        return False
    formula = is_stem_line(piece.body) or split_stem(piece.body) or DECISION_HEADING.match(piece.text)
    seconded = piece.text.startswith(_SECONDED) and runs_on(piece.text)
    return bool(formula or seconded or (piece.text.startswith("It was ") and PLAIN_DECISION.match(piece.body)))
