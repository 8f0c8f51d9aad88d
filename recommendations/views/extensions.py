"""A clerk records that the committee granted more time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from recommendations.actions.extensions import extend_target
from recommendations.forms.extensions import ExtendForm
from recommendations.permissions import TRACK
from recommendations.views.access import actor_of, needs, recommendation_or_404
from recommendations.views.doing import done, form_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def extend(request: HttpRequest, slug: str) -> HttpResponse:
    on, by = timezone.localdate(), actor_of(request)
    found = recommendation_or_404(request, slug, on=on)
    form = form_of(request, ExtendForm, recommendation=found, visitor=by, on=on)

    def act() -> None:
        given = form.cleaned_data
        extend_target(
            found,
            resolution=given["resolution"],
            target_on=given["target_on"],
            reason=given["reason"],
            by=by,
            at=timezone.now(),
        )

    if done(form, act):
        messages.success(request, f"The target of {found.reference} is extended.")
        return redirect(found)
    return render(request, "recommendations/extend.html", {"form": form, "recommendation": found})
