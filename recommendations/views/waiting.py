"""What waits for the person who signed in: late first, then due soon, then the rest."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, DateField, F, Q, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.choices import MinutesStage
from meetings.models import Meeting, SourceDocument, SuggestedAction
from meetings.permissions import BRING_IN_MINUTES, Actor, may
from recommendations.choices import FINISHED_STANDINGS, Standing, UpdateStage
from recommendations.models import ProgressUpdate, Recommendation
from recommendations.permissions import TRACK
from recommendations.querysets.recommendations import RecommendationQuerySet
from recommendations.views.access import actor_of, signed_in
from recommendations.views.rows import Row, rows

PAGE = 25
SOON = datetime.timedelta(days=42)
"""Six weeks: a round of most committees."""

LATE, DUE_SOON, OTHERS, PROPOSED = range(4)
HEADINGS = {
    LATE: "Late",
    DUE_SOON: "Due within six weeks",
    OTHERS: "Not due yet",
    PROPOSED: "Proposed as complete: the committee decides",
}

WAITING = (
    *("groups", "drafts", "handed_in"),
    *("to_check", "responses_late", "proposed", "unpublished"),
    *("to_record", "to_publish", "to_approve", "suggestions"),
)


@dataclass(frozen=True, slots=True)
class Group:
    heading: str
    rows: Sequence[Row]


@require_safe
@signed_in
def waiting(request: HttpRequest) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    own = _by_urgency(_open_to(by, on=on).led_by(by, on=on), on=on)
    page = Paginator(own, PAGE).get_page(request.GET.get("page"))
    groups = groupby(page.object_list, key=lambda recommendation: recommendation.urgency)  # type: ignore[attr-defined]
    updates = ProgressUpdate.objects.visible_to(by, on=on).select_related("recommendation", "corrects", "post")
    own_updates = updates.filter(author_id=by.pk)
    context = {
        "page": page,
        "groups": [Group(HEADINGS[urgency], rows(found, on=on)) for urgency, found in groups],
        "drafts": own_updates.filter(stage=UpdateStage.DRAFT).order_by("-written_at", "-pk")[:PAGE],
        "handed_in": own_updates.filter(stage=UpdateStage.SUBMITTED).order_by("-written_at", "-pk")[:PAGE],
        **(_clerks_part(by, on=on) if may(by, TRACK) else {}),
        **(_minutes_part(by, on=on) if may(by, BRING_IN_MINUTES) else {}),
    }
    is_quiet = not any(context[name] for name in WAITING if name in context)
    return render(request, "recommendations/waiting.html", context | {"is_quiet": is_quiet})


def _open_to(by: Actor, *, on: datetime.date) -> RecommendationQuerySet:
    seen = Recommendation.objects.visible_to(by, on=on).with_place().with_position(on=on)
    return seen.filter(published_at__isnull=False).open()


def _by_urgency(own: RecommendationQuerySet, *, on: datetime.date) -> RecommendationQuerySet:
    """Late first, then due soon, then the rest; inside each by the day it is due, the undated last."""
    due_on = Case(
        When(is_response_overdue=True, then=F("response_due_on")), default=F("due_on"), output_field=DateField()
    )
    urgency = Case(
        When(is_overdue=True, then=Value(LATE)),
        When(is_response_overdue=True, then=Value(LATE)),
        When(standing__in=FINISHED_STANDINGS, then=Value(PROPOSED)),
        When(due_on__lte=on + SOON, then=Value(DUE_SOON)),
        default=Value(OTHERS),
    )
    return own.annotate(urgency=urgency).order_by("urgency", due_on.asc(nulls_last=True), "pk")


def _clerks_part(by: Actor, *, on: datetime.date) -> dict[str, Any]:
    """What a clerk has to see to; of each the first, with the way to all of them."""
    found = _open_to(by, on=on)
    updates = ProgressUpdate.objects.visible_to(by, on=on).filter(stage=UpdateStage.SUBMITTED)
    late = found.filter(Q(is_response_overdue=True)).order_by("response_due_on", "pk")
    proposed = found.filter(Q(standing=Standing.COMPLETE)).order_by(F("reported_on"), "pk")
    drafts = Recommendation.objects.visible_to(by, on=on).with_place().filter(published_at__isnull=True)
    return {
        "to_check": updates.select_related("recommendation", "post").order_by("written_at", "pk")[:PAGE],
        "responses_late": rows(late[:PAGE], on=on),
        "proposed": rows(proposed[:PAGE], on=on),
        "unpublished": drafts.order_by("-made_on", "-pk")[:PAGE],
    }


def _minutes_part(by: Actor, *, on: datetime.date) -> dict[str, Any]:
    """The minutes on their way: brought in, recorded, published, approved. What has waited longest comes first."""
    held = Meeting.objects.select_related("committee").order_by("held_on", "pk")
    return {
        "to_record": SourceDocument.objects.waiting().without_content().order_by("brought_in_at", "pk")[:PAGE],
        "to_publish": held.filter(minutes_stage=MinutesStage.IN_PREPARATION)[:PAGE],
        "to_approve": held.filter(minutes_stage=MinutesStage.DRAFT)[:PAGE],
        "suggestions": SuggestedAction.objects.visible_to(by, on=on).waiting().count(),
    }
