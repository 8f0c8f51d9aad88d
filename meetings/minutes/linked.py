"""Papers to which a page links right below the title of an item: "Report", "Appendix A", "Presentation"."""

from collections.abc import Sequence

from .piece import Piece
from .structure import Kind
from .words import LINKED_PAPER

_LONGEST = 60


def mark_links(item: Sequence[Piece]) -> None:
    """Lines right below the title that name a paper and nothing else, set off from what was said."""
    links: list[Piece] = []
    for piece in item[1:]:
        if piece.gap or not piece.open:
            break
        if piece.marker or len(piece.text) > _LONGEST or not LINKED_PAPER.match(piece.text):
            return
        links.append(piece)
    for piece in links:
        piece.become(Kind.DOCUMENT)
