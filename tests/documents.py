"""Minutes as the files that clerks have them in: the same words, dressed as another format."""

import json
import re
from html import escape
from io import BytesIO

import docx
import typst


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
  if cells.len() == 0 { v(0.6em) } else { par(cells.map(cell => [#cell]).join(h(1.5em))) }
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
