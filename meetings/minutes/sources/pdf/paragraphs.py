"""Printed lines to lines that are one paragraph each, over the ends of pages too."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from meetings.minutes.sources.line import Line, Mark

from .hyphens import Hyphens
from .layout import BULLET, Printed, Sheet, is_list_number
from .measure import PARAGRAPH_GAP, Columns, Setting, is_centred
from .rows import rows_of

_GAP = 1.3
_SPARE = 0.35
"""Of a line's height: as close as this a word was not fitted in, for programs round, and count spaces differently."""
_LEAST_SPARE = 0.5
_NEAR = 2.5
_INDENT = 0.7
_MOST_EMPTY = 3
_DEEPEST = 5.0
_HANGING = 5.0
_SHORT = 0.7
_SIZE = 0.12
_HEADING_SIZE = 1.13
_HEADING_LETTERS = 120
_HEADING_LINES = 3
_SURE_NUMBER = re.compile(
    r"[\[(]?(?:\d{1,3}[.)\]]|\d{1,4}(?:\.\d{1,3})+[.)]?|[a-zA-Z][.)\]]|[ivx]{1,5}[.)\]])(?=\s)|[A-Z]+/\d"
)
_ENDED = re.compile(r"[.?!:;][”’\"')»\]]*\Z")
_GOES_ON = re.compile(r"\b(?:and|or|but)\Z")
_BROKEN = re.compile(r"\w-\Z")
_NO_SPACE = re.compile(r"\w/ \w|\d– \d|\w— \w")


