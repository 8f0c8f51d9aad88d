"""Where minutes come from: each format gives lines, and knows nothing of what minutes mean.

A new format (Word, PDF, ModernGov XML) is one module with a function `lines(content) -> list[Line]` and one row in
FORMATS; how it is recognised is one row in `detection`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.structure import Caution

from . import html, text
from .decoding import decode, refuse_unsafe
from .detection import detect
from .line import Line, Mark

__all__ = ["FORMATS", "SOURCE_LIMIT", "Extract", "Line", "Mark", "extract"]

SOURCE_LIMIT = 20_000_000
"""Most characters or bytes of one source: some 6,000 pages of minutes."""

FORMATS: Mapping[str, Callable[[str], list[Line]]] = {
    "text": text.lines,
    "html": html.lines,
}


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
    if len(source) > SOURCE_LIMIT:
        raise UnreadableMinutes(
            f"This is larger than {SOURCE_LIMIT // 1_000_000} MB; bring the minutes in one meeting at a time."
        )
    warnings: tuple[Caution, ...] = ()
    if isinstance(source, bytes):
        source, warnings = decode(source)
    refuse_unsafe(source)
    source = source.removeprefix("\ufeff")
    found = named or detect(source)
    lines = FORMATS[found](source)
    if not any(line.text.strip() for line in lines):
        raise UnreadableMinutes("There is no text in this; paste the minutes, or choose the file again.")
    return Extract(found, tuple(lines), warnings)
