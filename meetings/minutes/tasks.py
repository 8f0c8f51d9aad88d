"""Lines that are only marked actions, and the lists of actions below their heading."""

import re
from collections.abc import Sequence

from .actions import POST, labelled_day, labelled_owner, names_owner, read_action_line
from .formulas import AGREEING, DECIDING, SENTENCE_WORDS
from .numbering import Marker, Style, follows, is_first
from .piece import Piece
from .seeking import whole
from .structure import Kind
from .undertakings import ACTION_BEGINNINGS, NO_ACTION, NO_WORKERS
from .words import ACTION_LINE, ACTION_LIST, ACTION_SUMMARY, ACTION_SUMMARY_MOST, is_heading

_NOT_DONE = r"be|date|the|an?|his|her|their|this|that|which|whom|each|all|any|some|both|note|agree|approve|consider"
_TASK = re.compile(
    r"(?:(?i:item|agenda item|minute|ref)\.? [\w./]{1,10}(?:\s*:|\s+[-–—])\s+)?"
    rf"(?:(?!(?i:that|to|{'|'.join(DECIDING + AGREEING)}|{NO_WORKERS})\b)"
    r"(?P<who>(?:The )?[A-Z][\w’'&/.,\- ]{0,60}?)"
    rf" (?:to(?! (?:{_NOT_DONE})\b)|i|(?P<will>will|should|shall)) [a-z]"
    r"|(?:[A-Z]{2,4}|[Aa]ll)(?:(?:\s*[,/&]\s*|\s+and\s+)(?:[A-Z]{2,4}|[Aa]ll)){0,5}(?:\s*:|\s+[-–—])\s+\S"
    r"|(?P<post>(?:The )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|and|for|&)){0,5})(?:\s*:|\s+[-–—])\s+[a-z])"
)
_INITIALS = re.compile(r"(?:[A-Z]{2,4}|[Aa]ll)(?:\s*[/,&]\s*(?:[A-Z]{2,4}|[Aa]ll)){0,5}")
_AT_EDGE = re.compile(r"(?:[A-Z]{2,4}|Clerk|All)(?:\s?[/,&]\s?(?:[A-Z]{2,4}|Clerk|All)){0,4}")
_TOLD_OF = re.compile(
    r"\s*(?:[\w’'.,&-]+ (?!to )){1,9}?"
    r"(?:confirmed|reported|advised|said|explained|noted|stated|told|informed|agreed that)\b"
)
_DONE = re.compile(
    r"(?:\s[–-]|[.;:])\s+(?:now )?(?:complete|completed|closed|done|ongoing|discharged|in progress)\.?\Z"
    r"|\b(?:still )?(?:awaited|outstanding)\b[^.]{0,40}\.?\Z",
    re.IGNORECASE,
)
_DONE_MOST = 80
_TASK_MOST = 300
_LEAD = re.compile(r"lead(?: officer| member| director)?\s*:\s*[^.?!;]{2,80}", re.IGNORECASE)
_LISTED = frozenset({Style.BULLET, Style.LETTER, Style.ROMAN, Style.NUMBER_BRACKET})
_NAMED_MOST = 20
_NO_ACTION = whole(NO_ACTION, r"\.?")
_OWNER_WORDS = 6
_BEFORE_MARK = frozenset("*[(")
_HEAD_OF_LIST = "heading of a list of actions"


def mark_actions_lines(section: Sequence[Piece], *, column: bool, headed: bool) -> None:
    """Lines that are only marked actions, and the list behind "ACTIONS:".

    `column`: a column of a table held owners. `headed`: the title of the item is that of a list of actions.
    """
    lists = _Lists(section, headed=headed)
    for place, piece in enumerate(section):
        if not piece.open:
            lists.end()
            continue
        above = section[place - 1] if place else None
        acted = above is not None and above.kind is Kind.ACTION
        owned = (column and _is_owner(section, place)) or (above is not None and _is_beside(above, piece))
        below = acted and (labelled_owner(piece.text) or labelled_day(piece.text) or _is_below(section, place))
        if owned or below or (column and _is_task_of_column(section, place)):
            piece.become(Kind.ACTION)
        elif piece.text[:2] == "NO" and _NO_ACTION.match(piece.text):
            piece.leave_out("says that there is no action")
        elif (marked := _marked(piece.body)) and not _names_action(section, place, marked):
            _leave_out_lead(above)
            lists.begin(place, marked)
        else:
            lists.take(place)
    lists.end()


