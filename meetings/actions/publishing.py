"""From the clerk's desk to the public, and from draft to correct record."""

import datetime

from django.db import transaction
from django.utils.formats import date_format

from meetings.actions.refusals import Refused, WrongStage
from meetings.choices import MeetingEventKind, MinutesStage
from meetings.models import Meeting, MeetingEvent
from meetings.permissions import Actor


@transaction.atomic
def publish_minutes(meeting: Meeting, *, by: Actor, at: datetime.datetime) -> None:
    """Makes minutes in preparation public as a draft. Raises WrongStage where there are none, or they are public."""
    _lock(meeting)
    if meeting.minutes_stage == MinutesStage.NONE:
        raise WrongStage("This meeting has no minutes yet: bring them in first.")
    if meeting.is_published:
        raise WrongStage("These minutes are published already.")
    meeting.minutes_stage = MinutesStage.DRAFT
    meeting.save(update_fields=["minutes_stage"])
    write_event(meeting, MeetingEventKind.MINUTES_PUBLISHED, by=by, at=at)


@transaction.atomic
def approve_minutes(meeting: Meeting, *, approved_on: datetime.date, by: Actor, at: datetime.datetime) -> None:
    """`approved_on` is the day of the later meeting that approved them as a correct record.

    Raises WrongStage unless they are published drafts, Refused where that day is not after the meeting's own.
    """
    _lock(meeting)
    if meeting.minutes_stage == MinutesStage.APPROVED:
        raise WrongStage("These minutes are approved already.")
    if meeting.minutes_stage != MinutesStage.DRAFT:
        raise WrongStage("Only published draft minutes can be approved: publish them first.")
    if approved_on <= meeting.held_on:
        raise Refused(f"Minutes are approved at a later meeting: choose a day after {date_format(meeting.held_on)}.")
    meeting.minutes_stage = MinutesStage.APPROVED
    meeting.approved_on = approved_on
    meeting.save(update_fields=["minutes_stage", "approved_on"])
    note = f"Approved at the meeting on {date_format(approved_on)}."
    write_event(meeting, MeetingEventKind.MINUTES_APPROVED, by=by, at=at, note=note)


def write_event(meeting: Meeting, kind: MeetingEventKind, *, by: Actor, at: datetime.datetime, note: str = "") -> None:
    """One line of the meeting's history."""
    MeetingEvent.objects.create(meeting=meeting, kind=kind, at=at, note=note, **MeetingEvent.signed(by))


def _lock(meeting: Meeting) -> None:
    """Two clerks who press at once: the second sees what the first did."""
    now = Meeting.objects.select_for_update().get(pk=meeting.pk)
    meeting.minutes_stage, meeting.approved_on = now.minutes_stage, now.approved_on
