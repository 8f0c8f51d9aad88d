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


def find_meeting(*, committee: Committee, held_on: datetime.date, external_id: str = "") -> Meeting | None:
    """The committee's meeting of that day, locked; of two, the one that has no minutes yet. Inside a transaction.

    Where ModernGov names it, the meeting of that name goes before, whatever its day is here; and one that ModernGov
    calls otherwise is another.
    """
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("committee")
    if external_id and (known := rows.filter(external_id=external_id).first()):
        return known
    without_first = Case(When(minutes_stage=MinutesStage.NONE, then=Value(0)), default=Value(1))
    same_day = rows.filter(committee=committee, held_on=held_on)
    if external_id:
        same_day = same_day.filter(external_id="")
    return same_day.order_by(without_first, "slug").first()


def find_or_create_meeting(*, committee: Committee, held_on: datetime.date, external_id: str = "") -> Meeting:
    """As `find_meeting`; the meeting keeps what ModernGov calls it, and is made where there is none."""
    found = find_meeting(committee=committee, held_on=held_on, external_id=external_id)
    meeting = found or create_meeting(committee=committee, held_on=held_on)
    if external_id and meeting.external_id != external_id:
        meeting.external_id = external_id
        meeting.save(update_fields=["external_id"])
    return meeting
