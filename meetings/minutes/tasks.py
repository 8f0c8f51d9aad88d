"""Lines that are only marked actions, and the lists of actions below their heading."""

import re
from collections.abc import Sequence

from .actions import POST, labelled_owner
from .numbering import Style, follows
from .piece import Piece
from .structure import Kind
from .words import ACTION_LINE, ACTION_LIST, is_heading

_TASK = re.compile(
    r"(?:The )?[A-Z][\w’'&/.,\- ]{0,60}? (?:to|will|should|shall|i) [a-z]"
    r"|(?:[A-Z]{2,4}|[Aa]ll)(?:(?:\s*[,/&]\s*|\s+and\s+)(?:[A-Z]{2,4}|[Aa]ll)){0,5}(?:\s*:|\s+[-–—])\s+\S"
)
_INITIALS = re.compile(r"(?:[A-Z]{2,4}|[Aa]ll)(?:\s*[/,&]\s*(?:[A-Z]{2,4}|[Aa]ll)){0,5}")
_AT_EDGE = re.compile(r"(?:[A-Z]{2,4}|Clerk|All)(?:\s?[/,&]\s?(?:[A-Z]{2,4}|Clerk|All)){0,4}")
_TOLD_OF = re.compile(
    r"\s*(?:[\w’'.,&-]+ (?!to )){1,9}?(?:confirmed|reported|advised|said|explained|noted|stated|told|informed)\b"
)
_TASK_MOST = 300
_LEAD = re.compile(r"lead(?: officer| member| director)?\s*:\s*[^.?!;]{2,80}", re.IGNORECASE)
_LISTED = frozenset({Style.BULLET, Style.LETTER, Style.ROMAN, Style.NUMBER_BRACKET})
_NAMED_MOST = 20
_OWNER_WORDS = 6


def mark_actions_lines(section: Sequence[Piece], *, column: bool) -> None:
    """Lines that are only marked actions, and the list behind "ACTIONS:". `column`: a column of a table held owners."""
    listed, style = False, None
    for place, piece in enumerate(section):
        if not piece.open:
            listed = False
            continue
        acted = place > 0 and section[place - 1].kind is Kind.ACTION
        owned = (column and _is_owner(section, place)) or (place > 0 and _is_beside(section[place - 1], piece))
        if owned or (acted and labelled_owner(piece.text)):
            piece.become(Kind.ACTION)
        elif (marked := ACTION_LINE.match(piece.body)) and not _names_action(section, place, marked):
            _leave_out_lead(section[place - 1] if place else None)
            listed, style = bool(ACTION_LIST.match(piece.body)), None
            piece.become(Kind.LEFT_OUT if listed else Kind.ACTION, wording=piece.body)
            piece.reason = "heading of a list of actions" if listed else ""
        elif listed and piece.marker and style in (None, piece.marker.style) and not _goes_on(section, place):
            style = piece.marker.style
            number = None if style is Style.BULLET else piece.marker.printed
            piece.become(Kind.ACTION, wording=piece.body, number=number)
        elif listed and style is None and _is_task(piece, section[place - 1]):
            piece.become(Kind.ACTION)
        else:
            listed = False


def _leave_out_lead(above: Piece | None) -> None:
    """ "LEAD: Director of Housing" right above "ACTION: ...", which says who is to act."""
    if above is not None and above.open and _LEAD.fullmatch(above.text):
        above.leave_out("particulars of the action")


def _names_action(section: Sequence[Piece], place: int, marked: re.Match[str]) -> bool:
    """One that was set before: "• Action 3 – Audit" below "... the following actions:", "Action 3 – he said that ..."."""
    if marked[0][-4:].strip(" :–-").isdigit() and _TOLD_OF.match(section[place].body, marked.end()):
        return True
    style = marker.style if (marker := section[place].marker) else None
    if style not in _LISTED:
        return False
    above = section[max(0, place - _NAMED_MOST) : place][::-1]
    over = next((other for other in above if other.marker is None or other.marker.style is not style), None)
    return over is not None and over.text.endswith("actions:") and not ACTION_LIST.match(over.body)


def _goes_on(section: Sequence[Piece], place: int) -> bool:
    """Whether 5.6 goes on with the paragraphs above, of which 5.5 was the last; then it is none of the actions."""
    marker = section[place].marker
    if marker is None or marker.style not in (Style.DECIMAL, Style.NUMBER, Style.REFERENCE):
        return False
    above = section[max(0, place - _NAMED_MOST) : place][::-1]
    last = next((one.marker for one in above if one.marker and one.kind is not Kind.ACTION), None)
    return last is not None and follows(marker, last) is not None


def _is_owner(section: Sequence[Piece], place: int) -> bool:
    """ "AB/CD", or behind a sentence "Head of Repairs", as the column of actions names who is to act."""
    text = section[place].text
    if _INITIALS.fullmatch(text):
        return True
    named = len(text.split()) <= _OWNER_WORDS and is_heading(text) and bool(POST.search(text))
    return named and place > 0 and section[place - 1].open and section[place - 1].text[-1:] == "."


def _is_beside(sentence: Piece, piece: Piece) -> bool:
    """Initials at the right edge of the line on which a sentence ends."""
    return piece.first == sentence.last and piece.text != "" and bool(_AT_EDGE.fullmatch(piece.text))


def _is_task(piece: Piece, above: Piece) -> bool:
    """ "Clerk to write to the school", on a line under "ACTIONS:"; whatever is right below it."""
    if len(piece.text) > _TASK_MOST:
        return False
    heads = above.kind is Kind.LEFT_OUT and above.last + 1 == piece.first and piece.text[-1] != ":"
    return heads or bool(_TASK.match(piece.text))
