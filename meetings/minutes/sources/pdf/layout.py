"""The lines of a page in the order in which they are read, with what their place on it says."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from string import ascii_letters

from .pdfium import Page, Run

_DRAWN = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF076: "❖",
    0xF0FC: "✓",
    0xF0A8: "•",
    0xF06E: "▪",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF02D: "–",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xCF00: "fi",
    0xD200: "fl",
    **{ord(letter) << 8: letter for letter in ascii_letters},
}
"""Bullets that only a symbol font draws, and letters that are drawn as one.

Ghostscript writes the letters of some ligatures with their bytes the wrong way round, so that "fi" becomes two Chinese
characters, and of "ffi" and "ffl" it adds up the last two.
"""
BULLET = re.compile(r"[•·▪◦‣●○■□➢➤►✓✔→➔♦❖⁃∙*\u2013\u2014-]|[oØü§](?=\s|\Z)")
_LIST_NUMBER = re.compile(
    r"(?:\d{1,4}(?:\.\d{1,3})*[.)\]]{0,2}|[\[(](?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})[)\]](?:[\[(][a-zA-Z0-9]{1,4}[)\]]|[.:])?"
    r"|(?:[a-zA-Z]|[ivx]{1,5})[.)]|[a-z]{2}\)|[A-Z]{0,6}/?\d{1,4}/\d{1,4}|[A-Z]{1,6}\d{1,4})\Z"
)
_SAME = 2.5
_HEAD_LINES = 4
_JUMBLED = 0.25


@dataclass(slots=True)
class Printed:
    """One line as it stands on its page; `y` counts downwards from the top, `reason` says why it is no minutes."""

    page: int
    runs: list[Run]
    y: float
    reason: str = ""
    left: float = field(init=False)
    right: float = field(init=False)
    height: float = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = self.runs[0].left, max(run.right for run in self.runs)
        self.height = max(self.runs, key=lambda run: len(run.text)).height
        self.text = "\t".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        return all(run.bold for run in self.runs)

    @property
    def hyphen(self) -> bool:
        return self.runs[-1].hyphen

    @property
    def numbered(self) -> bool:
        """Whether it begins with what may be a number or bullet of a list."""
        return is_list_number(self.text.split(None, 1)[0])

    @property
    def text_left(self) -> float:
        """Where the text behind its number begins, or the last of its columns."""
        last = self.runs[-1]
        return last.second if len(self.runs) == 1 and last.second and self.numbered else last.left


def is_list_number(word: str) -> bool:
    return bool(BULLET.fullmatch(word) or _LIST_NUMBER.match(word))


@dataclass(slots=True)
class Sheet:
    """One page: what is read on it, in its order, and what was printed across it."""

    place: int
    width: float
    height: float
    lines: list[Printed]
    across: list[Printed]


def sheet_of(page: Page, place: int) -> Sheet:
    lines = _once([_printed(runs, page, place) for runs in page.lines if runs])
    if _is_jumbled(lines):
        lines = _by_height(lines)
    lines = _with_their_numbers(_edges_outermost(lines))
    across = [_printed(runs, page, place) for runs in page.turned if runs]
    return Sheet(place, page.width, page.height, lines, across)


def _printed(runs: Sequence[Run], page: Page, place: int) -> Printed:
    drawn = [run._replace(text=text) for run in runs if (text := run.text.translate(_DRAWN).strip() or run.text)]
    return Printed(place, drawn, page.height - runs[0].y)


def _once(lines: list[Printed]) -> list[Printed]:
    """Bold letters are sometimes made by drawing a line twice, a hair's breadth apart."""
    found: list[Printed] = []
    seen: dict[str, list[Printed]] = defaultdict(list)
    for line in lines:
        twins = seen[line.text]
        if any(abs(twin.y - line.y) < 1.5 and abs(twin.left - line.left) < 1.5 for twin in twins[-3:]):
            continue
        twins.append(line)
        found.append(line)
    return found


def _is_jumbled(lines: Sequence[Printed]) -> bool:
    """Whether the file holds the lines in another order than that of the page: it goes up again and again."""
    ups = sum(
        behind.y < here.y - here.height and behind.left < here.right and here.left < behind.right
        for here, behind in pairwise(lines)
    )
    return len(lines) > 5 and ups > _JUMBLED * len(lines)


def _edges_outermost(lines: list[Printed]) -> list[Printed]:
    """Programs write a page's head and foot before or behind all else, wherever they stand."""
    top = min((line.y for line in lines), default=0.0)
    low = max((line.y for line in lines), default=0.0)
    heads: list[Printed] = []
    feet: list[Printed] = []
    while len(lines) > 1 and lines[0].y > low - _HEAD_LINES * lines[0].height and lines[0].y > lines[1].y:
        feet.append(lines.pop(0))
    while len(lines) > 1 and lines[-1].y == low:
        feet.append(lines.pop())
    while len(lines) > 1 and lines[-1].y < top + _HEAD_LINES * lines[-1].height and lines[-1].y < lines[0].y:
        heads.append(lines.pop())
    return [*sorted(heads, key=_place), *lines, *sorted(feet, key=_place)]


def _place(line: Printed) -> tuple[float, float]:
    return line.y, line.left


def _by_height(lines: Sequence[Printed]) -> list[Printed]:
    found: list[Printed] = []
    for line in sorted(lines, key=lambda line: (round(line.y), line.left)):
        before = found[-1] if found else None
        if before and abs(before.y - line.y) < _SAME and line.left >= before.right - 1:
            found[-1] = _beside(before, line)
        else:
            found.append(line)
    return found


def _with_their_numbers(lines: list[Printed]) -> list[Printed]:
    """Numbers that the file holds apart are put before the text that stands beside them."""
    alone = [line for line in lines if len(line.runs) == 1 and is_list_number(line.text)]
    if not alone:
        return lines
    homes: dict[int, list[Printed]] = defaultdict(list)
    for line in lines:
        homes[round(line.y)].append(line)
    gone: set[int] = set()
    for number in alone:
        near = [line for row in (-1, 0, 1) for line in homes[round(number.y) + row]]
        beside = [
            line
            for line in near
            if line is not number
            and abs(line.y - number.y) < _SAME
            and line.left > number.right
            and id(line) not in gone
        ]
        home = min(beside, key=lambda line: line.left, default=None)
        if home and not is_list_number(home.runs[0].text):
            home.runs.insert(0, number.runs[0])
            home.__post_init__()
            gone.add(id(number))
    return [line for line in lines if id(line) not in gone]


def _beside(first: Printed, second: Printed) -> Printed:
    return Printed(first.page, [*first.runs, *second.runs], first.y)
