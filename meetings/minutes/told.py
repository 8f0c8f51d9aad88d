"""Instead of the first two passes: what a source says of itself, that knows where its items begin (ModernGov's XML)."""

from collections.abc import Sequence

from .items import mark_repeated_titles
from .piece import Label, Piece
from .sources.line import TOLD, Mark
from .structure import Caution, Kind
from .words import DECISION_LABEL, MINUTES_LABEL

_AS_SAID = frozenset(
    {Mark.COMMITTEE, Mark.MEETING, Mark.PRESENT, Mark.APOLOGIES, Mark.ACTION, Mark.DOCUMENT, Mark.LEFT_OUT}
)


def is_told(pieces: Sequence[Piece]) -> bool:
    """Whether the source parts the minutes itself, so that no item need be looked for."""
    return any(piece.mark in TOLD for piece in pieces)


def mark_told(pieces: Sequence[Piece], notes: list[Caution]) -> None:
    """Marks what the source says; what stands under "Decision:" and "Minutes:" is left open to the passes behind."""
    section: Label | None = None
    for piece in pieces:
        if piece.mark is Mark.ITEM:
            section = None
            _become_item(piece)
        elif piece.mark is Mark.LABEL:
            section = _label(piece)
            piece.leave_out("label")
        elif piece.mark is Mark.NOTICE:
            notes.append(Caution(piece.first, piece.text))
            piece.leave_out(piece.reason)
        elif piece.mark in _AS_SAID:
            piece.become(Kind(piece.mark), reason=piece.reason)
        elif section is None:
            piece.become(Kind.AGENDA_TEXT)
        piece.section = section
    mark_repeated_titles(pieces)


def _become_item(piece: Piece) -> None:
    number, tab, title = piece.raw.partition("\t")
    title = " ".join((title if tab else number).split())
    piece.become(Kind.ITEM, number=number.strip() if tab else None, wording=title)


def _label(piece: Piece) -> Label | None:
    piece.label = Label.MINUTES if MINUTES_LABEL.match(piece.text) else None
    piece.label = Label.DECISION if DECISION_LABEL.match(piece.text) else piece.label
    return piece.label
