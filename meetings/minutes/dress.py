"""What stands round a decision and is none of it: quotation marks, or a dash in front of its first word."""

import re
from collections.abc import Sequence

from .formulas import CAPITAL_DECISIONS
from .piece import Piece

_OPENING, _CLOSING = "“‘\"'", "”’\"'"
_FIRST = frozenset(_OPENING + "-–—")
_DRESSED = re.compile(rf".(?:{'|'.join(CAPITAL_DECISIONS)})\b")
_ANNOUNCING = ":-–—"


def undress_decisions(section: Sequence[Piece]) -> None:
    """ "“RESOLVED that it be noted.”" and "-RESOLVED ..." decide; in quotation marks behind a colon it is told."""
    for place, piece in enumerate(section):
        if piece.text[:1] not in _FIRST or not piece.open or piece.marker or not _DRESSED.match(piece.text):
            continue
        bare = piece.text.rstrip(".")
        if piece.text[0] not in _OPENING:
            piece.text = piece.body = piece.text[1:]
        elif bare[-1] in _CLOSING and not (place and section[place - 1].text[-1:] in _ANNOUNCING):
            piece.text = piece.body = bare[1:-1].strip()
