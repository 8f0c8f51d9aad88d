"""Word documents to lines, with the numbers that Word makes itself, as Word prints them.

Headers and footers are parts of their own and are not read. Changes that were tracked are read as accepted. Where the
standard and Word differ, Word is followed; the numbers in brackets are clauses of ISO 29500-1.
"""

from collections.abc import Mapping

from lxml import etree

from meetings.minutes.sources.line import Line
from meetings.minutes.structure import Caution

from .markup import w
from .numbering import Numbering
from .package import Package
from .printing import Printer
from .styles import Styles

_NOTES = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_ID, _TEXT, _TYPE = w("id"), w("t"), w("type")


def is_word(content: bytes) -> bool:
    """Whether these bytes are a zip that holds a Word document. Raises UnreadableMinutes where the zip is damaged."""
    return Package(content).is_word


def lines(content: bytes, notes: list[Caution]) -> list[Line]:
    """Every printed line, an empty one between paragraphs. Raises UnreadableMinutes."""
    package = Package(content)
    text = package.main_part()
    parts = package.related_parts(text)

    def part(kind: str) -> etree._Element | None:
        return package.read(parts[kind]) if kind in parts else None

    styles = Styles(part("styles"))
    printer = Printer(styles, Numbering(part("numbering"), styles), _Notes(package, parts))
    found = printer.lines(package.read(text))
    if printer.is_changed:
        notes.append(Caution(None, "This document holds tracked changes; they were read as accepted."))
    if printer.has_foreign:
        notes.append(Caution(None, "This document has another file in it, which was not read; paste that text."))
    if printer.has_counted:
        told = "Fields of Word (AUTONUM, LISTNUM) make some numbers of this document, which were not read; add them."
        notes.append(Caution(None, told))
    return found


class _Notes:
    """Texts of the notes, read when the first is asked for."""

    def __init__(self, package: Package, parts: Mapping[str, str]) -> None:
        self._package, self._parts = package, parts
        self._texts: dict[str, dict[str, str]] = {}

    def __call__(self, kind: str, name: str) -> str:
        if kind not in self._texts:
            self._texts[kind] = self._read(kind) if kind in self._parts else {}
        return self._texts[kind].get(name, "")

    def _read(self, kind: str) -> dict[str, str]:
        root = self._package.read(self._parts[kind])
        return {
            note.get(_ID, ""): " ".join("".join(text.text or "" for text in note.iter(_TEXT)).split())
            for note in root.iterfind(_NOTES[kind])
        }
