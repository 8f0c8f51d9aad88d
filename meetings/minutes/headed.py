"""Items whose titles the source itself knows as headings, and how deep each is: a council's template in Word."""

from collections.abc import Sequence

from .header import is_body, read_meeting
from .numbering import Style
from .piece import Piece
from .sources.line import Mark
from .stems import is_stem_line
from .words import (
    ACTION_LINE,
    APOLOGIES,
    CONTACT,
    DECISION_HEADING,
    PRESENT,
    REPORT_HEADING,
    STATUS,
    is_person,
    is_title,
)

_FEWEST = 2
_LETTERED = (Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL, Style.BULLET)


def headed_items(pieces: Sequence[Piece], chain: Sequence[int]) -> list[int]:
    """The outermost headings of which there are several. None in a source that does not know their depth.

    The numbered titles of `chain` are the items where they are more, and hold these headings or know nothing of them.
    """
    depths = sorted({piece.level for piece in pieces if _heads(piece)})
    headed = next((found for depth in depths if len(found := _titles(pieces, depth)) >= _FEWEST), [])
    if sum(bool(REPORT_HEADING.match(pieces[place].body)) for place in headed) >= _FEWEST:
        return []  # a report of its own, not the minutes of a meeting
    if len(chain) <= len(headed):
        return headed
    apart = not any(_heads(pieces[place]) for place in chain)
    return [] if apart or set(headed) <= set(chain) else headed


def _heads(piece: Piece) -> bool:
    return piece.level > 0 and piece.open and piece.mark is Mark.HEADING


def _titles(pieces: Sequence[Piece], depth: int) -> list[int]:
    """The headings of this depth that may name an item, where text stands behind most of them."""
    found = [
        place
        for place, piece in enumerate(pieces)
        if _heads(piece) and piece.level == depth and _names_item(piece, pieces[place + 1 : place + 2])
    ]
    bare = sum(_heads(behind) and behind.level == depth for place in found for behind in pieces[place + 1 : place + 2])
    return found if bare * 2 <= len(found) else []


def _names_item(piece: Piece, behind: Sequence[Piece]) -> bool:
    body = piece.body
    if not is_title(body) or (piece.marker is not None and piece.marker.style in _LETTERED):
        return False
    if is_body(body) or read_meeting(body) or is_stem_line(body) or DECISION_HEADING.match(body):
        return False
    if PRESENT.match(body) or APOLOGIES.match(body):  # a label over names, or an item with a sentence below
        return any(other.text[-1:] == "." for other in behind)
    return not (CONTACT.match(body) or ACTION_LINE.match(body) or STATUS.match(body) or is_person(body))
