"""The working copy becomes the minutes of a meeting, all at once or not at all."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from meetings.actions.anchors import Anchors, item_slug
from meetings.actions.bringing_in import AlreadyRecorded, locked, working_copy
from meetings.actions.exemption import set_exemption
from meetings.actions.publishing import publish_minutes, write_event
from meetings.actions.refusals import Refused, WrongStage
from meetings.actions.setting_down import Row, new_paragraph, new_resolution, new_suggestion, note_where
from meetings.actions.sittings import find_or_create_meeting
from meetings.actions.understood import understood
from meetings.choices import MeetingEventKind, MinutesStage
from meetings.minutes import Item, Minutes
from meetings.minutes.set_down import Matter, action_lines, matters
from meetings.minutes.sources.decoding import decode
from meetings.minutes.sources.moderngov import meeting_of, particulars
from meetings.models import (
    AgendaItem,
    Committee,
    Meeting,
    Paragraph,
    Resolution,
    SourceDocument,
    SuggestedAction,
)
from meetings.permissions import Actor

_LONGEST_TITLE, _LONGEST_NUMBER, _LONGEST_PARAGRAPHS, _LONGEST_PLACE = 500, 30, 120, 200


class NothingToRecord(Refused):
    """No item of the working copy has a paragraph or a resolution."""


class ItemAlreadyThere(Refused):
    """The meeting has minutes of this item already; `item` is the one that is there."""

    def __init__(self, item: AgendaItem) -> None:
        super().__init__(
            f"The meeting has minutes of “{item}” already: leave that item out, or choose another meeting."
        )
        self.item = item


class MinutesAreSettled(WrongStage):
    """The meeting's minutes are approved, or they are published and these were to stay unpublished."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much there is to record, or was recorded."""

    items: int
    paragraphs: int
    resolutions: int
    suggestions: int

    def __str__(self) -> str:
        """“1 item, 16 paragraphs, 5 resolutions”."""
        counts = ((self.items, "item"), (self.paragraphs, "paragraph"), (self.resolutions, "resolution"))
        return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts)


def tally(minutes: Minutes) -> Tally:
    """What recording these would make."""
    return Tally(
        items=len(minutes.items),
        paragraphs=sum(len(item.paragraphs) + len(action_lines(item)) for item in minutes.items),
        resolutions=sum(len(item.resolutions) for item in minutes.items),
        suggestions=sum(len(item.actions) for item in minutes.items),
    )


@transaction.atomic
def record_minutes(
    source: SourceDocument,
    *,
    committee: Committee,
    held_on: datetime.date,
    by: Actor,
    at: datetime.datetime,
    publish: bool = False,
    exempt: Collection[str] | None = None,
) -> Meeting:
    """Makes the rows of the working copy, in the committee's meeting of that day, which is made where there is none.

    `exempt` holds the `exempt_key` of each item to be marked exempt, of those that the minutes say were taken in
    private; None means all of these: what nobody looked at must not become public.

    Another source may have brought other items of the same meeting; those stay, and these follow them. Raises
    AlreadyRecorded, NothingToRecord, ItemAlreadyThere, MinutesAreSettled, or Refused where a title or number is too
    long to be one.
    """
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    minutes = understood(kept)
    refuse_unfit(minutes)
    meeting = find_or_create_meeting(committee=committee, held_on=held_on, external_id=minutes.key)
    _refuse_settled(meeting, publish=publish)
    rows = _set_down(minutes, kept, meeting)
    _exempt_items(minutes, rows, exempt, by=by, at=at)
    settle_source(source, kept, meeting, at=at)
    note = f"{tally(minutes)}, from “{kept.name}”."
    write_event(meeting, MeetingEventKind.MINUTES_RECORDED, by=by, at=at, note=note)
    if publish and not meeting.is_published:
        publish_minutes(meeting, by=by, at=at)
    return meeting


def refuse_unfit(minutes: Minutes) -> None:
    if not any(item.paragraphs or item.resolutions for item in minutes.items):
        raise NothingToRecord("There is no paragraph and no resolution to record: say which pieces are minutes.")
    for item in minutes.items:
        if len(item.title) > _LONGEST_TITLE:
            raise Refused(
                f"“{item.title[:60]}…” is too long to be the title of an item: shorten it, "
                "or say which piece is the title."
            )
        numbers = [item.number, *(one.number for one in item.paragraphs), *(one.number for one in item.resolutions)]
        for number in numbers:
            if number and len(number) > _LONGEST_NUMBER:
                raise Refused(f"“{number}” is too long to be a number: shorten it.")


def _refuse_settled(meeting: Meeting, *, publish: bool) -> None:
    if meeting.minutes_stage == MinutesStage.APPROVED:
        raise MinutesAreSettled(f"The minutes of {meeting} are approved: nothing can be added to them.")
    if meeting.minutes_stage == MinutesStage.DRAFT and not publish:
        raise MinutesAreSettled(
            f"The draft minutes of {meeting} are published already, so these would be public at once: "
            "record and publish them, or choose another meeting."
        )


