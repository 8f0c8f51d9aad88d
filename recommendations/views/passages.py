"""Passages of minutes as a recommendation cites them: what this visitor may read, and nothing else."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from meetings.models import Paragraph, Resolution
from meetings.permissions import Visitor
from recommendations.models import Recommendation

AnyPassage = TypeVar("AnyPassage", Paragraph, Resolution)


@dataclass(frozen=True, slots=True)
class Citation:
    """“Minute 33.6”, where it can be read, and the day of its meeting."""

    label: str
    url: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Line:
    """One passage of the context."""

    number: str
    text: str
    url: str
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where a recommendation comes from. Without a citation it is not open to this visitor.

    `taken_out_at` is when a correction of the minutes took it out: then there are no lines, and the recommendation
    keeps its wording.
    """

    citation: Citation | None
    item: str = ""
    stem: str = ""
    is_resolution: bool = False
    lines: Sequence[Line] = ()
    taken_out_at: datetime.datetime | None = None


def citation_of(passage: Paragraph | Resolution) -> Citation:
    """Of a passage that came with its place."""
    return Citation(passage.label, passage.get_absolute_url(), passage.item.meeting.held_on)


def source_of(recommendation: Recommendation, visitor: Visitor, *, on: datetime.date) -> Source | None:
    """The passage it comes from, with what stands before and after it; None where it comes from no minutes here."""
    source = recommendation.source
    return None if source is None else context_of(source, visitor, on=on)


def context_of(passage: Paragraph | Resolution, visitor: Visitor, *, on: datetime.date) -> Source:
    """A passage between its neighbours, as far as this visitor may read them."""
    if passage.taken_out_at is not None:
        return _taken_out(passage, visitor, on=on)
    if isinstance(passage, Paragraph):
        said = Paragraph.objects.visible_to(visitor, on=on).with_place().filter(item=passage.item_id)
        return _source(_in_context(said, passage), passage)
    resolved = Resolution.objects.visible_to(visitor, on=on).with_place().filter(item=passage.item_id)
    return _source(_in_context(resolved, passage), passage)


def _taken_out(passage: Paragraph | Resolution, visitor: Visitor, *, on: datetime.date) -> Source:
    """Where it stood: that address goes on answering, without its words."""
    if isinstance(passage, Paragraph):
        found: Paragraph | Resolution | None = (
            Paragraph.objects.reachable_by(visitor, on=on).with_place().filter(pk=passage.pk).first()
        )
    else:
        found = Resolution.objects.reachable_by(visitor, on=on).with_place().filter(pk=passage.pk).first()
    if found is None:
        return Source(citation=None)
    return Source(citation_of(found), is_resolution=isinstance(found, Resolution), taken_out_at=found.taken_out_at)


def _in_context(passages: Iterable[AnyPassage], cited: AnyPassage) -> list[AnyPassage]:
    """The cited passage between its neighbours; nothing where it is not among those that may be seen."""
    seen = sorted(passages, key=lambda passage: passage.order)
    places = [place for place, passage in enumerate(seen) if passage.pk == cited.pk]
    return seen[max(places[0] - 1, 0) : places[0] + 2] if places else []


def _source(found: Sequence[Paragraph] | Sequence[Resolution], cited: Paragraph | Resolution) -> Source:
    passage = next((passage for passage in found if passage.pk == cited.pk), None)
    if passage is None:
        return Source(citation=None)
    lines = [Line(p.number, p.text, p.get_absolute_url(), p.pk == cited.pk) for p in found]
    stem = passage.stem if isinstance(passage, Resolution) else ""
    return Source(citation_of(passage), str(passage.item), stem, isinstance(passage, Resolution), lines)


def visible_citations(keys: Iterable[int | None], visitor: Visitor, *, on: datetime.date) -> dict[int, Citation]:
    """Citations of those of these resolutions that this visitor may read, by their key: one query at most.

    One that a correction took out of the minutes was cited all the same, and its address says so.
    """
    wanted = {key for key in keys if key is not None}
    if not wanted:
        return {}
    seen = Resolution.objects.reachable_by(visitor, on=on).with_place().filter(pk__in=wanted)
    return {resolution.pk: citation_of(resolution) for resolution in seen}
