"""What the clerk should look at: numbers that skip, headers that are missing, several meetings on one page."""

from collections.abc import Sequence

from . import exempt
from .header import read_meeting
from .numbering import breaks, read_marker
from .structure import Block, Caution, Kind

_NUMBERED = (Kind.PARAGRAPH, Kind.STEM, Kind.HEADING, Kind.DECISION)
_MOST = 20


def check(blocks: Sequence[Block]) -> list[Caution]:
    notes = [*_broken_numbers(blocks), *_next_items(blocks), *exempt.cautions(blocks)]
    meetings = {block.text for block in blocks if block.kind is Kind.MEETING and _dated(block.text)}
    if len(meetings) > 1:
        notes.append(Caution(None, "This page holds several meetings; date and committee are those of the first."))
    if not any(block.kind is Kind.ITEM for block in blocks):
        notes.append(Caution(None, "No agenda item was found; everything was read as one item."))
    return notes


def _dated(text: str) -> bool:
    meeting = read_meeting(text)
    return meeting is not None and meeting.date is not None


def _next_items(blocks: Sequence[Block]) -> list[Caution]:
    """A paragraph numbered 76 in item 75, whose paragraphs are not numbered so, is perhaps the next item."""
    notes: list[Caution] = []
    item = ""
    seen: set[str] = set()
    for block in blocks:
        if block.kind is Kind.ITEM:
            item, seen = block.number or "", set()
        elif block.number and block.kind in _NUMBERED and item.isdecimal():
            if block.number == str(int(item[:9]) + 1) and not seen & {item, "1"}:
                notes.append(Caution(block.first_line, f"number {block.number} stands in item {item}; is it an item?"))
            seen.add(block.number)
    return notes[:_MOST]


def _broken_numbers(blocks: Sequence[Block]) -> list[Caution]:
    notes: list[Caution] = []
    run: list[tuple[int, Block]] = []
    for place, block in enumerate([*blocks, None]):
        if block is not None and block.kind is not Kind.ITEM:
            if block.kind in _NUMBERED and block.number:
                run.append((place, block))
            continue
        marked = [(held.first_line, marker) for _, held in run if (marker := read_marker(f"{held.number}. "))]
        notes.extend(Caution(line, f"number {found} follows {before}.") for line, before, found in breaks(marked))
        run = []
    return notes[:_MOST]
