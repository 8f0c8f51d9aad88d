"""How every action of recommendations begins and ends: the row locked, the event written."""

import datetime
from typing import Any

from django.utils import timezone

from meetings.models import Resolution
from meetings.permissions import Actor
from recommendations.actions.errors import (
    BeforeItWasMade,
    DecidedBeforeItWasMade,
    InTheFuture,
    MinutesNotPublished,
    RecommendationIsClosed,
    RecommendationIsDraft,
    WrongCommittee,
)
from recommendations.choices import EventKind, SignOffDecision
from recommendations.models import Event, Recommendation, SignOff


def day_of(at: datetime.datetime) -> datetime.date:
    """The council's day on which a moment falls."""
    return timezone.localtime(at).date()


def record(
    recommendation: Recommendation,
    kind: EventKind,
    *,
    on: datetime.date,
    by: Actor,
    at: datetime.datetime,
    **fields: Any,
) -> Event:
    """Write one line of history; `fields` are the note and the row it brought."""
    return Event.objects.create(recommendation=recommendation, kind=kind, on=on, at=at, **Event.signed(by), **fields)


def locked(recommendation: Recommendation) -> Recommendation:
    """The row as it is now, held until the transaction ends, so that two people at once act one after the other."""
    return Recommendation.objects.select_for_update().get(pk=recommendation.pk)


def last_decision(recommendation: Recommendation) -> SignOff | None:
    return recommendation.sign_offs.order_by("decided_on", "pk").last()


def is_closed(recommendation: Recommendation) -> bool:
    decision = last_decision(recommendation)
    return decision is not None and decision.decision == SignOffDecision.CLOSED


def must_be_open(recommendation: Recommendation) -> None:
    """Published and not closed: what anything can still happen to."""
    must_be_published(recommendation)
    if is_closed(recommendation):
        raise RecommendationIsClosed


def must_be_published(recommendation: Recommendation) -> None:
    if recommendation.published_at is None:
        raise RecommendationIsDraft


def must_have_been(recommendation: Recommendation, on: datetime.date, *, at: datetime.datetime) -> None:
    """A day on which something may have happened to it: from the day it was made to today."""
    if on > day_of(at):
        raise InTheFuture
    if on < recommendation.made_on:
        raise BeforeItWasMade


def day_of_decision(recommendation: Recommendation, resolution: Resolution) -> datetime.date:
    """The day on which the committee, or the one that took over from it, resolved something about a recommendation."""
    meeting = resolution.item.meeting
    if not meeting.is_published:
        raise MinutesNotPublished
    committee, seen = recommendation.committee, set[int]()
    while committee.pk != meeting.committee_id:
        seen.add(committee.pk)
        if committee.successor is None or committee.successor.pk in seen:
            raise WrongCommittee
        committee = committee.successor
    if meeting.held_on < recommendation.made_on:
        raise DecidedBeforeItWasMade
    return meeting.held_on
