"""ModernGov's own answer about one meeting (GetMeeting, XML) to lines; each says itself what it is.

What is not public is not among them: of a restricted item only its place on the agenda is said.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.limits import TAGS_LIMIT

from . import html
from .answers import Element, decoded, plain, read_xml
from .line import Line, Mark

NOT_PUBLIC = "not public in ModernGov"
SAYS_EXEMPT = re.compile(r"\b(?:exempt\b(?! accommodation)|part (?:two|2|ii)\b|confidential\b)", re.IGNORECASE)
"""Titles of items and papers that are left alone; “exempt accommodation” is a kind of housing."""

_LISTS = {
    "getmeetings": "meetings",
    "getmeetingsbydate": "meetings",
    "committees": "committees",
    "getcommittees": "committees",
    "councillorsbyward": "councillors",
}
_TEXTS_MOST, _TAGS_MOST, _LINES_MOST = 6_000_000, TAGS_LIMIT, 50_000
"""Of one meeting, in its HTML: more than any minutes have, and no more than is read within five seconds."""
_TOO_MUCH = "This meeting holds more text than any minutes; paste its minutes instead."
_LONGEST_NUMBER = 30
_TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
_ENCODED_TAG = re.compile(r"&lt;/?(?:p|div|span|table|ul|ol|br|strong|b|h\d)\b", re.IGNORECASE)
_PICTURE = re.compile(r"\bsrc\s*=\s*(?:\"data:[^\"]*\"|'data:[^']*')", re.IGNORECASE)
_ACTIONS = re.compile(r"actions?(?: points?| required| agreed)?:?", re.IGNORECASE)
_ATTENDED = (
    (re.compile(r"apolog", re.IGNORECASE), Mark.APOLOGIES, ""),
    (re.compile(r"not (?:present|required)|absent", re.IGNORECASE), Mark.LEFT_OUT, ""),
    (re.compile(r"in attendance|attending|observ", re.IGNORECASE), Mark.PRESENT, "In attendance: "),
    (re.compile(r"present|attended|virtual|substitut|late", re.IGNORECASE), Mark.PRESENT, ""),
)
_PLAIN_ROLES = frozenset({"committee member", "member", "councillor", "officer", ""})


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a meeting's answer says of the meeting itself. `has_agenda`, `has_minutes`: they are published."""

    key: str
    committee: str | None
    date: datetime.date | None
    starts_at: datetime.time | None
    place: str
    is_cancelled: bool
    is_public: bool
    has_agenda: bool
    has_minutes: bool


def lines(content: str) -> list[Line]:
    """Raises UnreadableMinutes where this is no meeting, or one that is not public."""
    root = meeting_of(content)
    meeting = particulars(root)
    if not meeting.is_public:
        raise UnreadableMinutes(
            "ModernGov says that this meeting is not public, so it was not read; ask the council’s ModernGov team."
        )
    items = list(root.within("agendaitems", "agendaitem"))
    if not items:
        raise UnreadableMinutes("This meeting has no agenda in ModernGov; save it again once there is one.")
    texts = [item.raw(name) for item in items for name in _BODIES]
    if sum(map(len, texts)) > _TEXTS_MOST or sum(text.count("<") for text in texts) > _TAGS_MOST:
        raise UnreadableMinutes(_TOO_MUCH)
    found = [*_heads(meeting, root), *_attendance(root)]
    for item in items:
        found.extend((Line(""), *_item(item)))
        if len(found) > _LINES_MOST:
            raise UnreadableMinutes(_TOO_MUCH)
    return found


def meeting_of(content: str) -> Element:
    """The `<meeting>` of an answer. Raises UnreadableMinutes, which says what the XML is instead."""
    root = read_xml(content)
    if root.name == "meeting" and root.child("meetingid"):
        return root
    if listed := _LISTS.get(root.name):
        raise UnreadableMinutes(
            f"This is a list of {listed}, not a meeting; save the answer of GetMeeting, one file for each meeting."
        )
    raise UnreadableMinutes("This XML is not of ModernGov; save the answer of GetMeeting, or paste the minutes.")


def particulars(root: Element) -> Particulars:
    status = root.says("meetingstatus").lower()
    is_shown = root.is_true("agendapublished", otherwise=True) or root.is_true("minutepublished")
    return Particulars(
        key=root.says("meetingid")[:40],
        committee=_committee(root),
        date=day(root.says("meetingdate")),
        starts_at=time_of_day(root.says("meetingtime")),
        place=", ".join(said for name in ("meetingroom", "meetinglocation") if (said := root.says(name))),
        is_cancelled=status.startswith("cancel"),
        is_public=root.is_true("isdisplayallowed", otherwise=True),
        has_agenda=is_shown and any(root.within("agendaitems", "agendaitem")),
        has_minutes=root.is_true("minutepublished", otherwise=True),
    )


