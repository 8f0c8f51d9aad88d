"""Recorded minutes come in again after correction: brought in, compared with what is recorded, put in its place."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.http import require_http_methods

from meetings.actions.bringing_in import AlreadyBroughtIn
from meetings.actions.correcting import (
    ComparedMeanwhile,
    Correction,
    correct_minutes,
    correction_of,
    latest_of,
)
from meetings.actions.correcting import bring_in_corrected as keep
from meetings.actions.refusals import Refused
from meetings.choices import MinutesStage
from meetings.forms.correcting import PAIR, Choices, CorrectedForm, CorrectForm
from meetings.margin import Note, margins
from meetings.minutes import UnreadableMinutes
from meetings.minutes.comparing import CannotPair
from meetings.minutes.comparing.differences import Change, Comparison
from meetings.models import SourceDocument
from meetings.views.access import actor, for_clerks
from meetings.views.bringing_in import find_source, where_it_is
from meetings.views.compared import Beside, called, parts_of


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in_corrected(request: HttpRequest, key: str) -> HttpResponse:
    """The corrected form of a recorded document: pasted, or a file. Then its preview, as of any other."""
    recorded = find_source(key)
    if recorded.meeting is None:
        return redirect(recorded)
    form = CorrectedForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        name, content = form.document()
        try:
            source = keep(
                latest_of(recorded), name=name, content=content, format=None, by=actor(request), at=timezone.now()
            )
        except AlreadyBroughtIn as twice:
            form.add_error(form.given_in, where_it_is(twice.parts))
        except (Refused, UnreadableMinutes) as refused:
            form.add_error(form.given_in, str(refused))
        else:
            return redirect(source)
    return render(request, "meetings/bring_in_corrected.html", {"form": form, "recorded": recorded})


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, key: str) -> HttpResponse:
    """What the document changes in the recorded minutes; once it has corrected them, what it changed."""
    source = find_source(key)
    if source.meeting is not None:
        return _changed(request, source)
    if source.corrects is None:
        messages.error(request, f"“{source.name}” corrects no recorded minutes.")
        return redirect(source)
    correction = correction_of(source)
    notes = _notes(request, correction)
    form = _form(request, correction, notes)
    if request.method == "POST" and form.is_valid():
        try:
            return _correct(request, source, correction, form)
        except ComparedMeanwhile as meanwhile:
            correction = correction_of(find_source(key))
            notes = _notes(request, correction)
            form = _form(request, correction, notes)
            form.add_error(None, str(meanwhile))
        except (Refused, CannotPair) as refused:
            form.add_error(None, str(refused))
    return _page(request, source, correction, form, notes)


def _correct(request: HttpRequest, source: SourceDocument, correction: Correction, form: CorrectForm) -> HttpResponse:
    meeting = correct_minutes(
        source,
        by=actor(request),
        at=timezone.now(),
        reason=form.cleaned_data["reason"],
        pairs=form.pairs(),
        exempt=form.cleaned_data.get("exempt"),
        seen=request.POST.get("version", "none"),
    )
    messages.success(request, f"The minutes are corrected: {correction.comparison}.")
    return redirect(meeting)


Notes = Mapping[str, Sequence[Note]]
"""What was made of a recorded passage, by its anchor."""


def _notes(request: HttpRequest, correction: Correction) -> Notes:
    """Of all that would not stay as it is."""
    changed = {each.now.key for each in correction.comparison.differences if each.now and each.change != Change.SAME}
    rows = [row for anchor, row in correction.recorded.rows.items() if anchor in changed]
    for row in rows:
        row.item.meeting = correction.meeting  # no query for what is here
    beside = margins(rows, request.user, on=timezone.localdate())
    return {row.anchor: beside[type(row), row.pk].notes for row in rows}


def _form(request: HttpRequest, correction: Correction, notes: Notes) -> CorrectForm:
    return CorrectForm(
        request.POST or None,
        needs_reason=correction.meeting.minutes_stage == MinutesStage.APPROVED,
        private=correction.private,
        choices=_choices(correction.comparison, notes),
    )


def _choices(comparison: Comparison, notes: Notes) -> dict[str, Choices]:
    """What each passage that is cited and would be gone may be now: any new one of its sort."""
    new = [each.passage for each in comparison.of(Change.NEW)]
    offered = {
        is_resolution: [
            (passage.key, f"{called(passage)}: {Truncator(passage.text).chars(90)}")
            for passage in new
            if passage.is_resolution == is_resolution
        ]
        for is_resolution in (False, True)
    }
    return {
        each.passage.key: offered[each.passage.is_resolution]
        for each in comparison.of(Change.GONE)
        if notes.get(each.passage.key) and offered[each.passage.is_resolution]
    }


def _page(
    request: HttpRequest, source: SourceDocument, correction: Correction, form: CorrectForm, notes: Notes
) -> HttpResponse:
    choices: dict[str, BoundField] = {
        name.removeprefix(PAIR): form[name] for name in form.fields if name.startswith(PAIR)
    }
    beside = Beside(notes, choices, frozenset(correction.exempt))
    present, apologies = correction.attendance
    context = {
        "source": source,
        "recorded": source.corrects,
        "meeting": correction.meeting,
        "comparison": correction.comparison,
        "is_empty": correction.is_empty,
        "other_day": correction.other_day,
        "parts": parts_of(correction.comparison, beside),
        "present": present,
        "apologies": apologies,
        "version": correction.version,
        "form": form,
    }
    return render(request, "meetings/compare.html", context)


def _changed(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """A correction that was made: what it changed, as it was then."""
    if source.corrects is None:
        return redirect("meetings:source", key=source.key)
    comparison = Comparison.from_json(source.changes)
    context = {
        "source": source,
        "recorded": source.corrects,
        "meeting": source.meeting,
        "comparison": comparison,
        "parts": parts_of(comparison),
    }
    return render(request, "meetings/changed.html", context)
