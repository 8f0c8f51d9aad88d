"""The page of search results."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from scrutiny.search import asking
from scrutiny.search.asking import Found, Kind
from scrutiny.search.words import LONGEST

PAGE = 25


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found for `q`, all or `in` one kind; before anything is asked, how to ask."""
    kind = next((kind for kind in Kind if kind == request.GET.get("in")), None)
    text = request.GET.get("q", "")
    page_number = request.GET.get("page")
    found = asking.search(text, visitor=request.user, on=timezone.localdate(), kind=kind)
    page = Paginator(found.keys, PAGE).get_page(page_number)
    return render(
        request,
        "scrutiny/search.html",
        {
            "found": found,
            "hits": found.hits(list(page.object_list)),
            "page": page,
            "kind": kind,
            "tabs": _tabs(found, kind),
            "longest": LONGEST,
        },
    )


def _tabs(found: Found, kind: Kind | None) -> list[dict[str, object]]:
    """The kinds to choose from, each with how many there are."""
    everything: dict[str, object] = {
        "value": None,
        "label": "Everything",
        "tally": found.total,
        "is_current": kind is None,
    }
    return [
        everything,
        *(
            {"value": each.value, "label": each.label, "tally": found.tallies[each], "is_current": each is kind}
            for each in Kind
        ),
    ]
