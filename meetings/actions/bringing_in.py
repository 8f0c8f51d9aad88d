"""A document comes in, is kept as it came, and is corrected by a clerk before it is recorded."""

import datetime
import hashlib
import json
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.formats import date_format

from meetings.actions.cautions import remembered
from meetings.actions.refusals import Refused, WrongStage
from meetings.actions.steps import MOST, Step
from meetings.minutes import Block, Reading, UnreadableMinutes, assemble, read_sittings
from meetings.models import SourceDocument
from meetings.permissions import Actor

MOST_PIECES = 4_500
"""Some 200 pages. Each piece has up to four fields on its page, of which the settings allow 20,000."""
_LONGEST_NAME = 200


class AlreadyBroughtIn(Refused):
    """The same document, to the byte, was brought in before; `parts` is what was kept of it, `source` the first."""

    def __init__(self, *parts: SourceDocument) -> None:
        super().__init__(f"The same document was brought in before, as “{parts[0].name}”.")
        self.parts = parts
        self.source = parts[0]


class AlreadyRecorded(WrongStage):
    """The minutes of this source are recorded; `source` says where."""

    def __init__(self, source: SourceDocument) -> None:
        super().__init__(f"“{source.name}” was recorded already.")
        self.source = source


class ChangedMeanwhile(Refused):
    """Somebody else corrected the working copy since it was looked at."""

    def __init__(self) -> None:
        super().__init__("The working copy was changed in another window since this page was opened.")


class SourceWouldBeLost(Refused):
    """The blocks do not hold the same source as those they would replace: nothing of it may get lost."""

    def __init__(self) -> None:
        super().__init__("The corrected pieces do not hold the whole source any more, so they were not kept.")


def bring_in(
    *,
    name: str,
    content: bytes,
    format: str | None,
    by: Actor,
    at: datetime.datetime,
) -> SourceDocument:
    """As `bring_in_parts`; gives the first."""
    return bring_in_parts(name=name, content=content, format=format, by=by, at=at)[0]


