"""One document that tells of several meetings: a page of one matter through all of them, or minutes one behind another.

It is parted only where it is sure that another meeting begins: at ModernGov's "Meeting: 04/03/2019 - Committee (Item
33)", or at a header of minutes, down to "Present:", that names another committee or another day. Each part is read by
itself, so that the decisions of one meeting are not taken for those of another.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from .assemble import assemble, who_and_when
from .dates import is_date_line, span_of_date
from .errors import UnreadableMinutes
from .header import is_body, read_header, read_meeting
from .page import Form
from .reading import blocks_of, cautions_of, read_extract
from .sources import Extract, Line, Mark, extract
from .sources.line import TOLD
from .spaces import clean
from .structure import Block, Caution, Kind, Reading
from .words import APOLOGIES, PRESENT, is_label, meeting_detail_reason

MOST = 40
"""Most meetings of one document: each is kept with all of its bytes."""

_LABELS_MOST = 500
"""Most lines “Present:” that are looked at. Minutes of 40 meetings have fewer; a text of nothing else has a million."""

_SEVERAL = 2
WITHOUT_MINUTES = "another meeting, without minutes"
_OF_ISSUE = re.compile(r"(?:meeting|cyfarfod)\s*:\s*\d{1,2}/\d{1,2}/\d{4}\s+[-–]\s+\S", re.IGNORECASE)
_ATTENDANCE = re.compile(
    r"\s*(?:(?:members|councillors|(?:committee|board|panel) members) )?"
    r"(?:present|sederunt|(?:in )?attendance|attendees)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext\b|\bfuture\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?[\w/]{0,10}\d[.)]?\s")
_NAME_OF_PAPER = re.compile(r"(?:draft |unconfirmed |approved )?minutes", re.IGNORECASE)
_HEADER_MOST, _COVER_MOST, _LINE_MOST, _WORDS_MOST = 12, 40, 200, 24
_LINES_ABOVE = 60
"""Lines over “Present:” that are looked at, empty ones counted."""

Sitting = tuple[str, datetime.date]
"""Whose meeting it is, in small letters ('' where the header does not say), and when it was held."""


def read_sittings(source: str | bytes, format: str | None = None) -> tuple[Reading, ...]:
    """What is read of each meeting, in the order of the source: one reading where it tells of one.

    Each has all the lines of the source; the blocks of all of them, one behind the other, hold all of it. Raises
    UnreadableMinutes.
    """
    found = extract(source, format)
    if any(line.mark in TOLD for line in found.lines):
        return (read_extract(found),)
    form, starts = starts_of(found.lines)
    if len(starts) < _SEVERAL:
        return (read_extract(found),)
    if len(starts) > MOST:
        raise UnreadableMinutes(f"This tells of more than {MOST} meetings; bring in at most {MOST} in one document.")
    bounds = [0, *starts[1:], len(found.lines)]
    parts = [_part(found, start, end, form) for start, end in pairwise(bounds)]
    told = _told(_titled(parts) if form else parts)
    lines = tuple(line.text for line in found.lines)
    readings = (Reading(part.blocks, lines, found.format, cautions_of(part.blocks, part.notes)) for part in told)
    return tuple(readings) or (read_extract(found),)


def starts_of(lines: Sequence[Line]) -> tuple[Form | None, list[int]]:
    """Where each meeting begins, and the form of the page where it is one that parts them."""
    starts = _of_issue(lines)
    return (Form.ISSUE, starts) if len(starts) >= _SEVERAL else (None, _of_headers(lines))


@dataclass(frozen=True, slots=True)
class _Part:
    """What is said of one meeting; its blocks and notes name the lines of the whole source."""

    blocks: tuple[Block, ...]
    notes: tuple[Caution, ...]


def _part(found: Extract, start: int, end: int, form: Form | None) -> _Part:
    notes: list[Caution] = []
    blocks = blocks_of(found.lines[start:end], notes, form)
    moved = [note if note.line is None else replace(note, line=note.line + start) for note in notes]
    of_source = [note for note in found.warnings if note.line is None or start < note.line <= end]
    return _Part(
        tuple(
            block._replace(first_line=block.first_line + start, last_line=block.last_line + start) for block in blocks
        ),
        (*of_source, *moved),
    )


# --- a page of one matter ---------------------------------------------------------------------------------------------


def _of_issue(lines: Sequence[Line]) -> list[int]:
    """Where each meeting begins on a page "Issue details"; lines of one meeting that follow each other are one."""
    starts: list[int] = []
    before: Sitting | None = None
    last = ""
    for place, line in enumerate(lines):
        if len(line.text) > _LINE_MOST or line.text == last or not _OF_ISSUE.match(text := clean(line.text)):
            continue
        last = line.text
        meeting = read_meeting(text)
        if meeting is None or meeting.committee is None or meeting.date is None:
            continue
        sitting = (meeting.committee.lower(), meeting.date)
        if sitting != before:
            starts.append(place)
        if len(starts) > MOST:
            break
        before = sitting
    return starts


def _titled(parts: Sequence[_Part]) -> list[_Part]:
    """Where the page prints the title once, on top, the item of each meeting bears it."""
    named = (Kind.TITLE, Kind.ITEM)
    title = next((block.text for part in parts for block in part.blocks if block.kind in named), None)
    return [part if title is None else replace(part, blocks=_with_item(part.blocks, title)) for part in parts]


def _with_item(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The title behind the line that names the meeting, where no item is; it is printed elsewhere, so has no source."""
    place = next((place for place, block in enumerate(blocks) if block.kind is Kind.MEETING), None)
    if place is None or any(block.kind is Kind.ITEM for block in blocks):
        return blocks
    line = blocks[place]
    meeting = read_meeting(line.text)
    item = Block(
        kind=Kind.ITEM,
        text=title,
        number=meeting.item if meeting else None,
        first_line=line.first_line,
        last_line=line.last_line,
    )
    return (*blocks[: place + 1], item, *blocks[place + 1 :])


