"""A formula that is open, what may be one of its limbs, and what opens a motion instead."""

import re
from dataclasses import dataclass, field

from .numbering import Limbs, Marker, Style, is_first
from .piece import Piece
from .structure import Kind
from .words import BARE_THAT, LIMB_LANGUAGE, MOTION_OPENING

_GOING_ON = (" and", " following", " to secure", " subject to", " of", " the", " for", " with", " including")
_QUOTES = "“‘\"'"
_MOVED_BY = re.compile(r"(?:it was\s+)?(?:moved|proposed)(?: by)?\b", re.IGNORECASE)


@dataclass(slots=True)
class Held:
    """A formula that waits for what is decided."""

    stem: Piece | None
    limbs: Limbs = field(default_factory=Limbs)
    taken: int = 0
    bullets: bool = False
    heading: bool = False
    last: Piece | None = None

    def take(self, piece: Piece, number: str | None = None, depth: int = 0) -> None:
        piece.become(Kind.RESOLUTION, number=number, wording=piece.body if piece.marker else None)
        piece.depth = depth
        self.taken, self.last = self.taken + 1, piece

    @property
    def leads_on(self) -> bool:
        """Whether the last thing taken announces more."""
        text = self.last.text if self.last else ""
        return text[-1:] in ":-–—;," or text.endswith(_GOING_ON)

    def rivals(self, marker: Marker) -> bool:
        """33.17 behind a stem numbered 33.16 is the next paragraph, not a limb."""
        own = self.stem.marker if self.stem else None
        return own is not None and own.style is marker.style and marker.style in (Style.DECIMAL, Style.REFERENCE)


def opens_motion(piece: Piece, behind: Piece | None) -> bool:
    """ "Moved by X, Seconded by Y;" opens one only where the words that were moved stand behind it."""
    head = piece.text[:400]
    if not MOTION_OPENING.search(head):
        return False
    if not _MOVED_BY.match(head):
        return True
    return behind is not None and (
        behind.text[:1] in "“\"‘'" or bool(BARE_THAT.match(behind.body)) or behind.marker is not None
    )


def awaits_limbs(decided: str, behind: Piece | None) -> bool:
    """Whether "RESOLVED that the Cabinet be asked to:" is the stem of the limbs behind it."""
    if behind is None or behind.marker is None or not behind.open:
        return False
    if behind.marker.style is Style.BULLET:
        return bool(_OPEN_END.search(decided))
    if _REASONED.search(decided) or _GRANTED.search(decided):
        return False
    return is_first(behind.marker) and (decided[-1:] in ":-–—" or decided.endswith((" to", " that", ",")))


_REASONED = re.compile(r"\b(?:reasons?|grounds|conditions|subject to)\s*[:–—-]*\Z", re.IGNORECASE)
_GRANTED = re.compile(
    r"\bbe (?:\w+ly )?(?:granted|approved|refused|issued|varied|permitted)\b"
    r".{0,300}\b(?:subject to|conditions|to secure)\b",
    re.IGNORECASE,
)
"""What decides by itself, with its conditions behind it."""
_OPEN_END = re.compile(
    r"\b(?:to|that|the (?:committee|board|panel|cabinet|council|commission))\s*[:–—-]*\Z", re.IGNORECASE
)


def may_be_limb(piece: Piece) -> bool:
    marker = piece.marker
    return piece.open and (
        (marker is None and bool(BARE_THAT.match(piece.text.lstrip(_QUOTES))))
        or (marker is not None and (is_first(marker) or marker.style is Style.BULLET))
    )


def counts(held: Held, piece: Piece, marker: Marker) -> bool:
    """ "2 That it be painted", a figure without a stop, counts only where it is due, and worded as a limb."""
    due = held.limbs.goes_on_with(marker) or (is_first(marker) and not held.taken)
    return marker.firm or (due and bool(LIMB_LANGUAGE.match(piece.body)))
