"""What home and the page of a committee say at a glance: where things stand, what is late, what was decided last."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten
from typing import Any

from django.db.models import Case, Count, F, Q, When
from django.utils.formats import date_format

from meetings.models import Resolution
from meetings.querysets import ResolutionQuerySet
from meetings.routine import is_routine
from recommendations.choices import Standing
from recommendations.placed import PlacedRecommendation, placed
from recommendations.querysets.recommendations import RecommendationQuerySet
from recommendations.sentences import late, resolved_wording

LATE = Q(is_overdue=True) | Q(is_response_overdue=True)
LATE_SINCE = Case(When(is_response_overdue=True, then=F("response_due_on")), default=F("due_on"))
LONGEST_SAID = 120
"""Characters of what was resolved that stand in a list."""

RESOLUTIONS_READ = 100
"""So many of the latest resolutions are read to find the latest matters: one matter may have a dozen limbs, and some
are routine."""


@dataclass(frozen=True, slots=True)
class Position:
    """How many open recommendations stand where, and how many of them are late."""

    by_standing: dict[str, int]
    late: int

    @property
    def open(self) -> int:
        return sum(self.by_standing.values())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: what it is, its address, the small print and, of a decision, what was said."""

    title: str
    url: str
    context: str
    said: str = ""


def position(rows: RecommendationQuerySet) -> Position:
    """Of rows that have been through `with_position`: one query."""
    by_standing: Any = rows.open().order_by().values_list("standing")  # type: ignore[misc]  # `with_position` adds it
    counted = by_standing.annotate(n=Count("pk"), late=Count("pk", filter=LATE))
    found = {str(standing): (n, late) for standing, n, late in counted}
    in_order = {standing.value: found[standing.value][0] for standing in Standing if standing.value in found}
    return Position(in_order, sum(late for _, late in found.values()))


def position_by_committee(rows: RecommendationQuerySet) -> dict[int, tuple[int, int]]:
    """How many are open and how many late, by the key of the committee: one query."""
    counted: Any = (
        rows.open().order_by().values_list("committee_id").annotate(n=Count("pk"), late=Count("pk", filter=LATE))
    )
    return {committee: (n, late) for committee, n, late in counted}


def late_lines(rows: RecommendationQuerySet, *, on: datetime.date, most: int) -> list[Line]:
    """The longest late first: one query."""
    ordered = rows.overdue().with_place().order_by(LATE_SINCE, "pk")[:most]
    return [_late_line(row, on=on) for row in placed(ordered)]


def _late_line(row: PlacedRecommendation, *, on: datetime.date) -> Line:
    if row.is_response_overdue and row.response_due_on:
        how = f"response {late(row.response_due_on, on=on)}"
    else:
        how = late(row.due_on, on=on) if row.due_on else ""
    who = row.lead_post.title if row.lead_post and not row.is_response_overdue else row.addressee.name
    return Line(row.title, row.get_absolute_url(), " · ".join(filter(None, (row.reference, how, who))))


def decided_lines(rows: ResolutionQuerySet, *, most: int, names_committee: bool = True) -> list[Line]:
    """The matters decided last, each with the first of its resolutions that is not routine: one query."""
    read = rows.with_place().latest_first()[:RESOLUTIONS_READ]
    latest = (row for row in read if not is_routine(row.text))
    matters = (list(group) for _, group in groupby(latest, key=lambda row: row.item_id))
    return [_decided_line(matter, names_committee) for matter, _ in zip(matters, range(most), strict=False)]


def _decided_line(matter: list[Resolution], names_committee: bool) -> Line:
    first, item = matter[0], matter[0].item
    meeting = item.meeting
    context = [
        meeting.committee.name if names_committee else "",
        date_format(meeting.held_on, "j F Y"),
        f"{first.label} and {len(matter) - 1} more" if len(matter) > 1 else first.label,
    ]
    said = shorten(resolved_wording(first.stem, first.text), LONGEST_SAID, placeholder=" …")
    return Line(item.title, first.get_absolute_url(), " · ".join(filter(None, context)), said)
