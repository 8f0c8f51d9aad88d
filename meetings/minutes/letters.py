"""The dress of an e-mail round pasted minutes: its head, the covering note, the greeting at its end."""

import re
from collections.abc import Sequence

from . import furniture
from .piece import Label, Piece
from .seeking import whole
from .words import MINUTES_OF, PRESENT, furniture_reason

_HEAD = re.compile(rf"(?P<name>{'|'.join(furniture.LETTER_HEAD)})\s*:(?:\s|\Z)", re.IGNORECASE)
_SENDER = ("from", "sender", "oddi wrth")
_FORWARDED = whole(furniture.FORWARDED)
_SALUTATION = whole(furniture.SALUTATIONS)
_CLOSING = whole(furniture.LETTER_CLOSINGS)
_FEWEST = 3
_COVER_MOST = 60
_SIGNATURE_MOST = 14
HEAD, COVER, FOOT = "head of the e-mail", "covering note of the e-mail", "foot of the e-mail"


def leave_out_letter(pieces: Sequence[Piece]) -> None:
    """Where a source opens as an e-mail, what is the e-mail's own; the date in its head is never the meeting's."""
    end = _end_of_heads(pieces)
    if end is None:
        return
    start = _start_of_minutes(pieces, end)
    for piece in pieces[end:start]:
        piece.leave_out(COVER)
    _leave_out_foot(pieces)


def _end_of_heads(pieces: Sequence[Piece]) -> int | None:
    """The place behind the last head ("From:", "Sent:", "Subject:") in the first lines; None where there is none."""
    end: int | None = None
    for place, piece in enumerate(pieces[:_COVER_MOST]):
        if _FORWARDED.match(piece.text):
            piece.leave_out(HEAD)
            continue
        run = _run_of_heads(pieces, place)
        if len(run) >= _FEWEST and any(name in _SENDER for name in run):
            for head in pieces[place : place + len(run)]:
                head.leave_out(HEAD)
            end = place + len(run)
    return end


def _run_of_heads(pieces: Sequence[Piece], start: int) -> list[str]:
    if not pieces[start].open:
        return []
    names: list[str] = []
    for piece in pieces[start : start + len(furniture.LETTER_HEAD)]:
        found = _HEAD.match(piece.text)
        if found is None:
            break
        names.append(found["name"].lower())
    return names


def _start_of_minutes(pieces: Sequence[Piece], end: int) -> int:
    """Where the minutes begin behind the covering note; `end` where no line says so."""
    begins = next((place for place in range(end, min(len(pieces), end + _COVER_MOST)) if _begins(pieces[place])), None)
    if begins is None:
        return end + 1 if end < len(pieces) and _SALUTATION.match(pieces[end].text) else end
    while begins > end and (not pieces[begins - 1].text or pieces[begins - 1].text.isupper()):
        begins -= 1
    return begins


def _begins(piece: Piece) -> bool:
    page = furniture_reason(piece.text) == "name of the page"
    return page or piece.label is Label.MINUTES or bool(MINUTES_OF.match(piece.text) or PRESENT.match(piece.text))


def _leave_out_foot(pieces: Sequence[Piece]) -> None:
    """From "Kind regards" to the end, where only a name and where to reach it follow."""
    last = [place for place, piece in enumerate(pieces) if piece.open][-_SIGNATURE_MOST:]
    closing = next((place for place in last if _CLOSING.match(pieces[place].text)), None)
    if closing is None:
        return
    for piece in pieces[closing:]:
        if piece.open:
            piece.leave_out(FOOT)
