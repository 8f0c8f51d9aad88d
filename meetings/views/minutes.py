"""What everybody reads: the list of meetings, a meeting with its minutes, one item of it."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.choices import MinutesStage
from meetings.forms.finding import MeetingsForm
from meetings.models import AgendaItem, Meeting, SourceDocument
from meetings.municipal_years import municipal_year, municipal_year_name
from meetings.permissions import BRING_IN_MINUTES, SEE_EXEMPT, SEE_UNPUBLISHED, may
from meetings.querysets import STILL_SAID, MeetingQuerySet
from meetings.views.passages import minutes_of

PAGE = 25


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """By municipal year, the latest first; the address keeps what was chosen."""
    on = timezone.localdate()
    form = MeetingsForm(request.GET, years=_years())
    form.is_valid()
    rows = _chosen(form.cleaned_data).with_counts(request.user, on=on).select_related("committee")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    for meeting in page:
        meeting.year_name = municipal_year_name(municipal_year(meeting.held_on))  # type: ignore[attr-defined]
    is_filtered = any(form.cleaned_data.values())
    return render(request, "meetings/meetings.html", {"form": form, "page": page, "on": on, "is_filtered": is_filtered})


def _years() -> list[int]:
    """The municipal years in which there are meetings, the latest first."""
    months = Meeting.objects.dates("held_on", "month")
    return sorted({municipal_year(month) for month in months}, reverse=True)


def _chosen(choice: dict[str, Any]) -> MeetingQuerySet:
    rows = Meeting.objects.all()
    if choice.get("committee"):
        rows = rows.filter(committee=choice["committee"])
    if choice.get("year"):
        rows = rows.in_municipal_year(choice["year"])
    return rows


@require_safe
def meeting(request: HttpRequest, committee: str, meeting: str) -> HttpResponse:
    """The agenda as a list of contents, then every item with its minutes."""
    on = timezone.localdate()
    row = find_meeting(committee, meeting)
    items = list(_visible(request, row, on=on).with_places(request.user, on=on))
    for item in items:
        item.meeting = row
    context = {
        "meeting": row,
        "items": minutes_of(items, request.user, on=on),
        "private": _in_private(row, seen=len(items)),
        "on": on,
        "tells_attendance": bool(items) and (row.is_published or may(request.user, SEE_UNPUBLISHED)),
        "corrections": SourceDocument.objects.corrections_since_published(row).without_content(),
        **_clerks_part(request, row),
    }
    return render(request, "meetings/meeting.html", context)


@require_safe
def item(request: HttpRequest, committee: str, meeting: str, item: str) -> HttpResponse:
    """One item of the agenda with its minutes, and the way to the items before and behind it."""
    on = timezone.localdate()
    row = find_meeting(committee, meeting)
    visible = _visible(request, row, on=on)
    found = visible.with_places(request.user, on=on).filter(slug=item).first()
    if found is None:
        return _taken_out(request, row, item, on=on)
    found.meeting = row
    context = {
        "meeting": row,
        "minutes": minutes_of([found], request.user, on=on)[0],
        "before": visible.filter(order__lt=found.order).select_related("meeting__committee").last(),
        "behind": visible.filter(order__gt=found.order).select_related("meeting__committee").first(),
        "exempt_now": found.is_exempt_on(on),
        **_clerks_part(request, row),
    }
    return render(request, "meetings/item.html", context)


def _taken_out(request: HttpRequest, row: Meeting, item: str, *, on: datetime.date) -> HttpResponse:
    """What others linked to, and the minutes do not tell of any more: its address answers, without its words."""
    reachable = AgendaItem.objects.reachable_by(request.user, on=on).filter(meeting=row)
    found = get_object_or_404(reachable.with_places(request.user, on=on), slug=item)
    found.meeting = row
    name = found.label if found.number else "This item"
    context = {"meeting": row, "minutes": minutes_of([found], request.user, on=on)[0], "name": name}
    return render(request, "meetings/taken_out.html", context)


def find_meeting(committee: str, meeting: str) -> Meeting:
    """The meeting of that address. Meetings themselves are public: what was said at them is asked for item by item."""
    rows = Meeting.objects.select_related("committee")
    return get_object_or_404(rows, committee__slug=committee, slug=meeting)


def _visible(request: HttpRequest, row: Meeting, *, on: datetime.date) -> Any:
    return AgendaItem.objects.visible_to(request.user, on=on).filter(meeting=row)


def _in_private(row: Meeting, *, seen: int) -> int:
    """How many items of published minutes this visitor does not see: their number is public, their titles are not."""
    return row.items.filter(STILL_SAID).count() - seen if row.is_published else 0


def _clerks_part(request: HttpRequest, row: Meeting) -> dict[str, Any]:
    """What only a clerk finds on the page: what he may do, where the minutes came from, what happened to them."""
    stage = row.minutes_stage
    if not may(request.user, BRING_IN_MINUTES):
        return {"is_clerk": False}
    sources = list(row.sources.without_content())
    corrected = {source.corrects_id for source in sources}
    return {
        "is_clerk": True,
        "current": [source for source in sources if source.pk not in corrected],
        "can_publish": stage == MinutesStage.IN_PREPARATION,
        "can_approve": stage == MinutesStage.DRAFT,
        "can_exempt": stage != MinutesStage.NONE and may(request.user, SEE_EXEMPT),
        "sources": sources,
        "history": row.events.all(),
    }
