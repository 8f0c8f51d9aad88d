"""The working copy becomes the minutes of a meeting, all at once or not at all."""

import datetime
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from meetings.actions.anchors import Anchors, item_slug
from meetings.actions.bringing_in import AlreadyRecorded, locked, working_copy
from meetings.actions.exemption import set_exemption
from meetings.actions.publishing import publish_minutes, write_event
from meetings.actions.refusals import Refused, WrongStage
from meetings.actions.sittings import find_or_create_meeting
from meetings.choices import MeetingEventKind, MinutesStage
from meetings.minutes import Block, Item, Minutes, assemble
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

_LONGEST_TITLE, _LONGEST_NUMBER, _LONGEST_PARAGRAPHS = 500, 30, 120
_ACTION = re.compile(r"\W*(?:actions?|camau|cam) ?", re.IGNORECASE)


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
    minutes = assemble(working_copy(kept))
    _refuse_unfit(minutes)
    meeting = find_or_create_meeting(committee=committee, held_on=held_on)
    _refuse_settled(meeting, publish=publish)
    rows = _set_down(minutes, kept, meeting)
    _exempt_items(minutes, rows, exempt, by=by, at=at)
    _settle_source(source, kept, meeting, at=at)
    note = f"{tally(minutes)}, from “{kept.name}”."
    write_event(meeting, MeetingEventKind.MINUTES_RECORDED, by=by, at=at, note=note)
    if publish and not meeting.is_published:
        publish_minutes(meeting, by=by, at=at)
    return meeting


def _refuse_unfit(minutes: Minutes) -> None:
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
    """Makes the rows, and notes beside each block of the source which anchor it got; the items, in their order."""
    anchors, blocks, rows = Anchors(_anchors_of(meeting)), working_copy(kept), []
    for item in minutes.items:
        row, recorded = _record_item(meeting, item, anchors, blocks)
        rows.append(row)
        for block, anchor in recorded.items():
            kept.blocks[block]["recorded_as"] = anchor
    if meeting.minutes_stage == MinutesStage.NONE:
        meeting.minutes_stage = MinutesStage.IN_PREPARATION
    meeting.present = meeting.present or "\n".join(minutes.present)
    meeting.apologies = meeting.apologies or "\n".join(minutes.apologies)
    meeting.save(update_fields=["minutes_stage", "present", "apologies"])
    return rows


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


def _settle_source(source: SourceDocument, kept: SourceDocument, meeting: Meeting, *, at: datetime.datetime) -> None:
    for row in (kept, source):
        row.meeting, row.recorded_at, row.blocks = meeting, at, kept.blocks
    kept.save(update_fields=["meeting", "recorded_at", "blocks"])


def _anchors_of(meeting: Meeting) -> list[str]:
    rows = (Paragraph.objects.filter(item__meeting=meeting), Resolution.objects.filter(item__meeting=meeting))
    return [anchor for passages in rows for anchor in passages.values_list("anchor", flat=True)]


def _record_item(
    meeting: Meeting, item: Item, anchors: Anchors, blocks: Sequence[Block]
) -> tuple[AgendaItem, dict[int, str]]:
    """Makes one item's rows; says which anchor each block of the source got."""
    row = _agenda_item(meeting, item)
    paragraphs = _record_paragraphs(row, item, anchors, blocks)
    resolutions = _record_resolutions(row, item, anchors, paragraphs)
    _record_suggestions(row, item, paragraphs, resolutions)
    rows: dict[int, Paragraph | Resolution] = {**paragraphs, **resolutions}
    return row, {block: passage.anchor for block, passage in rows.items()}


def _agenda_item(meeting: Meeting, item: Item) -> AgendaItem:
    """The item of the agenda these are the minutes of, or a new one behind the others."""
    number, title = item.number or "", item.title or "Minutes"
    there = list(meeting.items.all())
    for row in there:
        same = row.number == number if number and row.number else row.title.casefold() == title.casefold()
        if same and (row.paragraphs.exists() or row.resolutions.exists()):
            raise ItemAlreadyThere(row)
        if same:
            row.agenda_text = row.agenda_text or "\n\n".join(item.agenda_text)
            row.save(update_fields=["agenda_text"])
            return row
    order = (meeting.items.aggregate(last=Max("order"))["last"] or 0) + 1
    slug = item_slug(number, title, order=order, taken={row.slug for row in there})
    text = "\n\n".join(item.agenda_text)
    return AgendaItem.objects.create(
        meeting=meeting, order=order, number=number, title=title, agenda_text=text, slug=slug
    )


