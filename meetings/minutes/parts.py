"""Heads over the items of a part of the agenda, "Open for Decision": they end no item, and begin none."""

from collections.abc import Sequence

from .piece import Piece
from .structure import Kind
from .words import PART_OF_AGENDA

_ENDED = frozenset(".?!”)")
_DECIDED = frozenset({Kind.RESOLUTION, Kind.DECISION, Kind.ACTION})
_MOST = 2
_WORDS = 6


def leave_out_part_heads(item: Sequence[Piece]) -> None:
    """Headings at the end of an item whose minutes have ended, with nothing below them but the next item."""
    heads: list[Piece] = []
    for piece in reversed(item[1:]):
        if piece.kind is Kind.LEFT_OUT:
            continue
        if not _may_head(piece):
            if heads and len(heads) <= _MOST and _ends(piece):
                for head in heads:
                    head.leave_out(PART_OF_AGENDA)
            break
        heads.append(piece)


def _ends(piece: Piece) -> bool:
    return piece.text[-1:] in _ENDED or piece.kind in _DECIDED or "econded" in piece.text


def _may_head(piece: Piece) -> bool:
    text = piece.text
    plain = piece.kind is Kind.HEADING and piece.gap > 0 and piece.number is None
    return plain and len(text.split()) <= _WORDS and text[-1:] != ":" and not any(map(str.isdigit, text))
