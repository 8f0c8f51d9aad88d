"""The committee's word. Officers propose that something is complete; only a resolution closes it."""

import datetime

from django.db import transaction

from meetings.models import Resolution
from meetings.permissions import Actor
from recommendations.actions.errors import DecidedSinceThen, NotForAnOpenOne, RecommendationIsOpen
from recommendations.actions.history import (
    day_of_decision,
    is_closed,
    last_decision,
    locked,
    must_be_open,
    must_be_published,
    must_have_been,
    record,
)
from recommendations.choices import REPORTED_STANDINGS, EventKind, SignOffDecision, Standing
from recommendations.models import Recommendation, SignOff

OPEN_STANDINGS = tuple(standing for standing in REPORTED_STANDINGS if standing != Standing.COMPLETE)
"""Where something may stand that the committee keeps open."""

EVENTS = {
    SignOffDecision.CLOSED: EventKind.CLOSED,
    SignOffDecision.KEPT_OPEN: EventKind.KEPT_OPEN,
    SignOffDecision.REOPENED: EventKind.REOPENED,
}
"""The line of history that each decision writes."""


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
    sign_off = SignOff(
        recommendation=row,
        decision=SignOffDecision.CLOSED,
        outcome=outcome,
        decided_on=day_of_decision(row, resolution),
        resolution=resolution,
        reason=reason,
    )
    return _decide(sign_off, by=by, at=at)


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
    sign_off = SignOff(
        recommendation=row,
        decision=SignOffDecision.KEPT_OPEN,
        standing=standing,
        decided_on=day_of_decision(row, resolution),
        resolution=resolution,
        reason=reason,
    )
    return _decide(sign_off, by=by, at=at)


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
    must_have_been(row, decided_on, at=at)
    sign_off = SignOff(
        recommendation=row,
        decision=SignOffDecision.REOPENED,
        standing=standing,
        decided_on=decided_on,
        resolution=resolution,
        reason=reason,
    )
    return _decide(sign_off, by=by, at=at)


def _must_be_open_standing(standing: str) -> None:
    if standing not in OPEN_STANDINGS:
        raise NotForAnOpenOne


def _decide(sign_off: SignOff, *, by: Actor, at: datetime.datetime) -> SignOff:
    """Writes it down. A decision older than the last one would change nothing."""
    last = last_decision(sign_off.recommendation)
    if last is not None and sign_off.decided_on < last.decided_on:
        raise DecidedSinceThen
    sign_off.save()
    kind = EVENTS[SignOffDecision(sign_off.decision)]
    record(sign_off.recommendation, kind, on=sign_off.decided_on, by=by, at=at, sign_off=sign_off)
    return sign_off
