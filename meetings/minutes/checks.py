"""What the clerk should look at: numbers that skip, headers that are missing, several meetings on one page."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from . import exempt
from .assemble import who_and_when
from .formulas import DECIDING
from .header import Meeting, read_header
from .numbering import breaks, read_marker
from .structure import Block, Caution, Kind

NO_COMMITTEE = Caution(None, "No committee was found; say which one met.")
NO_DATE = Caution(None, "No date of the meeting was found; say when it was held.")
_NUMBERED = (Kind.PARAGRAPH, Kind.STEM, Kind.HEADING, Kind.DECISION, Kind.IMPLICATION)
_MOST = 20
_ATTENDED = (Kind.PRESENT, Kind.APOLOGIES)
_DECIDES = (Kind.RESOLUTION, Kind.DECISION)
_SEVERAL = 2
_LONG = 300
_DECIDED = re.compile(rf"\b(?:{'|'.join(DECIDING)})\b\s*(?:[:;–—-]|that\b|to\b)", re.IGNORECASE)


def check(blocks: Sequence[Block]) -> list[Caution]:
    notes = [*_broken_numbers(blocks), *_next_items(blocks), *_decided_rows(blocks), *exempt.cautions(blocks)]
    meetings = {
        (met.committee, met.date) for block in blocks if block.kind is Kind.MEETING and (met := _dated(block.text))
    }
    named = {met for met in meetings if met[0] or not any(other[0] and other[1] == met[1] for other in meetings)}
    if len(named) > 1:
        notes.append(Caution(None, "This page holds several meetings; date and committee are those of the first."))
    if not any(block.kind is Kind.ITEM for block in blocks):
        notes.append(Caution(None, "No agenda item was found; everything was read as one item."))
    return [*notes, *_missing_header(blocks), *_unread(blocks)]


def _missing_header(blocks: Sequence[Block]) -> list[Caution]:
    """A page of one item need not say who met; the minutes of a whole meeting do."""
    items = sum(block.kind is Kind.ITEM for block in blocks)
    above = takewhile(lambda block: block.kind is not Kind.ITEM, blocks)
    if items < _SEVERAL and not any(block.kind in _ATTENDED for block in above):
        return []
    committee, date = who_and_when(blocks)
    notes = [] if committee else [NO_COMMITTEE]
    return notes if date else [*notes, NO_DATE]


def _decided_rows(blocks: Sequence[Block]) -> list[Caution]:
    return [
        Caution(block.first_line, "this row of a table seems to hold a decision; is it a resolution?")
        for block in blocks
        if block.kind is Kind.TABLE and _DECIDED.search(block.text)
    ][:_MOST]


def _unread(blocks: Sequence[Block]) -> list[Caution]:
    """A long text without a number, a decision or a label is perhaps no minutes, or in a form that is not known."""
    if any(block.number or block.kind in _DECIDES or block.reason == "label" for block in blocks):
        return []
    words = sum(len(block.text.split()) for block in blocks if block.kind is not Kind.LEFT_OUT)
    told = "No number and no resolution was found in this text; look whether it was understood."
    return [Caution(None, told)] if words > _LONG else []


def _dated(text: str) -> Meeting | None:
    meeting = read_header(text)
    return meeting if meeting is not None and meeting.date is not None else None


def _next_items(blocks: Sequence[Block]) -> list[Caution]:
    """A paragraph numbered 76 in item 75, whose paragraphs are not numbered so, is perhaps the next item."""
    notes: list[Caution] = []
    item = following = ""
    seen: set[str] = set()
    for block in blocks:
        if block.kind is Kind.ITEM:
            item, seen = block.number or "", set()
            following = str(int(item[:9]) + 1) if item.isdecimal() else ""
        elif following and block.number and block.kind in _NUMBERED:
            if block.number == following and not seen & {item, "1"}:
                notes.append(Caution(block.first_line, f"number {block.number} stands in item {item}; is it an item?"))
            seen.add(block.number)
    return notes[:_MOST]


def _counts_up(number: str | None, behind: str | None) -> bool:
    """Whether 33.2 stands behind 33.1; quickly said, so that only other numbers are looked at closely."""
    head, _, last = (number or "").rpartition(".")
    head_behind, _, last_behind = (behind or "").rpartition(".")
    decimal = head == head_behind and last.isdecimal() and last_behind.isdecimal()
    return decimal and int(last_behind) == int(last) + 1


def _broken_numbers(blocks: Sequence[Block]) -> list[Caution]:
    notes: list[Caution] = []
    run: list[tuple[int, Block]] = []
    for place, block in enumerate([*blocks, None]):
        if block is not None and block.kind is not Kind.ITEM:
            if block.kind in _NUMBERED and block.number:
                run.append((place, block))
            continue
        if all(_counts_up(here.number, behind.number) for (_, here), (_, behind) in pairwise(run)):
            run = []
            continue
        marked = [(held.first_line, marker) for _, held in run if (marker := read_marker(f"{held.number}. "))]
        notes.extend(Caution(line, f"number {found} follows {before}.") for line, before, found in breaks(marked))
        run = []
    return notes[:_MOST]
