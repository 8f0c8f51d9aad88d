"""What the page of results shows of each thing found."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format

from meetings.models import AgendaItem, Meeting, Paragraph, Resolution
from meetings.permissions import Visitor
from recommendations.models import Recommendation
from recommendations.placed import placed
from scrutiny.search.engine import with_marks
from scrutiny.search.snippets import Segment, Span, found_in, piece, whole
from scrutiny.search.words import Words

Key = tuple[type[Model], int]
"""A thing found: its model and its primary key."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `label` says what it is (“Minute 33.6”), `context` where it comes from; `standing` is where a
    recommendation stands or, of a closed one, how it ended."""

    label: str
    title: list[Segment]
    url: str
    context: str
    snippet: list[Segment] = field(default_factory=list)
    standing: str = ""


def hits(keys: Sequence[Key], words: Words, *, visitor: Visitor, on: datetime.date) -> list[Hit]:
    """The hits of these keys, in their order; what the visitor may not see is left out. One query for each model."""
    found: dict[Key, Hit] = {}
    for model, load in LOADERS.items():
        wanted = [key for of, key in keys if of is model]
        if wanted:
            found |= {(model, key): hit for key, hit in load(wanted, words, visitor, on)}
    return [found[key] for key in keys if key in found]


Loaded = Iterable[tuple[int, Hit]]


def _recommendations(keys: list[int], words: Words, visitor: Visitor, on: datetime.date) -> Loaded:
    rows = Recommendation.objects.visible_to(visitor, on=on).filter(pk__in=keys).with_place().with_position(on=on)
    for row in placed(with_marks(rows, words)):
        context = [row.committee.name, f"made {_day(row.made_on)}", *_cautions(row, on)]
        if row.published_at is None:
            context.append("not published")
        yield (
            row.pk,
            Hit(
                label=row.reference,
                title=whole(row.title, _spans(row, "title")),
                url=row.get_absolute_url(),
                context=" · ".join(context),
                snippet=piece(row.wording, _spans(row, "wording")),
                standing=row.outcome or row.standing,
            ),
        )


def _resolutions(keys: list[int], words: Words, visitor: Visitor, on: datetime.date) -> Loaded:
    rows = Resolution.objects.visible_to(visitor, on=on).filter(pk__in=keys).with_place()
    for row in with_marks(rows, words):
        stem = f"{row.stem} " if row.stem else ""
        spans = _spans(row, "stem") + [(first + len(stem), last + len(stem)) for first, last in _spans(row, "text")]
        yield row.pk, _passage_hit(row, piece(stem + row.text, spans), on)


def _paragraphs(keys: list[int], words: Words, visitor: Visitor, on: datetime.date) -> Loaded:
    rows = Paragraph.objects.visible_to(visitor, on=on).filter(pk__in=keys).with_place()
    for row in with_marks(rows, words):
        yield row.pk, _passage_hit(row, piece(row.text, _spans(row, "text")), on)


def _items(keys: list[int], words: Words, visitor: Visitor, on: datetime.date) -> Loaded:
    rows = AgendaItem.objects.visible_to(visitor, on=on).filter(pk__in=keys).select_related("meeting__committee")
    for row in with_marks(rows, words):
        yield (
            row.pk,
            Hit(
                label=row.label if row.number else "Item",
                title=whole(row.title, _spans(row, "title")),
                url=row.get_absolute_url(),
                context=" · ".join((_sitting(row.meeting), *_cautions(row, on))),
                snippet=piece(row.agenda_text, _spans(row, "agenda_text")),
            ),
        )


LOADERS: dict[type[Model], Callable[[list[int], Words, Visitor, datetime.date], Loaded]] = {
    Recommendation: _recommendations,
    Resolution: _resolutions,
    Paragraph: _paragraphs,
    AgendaItem: _items,
}


def _passage_hit(row: Paragraph | Resolution, snippet: list[Segment], on: datetime.date) -> Hit:
    is_exempt = row.is_exempt_on(on) or row.item.is_exempt_on(on)
    context = [_sitting(row.item.meeting), *(["exempt"] if is_exempt else [])]
    return Hit(
        label=row.label if row.number else "Resolution" if isinstance(row, Resolution) else "Paragraph",
        title=whole(row.item.title, []),
        url=row.get_absolute_url(),
        context=" · ".join(context),
        snippet=snippet,
    )


def _spans(row: Any, column: str) -> list[Span]:
    """Where the found words stand in a column; nowhere, when the row was found by its number alone."""
    return found_in(getattr(row, f"marked_{column}", None), getattr(row, column))


def _cautions(row: AgendaItem | Recommendation, on: datetime.date) -> list[str]:
    return ["exempt"] if row.is_exempt_on(on) else []


def _sitting(meeting: Meeting) -> str:
    sitting = f"{meeting.committee.name}, {_day(meeting.held_on)}"
    return sitting if meeting.is_published else f"{sitting} · not published"


def _day(date: datetime.date) -> str:
    return date_format(date, "j F Y")