def day(text: str) -> datetime.date | None:
    """dd/MM/yyyy, with or without a time behind it."""
    found = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", text)
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def time_of_day(text: str) -> datetime.time | None:
    """ "10.00 am", "6.30 p.m.", "14:00", "2 pm"; None for “On the rising of Council”."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?m?\.?", text.lower())
    if found is None or not (found[2] or found[3]):
        return None
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    try:
        return datetime.time(hour, int(found[2] or 0))
    except ValueError:
        return None


def _committee(root: Element) -> str | None:
    """The committee most of its papers were published for; else the one most items refer to."""
    items = list(root.within("agendaitems", "agendaitem"))
    papers = [paper for item in items for paper in item.within("linkeddocuments", "linkeddoc")]
    for rows, name in (([root], "committeetitle"), (papers, "committeetitle"), (items, "refertocommittee")):
        named = Counter(said for row in rows if (said := row.says(name)))
        if named:
            return named.most_common(1)[0][0]
    return None


# --- the meeting ------------------------------------------------------------------------------------------------------


def _heads(meeting: Particulars, root: Element) -> Iterator[Line]:
    if meeting.committee:
        yield Line(meeting.committee, Mark.COMMITTEE)
    yield Line(_when(meeting, root.says("meetingtime")), Mark.MEETING, key=meeting.key)
    if meeting.place:
        yield Line(meeting.place, Mark.LEFT_OUT, note="place of the meeting")
    if meeting.is_cancelled:
        yield Line("ModernGov says that this meeting was cancelled.", Mark.NOTICE, note="state of the meeting")
    elif not meeting.has_minutes:
        told = "ModernGov says that the minutes of this meeting are not published."
        yield Line(told, Mark.NOTICE, note="state of the meeting")


def _when(meeting: Particulars, time: str) -> str:
    """ "10 February 2026, 10.00 am": in words, so that day and month cannot be taken for each other."""
    if meeting.date is None:
        return f"Meeting {meeting.key}"
    return f"{meeting.date.day} {meeting.date:%B %Y}{f', {time}' if meeting.starts_at else ''}"


def _attendance(root: Element) -> Iterator[Line]:
    for attendee in root.within("attendees", "attendee"):
        said = {name: plain(value) for name, value in attendee.attributes.items()}
        name, role, attended = said.get("name", ""), said.get("roledescription", ""), said.get("attendance", "")
        if not name:
            continue
        called = name if role.lower() in _PLAIN_ROLES else f"{name} ({role})"
        known = next(((mark, before) for pattern, mark, before in _ATTENDED if pattern.search(attended)), None)
        mark, before = known or (Mark.LEFT_OUT, "")
        if mark is Mark.LEFT_OUT:
            yield Line(f"{called}: {attended or 'attendance not said'}", mark, note="not said to have been there")
        else:
            yield Line(f"{before}{called}", mark)


# --- its items --------------------------------------------------------------------------------------------------------

_BODIES = ("agendatext", "decisionnonemptyhtmlbody", "minutesnonemptyhtmlbody", "commenttext1", "commenttext2")


def _item(item: Element) -> Iterator[Line]:
    number = item.says("fulldisplaynumberformat").strip(" .:()[]")
    title = item.says("agendaitemtitle")
    number, title = (number, title) if len(number) <= _LONGEST_NUMBER else ("", f"{number} {title}")
    withheld = _withheld(item, title)
    if withheld:
        yield Line(f"{f'Item {number}' if number else 'An item'} {withheld}", Mark.NOTICE, note=NOT_PUBLIC)
        return
    title = title or (f"Item {number}" if number else "Item without a title")
    yield Line(f"{number}\t{title}" if number else title, Mark.ITEM, key=item.says("agendaitemid")[:40])
    yield from _body(item.raw("agendatext"))
    yield from _labelled("Decision:", _body(item.raw("decisionnonemptyhtmlbody")))
    yield from _labelled("Minutes:", _body(item.raw("minutesnonemptyhtmlbody")))
    yield from _comments(item)
    yield from _papers(item)


def _withheld(item: Element, title: str) -> str:
    """Why nothing of an item may be read; empty where all of it may."""
    if item.is_true("isrestricted") or not item.is_true("isdisplayallowed", otherwise=True):
        return "is not public in ModernGov, so it was not read."
    if SAYS_EXEMPT.search(title):
        return "was not read, because its title says that it is exempt or confidential; paste it if it is public."
    return ""


def _labelled(label: str, body: Sequence[Line]) -> list[Line]:
    return [Line(label, Mark.LABEL), *body] if body else []


def _body(content: str) -> list[Line]:
    """The lines of a text, which is HTML from Word, or now and then only words."""
    content = decoded(content.strip())
    if not _TAG.search(content) and _ENCODED_TAG.search(content):
        content = decoded(content)
    if not _TAG.search(content):
        found = [Line(plain(line)) for line in content.splitlines()]
    else:
        try:
            found = html.lines(_PICTURE.sub("", content))
        except UnreadableMinutes:
            found = []
    return found if any(line.text.strip() for line in found) else []


def _comments(item: Element) -> Iterator[Line]:
    """Two fields that a council names itself; one of them is often “Actions”."""
    for which in "12":
        label = item.says(f"commentlabel{which}").rstrip(":")
        said = [line.text for line in _body(item.raw(f"commenttext{which}")) if line.text.strip()]
        if said and _ACTIONS.fullmatch(label):
            yield Line("Actions:", Mark.LABEL)
            yield from (Line(text, Mark.ACTION) for text in said)
        else:
            note = "particulars of the item"
            yield from (Line(f"{label}: {text}" if label else text, Mark.LEFT_OUT, note=note) for text in said)


def _papers(item: Element) -> Iterator[Line]:
    for paper in item.within("linkeddocuments", "linkeddoc"):
        title = paper.says("title")
        if paper.is_true("isrestricted") or SAYS_EXEMPT.search(title):
            yield Line("A paper that is not public", Mark.LEFT_OUT, note=NOT_PUBLIC)
        elif title:
            yield Line(title, Mark.DOCUMENT, key=paper.says("attachmentid")[:40])
