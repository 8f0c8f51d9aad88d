"""The text of a Word document as it is printed: one walk over it, which needs no stack of Python's however it nests."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.sources.line import Line, Mark

from .markup import VAL, compatible, is_on, maths, w
from .numbering import Numbering
from .setting import Cell, Paragraph, Story, Table
from .styles import Dress, Styles, style_of
from .symbols import pictured

TEXT_LIMIT = 10_000_000
"""Most characters that are printed: some 3,000 pages."""
LINE_WEIGHT = 300
"""To understand a line costs as much as so many characters, however short it is: no more than 33,000 of them, which are
some 1,300 pages and, numbered on nine levels, four seconds' work."""
_CELL_WEIGHT = 60
_DEEPEST_FIELD = 40

_PARAGRAPH, _RUN, _TABLE, _ROW, _CELL, _BOX = w("p"), w("r"), w("tbl"), w("tr"), w("tc"), w("txbxContent")
_PPR, _RPR, _TRPR, _TCPR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
_P_STYLE, _R_STYLE, _VANISH, _BOLD, _SECTION = w("pStyle"), w("rStyle"), w("vanish"), w("b"), w("sectPr")
_DEL, _INS, _MOVE_FROM, _MOVE_TO = w("del"), w("ins"), w("moveFrom"), w("moveTo")
_CELL_DEL, _V_MERGE, _H_MERGE = w("cellDel"), w("vMerge"), w("hMerge")
_CHOICE, _FALLBACK = compatible("Choice"), compatible("Fallback")
_FIELD, _FIELD_KIND, _SYMBOL, _FONT, _CHARACTER = w("fldChar"), w("fldCharType"), w("sym"), w("font"), w("char")
_FOOTNOTE, _ENDNOTE, _ID = w("footnoteReference"), w("endnoteReference"), w("id")
_TEXTS = (w("t"), maths("t"))
_INSTRUCTION, _SIMPLE_FIELD, _INSTRUCTED = w("instrText"), w("fldSimple"), w("instr")
_COUNTS = re.compile(r"\s*(?:AUTONUM(?:LGL|OUT)?|LISTNUM)\b", re.IGNORECASE)
"""Fields that count, and whose result is not in the document."""
_FOREIGN = (w("altChunk"), w("subDoc"))
_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_UNPRINTED = (_PPR, _RPR, _SECTION, w("tblPr"), w("tblGrid"), w("tblPrEx"), _TRPR, _TCPR, w("sdtPr"), w("rt"))
_GONE = (_DEL, _MOVE_FROM)

Notes = Callable[[str, str], str]
"""Gives the text of a note by its kind ("footnotes") and its id."""


