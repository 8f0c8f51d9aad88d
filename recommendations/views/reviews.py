"""Scrutiny reviews: the list, a review with its progress at a glance, and the clerk's work on it."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from meetings.choices import PUBLISHED_STAGES
from meetings.models import Committee, Meeting, Resolution
from meetings.permissions import may
from recommendations.actions.recommendations import add_recommendations
from recommendations.actions.reviews import change_review, start_review
from recommendations.choices import ReviewEventKind, ReviewStage
from recommendations.forms.fields import successors
from recommendations.forms.reviews import EMPTY_ROWS, AskedFormSet, BaseAskedFormSet, MadeForm, ReviewForm
from recommendations.models import Recommendation, Review
from recommendations.permissions import TRACK
from recommendations.querysets.recommendations import RecommendationQuerySet
from recommendations.sentences import proposed_title, resolved_wording
from recommendations.views.access import actor_of, needs
from recommendations.views.doing import done, form_of
from recommendations.views.passages import visible_citations
from recommendations.views.rows import rows

PAGE = 25
CLERKS_BUSINESS = (
    ReviewEventKind.PAPER_STARTED,
    ReviewEventKind.PAPER_EDITED,
    ReviewEventKind.RECOMMENDATIONS_DRAFTED,
)
"""What tells of a paper or of recommendations that are still written."""
BEFORE_RESPONSE = (ReviewStage.SCOPING, ReviewStage.EVIDENCE, ReviewStage.REPORTING)


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """Those under way first, of one committee where the address names it; each with how many of its recommendations
    stand where."""
    on = timezone.localdate()
    slug = request.GET.get("committee", "")
    committee = get_object_or_404(Committee, slug=slug) if slug else None
    listed = Review.objects.with_committee().under_way_first()
    if committee is not None:
        listed = listed.filter(committee=committee)
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    counted = _seen(request, on=on).filter(review__in=list(page)).counted_by_review()
    found = [{"review": review, "counts": counted.get(review.pk, {})} for review in page]
    context = {"page": page, "reviews": found, "committee": committee}
    return render(request, "recommendations/reviews.html", context)


@require_safe
def review(request: HttpRequest, slug: str) -> HttpResponse:
    on = timezone.localdate()
    found = _review_or_404(slug)
    made = _seen(request, on=on).with_place().of_review(found)
    page = Paginator(made, PAGE).get_page(request.GET.get("page"))
    citations = visible_citations([found.agreed_by_id], request.user, on=on)
    history = found.events.order_by("-at", "-pk")
    if not may(request.user, TRACK):
        history = history.exclude(kind__in=CLERKS_BUSINESS)
    context = {
        "review": found,
        "page": page,
        "rows": rows(page.object_list, on=on),
        "counts": made.counted_by_standing(),
        "agreed_by": citations.get(found.agreed_by_id or 0),
        "responses_due": _responses_due(made),
        "history": history[:PAGE],
    }
    return render(request, "recommendations/review.html", context)


def _seen(request: HttpRequest, *, on: datetime.date) -> RecommendationQuerySet:
    return Recommendation.objects.visible_to(request.user, on=on).with_position(on=on)


def _review_or_404(slug: str) -> Review:
    return get_object_or_404(Review.objects.with_committee().select_related("committee__successor"), slug=slug)


def _responses_due(made: RecommendationQuerySet) -> list[datetime.date]:
    """The days on which responses are due: one for the executive, another for partners."""
    days = made.order_by().exclude(response_due_on=None).values_list("response_due_on", flat=True).distinct()
    return sorted(day for day in set(days) if day)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def start(request: HttpRequest) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    form = form_of(request, ReviewForm, visitor=by, on=on)
    started: list[Review] = []
    if done(form, lambda: started.append(start_review(by=by, at=timezone.now(), **form.cleaned_data))):
        messages.success(request, "The review is started. Add its recommendations once they are agreed.")
        return redirect(started[0])
    return render(request, "recommendations/start_review.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = _review_or_404(slug)
    form = form_of(request, ReviewForm, visitor=by, on=on, review=found)
    if done(form, lambda: change_review(found, to=form.details(), by=by, at=timezone.now())):
        messages.success(request, "The review is changed.")
        return redirect(found)
    return render(request, "recommendations/edit_review.html", {"form": form, "review": found})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Several at once. `?meeting=2019-03-04` takes over what was resolved at that meeting, one row each."""
    on, by = timezone.localdate(), actor_of(request)
    found = _review_or_404(slug)
    meetings = Meeting.objects.filter(
        committee__in=successors(found.committee), minutes_stage__in=PUBLISHED_STAGES, held_on__lte=on
    ).order_by("-held_on")
    meeting = meetings.filter(slug=request.GET.get("meeting", "")).first()
    form = form_of(request, MadeForm, on=on, initial=_made_on(found, meeting))
    made_on = form.cleaned_data.get("made_on") if form.is_valid() else None
    formset = _asked_rows(request, found, meeting, on=on, made_on=made_on)

    def act() -> None:
        publish = form.cleaned_data["publish"] == "yes"
        made_on = form.cleaned_data["made_on"]
        add_recommendations(found, asked=formset.asked(), made_on=made_on, publish=publish, by=by, at=timezone.now())

    is_sent = request.method == "POST" and "more" not in request.POST
    if is_sent and formset.is_valid() and done(form, act):
        messages.success(request, _added(found))
        return redirect(found)
    is_wrong = is_sent and not formset.is_valid()
    context = {
        "form": form,
        "formset": formset,
        "is_wrong": is_wrong,
        "review": found,
        "meeting": meeting,
        "meetings": meetings[:PAGE],
    }
    return render(request, "recommendations/add_recommendation.html", context)


