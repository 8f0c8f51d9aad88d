"""Sittings: each gets an address that lasts, from its committee and its date."""

import datetime

from django.db import transaction
from django.db.models import Case, Value, When

from meetings.choices import MinutesStage
from meetings.models import Committee, Meeting


@transaction.atomic
def create_meeting(
    *, committee: Committee, held_on: datetime.date, starts_at: datetime.time | None = None, place: str = ""
) -> Meeting:
    """A second meeting of the committee on one day gets “-2” behind the date in its address."""
    Committee.objects.select_for_update().get(pk=committee.pk)
    taken = set(committee.meetings.filter(held_on=held_on).values_list("slug", flat=True))
    slug, n = held_on.isoformat(), 1
    while slug in taken:
        n += 1
        slug = f"{held_on.isoformat()}-{n}"
    return Meeting.objects.create(committee=committee, held_on=held_on, starts_at=starts_at, place=place, slug=slug)


def find_or_create_meeting(*, committee: Committee, held_on: datetime.date) -> Meeting:
    """The committee's meeting of that day, locked; of two, the one that has no minutes yet. Inside a transaction."""
    without_first = Case(When(minutes_stage=MinutesStage.NONE, then=Value(0)), default=Value(1))
    meeting = (
        Meeting.objects.select_for_update()
        .filter(committee=committee, held_on=held_on)
        .order_by(without_first, "slug")
        .first()
    )
    return meeting or create_meeting(committee=committee, held_on=held_on)