class Printer:
    """Walks the text once.

    Behind it `is_changed` says that changes were tracked, `has_foreign` that a file in it was not read, `has_counted`
    that a field makes a number which is not here.
    """

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._stories = [Story()]
        self._tables: list[Table] = []
        self._fields: list[bool] = []  # those that are open: whether their result has begun
        self._bold = False
        self._size = 0
        self.is_changed = False
        self.has_foreign = False
        self.has_counted = False

    def lines(self, root: etree._Element) -> list[Line]:
        walker = etree.iterwalk(root, events=("start", "end"), tag=_WALKED)
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                leaves_out = _LEFT_OUT.get(element.tag)
                if leaves_out is not None and leaves_out(self, element):
                    skipped = element
                    walker.skip_subtree()
                elif (begin := _BEGIN.get(element.tag)) is not None:
                    begin(self, element)
            elif element is skipped:
                skipped = None
            elif (end := _END.get(element.tag)) is not None:
                end(self, element)
        self._close(self._stories[0])
        return self._stories[0].lines

    # --- what is left out ---------------------------------------------------------------------------------------------

    def _is_unprinted(self, element: etree._Element) -> bool:
        return True

    def _is_gone(self, element: etree._Element) -> bool:
        self.is_changed = True
        return True

    def _is_said_before(self, element: etree._Element) -> bool:
        """The same thing for older programs, behind a way to say it that is chosen."""
        return element.getprevious() is not None

    def _is_hidden(self, run: etree._Element) -> bool:
        """Fields that a hidden run opens or closes count all the same."""
        properties = run.find(_RPR)
        if not self._hides(properties):
            self._bold = self._sets_bold(properties)
            return False
        for mark in run.iterfind(_FIELD):
            self._mark_field(mark)
        return True

    def _hides(self, properties: etree._Element | None) -> bool:
        """Whether text with these properties (w:rPr) is not printed: by themselves, or by one of its styles."""
        told = is_on(properties, _VANISH)
        if told is not None:
            return told
        style = style_of(properties, _R_STYLE)
        if style is not None and self._styles.hides(style):
            return True
        current = self._stories[-1].current
        return current is not None and current.dress.is_hidden

    def _sets_bold(self, properties: etree._Element | None) -> bool:
        told = is_on(properties, _BOLD)
        if told is not None:
            return told
        style = style_of(properties, _R_STYLE)
        return self._current().dress.is_bold or (style is not None and self._styles.sets_bold(style))

    def _is_row_gone(self, row: etree._Element) -> bool:
        properties = row.find(_TRPR)
        gone = properties is not None and properties.find(_DEL) is not None
        self.is_changed |= gone
        return gone

    def _is_cell_gone(self, cell: etree._Element) -> bool:
        """A cell that was merged into the one above or before it keeps its place in the row, and prints nothing."""
        properties = cell.find(_TCPR)
        if properties is None:
            return False
        if properties.find(_CELL_DEL) is not None:
            return self._is_gone(cell)
        merged = [properties.find(name) for name in (_V_MERGE, _H_MERGE)]
        if not any(one is not None and one.get(VAL, "continue") == "continue" for one in merged):
            return False
        self._add(Cell())
        return True

    # --- text ---------------------------------------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        if all(self._fields):
            current = self._current()
            current.parts.append(text)
            current.is_bold = current.is_bold and (self._bold or text.isspace())

    def _current(self) -> Paragraph:
        """The paragraph that is being set; text that stands in none, which is no valid markup, makes one."""
        story = self._stories[-1]
        if story.current is None:
            story.current = Paragraph()
        return story.current

    def _say_text(self, element: etree._Element) -> None:
        if element.text:
            self._say(element.text)

    def _say_break(self, element: etree._Element) -> None:
        self._say(_BREAKS[element.tag])

    def _say_symbol(self, element: etree._Element) -> None:
        try:
            self._say(pictured(element.get(_FONT), int(element.get(_CHARACTER, ""), 16)))
        except (ValueError, OverflowError):
            return

    def _mark_field(self, element: etree._Element) -> None:
        """What stands between the beginning of a field and its separator is its instruction."""
        kind = element.get(_FIELD_KIND)
        if kind == "begin" and len(self._fields) < _DEEPEST_FIELD:
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _read_instruction(self, element: etree._Element) -> None:
        told = element.get(_INSTRUCTED) if element.tag == _SIMPLE_FIELD else element.text
        self.has_counted |= bool(_COUNTS.match(told or ""))

    def _refer(self, element: etree._Element) -> None:
        """A note stands at the foot of the page and in no paragraph: it is shown, and left out."""
        kind = "footnotes" if element.tag == _FOOTNOTE else "endnotes"
        text = self._notes(kind, element.get(_ID, ""))
        if text:
            self._current().behind.append(Line(text, Mark.LEFT_OUT, note=kind[:-1]))
            self._grow(text)

    def _meet_change(self, element: etree._Element) -> None:
        self.is_changed = True

    def _meet_foreign(self, element: etree._Element) -> None:
        self.has_foreign = True

    # --- paragraphs ---------------------------------------------------------------------------------------------------

    def _begin_paragraph(self, element: etree._Element) -> None:
        story = self._stories[-1]
        self._set_loose(story)
        current = story.open or Paragraph()
        current.properties = element.find(_PPR)
        current.dress = self._styles.dress(style_of(current.properties, _P_STYLE))
        story.current, story.open = current, None

    def _end_paragraph(self, element: etree._Element) -> None:
        story = self._stories[-1]
        current, story.current = story.current, None
        self._fields = [begun for begun in self._fields if begun]  # an instruction that never ends hides no paragraphs
        if current is None:
            return
        mark = current.properties.find(_RPR) if current.properties is not None else None
        if mark is not None and any(mark.find(name) is not None for name in _GONE):
            self.is_changed = True
            story.open = current  # its text runs into the next paragraph, whose number and style it takes
        elif self._hides_end(mark, current.dress):
            if current.parts or current.behind:
                self._number(current)  # a style separator: the number and heading of this, the text of the next
                story.open = current
        else:
            self._set(story, current)

    def _hides_end(self, mark: etree._Element | None, dress: Dress) -> bool:
        told = is_on(mark, _VANISH)
        return dress.is_hidden if told is None else told

    def _number(self, paragraph: Paragraph) -> None:
        """Once for each paragraph. One that only ends a section bears no number."""
        properties = paragraph.properties
        ends_section = properties is not None and properties.find(_SECTION) is not None and not paragraph.text.strip()
        if paragraph.number is None and not ends_section:
            paragraph.number = self._numbering.next_number(properties, paragraph.dress)

    def _set(self, story: Story, paragraph: Paragraph) -> None:
        self._number(paragraph)
        self._grow(story.set(paragraph))

    def _grow(self, text: str) -> None:
        self._weigh(len(text) + (text.count("\n") + 1) * LINE_WEIGHT)

    def _weigh(self, weight: int) -> None:
        self._size += weight
        if self._size > TEXT_LIMIT:
            raise UnreadableMinutes("This Word document is too long; bring the minutes in one meeting at a time.")

    def _set_loose(self, story: Story) -> None:
        if story.current is not None:
            self._set(story, story.current)
            story.current = None

    def _close(self, story: Story) -> None:
        for left in (story.open, story.current):
            if left is not None:
                self._set(story, left)
        story.open = story.current = None

    # --- boxes and tables ---------------------------------------------------------------------------------------------

    def _begin_box(self, element: etree._Element) -> None:
        self._stories.append(Story())

    def _end_box(self, element: etree._Element) -> None:
        """A text box is printed behind the paragraph that it hangs on."""
        box = self._stories.pop()
        self._close(box)
        self._current().behind.extend(box.lines)

    def _begin_table(self, element: etree._Element) -> None:
        story = self._stories[-1]
        self._close(story)
        for outer in self._tables[-1:]:
            outer.holds_table = True
        self._tables.append(Table(story))

    def _end_table(self, element: etree._Element) -> None:
        self._tables.pop().set()

    def _begin_row(self, element: etree._Element) -> None:
        if self._tables:
            self._tables[-1].rows.append([])

    def _begin_cell(self, element: etree._Element) -> None:
        """A cell outside a table, which is no valid markup, is part of what it stands in."""
        cell = Cell() if self._tables else Cell(self._stories[-1])
        self._add(cell)
        self._stories.append(cell.story)

    def _add(self, cell: Cell) -> None:
        self._weigh(_CELL_WEIGHT)
        if self._tables:
            self._tables[-1].add(cell)

    def _end_cell(self, element: etree._Element) -> None:
        self._close(self._stories.pop())