def action_lines(item: Item) -> set[int]:
    """The blocks that are nothing but an action, such as “Action: Head of Libraries to report”."""
    said = {paragraph.block for paragraph in item.paragraphs} | {resolution.block for resolution in item.resolutions}
    return {action.block for action in item.actions if action.block >= 0} - said


def _record_paragraphs(row: AgendaItem, item: Item, anchors: Anchors, blocks: Sequence[Block]) -> dict[int, Paragraph]:
    """By the block each came from; a line that is nothing but an action is said in the minutes too."""
    said = {paragraph.block: paragraph for paragraph in item.paragraphs}
    made: dict[int, Paragraph] = {}
    for order, block in enumerate(sorted(said.keys() | action_lines(item)), 1):
        paragraph = said.get(block)
        number = (paragraph.number if paragraph else None) or ""
        made[block] = Paragraph(
            item=row,
            order=order,
            number=number,
            kind=printed_kind(paragraph.kind if paragraph else "paragraph"),
            text=paragraph.text if paragraph else _action_text(blocks[block]),
            level=max(0, paragraph.level - 1) if paragraph else 0,
            anchor=anchors.paragraph(number, item=row.slug, order=order),
        )
    Paragraph.objects.bulk_create(made.values())
    return made


def _action_text(block: Block) -> str:
    """As it is printed: the reader keeps the mark apart from the words."""
    return block.text if _ACTION.match(block.text) else f"Action: {block.text}"


def _record_resolutions(
    row: AgendaItem, item: Item, anchors: Anchors, paragraphs: dict[int, Paragraph]
) -> dict[int, Resolution]:
    """By the block each came from."""
    made = [
        Resolution(
            item=row,
            order=order,
            number=resolution.number or "",
            text=resolution.text,
            stem=resolution.stem,
            paragraph=_paragraph_of(resolution.paragraph, resolution.block, paragraphs),
            anchor=anchors.resolution(resolution.number or "", item=row.slug, order=order),
        )
        for order, resolution in enumerate(item.resolutions, 1)
    ]
    Resolution.objects.bulk_create(made)
    return {resolution.block: each for resolution, each in zip(item.resolutions, made, strict=True)}


def _paragraph_of(stem: int | None, block: int, paragraphs: dict[int, Paragraph]) -> Paragraph | None:
    """The paragraph that holds its stem, else the one it followed."""
    if stem is not None:
        return paragraphs.get(stem)
    before = [place for place in paragraphs if place <= block]
    return paragraphs[max(before)] if before else None


def _record_suggestions(
    row: AgendaItem, item: Item, paragraphs: dict[int, Paragraph], resolutions: dict[int, Resolution]
) -> None:
    made = []
    for action in item.actions:
        resolution, paragraph = _passage_of(action.block, paragraphs, resolutions)
        made.append(
            SuggestedAction(
                item=row,
                resolution=resolution,
                paragraph=paragraph,
                owner=(action.owner or "")[:200],
                text=action.text,
                is_marked=not action.implied,
                phrase=action.phrase[:200],
            )
        )
    SuggestedAction.objects.bulk_create(made)


def _passage_of(
    block: int, paragraphs: dict[int, Paragraph], resolutions: dict[int, Resolution]
) -> tuple[Resolution | None, Paragraph | None]:
    """The passage that asks; for a line “Action: JB” of its own, the passage it stands behind."""
    before = [place for place in (*paragraphs, *resolutions) if place <= block]
    place = max(before, default=None)
    if place is None:
        return None, None
    return (resolutions[place], None) if place in resolutions else (None, paragraphs[place])


def printed_kind(kind: str) -> str:
    """The kind of the row: a paragraph that also decides is recorded as a paragraph, beside its resolution."""
    return "paragraph" if kind == "decision" else str(kind)