def _marked(body: str) -> re.Match[str] | None:
    """The mark of an action at the beginning, in brackets or stars or without."""
    begins = body[:1] in _BEFORE_MARK or body[:2].lower() in ACTION_BEGINNINGS
    return ACTION_LINE.match(body) if begins else None


def mark_numbered_tasks(pieces: Sequence[Piece]) -> None:
    """ "1. Clerk to write to the school" below "Summary of actions": its numbers could be taken for those of items."""
    for place, piece in enumerate(pieces):
        text = piece.text
        if len(text) > ACTION_SUMMARY_MOST or ("ction" not in text and "CTION" not in text):
            continue
        if not piece.open or piece.marker or not (ACTION_SUMMARY.match(text) or ACTION_LIST.match(text)):
            continue
        last: Marker | None = None
        for task in pieces[place + 1 :]:
            marker = task.marker if task.open and task.marker and task.marker.style is Style.NUMBER else None
            counted = marker and (follows(marker, last) if last else is_first(marker))
            if marker is None or not counted or not says_who(task.body):
                break
            last, piece.reason = marker, _HEAD_OF_LIST
            task.become(Kind.ACTION, wording=task.body, number=marker.printed)


class _Lists:
    """The list of actions that is open: of any lines behind "ACTIONS:", of tasks only behind "Summary of actions"."""

    def __init__(self, section: Sequence[Piece], *, headed: bool) -> None:
        self._section = section
        self._open, self._only_tasks = headed, headed
        self._style: Style | None = None
        self._owner = ""
        self._only_posts = False
        self._head: Piece | None = None

    def begin(self, place: int, marked: re.Match[str]) -> None:
        """A line that is an action, or the heading of several: "Actions for the Clerk:" names who is to do them."""
        piece, behind = self._section[place], self._section[place + 1 : place + 2]
        self._head = None
        named = (marked["of"] or "").strip() if marked.end() == len(piece.body) else ""
        listed = bool(behind) and behind[0].open and behind[0].marker is not None
        self._owner = named if named and listed and behind[0].marker and behind[0].marker.style in _LISTED else ""
        self._open = bool(self._owner or ACTION_LIST.match(piece.body))
        self._only_tasks, self._style = False, None
        self._head = piece if self._open and piece.reason != _HEAD_OF_LIST else None
        piece.become(Kind.LEFT_OUT if self._open else Kind.ACTION, wording=piece.body)
        piece.reason = _HEAD_OF_LIST if self._open else ""

    def end(self) -> None:
        """A heading below which there was no action is one of the text."""
        self._open = self._only_tasks
        if self._head is not None:
            self._head.reopen()
            self._head.wording = None
            self._head = None

    def take(self, place: int) -> None:
        """Whether this line is of the list decides itself by its number, or by what it says."""
        piece = self._section[place]
        if not piece.marker and len(piece.text) <= ACTION_SUMMARY_MOST and ACTION_SUMMARY.match(piece.text):
            self._open, self._only_tasks, self._style, self._owner = True, True, None, ""
            self._only_posts = piece.text[:4].lower() == "next"
        elif not self._open or (self._only_tasks and not says_who(piece.body, of_post=self._only_posts)):
            return
        elif not self._only_tasks and not piece.marker and names_owner(piece.text):
            self._take_owner(place)
        elif piece.marker and self._style in (None, piece.marker.style) and not _goes_on(self._section, place):
            self._style = piece.marker.style
            number = None if self._style is Style.BULLET else piece.marker.printed
            self._head = None
            owned = f" [{self._owner}]" if self._owner and not says_who(piece.body) else ""
            piece.become(Kind.ACTION, wording=(piece.body.rstrip(".;") if owned else piece.body) + owned, number=number)
        elif self._style is None and place and _is_task(piece, self._section[place - 1]):
            self._head = None
            piece.become(Kind.ACTION)
        else:
            self.end()

    def _take_owner(self, place: int) -> None:
        """ "Head of Roads" over what is to be done, or alone, for what stands above the heading of the list."""
        piece, behind = self._section[place], self._section[place + 1 : place + 2]
        if any(below.open and below.marker and below.marker.style in _LISTED for below in behind):
            self._owner, self._style, self._head = piece.text.strip(" :"), None, None
            piece.leave_out(_HEAD_OF_LIST)
        elif self._head is not None:
            self._head = None
            piece.become(Kind.ACTION)
        else:
            self.end()


