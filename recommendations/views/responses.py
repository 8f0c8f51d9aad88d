"""A clerk records what was answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from recommendations.actions.responses import record_response
from recommendations.forms.responses import ResponseForm
from recommendations.permissions import TRACK
from recommendations.views.access import actor_of, needs, recommendation_or_404
from recommendations.views.doing import done, form_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def respond(request: HttpRequest, slug: str) -> HttpResponse:
    on = timezone.localdate()
    found = recommendation_or_404(request, slug, on=on)
    form = form_of(request, ResponseForm, on=on)
    if done(form, lambda: record_response(found, by=actor_of(request), at=timezone.now(), **form.cleaned_data)):
        messages.success(request, f"The response to {found.reference} is recorded.")
        return redirect(found)
    last = found.responses.order_by("responded_on", "pk").last()
    return render(request, "recommendations/respond.html", {"form": form, "recommendation": found, "last": last})
