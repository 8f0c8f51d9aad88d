"""Later targets, granted by the committee."""

import datetime

from django.db import transaction

from meetings.models import Resolution
from meetings.permissions import Actor
from recommendations.actions.errors import DecidedSinceThen, NoTarget, NotLater
from recommendations.actions.history import day_of_decision, locked, must_be_open, record
from recommendations.choices import EventKind
from recommendations.models import Extension, Recommendation


@transaction.atomic
def extend_target(
    recommendation: Recommendation,
    *,
    resolution: Resolution,
    target_on: datetime.date,
    reason: str,
    by: Actor,
    at: datetime.datetime,
) -> Extension:
    """Grant a later target, on the day of the meeting whose resolution did it. Earlier targets stay visible."""
    row = locked(recommendation)
    must_be_open(row)
    if row.target_on is None:
        raise NoTarget
    granted_on = day_of_decision(row, resolution)
    last = row.extensions.order_by("granted_on", "pk").last()
    if last is not None and granted_on < last.granted_on:
        raise DecidedSinceThen
    if target_on <= (last.target_on if last else row.target_on):
        raise NotLater
    extension = Extension.objects.create(
        recommendation=row, target_on=target_on, granted_on=granted_on, reason=reason, resolution=resolution
    )
    record(row, EventKind.TARGET_EXTENDED, on=granted_on, by=by, at=at, extension=extension)
    return extension
