"""The same decision printed twice, under "Decision:" and under "Minutes:", counts once."""

import re
from collections.abc import Sequence

from .formulas import BODY_WORDS
from .piece import Label, Piece
from .stems import split_stem
from .structure import Caution, Kind
from .words import decides

_DECIDES = (Kind.RESOLUTION, Kind.DECISION)
_SAID = (*_DECIDES, Kind.PARAGRAPH, Kind.BULLET)
_DECIDED = (Kind.RESOLUTION, Kind.STEM)
_MINUTED = (*_SAID, Kind.STEM)
_SAME = 40
_FORMULA = re.compile(
    rf"(?:it was |(?:the )?(?:\w+ ){{0,3}}(?:{BODY_WORDS}) )?(?:unanimously )?(?:resolved|agreed|recommended) ?"
)
_WELSH = re.compile(r"(?:penderfynwyd|argymhellwyd|cytunwyd)\b(?!\s*/)", re.IGNORECASE)
_TRANSLATED = "the same decision in the other language"
_REASON = "printed a second time under Minutes"


def leave_out_repeats(item: Sequence[Piece], notes: list[Caution]) -> None:
    stated = [piece for piece in item if piece.section is Label.DECISION and piece.kind not in (Kind.LEFT_OUT, None)]
    if not stated:
        _leave_out_first_half(item)
        return
    minuted = [piece for piece in item if piece.section is not Label.DECISION and piece.kind in _MINUTED]
    if not minuted:
        return
    texts = {_plain(piece): piece for piece in minuted}
    decided = sum(piece.kind in _DECIDES for piece in minuted)
    stated_count = sum(piece.kind in _DECIDES for piece in stated)
    if decided and decided >= stated_count:
        _leave_out_all([piece for piece in stated if piece.kind is not Kind.ACTION], texts, notes)
        return
    for piece in stated:
        again = texts.get(_plain(piece))
        if again is None:
            continue
        if piece.kind in _DECIDES and again.kind is Kind.PARAGRAPH and decides(again.text):
            again.become(Kind.DECISION)
        piece.leave_out(_REASON)


def leave_out_other_language(item: Sequence[Piece]) -> None:
    """ "PENDERFYNWYD: (a) ... (b) ..." right above "RESOLVED: (a) ... (b) ...": one decision, in two languages."""
    if not any(piece.kind in _DECIDED and _WELSH.match(piece.body) for piece in item):
        return
    before: list[Piece] = []
    group: list[Piece] = []
    for piece in [piece for piece in item if piece.kind is not Kind.LEFT_OUT]:
        decides_here = piece.kind in _DECIDED
        if not decides_here or piece.kind is Kind.STEM or split_stem(piece.body):
            _leave_out_translated(before, group)
            before, group = (group, [piece]) if decides_here else ([], [])
        else:
            group.append(piece)
    _leave_out_translated(before, group)


def _leave_out_translated(first: Sequence[Piece], second: Sequence[Piece]) -> None:
    """Leaves the second list out where one of the two is in Welsh and they have the same numbers."""
    if not first or not second or bool(_WELSH.match(first[0].body)) == bool(_WELSH.match(second[0].body)):
        return
    if [piece.number for piece in first] == [piece.number for piece in second]:
        for piece in second:
            piece.leave_out(_TRANSLATED)


def _leave_out_first_half(item: Sequence[Piece]) -> None:
    """The same decisions above and below the minutes, whose labels were lost."""
    said = [piece for piece in item if piece.kind in _SAID]
    decided = [piece for piece in said if piece.kind in _DECIDES]
    half = len(decided) // 2
    said = said[1:] if decided and said[0] is not decided[0] else said
    above, below = decided[:half], decided[half:]
    if not above or len(above) != len(below) or said[:half] != above or said[-half:] != below or len(said) == 2 * half:
        return
    if all(_plain(one)[:_SAME] == _plain(other)[:_SAME] for one, other in zip(above, below, strict=True)):
        for piece in above:
            piece.leave_out(_REASON)


def _leave_out_all(stated: Sequence[Piece], texts: dict[str, Piece], notes: list[Caution]) -> None:
    for piece in stated:
        if piece.kind in _DECIDES and _plain(piece) not in texts:
            notes.append(
                Caution(piece.first, "this decision is worded otherwise than under Minutes; the minutes were taken.")
            )
        piece.leave_out(_REASON)


def _plain(piece: Piece) -> str:
    words = re.sub(r"[^\w]+", " ", piece.wording or piece.text).strip().lower()
    found = _FORMULA.match(words)
    return words[found.end() if found else 0 :][:80]
