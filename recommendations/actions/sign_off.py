"""The committee's word. Officers propose that something is complete; only a resolution closes it."""

import datetime

from django.db import transaction

from meetings.models import Resolution
from meetings.permissions import Actor
from recommendations.actions.errors import (
    BeforeItWasMade,
    DecidedSinceThen,
    InTheFuture,
    NotForAnOpenOne,
    RecommendationIsOpen,
)
from recommendations.actions.history import (
    day_of,
    day_of_decision,
    is_closed,
    last_decision,
    locked,
    must_be_open,
    must_be_published,
    record,
)
from recommendations.choices import REPORTED_STANDINGS, EventKind, SignOffDecision, Standing
from recommendations.models import Recommendation, SignOff

OPEN_STANDINGS = tuple(standing for standing in REPORTED_STANDINGS if standing != Standing.COMPLETE)
"""Where something may stand that the committee keeps open."""


@transaction.atomic
def close(
    recommendation: Recommendation,
    *,
    resolution: Resolution,
    outcome: str,
    by: Actor,
    at: datetime.datetime,
    reason: str = "",
) -> SignOff:
    """Close it, on the day of the meeting whose resolution did it."""
    row = locked(recommendation)
    must_be_open(row)
    decided_on = day_of_decision(row, resolution)
    _must_be_the_last_word(row, decided_on)
    sign_off = SignOff.objects.create(
        recommendation=row,
        decision=SignOffDecision.CLOSED,
        outcome=outcome,
        decided_on=decided_on,
        resolution=resolution,
        reason=reason,
    )
    record(row, EventKind.CLOSED, on=decided_on, by=by, at=at, sign_off=sign_off)
    return sign_off


@transaction.atomic
def keep_open(
    recommendation: Recommendation,
    *,
    resolution: Resolution,
    standing: str,
    reason: str,
    by: Actor,
    at: datetime.datetime,
) -> SignOff:
    """The committee was asked to close it, and did not; it says where the recommendation then stands."""
    row = locked(recommendation)
    must_be_open(row)
    _must_be_open_standing(standing)
    decided_on = day_of_decision(row, resolution)
    _must_be_the_last_word(row, decided_on)
    sign_off = SignOff.objects.create(
        recommendation=row,
        decision=SignOffDecision.KEPT_OPEN,
        standing=standing,
        decided_on=decided_on,
        resolution=resolution,
        reason=reason,
    )
    record(row, EventKind.KEPT_OPEN, on=decided_on, by=by, at=at, sign_off=sign_off)
    return sign_off


@transaction.atomic
def reopen(
    recommendation: Recommendation,
    *,
    standing: str,
    reason: str,
    by: Actor,
    at: datetime.datetime,
    on: datetime.date,
    resolution: Resolution | None = None,
) -> SignOff:
    """Open again what was closed: on the day of the resolution where there is one, else on the day given."""
    row = locked(recommendation)
    must_be_published(row)
    if not is_closed(row):
        raise RecommendationIsOpen
    _must_be_open_standing(standing)
    decided_on = day_of_decision(row, resolution) if resolution else on
    if decided_on > day_of(at):
        raise InTheFuture
    if decided_on < row.made_on:
        raise BeforeItWasMade
    _must_be_the_last_word(row, decided_on)
    sign_off = SignOff.objects.create(
        recommendation=row,
        decision=SignOffDecision.REOPENED,
        standing=standing,
        decided_on=decided_on,
        resolution=resolution,
        reason=reason,
    )
    record(row, EventKind.REOPENED, on=decided_on, by=by, at=at, sign_off=sign_off)
    return sign_off


def _must_be_open_standing(standing: str) -> None:
    if standing not in OPEN_STANDINGS:
        raise NotForAnOpenOne


def _must_be_the_last_word(recommendation: Recommendation, decided_on: datetime.date) -> None:
    """A decision older than the last one would change nothing."""
    last = last_decision(recommendation)
    if last is not None and decided_on < last.decided_on:
        raise DecidedSinceThen