def _told(parts: Sequence[_Part]) -> list[_Part]:
    """Only the meetings of which something is told; what only names another goes with one beside it."""
    told: list[_Part] = []
    waiting: tuple[Block, ...] = ()
    for part in parts:
        if any(item.paragraphs or item.resolutions for item in assemble(part.blocks).items):
            told.append(replace(part, blocks=waiting + part.blocks))
            waiting = ()
        elif told:
            told[-1] = replace(told[-1], blocks=told[-1].blocks + _left_out(part.blocks))
        else:
            waiting += _left_out(part.blocks)
    return told


def _left_out(blocks: Sequence[Block]) -> tuple[Block, ...]:
    printed = [block for block in blocks if block.source]
    return tuple(
        block
        if block.kind in (Kind.LEFT_OUT, Kind.TITLE)
        else block._replace(kind=Kind.LEFT_OUT, reason=WITHOUT_MINUTES)
        for block in printed
    )


# --- minutes one behind another ---------------------------------------------------------------------------------------


def _of_headers(lines: Sequence[Line]) -> list[int]:
    """Where the minutes of each meeting begin; nothing where the first of them does not stand near the top."""
    starts: list[int] = []
    before: Sitting | None = None
    for start, sitting in _headers(lines):
        if before is None and sum(bool(line.text.strip()) for line in lines[:start]) > _COVER_MOST:
            return []
        if sitting != before:
            starts.append(start)
        before = sitting
    return starts


def _headers(lines: Sequence[Line]) -> Iterator[tuple[int, Sitting]]:
    """The headers that end in "Present:": the place of their first line, and what they say of the meeting."""
    labels = (place for place, line in enumerate(lines) if _is_attendance(line))
    for place in islice(labels, _LABELS_MOST):
        header = _above(lines, place)
        if header is not None:
            yield header


def _is_attendance(line: Line) -> bool:
    return (
        line.mark is not Mark.LEFT_OUT
        and _ATTENDANCE.match(line.text) is not None
        and PRESENT.match(clean(line.text[:_LINE_MOST])) is not None
    )


def _above(lines: Sequence[Line], present: int) -> tuple[int, Sitting] | None:
    """The lines over "Present:" that name the meeting; None where they name no day, or nothing but a day."""
    blocks: list[Block] = []
    start, seen = present, 0
    for place in range(present - 1, max(-1, present - _LINES_ABOVE), -1):
        text = "" if lines[place].mark is Mark.LEFT_OUT else clean(lines[place].text)
        if not text:
            continue
        seen += 1
        kind = _kind(text)
        if seen > _HEADER_MOST or kind is None or _NEXT.search(text):
            break
        if kind is Kind.DATE and any(span_of_date(block.text) for block in blocks):
            break  # the day of the next meeting, at the end of the minutes above
        if kind is not Kind.LEFT_OUT:
            start = place
            blocks.insert(0, Block(kind, text))
    committee, date = who_and_when(blocks)
    names = any(block.kind in (Kind.COMMITTEE, Kind.MEETING) for block in blocks)
    return (start, ((committee or "").lower(), date)) if date and names else None


def _kind(text: str) -> Kind | None:
    """What a line is in a header; LEFT_OUT where it may stand there and says nothing, None where it cannot."""
    if len(text) > _LINE_MOST or is_label(text) or _ATTENDANCE.match(text):
        return None
    if PRESENT.match(text) or APOLOGIES.match(text):
        return Kind.LEFT_OUT
    if is_date_line(text):
        return Kind.DATE
    if is_body(text):
        return Kind.COMMITTEE
    if read_header(text) is not None and not _NUMBERED.match(text):
        return Kind.MEETING
    if _NAME_OF_PAPER.fullmatch(text):
        return Kind.TITLE
    if _NUMBERED.match(text) and not meeting_detail_reason(text):
        return None
    return None if text[-1] in ".;,?!" or len(text.split()) > _WORDS_MOST else Kind.LEFT_OUT
