"""What a sheet repeats that was pasted from print: the head of each page, its number, and the lines to sign on."""

import re
from collections.abc import Sequence

from .dates import find_date, is_date_line, span_of_date
from .furniture import SIGNATORIES
from .header import is_body, read_meeting
from .piece import Piece
from .sheets import HEAD, PAGE_NUMBER
from .structure import Kind
from .words import MEETING_TIME, meeting_detail_reason

_HEADER = 12
_LONGEST, _DAY_MOST = 140, 60
_BESIDE = re.compile(r"minutes of (?:the |a )?(?:meeting of (?:the )?)?|minutes|meeting|page|\W|\d|_", re.IGNORECASE)
_SIGN_HERE = re.compile(
    rf"[\s.…_–—-]*(?:(?:signed|dated?|{SIGNATORIES})(?:[\s:.…_,/–—-]+|\Z)){{1,5}}\Z|signed\s*:\s*\S.{{0,60}}\Z"
    r"|dated? this\b.{0,30}\bday of\b.{0,40}\Z"
    rf"|[\s–—-]*(?:councillor|cllr|mrs?|ms|dr)\.? [\w.’' -]{{2,50}}(?:,|\s[–-]|(?=\s\()) \(?{SIGNATORIES}\)?\.?\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\.?\Z")
_SIGN_MOST, _ADDRESS_MOST = 8, 10
SIGNED, _FOOT, BESIDE_SIGNED = "line to sign on", "foot of the page", "day and hours of the meeting"


def leave_out_running(pieces: Sequence[Piece]) -> None:
    _leave_out_heads(pieces)
    _leave_out_signature(pieces)


def _leave_out_heads(pieces: Sequence[Piece]) -> None:
    """ "Housing Panel - 3 June 2024", with or without its page, where the header named that body and that day."""
    names = {name.lower() for piece in pieces[:_HEADER] if (name := _body_named(piece.text))}
    day = next((date for piece in pieces[:_HEADER] if (date := find_date(piece.text))), None)
    if not names or day is None:
        return
    longest = min(_LONGEST, max(map(len, names)) + _DAY_MOST)
    for place, piece in enumerate(pieces):
        text = piece.text
        beside = place >= _HEADER or piece.alone or pieces[place - 1].reason == PAGE_NUMBER
        if len(text) > longest or not piece.open or not beside:
            continue
        if not any(name in text.lower() for name in names):
            continue
        span = span_of_date(text)
        if span and find_date(text) == day and _says_no_more(text[: span[0]] + text[span[1] :], names):
            piece.leave_out(HEAD)


def _body_named(text: str) -> str | None:
    meeting = read_meeting(text)
    return meeting.committee if meeting and meeting.committee else text if is_body(text) else None


def _says_no_more(text: str, names: set[str]) -> bool:
    return any(not _BESIDE.sub("", text.lower().replace(name, "")) for name in names)


def _leave_out_signature(pieces: Sequence[Piece]) -> None:
    """ "Chair" and "Date" below everything with the day and the hours beside them, and the number of the last page."""
    found: list[tuple[Piece, str]] = []
    for piece in pieces[: -_SIGN_MOST - 1 : -1]:
        if piece.kind is Kind.ITEM or piece.label:
            break
        if not piece.open:
            continue
        reason = _reason_at_end(piece)
        if not reason:
            break
        found.append((piece, reason))
    signed = any(reason == SIGNED for _, reason in found)
    for piece, reason in found:
        if signed or reason == PAGE_NUMBER:
            piece.leave_out(reason)


def _reason_at_end(piece: Piece) -> str:
    if piece.marker and not piece.body and piece.text.isdigit():
        return PAGE_NUMBER
    if _SIGN_HERE.match(piece.text):
        return SIGNED
    if _ADDRESS.search(piece.text[-_ADDRESS_MOST:]) or is_body(piece.text):
        return _FOOT
    beside = is_date_line(piece.text) or meeting_detail_reason(piece.text) == MEETING_TIME
    return BESIDE_SIGNED if beside else ""
