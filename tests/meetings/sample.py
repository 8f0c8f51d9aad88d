"""Minutes of a council that does not exist, in the forms that matter here, and the ways to bring them in."""

import datetime

from django.utils import timezone

from meetings.actions.bringing_in import bring_in
from meetings.actions.recording import record_minutes
from meetings.models import Committee, Meeting, MeetingEvent, SourceDocument
from scrutiny.models import User
from tests.factories import a_committee

HELD_ON = datetime.date(2026, 3, 9)

TEXT = """Northmoor County Council

Minutes of the Safer Communities Committee held on 9 March 2026

Present: Councillors Osei (Chair), Marsh and Holt
Apologies: Councillor Reid

33. Online crime

The Committee is asked to examine how partners deal with online crime.

Minutes:

33.1 The Cabinet Member introduced the item and thanked the partners.

33.2 Members asked for a list of schools that have not signed up, by division.

33.3 Resolved - That the Committee:

1. thanks the officers for their work to protect people from online crime;
2. asks that the report of the survey of parents be shared with the committee.

34. Library opening hours

Minutes:

34.1 The Head of Libraries presented the report on opening hours.

34.2 RESOLVED that the report be noted.
"""

HTML = """<html><body><h1>Online crime</h1><h2>Minutes:</h2>
<p>33.1 The Cabinet Member introduced the item and thanked the partners.</p>
<p>33.2 Trading Standards can have websites taken down.</p></body></html>
"""


def a_source(by: User, text: str = TEXT, name: str = "minutes.txt") -> SourceDocument:
    """Brought in, waiting in the preview."""
    return bring_in(name=name, content=text.encode(), format=None, by=by, at=timezone.now())


def recorded(
    by: User, text: str = TEXT, *, committee: Committee | None = None, publish: bool = True, name: str = "minutes.txt"
) -> Meeting:
    """Recorded as the minutes of 9 March 2026."""
    return record_minutes(
        a_source(by, text, name),
        committee=committee or a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC"),
        held_on=HELD_ON,
        by=by,
        at=timezone.now(),
        publish=publish,
    )


def history(meeting: Meeting) -> list[tuple[str, str, str, str]]:
    """What happened, who did it, in which role, and the note."""
    rows = MeetingEvent.objects.filter(meeting=meeting)
    return [(event.kind, event.actor_name, event.actor_role, event.note) for event in rows]
