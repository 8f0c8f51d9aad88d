"""Pages of committee papers: read and printed by everybody once published, written by clerks."""

import datetime
from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.models import Meeting
from meetings.permissions import may
from recommendations.actions import papers as actions
from recommendations.actions.errors import CannotBeDone, NothingChanged
from recommendations.forms.papers import PaperDatesForm, PaperForm
from recommendations.models import PaperCover, Recommendation, Review
from recommendations.permissions import TRACK
from recommendations.reports import html
from recommendations.reports.assemble import assemble, propose
from recommendations.reports.paper import Paper
from recommendations.reports.position import position_of
from recommendations.views.access import actor_of, needs
from recommendations.views.doing import done, form_of

PUBLIC = AnonymousUser()
"""A paper is a public document: whoever opens it, it says what the public may read."""


@require_safe
def papers(request: HttpRequest, slug: str) -> HttpResponse:
    review = _review(slug)
    covers = PaperCover.objects.visible_to(request.user).of_review(review).with_place()
    page = Paginator(covers, 25).get_page(request.GET.get("page"))
    return render(request, "recommendations/papers/list.html", {"review": review, "page": page})


@require_safe
def paper(request: HttpRequest, slug: str, as_at: datetime.date) -> HttpResponse:
    cover = _cover(request, slug, as_at)
    written = _assembled(cover)
    context = {
        "cover": cover,
        "review": cover.review,
        "written": html.write(written),
        "left_out": _left_out(request, written, cover) if may(request.user, TRACK) else 0,
    }
    return render(request, "recommendations/papers/paper.html", context)


@needs(TRACK)
@require_http_methods(["GET", "HEAD", "POST"])
def start_paper(request: HttpRequest, slug: str) -> HttpResponse:
    review = _review(slug)
    form = form_of(request, PaperDatesForm, initial=_next_dates(review))
    if done(
        form,
        lambda: actions.start_paper(review, **form.cleaned_data, by=actor_of(request), at=timezone.now()),
    ):
        messages.success(request, "The paper is started as a draft. Check its texts, then save them.")
        return redirect("recommendations:edit_paper", review.slug, form.cleaned_data["as_at"])
    return render(request, "recommendations/papers/start.html", {"form": form, "review": review})


@needs(TRACK)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_paper(request: HttpRequest, slug: str, as_at: datetime.date) -> HttpResponse:
    cover = _cover(request, slug, as_at)
    if cover.is_published and request.method != "POST":
        messages.error(request, actions.PaperIsPublished.message)
        return redirect(cover)
    form = form_of(request, PaperForm, cover=cover, proposed=_proposed(cover))

    def save() -> None:
        with suppress(NothingChanged):  # whoever is content with the texts as they are saves them, too
            actions.edit_paper(cover, to=form.texts(), by=actor_of(request), at=timezone.now())

    if done(form, save):
        messages.success(request, "The texts are saved.")
        return redirect("recommendations:paper", slug, form.cleaned_data["as_at"])
    return render(request, "recommendations/papers/edit.html", {"form": form, "cover": cover, "review": cover.review})


@needs(TRACK)
@require_POST
def publish_paper(request: HttpRequest, slug: str, as_at: datetime.date) -> HttpResponse:
    cover = _cover(request, slug, as_at)
    try:
        actions.publish_paper(cover, by=actor_of(request), at=timezone.now())
    except CannotBeDone as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The paper is published. Everybody can read it at this address.")
    return redirect(cover)


@needs(TRACK)
@require_POST
def withdraw_paper(request: HttpRequest, slug: str, as_at: datetime.date) -> HttpResponse:
    cover = _cover(request, slug, as_at)
    try:
        actions.withdraw_paper(cover, by=actor_of(request), at=timezone.now())
    except CannotBeDone as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The paper is withdrawn. Only clerks can read it now.")
    return redirect(cover)


def _review(slug: str) -> Review:
    return get_object_or_404(Review.objects.with_committee(), slug=slug)


def _cover(request: HttpRequest, slug: str, as_at: datetime.date) -> PaperCover:
    covers = PaperCover.objects.visible_to(request.user).with_place()
    return get_object_or_404(covers, review__slug=slug, as_at=as_at)


def _assembled(cover: PaperCover) -> Paper:
    return assemble(cover.review, as_at=cover.as_at, cover=cover, audience=PUBLIC, on=timezone.localdate())


def _proposed(cover: PaperCover) -> dict[str, str]:
    position = position_of(cover.review, as_at=cover.as_at, audience=PUBLIC, on=timezone.localdate())
    return propose(cover.review, position)


def _left_out(request: HttpRequest, written: Paper, cover: PaperCover) -> int:
    """How many recommendations this clerk may read and the public may not."""
    seen = Recommendation.objects.visible_to(request.user, on=timezone.localdate()).of_review(cover.review)
    return seen.filter(made_on__lte=cover.as_at).count() - len(written.progress.rows)


def _next_dates(review: Review) -> dict[str, datetime.date | None]:
    """Today's position, to the committee's next meeting."""
    today = timezone.localdate()
    meeting = Meeting.objects.upcoming(on=today).filter(committee=review.committee).first()
    return {"as_at": today, "meeting_on": meeting.held_on if meeting else None}
