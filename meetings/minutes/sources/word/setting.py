"""What is being set: a paragraph, the story that it belongs to, the cells of a table; and the lines they become."""

from dataclasses import dataclass, field

from lxml import etree

from meetings.minutes.sources.figures import is_text, rows_of_figures
from meetings.minutes.sources.line import Line, Mark

from .numbering import Number
from .styles import Dress

_SPACE = " \t"
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Paragraph:
    """`properties` (w:pPr) and `dress` say how it looks; `behind` are the lines of its boxes and notes."""

    parts: list[str] = field(default_factory=list)
    behind: list[Line] = field(default_factory=list)
    properties: etree._Element | None = None
    dress: Dress = field(default_factory=Dress)
    number: Number | None = None

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
            mark, note = _mark(paragraph, text)
            for broken in text.split("\n"):
                if printed := (label + broken.strip(_SPACE)).rstrip(_SPACE):
                    self.lines.append(Line(printed, mark, number.level if number else 0, note=note))
                    label = ""
        self.part()
        self.lines.extend(paragraph.behind)
        return text

    def part(self) -> None:
        """An empty line behind what was printed."""
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(""))


def _mark(paragraph: Paragraph, text: str) -> tuple[Mark, str]:
    """Councils set whole paragraphs in a style of headings for the sake of its number: these are none."""
    if paragraph.dress.is_contents:
        return Mark.LEFT_OUT, "table of contents"
    bare = text.strip()
    heads = paragraph.dress.is_heading and len(bare) <= _LONGEST_HEADING and bare[-1:] not in (".", ";", ",")
    return (Mark.HEADING if heads else Mark.PLAIN), ""


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
        if self.rows:
            self.rows[-1].append(cell)

    def set(self) -> None:
        """Rows of figures stay rows; of any other table each cell is printed by itself, in the order of reading."""
        self.story.part()
        figures = self._figures()
        self.story.lines.extend(Line(" | ".join(cells), Mark.ROW) for cells in figures)
        for cell in (cell for row in self.rows for cell in row):
            kept = cell.story.lines
            self.story.lines.extend(line for line in kept if not figures or line.mark is Mark.LEFT_OUT)
        self.story.part()

    def _figures(self) -> list[list[str]]:
        if self.holds_table:
            return []
        rows: list[list[str]] = []
        for row in self.rows:
            cells = [cell.text for cell in row]
            if is_text(cells):
                return []
            if any(cells):
                rows.append(cells)
        several = any(cell.story.paragraphs > 1 for row in self.rows for cell in row)
        return list(rows_of_figures(rows, several_paragraphs=several))
