"""A table of actions that was flattened to rows with bars or tabs: "Ref | Action | Owner | Due"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from . import furniture, undertakings
from .numbering import read_marker
from .piece import Label, Piece
from .running import BESIDE_SIGNED, SIGNED
from .seeking import whole
from .sources.line import Line, Mark
from .stems import is_stem_line
from .structure import Kind
from .words import COLUMN_HEAD, DECISION_HEADING, TABLE_HEADS, is_heading

_ACTION = whole(undertakings.ACTION_COLUMNS)
_OWNER = whole(undertakings.OWNER_COLUMNS)
_DUE = whole(undertakings.DUE_COLUMNS)
_DONE = whole(undertakings.DONE, r"\.?")
_TOLD = whole(undertakings.TOLD_COLUMNS)
_ANY_HEAD = whole(
    (
        *furniture.COLUMN_HEADS,
        *undertakings.ACTION_COLUMNS,
        *undertakings.OWNER_COLUMNS,
        *undertakings.DUE_COLUMNS,
    )
)
_BAR = re.compile(r"\|")
_CELL = re.compile(r"[|\t]")
_WIDE = re.compile(r"\s{2,}")
_ACTION_NUMBER = whole((r"action (?:no\.?|number|ref(?:erence)?\.?|id)",))
_ACTION_CELL = whole((r"actions?(?: points?)?(?: \d{1,3})?",), r"\s*:?")
_TASK_LEAST = 3
_ITEMS = whole((*undertakings.TOLD_COLUMNS, r"(?:agenda )?items?(?: no\.?)?|subject|topic|title"))
_BRACKETED = re.compile(r"\s*[\[(]([^\[\]()]*)[\])]")
_ACTION_LETTERS = frozenset("AaTt")
_FEWEST, _FEWEST_STACKED, _FEWEST_ROWS = 2, 3, 2
_CELLS_MOST = 60
"""Cells of a row; a line of more bars or tabs is none, and is not parted a million times."""
_HEAD_MOST, _CELL_MOST = 30, 300
_AMOUNT = re.compile(r"[-–(]?£?\s?\d{1,3}(?:,?\d{3})*\.\d\d\)?|[-–(]?£\s?\d[\d,]*")
_AMOUNT_MOST, _PAID_MOST = 14, 80
_FEWEST_AMOUNTS, _CELLS_TO_AMOUNT = 3, 6


def cells_of_items(lines: Sequence[Line]) -> dict[int, list[int]]:
    """In a table whose rows are items ("Item | Discussion | Action"), the columns at which each row's cells begin."""
    found: dict[int, list[int]] = {}
    count = 0
    for place, line in enumerate(lines):
        if "|" not in line.text or line.mark is not Mark.PLAIN:
            continue
        row = line.text.strip().removeprefix("|")
        cells = [" ".join(cell.split()) for cell in row.split("|", _CELLS_MOST)]
        if len(cells) > _CELLS_MOST:
            continue
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) >= _FEWEST and all(COLUMN_HEAD.match(cell) for cell in cells):
            count = len(cells) if any(_TOLD.match(cell) for cell in cells) else 0
        elif _FEWEST <= len(cells) <= count and read_marker(cells[0]):
            bars = [bar.end() for bar in _BAR.finditer(line.text) if line.text[: bar.start()].strip()]
            found[place] = [bar for bar in bars if line.text[bar:].strip()]
    return found


@dataclass(frozen=True, slots=True)
class _Columns:
    """At which place of a row each thing stands."""

    count: int
    action: int
    owner: int
    due: int | None


_LABELLED_MOST = 4
_LABELLED = _Columns(count=_LABELLED_MOST, action=1, owner=2, due=3)


def holds_rows(pieces: Sequence[Piece]) -> bool:
    """Whether a head and a row may stand there."""
    return sum([_parts_cells(piece.raw) for piece in pieces]) >= _FEWEST_ROWS


def mark_action_rows(section: Sequence[Piece], *, logs: bool = False) -> None:
    """Every row below such a head is an action; one that is said to be done is only a row of its table.

    `logs`: only where the rows cannot be items of the agenda, with what was said of each. Ask `holds_rows` before.
    """
    columns: _Columns | None = None
    for piece in section:
        if not (piece.open or piece.reason == TABLE_HEADS):
            continue
        cells = _cells(piece)
        if len(cells) < _FEWEST:
            columns = None
        elif found := _columns(cells):
            columns = None if logs and any(map(_ITEMS.match, cells)) else found
            if columns:
                piece.leave_out(TABLE_HEADS)
        elif columns and piece.open and len(cells) == columns.count and cells[columns.action]:
            _become_action(piece, cells, columns)
        elif columns is None and piece.open and len(cells) <= _LABELLED_MOST and _ACTION_CELL.match(cells[0]):
            _mark_labelled(piece, cells)


