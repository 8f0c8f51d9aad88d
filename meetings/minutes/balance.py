"""Whether the division into items looks right: numbers that jump, one item that holds nearly all, minutes left out."""

import re
from collections.abc import Sequence
from statistics import median

from .structure import PARAGRAPH_KINDS, Block, Caution, Kind
from .words import STANDING_ITEM

_FIGURES = re.compile(r"\d{1,9}")
_BEGINS = re.compile(r"(?:\A|\n|[.?!:)”]\s)\s*\Z")
_TITLE_BEHIND = re.compile(r"[.:)]?\s+[A-Z]")
_NEAR = 8
_FEWEST_ITEMS, _LARGEST, _TIMES, _SHARE = 3, 40, 8, 0.7
_LOOKED_THROUGH = 4
"""So often all blocks are looked through for numbers that are missed: items may count in several ways side by side."""
_TITLES = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.RESOLUTION})
_TITLE_MOST = 60
_LEFT_LEAST, _SENTENCE = 360, 8
_SURE = ("foot of the e-mail", "cookie banner", "note of the page", "particulars of the decision", "printed again")
"""Reasons for which whole sentences are left out, and no minutes."""


def cautions(blocks: Sequence[Block], items: Sequence[int]) -> list[Caution]:
    """`items`: where the titles of the items stand."""
    return [*_jumps(blocks, items), *_standing(blocks, items), *_crowded(blocks, items), *_left_out(blocks)]


def _jumps(blocks: Sequence[Block], items: Sequence[int]) -> list[Caution]:
    """ "67/19" somewhere between the items 66/19 and 68/19: it was perhaps not known for an item."""
    last: dict[str, tuple[list[int], int]] = {}
    notes: list[Caution] = []
    left = _LOOKED_THROUGH * len(blocks)
    for place in items:
        number = blocks[place].number or ""
        figures = [int(found) for found in _FIGURES.findall(number)]
        dress = _FIGURES.sub("0", number)
        before, behind = last.get(dress, ([], place))
        changed = [at for at, (one, other) in enumerate(zip(figures, before, strict=False)) if one != other]
        if len(changed) == 1 and before[changed[0]] + 1 < figures[changed[0]]:
            left -= place - behind
            if left < 0:
                break
            due = _counted_up(blocks[behind].number or "", changed[0])
            notes += _missed(due, blocks[behind + 1 : place])
        last[dress] = figures, place
    return notes


def _counted_up(number: str, at: int) -> str:
    """The number behind this one: "67/19" behind "66/19", where its first figure counts."""
    found = list(_FIGURES.finditer(number))[at]
    return f"{number[: found.start()]}{int(found[0]) + 1}{number[found.end() :]}"


def _missed(due: str, between: Sequence[Block]) -> list[Caution]:
    """The first place where the number that is due begins a line, or a sentence."""
    for block in between:
        if block.number == due:  # `checks` asks of it by itself
            return []
        at = _begins_with(due, block.source) if due in block.source else -1
        if at >= 0:
            line = block.first_line + block.source.count("\n", 0, at)
            return [Caution(line, f"number {due} stands here between two items; is it an item?")]
    return []


def _begins_with(due: str, source: str) -> int:
    """Where this number begins a line, or a sentence; -1 where it does not."""
    at = source.find(due)
    while at >= 0:
        if _TITLE_BEHIND.match(source, at + len(due)) and _BEGINS.search(source, max(0, at - _NEAR), at):
            return at
        at = source.find(due, at + 1)
    return -1


def _standing(blocks: Sequence[Block], items: Sequence[int]) -> list[Caution]:
    """ "3. Declarations of interest" among the paragraphs of another item."""
    if not items:
        return []
    return [
        Caution(block.first_line, f"“{block.number} {block.text}” stands within an item; is it an item?")
        for block in blocks[items[0] :]
        if block.kind in _TITLES
        and block.number
        and block.number.isdecimal()
        and len(block.text) <= _TITLE_MOST
        and STANDING_ITEM.match(block.text.rstrip("."))
    ]


def _crowded(blocks: Sequence[Block], items: Sequence[int]) -> list[Caution]:
    """One item with nearly all paragraphs, among many that have few."""
    if len(items) < _FEWEST_ITEMS:
        return []
    ends = [*items[1:], len(blocks)]
    held = [sum(block.kind in PARAGRAPH_KINDS for block in blocks[at:end]) for at, end in zip(items, ends, strict=True)]
    most = max(held)
    if most < _LARGEST or most < _SHARE * sum(held) or most < _TIMES * median(held):
        return []
    first = blocks[items[held.index(most)]].first_line
    return [Caution(first, f"this item holds {most} of {sum(held)} paragraphs; are there titles of other items in it?")]


def _left_out(blocks: Sequence[Block]) -> list[Caution]:
    """More sentences left out than kept, by their letters."""
    left = [block for block in blocks if block.kind is Kind.LEFT_OUT]
    told = [block for block in left if _is_sentence(block) and not any(sure in block.reason for sure in _SURE)]
    letters = sum([len(block.text) for block in told])
    kept = sum([len(block.text) for block in blocks]) - sum([len(block.text) for block in left])
    if letters < _LEFT_LEAST or letters < kept:
        return []
    note = "half of this text or more was left out, from this line on; look whether it is minutes."
    return [Caution(told[0].first_line, note)]


def _is_sentence(block: Block) -> bool:
    return block.text[-1:] in ".?!:;" and len(block.text.split()) > _SENTENCE
