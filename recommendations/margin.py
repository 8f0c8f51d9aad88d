"""What stands in the margin of minutes: what a passage led to, and where a clerk may have it tracked."""

import datetime
from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse

from meetings.margin import Margin, Margins, Note, Passage
from meetings.models import Paragraph, Resolution
from meetings.permissions import Visitor, may
from recommendations.choices import Outcome, Standing
from recommendations.models import Recommendation
from recommendations.permissions import TRACK
from recommendations.placed import PlacedRecommendation, placed


def tracked_from(passages: Sequence[Passage], visitor: Visitor, on: datetime.date) -> Margins:
    """The margins of these passages: one query, however many they are; nothing this visitor may not see.

    The passages come with their agenda item, its meeting and its committee.
    """
    margins: Margins = {(type(passage), passage.pk): Margin() for passage in passages}
    if not passages:
        return margins
    if may(visitor, TRACK):
        for passage in passages:
            margins[type(passage), passage.pk].track_url = track_url(passage)
    for recommendation in _citing(passages, visitor, on=on):
        margins[_cited(recommendation)].notes.append(_note(recommendation))
    return margins


def track_url(passage: Passage) -> str:
    """Where a clerk raises something from this passage."""
    item = passage.item
    meeting = item.meeting
    return reverse("recommendations:raise", args=[meeting.committee.slug, meeting.slug, item.slug, passage.anchor])


def _citing(passages: Sequence[Passage], visitor: Visitor, *, on: datetime.date) -> list[PlacedRecommendation]:
    paragraphs = [passage.pk for passage in passages if isinstance(passage, Paragraph)]
    resolutions = [passage.pk for passage in passages if isinstance(passage, Resolution)]
    return placed(
        Recommendation.objects.visible_to(visitor, on=on)
        .with_position(on=on)
        .filter(Q(paragraph__in=paragraphs) | Q(resolution__in=resolutions))
        .order_by("municipal_year", "sequence", "pk")
    )


def _cited(recommendation: PlacedRecommendation) -> tuple[type[Passage], int]:
    if recommendation.resolution_id is not None:
        return Resolution, recommendation.resolution_id
    assert recommendation.paragraph_id is not None, "found by its paragraph"  # noqa: S101
    return Paragraph, recommendation.paragraph_id


def _note(recommendation: PlacedRecommendation) -> Note:
    """A closed one says how it ended; only an open one is still due."""
    is_closed = recommendation.standing == Standing.CLOSED
    standing = Outcome(recommendation.outcome) if is_closed else Standing(recommendation.standing)
    return Note(
        reference=recommendation.reference,
        url=recommendation.get_absolute_url(),
        standing=standing.value,
        standing_label=f"Closed: {standing.label.lower()}" if is_closed else str(standing.label),
        due_on=None if is_closed else recommendation.due_on,
    )
