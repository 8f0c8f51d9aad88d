"""Rows of a table, where cells stand in columns so clearly that nothing else can be meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .layout import Printed, is_list_number
from .pdfium import Run

_LEVEL = 2.5
_NEAR = 3.0
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_LONGEST_CELL = 160
_PITCH = 1.3


@dataclass(slots=True)
class _Cell:
    runs: list[Run]
    top: float
    low: float
    lines: set[int]

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def text(self) -> str:
        text = ""
        for run in self.runs:
            text += run.text if run.hyphen else f"{run.text} "
        return text.strip()


def rows_of(lines: Sequence[Printed], pitch: float) -> Iterator[Printed | list[list[str]]]:
    """The lines as they are, and in place of those of a table its rows."""
    if not any(len(line.runs) >= _FEWEST_COLUMNS for line in lines):
        yield from lines
        return
    tables = [table for table in _tables(_rows(_cells(lines, pitch))) if _is_sure(table)]
    taken = {at: place for place, table in enumerate(tables) for row in table for cell in row for at in cell.lines}
    said: set[int] = set()
    for at, line in enumerate(lines):
        if at not in taken:
            yield line
        elif taken[at] not in said:
            said.add(taken[at])
            yield _texts(tables[taken[at]])


def _cells(lines: Sequence[Printed], pitch: float) -> list[_Cell]:
    """Runs that follow each other in the file, right below each other at the same left edge, are one cell."""
    cells: list[_Cell] = []
    for at, line in enumerate(lines):
        for run in line.runs:
            before = cells[-1] if cells else None
            if before and _is_below(before, run, line.y, pitch):
                before.runs.append(run)
                before.low = line.y
                before.lines.add(at)
            else:
                cells.append(_Cell([run], line.y, line.y, {at}))
    return cells


def _is_below(cell: _Cell, run: Run, y: float, pitch: float) -> bool:
    near = 0 < y - cell.low < _PITCH * pitch * run.height and abs(cell.left - run.left) < _NEAR
    return near and not (is_list_number(run.text.split(None, 1)[0]) and is_list_number(cell.runs[0].text))


def _rows(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """Cells whose first lines are level, from left to right."""
    row: list[_Cell] = []
    for cell in cells:
        if row and not (abs(cell.top - row[0].top) < _LEVEL and cell.left > row[-1].right - 1):
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _tables(rows: Iterator[list[_Cell]]) -> Iterator[list[list[_Cell]]]:
    """Rows of three cells or more that follow each other downwards, in the same columns."""
    table: list[list[_Cell]] = []
    for row in rows:
        fits = len(row) >= _FEWEST_COLUMNS and not (is_list_number(row[0].text) and is_list_number(row[1].text))
        if table and not (fits and _is_next(table, row)):
            yield table
            table = []
        if fits:
            table.append(row)
    if table:
        yield table


def _is_next(table: Sequence[Sequence[_Cell]], row: Sequence[_Cell]) -> bool:
    before = table[-1]
    if len(row) != len(before) or row[0].top <= before[0].top:
        return False
    level = all(abs(cell.left - other.left) < _NEAR for cell, other in zip(before, row, strict=True))
    return level or (len(table) == 1 and _are_heads(before, row))


def _are_heads(heads: Sequence[_Cell], row: Sequence[_Cell]) -> bool:
    """Whether each stands over its column: heads are often set in the middle."""
    ends = [*(cell.left for cell in row[1:]), float("inf")]
    return all(
        cell.left > below.left - _NEAR and cell.right < end + _NEAR
        for cell, below, end in zip(heads, row, ends, strict=True)
    )


def _is_sure(table: Sequence[Sequence[_Cell]]) -> bool:
    long = any(len(cell.text) > _LONGEST_CELL for row in table for cell in row)
    return len(table) >= _FEWEST_ROWS and not long


def _texts(table: Sequence[Sequence[_Cell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table]
