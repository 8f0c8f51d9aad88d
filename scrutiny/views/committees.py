"""The committees, and the page of each."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten

from django.core.paginator import Paginator
from django.db.models import Case, Min, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from meetings.choices import CommitteeKind
from meetings.models import Committee, Meeting, Resolution
from meetings.municipal_years import municipal_year, municipal_year_name
from recommendations.choices import ReviewStage
from recommendations.models import Recommendation, Review
from scrutiny.overview import decided_lines, late_lines, position, position_by_committee

PAGE = 25
MOST = 5
"""Lines in each of the lists on the page of a committee."""

LONGEST_ABOUT = 160
"""Characters of what a committee does that stand in the list."""

SCRUTINY, OTHER, ENDED = "Scrutiny committees", "Other bodies", "Ended"


@dataclass(frozen=True, slots=True)
class Entry:
    """A committee in the list: what it does, cut short, and what it has before it."""

    committee: Committee
    about: str
    context: str


@require_safe
def committees(request: HttpRequest) -> HttpResponse:
    """The scrutiny committees first, then the other bodies; what has ended stands apart."""
    on = timezone.localdate()
    place = Case(
        When(ended_on__lte=on, then=Value(3)), When(kind=CommitteeKind.SCRUTINY, then=Value(1)), default=Value(2)
    )
    rows = Committee.objects.select_related("successor").order_by(place, "name")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    next_on = dict(Meeting.objects.upcoming(on=on).order_by().values_list("committee_id").annotate(Min("held_on")))
    has_open = position_by_committee(Recommendation.objects.visible_to(request.user, on=on).with_position(on=on))
    entries = [_entry(row, next_on.get(row.pk), *has_open.get(row.pk, (0, 0))) for row in page]
    sections = [
        (name, list(group)) for name, group in groupby(entries, key=lambda entry: _section(entry.committee, on=on))
    ]
    return render(request, "scrutiny/committees.html", {"sections": sections, "page": page})


def _entry(body: Committee, next_on: datetime.date | None, open_count: int, late_count: int) -> Entry:
    context = [
        body.get_kind_display() if body.kind != CommitteeKind.SCRUTINY else "",
        f"next meeting {date_format(next_on, 'j F Y')}" if next_on else "",
        f"{open_count} open recommendation{pluralize(open_count)}" if open_count else "",
        f"{late_count} late" if late_count else "",
    ]
    line = " · ".join(filter(None, context))
    return Entry(body, shorten(body.about, LONGEST_ABOUT, placeholder=" …"), line[:1].upper() + line[1:])


def _section(body: Committee, *, on: datetime.date) -> str:
    if body.ended_on is not None and body.ended_on <= on:
        return ENDED
    return SCRUTINY if body.kind == CommitteeKind.SCRUTINY else OTHER


@require_safe
def committee(request: HttpRequest, slug: str) -> HttpResponse:
    """What it does, when it meets, what it has asked for, and what it decided last."""
    on = timezone.localdate()
    body = get_object_or_404(Committee.objects.select_related("successor"), slug=slug)
    recommendations = Recommendation.objects.visible_to(request.user, on=on).filter(committee=body).with_position(on=on)
    resolutions = Resolution.objects.visible_to(request.user, on=on).filter(item__meeting__committee=body)
    year = municipal_year(on)
    return render(
        request,
        "scrutiny/committee.html",
        {
            "committee": body,
            "has_ended": _section(body, on=on) == ENDED,
            "predecessors": body.predecessors.all(),
            "next_meeting": Meeting.objects.upcoming(on=on).filter(committee=body).select_related("committee").first(),
            "year_name": municipal_year_name(year),
            "meetings": _meetings(request, body, year, on=on),
            "reviews": _reviews(body),
            "position": position(recommendations),
            "late": late_lines(recommendations, on=on, most=MOST),
            "decided": decided_lines(resolutions, most=MOST, names_committee=False),
        }
        | _addresses(body),
    )


def _meetings(request: HttpRequest, body: Committee, year: int, *, on: datetime.date) -> list[Meeting]:
    """Those of the municipal year, in the order in which they are held; no committee holds a page of them in a year."""
    rows = Meeting.objects.filter(committee=body).in_municipal_year(year).with_counts(request.user, on=on)
    return list(rows.select_related("committee").order_by("held_on", "starts_at", "pk")[:PAGE])


def _reviews(body: Committee) -> list[Review]:
    """Those in progress first; the rest are in the list of reviews."""
    is_over = Case(When(stage=ReviewStage.CONCLUDED, then=Value(1)), default=Value(0))
    return list(Review.objects.filter(committee=body).order_by(is_over, "title")[:PAGE])


def _addresses(body: Committee) -> dict[str, str]:
    """Where all of what is shown here in part can be found."""
    of_this = urlencode({"committee": body.slug})
    recommendations = f"{reverse('recommendations:list')}?{of_this}"
    return {
        "recommendations_url": recommendations,
        "by_standing_url": f"{recommendations}&standing=",
        "late_url": f"{recommendations}&overdue=yes",
        "meetings_url": f"{reverse('meetings:meetings')}?{of_this}",
        "reviews_url": f"{reverse('recommendations:reviews')}?{of_this}",
    }
