"""The list of recommendations, and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from recommendations.filters import RecommendationFilter
from recommendations.models import Recommendation
from recommendations.views.access import recommendation_or_404
from recommendations.views.facts import exempt_on, facts_of
from recommendations.views.passages import source_of
from recommendations.views.rows import rows
from recommendations.views.steps import steps_for
from recommendations.views.timeline import events_seen, lines

PAGE = 25


@require_safe
def recommendations(request: HttpRequest) -> HttpResponse:
    kept = _chosen(request.GET)
    if kept.urlencode() != request.GET.urlencode():
        return redirect(f"{request.path}?{kept.urlencode()}" if kept else request.path)
    on = timezone.localdate()
    seen = Recommendation.objects.visible_to(request.user, on=on).with_place().with_position(on=on)
    narrowed = RecommendationFilter(request.GET, seen)
    found = narrowed.qs
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    for name in ("standing", "page"):
        kept.pop(name, None)
    return render(
        request,
        "recommendations/list.html",
        {
            "filter": narrowed,
            "page": page,
            "rows": rows(page.object_list, on=on),
            "counts": found.counted_by_standing(),
            "late": found.overdue().count(),
            "standing_address": f"?{kept.urlencode()}{'&' if kept else ''}standing=",
        },
    )


def _chosen(given: QueryDict) -> QueryDict:
    """Without what the form sends empty for each filter that is not chosen: an address to share has none of it."""
    kept = given.copy()
    for name, values in given.lists():
        chosen = [value for value in values if value]
        if chosen:
            kept.setlist(name, chosen)
        else:
            del kept[name]
    return kept


@require_safe
def recommendation(request: HttpRequest, slug: str) -> HttpResponse:
    on = timezone.localdate()
    row = recommendation_or_404(request, slug, on=on)
    source, steps = source_of(row, request.user, on=on), steps_for(row, request.user, on=on)
    page = Paginator(events_seen(row, request.user, on=on), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "recommendations/recommendation.html",
        {
            "recommendation": row,
            "exempt": exempt_on(row, on=on),
            "facts": facts_of(row, request.user, on=on),
            "source": source,
            "steps": steps,
            "page": page,
            "lines": lines(
                page.object_list,
                row,
                request.user,
                on=on,
                source=source.citation if source else None,
                may_correct=steps.logs,
            ),
        },
    )