def heads_owners(pieces: Sequence[Piece]) -> bool:
    """Whether a column names who is to act: a head of a table says so, or "ACTION" alone above the first item."""
    start = next((place for place, piece in enumerate(pieces) if piece.kind is Kind.ITEM), 0)
    for piece in pieces[:start]:
        if _heads_actions(piece) and piece.kind is not Kind.LEFT_OUT:
            piece.leave_out(TABLE_HEADS)
    return any(piece.reason == TABLE_HEADS and "action" in piece.text.lower() for piece in pieces)


def _mark_labelled(piece: Piece, cells: Sequence[str]) -> None:
    """ "Action | Mend the wall | Engineer | 3 May", or without the last, in a row among others."""
    if len(cells[_LABELLED.action].split()) >= _TASK_LEAST:
        _become_action(piece, [*cells, "", ""][:_LABELLED_MOST], _LABELLED)


def _cells(piece: Piece) -> list[str]:
    """Parted by bars, tabs, or three spaces and more."""
    if not _parts_cells(piece.raw):
        return []
    row = piece.raw.strip()
    row = row.removeprefix("|").removesuffix("|") if "|" in row else row
    cells = (_CELL if "|" in row or "\t" in row else _WIDE).split(row, _CELLS_MOST)
    return [" ".join(cell.split()) for cell in cells] if len(cells) <= _CELLS_MOST else []


def _parts_cells(raw: str) -> bool:
    return "|" in raw or "\t" in raw or ("   " in raw and "\n" not in raw)


def _columns(cells: Sequence[str]) -> _Columns | None:
    def place(pattern: re.Pattern[str]) -> int | None:
        return next((at for at, cell in enumerate(cells) if pattern.match(cell)), None)

    action, owner = place(_ACTION), place(_OWNER)
    if action is None and place(_ACTION_NUMBER) is not None:
        action = place(_TOLD)
    return None if action is None or owner is None else _Columns(len(cells), action, owner, place(_DUE))


def _become_action(piece: Piece, cells: Sequence[str], columns: _Columns) -> None:
    if any(_DONE.match(cell) for at, cell in enumerate(cells) if at != columns.action):
        piece.become(Kind.TABLE)
        return
    due = cells[columns.due] if columns.due is not None else ""
    owner = _BRACKETED.sub(r", \1", cells[columns.owner])
    task = cells[columns.action].rstrip(". ")
    piece.become(Kind.ACTION, wording=task + (f", due {due}" if due else "") + (f" [{owner}]" if owner else ""))


# --- cells one to a line ----------------------------------------------------------------------------------------------


def mark_stacked_rows(section: Sequence[Piece], *, close: bool = False) -> None:
    """A table of actions whose cells came one to a line: below as many heads, as many lines are a row.

    `close`: only where no empty line parts the cells of a row, so that the table ends by itself before the next item.
    Asked only where `heads_actions` finds such a column.
    """
    place = 0
    while place < len(section):
        if len(section[place].text) > _HEAD_MOST:
            place += 1
            continue
        end = _end_of_heads(section, place)
        heads = section[place:end]
        columns = _columns([piece.text for piece in heads]) if len(heads) >= _FEWEST_STACKED else None
        place = max(end - 1, place + 1)  # the last may be the first of other heads
        if columns and not (close and (heads[1].gap or _tells(heads))):
            for piece in heads:
                piece.leave_out(TABLE_HEADS)
            place = max(place, _mark_rows_below(section, end, columns, close=close))


def heads_actions(pieces: Sequence[Piece]) -> bool:
    """Whether a column of actions is headed so; quickly said, so that other sources are not looked through for one."""
    return any(map(_heads_actions, pieces))


def _heads_actions(piece: Piece) -> bool:
    return piece.text[:1] in _ACTION_LETTERS and len(piece.text) <= _HEAD_MOST and bool(_ACTION.match(piece.text))


def _tells(heads: Sequence[Piece]) -> bool:
    """Whether a column holds what was said, so that the rows are items, or parts of one."""
    return any(_TOLD.match(head.text) and not head.text.lower().startswith("minute") for head in heads)


