"""What a clerk corrected in the reading of a document, done again where a later form of it prints the same.

Minutes that come in again are read anew, and would be misread in the same places: what the clerk joined, split, left
out or called by another kind before is carried over, so that the comparison shows what the document changed and
nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from meetings.minutes.structure import Block

from .effort import Effort, in_step


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Blocks as they were read, from `start` to `end`, and what the clerk made of the same piece of the source."""

    start: int
    end: int
    made: tuple[Block, ...]


def carried_over(read: Sequence[Block], corrected: Sequence[Block], again: Sequence[Block]) -> tuple[Block, ...]:
    """`read` are the blocks of the former document, `corrected` what a clerk made of them, `again` those of the new
    one. Gives the new ones, with his corrections where the source is printed as it was."""
    changed = [each for each in _stretches(read, corrected) if each.made != tuple(read[each.start : each.end])]
    former, latter = ([_printed(block) for block in blocks] for blocks in (read, again))
    same = _matching(former, latter) if changed else []
    found: list[Block] = list(again)
    for stretch in reversed(changed):
        for old, new, size in same:
            if old <= stretch.start and stretch.end <= old + size:
                start = new + stretch.start - old
                lines = again[start].first_line - read[stretch.start].first_line
                found[start : start + stretch.end - stretch.start] = [_moved(block, lines) for block in stretch.made]
    return tuple(found)


def _matching(former: Sequence[str], latter: Sequence[str]) -> Sequence[tuple[int, int, int]]:
    """Where both print the same: the place in the former, that in the latter, and how many blocks."""
    if Effort().allows(former, latter):
        return SequenceMatcher(None, former, latter, autojunk=False).get_matching_blocks()
    found: list[tuple[int, int, int]] = []
    for i, j in in_step(former, latter):
        old, new, size = found[-1] if found else (-1, -1, 0)
        if (i, j) == (old + size, new + size):
            found[-1] = (old, new, size + 1)
        else:
            found.append((i, j, 1))
    return found


def _stretches(read: Sequence[Block], corrected: Sequence[Block]) -> Iterator[_Stretch]:
    """The shortest runs of both that hold the same source: one block each, but where pieces were joined or split."""
    start = made = i = j = 0
    left = right = ""
    while True:
        if len(left) <= len(right):
            if i == len(read):
                return
            left += _printed(read[i])
            i += 1
        else:
            if j == len(corrected):
                return
            right += _printed(corrected[j])
            j += 1
        if left and len(left) == len(right):
            if left == right:
                yield _Stretch(start, i, tuple(corrected[made:j]))
            start, made, left, right = i, j, "", ""


def _printed(block: Block) -> str:
    return "".join(block.source.split())


def _moved(block: Block, lines: int) -> Block:
    return block._replace(first_line=block.first_line + lines, last_line=block.last_line + lines)
