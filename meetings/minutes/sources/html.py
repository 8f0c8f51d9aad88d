"""HTML to lines: paragraphs, numbered lists as printed, headings, tables; what a page only navigates by is skipped."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml import html as lxml_html

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.limits import refuse_tags
from meetings.minutes.ordinals import letters, roman

from .figures import is_text, rows_of_figures
from .line import Line, Mark

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "nav",
        "header",
        "footer",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "noscript",
        "svg",
        "iframe",
        "object",
        "template",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CONSENT = re.compile(r"cookie|consent-?(?:banner|dialog|popup|modal|manager)|onetrust|gdpr", re.IGNORECASE)
_CONSENT_ELEMENTS = frozenset(["div", "section", "aside", "dialog", "p"])
_CONSENT_MOST = 80
_CONSENT_LETTERS = 1500
_COLUMNS_MOST = 200
"""A table with a row of more cells is only the page's layout."""
_ATTRIBUTES_MOST = 200
_LADEN = re.compile(
    r"<[a-z][^\s<>\"']*+"
    rf"(?:\s*+[^\s=<>\"']++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"']*+))?+){{{_ATTRIBUTES_MOST + 1}}}",
    re.IGNORECASE,
)
"""A tag of so many attributes as none has: libxml2 compares each with all before it."""


def lines(content: str) -> list[Line]:
    """Every printed line of the page, an empty one between paragraphs."""
    refuse_tags(content)
    if _LADEN.search(content):
        raise UnreadableMinutes(
            f"This page has a tag of more than {_ATTRIBUTES_MOST} attributes; copy its text and paste that."
        )
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(content.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise UnreadableMinutes("This is not HTML that can be read; copy the page's text and paste that.") from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadableMinutes("This page is nested deeper than any page is; copy its text and paste that.")
    page = _Page()
    _walk(root, page)
    page.end_line()
    return page.lines


class _Page:
    """What has been printed so far, and the line that is being set."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._marker = ""
        self._mark = Mark.PLAIN
        self.lists: list[_List] = []

    def say(self, text: str | None) -> None:
        if text:
            self._parts.append(text)

    def begin_item(self, marker: str) -> None:
        self.end_line()
        self._marker = marker

    def begin_heading(self) -> None:
        self.end_line()
        self._mark = Mark.HEADING

    def end_line(self) -> None:
        if self._parts:
            text = _SPACE.sub(" ", "".join(self._parts)).strip(" ")
            self._parts.clear()
            if text.strip():
                self.lines.append(Line(self._marker + text, self._mark, len(self.lists)))
                self._marker = ""
        self._mark = Mark.PLAIN

    def end_paragraph(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(""))

    def row(self, cells: list[str]) -> None:
        self.end_line()
        self.lines.append(Line(" | ".join(cells), Mark.ROW))


class _List:
    """An open list; numbers are those that a browser draws."""

    def __init__(self, element: etree._Element) -> None:
        self._ordered = element.tag == "ol"
        self._type = element.get("type", "1")
        self._next = _whole(element.get("start"), 1)

    def marker(self, item: etree._Element) -> str:
        if not self._ordered:
            return "• "
        number = _whole(item.get("value"), self._next)
        self._next = number + 1
        kind = item.get("type", self._type)
        if number < 1 or kind not in "aAiI":
            return f"{number}. "
        printed = letters(number) if kind in "aA" else roman(number)
        return f"{printed if kind in 'ai' else printed.upper()}. "


def _whole(value: str | None, default: int) -> int:
    try:
        return int(value) if value and len(value) < 7 else default
    except ValueError:
        return default


def _walk(root: etree._Element, page: _Page) -> None:
    """Without recursion: pages nest deeper than Python does."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            _close(tag, page)
            if element is not root:
                page.say(element.tail)
        elif _is_skipped(tag, element):
            walker.skip_subtree()
        elif tag == "table" and (rows := _data_rows(element)):
            page.end_paragraph()
            for cells in rows:
                page.row(cells)
            walker.skip_subtree()
        else:
            _open(tag, element, page)


def _is_skipped(tag: str, element: etree._Element) -> bool:
    if not tag or tag in _SKIPPED or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return True
    return tag in _CONSENT_ELEMENTS and _asks_consent(element)


def _asks_consent(element: etree._Element) -> bool:
    """A banner or dialog that asks whether cookies may be kept; never the page that is classed after its banner."""
    if not _CONSENT.search(f"{element.get('id', '')} {element.get('class', '')}"):
        return False
    inside = list(islice(element.iter(), _CONSENT_MOST + 1))
    letters = sum(len(one.text or "") + len(one.tail or "") for one in inside)
    return len(inside) <= _CONSENT_MOST and letters <= _CONSENT_LETTERS


def _open(tag: str, element: etree._Element, page: _Page) -> None:
    if tag in ("ul", "ol"):
        page.end_line()
        page.lists.append(_List(element))
    elif tag == "li":
        page.begin_item(page.lists[-1].marker(element) if page.lists else "• ")
    elif tag in _HEADINGS:
        page.begin_heading()
    elif tag == "br" or tag in _BLOCKS:
        page.end_line()
    page.say(element.text)


def _close(tag: str, page: _Page) -> None:
    if tag in ("ul", "ol") and page.lists:
        page.end_line()
        page.lists.pop()
        page.end_paragraph()
    elif tag == "li":
        page.end_line()
    elif tag in _BLOCKS:
        page.end_paragraph()


def _data_rows(table: etree._Element) -> Sequence[list[str]]:
    """The rows of a table of figures; none for one that only lays out the page or holds the minutes."""
    if table.find(".//table") is not None:
        return []
    rows: list[list[str]] = []
    for row in table.iter("tr"):
        if len(row) > _COLUMNS_MOST:
            return []
        cells = [_cell_text(cell) for cell in row if cell.tag in ("td", "th")]
        if is_text(cells):
            return []
        if any(cells):
            rows.append(cells)
    several = any(len(cell.findall("p")) > 1 for cell in table.iter("td"))
    return rows_of_figures(rows, several_paragraphs=several)


def _cell_text(cell: etree._Element) -> str:
    return " ".join("".join(_texts(cell)).split())


def _texts(cell: etree._Element) -> Iterator[str]:
    for text in cell.itertext():
        yield str(text)
        yield " "
