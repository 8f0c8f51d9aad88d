"""Files for a batch, and what became of each once all is read."""

import datetime

from django.utils import timezone

from meetings.actions.batches import read_next, start_batch
from meetings.models import Batch, Committee
from meetings.zipped import CannotOpen, Packed
from tests.cast import Cast
from tests.meetings.sample import TEXT

ON = datetime.date(2026, 9, 15)
ROADS = "35. Roads\n\nMinutes:\n\n35.1 Members met."
COUNTS = "2 items, 5 paragraphs, 3 resolutions."
UNSURE = TEXT + "\n34.5 And more.\n"
UNREADABLE = " \n"
NO_TEXT = "There is no text in this; paste the minutes, or choose the file again."


def packed(name: str, text: str) -> Packed:
    content = text.encode()
    return Packed(name, len(content), lambda: content)


def locked() -> bytes:
    raise CannotOpen("It is locked with a password: unlock it, and bring it in again.")


def a_batch(
    cast: Cast, *texts: str, committee: Committee | None = None, records: bool = False, name: str = "2026.zip"
) -> Batch:
    files = [packed(f"{n}.txt", text) for n, text in enumerate(texts, 1)]
    return start_batch(files, name=name, committee=committee, records=records, by=cast.priya, at=timezone.now())


def read(batch: Batch, cast: Cast, *, on: datetime.date = ON) -> list[tuple[str, str]]:
    """Reads all of it; the state and the message of each file."""
    while read_next(batch, by=cast.dev, on=on, at=timezone.now()):
        pass
    return list(batch.files.values_list("state", "message"))
