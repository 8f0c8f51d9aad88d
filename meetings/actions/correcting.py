"""Minutes that are recorded come in again after correction, and take the place of what was recorded.

A document that corrects is brought in like any other and looked at by a clerk; then what it changes is compared with
the minutes as they are recorded now, passage by passage, and nothing is written before he says so.
"""

import datetime
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.formats import date_format

from meetings.actions.as_recorded import AsRecorded, as_recorded, family_of
from meetings.actions.bringing_in import (
    AlreadyBroughtIn,
    AlreadyRecorded,
    called,
    keep_reading,
    locked,
    working_copy,
)
from meetings.actions.exemption import set_exemption
from meetings.actions.publishing import write_event
from meetings.actions.recording import exempt_key, is_same_item, refuse_unfit, settle_source
from meetings.actions.refusals import Refused
from meetings.actions.renewing import renew_suggestions
from meetings.actions.replacing import Replaced, replace_minutes
from meetings.actions.setting_down import note_where
from meetings.actions.staying_exempt import staying_exempt
from meetings.actions.understood import understood
from meetings.choices import MeetingEventKind, MinutesStage
from meetings.minutes import Item, Minutes, Reading, UnreadableMinutes, assemble, read_sittings
from meetings.minutes.comparing import compare
from meetings.minutes.comparing.carrying_over import carried_over
from meetings.minutes.comparing.differences import Comparison
from meetings.minutes.comparing.likeness import Run, runs, same_words
from meetings.minutes.set_down import Matter, matters
from meetings.models import Committee, Meeting, SourceDocument
from meetings.models.exemption import Exemptible
from meetings.permissions import Actor


class NothingChanged(Refused):
    """The document says what is recorded already."""

    def __init__(self) -> None:
        super().__init__(
            "These minutes say the same, word for word, as those that are recorded: nothing is to be done."
        )


class NotACorrection(Refused):
    """The document was brought in by itself."""

    def __init__(self) -> None:
        super().__init__("This document corrects no recorded minutes: record it, or say which minutes it corrects.")


class ComparedMeanwhile(Refused):
    """Somebody else changed the recorded minutes, or the document, since they were compared."""

    def __init__(self) -> None:
        super().__init__(
            "The minutes or the document were changed since this page was opened. Below is what would be changed now."
        )


class ReasonIsMissing(Refused):
    """Approved minutes change only with a reason."""

    def __init__(self) -> None:
        super().__init__("These minutes are approved: say why they are corrected. Everybody can read the reason.")


@transaction.atomic
def bring_in_corrected(
    recorded: SourceDocument, *, name: str, content: bytes, format: str | None, by: Actor, at: datetime.datetime
) -> SourceDocument:
    """Reads and keeps the corrected form of a recorded document; the clerk looks at it before it corrects anything.

    Of a document that tells of several meetings, what it says of this one is kept. Raises UnreadableMinutes,
    NothingChanged, AlreadyBroughtIn where it belongs to another meeting, or Refused where it tells of others only.
    """
    meeting = recorded.meeting
    if meeting is None:
        raise Refused(f"“{recorded.name}” is not recorded yet: correct it in its preview.")
    part, reading = _reading_of(meeting, content, format)
    sha256 = hashlib.sha256(content).hexdigest()
    known = list(SourceDocument.objects.filter(sha256=sha256).select_related("meeting__committee").order_by("part"))
    for source in known:
        if source.meeting_id is None and source.part == part:
            return _begin(source, recorded)
        if source.meeting_id not in (None, meeting.pk) and source.part == part:
            raise AlreadyBroughtIn(source)
    if any(source.part == part for source in known):  # what an earlier correction replaced is to hold again
        part = max(source.part for source in known) + 1
    title = called(reading, name, 0, 1)
    again = _as_corrected_before(recorded, reading)
    source = keep_reading(again, part, name=title, content=content, sha256=sha256, by=by, at=at, as_read=reading)
    source.dismissed = recorded.dismissed
    source.save(update_fields=["dismissed"])
    return _begin(source, recorded)


def _reading_of(meeting: Meeting, content: bytes, format: str | None) -> tuple[int, Reading]:
    """What the document says of this meeting, and which part of it that is; 0 where it tells of one meeting."""
    readings = read_sittings(content, format)
    if len(readings) == 1:
        return 0, readings[0]
    for part, reading in enumerate(readings, 1):
        if assemble(reading.blocks).date == meeting.held_on:
            return part, reading
    raise Refused(f"This document tells of {len(readings)} meetings, none of them on {date_format(meeting.held_on)}.")


