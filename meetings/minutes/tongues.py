"""Titles that stand in two languages, one below the other: "12. Harbours" over "Calaidhean"."""

from collections.abc import Sequence

from .naming import ENGLISH, OTHER_TONGUE
from .piece import Piece
from .structure import item_places
from .words import is_heading

_FEWEST = 2
_LETTERS = frozenset("àèìòùâêîôûŵŷ")


def leave_out_other_titles(pieces: Sequence[Piece]) -> None:
    """The second line of each title, where several have one, none is English and one is surely Welsh or Gaelic."""
    found = [
        pieces[place + 1]
        for place in item_places(pieces)
        if place + 1 < len(pieces) and _is_set_below(pieces[place], pieces[place + 1])
    ]
    if len(found) < _FEWEST or not any(_is_other(piece.text) for piece in found):
        return
    if not any(ENGLISH.intersection(piece.text.lower().split()) for piece in found):
        for piece in found:
            piece.leave_out("title in the other language")


def _is_set_below(title: Piece, piece: Piece) -> bool:
    below = piece.open and not piece.gap and piece.marker is None and piece.first == title.last + 1
    return below and is_heading(piece.text)


def _is_other(text: str) -> bool:
    small = text.lower()
    return not (_LETTERS.isdisjoint(small) and OTHER_TONGUE.isdisjoint(small.split()))