class Paragraphs:
    """The paragraph that is being read, and the lines that were."""

    def __init__(self, setting: Setting, hyphens: Hyphens) -> None:
        self._setting = setting
        self._hyphens = hyphens
        self._columns: dict[int, Columns] = {}
        self._open: list[Printed] = []
        self._aside: list[Line] = []
        self._lines: list[Line] = []

    def lines_of(self, sheets: Sequence[Sheet]) -> list[Line]:
        for sheet in sheets:
            self._columns[sheet.place] = Columns(sheet, self._setting.margins[sheet.place])
            self._add_sheet(sheet)
        self._close()
        return [*self._lines, *self._aside]

    def _add_sheet(self, sheet: Sheet) -> None:
        """A foot and a head stand between two paragraphs, or behind the one that goes over the page."""
        heads = sorted((line for line in sheet.lines if line.reason), key=lambda line: line.y)
        above = [line for line in heads if line.y < sheet.height / 2]
        below = [line for line in heads if line.y >= sheet.height / 2]
        self._aside += [_left_out(line, line.reason) for line in above]
        for part in rows_of([line for line in sheet.lines if not line.reason], self._setting.pitch):
            if isinstance(part, Printed):
                self._add(part)
            else:
                self._close()
                self._blank()
                self._lines += [Line(" | ".join(cells), Mark.ROW) for cells in part]
                self._lines.append(Line(""))
        self._aside += [_left_out(line, "printed across the page") for line in sheet.across]
        self._aside += [_left_out(line, line.reason) for line in below]

    def _add(self, line: Printed) -> None:
        if self._open and not self._goes_on(line):
            before = self._open[-1]
            self._close()
            empty = self._empty_between(before, line)
            if self._lines and self._lines[-1].text:
                self._lines += [Line("")] * empty
        self._open.append(line)

    def _close(self) -> None:
        """What was printed aside while the paragraph was read stands behind it, but between no number and its text."""
        alone = len(self._open) == 1 and is_list_number(self._open[0].text)
        if self._open:
            self._lines.append(self._line(self._open))
            self._open = []
        if self._aside and not alone:
            self._lines += [*self._aside, Line("")]
            self._aside = []

    def _blank(self) -> None:
        if self._lines and self._lines[-1].text:
            self._lines.append(Line(""))

    def _goes_on(self, line: Printed) -> bool:
        """Whether the line is more of the paragraph."""
        before = self._open[-1]
        if abs(line.height - before.height) > _SIZE * before.height or not self._is_below(before, line):
            return False
        ended = bool(_ENDED.search(before.text))
        if ended and not self._setting.wraps:
            return False
        sure = self._setting.spaced or not ended or line.text[:1].islower()
        spare = _SPARE * line.height if sure else _LEAST_SPARE
        if not before.hyphen and not self._columns[before.page].is_full(before, line, spare):
            return False
        if line.bold != before.bold and (ended or line.text[:1].isupper()):
            return False
        on_top = line.page != before.page or line.y < before.y
        if on_top and ended and self._may_head(before, line):
            return False
        return self._is_aligned(line) and not self._begins(line, ended=ended)

    def _may_head(self, before: Printed, line: Printed) -> bool:
        """On top of a page or column, behind a whole sentence: may it be a heading, or what a colon announced?"""
        if line.text[:1].islower():
            return False
        short = line.right - line.left < _SHORT * max(other.right - other.left for other in self._open)
        return before.text.endswith(":") or (short and not _ENDED.search(line.text))

    def _is_below(self, before: Printed, line: Printed) -> bool:
        """Right below, or on top of the next column or page."""
        apart = line.y - before.y
        if line.page == before.page and apart > 0:
            return apart < PARAGRAPH_GAP * self._setting.pitch * before.height
        return line.page != before.page or line.left > before.right

    def _is_aligned(self, line: Printed) -> bool:
        first, before = self._open[0], self._open[-1]
        if line.page == before.page and line.y < before.y:
            return True
        left = line.left + self._shift(line)
        if len(self._open) > 1:
            return abs(left - before.left) < _NEAR or is_centred(before, line)
        if abs(left - first.text_left) < _NEAR:
            return True
        if len(first.runs) > 1 and not first.numbered:
            return False
        outdent = left < first.left and first.left - left < _DEEPEST * line.height
        return outdent or abs(left - first.left) < _NEAR or is_centred(first, line)

    def _shift(self, line: Printed) -> float:
        """How far the text of the page before begins to the right of this page's: every other is bound on its right."""
        lefts = self._setting.lefts
        return 0.0 if line.page == self._open[0].page else lefts[self._open[0].page] - lefts[line.page]

    def _begins(self, line: Printed, *, ended: bool) -> bool:
        """Whether a number or bullet opens a paragraph here, or only happens to stand at the beginning of the line."""
        if not line.numbered or (self._setting.spaced and is_list_number(line.text)):
            return False
        first = self._open[0]
        hangs = first.text_left - first.left > _HANGING
        word = line.text.split(None, 1)[0]
        if (BULLET.fullmatch(word) and word not in "-–—") or (len(line.runs) > 1 and is_list_number(line.runs[0].text)):
            return True
        if first.numbered and not word.isdecimal() and _shape(word) == _shape(first.text.split(None, 1)[0]):
            return True
        if hangs and len(self._open) > 1 and abs(line.left - first.text_left) < _NEAR < abs(line.left - first.left):
            return ended and bool(_SURE_NUMBER.match(line.text))
        if _SURE_NUMBER.match(line.text) and not word[:1].isdigit():
            return True
        return ended or (bool(_GOES_ON.search(self._open[-1].text)) and bool(_SURE_NUMBER.match(line.text)))

    def _empty_between(self, before: Printed, line: Printed) -> int:
        """How many empty lines stand between two paragraphs, or would if the room between them were made of lines."""
        if line.page != before.page or line.y < before.y:
            return int(bool(_ENDED.search(before.text)) or not line.text[:1].islower())
        pitch = self._setting.pitch * max(before.height, min(line.height, self._setting.height))
        if line.y - before.y > _GAP * pitch:
            return min(max(1, round((line.y - before.y) / pitch) - 1), _MOST_EMPTY)
        indented = line.left - before.left > _INDENT * line.height and abs(line.left - before.text_left) > _NEAR
        return int(indented and not line.numbered and not is_centred(before, line))

    def _line(self, printed: Sequence[Printed]) -> Line:
        text = printed[0].text
        for before, line in pairwise(printed):
            if before.hyphen:
                text = self._hyphens.join(text, line.text)
            elif _BROKEN.search(text[-2:]):
                text = self._hyphens.join(text[:-1], line.text)
            else:
                text += line.text if _NO_SPACE.search(f"{text[-2:]} {line.text[:1]}") else f" {line.text}"
        if printed[-1].hyphen:
            text += "-"
        return Line(text, Mark.HEADING if self._is_heading(printed, text) else Mark.PLAIN)

    def _is_heading(self, printed: Sequence[Printed], text: str) -> bool:
        if len(printed) > _HEADING_LINES or len(text) > _HEADING_LETTERS or text[-1] in ".;:,?!" or printed[0].numbered:
            return False
        larger = all(line.height > _HEADING_SIZE * self._setting.height for line in printed)
        return larger or (all(line.bold for line in printed) and not self._setting.bold)


def _shape(number: str) -> str:
    """How a number is dressed: that of "(2)" is that of "(1)", and another than that of "2."."""
    return re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", number)))


def _left_out(line: Printed, reason: str) -> Line:
    return Line(line.text, Mark.LEFT_OUT, note=reason)


def texts(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What is printed, without the words that were broken."""
    broken = False
    for sheet in sheets:
        for line in sheet.lines:
            text = line.text.partition(" ")[2] if broken else line.text
            broken = line.hyphen or bool(_BROKEN.search(text))
            yield text.rpartition(" ")[0] if broken else text
