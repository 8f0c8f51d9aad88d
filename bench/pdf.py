"""Reading PDF minutes: a long one, as a council prints it, from the bytes to the structure.

The processor time of both: of the process that fetches the pages, and of this one.
"""

import json
import os
import statistics
from collections.abc import Iterator

import typst

from bench.figure import Figure, count
from bench.wording import lines
from meetings.minutes import read

_ITEMS = 70
"""With twenty paragraphs each 138 pages."""
_RUNS = 3
_SHEET = """
#set document(title: "Minutes")
#set page(
  paper: "a4",
  margin: 2.5cm,
  header: [Northmoor County Council #h(1fr) Safer Communities Committee],
  footer: context align(center)[Page #counter(page).display() of #counter(page).final().first()],
)
#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "gb")
#for line in json(bytes(sys.inputs.lines)) { par[#line] }
"""


def figures() -> Iterator[Figure]:
    pdf = printed()
    read(pdf, "pdf")
    times = []
    for _ in range(_RUNS):
        began = _seconds()
        read(pdf, "pdf")
        times.append((_seconds() - began) * 1000)
    yield count("pdf: 138 pages", statistics.median(times), "ms", limit=3000)


def _seconds() -> float:
    return sum(os.times()[:4])


def printed() -> bytes:
    text = json.dumps([line for line in lines(items=_ITEMS, paragraphs=20) if line])
    pdf = typst.compile(_SHEET.encode(), sys_inputs={"lines": text}, format="pdf", ignore_system_fonts=True)
    return bytes(pdf or b"")
