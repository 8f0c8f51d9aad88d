"""A table of who was there, above the minutes: "Cllr Ash | Chair | Present"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from .piece import Piece
from .sources.line import Mark
from .structure import Kind
from .words import NO_HEADING, TABLE_HEADS, is_heading, is_person, lists_persons

_NAMES = re.compile(r"(?:full )?names?|members?|councillors?|attendees?|cllrs?|officers?", re.IGNORECASE)
_ATTENDED = re.compile(
    r"present|attend(?:ed|ance|ing)|in attendance|yes|y|online|remote(?:ly)?|virtual(?:ly)?|in person|[✓✔☑x]",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"apolog(?:y|ies)(?: (?:received|given|for absence))?|absent|not present|did not attend|no|n|[✗✘☒]", re.IGNORECASE
)
_BAR = "|"
_APOLOGIES_FROM = re.compile(
    r"(?:the following )?apolog(?:y|ies)\b.{0,120}\b(?:from|received|noted|follows?)\W*\Z", re.IGNORECASE
)
_SAID_MOST, _NAMES_MOST = 200, 40


def mark_attendance(pieces: Sequence[Piece]) -> None:
    """Each row of such a table is a person who was present, or one who sent apologies; the head is left out."""
    run: list[Piece] = []
    for piece in [*pieces, None]:
        if piece is not None and piece.open and piece.mark is Mark.ROW and _BAR in piece.text:
            run.append(piece)
        elif piece is None or piece.text:
            _mark_table(run)
            run = []


def _mark_table(rows: Sequence[Piece]) -> None:
    heads = _cells(rows[0]) if rows else []
    headed = bool(heads) and bool(_NAMES.fullmatch(heads[0])) and not any(map(is_person, heads))
    people = rows[1:] if headed else rows
    persons = sum(is_person(_cells(row)[0]) for row in people)
    told = headed and any(_ATTENDED.fullmatch(cell) or _MISSING.fullmatch(cell) for row in rows for cell in _cells(row))
    if not people or not (told or persons * 2 > len(people)):
        return
    if headed:
        rows[0].leave_out(TABLE_HEADS)
    for row in people:
        _become_person(row)


def _cells(row: Piece) -> list[str]:
    return [cell.strip() for cell in row.text.split(_BAR)]


def _become_person(row: Piece) -> None:
    name, *others = _cells(row)
    missing = any(map(_MISSING.fullmatch, others))
    said = [cell for cell in others if cell and not (_ATTENDED.fullmatch(cell) or _MISSING.fullmatch(cell))]
    row.become(Kind.APOLOGIES if missing else Kind.PRESENT, wording=", ".join([name, *said]))


def mark_absent(section: Sequence[Piece]) -> None:
    """The names below "Apologies had been received from:", with the heads that part them, up to a sentence."""
    for place, piece in enumerate(section):
        if not piece.open or piece.text[-1:] not in ":-–" or not _APOLOGIES_FROM.match(piece.text[:_SAID_MOST]):
            continue
        names = list(takewhile(_may_be_absent, section[place + 1 : place + 1 + _NAMES_MOST]))
        if not any(name.text.endswith((";", "; and")) for name in section[place + 1 : place + 2 + len(names)]):
            for name in names:
                name.become(Kind.APOLOGIES)


def _may_be_absent(piece: Piece) -> bool:
    return piece.open and piece.marker is None and (is_heading(piece.text) or _names(piece.text))


def _names(text: str) -> bool:
    return is_person(text) or lists_persons(text) or bool(NO_HEADING.match(text))
