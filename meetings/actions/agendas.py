"""An agenda that the council has published is taken over; it is the meeting's until there are minutes."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format

from meetings.actions.publishing import write_event
from meetings.actions.recording import is_same_item, new_item
from meetings.choices import MeetingEventKind, MinutesStage
from meetings.minutes.set_down import Matter
from meetings.models import AgendaItem, Meeting
from meetings.permissions import Actor

_ASIDE = 1_000_000
"""Orders are unique: items step so far aside before they get their new ones."""
_LONGEST_PLACE, _LONGEST_TITLE, _LONGEST_NUMBER = 200, 500, 30


@transaction.atomic
def take_over_agenda(
    meeting: Meeting,
    *,
    held_on: datetime.date,
    starts_at: datetime.time | None,
    place: str,
    matters: Sequence[Matter],
    by: Actor,
    at: datetime.datetime,
) -> bool:
    """Makes day, time, place and items of a meeting without minutes those of the agenda; whether anything changed.

    Items that somebody made here stay, behind the others. A meeting that was cancelled and is on again is called.
    """
    moved = meeting.held_on != held_on or meeting.is_cancelled
    particulars = (held_on, starts_at, place[:_LONGEST_PLACE], False)
    is_changed = particulars != (meeting.held_on, meeting.starts_at, meeting.place, meeting.is_cancelled)
    if is_changed:
        meeting.held_on, meeting.starts_at, meeting.place, meeting.is_cancelled = particulars
        meeting.save(update_fields=["held_on", "starts_at", "place", "is_cancelled"])
    changed = _take_over_items(meeting, matters, at=at)
    if changed or moved:
        counted = f"{len(matters)} item{'' if len(matters) == 1 else 's'}."
        note = f"Now on {date_format(held_on)}. {counted}" if moved else counted
        write_event(meeting, MeetingEventKind.AGENDA_TAKEN_OVER, by=by, at=at, note=note)
    return is_changed or changed


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Actor, at: datetime.datetime) -> bool:
    """Says of a meeting without minutes that it will not be held; whether that is new."""
    if meeting.is_cancelled or meeting.minutes_stage != MinutesStage.NONE:
        return False
    meeting.is_cancelled = True
    meeting.save(update_fields=["is_cancelled"])
    write_event(meeting, MeetingEventKind.MEETING_CANCELLED, by=by, at=at)
    return True


def _take_over_items(meeting: Meeting, matters: Sequence[Matter], *, at: datetime.datetime) -> bool:
    """Those that ModernGov has no longer are taken out; whether anything changed."""
    there = list(meeting.items.order_by("order"))
    before = _state(there)
    others = list(there)
    wanted: list[AgendaItem] = []
    for matter in map(_fitting, matters):
        row = _row_of(matter, others)
        if row is None:
            order = _behind([*there, *wanted])
            row = new_item(meeting, matter, order=order, taken={each.slug for each in (*there, *wanted)})
        else:
            others.remove(row)
            row.number, row.title, row.agenda_text = matter.number, matter.title, matter.agenda_text
            row.external_id, row.taken_out_at = matter.external_id, None
        wanted.append(row)
    for row in others:
        row.taken_out_at = row.taken_out_at or (at if row.external_id else None)
    rows = [*wanted, *others]
    for order, row in enumerate(rows, 1):
        row.order = order
    if before == _state(rows):
        return False
    meeting.items.update(order=F("order") + _ASIDE)
    fields = ["order", "number", "title", "agenda_text", "external_id", "taken_out_at"]
    AgendaItem.objects.bulk_update(rows, fields)
    return True


def _row_of(matter: Matter, rows: Sequence[AgendaItem]) -> AgendaItem | None:
    """The same item, one that was taken out and is back among them."""
    known = next((row for row in rows if matter.external_id and row.external_id == matter.external_id), None)
    return known or next((row for row in rows if row.taken_out_at is None and is_same_item(row, matter)), None)


def _state(rows: Sequence[AgendaItem]) -> list[tuple[object, ...]]:
    return [
        (row.pk, row.order, row.number, row.title, row.agenda_text, row.external_id, row.taken_out_at) for row in rows
    ]


def _fitting(matter: Matter) -> Matter:
    """Nobody is there to shorten what is too long."""
    number = matter.number if len(matter.number) <= _LONGEST_NUMBER else ""
    return replace(matter, number=number, title=matter.title[:_LONGEST_TITLE])


def _behind(rows: Sequence[AgendaItem]) -> int:
    return max((row.order for row in rows), default=0) + 1
