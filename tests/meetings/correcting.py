"""Minutes that were recorded, and their correction."""

import datetime

from meetings.actions.correcting import (
    bring_in_corrected,
    correct_minutes,
)
from meetings.models import SourceDocument
from tests.cast import Cast
from tests.meetings.sample import TEXT

AT = datetime.datetime(2999, 5, 3, 12, tzinfo=datetime.UTC)
"""After all that the tests record, which they do today."""
ASKED = "33.2 Members asked for a list of schools that have not signed up, by division."
PUT_IN = "33.2 Officers were thanked by the Chair for their patience."

REWORDED = (
    TEXT.replace(
        ASKED, f"{PUT_IN}\n\n33.3 Members asked for a list of all schools that have not signed up, by division."
    )
    .replace("33.3 Resolved - That", "33.4 Resolved - That")
    .replace("34.1 The Head of Libraries presented the report on opening hours.\n\n34.2", "34.1")
)
"""A paragraph put in, which renumbers those behind it, one reworded, and one of the next item taken out."""


def corrected(cast: Cast, source: SourceDocument, text: str = REWORDED, name: str = "corrected.txt") -> SourceDocument:
    return bring_in_corrected(source, name=name, content=text.encode(), format=None, by=cast.dev, at=AT)


def correct(cast: Cast, source: SourceDocument, text: str = REWORDED, reason: str = "") -> SourceDocument:
    """Brought in and put in the place of what was recorded."""
    new = corrected(cast, source, text)
    correct_minutes(new, by=cast.dev, at=AT, reason=reason)
    return new
