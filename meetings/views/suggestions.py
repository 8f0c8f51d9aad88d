"""What the reader thinks was asked for waits here for a clerk: to be accepted, changed or dismissed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from meetings.accepting import accepting
from meetings.actions.refusals import Refused
from meetings.actions.suggestions import change_suggestion, dismiss_suggestion, take_back_suggestion
from meetings.choices import SuggestionState
from meetings.forms.suggestions import ChangeForm, SuggestionsForm
from meetings.margin import Passage, margins
from meetings.models import Meeting, SuggestedAction
from meetings.querysets import SuggestedActionQuerySet
from meetings.views.access import actor, for_clerks
from meetings.views.asked import counted

PAGE = 25
_LONGEST_KEY = 18


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def suggestions(request: HttpRequest) -> HttpResponse:
    """The list; POST changes one, or dismisses or takes back some, and returns to where that was asked."""
    if request.method != "POST":
        return _page(request)
    if "change" in request.POST:
        return _change(request)
    if "take_back" in request.POST or request.POST.get("do") == "take_back":
        return _settle(request, take_back_suggestion, "taken back: it waits again", "taken back: they wait again")
    return _settle(request, dismiss_suggestion, "dismissed", "dismissed")


def _page(request: HttpRequest, changed: ChangeForm | None = None) -> HttpResponse:
    form = SuggestionsForm(request.GET, meetings=Meeting.objects.with_suggestions())
    is_dismissed = form.state_chosen == SuggestionState.DISMISSED
    rows = _visible(request).in_state(form.state_chosen).from_minutes_of(*form.place_chosen)
    rows = rows.select_related("paragraph", "resolution", "settled_by")
    rows = rows.order_by("-item__meeting__held_on", "-item__meeting__pk", "item__order", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    offer = accepting({row.owner for row in page if row.owner}, request.user)
    context = {
        "form": form,
        "page": page,
        "rows": _with_margins(request, page, changed, is_dismissed=is_dismissed, answerers=offer.answerers),
        "accept_url": offer.url,
        "is_dismissed": is_dismissed,
        "back": request.get_full_path(),
        "changed": changed,
    }
    return render(request, "meetings/suggestions.html", context)


def _visible(request: HttpRequest) -> SuggestedActionQuerySet:
    rows = SuggestedAction.objects.visible_to(request.user, on=timezone.localdate())
    return rows.select_related("item__meeting__committee")


def _with_margins(
    request: HttpRequest,
    page: Page[SuggestedAction],
    changed: ChangeForm | None,
    *,
    is_dismissed: bool,
    answerers: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Each suggestion with its passage and where it may be tracked: one look at the margins for the whole page."""
    passages = {suggestion.pk: passage for suggestion in page if (passage := _passage(suggestion))}
    beside = margins(list(passages.values()), request.user, on=timezone.localdate())
    waiting = counted(SuggestedAction.objects.beside(page))
    places = {asked.suggestion.pk: asked for each in waiting.values() for asked in each}
    rows = []
    here = request.get_full_path()
    for suggestion, other in zip(page, _beside(page), strict=True):
        passage, asked = passages.get(suggestion.pk), places.get(suggestion.pk)
        margin = beside[type(passage), passage.pk] if passage else None
        row: dict[str, Any] = {
            "suggestion": suggestion,
            "passage": passage,
            "track_url": asked.track_url(margin) if asked else "",
            "answerer": answerers.get(suggestion.owner, ""),
            "back": f"{here}#suggestion-{other.pk}" if other else here,
            "stay": f"{here}#suggestion-{suggestion.pk}",
        }
        if not is_dismissed:
            is_this = changed is not None and changed.instance.pk == suggestion.pk
            row["form"] = changed if is_this else _change_form(suggestion)
        rows.append(row)
    return rows


def _beside(page: Page[SuggestedAction]) -> Sequence[SuggestedAction | None]:
    """By each suggestion the one to go on with once it is settled: the next, behind the last the one before."""
    found: list[SuggestedAction | None] = list(page)
    return [*found[1:], found[-2] if len(found) > 1 else None] if found else []


def _passage(suggestion: SuggestedAction) -> Passage | None:
    passage = suggestion.resolution or suggestion.paragraph
    if passage is not None:
        passage.item = suggestion.item  # no query for what is here
    return passage


def _change_form(suggestion: SuggestedAction, posted: Any = None) -> ChangeForm:
    return ChangeForm(posted, instance=suggestion, prefix=f"change-{suggestion.pk}")


# -- what is done with them --------------------------------------------------------------------------------------------


def chosen(request: HttpRequest, name: str = "suggestion") -> Sequence[SuggestedAction]:
    """The suggestions that were sent, as far as this visitor may see them. Raises Http404 where one is not there."""
    sent = request.POST.getlist(name)
    keys = {int(key) for key in sent if key.isdecimal() and len(key) <= _LONGEST_KEY}
    found = list(_visible(request).select_related("paragraph", "resolution").filter(pk__in=keys))
    if len(found) != len(set(sent)):
        raise Http404
    return found


def way_back(request: HttpRequest) -> str:
    """Where the button was pressed, if that is on this site; else the list."""
    back = request.POST.get("back", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if own else "meetings:suggestions"


def none_ticked(request: HttpRequest) -> HttpResponse:
    messages.error(request, "Tick the suggestions first.")
    return redirect(way_back(request))


def _change(request: HttpRequest) -> HttpResponse:
    suggestion = chosen(request, "change")[0]
    form = _change_form(suggestion, request.POST)
    if not form.is_valid():
        return _page(request, form)
    given = form.cleaned_data
    try:
        change_suggestion(suggestion, owner=given["owner"], text=given["text"], by=actor(request), at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The suggestion is changed.")
    return redirect(way_back(request))


def _settle(request: HttpRequest, act: Callable[..., None], told: str, told_of_many: str) -> HttpResponse:
    """Each by itself: one that somebody else settled meanwhile does not hold up the others."""
    name = "take_back" if "take_back" in request.POST else "suggestion"
    if not request.POST.getlist(name):
        return none_ticked(request)
    done = 0
    for suggestion in chosen(request, name):
        try:
            act(suggestion, by=actor(request), at=timezone.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            done += 1
    if done:
        words = f"The suggestion is {told}." if done == 1 else f"{done} suggestions are {told_of_many}."
        messages.success(request, _with_way(words) if act is dismiss_suggestion else words)
    return redirect(way_back(request))


def _with_way(words: str) -> SafeString:
    address = f"{reverse('meetings:suggestions')}?state={SuggestionState.DISMISSED}"
    return format_html('{} <a href="{}">See what was dismissed</a>.', words, address)
