"""What the reader thinks was asked for waits here for a clerk."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from meetings.actions.suggestions import SuggestionSettled, dismiss_suggestion
from meetings.margin import Passage, margins
from meetings.models import SuggestedAction
from meetings.views.access import actor, for_clerks
from meetings.views.asked import counted

PAGE = 25


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def suggestions(request: HttpRequest) -> HttpResponse:
    """The list; POST dismisses one, and returns to where that was asked."""
    if request.method == "POST":
        return _dismiss(request)
    rows = SuggestedAction.objects.visible_to(request.user, on=timezone.localdate()).waiting()
    rows = rows.select_related("item__meeting__committee", "paragraph", "resolution")
    rows = rows.order_by("-item__meeting__held_on", "-item__meeting__pk", "item__order", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "meetings/suggestions.html", {"page": page, "rows": _with_margins(request, page)})


def _with_margins(request: HttpRequest, page: Page[SuggestedAction]) -> list[dict[str, Any]]:
    """Each suggestion with its passage and where it may be tracked: one look at the margins for the whole page."""
    passages = {suggestion.pk: passage for suggestion in page if (passage := _passage(suggestion))}
    beside = margins(list(passages.values()), request.user, on=timezone.localdate())
    waiting = counted(SuggestedAction.objects.beside(page))
    places = {asked.suggestion.pk: asked for each in waiting.values() for asked in each}
    rows = []
    for suggestion in page:
        passage, asked = passages.get(suggestion.pk), places.get(suggestion.pk)
        margin = beside[type(passage), passage.pk] if passage else None
        url = asked.track_url(margin) if asked else ""
        rows.append({"suggestion": suggestion, "passage": passage, "track_url": url})
    return rows


def _passage(suggestion: SuggestedAction) -> Passage | None:
    passage = suggestion.resolution or suggestion.paragraph
    if passage is not None:
        passage.item = suggestion.item  # no query for what is here
    return passage


def _dismiss(request: HttpRequest) -> HttpResponse:
    chosen = request.POST.get("suggestion", "")
    rows = SuggestedAction.objects.visible_to(request.user, on=timezone.localdate())
    rows = rows.select_related("item__meeting__committee")
    suggestion = get_object_or_404(rows, pk=int(chosen) if chosen.isdecimal() and len(chosen) < 19 else 0)
    try:
        dismiss_suggestion(suggestion, by=actor(request), at=timezone.now())
    except SuggestionSettled as settled:
        messages.error(request, str(settled))
    else:
        messages.success(request, "The suggestion is dismissed.")
    back = request.POST.get("back", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if own else "meetings:suggestions")
