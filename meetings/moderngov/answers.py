"""What the service lists: committees, and the meetings of one."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.sources.answers import Element, read_xml
from meetings.minutes.sources.decoding import decode
from meetings.minutes.sources.moderngov import day


@dataclass(frozen=True, slots=True)
class TheirCommittee:
    """`is_over`: deleted or expired."""

    key: str
    title: str
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    key: str
    date: datetime.date
    is_cancelled: bool = False


def committees_in(content: bytes) -> list[TheirCommittee]:
    """Raises UnreadableMinutes where this is no list of committees."""
    return [
        TheirCommittee(key, title, is_over=row.is_true("committeedeleted") or row.is_true("committeeexpired"))
        for row in _root(content, "committees").all("committee")
        if (key := row.says("committeeid")) and (title := row.says("committeetitle"))
    ]


def meetings_in(content: bytes) -> list[ListedMeeting]:
    """Those that have a day, the earliest first. Raises UnreadableMinutes where this is no list of meetings."""
    found = {
        key: ListedMeeting(key, date, is_cancelled=row.says("meetingstatus").lower().startswith("cancel"))
        for row in _meetings(_root(content, "getmeetings"))
        if (key := row.says("meetingid")) and (date := day(row.says("meetingdate")))
    }
    return sorted(found.values(), key=lambda meeting: (meeting.date, meeting.key))


def _meetings(root: Element) -> Iterator[Element]:
    yield from root.within("committee", "committeemeetings", "meeting")
    yield from root.within("meetings", "meeting")


def _root(content: bytes, name: str) -> Element:
    text, _ = decode(content)
    root = read_xml(text)
    if root.name != name:
        raise UnreadableMinutes(f"The service answered with <{root.name[:40]}> where <{name}> was asked for.")
    return root