def _as_corrected_before(recorded: SourceDocument, reading: Reading) -> Reading:
    """With what the clerk corrected in the reading of the former document, where both print the same."""
    try:
        readings = read_sittings(bytes(recorded.content), recorded.format)
    except UnreadableMinutes:  # it was read by an earlier reader
        return reading
    before = readings[recorded.part - 1] if 0 < recorded.part <= len(readings) else readings[0]
    return replace(reading, blocks=carried_over(before.blocks, working_copy(recorded), reading.blocks))


@transaction.atomic
def begin_correction(source: SourceDocument, recorded: SourceDocument) -> None:
    """Says of a document that was brought in by itself that it is the corrected form of a recorded one.

    Raises AlreadyRecorded, NothingChanged.
    """
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    kept.corrects = recorded
    if correction_of(kept).is_empty:
        raise NothingChanged
    kept.save(update_fields=["corrects"])
    source.corrects = recorded


def _begin(source: SourceDocument, recorded: SourceDocument) -> SourceDocument:
    begin_correction(source, recorded)
    return source


def latest_of(recorded: SourceDocument) -> SourceDocument:
    """The document that holds now: itself, or the last that corrected it or what it corrected."""
    meeting = recorded.meeting
    return recorded if meeting is None else family_of(recorded, meeting)[-1]


def minutes_already_there(
    source: SourceDocument, *, committee: Committee, held_on: datetime.date
) -> SourceDocument | None:
    """The recorded document whose items these minutes tell of, too: the one they may be the corrected form of."""
    new = matters(understood(source), working_copy(source))
    found: list[tuple[int, SourceDocument]] = []
    for meeting in Meeting.objects.filter(committee=committee, held_on=held_on):
        latest = {latest_of(row).pk: latest_of(row) for row in meeting.sources.without_content()}
        for row in latest.values():
            now = as_recorded(row, meeting, ())
            items = [item for slug, item in now.items.items() if slug in now.own]
            same = sum(any(is_same_item(item, matter) for matter in new if matter.passages) for item in items)
            found.append((same, row))
    best = max(found, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] else None


# --- what it changes --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Correction:
    """What a document would change in the minutes of `meeting`, as both are now.

    `private` are the items of which it says that they were taken in private, where the document before did not.
    """

    meeting: Meeting
    minutes: Minutes
    recorded: AsRecorded
    new: tuple[Matter, ...]
    comparison: Comparison
    private: tuple[Item, ...]

    @property
    def is_empty(self) -> bool:
        return self.comparison.is_same and not self.private and not any(self.attendance)

    @property
    def attendance(self) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """What changes in who was present, and in who sent apologies; nothing where the document does not say it."""
        present, apologies = "\n".join(self.minutes.present), "\n".join(self.minutes.apologies)
        return _reworded(self.meeting.present, present), _reworded(self.meeting.apologies, apologies)

    @property
    def other_day(self) -> datetime.date | None:
        """The day that the document names, where that is not the day of the meeting."""
        return self.minutes.date if self.minutes.date != self.meeting.held_on else None

    @property
    def exempt(self) -> dict[str, Exemptible]:
        """Passages of the document, by their key, that would hold what is exempt now."""
        return staying_exempt(self.recorded, self.comparison)

    @property
    def version(self) -> str:
        """Another one after every change of the recorded minutes or of the document."""
        asked = [exempt_key(item) for item in self.private]
        said = json.dumps([self.comparison.as_json(), asked, self.meeting.present, self.meeting.apologies])
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def correction_of(source: SourceDocument, *, pairs: Mapping[str, str] | None = None) -> Correction:
    """`pairs`: the key of a new passage by the anchor of the recorded one that the clerk says it is now.

    Raises NotACorrection, or CannotPair.
    """
    recorded = source.corrects
    if recorded is None or recorded.meeting is None:
        raise NotACorrection
    minutes = understood(source)
    new = matters(minutes, working_copy(source))
    now = as_recorded(recorded, recorded.meeting, new)
    comparison = compare(now.matters, new, pairs)
    others = {each.now.key for each in comparison.items if each.now and each.new is None} - now.own
    if others:  # of another document, and this one does not tell of them after all
        now = now.without(others)
        comparison = compare(now.matters, new, pairs)
    private = _private(minutes, new, now, comparison, recorded)
    return Correction(recorded.meeting, minutes, now, new, comparison, private)


