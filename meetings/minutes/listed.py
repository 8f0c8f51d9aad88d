"""Unnumbered items of a page: what stands before each "Minutes:", opens a row, or bears the size of its paper."""

import re
from collections.abc import Sequence

from .piece import Label, Piece
from .stems import is_stem_line
from .structure import Kind
from .titles import names_agenda
from .words import (
    AGENDA_OPENING,
    CONTACT,
    TABLE_HEADS,
    TABLE_RULE,
    document_title,
    is_heading,
    is_title,
    meeting_detail_reason,
)

_AGENDA_MOST = 14
_ROWS = 3
_APART, _WORDED_MOST = 2, 160
_TO_DO = re.compile(r"To [a-z]")


def titles_of_list(pieces: Sequence[Piece]) -> list[int]:
    start = next((place + 1 for place, piece in enumerate(pieces) if piece.reason == TABLE_HEADS), 0)
    found = {place for place in range(start, len(pieces)) if _bears_size(pieces[place])}
    found |= _first_in_rows(pieces, start)
    if not any(piece.label in (Label.MINUTES, Label.DECISION) for piece in pieces):
        return sorted(found | _set_apart(pieces, start or min(found, default=len(pieces))))
    minutes_seen = decided = False
    for place in range(start, len(pieces)):
        if place in found:
            minutes_seen = decided = False
        label = pieces[place].label
        decided = decided and not pieces[place].cell_end
        if label not in (Label.MINUTES, Label.DECISION):
            continue
        if label is Label.MINUTES and decided:
            decided, minutes_seen = False, True
            continue
        decided = label is Label.DECISION
        title = _title_above(pieces, place, start, found)
        if title is not None:
            found.add(title)
        elif label is Label.MINUTES and minutes_seen:
            found.add(_untitled(pieces, place))
        minutes_seen = label is Label.MINUTES
    return sorted(found)


def _set_apart(pieces: Sequence[Piece], start: int) -> set[int]:
    """Where the labels were lost: a title, or an item worded as an agenda, with two empty lines before it."""
    return {
        place
        for place in range(start, len(pieces))
        if pieces[place].open and pieces[place].gap >= _APART and not pieces[place].marker and _is_named(pieces[place])
    }


def _is_named(piece: Piece) -> bool:
    worded = bool(_TO_DO.match(piece.text)) and len(piece.text) <= _WORDED_MOST
    return (worded or is_heading(piece.text)) and not _is_detail(piece)


def _bears_size(piece: Piece) -> bool:
    return piece.open and document_title(piece.text) is not None and is_title(piece.text)


def _first_in_rows(pieces: Sequence[Piece], start: int) -> set[int]:
    """In a table with bars the first piece of each row; a row that begins with its label lost its title."""
    ends = sum(piece.cell_end or piece.reason == TABLE_RULE for piece in pieces[start:])
    if ends < (1 if start else _ROWS):
        return set()
    found: set[int] = set()
    begins = start > 0
    for place in range(start, len(pieces)):
        piece = pieces[place]
        if begins and piece.label is Label.MINUTES:
            found.add(_untitled(pieces, place))
            begins = False
        elif begins and piece.open:
            found.add(place)
            begins = False
        begins = begins or piece.cell_end or (piece.reason == TABLE_RULE and "|" in piece.text)
    return found


def _title_above(pieces: Sequence[Piece], label: int, start: int, found: set[int]) -> int | None:
    """The title of the item whose minutes begin at `label`, going up over its agenda text."""
    candidate = beside = None
    for place in range(label - 1, max(start - 1, label - _AGENDA_MOST), -1):
        piece = pieces[place]
        if place in found:
            return None
        if piece.label in (Label.MINUTES, Label.DECISION) or _is_detail(piece):
            break
        if not piece.open:
            continue
        if _is_surely_title(piece, pieces[label], lone=candidate is None):
            return place
        if piece.last == pieces[label].first:
            beside = place
        if is_heading(piece.text) and not AGENDA_OPENING.match(piece.text) and not piece.marker:
            candidate = place
            if place == 0 or pieces[place - 1].cell_end or not pieces[place - 1].open:
                break
        elif candidate is not None:
            break
    return beside if candidate is None else candidate


def _is_surely_title(piece: Piece, label: Piece, *, lone: bool) -> bool:
    """It bears the size of its paper, stands on the line of its label, or has its agenda behind it."""
    if document_title(piece.text) is not None or (piece.last == label.first and not _ends_agenda(piece)):
        return True
    return lone and piece.text[-1] == "." and names_agenda(piece.text)


def _is_detail(piece: Piece) -> bool:
    return piece.open and bool(meeting_detail_reason(piece.text) or CONTACT.match(piece.text))


def _ends_agenda(piece: Piece) -> bool:
    """The last sentence of an agenda may stand on the line of the label behind it."""
    return piece.text[-1:] == "." and not is_title(piece.text) and not names_agenda(piece.text)


def _untitled(pieces: Sequence[Piece], label: int) -> int:
    """An item that lost its title is called by its first line, label and all, where that is short."""
    piece = pieces[label]
    behind = pieces[label + 1] if label + 1 < len(pieces) else None
    piece.label, piece.section = None, Label.MINUTES
    piece.reopen()
    named = behind is not None and is_heading(behind.text) and not is_stem_line(behind.text)
    if behind is not None and behind.open and behind.first == piece.last and named:
        piece.raw += behind.raw
        piece.text = f"{piece.text} {behind.text}"
        piece.body = piece.text
        behind.raw, behind.text, behind.body = "", "", ""
        behind.become(Kind.LEFT_OUT)
    elif behind is not None and behind.open:
        piece.text = piece.body = ""
    return label
