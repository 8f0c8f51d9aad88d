"""Where the recommendations of a review stand as at a date, from dated rows: one query for each table."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from meetings.models import Paragraph, Resolution
from meetings.permissions import Visitor
from recommendations.choices import ANSWERED_KINDS, Outcome, Standing
from recommendations.models import (
    Evidence,
    Extension,
    ProgressUpdate,
    Recommendation,
    Response,
    Review,
    SignOff,
)
from recommendations.placed import PlacedRecommendation, placed
from recommendations.reports.paper import Citation, EvidenceLine, FormalResponse, ProgressRow, ReportedUpdate

Passages = dict[tuple[type[Paragraph | Resolution], int], Citation]


@dataclass(frozen=True, slots=True)
class Position:
    """A review and its recommendations as at a date, as far as the audience may see them."""

    title: str
    as_at: datetime.date
    agreed: Citation | None
    received_on: datetime.date | None
    report_url: str
    rows: tuple[ProgressRow, ...]


def position_of(review: Review, *, as_at: datetime.date, audience: Visitor, on: datetime.date) -> Position:
    """Reads it on the day `on`: nothing is shown that was exempt as at the date, or is exempt on the day it is read."""
    seen_on = min(as_at, on)
    found = _recommendations(review, as_at=as_at, audience=audience, seen_on=seen_on)
    updates = _updates(found, as_at=as_at)
    passages = _passages(review, found, audience=audience, seen_on=seen_on)
    agreed = passages.get((Resolution, review.agreed_by_id)) if review.agreed_by_id else None
    return Position(
        title=review.title,
        as_at=as_at,
        agreed=agreed if agreed and agreed.on <= as_at else None,
        received_on=review.received_on if review.received_on and review.received_on <= as_at else None,
        report_url=review.report_url,
        rows=tuple(_row(recommendation, updates, passages) for recommendation in found),
    )


def _recommendations(
    review: Review, *, as_at: datetime.date, audience: Visitor, seen_on: datetime.date
) -> list[PlacedRecommendation]:
    """Those made by then, in their order, with their dated rows up to then."""
    return placed(
        Recommendation.objects.visible_to(audience, on=seen_on)
        .of_review(review)
        .filter(made_on__lte=as_at)
        .with_position(on=as_at)
        .select_related("addressee", "lead_post")
        .prefetch_related(
            Prefetch("responses", Response.objects.filter(responded_on__lte=as_at)),
            Prefetch("extensions", Extension.objects.filter(granted_on__lte=as_at)),
            Prefetch("sign_offs", SignOff.objects.filter(decided_on__lte=as_at)),
        )
    )


def _updates(recommendations: Sequence[PlacedRecommendation], *, as_at: datetime.date) -> dict[int, ReportedUpdate]:
    """The update that holds for each, by the recommendation's key. Only its public text and evidence are read."""
    of_these = ProgressUpdate.objects.filter(
        recommendation__in=[recommendation.pk for recommendation in recommendations]
    )
    dated = of_these.standing_for_something().as_at_or_before(as_at).latest_first()
    holding: dict[int, int] = {}
    for recommendation_key, key in dated.values_list("recommendation_id", "pk"):
        holding.setdefault(recommendation_key, key)
    rows = (
        ProgressUpdate.objects.filter(pk__in=holding.values())
        .defer("exempt_text")
        .select_related("post", "recommendation")
        .prefetch_related(Prefetch("evidence", Evidence.objects.filter(is_exempt=False)))
    )
    return {row.recommendation_id: _update(row) for row in rows}


def _update(row: ProgressUpdate) -> ReportedUpdate:
    evidence = tuple(EvidenceLine(line.label, line.get_absolute_url()) for line in row.evidence.all())
    return ReportedUpdate(row.as_at, row.text, row.post.title if row.post else "", evidence)


def _passages(
    review: Review, recommendations: Sequence[PlacedRecommendation], *, audience: Visitor, seen_on: datetime.date
) -> Passages:
    """The passages of minutes that the paper cites, as far as the audience may read them there, or did before a
    correction took them out."""
    resolutions = {review.agreed_by_id, *_closings(recommendations), *(r.resolution_id for r in recommendations)}
    paragraphs = {recommendation.paragraph_id for recommendation in recommendations}
    cited: list[Paragraph | Resolution] = [
        *Resolution.objects.reachable_by(audience, on=seen_on)
        .with_place()
        .filter(pk__in=[key for key in resolutions if key]),
        *Paragraph.objects.reachable_by(audience, on=seen_on)
        .with_place()
        .filter(pk__in=[key for key in paragraphs if key]),
    ]
    return {
        (type(passage), passage.pk): Citation(passage.label, passage.get_absolute_url(), passage.item.meeting.held_on)
        for passage in cited
    }


def _closings(recommendations: Sequence[PlacedRecommendation]) -> Iterator[int | None]:
    """The resolutions that closed those which are closed."""
    for recommendation in recommendations:
        if recommendation.standing == Standing.CLOSED:
            yield _closing(recommendation).resolution_id


def _closing(recommendation: PlacedRecommendation) -> SignOff:
    """The committee's last word on one that is closed."""
    return list(recommendation.sign_offs.all())[-1]


def _row(recommendation: PlacedRecommendation, updates: dict[int, ReportedUpdate], passages: Passages) -> ProgressRow:
    standing = Standing(recommendation.standing)
    closing = _closing(recommendation) if standing == Standing.CLOSED else None
    return ProgressRow(
        reference=recommendation.reference,
        number=recommendation.number,
        url=recommendation.get_absolute_url(),
        wording=recommendation.wording,
        addressee=recommendation.addressee.name,
        responsible=recommendation.lead_post.title if recommendation.lead_post else recommendation.addressee.name,
        standing=standing.value,
        standing_label=f"Closed: {Outcome(closing.outcome).label.lower()}" if closing else standing.label,
        source=_source(recommendation, passages),
        needs_response=recommendation.kind in ANSWERED_KINDS,
        responses=tuple(
            FormalResponse(given.get_kind_display(), given.responded_on) for given in recommendation.responses.all()
        ),
        response_due_on=recommendation.response_due_on,
        target_on=recommendation.due_on,
        earlier_targets=_earlier_targets(recommendation),
        is_overdue=recommendation.is_overdue,
        outcome=closing.outcome if closing else "",
        decision=passages.get((Resolution, closing.resolution_id)) if closing and closing.resolution_id else None,
        update=updates.get(recommendation.pk),
    )


def _source(recommendation: PlacedRecommendation, passages: Passages) -> Citation | None:
    if recommendation.resolution_id:
        return passages.get((Resolution, recommendation.resolution_id))
    return passages.get((Paragraph, recommendation.paragraph_id)) if recommendation.paragraph_id else None


def _earlier_targets(recommendation: PlacedRecommendation) -> tuple[datetime.date, ...]:
    """The first target and every slip but the last, which is the target now."""
    targets = [recommendation.target_on, *(extension.target_on for extension in recommendation.extensions.all())]
    return tuple(target for target in targets[:-1] if target)
