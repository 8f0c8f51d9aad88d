"""Items whose titles the source itself knows as headings, and how deep each is: a council's template in Word."""

from collections.abc import Sequence

from .header import is_body, read_meeting
from .piece import Piece
from .sources.line import Mark
from .words import DECISION_HEADING, PRESENT

_FEWEST = 2


def headed_items(pieces: Sequence[Piece], chain: Sequence[int]) -> list[int]:
    """The outermost headings of which there are several. None in a source that does not know their depth.

    The numbered titles of `chain` are the items where they are more, and hold these headings or know nothing of them.
    """
    depths = sorted({pieces[place].level for place in range(len(pieces)) if _heads(pieces[place])})
    headed = next((found for depth in depths if len(found := _followed(pieces, depth)) >= _FEWEST), [])
    if len(chain) <= len(headed):
        return headed
    apart = not any(_heads(pieces[place]) for place in chain)
    return [] if apart or set(headed) <= set(chain) else headed


def _heads(piece: Piece) -> bool:
    return piece.open and piece.mark is Mark.HEADING and piece.level > 0


def _followed(pieces: Sequence[Piece], depth: int) -> list[int]:
    """The headings of this depth that may name an item, where text stands behind most of them."""
    found = [place for place, piece in enumerate(pieces) if _heads(piece) and piece.level == depth and _names(piece)]
    bare = sum(
        behind < len(pieces) and pieces[behind].level == depth and _heads(pieces[behind])
        for behind in (place + 1 for place in found)
    )
    return found if bare * 2 <= len(found) else []


def _names(piece: Piece) -> bool:
    body = piece.body
    return bool(body) and not (
        is_body(body) or read_meeting(body) or DECISION_HEADING.match(body) or PRESENT.match(body)
    )
