"""A recommendation as a row of a list: what stands in each column, in words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from recommendations.choices import Outcome, Standing
from recommendations.models import Recommendation
from recommendations.placed import PlacedRecommendation, placed
from recommendations.sentences import late, when_due


@dataclass(frozen=True, slots=True)
class Row:
    """`when` says how late it is, or when it is due; `due_on` is the date that is about, None where none is set.

    `is_hidden`: exempt on the day.
    """

    recommendation: PlacedRecommendation
    standing: str
    standing_label: str
    responsible: str
    due_on: datetime.date | None
    when: str
    is_late: bool
    is_hidden: bool


def rows(recommendations: Iterable[Recommendation], *, on: datetime.date) -> list[Row]:
    """Rows of a queryset that has been through `with_place` and `with_position`."""
    return [row(recommendation, on=on) for recommendation in placed(recommendations)]


def row(recommendation: PlacedRecommendation, *, on: datetime.date) -> Row:
    standing, label = shown_standing(recommendation)
    lead = recommendation.lead_post
    due_on, when = _when(recommendation, on=on)
    return Row(
        recommendation=recommendation,
        standing=standing,
        standing_label=label,
        responsible=f"{lead.title}, {lead.body}" if lead else str(recommendation.addressee),
        due_on=due_on,
        when=when,
        is_late=recommendation.is_overdue or recommendation.is_response_overdue,
        is_hidden=recommendation.is_exempt_on(on),
    )


def shown_standing(recommendation: PlacedRecommendation) -> tuple[str, str]:
    """The value that has a shape, and its words; a closed one says how it ended."""
    if recommendation.standing == Standing.CLOSED:
        outcome = Outcome(recommendation.outcome)
        return outcome.value, f"Closed: {str(outcome.label).lower()}"
    standing = Standing(recommendation.standing)
    return standing.value, str(standing.label)


def _when(recommendation: PlacedRecommendation, *, on: datetime.date) -> tuple[datetime.date | None, str]:
    response_due_on, due_on = recommendation.response_due_on, recommendation.due_on
    if recommendation.standing == Standing.CLOSED:
        return due_on, ""
    if recommendation.is_overdue and due_on:
        return due_on, late(due_on, on=on)
    if recommendation.standing == Standing.AWAITING_RESPONSE and response_due_on:
        return response_due_on, f"response {when_due(response_due_on, on=on)}"
    if due_on is None:
        return None, "no date set"
    return due_on, "" if recommendation.standing == Standing.COMPLETE else when_due(due_on, on=on)
