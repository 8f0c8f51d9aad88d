"""Minutes as the files that clerks have them in: the same words, dressed as another format."""

import json
import re
from html import escape
from io import BytesIO

import docx
import typst

from tests.wordprocessing import abstract, begins_anew, level, listed, number, paragraph
from tests.wordprocessing import document as word


def as_html(text: str) -> bytes:
    """A page of the council's own: each line that is not empty is a paragraph, inside the page's menu and foot."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    page = (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Minutes</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><main>{body}</main><footer>About this site</footer></body></html>"
    )
    return page.encode()


def as_word(text: str) -> bytes:
    """A Word document as it is typed: each line that is not empty is a paragraph, and the numbers are typed too."""
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    return saved(document)


_PRINTED = re.compile(
    r"\s*(?P<open>[(\[]?)(?P<above>(?:\d+\.)*)(?P<own>\d+|[a-z]{1,4}(?=[)\].]))(?P<close>[)\].]*)(?P<gap>\s+)(?=\S)"
)
_BULLET = re.compile(r"\s*(?P<sign>[•·–-])\s+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def as_word_lists(text: str) -> bytes:
    """The same, but the numbers and bullets at the beginnings of its lines are lists, and Word makes them."""
    body, lists = [], _Lists()
    for line in text.splitlines():
        if not line.strip():
            continue
        found = _BULLET.match(line) or _PRINTED.match(line)
        list_ = lists.of(found) if found else None
        body.append(listed(list_, line[found.end() :]) if found and list_ else paragraph(line))
    return word(" ".join(body), numbering="".join((*lists.abstracts.values(), *lists.numbers)))


class _Lists:
    """One abstract list for each way in which a number is dressed, and a new list where the count does not go on."""

    def __init__(self) -> None:
        self.abstracts: dict[tuple[str, str, str], str] = {}
        self.numbers: list[str] = []
        self._counts: dict[tuple[str, str, str], int] = {}

    def of(self, printed: re.Match[str]) -> int | None:
        """The list that prints this before its next paragraph."""
        dress, value = self._dress(printed)
        if value < 1:
            return None
        name = list(self.abstracts).index(dress) if dress in self.abstracts else len(self.abstracts)
        label, format, gap = dress
        behind = f'<w:suff w:val="{gap}"/>'
        self.abstracts.setdefault(dress, abstract(name, level(0, label, format, more=behind)))
        goes_on = format == "bullet" or value == self._counts.get(dress, 0) + 1
        self._counts[dress] = value
        self.numbers.append(number(len(self.numbers) + 1, name, *([] if goes_on else [begins_anew(0, value)])))
        return len(self.numbers)

    def _dress(self, printed: re.Match[str]) -> tuple[tuple[str, str, str], int]:
        if "sign" in printed.groupdict():
            return (printed["sign"], "bullet", "tab"), 1
        own = printed["own"]
        label = f"{printed['open']}{printed['above']}%1{printed['close']}"
        gap = "space" if printed["gap"] == " " else "tab"
        if own.isdigit():
            return (label, "decimal", gap), int(own)
        roman = (label, "lowerRoman", gap)
        goes_on = own in _ROMAN and (own == "i" or self._counts.get(roman, 0) == _ROMAN.index(own))
        if goes_on and (own != "i" or self._counts.get((label, "lowerLetter", gap)) != _BEFORE_I):
            return roman, _ROMAN.index(own) + 1
        return (label, "lowerLetter", gap), ord(own) - ord("a") + 1 if len(own) == 1 else 0


_BEFORE_I = 8
_SHEET = """
#set document(title: "Minutes")
#set page(
  paper: "a4",
  margin: (x: 2.4cm, y: 2.6cm),
  header: context if counter(page).get().first() > 1 [Northmoor County Council],
  footer: context align(center)[Page #counter(page).display() of #counter(page).final().first()],
)
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "gb", hyphenate: false)
#set par(spacing: 0.95em)
#for cells in json(bytes(sys.inputs.lines)) {
  if cells.len() == 0 { v(1.3em) } else { par(cells.map(cell => [#cell]).join(h(1.5em))) }
}
"""
_SET_OFF = re.compile(r"\A\s*(\S{1,12})\s{2,}(?=\S)")


def as_pdf(text: str) -> bytes:
    """A PDF as a council prints it: A4, 11 points, page numbers, from the second page on a running head.

    Each line of the text is a paragraph, broken at the margin; an empty one leaves more room. Tabs, and spaces behind a
    number, become room too.
    """
    lines = [_SET_OFF.sub("\\1\t", line).split("\t") if line.strip() else [] for line in text.splitlines()]
    return typeset(_SHEET, lines=json.dumps(lines))


def typeset(source: str, **inputs: str) -> bytes:
    """A PDF of this typst source, set with the fonts that typst brings along, so that it is the same everywhere."""
    pdf = typst.compile(source.encode(), sys_inputs=inputs, format="pdf", ignore_system_fonts=True)
    assert isinstance(pdf, bytes)
    return pdf


def saved(document: docx.document.Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()
