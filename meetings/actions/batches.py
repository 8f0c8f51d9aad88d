"""Many documents at once: they are taken in together and read one by one, each for itself."""

import datetime
import logging
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.formats import date_format

from meetings.actions.bringing_in import AlreadyBroughtIn, bring_in_parts, working_copy
from meetings.actions.committees import committee_named
from meetings.actions.recording import record_minutes, tally
from meetings.actions.refusals import Refused
from meetings.choices import BatchFileState
from meetings.minutes import Minutes, UnreadableMinutes, assemble
from meetings.minutes.checks import NO_COMMITTEE, NO_DATE
from meetings.models import Batch, BatchFile, Committee, SourceDocument
from meetings.permissions import Actor
from meetings.zipped import MOST_FILES, CannotOpen, Packed

_LONGEST_NAME = 200
logger = logging.getLogger(__name__)


@transaction.atomic
def start_batch(
    files: Sequence[Packed],
    *,
    name: str,
    committee: Committee | None = None,
    records: bool = False,
    by: Actor,
    at: datetime.datetime,
) -> Batch:
    """Takes the files in, in this order; nothing is read yet. One that cannot be opened has failed already.

    `records`: what names its committee and its day, and is certain, is recorded as soon as it is read; `committee` is
    that of files which name none. Raises Refused where there is no file, or more than may come at once.
    """
    if not files:
        raise Refused("There is no file to bring in.")
    if len(files) > MOST_FILES:
        raise Refused(f"These are {len(files):,} files: bring in at most {MOST_FILES} at once.")
    batch = Batch.objects.create(
        key=secrets.token_hex(8),
        name=name[:_LONGEST_NAME],
        committee=committee,
        records=records,
        started_by_id=by.pk,
        started_at=at,
    )
    for order, file in enumerate(files, 1):
        _take_in(batch, order, file)
    return batch


def _take_in(batch: Batch, order: int, file: Packed) -> None:
    """One by one, so that no more than one of them is held in memory."""
    row = BatchFile(batch=batch, order=order, name=file.name)
    try:
        row.content = file.content()
    except CannotOpen as reason:
        row.state, row.message = BatchFileState.FAILED, str(reason)
    row.save(force_insert=True)


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of a file; `source` is the one to look at first."""

    state: BatchFileState
    message: str
    source: SourceDocument | None = None


@transaction.atomic
def read_next(batch: Batch, *, by: Actor, on: datetime.date, at: datetime.datetime) -> BatchFile | None:
    """Reads the first file that is unread and keeps beside it what became of it; None where all are read.

    A file that fails leaves nothing behind, and stops no other. Whoever reads holds the row until he is done, and
    others pass it over, so no file is read twice. Minutes of a day after `on` are never recorded at once.
    """
    file = batch.files.select_for_update(skip_locked=True, of=("self",)).unread().first()
    if file is None:
        return None
    result = _read(batch, file, by=by, on=on, at=at)
    file.state, file.message, file.source = result.state, result.message, result.source
    file.content = b""
    file.save(update_fields=["state", "message", "source", "content"])
    return file


@transaction.atomic
def leave_out_rest(batch: Batch) -> int:
    """Forgets the files that are not read yet, and the batch where none was; says how many they were."""
    count, _ = batch.files.unread().delete()
    if not batch.files.exists():
        batch.delete()
    return count


def _read(batch: Batch, file: BatchFile, *, by: Actor, on: datetime.date, at: datetime.datetime) -> _Result:
    try:
        with transaction.atomic():
            name = file.name[-_LONGEST_NAME:]
            kept = bring_in_parts(name=name, content=bytes(file.content), format=None, by=by, at=at)
            return _brought_in(batch, kept, by=by, on=on, at=at)
    except AlreadyBroughtIn as twice:
        first = next((part for part in twice.parts if part.meeting is None), twice.source)
        return _Result(BatchFileState.KNOWN, str(twice), first)
    except (UnreadableMinutes, Refused) as refused:
        return _Result(BatchFileState.FAILED, str(refused))
    except Exception:  # whatever is wrong with this one, the others shall be read
        logger.exception("Reading a file of batch %s failed", batch.key)
        return _Result(BatchFileState.FAILED, "Something went wrong while it was read. The site’s log says what.")


def _brought_in(
    batch: Batch, kept: Sequence[SourceDocument], *, by: Actor, on: datetime.date, at: datetime.datetime
) -> _Result:
    """What became of a file that could be read: recorded, or waiting, with the reason where it was to be recorded."""
    found = [assemble(working_copy(source)) for source in kept]
    told = str(tally(found[0])) if len(kept) == 1 else f"It tells of {len(kept)} meetings"
    if not batch.records:
        return _Result(BatchFileState.BROUGHT_IN, f"{told}.", kept[0])
    why_not = [
        _record(source, minutes, batch.committee, by=by, on=on, at=at)
        for source, minutes in zip(kept, found, strict=True)
    ]
    waiting = [(source, reason) for source, reason in zip(kept, why_not, strict=True) if reason]
    if not waiting:
        return _Result(BatchFileState.RECORDED, f"{told}.", kept[0])
    reasons = "; ".join(f"part {source.part}: {reason}" if source.part else reason for source, reason in waiting)
    return _Result(BatchFileState.BROUGHT_IN, f"{told}. Not recorded at once: {reasons}.", waiting[0][0])


def _record(
    source: SourceDocument,
    minutes: Minutes,
    otherwise: Committee | None,
    *,
    by: Actor,
    on: datetime.date,
    at: datetime.datetime,
) -> str:
    """Records it, unpublished, with what it says of private items; or says in a few words why not."""
    committee = committee_named(minutes.committee) if minutes.committee else otherwise
    doubts = ", ".join(_doubts(source, minutes, committee, on=on))
    if doubts or committee is None or minutes.date is None:
        return doubts
    try:
        record_minutes(source, committee=committee, held_on=minutes.date, by=by, at=at)
    except Refused as refused:
        reason = str(refused).rstrip(".")
        return reason[0].lower() + reason[1:]
    return ""


def _doubts(
    source: SourceDocument, minutes: Minutes, committee: Committee | None, *, on: datetime.date
) -> Iterator[str]:
    """What speaks against recording it before somebody looked."""
    if committee is None:
        yield f"it names “{minutes.committee}”, which is not here" if minutes.committee else "it names no committee"
    if minutes.date is None:
        yield "it names no date"
    elif minutes.date > on:
        yield f"the meeting of {date_format(minutes.date)} is still to come"
    said = {NO_COMMITTEE.text, NO_DATE.text}  # what is missing is told above, or was chosen
    if count := sum(caution["text"] not in said for caution in source.cautions):
        yield f"the reader was unsure of {count} thing{'' if count == 1 else 's'}"
