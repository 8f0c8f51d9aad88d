"""A document comes in, is kept as it came, and is corrected by a clerk before it is recorded."""

import datetime
import hashlib
import json
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.formats import date_format

from meetings.actions.refusals import Refused, WrongStage
from meetings.minutes import Block, Reading, assemble, read_blocks
from meetings.models import SourceDocument
from meetings.permissions import Actor


class AlreadyBroughtIn(Refused):
    """The same document, to the byte, was brought in before; `source` is what was kept of it."""

    def __init__(self, source: SourceDocument) -> None:
        super().__init__(f"The same document was brought in before, as “{source.name}”.")
        self.source = source


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
    """Reads a document and keeps it with what was understood; `format` None means: find out.

    What has no name is called after the meeting or the matter it is about.

    Raises UnreadableMinutes, or AlreadyBroughtIn where the same bytes are here already.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    _refuse_twice(sha256)
    reading = read_blocks(content, format)
    try:
        with transaction.atomic():
            return _keep(reading, name=name or _called(reading), content=content, sha256=sha256, by=by, at=at)
    except IntegrityError:  # somebody else brought in the same just now
        _refuse_twice(sha256)
        raise


def _called(reading: Reading) -> str:
    """“Pasted: Safer Communities Committee, 9 March 2026”, or the title of its first item."""
    minutes = assemble(reading.blocks)
    about = [minutes.committee, date_format(minutes.date) if minutes.date else None]
    titles = [minutes.title, *(item.title for item in minutes.items)]
    words = ", ".join(each for each in about if each) or next((each for each in titles if each), "minutes")
    return f"Pasted: {words[:120]}"


def _refuse_twice(sha256: str) -> None:
    known = SourceDocument.objects.without_content().select_related("meeting__committee").filter(sha256=sha256).first()
    if known is not None:
        raise AlreadyBroughtIn(known)


def _keep(
    reading: Reading, *, name: str, content: bytes, sha256: str, by: Actor, at: datetime.datetime
) -> SourceDocument:
    return SourceDocument.objects.create(
        name=name[:200],
        format=reading.format,
        content=content,
        sha256=sha256,
        text="\n".join(reading.lines),
        blocks=[block.as_json() for block in reading.blocks],
        cautions=[{"line": caution.line, "text": caution.text} for caution in reading.warnings],
        brought_in_by_id=by.pk,
        brought_in_at=at,
    )


@transaction.atomic
def correct_blocks(source: SourceDocument, *, blocks: Sequence[Block], seen: str = "") -> None:
    """Replaces the working copy. `seen` is the `version` of the copy that was corrected, where it matters.

    Raises AlreadyRecorded, ChangedMeanwhile, or SourceWouldBeLost.
    """
    kept = locked(source)
    if kept.meeting_id is not None:
        raise AlreadyRecorded(kept)
    if seen and seen != version(kept):
        raise ChangedMeanwhile
    if _printed(blocks) != _printed(working_copy(kept)):
        raise SourceWouldBeLost
    kept.blocks = source.blocks = [block.as_json() for block in blocks]
    kept.save(update_fields=["blocks"])


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
