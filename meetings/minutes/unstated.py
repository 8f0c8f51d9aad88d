"""Decisions without a formula: limbs whose word RESOLVED was lost, and prose that decides."""

import re
from collections.abc import Sequence

from .actions import marked_in
from .numbering import Limbs, Style, is_first
from .piece import Piece
from .prose import PLAIN_DECISION_BEGINNINGS, PLAIN_DECISION_WORDS
from .structure import Caution, Kind
from .words import (
    CAPITAL_VERB,
    LIMB_LANGUAGE,
    NOT_DECISION,
    PLAIN_DECISION,
    PRESENT_DECISION,
    PROSE_DECISION,
    last_sentence,
)

_LONGEST_PROSE = 1500


def mark_unstated(section: Sequence[Piece], notes: list[Caution]) -> None:
    """For a section in which no formula was found."""
    start = _lost_list(section)
    if start is not None:
        _mark_lost(section, start, notes)
    elif not _mark_present(section):
        _mark_prose(section)


def _mark_lost(section: Sequence[Piece], start: int, notes: list[Caution]) -> None:
    limbs = Limbs()
    for piece in section[start:]:
        if not piece.open:
            continue
        added = limbs.add(piece.marker) if piece.marker and piece.marker.style is not Style.BULLET else None
        piece.become(Kind.RESOLUTION, number=added[0] if added else None, wording=piece.body)
        piece.depth = added[1] if added else 1
    told = "these numbered lines are read as resolutions; the word RESOLVED before them seems to be lost."
    notes.append(Caution(section[start].first, told))


def _lost_list(section: Sequence[Piece]) -> int | None:
    """Where the list at the end of an item begins, if nothing introduces it and it is worded as decisions are."""
    listed = _listed_at_end(section)
    starts = [place for place in listed if _opens_list(section[place])]
    if not starts:
        return None
    opened = starts[-1] if _same_style(section, starts) else starts[0]
    before = next((section[place] for place in range(opened - 1, -1, -1) if section[place].open), None)
    if before is None or (before.marker is None and before.text[-1:] not in ".?!)”"):
        return None
    limbs = [section[place] for place in listed if place >= opened]
    return opened if _worded_as_limbs(limbs) else None


def _listed_at_end(section: Sequence[Piece]) -> list[int]:
    """The numbered pieces at the end; lines between two of them belong to the upper one where it announces them."""
    listed: list[int] = []
    between = 0
    for place in range(len(section) - 1, -1, -1):
        piece = section[place]
        if not piece.open:
            continue
        if piece.marker is None:
            between += 1
            if not listed:
                break
        elif between and piece.text[-1:] not in ":-–—":
            break
        else:
            listed.append(place)
            between = 0
    return listed[::-1]


def _opens_list(piece: Piece) -> bool:
    marker = piece.marker
    return marker is not None and is_first(marker) and marker.style not in (Style.DECIMAL, Style.CAPITAL)


def _same_style(section: Sequence[Piece], starts: list[int]) -> bool:
    """Whether the last start is a new list of the outer style, not one nested in the first."""
    first, last = section[starts[0]].marker, section[starts[-1]].marker
    return len(starts) > 1 and first is not None and last is not None and first.style is last.style


def _worded_as_limbs(limbs: Sequence[Piece]) -> bool:
    worded = sum(1 for piece in limbs if LIMB_LANGUAGE.search(piece.body[:600]))
    outer = limbs[0].marker
    lettered = outer is not None and outer.style in (Style.LETTER, Style.ROMAN)
    asks = any(piece.body[-1:] == "?" for piece in limbs)
    return worded * 2 > len(limbs) or (lettered and len(limbs) > 1 and not asks)


def _mark_present(section: Sequence[Piece]) -> bool:
    """ "The Committee notes the report": minutes tell in the past, and decide in the present."""
    found = [piece for piece in section if piece.open and not piece.marker and PRESENT_DECISION.match(piece.body)]
    for piece in found:
        piece.become(Kind.RESOLUTION)
    return bool(found)


def mark_plain(section: Sequence[Piece]) -> None:
    """ "The Board resolved in terms of Section 50A ...", "Court NOTED these:": this decides beside a formula too."""
    for piece in section:
        text = piece.text
        if not piece.open or len(text) > _LONGEST_PROSE:
            continue
        capital = "ED" in text and CAPITAL_VERB.match(piece.body)
        plain = _may_decide(piece.body) and PLAIN_DECISION.match(piece.body)
        if capital or (plain and not marked_in(text)):  # what was agreed as an action is one
            _decide(piece)


def _may_decide(body: str) -> bool:
    """Whether a plain decision may begin here; quickly said, and never no where one does."""
    return body[:2].lower() in PLAIN_DECISION_BEGINNINGS or any(map(body.__contains__, PLAIN_DECISION_WORDS))


def _mark_prose(section: Sequence[Piece]) -> None:
    """ "The amendment was put and accordingly agreed": a paragraph that also decides."""
    for piece in section:
        if not piece.open or len(piece.text) > _LONGEST_PROSE:
            continue
        if _decides_in_prose(piece.body) and not NOT_DECISION.search(piece.text):
            _decide(piece)


_OF_MINUTE = re.compile(r"\d{1,4}/\d{2,4}\s+[-–—]\s+")
"""Before what became of an earlier minute: "2752/12 – it was agreed that ..."."""


def _decides_in_prose(body: str) -> bool:
    """Whether it begins with the words of a decision, or ends in a sentence that does: "... The report was noted"."""
    if body[:1].isdigit() and (earlier := _OF_MINUTE.match(body)):
        body = body[earlier.end() :]
    if not PROSE_DECISION.may_stand_in(body):
        return False
    if PROSE_DECISION.search(body):
        return True
    if ". " not in body:
        return False
    last = last_sentence(body)
    return PROSE_DECISION.search(last) and not NOT_DECISION.search(last)


def _decide(piece: Piece) -> None:
    numbered = piece.marker and piece.marker.style is not Style.BULLET
    piece.become(Kind.DECISION, wording=piece.body, number=piece.marker.printed if piece.marker and numbered else None)
