"""Is a table one of figures, whose rows belong together, or does it only lay out the page, or hold the minutes?"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from meetings.minutes.formulas import DECIDING

LONGEST_CELL = 160
"""A cell of a table of figures is no longer; one that is holds text."""

_LETTER = re.compile(r"[^\W\d_]")
_DECIDED = re.compile(rf"\b(?:{'|'.join(DECIDING)})\b\s*(?:[:–—-]|that\b)", re.IGNORECASE)
_NUMBER_MOST = 6
_FEWEST_ROWS = 2
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


def _holds_minutes(rows: Sequence[Sequence[str]], *, several_paragraphs: bool) -> bool:
    """Rows of number, title and text: the numbers go up, and a cell holds several paragraphs or a decision."""
    numbered = [row for row in rows if len(row) > 1 and row[0].rstrip(".").isdecimal() and len(row[0]) < _NUMBER_MOST]
    numbers = [int(row[0].rstrip(".")) for row in numbered]
    if len(numbers) < _FEWEST_ROWS or any(behind != here + 1 for here, behind in pairwise(numbers)):
        return False
    return several_paragraphs or any(_DECIDED.search(cell) for row in numbered for cell in row[1:])