_Meets = Callable[[Printer, etree._Element], None]

_LEFT_OUT: Mapping[str, Callable[[Printer, etree._Element], bool]] = {
    **dict.fromkeys(_UNPRINTED, Printer._is_unprinted),
    **dict.fromkeys(_GONE, Printer._is_gone),
    _CHOICE: Printer._is_said_before,
    _FALLBACK: Printer._is_said_before,
    _RUN: Printer._is_hidden,
    _ROW: Printer._is_row_gone,
    _CELL: Printer._is_cell_gone,
}
_BEGIN: Mapping[str, _Meets] = {
    **dict.fromkeys(_TEXTS, Printer._say_text),
    **dict.fromkeys(_BREAKS, Printer._say_break),
    **dict.fromkeys(_FOREIGN, Printer._meet_foreign),
    _SYMBOL: Printer._say_symbol,
    _FIELD: Printer._mark_field,
    _INSTRUCTION: Printer._read_instruction,
    _SIMPLE_FIELD: Printer._read_instruction,
    _FOOTNOTE: Printer._refer,
    _ENDNOTE: Printer._refer,
    _INS: Printer._meet_change,
    _MOVE_TO: Printer._meet_change,
    _PARAGRAPH: Printer._begin_paragraph,
    _BOX: Printer._begin_box,
    _TABLE: Printer._begin_table,
    _ROW: Printer._begin_row,
    _CELL: Printer._begin_cell,
}
_END: Mapping[str, _Meets] = {
    _PARAGRAPH: Printer._end_paragraph,
    _BOX: Printer._end_box,
    _TABLE: Printer._end_table,
    _CELL: Printer._end_cell,
}
_WALKED = tuple({*_LEFT_OUT, *_BEGIN, *_END})
