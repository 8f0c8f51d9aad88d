"""What a table is: one of figures, whose rows belong together, a form that was filled in, or only the page's layout."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from meetings.minutes.formulas import DECIDING
from meetings.minutes.undertakings import ACTION_COLUMNS, DUE_COLUMNS, OWNER_COLUMNS, TOLD_COLUMNS

LONGEST_CELL = 160
"""A cell of a table of figures is no longer; one that is holds text."""

_LETTER = re.compile(r"[^\W\d_]")
_DECIDED = re.compile(rf"\b(?:{'|'.join(DECIDING)})\b\s*(?:[:–—-]|that\b)", re.IGNORECASE)
_ACTION = re.compile(rf"(?:{'|'.join(ACTION_COLUMNS)})\Z", re.IGNORECASE)
_TOLD = re.compile(rf"(?:{'|'.join(TOLD_COLUMNS)}|(?:agenda )?items?|subject|topic)\b", re.IGNORECASE)
_LOGGED = re.compile(rf"(?:{'|'.join((*OWNER_COLUMNS, *DUE_COLUMNS))})\Z", re.IGNORECASE)
_LONGEST_HEAD = 40
_NOTHING = re.compile(r"(?:none|n/?a|nil|noted|no action(?: required)?|[\W_]*)\.?\Z", re.IGNORECASE)
_NUMBER_MOST = 6
_FEWEST_ROWS = 2
_FORM_WIDTH = 2
_NUMBER_CELL = re.compile(r"[\[(]?(?:\d+(?:[./]\d+)*[.)\]]*|[a-z]{1,4}[.)\]])", re.IGNORECASE)


def is_text(cells: Iterable[str]) -> bool:
    """Whether a row holds a cell that is too long for a table of figures."""
    return any(len(cell) > LONGEST_CELL for cell in cells)


def rows_of_figures(rows: Sequence[list[str]], *, several_paragraphs: bool) -> Sequence[list[str]]:
    """The rows of a table of figures; none for one that only lays out the page (numbers beside text) or holds minutes.

    `several_paragraphs` says that a cell of the table holds more than one paragraph.
    """
    if _holds_minutes(rows, several_paragraphs=several_paragraphs):
        return []
    wide = [row for row in rows if len(row) > 1]
    numbered = [row for row in wide if len(row) == 2 and _NUMBER_CELL.fullmatch(row[0]) and _LETTER.search(row[1])]
    return rows if len(wide) > 1 and len(wide) * 2 > len(rows) and len(numbered) * 2 < len(wide) else []


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row names what stands beside the name: "Date:" and the day."""
    filled = [row for row in rows if any(row)]
    return bool(filled) and all(len(row) == _FORM_WIDTH and row[0].endswith(":") for row in filled)


def action_column(heads: Sequence[str]) -> int | None:
    """Where actions stand in a table of items ("Item", "Discussion", "Action"); None in a log of actions."""
    if any(len(head) > _LONGEST_HEAD or _LOGGED.match(head) for head in heads) or not any(map(_TOLD.match, heads)):
        return None
    return next((place for place, head in enumerate(heads) if _ACTION.match(head)), None)


def names_action(text: str) -> bool:
    """Whether a cell in the column of actions holds one."""
    return not _NOTHING.match(text)


def _holds_minutes(rows: Sequence[Sequence[str]], *, several_paragraphs: bool) -> bool:
    """Rows of number, title and text: the numbers go up, and a cell holds several paragraphs or a decision."""
    numbered = [row for row in rows if len(row) > 1 and row[0].rstrip(".").isdecimal() and len(row[0]) < _NUMBER_MOST]
    numbers = [int(row[0].rstrip(".")) for row in numbered]
    if len(numbers) < _FEWEST_ROWS or any(behind != here + 1 for here, behind in pairwise(numbers)):
        return False
    return several_paragraphs or any(_DECIDED.search(cell) for row in numbered for cell in row[1:])
