"""What is being set: a paragraph, the story that it belongs to, the cells of a table; and the lines they become."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from meetings.minutes.sources.figures import action_column, is_form, is_text, names_action, rows_of_figures
from meetings.minutes.sources.line import Line, Mark

from .numbering import Number
from .styles import Dress

_SPACE = " \t"
_PAIR = 2
_HEAD_AND_BODY = 2
_LONGEST_LISTED = 70
_LONGEST_HEADING = 200
_LONGEST_BOLD = 100
_BOLD_DEPTH = 10
"""Behind the nine that Word has for headings."""


@dataclass(slots=True)
class Paragraph:
    """`properties` (w:pPr) and `dress` say how it looks; `behind` are the lines of its boxes and notes.

    `is_bold` as long as all that is printed in it was.
    """

    parts: list[str] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    properties: etree._Element | None = None
    dress: Dress = field(default_factory=Dress)
    number: Number | None = None
    is_bold: bool = True

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class Story:
    """What runs on by itself: the body, a cell, a text box. `open` is a paragraph whose end was deleted or hidden."""

    lines: list[Line] = field(default_factory=list)
    paragraphs: int = 0
    current: Paragraph | None = None
    open: Paragraph | None = None

    def set(self, paragraph: Paragraph) -> str:
        """Adds the paragraph's lines and an empty one behind them; gives its text."""
        text, number = paragraph.text, paragraph.number
        label = number.printed if number else ""
        if text.strip() or (number and not number.is_bullet):
            self.paragraphs += 1
            mark, level, note = _mark(paragraph, text)
            for broken in text.split("\n"):
                if printed := (label + broken.strip(_SPACE)).rstrip(_SPACE):
                    self.lines.append(Line(printed, mark, level, note=note))
                    label = ""
        self.part()
        self.lines.extend(paragraph.behind)
        return text

    def part(self) -> None:
        """An empty line behind what was printed."""
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(""))


def _mark(paragraph: Paragraph, text: str) -> tuple[Mark, int, str]:
    """The mark, level and note of its lines. A short line in bold is a heading too, below all that are said to be.

    Councils set whole paragraphs in a style of headings for the sake of its number: these are none.
    """
    if paragraph.dress.is_contents:
        return Mark.LEFT_OUT, 0, "table of contents"
    bare = text.strip()
    if paragraph.dress.heading and bare and len(bare) <= _LONGEST_HEADING and bare[-1] not in ".;,":
        return Mark.HEADING, paragraph.dress.heading, ""
    if paragraph.is_bold and bare and len(bare) <= _LONGEST_BOLD and bare[-1] not in ".;,:?!" and "\n" not in bare:
        return Mark.HEADING, _BOLD_DEPTH, ""
    return Mark.PLAIN, paragraph.number.level if paragraph.number else 0, ""


@dataclass(slots=True)
class Cell:
    story: Story = field(default_factory=Story)

    @property
    def text(self) -> str:
        """Its text in a row, without its notes."""
        told = (line.text for line in self.story.lines if line.mark is not Mark.LEFT_OUT)
        return " ".join(" ".join(told).split())


@dataclass(slots=True)
class Table:
    """`story` is what it stands in; `holds_table` says that another stands in it."""

    story: Story
    rows: list[list[Cell]] = field(default_factory=list)
    holds_table: bool = False

    def add(self, cell: Cell) -> None:
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(cell)

    def set(self) -> None:
        self.story.part()
        self.story.lines.extend(self._lines())
        self.story.part()

    def _lines(self) -> Iterator[Line]:
        """Rows of figures and of forms stay rows; else each cell stands by itself, in the order of reading."""
        rows = [] if self.holds_table else [[cell.text for cell in row] for row in self.rows]
        if is_form(rows):
            for row in self.rows:
                yield from _filled_in(row)
        elif self._is_lists_side_by_side(rows):
            yield from (line for column in zip(*self.rows, strict=True) for cell in column for line in cell.story.lines)
        elif figures := self._figures(rows):
            yield from (Line(" | ".join(cells), Mark.ROW) for cells in figures)
            yield from (line for line in self._each_line() if line.mark is Mark.LEFT_OUT)
        else:
            self._mark_actions(rows)
            yield from self._each_line()

    def _each_line(self) -> Iterator[Line]:
        return (line for row in self.rows for cell in row for line in cell.story.lines)

    def _is_lists_side_by_side(self, rows: Sequence[Sequence[str]]) -> bool:
        """ "Present" and "Apologies" as heads, and under each of them its names: read one column behind the other."""
        if len(rows) != _HEAD_AND_BODY or len(rows[0]) != len(rows[1]) or not all(rows[0]):
            return False
        heads, lists = ([cell.story for cell in row] for row in self.rows)
        short = all(len(line.text) <= _LONGEST_LISTED for story in lists for line in story.lines)
        several = sum(story.paragraphs > 1 for story in lists)
        return short and several > 0 and all(story.paragraphs == 1 for story in heads)

    def _figures(self, rows: Sequence[list[str]]) -> Sequence[list[str]]:
        rows = [cells for cells in rows if any(cells)]
        if any(map(is_text, rows)) or (rows and action_column(rows[0]) is not None):
            return []
        several = any(cell.story.paragraphs > 1 for row in self.rows for cell in row)
        pairs = all(len(row) <= _PAIR for row in rows)
        return [] if several and pairs else rows_of_figures(rows, several_paragraphs=several)

    def _mark_actions(self, rows: Sequence[Sequence[str]]) -> None:
        place = action_column(rows[0]) if rows else None
        if place is not None:
            for cell in (cell for row in self.rows[1:] for cell in row[place : place + 1]):
                cell.story.lines = [_as_action(line) for line in cell.story.lines]


def _as_action(line: Line) -> Line:
    if not line.text or line.mark is Mark.LEFT_OUT:
        return line
    if names_action(line.text):
        return line._replace(mark=Mark.ACTION)
    return line._replace(mark=Mark.LEFT_OUT, note="no action")


def _filled_in(row: Sequence[Cell]) -> Iterator[Line]:
    """The name and what stands beside it on one line, as they are printed."""
    before: Line | None = None
    for line in (line for cell in row for line in cell.story.lines):
        if before is not None and before.text.endswith(":") and line.text and line.mark is before.mark:
            before = before._replace(text=f"{before.text} {line.text}")
        elif line.text or before is None or not before.text.endswith(":"):
            if before is not None:
                yield before
            before = line
    if before is not None:
        yield before