def _set_down(minutes: Minutes, kept: SourceDocument, meeting: Meeting) -> list[AgendaItem]:
    """Makes the rows, and notes beside each block of the source what it became; the items, in their order."""
    anchors = Anchors(anchors_of(meeting))
    items: dict[str, AgendaItem] = {}
    rows: dict[str, Row] = {}
    for item, matter in zip(minutes.items, matters(minutes, working_copy(kept)), strict=True):
        items[matter.key] = row = _agenda_item(meeting, matter)
        made = _record_passages(row, matter, anchors)
        SuggestedAction.objects.bulk_create(new_suggestion(row, action, made) for action in item.actions)
        rows |= made
    note_where(kept, items, rows)
    if meeting.minutes_stage == MinutesStage.NONE:
        meeting.minutes_stage = MinutesStage.IN_PREPARATION
    meeting.present = meeting.present or "\n".join(minutes.present)
    meeting.apologies = meeting.apologies or "\n".join(minutes.apologies)
    meeting.is_cancelled = False  # it was held
    _settle_particulars(meeting, kept)
    meeting.save(update_fields=["minutes_stage", "present", "apologies", "is_cancelled", "starts_at", "place"])
    return list(items.values())


def _settle_particulars(meeting: Meeting, kept: SourceDocument) -> None:
    """When it began and where, which ModernGov says beside the minutes; what is known here stays."""
    if kept.format == "moderngov":
        said = particulars(meeting_of(decode(bytes(kept.content))[0]))
        meeting.starts_at = meeting.starts_at or said.starts_at
        meeting.place = meeting.place or said.place[:_LONGEST_PLACE]


def exempt_key(item: Item) -> str:
    """What an item is known by on the form that asks whether it is exempt."""
    return f"{item.number or ''} {item.title or ''}".strip()


def _exempt_items(
    minutes: Minutes, rows: Sequence[AgendaItem], chosen: Collection[str] | None, *, by: Actor, at: datetime.datetime
) -> None:
    for item, row in zip(minutes.items, rows, strict=True):
        if item.exempt and (chosen is None or exempt_key(item) in chosen):
            paragraphs = item.exempt[:_LONGEST_PARAGRAPHS]
            set_exemption(row, is_exempt=True, exempt_paragraphs=paragraphs, exempt_until=None, by=by, at=at)


def settle_source(source: SourceDocument, kept: SourceDocument, meeting: Meeting, *, at: datetime.datetime) -> None:
    for row in (kept, source):
        row.meeting, row.recorded_at, row.blocks = meeting, at, kept.blocks
    kept.save(update_fields=["meeting", "recorded_at", "blocks"])


def anchors_of(meeting: Meeting) -> list[str]:
    """All that were ever given in this meeting; those of what was taken out, too."""
    rows = (Paragraph.objects.filter(item__meeting=meeting), Resolution.objects.filter(item__meeting=meeting))
    return [anchor for passages in rows for anchor in passages.values_list("anchor", flat=True)]


def _agenda_item(meeting: Meeting, matter: Matter) -> AgendaItem:
    """The item of the agenda these are the minutes of, or a new one behind the others."""
    there = list(meeting.items.all())
    for row in sorted(there, key=lambda row: not row.external_id or row.external_id != matter.external_id):
        if row.taken_out_at is not None or not is_same_item(row, matter):
            continue
        if row.paragraphs.exists() or row.resolutions.exists():
            raise ItemAlreadyThere(row)
        if matter.external_id:  # what ModernGov calls it today goes before what the agenda called it
            row.number, row.title, row.external_id = matter.number, matter.title, matter.external_id
        row.agenda_text = row.agenda_text or matter.agenda_text
        row.save(update_fields=["number", "title", "external_id", "agenda_text"])
        return row
    order = (meeting.items.aggregate(last=Max("order"))["last"] or 0) + 1
    return new_item(meeting, matter, order=order, taken={row.slug for row in there})


def is_same_item(row: AgendaItem, matter: Matter) -> bool:
    """By what ModernGov calls both; else by the number, where both bear one, else by the title."""
    if matter.external_id and row.external_id:
        return row.external_id == matter.external_id
    if matter.number and row.number:
        return row.number == matter.number
    return row.title.casefold() == matter.title.casefold()


def new_item(meeting: Meeting, matter: Matter, *, order: int, taken: Collection[str]) -> AgendaItem:
    """`taken` holds the addresses of all items there ever were. One that was taken out gives up what ModernGov calls
    it.
    """
    if matter.external_id:
        meeting.items.filter(external_id=matter.external_id, taken_out_at__isnull=False).update(external_id="")
    return AgendaItem.objects.create(
        meeting=meeting,
        order=order,
        number=matter.number,
        title=matter.title,
        agenda_text=matter.agenda_text,
        slug=item_slug(matter.number, matter.title, order=order, taken=taken),
        external_id=matter.external_id,
    )


def _record_passages(row: AgendaItem, matter: Matter, anchors: Anchors) -> dict[str, Row]:
    said = {each.key: new_paragraph(row, each, anchors, order=order) for order, each in enumerate(matter.paragraphs, 1)}
    decided = {
        each.key: new_resolution(row, each, anchors, order=order, under=said.get(each.under))
        for order, each in enumerate(matter.resolutions, 1)
    }
    Paragraph.objects.bulk_create(said.values())
    Resolution.objects.bulk_create(decided.values())
    return {**said, **decided}