def bring_in_parts(
    *,
    name: str,
    content: bytes,
    format: str | None,
    by: Actor,
    at: datetime.datetime,
) -> tuple[SourceDocument, ...]:
    """Reads a document and keeps it with what was understood, once for each meeting it tells of; `format` None means:
    find out.

    What has no name is called after the meeting or the matter it is about. Of a document of which some parts were
    thrown away, these come back, and are all that is given.

    Raises UnreadableMinutes, or AlreadyBroughtIn where the same bytes are here already.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    known = _known(sha256)
    if known and not known[0].part:
        raise AlreadyBroughtIn(*known)
    readings = read_sittings(content, format)
    missing = _missing(readings, known)
    if not missing:
        raise AlreadyBroughtIn(*known)
    names = {part: called(reading, name, part, len(readings)) for part, reading in missing.items()}
    try:
        with transaction.atomic():
            return tuple(
                keep_reading(reading, part, name=names[part], content=content, sha256=sha256, by=by, at=at)
                for part, reading in missing.items()
            )
    except IntegrityError:  # somebody else brought in the same just now
        known = _known(sha256)
        if known:
            raise AlreadyBroughtIn(*known) from None
        raise


def _missing(readings: Sequence[Reading], known: Sequence[SourceDocument]) -> dict[int, Reading]:
    """What is not here, by its part. Nothing where the reader would part the document otherwise today."""
    if len(readings) == 1:
        return {} if known else {0: readings[0]}
    parts = dict(enumerate(readings, 1))
    for source in known:
        reading = parts.pop(source.part, None)
        if reading is None or _printed(reading.blocks) != _printed(working_copy(source)):
            return {}
    return parts


def called(reading: Reading, name: str, part: int, of: int) -> str:
    """Its own name, “Pasted: Safer Communities Committee, 9 March 2026”, or the title of its first item; of several
    meetings “minutes.docx, part 2 of 3: Safer Communities Committee, 9 March 2026”.
    """
    if name and not part:
        return name[:_LONGEST_NAME]
    minutes = assemble(reading.blocks)
    about = [minutes.committee, date_format(minutes.date) if minutes.date else None]
    titles = [minutes.title, *(item.title for item in minutes.items)]
    words = ", ".join(each for each in about if each) or next((each for each in titles if each), "minutes")
    if not part:
        return f"Pasted: {words[:120]}"
    behind = f", part {part} of {of}: {words[:80]}"
    return f"{(name or 'Pasted')[: _LONGEST_NAME - len(behind)]}{behind}"


def _known(sha256: str) -> list[SourceDocument]:
    rows = SourceDocument.objects.without_content().select_related("meeting__committee")
    return list(rows.filter(sha256=sha256).order_by("part"))


def keep_reading(
    reading: Reading,
    part: int,
    *,
    name: str,
    content: bytes,
    sha256: str,
    by: Actor,
    at: datetime.datetime,
    as_read: Reading | None = None,
) -> SourceDocument:
    """`as_read` is the reading before anything of it was corrected, where something was.

    Raises UnreadableMinutes where a page could not hold it: what nobody can correct is not kept.
    """
    if len(reading.blocks) > MOST_PIECES:
        raise UnreadableMinutes(
            f"This makes {len(reading.blocks):,} pieces, and a page to correct them on holds {MOST_PIECES:,}; "
            "bring the minutes in one meeting at a time."
        )
    return SourceDocument.objects.create(
        name=name,
        format=reading.format,
        content=content,
        sha256=sha256,
        part=part,
        text="\n".join(reading.lines),
        blocks=[block.as_json() for block in reading.blocks],
        cautions=remembered(as_read or reading),
        brought_in_by_id=by.pk,
        brought_in_at=at,
    )


@transaction.atomic
def correct_blocks(source: SourceDocument, *, blocks: Sequence[Block], seen: str = "", told: str = "") -> None:
    """Replaces the working copy, and remembers how to take that back. `seen` is the `version` of the copy that was
    corrected, where it matters; `told` what was done, behind “Undo: ”.

    Raises AlreadyRecorded, ChangedMeanwhile, or SourceWouldBeLost.
    """
    kept = to_be_corrected(source, seen=seen)
    before = working_copy(kept)
    if _printed(blocks) != _printed(before):
        raise SourceWouldBeLost
    if tuple(blocks) == before:
        return
    step = Step.between(before, blocks, told=told)
    kept.blocks = source.blocks = [block.as_json() for block in blocks]
    kept.undo = source.undo = [*kept.undo, step.as_json()][-MOST:]
    kept.save(update_fields=["blocks", "undo"])


def to_be_corrected(source: SourceDocument, *, seen: str = "") -> SourceDocument:
    """The row, held until the transaction ends. Raises AlreadyRecorded, or ChangedMeanwhile where `seen` is another
    version."""
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    if seen and seen != version(kept):
        raise ChangedMeanwhile
    return kept


@transaction.atomic
def discard_source(source: SourceDocument) -> None:
    """Deletes what was brought in by mistake, with its working copy. Raises AlreadyRecorded: what minutes were made of
    stays beside them.
    """
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    kept.delete()


def working_copy(source: SourceDocument) -> tuple[Block, ...]:
    """The clerk's copy of what was understood."""
    return tuple(Block.from_json(row) for row in source.blocks)


def version(source: SourceDocument) -> str:
    """Another one after every correction."""
    return hashlib.sha256(json.dumps(source.blocks, sort_keys=True).encode()).hexdigest()[:16]


def locked(source: SourceDocument) -> SourceDocument:
    """The row as it is now, held until the transaction ends."""
    rows = SourceDocument.objects.select_for_update(of=("self",)).defer("content", "text")
    return rows.select_related("meeting__committee").get(pk=source.pk)


def _printed(blocks: Sequence[Block]) -> str:
    """All that is printed in the source of these blocks, without white space."""
    return "".join("".join(block.source.split()) for block in blocks)
