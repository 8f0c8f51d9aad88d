"""Officers say what happened; clerks check it; files are given to whoever may see what they show."""

import datetime
from pathlib import PurePath

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings.permissions import SEE_EXEMPT, Actor, may
from recommendations.actions import progress
from recommendations.actions.errors import CannotBeDone
from recommendations.choices import Standing, UpdateStage
from recommendations.forms.fields import LONGEST_KEY
from recommendations.forms.progress import ProgressForm
from recommendations.models import Evidence, Holding, ProgressUpdate
from recommendations.permissions import LOG_PROGRESS, TRACK
from recommendations.placed import PlacedRecommendation
from recommendations.views.access import actor_of, needs, recommendation_or_404
from recommendations.views.doing import done, form_of
from recommendations.views.rows import row
from recommendations.views.timeline import numbers_of

UNSAID = {"exempt_text": "", "exempt_paragraphs": ""}
"""What a correction begins with where its writer may not read what the other post said in private."""


@require_http_methods(["GET", "HEAD", "POST"])
@needs(LOG_PROGRESS)
def log_progress(request: HttpRequest, slug: str) -> HttpResponse:
    """One short form. A draft of one's own is gone on with; `?corrects=3` corrects the third update handed in."""
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    if not progress.may_log_progress(found, by, on=on):
        raise PermissionDenied
    draft = _own_draft(found, by)
    corrects = draft.corrects if draft else _corrected(request, found, on=on)
    is_draft = "save_draft" in request.POST
    form = form_of(
        request,
        ProgressForm,
        recommendation=found,
        on=on,
        draft=draft or corrects,
        is_new=draft is None,
        is_draft=is_draft,
        initial={} if draft or corrects is None or _reads_exempt(request, corrects, on=on) else UNSAID,
    )
    if done(form, lambda: _write(form, found, draft, corrects, by)):
        messages.success(request, "Your draft is kept." if is_draft else "Your update is handed in.")
        return redirect("recommendations:waiting" if is_draft else found)
    return render(
        request,
        "recommendations/log_progress.html",
        {"form": form, "row": row(found, on=on), "recommendation": found, "draft": draft, "corrects": corrects}
        | {"is_closed": found.standing == Standing.CLOSED, "is_checked": found.committee.checks_updates},
    )


def _own_draft(recommendation: PlacedRecommendation, by: Actor) -> ProgressUpdate | None:
    drafts = ProgressUpdate.objects.filter(recommendation=recommendation, author_id=by.pk, stage=UpdateStage.DRAFT)
    return drafts.select_related("corrects").order_by("-written_at", "-pk").first()


def _corrected(
    request: HttpRequest, recommendation: PlacedRecommendation, *, on: datetime.date
) -> ProgressUpdate | None:
    """The update that is corrected, by its number in the address."""
    if "corrects" not in request.GET:
        return None
    keys = [key for key, number in numbers_of(recommendation).items() if str(number) == request.GET["corrects"]]
    return get_object_or_404(ProgressUpdate.objects.visible_to(request.user, on=on), pk__in=keys)


def _write(
    form: ProgressForm,
    recommendation: PlacedRecommendation,
    draft: ProgressUpdate | None,
    corrects: ProgressUpdate | None,
    by: Actor,
) -> None:
    at = timezone.now()
    if draft is not None:
        dropped = list(form.cleaned_data.get("dropped", []))
        progress.save_draft(draft, by=by, at=at, submit=not form.is_draft, dropped=dropped, **form.said())
        return
    stage = UpdateStage.DRAFT if form.is_draft else None
    progress.log_progress(recommendation, by=by, at=at, stage=stage, corrects=corrects, **form.said())


@require_POST
@needs(LOG_PROGRESS)
def discard_draft(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    draft = _own_draft(found, by)
    if draft is None:
        raise Http404
    progress.discard_draft(draft, by=by)
    messages.success(request, f"Your draft on {found.reference} is thrown away.")
    return redirect("recommendations:waiting")


@require_POST
@needs(TRACK)
def publish_update(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a submitted update public: the one whose key the form holds."""
    on = timezone.localdate()
    found = recommendation_or_404(request, slug, on=on)
    key = request.POST.get("update", "")
    updates = ProgressUpdate.objects.visible_to(request.user, on=on).filter(recommendation=found)
    update = get_object_or_404(updates, pk=int(key) if key.isdecimal() and len(key) < LONGEST_KEY else 0)
    try:
        progress.publish_update(update, by=actor_of(request), at=timezone.now())
    except CannotBeDone as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The update is public.")
    return redirect(found)


@require_safe
def evidence(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """A file, as a download and never as a page, to whoever may see the update that it belongs to."""
    on = timezone.localdate()
    found = recommendation_or_404(request, slug, on=on)
    updates = ProgressUpdate.objects.visible_to(request.user, on=on).filter(recommendation=found)
    kept = get_object_or_404(
        Evidence.objects.select_related("update").filter(update__in=updates), file=f"{found.slug}/{name}"
    )
    if kept.is_exempt and not _reads_exempt(request, kept.update, on=on):
        raise Http404
    if not default_storage.exists(kept.file.name or ""):
        raise Http404
    response = FileResponse(kept.file.open("rb"), as_attachment=True, filename=PurePath(kept.file.name or "").name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _reads_exempt(request: HttpRequest, update: ProgressUpdate, *, on: datetime.date) -> bool:
    """Clerks do, and whoever holds the post that said it."""
    posts = Holding.objects.current(on=on).of(request.user).values_list("post_id", flat=True)
    return may(request.user, SEE_EXEMPT) or update.post_id in posts
