"""Starting scrutiny reviews and taking them on."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from meetings.actions.anchors import free
from meetings.models import Committee, Resolution
from meetings.permissions import Actor
from recommendations.actions.errors import NothingChanged
from recommendations.actions.recommendations import due_for
from recommendations.choices import ANSWERED_KINDS, ReviewEventKind, ReviewStage
from recommendations.models import Recommendation, Review, ReviewEvent


@transaction.atomic
def start_review(
    *,
    committee: Committee,
    title: str,
    by: Actor,
    at: datetime.datetime,
    scope: str = "",
    lead_member: str = "",
    stage: str = ReviewStage.SCOPING,
    agreed_by: Resolution | None = None,
    report_url: str = "",
    received_on: datetime.date | None = None,
    notice_on: datetime.date | None = None,
) -> Review:
    review = Review.objects.create(
        committee=committee,
        title=title,
        slug=_free_slug(title),
        scope=scope,
        lead_member=lead_member,
        stage=stage,
        agreed_by=agreed_by,
        report_url=report_url,
        received_on=received_on,
        notice_on=notice_on,
    )
    ReviewEvent.objects.create(review=review, kind=ReviewEventKind.STARTED, at=at, **ReviewEvent.signed(by))
    return review


def _free_slug(title: str) -> str:
    """From the title, with a number behind it where another review has the same; never one of our own addresses."""
    base = slugify(title)[:70].strip("-") or "review"
    taken = {"new", *Review.objects.filter(slug__startswith=base).values_list("slug", flat=True)}
    return free(base, taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDetails:
    title: str
    scope: str
    lead_member: str
    stage: str
    agreed_by: Resolution | None
    report_url: str
    received_on: datetime.date | None
    notice_on: datetime.date | None


LABELS = {
    "title": "title",
    "scope": "scope",
    "lead_member": "lead member",
    "agreed_by": "resolution that agreed the report",
    "report_url": "address of the report",
    "received_on": "date of receipt",
    "notice_on": "date of notice",
}


@transaction.atomic
def change_review(review: Review, *, to: ReviewDetails, by: Actor, at: datetime.datetime) -> None:
    """Change a review. Moving it to another stage has an event of its own; new dates move the responses due."""
    row = Review.objects.select_for_update().get(pk=review.pk)
    changed = [name for name in ("stage", *LABELS) if getattr(row, name) != getattr(to, name)]
    if not changed:
        raise NothingChanged
    former_stage = ReviewStage(row.stage)
    for name in changed:
        setattr(row, name, getattr(to, name))
    row.save(update_fields=changed)
    if "stage" in changed:
        note = f"From “{former_stage.label}” to “{ReviewStage(to.stage).label}”"
        _record(row, ReviewEventKind.STAGE_CHANGED, note, by, at)
    details = [LABELS[name] for name in changed if name in LABELS]
    if details:
        _record(row, ReviewEventKind.DETAILS_CHANGED, f"Changed: {', '.join(details)}", by, at)
    if {"received_on", "notice_on"} & set(changed):
        _move_responses_due(row)


def _record(review: Review, kind: ReviewEventKind, note: str, by: Actor, at: datetime.datetime) -> None:
    ReviewEvent.objects.create(review=review, kind=kind, note=note, at=at, **ReviewEvent.signed(by))


def _move_responses_due(review: Review) -> None:
    answered = list(review.recommendations.filter(kind__in=ANSWERED_KINDS).select_related("addressee"))
    for recommendation in answered:
        recommendation.response_due_on = due_for(recommendation.kind, recommendation.addressee, review=review)
    Recommendation.objects.bulk_update(answered, ["response_due_on"])
