"""The pages of a PDF, fetched from pdfium in a process of its own that may take so much time and memory and no more."""

import json
import logging
import subprocess
import sys
from pathlib import Path

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.structure import Caution

from . import pdfium
from .pdfium import Page, Run

_PROGRAM = Path(pdfium.__file__)
_SECONDS = 4.5
"""By the clock; `pdfium` ends itself after 3.5 seconds of work, which are more on a busy machine."""
_ENDS = {-27: "slow", -6: "large"}
"""What the process ends with that has had its processor time (SIGPROF), and where pdfium finds no memory (SIGABRT)."""
_TRAILER = 2_048
"""Bytes from the end within which a whole PDF says %%EOF; the standard's 1,024, and as many that mail put behind."""
_NAMED = 12
_FEWEST_LETTERS = 20
_UNMAPPED = 0.3

_ASK = "ask for the Word file, or open this in a program that recognises text (OCR) and save it again"
_REFUSALS = {
    "locked": "This PDF is locked with a password; save a copy without one, and choose that.",
    "damaged": "This PDF is damaged and cannot be opened; ask for it again, or for the Word file.",
    "long": f"This PDF has more than {pdfium.PAGES_LIMIT:,} pages or is as long; bring in one meeting at a time.",
    "large": "This PDF needs more memory than there is for one; bring in one meeting at a time.",
    "busy": "The machine is busy, and this PDF took too long to read; try again in a minute, or ask for the Word file.",
    "slow": "This PDF takes too long to read; bring in one meeting at a time, or ask for the Word file.",
}
logger = logging.getLogger(__name__)


def open_pages(content: bytes, notes: list[Caution]) -> list[Page]:
    """Every page that holds text. Raises UnreadableMinutes where there is none, or the PDF cannot be opened."""
    found = _fetch(content)
    pages = [page for page in found if page is not None]
    if not pages:
        raise UnreadableMinutes(_REFUSALS["damaged"])
    _refuse_unreadable(pages)
    _caution(content, found, notes)
    return pages


def _fetch(content: bytes) -> list[Page | None]:
    try:
        done = subprocess.run(  # noqa: S603 - our own file, and nothing of the PDF on the command line
            [sys.executable, "-P", str(_PROGRAM)], input=content, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableMinutes(_REFUSALS["busy"]) from None
    if done.returncode in _ENDS:
        raise UnreadableMinutes(_REFUSALS[_ENDS[done.returncode]])
    if done.returncode:
        logger.warning("pdfium ended with %s: %s", done.returncode, done.stderr[-500:].decode("utf-8", "replace"))
        raise UnreadableMinutes(_REFUSALS["damaged"])
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise UnreadableMinutes(_REFUSALS[answer["refused"]])
    return [None if page is None else _page(page) for page in answer["pages"]]


def _page(row: list[list[list[list[object]]]]) -> Page:
    width, height, lines, turned, words, unmapped, pictured = row
    # from our own program, so the types hold without asking each
    page = Page(width, height, lines, turned, words, unmapped, pictured)  # type: ignore[arg-type]
    return page._replace(
        lines=[[Run._make(run) for run in line] for line in page.lines],
        turned=[[Run._make(run) for run in line] for line in page.turned],
    )


def _refuse_unreadable(pages: list[Page]) -> None:
    letters = sum(len(run.text) for page in pages for line in page.lines for run in line)
    if letters < _FEWEST_LETTERS or all(page.pictured for page in pages):
        raise UnreadableMinutes(f"This PDF holds pictures of pages and no text: it was scanned; {_ASK}.")
    words = sum(page.words for page in pages)
    if sum(page.unmapped for page in pages) > words * _UNMAPPED:
        raise UnreadableMinutes(f"The letters of this PDF do not say which letters they are; {_ASK}.")


def _caution(content: bytes, found: list[Page | None], notes: list[Caution]) -> None:
    pictured = [place for place, page in enumerate(found, 1) if page and page.pictured]
    damaged = [place for place, page in enumerate(found, 1) if page is None]
    unmapped = [place for place, page in enumerate(found, 1) if page and page.unmapped]
    if pictured:
        notes.append(Caution(None, f"{_named(pictured)} scanned, so nothing on them could be read; {_ASK}."))
    if damaged:
        notes.append(Caution(None, f"{_named(damaged)} damaged and could not be read; ask for the file again."))
    if unmapped:
        notes.append(Caution(None, f"{_named(unmapped)} set with letters that may be read wrongly; compare them."))
    if b"%%EOF" not in content[-_TRAILER:]:
        notes.append(
            Caution(None, "The end of this PDF is missing, and perhaps pages with it; ask for the file again.")
        )


def _named(places: list[int]) -> str:
    """ "Page 3 is", "Pages 3, 4 and 7 are"."""
    if len(places) == 1:
        return f"Page {places[0]} is"
    if len(places) > _NAMED:
        return f"Pages {', '.join(map(str, places[:_NAMED]))} and {len(places) - _NAMED} more are"
    return f"Pages {', '.join(map(str, places[:-1]))} and {places[-1]} are"
