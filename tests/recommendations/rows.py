"""Dated rows of a recommendation, one valid row each: what a paper is made from."""

import datetime
from typing import Any

from recommendations.choices import Outcome, ResponseKind, SignOffDecision
from recommendations.models import Evidence, Extension, PaperCover, Recommendation, Response, SignOff
from tests.factories import a_resolution, a_review


def a_response(recommendation: Recommendation, on: datetime.date, **fields: Any) -> Response:
    return Response.objects.create(
        **{"recommendation": recommendation, "kind": ResponseKind.ACCEPTED, "responded_on": on} | fields
    )


def a_closing(recommendation: Recommendation, on: datetime.date, **fields: Any) -> SignOff:
    fields.setdefault("resolution", None) or fields.update(resolution=a_resolution())
    return SignOff.objects.create(
        **{
            "recommendation": recommendation,
            "decision": SignOffDecision.CLOSED,
            "outcome": Outcome.ACHIEVED,
            "decided_on": on,
        }
        | fields
    )


def an_extension(recommendation: Recommendation, *, granted_on: datetime.date, to: datetime.date) -> Extension:
    return Extension.objects.create(
        recommendation=recommendation,
        granted_on=granted_on,
        target_on=to,
        reason="The suppliers are late.",
        resolution=a_resolution(),
    )


def some_evidence(update: Any, label: str, **fields: Any) -> Evidence:
    return Evidence.objects.create(
        **{"update": update, "label": label, "url": "https://northmoor.example/libraries"} | fields
    )


def a_cover(**fields: Any) -> PaperCover:
    """A draft, unless told otherwise."""
    fields.setdefault("review", None) or fields.update(review=a_review())
    return PaperCover.objects.create(
        **{
            "as_at": datetime.date(2026, 6, 30),
            "meeting_on": datetime.date(2026, 7, 13),
            "title": "Libraries online: progress of recommendations",
        }
        | fields
    )
