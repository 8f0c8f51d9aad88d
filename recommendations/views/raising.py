"""From a passage of minutes to something tracked: one click, with the wording taken over and the source cited."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from meetings.choices import SuggestionState
from meetings.models import Paragraph, Resolution, SuggestedAction
from recommendations.actions.exemption import exemption_of_source
from recommendations.actions.recommendations import raise_recommendation
from recommendations.choices import RecommendationKind
from recommendations.forms.answerer import proposed_answerer
from recommendations.forms.recommendations import RaiseForm
from recommendations.margin import tracked_from
from recommendations.models import Recommendation
from recommendations.permissions import TRACK
from recommendations.sentences import asks_for_information, proposed_title, resolved_wording
from recommendations.views.access import actor_of, needs
from recommendations.views.doing import done, form_of
from recommendations.views.passages import context_of

Passage = Paragraph | Resolution


@require_http_methods(["GET", "HEAD", "POST"])
@needs(TRACK)
def raise_from(request: HttpRequest, committee: str, meeting: str, item: str, anchor: str) -> HttpResponse:
    on = timezone.localdate()
    passage = _passage(request, on, committee, meeting, item, anchor)
    suggestion = _suggestion(request, passage)
    sitting = passage.item.meeting
    form = form_of(
        request,
        RaiseForm,
        committee=sitting.committee,
        can_publish=sitting.is_published,
        initial=proposed(passage, suggestion),
    )
    raised: list[Recommendation] = []
    if done(form, lambda: raised.append(_raise(request, form, passage, suggestion))):
        messages.success(request, f"Tracked as {raised[0].reference}.")
        return redirect(raised[0])
    return render(
        request,
        "recommendations/raise.html",
        {
            "form": form,
            "passage": passage,
            "item": passage.item,
            "meeting": sitting,
            "source": context_of(passage, request.user, on=on),
            "suggestion": suggestion,
            "tracked": tracked_from([passage], request.user, on)[type(passage), passage.pk].notes,
            "is_exempt": exemption_of_source(passage, on=on).is_exempt,
        },
    )


def _passage(request: HttpRequest, on: datetime.date, committee: str, meeting: str, item: str, anchor: str) -> Passage:
    """An anchor is a paragraph's or a resolution's, never both in one meeting."""
    place = {"item__meeting__committee__slug": committee, "item__meeting__slug": meeting, "item__slug": item}
    for passages in (Resolution.objects, Paragraph.objects):
        found = passages.visible_to(request.user, on=on).with_place().filter(anchor=anchor, **place).first()
        if isinstance(found, Passage):
            return found
    raise Http404


def _suggestion(request: HttpRequest, passage: Passage) -> SuggestedAction | None:
    """The one the address counts among those of the passage, from 1, if it waits; without a count, the first."""
    suggestions = list(passage.suggestions.order_by("pk"))
    wanted = request.GET.get("suggestion")
    if wanted is not None:
        suggestions = [one for place, one in enumerate(suggestions, start=1) if str(place) == wanted]
    return next((one for one in suggestions if one.state == SuggestionState.WAITING), None)


def proposed(passage: Passage, suggestion: SuggestedAction | None) -> dict[str, Any]:
    """What the form begins with. The clerk may change all of it before it is recorded."""
    if suggestion is not None:
        wording = suggestion.text
    else:
        wording = resolved_wording(passage.stem, passage.text) if isinstance(passage, Resolution) else passage.text
    if asks_for_information(wording):
        kind = RecommendationKind.INFORMATION
    elif isinstance(passage, Resolution) and suggestion is None:
        kind = RecommendationKind.COMMITTEE
    else:
        kind = RecommendationKind.ACTION
    answerer = proposed_answerer(suggestion.owner if suggestion else "")
    return {"wording": wording, "title": proposed_title(wording), "kind": kind} | answerer


def _raise(
    request: HttpRequest, form: RaiseForm, passage: Passage, suggestion: SuggestedAction | None
) -> Recommendation:
    given = form.cleaned_data
    sitting = passage.item.meeting
    return raise_recommendation(
        committee=sitting.committee,
        kind=given["kind"],
        title=given["title"],
        wording=given["wording"],
        made_on=sitting.held_on,
        addressee=form.chosen_body(),
        lead_post=form.chosen_post(),
        target_on=given["target_on"],
        review=given["review"],
        notice_on=given["notice_on"],
        paragraph=passage if isinstance(passage, Paragraph) else None,
        resolution=passage if isinstance(passage, Resolution) else None,
        suggestion=suggestion,
        publish=form.is_published_now,
        by=actor_of(request),
        at=timezone.now(),
    )
