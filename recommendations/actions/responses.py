"""What the executive or a partner answers."""

import datetime

from django.db import transaction

from meetings.permissions import Actor
from recommendations.actions.errors import NoFormalResponse, RespondedThatDay
from recommendations.actions.history import locked, must_be_open, must_have_been, record
from recommendations.choices import ANSWERED_KINDS, EventKind
from recommendations.models import Recommendation, Response


@transaction.atomic
def record_response(
    recommendation: Recommendation,
    *,
    kind: str,
    responded_on: datetime.date,
    explanation: str,
    promised_action: str,
    expected_outcome: str,
    by: Actor,
    at: datetime.datetime,
) -> Response:
    """Record a response. A later one stands beside the first; the latest holds."""
    row = locked(recommendation)
    must_be_open(row)
    if row.kind not in ANSWERED_KINDS:
        raise NoFormalResponse
    must_have_been(row, responded_on, at=at)
    if row.responses.filter(responded_on=responded_on).exists():
        raise RespondedThatDay
    response = Response.objects.create(
        recommendation=row,
        kind=kind,
        responded_on=responded_on,
        explanation=explanation,
        promised_action=promised_action,
        expected_outcome=expected_outcome,
    )
    record(row, EventKind.RESPONSE_RECORDED, on=responded_on, by=by, at=at, response=response)
    return response