def _end_of_heads(section: Sequence[Piece], place: int) -> int:
    """Behind the last head; between them stand as many empty lines as between the first two."""
    end = place
    while end < len(section) and _is_head(section[end]):
        if end > place + 1 and section[end].gap != section[place + 1].gap:
            break
        end += 1
    return end


def _is_head(piece: Piece) -> bool:
    if len(piece.text) > _HEAD_MOST or not (piece.open or piece.reason == TABLE_HEADS):
        return False
    return bool(_ANY_HEAD.match(piece.text))


def _mark_rows_below(section: Sequence[Piece], start: int, columns: _Columns, *, close: bool) -> int:
    """Marks row after row up to what cannot be a cell; gives the place behind the last."""
    row: list[Piece] = []
    cells: list[str] = []
    first = section[start] if start < len(section) else None
    for place in range(start, len(section)):
        piece = section[place]
        closed = not piece.open and not (row and piece.reason in (SIGNED, BESIDE_SIGNED))  # "Clerk" over "4 May"
        if closed or len(piece.text) > _CELL_MOST or is_stem_line(piece.text):
            return place - len(row)
        if close and first and (piece.gap if row else not _begins_as(piece, first)):
            return place - len(row)
        row.append(piece)
        cells += (
            [piece.text[: piece.marker.length].strip(), piece.body] if piece.alone and piece.marker else [piece.text]
        )
        if len(cells) > columns.count:
            return place + 1 - len(row)
        if len(cells) == columns.count:
            _become_row(row, cells, columns)
            row, cells = [], []
    return len(section) - len(row)


def _begins_as(piece: Piece, first: Piece) -> bool:
    """Whether this may be the first cell of a row below the first: as far off, and with a number where that has one."""
    return (
        bool(piece.gap) == bool(first.gap)
        and piece.alone == first.alone
        and (piece.marker is None) == (first.marker is None)
    )


def _become_row(row: Sequence[Piece], cells: Sequence[str], columns: _Columns) -> None:
    for piece in row:
        piece.become(Kind.TABLE)
    task = next((piece for piece in row if cells[columns.action] in (piece.text, piece.body)), None)
    if task is not None:  # else a number stands where the task should
        _become_action(task, cells, columns)


def mark_decision_cells(item: Sequence[Piece], behind: int) -> None:
    """A row of a table of decisions, a cell to each line: the last `behind` are no decision, and all the others are."""
    cells = list(takewhile(lambda piece: piece.gap == 0, item[1:]))
    officers = cells[-behind:] if 0 < behind < len(cells) else []
    if not officers or not all(piece.open and not piece.marker and is_heading(piece.text) for piece in officers):
        return
    for piece in officers:
        piece.become(Kind.CONTACT)
    for piece in cells:
        piece.section = piece.section or Label.DECISION


def columns_behind_decision(pieces: Sequence[Piece]) -> int | None:
    """How many columns stand behind "Decision", where the heads came one to a line and no column tells more."""
    heads = [piece.text for piece in pieces if piece.reason == TABLE_HEADS]
    place = next((at for at, head in enumerate(heads) if DECISION_HEADING.match(head)), None)
    if place is None or any(_TOLD.match(head) or _ACTION.match(head) for head in heads):
        return None
    return len(heads) - place - 1


# --- payments, a cell to a line ---------------------------------------------------------------------------------------


def mark_payments(item: Sequence[Piece]) -> None:
    """ "2041" over "Mill Timber" over "£88.00", row below row with no empty line between: a table, no paragraphs."""
    amounts = [place for place, piece in enumerate(item) if piece.open and _is_amount(piece.text)]
    done = 0
    for first in amounts if len(amounts) >= _FEWEST_AMOUNTS else ():
        if first < done:
            continue
        start, end = first, first + 1
        while start - 1 > done and not item[start].gap and _may_be_cell(item[start - 1]):
            start -= 1
        while end < len(item) and not item[end].gap and _may_be_cell(item[end]):
            end += 1
        done = end
        found = sum(piece.open and _is_amount(piece.text) for piece in item[start:end])
        if found >= _FEWEST_AMOUNTS and found * _CELLS_TO_AMOUNT >= end - start:
            for piece in item[start:end]:
                piece.become(Kind.TABLE)


def _is_amount(text: str) -> bool:
    return len(text) <= _AMOUNT_MOST and text[-1:].isdecimal() and bool(_AMOUNT.fullmatch(text))


def _may_be_cell(piece: Piece) -> bool:
    if not (piece.open or piece.reason == TABLE_HEADS) or len(piece.text) > _PAID_MOST:
        return False
    return piece.text[-1:] not in (".", ":", ";") and not is_stem_line(piece.text)
