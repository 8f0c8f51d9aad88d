"""Where minutes come from: each format gives lines, and knows nothing of what minutes mean.

A new format is one module and one row. A format of characters has a function `lines(content: str) -> list[Line]` and
stands in TEXTS; a file of bytes has `lines(content: bytes, notes: list[Caution]) -> list[Line]`, adds to `notes` what
the clerk should look at, and stands in FILES. How each is recognised is said in `detection`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.limits import PRINTED_LIMIT, SOURCE_LIMIT, refuse_large, refuse_lines, refuse_pieces
from meetings.minutes.structure import Caution

from . import html, moderngov, pdf, text, word
from .decoding import decode, refuse_unsafe
from .detection import detect, file_format
from .line import Line, Mark

__all__ = ["FILES", "FORMATS", "SOURCE_LIMIT", "TEXTS", "Extract", "Line", "Mark", "extract"]

TEXTS: Mapping[str, Callable[[str], list[Line]]] = {
    "text": text.lines,
    "html": html.lines,
    "moderngov": moderngov.lines,
}
FILES: Mapping[str, Callable[[bytes, list[Caution]], list[Line]]] = {
    "word": word.lines,
    "pdf": pdf.lines,
}
FORMATS = (*TEXTS, *FILES)


@dataclass(frozen=True, slots=True)
class Extract:
    """The lines of a source, its format, and what happened while it was decoded."""

    format: str
    lines: tuple[Line, ...]
    warnings: tuple[Caution, ...]


def extract(source: str | bytes, named: str | None = None) -> Extract:
    """Raises UnreadableMinutes where the source is too large, not text, of an unknown format, or empty."""
    if named is not None and named not in FORMATS:
        raise UnreadableMinutes(f"“{named[:20]}” is not a format that can be read; choose {' or '.join(FORMATS)}.")
    refuse_large(len(source))
    notes: list[Caution] = []
    format, lines = _lines(source, named, notes)
    refuse_lines(len(lines), max((len(line.text) for line in lines), default=0))
    if len(lines) > PRINTED_LIMIT:
        refuse_pieces(sum(not line.text.isspace() for line in lines if line.text), 0)
    if not any(line.text.strip() for line in lines):
        raise UnreadableMinutes("There is no text in this; paste the minutes, or choose the file again.")
    return Extract(format, tuple(lines), tuple(notes))


def _lines(source: str | bytes, named: str | None, notes: list[Caution]) -> tuple[str, list[Line]]:
    """The format and the lines. A file of bytes says itself what it is, whatever it was taken for."""
    if isinstance(source, bytes):
        found = file_format(source)
        if found is not None and found in FILES:
            return found, FILES[found](source, notes)
        source, cautions = decode(source)
        source = source.replace("\ufeff", "")  # marks of byte order, which stand inside where files were put together
        notes.extend(cautions)
    if named in FILES:
        raise UnreadableMinutes(f"This is not a {named} file; choose the right file, or paste the minutes.")
    refuse_unsafe(source)
    source = source.removeprefix("\ufeff")
    found = named or detect(source)
    return found, TEXTS[found](source)
