"""A table of actions that was flattened to rows with bars or tabs: "Ref | Action | Owner | Due"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import formulas
from .piece import Piece
from .structure import Kind
from .words import TABLE_HEADS, whole

_ACTION = whole(formulas.ACTION_COLUMNS)
_OWNER = whole(formulas.OWNER_COLUMNS)
_DUE = whole(formulas.DUE_COLUMNS)
_DONE = whole(formulas.DONE, r"\.?")
_CELL = re.compile(r"[|\t]")
_BRACKETED = re.compile(r"\s*[\[(]([^\[\]()]*)[\])]")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Columns:
    """At which place of a row each thing stands."""

    count: int
    action: int
    owner: int
    due: int | None


def mark_action_rows(section: Sequence[Piece]) -> None:
    """Every row below such a head is an action; one that is said to be done is only a row of its table."""
    columns: _Columns | None = None
    for piece in section:
        cells = _cells(piece)
        if not piece.open or len(cells) < _FEWEST:
            columns = None
        elif found := _columns(cells):
            columns = found
            piece.leave_out(TABLE_HEADS)
        elif columns and len(cells) == columns.count and cells[columns.action]:
            _become_action(piece, cells, columns)


def _cells(piece: Piece) -> list[str]:
    if "|" not in piece.raw and "\t" not in piece.raw:
        return []
    row = piece.raw.strip()
    row = row.removeprefix("|").removesuffix("|") if "|" in row else row
    return [" ".join(cell.split()) for cell in _CELL.split(row)]


def _columns(cells: Sequence[str]) -> _Columns | None:
    def place(pattern: re.Pattern[str]) -> int | None:
        return next((at for at, cell in enumerate(cells) if pattern.match(cell)), None)

    action, owner = place(_ACTION), place(_OWNER)
    return None if action is None or owner is None else _Columns(len(cells), action, owner, place(_DUE))


def _become_action(piece: Piece, cells: Sequence[str], columns: _Columns) -> None:
    if any(_DONE.match(cell) for at, cell in enumerate(cells) if at != columns.action):
        piece.become(Kind.TABLE)
        return
    due = cells[columns.due] if columns.due is not None else ""
    owner = _BRACKETED.sub(r", \1", cells[columns.owner])
    task = cells[columns.action].rstrip(". ")
    piece.become(Kind.ACTION, wording=task + (f", due {due}" if due else "") + (f" [{owner}]" if owner else ""))
