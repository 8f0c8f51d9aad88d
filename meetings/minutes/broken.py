"""Decisions within lines that were broken at a column: where one begins, and what of the next line goes on with it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .formulas import CAPITAL_DECISIONS
from .piece import Piece
from .sources.line import Line
from .stems import holds_capital_decision, is_stem_line

_IT_WAS = "It was"
_BEGINS_DECISION = (". It was", ".  It was", ". It was ")
_LIMB_ENDS = (";", "; and", "; or", "; and,")
_LIMB_WORDS = frozenset({"that", "to"})
_DECISION_MOST = 48
_DECISION = re.compile(
    rf"(?:it was |the \w+ )?(?:unanimously )?(?-i:{'|'.join(CAPITAL_DECISIONS)})\b\s*(?:that\b|to\b|[:–—-])",
    re.IGNORECASE,
)


def begun_decisions(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where "It was" begins at the end of a line over "RESOLVED that the ramp be mended"."""
    return {
        place: [len(here.text.rstrip()) - len(_IT_WAS)]
        for place, (here, behind) in enumerate(pairwise(lines))
        if here.text.endswith(_BEGINS_DECISION) and _begins_decision(behind.text.lstrip())
    }


def goes_on_deciding(first: Piece, before: Piece, piece: Piece) -> bool | None:
    """Whether `piece` goes on with the decision that ends with `before`, and began with `first`; None says neither."""
    if before.text.endswith(_LIMB_ENDS) and _is_next_limb(first, piece):
        return False
    if _begins_decision(piece.text):
        return before.text == _IT_WAS and not piece.gap
    return True if _waits_for_rest(before) and not piece.gap and piece.text[:1].islower() else None


def _is_next_limb(first: Piece, piece: Piece) -> bool:
    """ "that the ramp be mended" below "that the report be noted; and", each on a line of its own without a number."""
    word = first.text.partition(" ")[0].lower()
    return word in _LIMB_WORDS and piece.text.partition(" ")[0].lower() == word


def _begins_decision(text: str) -> bool:
    """ "It was RESOLVED to object", at the beginning of a line of a longer paragraph, decides by itself."""
    head = text[:_DECISION_MOST]
    return holds_capital_decision(head) and bool(_DECISION.match(head))


def _waits_for_rest(piece: Piece) -> bool:
    """ "It was RESOLVED to" at the end of a line that was cut, whose sentence goes on below."""
    return piece.gap == 0 and piece.text.endswith("D to") and is_stem_line(piece.text) and not piece.raw[:1].isspace()
