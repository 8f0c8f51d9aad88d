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
_HEAD = re.compile(
    r"(?:(?:councillors?|cllrs?|members?|those|votes?)\s+)?(?:who\s+)?(?:(?:voted|voting|were|cast)\s+)?"
    r"(?:for|against|in favour(?: of)?|abst\w{0,8}|not voting)"
    r"(?:\s+the (?:\w+ )?(?:motion|amendment|proposals?|recommendations?))?\s*(?:[(–-]+\s*\d{1,3}\)?|:)\s*:?\Z",
    re.IGNORECASE,
)
_HEAD_MOST = 80
_HOW = frozenset({"for", "against", "abstain", "abstained", "abstention", "yes", "no", "aye", "nay", "absent"})
_PARTING = frozenset("–-:")
_NAMES_MOST = 900
_SIDE = re.compile(r"\(?(?:for|against|in favour|abst\w{0,8}|not voting)\b", re.IGNORECASE)
_COUNTED_SIDE = re.compile(
    r"(?:for )?(?:the )?(?:(?:\w+ )?(?:motion|amendment)|direct negative)\s*[-–—:]+\s*\w{1,9} votes?\.?\Z",
    re.IGNORECASE,
)
"""Motion - 6 votes, below "On a show of hands Members voted as follows:"."""

_COUNTED = re.compile(r"[^:.;()]{3,60}\(\d{1,3}\)\s*[:–-]\s*\S")


def mark_roll_calls(section: Sequence[Piece]) -> None:
    """The names under "voted as follows", or below "Councillors voting for the motion (13)"."""
    inside, before = False, ""
    for place, piece in enumerate(section):
        if not piece.open:
            continue
        text = piece.text
        told = len(text) > _HEAD_MOST and text[0] not in _VOTERS_BEGIN
        if not told and (_counts_voters(text) or (len(text) <= _HEAD_MOST and _COUNTED_SIDE.match(text))):
            piece.become(Kind.VOTE)
            inside = True
        elif _names(piece, before, inside=inside) or (
            not told and (_tells_one_vote(text) or _names_voters(text) or _heads_names(section, place))
        ):
            piece.become(Kind.TABLE)
            inside = True
        else:
            inside, before = False, piece.text


def _names(piece: Piece, before: str, *, inside: bool) -> bool:
    if inside:
        return _lists_surnames(piece) or _may_name(piece)
    return _may_name(piece) and bool(ROLL_CALL.search(before[-300:]))


def names_more(above: Sequence[Piece], piece: Piece) -> bool:
    """Whether "Birch (2)", or "(2)", goes on with "Against: Councillors Ash and" on the lines above."""
    first = above[0]
    if piece.gap or first.marker or first.text[:1] not in _VOTERS_BEGIN or not _VOTERS.match(first.text):
        return False
    if piece.marker:
        return not piece.body and piece.text[0] == "("
    return above[-1].text.endswith((" and", ","))


def heads_voters(text: str) -> bool:
    """ "Councillors voting for the motion (13)", over their names."""
    return len(text) <= _HEAD_MOST and text[-1:] in "):" and bool(_HEAD.match(text))


def _heads_names(section: Sequence[Piece], place: int) -> bool:
    """Such a head, where names stand below it, or the next head, since nobody did."""
    if not heads_voters(section[place].text):
        return False
    below = next((other for other in section[place + 1 : place + 2] if other.open), None)
    return below is not None and (_lists_surnames(below) or _may_name(below) or heads_voters(below.text))


def _lists_surnames(piece: Piece) -> bool:
    """ "Ark, Bellamy, Mrs Cole and Drewe.": names and nothing else; one is enough."""
    text = piece.text.rstrip(" .;")
    if piece.marker or not text or len(text) > _NAMES_MOST or not text[0].isupper():
        return False
    names = [name.split() for name in text.replace(" and ", ", ").split(", ")]
    if any(not name or len(name) > _ONE_VOTER for name in names) or (len(names) == 1 and piece.text[-1] != "."):
        return False
    named = all(word[0].isupper() or word[0] == "(" for name in names for word in name)
    return named and not (is_stem_line(piece.text) or DECISION_HEADING.match(text))


def _tells_one_vote(text: str) -> bool:
    """ "Councillor Ash – For"."""
    if len(text) > _HEAD_MOST:
        return False
    named, _, how = text.rpartition(" ")
    if how.rstrip(".").lower() not in _HOW or named[-1:] not in _PARTING:
        return False
    return is_person(named.rstrip(" –-:"))


def _counts_voters(text: str) -> bool:
    """ "Against the amendment (7): Councillors Ash and Birch" counts the votes, and names who cast them."""
    if text[:1] not in _VOTERS_BEGIN or ")" not in text[:_HEAD_MOST]:
        return False
    return bool(_COUNTED.match(text)) and bool(_SIDE.match(text))


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
