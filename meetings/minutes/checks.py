"""What the clerk should look at: numbers that skip, headers that are missing, several meetings on one page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from . import balance, exempt
from .above import ABOVE
from .assemble import who_and_when
from .formulas import DECIDING
from .header import Meeting, read_header
from .numbering import Style, breaks, read_marker
from .stems import is_stem_line, split_stem
from .structure import Block, Caution, Kind, item_places
from .words import STANDING_ITEM

NO_COMMITTEE = Caution(None, "No committee was found; say which one met.")
NO_DATE = Caution(None, "No date of the meeting was found; say when it was held.")
_NUMBERED = frozenset({Kind.PARAGRAPH, Kind.STEM, Kind.HEADING, Kind.DECISION, Kind.IMPLICATION})
_MOST = 20
_ATTENDED = (Kind.PRESENT, Kind.APOLOGIES)
_DECIDES = (Kind.RESOLUTION, Kind.DECISION)
_SEVERAL = 2
_LONG = 300
_STANDS_ABOVE = "this line stands above the first item and"
_OF_ITEMS = (Style.NUMBER, Style.REFERENCE)
_DECIDED = re.compile(rf"\b(?:{'|'.join(DECIDING)})\b\s*(?:[:;–—-]|that\b|to\b)", re.IGNORECASE)


def check(blocks: Sequence[Block]) -> list[Caution]:
    items = item_places(blocks)
    sections = _numbered(blocks, items)
    notes = [*_broken_numbers(sections), *_next_items(sections), *_decided_rows(blocks), *exempt.cautions(blocks)]
    meetings = {(met.committee, met.date) for block in _of_kind(blocks, Kind.MEETING) if (met := _dated(block.text))}
    named = {met for met in meetings if met[0] or not any(other[0] and other[1] == met[1] for other in meetings)}
    if len(named) > 1:
        notes.append(Caution(None, "This page holds several meetings; date and committee are those of the first."))
    if not items:
        notes.append(Caution(None, "No agenda item was found; everything was read as one item."))
    notes += _minutes_above(blocks[: items[0]] if items else ())
    notes += balance.cautions(blocks, items)
    return [*notes, *_missing_header(blocks, items), *_unread(blocks)]


def _of_kind(blocks: Sequence[Block], kind: Kind) -> list[Block]:
    return [block for block in blocks if block.kind is kind]


def _missing_header(blocks: Sequence[Block], items: Sequence[int]) -> list[Caution]:
    """A page of one item need not say who met; the minutes of a whole meeting do."""
    above = blocks[: items[0]] if items else blocks
    if len(items) < _SEVERAL and not any(block.kind in _ATTENDED for block in above):
        return []
    committee, date = who_and_when(blocks)
    notes = [] if committee else [NO_COMMITTEE]
    return notes if date else [*notes, NO_DATE]


def _decided_rows(blocks: Sequence[Block]) -> list[Caution]:
    return [
        Caution(block.first_line, "this row of a table seems to hold a decision; is it a resolution?")
        for block in _of_kind(blocks, Kind.TABLE)
        if _DECIDED.search(block.text)
    ][:_MOST]


def _minutes_above(blocks: Sequence[Block]) -> list[Caution]:
    """A decision, or a number as items bear it, over the first item: perhaps an item was not known for one."""
    notes: list[Caution] = []
    for block in blocks:
        if block.kind not in _ATTENDED and block.reason != ABOVE:
            continue
        text = block.text[:_LONG]
        if _DECIDED.search(text) or split_stem(text) or is_stem_line(text):
            notes.append(Caution(block.first_line, f"{_STANDS_ABOVE} holds a decision; is it minutes?"))
        elif (marker := read_marker(text)) and marker.style in _OF_ITEMS and STANDING_ITEM.match(text[marker.length :]):
            notes.append(Caution(block.first_line, f"{_STANDS_ABOVE} bears a number; is it an item?"))
    return notes[:_MOST]


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


def _numbered(blocks: Sequence[Block], items: Sequence[int]) -> list[tuple[str, list[Block]]]:
    """The number of each item, with what is numbered in it; first what stands above all items."""
    bounds = pairwise([0, *items, len(blocks)])
    sections = [(start, [block for block in blocks[start:end] if block.number]) for start, end in bounds]
    return [
        (blocks[start].number or "" if at else "", [block for block in section if block.kind in _NUMBERED])
        for at, (start, section) in enumerate(sections)
    ]


def _next_items(sections: Sequence[tuple[str, Sequence[Block]]]) -> list[Caution]:
    """A paragraph numbered 76 in item 75, whose paragraphs are not numbered so, is perhaps the next item."""
    notes: list[Caution] = []
    for item, numbered in sections:
        following = str(int(item[:9]) + 1) if item.isdecimal() else ""
        numbers = [block.number for block in numbered]
        if not following or following not in numbers:
            continue
        own = next((place for place, number in enumerate(numbers) if number in (item, "1")), len(numbers))
        found = (block.first_line for block in numbered[:own] if block.number == following)
        notes.extend(Caution(line, f"number {following} stands in item {item}; is it an item?") for line in found)
    return notes[:_MOST]


def _counts_up(number: str | None, behind: str | None) -> bool:
    """Whether 33.2 stands behind 33.1; quickly said, so that only other numbers are looked at closely."""
    head, _, last = (number or "").rpartition(".")
    head_behind, _, last_behind = (behind or "").rpartition(".")
    decimal = head == head_behind and last.isdecimal() and last_behind.isdecimal()
    return decimal and int(last_behind) == int(last) + 1


def _broken_numbers(sections: Sequence[tuple[str, Sequence[Block]]]) -> list[Caution]:
    notes: list[Caution] = []
    for _, numbered in sections:
        if all(_counts_up(here.number, behind.number) for here, behind in pairwise(numbered)):
            continue
        marked = [(held.first_line, marker) for held in numbered if (marker := read_marker(f"{held.number}. "))]
        notes.extend(Caution(line, f"number {found} follows {before}.") for line, before, found in breaks(marked))
    return notes[:_MOST]
