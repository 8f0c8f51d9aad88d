"""What the tests of tracking share: a moment to act at, and the history read back as plain rows."""

import datetime
from typing import Any

from meetings.models import Committee, Resolution
from recommendations.choices import RecommendationKind
from recommendations.models import Recommendation, Review
from tests.cast import Cast
from tests.factories import a_body, a_meeting, a_recommendation, a_resolution, an_item

AT = datetime.datetime(2026, 9, 15, 10, 30, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 9, 15)

Line = tuple[str, datetime.date, str, str]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def history(recommendation: Recommendation) -> list[Line]:
    """Every event: kind, the day it is about, who did it, note."""
    return [
        (event.kind, event.on, f"{event.actor_name}, {event.actor_role}", event.note)
        for event in recommendation.events.all()
    ]


def review_history(review: Review) -> list[tuple[str, str, str]]:
    return [(event.kind, f"{event.actor_name}, {event.actor_role}", event.note) for event in review.events.all()]


def led_by_tom(cast: Cast, **fields: Any) -> Recommendation:
    """An action that Tom's post leads, made on 9 March 2026."""
    return a_recommendation(**{"lead_post": cast.toms_post, "addressee": cast.toms_post.body} | fields)


def to_be_answered(cast: Cast, **fields: Any) -> Recommendation:
    return led_by_tom(cast, **{"kind": RecommendationKind.COMMITTEE} | fields)


def decided(committee: Committee, on: str = "2026-07-06", **fields: Any) -> Resolution:
    """Something the committee resolved on that day."""
    meeting = committee.meetings.filter(held_on=day(on)).first() or a_meeting(committee=committee, held_on=day(on))
    return a_resolution(**{"item": an_item(meeting=meeting)} | fields)


def a_police_body() -> Any:
    return a_body(name="Northmoor Police", slug="police", kind="responsible_authority")
