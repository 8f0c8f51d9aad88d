"""What corrected minutes do not say any more: a line where it stood, so that no link to it is dead.

Its words are shown to nobody. What was made of it keeps its own.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meetings.margin import Note, Passage
from meetings.models import Paragraph, Resolution
from meetings.permissions import Visitor


@dataclass(frozen=True, slots=True)
class TakenOut:
    """“Minute 33.7 was taken out when the minutes were corrected on 3 May 2026.”

    `now` is the same passage where it stands since then, None where it is not said at all; `anchor` is '' where that is
    on the same page. `notes` are of what cites it.
    """

    name: str
    anchor: str
    at: datetime.datetime
    notes: Sequence[Note] = ()
    now: Passage | None = None


Elsewhere = Mapping[tuple[type[Passage], str], Passage]
"""Passages that stand under another item since a correction, by the anchor that they kept."""


def elsewhere(passages: Sequence[Passage], visitor: Visitor, *, on: datetime.date) -> Elsewhere:
    """Where those of these that were taken out stand now, as far as this visitor may read it; two queries at most."""
    out = [passage for passage in passages if passage.taken_out_at is not None]
    found: dict[tuple[type[Passage], str], Passage] = {}
    for model in (Paragraph, Resolution):
        ours = [passage for passage in out if isinstance(passage, model)]
        if ours:
            rows = model.objects.visible_to(visitor, on=on).with_place()
            meetings = {passage.item.meeting_id for passage in ours}
            anchors = {passage.anchor for passage in ours}
            for row in rows.filter(item__meeting__in=meetings, anchor__in=anchors):
                found[model, row.anchor] = row
    return found


def name_of(passage: Passage) -> str:
    """By its number; what bears none is called what it was."""
    if isinstance(passage, Paragraph):
        return passage.label if passage.number else "A paragraph"
    return passage.label if passage.number else "A resolution"
