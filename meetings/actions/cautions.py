"""What the reader was unsure of in a document, and what of it the clerk has settled since.

A caution is settled where its line is not understood any more as it was when the document came in; and where it said
that something does not fit together, once that fits, whichever piece was changed for it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from meetings.actions.steps import version_of
from meetings.minutes import Block, Reading
from meetings.minutes.checks import check
from meetings.models import SourceDocument


@dataclass(frozen=True, slots=True)
class Doubt:
    """A caution as it stands now; `line` counts from 1, None where it is about the whole document."""

    text: str
    line: int | None
    is_settled: bool


def remembered(reading: Reading) -> list[dict[str, Any]]:
    """The cautions of a reading, each with what tells later whether it is settled."""
    found = _found(reading.blocks)
    pieces = _pieces(reading.blocks, {caution.line for caution in reading.warnings if caution.line})
    return [
        {
            "line": caution.line,
            "text": caution.text,
            "piece": pieces.get(caution.line or 0, ""),
            "is_found": (caution.line, caution.text) in found,
        }
        for caution in reading.warnings
    ]


def doubts(source: SourceDocument, blocks: Sequence[Block]) -> list[Doubt]:
    """What was said when `source` came in, as it stands now that the clerk has made these `blocks` of it."""
    rows: list[Mapping[str, Any]] = source.cautions
    found = _found(blocks) if any(row.get("is_found") for row in rows) else set()
    pieces = _pieces(blocks, {row["line"] for row in rows if row["line"]})
    return [Doubt(row["text"], row["line"], _is_settled(row, found, pieces)) for row in rows]


def _is_settled(row: Mapping[str, Any], found: Collection[tuple[int | None, str]], pieces: Mapping[int, str]) -> bool:
    if row.get("piece") and pieces.get(row["line"]) != row["piece"]:
        return True
    return bool(row.get("is_found")) and (row["line"], row["text"]) not in found


def _found(blocks: Sequence[Block]) -> set[tuple[int | None, str]]:
    """What does not fit together in these blocks."""
    return {(caution.line, caution.text) for caution in check(blocks)}


def _pieces(blocks: Sequence[Block], lines: Iterable[int]) -> dict[int, str]:
    """By each of the lines, what stands for the pieces that hold it; they are the same as long as these are."""
    wanted = sorted(lines)
    held: dict[int, list[Block]] = {}
    for block in blocks:
        for line in wanted[bisect_left(wanted, block.first_line) : bisect_right(wanted, block.last_line)]:
            held.setdefault(line, []).append(block)
    return {line: version_of(pieces) for line, pieces in held.items()}