def _private(
    minutes: Minutes, new: Sequence[Matter], now: AsRecorded, comparison: Comparison, recorded: SourceDocument
) -> tuple[Item, ...]:
    """What a clerk was asked about at the recording, and left open, he is not asked again."""
    asked = {exempt_key(item) for item in understood(recorded).items if item.exempt}
    before = {each.new.key: now.items[each.now.key] for each in comparison.items if each.new and each.now}
    return tuple(
        item
        for item, matter in zip(minutes.items, new, strict=True)
        if item.exempt and not (matter.key in before and (before[matter.key].is_exempt or exempt_key(item) in asked))
    )


def _reworded(now: str, new: str) -> tuple[Run, ...]:
    return () if not new or same_words(now, new) else runs(now, new)


# --- correcting -------------------------------------------------------------------------------------------------------


@transaction.atomic
def correct_minutes(
    source: SourceDocument,
    *,
    by: Actor,
    at: datetime.datetime,
    reason: str = "",
    pairs: Mapping[str, str] | None = None,
    exempt: Collection[str] | None = None,
    seen: str = "",
) -> Meeting:
    """Puts what `source` says in the place of what is recorded, as `correction_of` compares them.

    `exempt` is as in `record_minutes`, of items that this document is the first to propose; `seen` is the version of
    the comparison that was looked at, where it matters.

    Raises AlreadyRecorded, NotACorrection, ReasonIsMissing, ComparedMeanwhile, NothingChanged, CannotPair, or Refused
    where a title or number is too long to be one.
    """
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    if kept.corrects is None or kept.corrects.meeting is None:
        raise NotACorrection
    meeting = Meeting.objects.select_for_update().get(pk=kept.corrects.meeting.pk)
    reason = reason.strip()
    if meeting.minutes_stage == MinutesStage.APPROVED and not reason:
        raise ReasonIsMissing
    looked_at = correction_of(kept)
    if seen and seen != looked_at.version:
        raise ComparedMeanwhile
    correction = correction_of(kept, pairs=pairs) if pairs else looked_at
    if correction.is_empty:
        raise NothingChanged
    refuse_unfit(correction.minutes)
    words = correction.exempt  # asked while the rows say what they said
    made = _replace(meeting, correction, at=at)
    _keep_exempt(correction, made, words, exempt, by=by, at=at)
    note_where(kept, made.items, made.rows)
    kept.reason, kept.changes = reason, correction.comparison.as_json()
    kept.save(update_fields=["reason", "changes"])
    settle_source(source, kept, meeting, at=at)
    told = f"{correction.comparison}, from “{kept.name}”."
    note = f"{told} Reason: {reason}" if reason else told
    write_event(meeting, MeetingEventKind.MINUTES_CORRECTED, by=by, at=at, note=note)
    return meeting


def _replace(meeting: Meeting, correction: Correction, *, at: datetime.datetime) -> Replaced:
    made = replace_minutes(meeting, correction.recorded, correction.comparison, at=at)
    items = zip((matter.key for matter in correction.new), correction.minutes.items, strict=True)
    renew_suggestions(correction.recorded, correction.comparison, made, items)
    meeting.present = "\n".join(correction.minutes.present) or meeting.present
    meeting.apologies = "\n".join(correction.minutes.apologies) or meeting.apologies
    meeting.save(update_fields=["present", "apologies"])
    return made


def _keep_exempt(
    correction: Correction,
    made: Replaced,
    words: Mapping[str, Exemptible],
    chosen: Collection[str] | None,
    *,
    by: Actor,
    at: datetime.datetime,
) -> None:
    """Before anything else can be seen: the items that the document says were private, and words that were exempt."""
    keys = {id(item): matter.key for item, matter in zip(correction.minutes.items, correction.new, strict=True)}
    for item in correction.private:
        if chosen is None or exempt_key(item) in chosen:
            row = made.items[keys[id(item)]]
            set_exemption(row, is_exempt=True, exempt_paragraphs=item.exempt[:120], exempt_until=None, by=by, at=at)
    for key, because in words.items():
        set_exemption(
            made.rows[key],
            is_exempt=True,
            exempt_paragraphs=because.exempt_paragraphs,
            exempt_until=because.exempt_until,
            by=by,
            at=at,
        )
