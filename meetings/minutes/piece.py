"""A piece of the source while it is being understood."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from .numbering import Marker, Style, read_marker
from .sources.line import WHOLE, Mark
from .spaces import ZERO_WIDTH
from .structure import Kind

_TABS = 3
_QUOTES = frozenset("“‘\"'")


class Label(StrEnum):
    """What a label line says of the pieces behind it."""

    MINUTES = "minutes"
    DECISION = "decision"
    DOCUMENTS = "documents"


@dataclass(slots=True)
class Piece:
    """`text` is the whole wording, `body` the wording behind the marker; the passes fill in what it is.

    `gap` counts the empty lines before it, `alone` says that its number had a line of its own, `cell_end` that the bar
    of a table closes it, `quoted` that its lines begin with the sign of a quoted e-mail, `section` under which label it
    stands, `key` is the source's own name of what it is. It is `open` as long as it is not understood: no `kind` yet.
    """

    raw: str
    text: str
    first: int
    last: int
    mark: Mark = Mark.PLAIN
    level: int = 0
    gap: int = 0
    cell_end: bool = False
    quoted: bool = False
    alone: bool = False
    label: Label | None = None
    section: Label | None = None
    kind: Kind | None = None
    number: str | None = None
    depth: int = 0
    wording: str | None = None
    reason: str = ""
    key: str = ""
    open: bool = field(default=True, init=False)
    marker: Marker | None = field(default=None, init=False)
    body: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.read()

    def read(self) -> None:
        """Reads the marker, again where the text changed."""
        self.marker = read_marker(self.text) if self.mark not in WHOLE else None
        if self.marker is None and self.text[:1] in _QUOTES and self.text[1:2].isdigit():
            inner = read_marker(self.text[1:])  # “1.0 Purpose of Report
            decimal = inner is not None and inner.style is Style.DECIMAL and self.mark not in WHOLE
            self.marker = inner._replace(length=inner.length + 1) if inner and decimal else None
        self.body = self.text[self.marker.length :] if self.marker else self.text

    @property
    def is_row(self) -> bool:
        """A row of four cells or more, with tabs between them."""
        return "\t" in self.raw and sum(map(bool, self.raw.strip().split("\t"))) > _TABS

    def become(self, kind: Kind, *, reason: str = "", number: str | None = None, wording: str | None = None) -> None:
        self.kind, self.reason, self.open = kind, reason, False
        if number is not None:
            self.number = number
        if wording is not None:
            self.wording = wording

    def reopen(self) -> None:
        """It was not what it was taken for."""
        self.kind, self.reason, self.open = None, "", True

    def leave_out(self, reason: str) -> None:
        self.become(Kind.LEFT_OUT, reason=reason)

    def split(self, at: int) -> "Piece":
        """Cuts the text at `at`; this piece keeps what is before it, the new one bears the rest of text and source."""
        wanted = sum(1 for character in self.text[:at] if not character.isspace())
        place = _place_of(wanted, self.raw, quoted=self.quoted)
        rest = Piece(self.raw[place:], self.text[at:].strip(), self.first, self.last, self.mark, self.level)
        rest.first = self.first + self.raw.count("\n", 0, place)
        rest.cell_end, rest.quoted, rest.section = self.cell_end, self.quoted, self.section
        self.raw, self.text = self.raw[:place], self.text[:at].strip()
        self.last = rest.first
        self.body = self.text[self.marker.length :] if self.marker else self.text
        return rest


QUOTING = re.compile(r"(?m:^)[ \t]*(?:>[ \t]?)+")
"""The sign before each line of an e-mail that is quoted in another."""


def _place_of(wanted: int, raw: str, *, quoted: bool) -> int:
    """The column in `raw` behind its first `wanted` characters that are printed, and the space after them."""
    signs = {place for found in QUOTING.finditer(raw) for place in range(*found.span())} if quoted else frozenset[int]()
    seen = 0
    for place, character in enumerate(raw):
        if character.isspace() or place in signs:
            continue
        if seen == wanted:
            return place
        seen += character not in ZERO_WIDTH
    return len(raw)
