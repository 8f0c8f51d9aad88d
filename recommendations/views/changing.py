"""A clerk puts right, moves and publishes what was raised."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from recommendations.actions import exemption as exemptions
from recommendations.actions import recommendations as actions
from recommendations.actions.errors import CannotBeDone
from recommendations.forms.recommendations import DetailsForm, ExemptionForm, WordingForm
from recommendations.permissions import TRACK
from recommendations.views.access import actor_of, needs, recommendation_or_404
from recommendations.views.doing import done, form_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def correct_wording(request: HttpRequest, slug: str) -> HttpResponse:
    found = recommendation_or_404(request, slug, on=timezone.localdate())
    form = form_of(request, WordingForm, initial={"wording": found.wording})
    if done(form, lambda: actions.correct_wording(found, by=actor_of(request), at=timezone.now(), **form.cleaned_data)):
        messages.success(request, f"The wording of {found.reference} is corrected.")
        return redirect(found)
    return render(request, "recommendations/correct_wording.html", {"form": form, "recommendation": found})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def change_details(request: HttpRequest, slug: str) -> HttpResponse:
    found = recommendation_or_404(request, slug, on=timezone.localdate())
    form = form_of(request, DetailsForm, recommendation=found)

    def act() -> None:
        given = form.cleaned_data
        actions.change_details(
            found,
            kind=given["kind"],
            title=given["title"],
            addressee=form.chosen_body(),
            lead_post=form.chosen_post(),
            target_on=given["target_on"],
            reason=given["reason"],
            by=actor_of(request),
            at=timezone.now(),
        )

    if done(form, act):
        messages.success(request, f"The details of {found.reference} are changed.")
        return redirect(found)
    return render(request, "recommendations/change_details.html", {"form": form, "recommendation": found})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def exempt(request: HttpRequest, slug: str) -> HttpResponse:
    found = recommendation_or_404(request, slug, on=timezone.localdate())
    names = ("is_exempt", "exempt_paragraphs", "exempt_until")
    form = form_of(request, ExemptionForm, initial={name: getattr(found, name) for name in names})
    if done(
        form, lambda: exemptions.set_exemption(found, by=actor_of(request), at=timezone.now(), **form.cleaned_data)
    ):
        messages.success(request, f"{found.reference} is {'exempt' if form.cleaned_data['is_exempt'] else 'open'}.")
        return redirect(found)
    return render(request, "recommendations/exempt.html", {"form": form, "recommendation": found})


@require_POST
@needs(TRACK)
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    found = recommendation_or_404(request, slug, on=timezone.localdate())
    try:
        actions.publish_recommendation(found, by=actor_of(request), at=timezone.now())
    except CannotBeDone as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"{found.reference} is public.")
    return redirect(found)