def _made_on(review: Review, meeting: Meeting | None) -> dict[str, datetime.date]:
    """The day of the meeting that is taken over, or of the one that agreed the report: it decides the reference, so
    nothing else is proposed."""
    if meeting is None and review.agreed_by is not None:
        meeting = review.agreed_by.item.meeting
    return {"made_on": meeting.held_on} if meeting else {}


def _added(review: Review) -> str:
    """What is said then; where the review has not come so far yet, with the way to say that it has."""
    if review.stage not in BEFORE_RESPONSE:
        return "The recommendations are added."
    return format_html(
        "The recommendations are added. The review is still at “{}”: "
        '<a href="{}">change its stage</a> once the report has gone for a response.',
        ReviewStage(review.stage).label.lower(),
        reverse("recommendations:edit_review", args=[review.slug]),
    )


def _asked_rows(
    request: HttpRequest,
    review: Review,
    meeting: Meeting | None,
    *,
    on: datetime.date,
    made_on: datetime.date | None,
) -> BaseAskedFormSet:
    """The rows as sent, with three more where asked for; before that, those a meeting gives, or three empty ones."""
    options: dict[str, Any] = {"review": review, "visitor": request.user, "on": on, "meeting": meeting}
    if request.method != "POST":
        initial = _resolved_at(request, meeting, on=on) if meeting else []
        return AskedFormSet(**options, initial=initial, least=len(initial) or EMPTY_ROWS)
    if "more" in request.POST:
        given = AskedFormSet(request.POST, **options)
        rows_given = [{name: form[name].value() for name in form.fields} for form in given.forms]
        initial = [row for row in rows_given if any(row.values())]
        return AskedFormSet(**options, initial=initial, least=len(given.forms) + EMPTY_ROWS)
    return AskedFormSet(request.POST, **options, made_on=made_on)


def _resolved_at(request: HttpRequest, meeting: Meeting, *, on: datetime.date) -> list[dict[str, Any]]:
    """A row for each thing resolved, in the order of the agenda, but for what is tracked already."""
    resolved = Resolution.objects.visible_to(request.user, on=on).filter(item__meeting=meeting, recommendations=None)
    found = []
    for resolution in resolved.order_by("item__order", "order"):
        wording = resolved_wording(resolution.stem, resolution.text)
        found.append({"wording": wording, "title": proposed_title(wording), "resolution": resolution.pk})
    return found