def _leave_out_lead(above: Piece | None) -> None:
    """ "LEAD: Director of Housing" right above "ACTION: ...", which says who is to act."""
    if above is not None and above.open and _LEAD.fullmatch(above.text):
        above.leave_out("particulars of the action")


def _names_action(section: Sequence[Piece], place: int, marked: re.Match[str]) -> bool:
    """One that was set before: "• Action 3 – Audit" below "the following actions:", "Action 3 – he said that ..."."""
    body = section[place].body
    told = marked[0].rstrip(" :–-*")[-1:].isdigit() or marked[0].rstrip()[-1:] in "–-—"
    if told and (_TOLD_OF.match(body, marked.end()) or _DONE.search(body[-_DONE_MOST:])):
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
    """Initials, or a post, at the right edge of the line on which a sentence ends."""
    if piece.first != sentence.last or not piece.text:
        return False
    return bool(_AT_EDGE.fullmatch(piece.text)) or names_owner(piece.text)


def _is_task_of_column(section: Sequence[Piece], place: int) -> bool:
    """ "JB to send the map", in a line of the column of actions; not where the next names who is to act."""
    text = section[place].text
    found = _TASK.match(text) if len(text) <= _TASK_MOST else None
    if found is None or not found["who"] or found["will"] or not names_owner(found["who"].removeprefix("The ")):
        return False
    return place + 1 == len(section) or not _is_owner(section, place + 1)


def _is_below(section: Sequence[Piece], place: int) -> bool:
    """ "Engineer", or "JB", right below an action that does not say who is to do it."""
    piece, action = section[place], section[place - 1]
    if (
        piece.first != action.last + 1
        or piece.marker
        or len(piece.text.split()) > _OWNER_WORDS
        or not names_owner(piece.text)
    ):
        return False
    found = read_action_line(action.wording or action.text)
    return len(found) == 1 and found[0].owner is None and bool(found[0].text)


def says_who(text: str, *, of_post: bool = False) -> bool:
    """ "Clerk to write to the school", "Head of Roads – write to the school"; "The Clerk said that ..." does not."""
    found = _TASK.match(text) if len(text) <= _TASK_MOST else None
    if found is None or found["post"]:
        return found is not None and bool(POST.search(found["post"]))
    who = found["who"] or ""
    named = not (found["will"] or (of_post and who)) or names_owner(who) or bool(POST.search(who))
    return named and SENTENCE_WORDS.isdisjoint(who.split())


def _is_task(piece: Piece, above: Piece) -> bool:
    """ "Clerk to write to the school", on a line under "ACTIONS:"; whatever is right below it."""
    if len(piece.text) > _TASK_MOST:
        return False
    heads = above.kind is Kind.LEFT_OUT and above.last + 1 == piece.first and piece.text[-1] != ":"
    goes_on = above.kind is Kind.ACTION and above.last + 1 == piece.first
    return heads or says_who(piece.text) or (goes_on and bool(_TASK.match(piece.text)))
