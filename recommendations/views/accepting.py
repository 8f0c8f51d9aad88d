"""Suggested actions are accepted: one press where everything needed is known, else the form with what is."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from meetings.actions.refusals import Refused
from meetings.models import SuggestedAction
from meetings.views.suggestions import chosen, none_ticked, way_back
from recommendations.actions.errors import CannotBeDone
from recommendations.actions.recommendations import raise_recommendation
from recommendations.forms.answerer import known_answerers
from recommendations.margin import track_url
from recommendations.models import Body, Post, Recommendation
from recommendations.permissions import TRACK
from recommendations.views.access import actor_of, needs
from recommendations.views.raising import Passage, proposed


@require_POST
@needs(TRACK)
def accept(request: HttpRequest) -> HttpResponse:
    """Tracks each of which it is known who answers, each by itself. The only one of which it is not leads to its form;
    among several these wait on."""
    suggestions = chosen(request)
    if not suggestions:
        return none_ticked(request)
    known = known_answerers([suggestion.owner for suggestion in suggestions])
    if len(suggestions) == 1 and suggestions[0].owner not in known:
        return _to_its_form(suggestions[0], way_back(request))
    raised: list[Recommendation] = []
    left = 0
    for suggestion in suggestions:
        passage = _passage(suggestion)
        if passage is None or suggestion.owner not in known:
            left += 1
            continue
        try:
            raised.append(_raise(request, suggestion, passage, *known[suggestion.owner]))
        except (Refused, CannotBeDone) as refusal:
            messages.error(request, str(refusal))
    _tell(request, raised, left)
    return redirect(way_back(request))


def _passage(suggestion: SuggestedAction) -> Passage | None:
    passage = suggestion.resolution or suggestion.paragraph
    if passage is not None:
        passage.item = suggestion.item  # no query for what is here
    return passage


def _to_its_form(suggestion: SuggestedAction, back: str) -> HttpResponse:
    """With its words filled in; back where it hangs on no passage that could be cited."""
    passage = _passage(suggestion)
    if passage is None:
        return redirect(back)
    like = list(passage.suggestions.order_by("pk").values_list("pk", flat=True))
    return redirect(f"{track_url(passage)}?suggestion={like.index(suggestion.pk) + 1}")


def _raise(
    request: HttpRequest, suggestion: SuggestedAction, passage: Passage, body: Body, post: Post | None
) -> Recommendation:
    given = proposed(passage, suggestion)
    sitting = passage.item.meeting
    return raise_recommendation(
        committee=sitting.committee,
        kind=given["kind"],
        title=given["title"],
        wording=given["wording"],
        made_on=sitting.held_on,
        addressee=body,
        lead_post=post,
        paragraph=suggestion.paragraph,
        resolution=suggestion.resolution,
        suggestion=suggestion,
        publish=sitting.is_published,
        by=actor_of(request),
        at=timezone.now(),
    )


def _tell(request: HttpRequest, raised: Sequence[Recommendation], left: int) -> None:
    if raised:
        links = format_html_join(
            ", ", '<a href="{}">{}</a>', ((one.get_absolute_url(), one.reference) for one in raised)
        )
        messages.success(request, format_html("Tracked as {}.", links))
    if left:
        words = "One of them waits" if left == 1 else f"{left} of them wait"
        messages.warning(request, f"{words} on: it is not known who answers. Use “Track this” beside it.")
