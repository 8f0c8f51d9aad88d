"""Who voted how: the names under "voted as follows", and lines that name those for and those against."""

import re
from collections.abc import Sequence

from .piece import Piece
from .stems import is_stem_line
from .structure import Kind
from .words import DECISION_HEADING, ROLL_CALL, VOTE_LINE, is_heading, is_person, lists_persons

_VOTERS = re.compile(
    r"\(?(?:for|against|abst\w{0,8}|in favour|no vote)(?: the (?:motion|amendment|proposal))?\s*[:–-]\s*"
    r"(?=(?:councillors?|cllrs?|alderm[ae]n|the (?:lord )?(?:mayor|provost)|mrs?|ms|dr)\b)",
    re.IGNORECASE,
)
_VOTERS_BEGIN = frozenset("(FfAaIiNn")
_ONE_VOTER = 5


def mark_roll_calls(section: Sequence[Piece]) -> None:
    """The names under "voted as follows"."""
    inside, before = False, ""
    for piece in section:
        if not piece.open:
            continue
        if _names_voters(piece.text) or (_may_name(piece) and (inside or ROLL_CALL.search(before[-300:]))):
            piece.become(Kind.TABLE)
            inside = True
        else:
            inside, before = False, piece.text


def _may_name(piece: Piece) -> bool:
    text = piece.text
    if piece.marker or not (is_heading(text) or is_person(text) or lists_persons(text) or VOTE_LINE.fullmatch(text)):
        return False
    return not (is_stem_line(piece.text) or DECISION_HEADING.match(piece.text))


def _names_voters(text: str) -> bool:
    """ "For the motion – Councillors Ash, Birch and Cole."; with their number behind them the line counts a vote."""
    found = _VOTERS.match(text) if text[:1] in _VOTERS_BEGIN else None
    if found is None or text[-2:-1].isdigit():
        return False
    named = text[found.end() :]
    return lists_persons(named) or len(named.split()) <= _ONE_VOTER
