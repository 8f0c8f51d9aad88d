"""A clerk records what the committee decided: closed, kept open, opened again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from recommendations.actions import sign_off
from recommendations.forms.sign_off import CloseForm, KeepOpenForm, ReopenForm
from recommendations.permissions import TRACK
from recommendations.views.access import actor_of, needs, recommendation_or_404
from recommendations.views.doing import done, form_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    form = form_of(request, CloseForm, recommendation=found, visitor=by, on=on)

    def act() -> None:
        given = form.cleaned_data
        sign_off.close(
            found,
            resolution=given["resolution"],
            outcome=given["outcome"],
            reason=given["reason"],
            by=by,
            at=timezone.now(),
        )

    if done(form, act):
        messages.success(request, f"{found.reference} is closed.")
        return redirect(found)
    return render(request, "recommendations/close.html", {"form": form, "recommendation": found})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def keep_open(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    form = form_of(request, KeepOpenForm, recommendation=found, visitor=by, on=on)

    def act() -> None:
        given = form.cleaned_data
        sign_off.keep_open(
            found,
            resolution=given["resolution"],
            standing=given["standing"],
            reason=given["reason"],
            by=by,
            at=timezone.now(),
        )

    if done(form, act):
        messages.success(request, f"{found.reference} stays open.")
        return redirect(found)
    return render(request, "recommendations/keep_open.html", {"form": form, "recommendation": found})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    form = form_of(request, ReopenForm, recommendation=found, visitor=by, on=on)

    def act() -> None:
        given = form.cleaned_data
        sign_off.reopen(
            found,
            resolution=given["resolution"],
            standing=given["standing"],
            reason=given["reason"],
            on=given["reopened_on"] or on,
            by=by,
            at=timezone.now(),
        )

    if done(form, act):
        messages.success(request, f"{found.reference} is open again.")
        return redirect(found)
    return render(request, "recommendations/reopen.html", {"form": form, "recommendation": found})
