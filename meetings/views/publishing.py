"""A clerk publishes draft minutes, and says when they were approved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST

from meetings.actions.publishing import approve_minutes, publish_minutes
from meetings.actions.refusals import Refused
from meetings.choices import MinutesStage
from meetings.forms.publishing import ApproveForm
from meetings.views.access import actor, for_clerks
from meetings.views.minutes import find_meeting


@for_clerks
@require_POST
def publish(request: HttpRequest, committee: str, meeting: str) -> HttpResponse:
    row = find_meeting(committee, meeting)
    try:
        publish_minutes(row, by=actor(request), at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The draft minutes are public.")
    return redirect(row)


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, committee: str, meeting: str) -> HttpResponse:
    row = find_meeting(committee, meeting)
    form = ApproveForm(request.POST or None, meeting=row, on=timezone.localdate())
    if row.minutes_stage != MinutesStage.DRAFT:
        messages.error(request, "Only published draft minutes can be approved.")
        return redirect(row)
    if form.is_valid():
        approved_on = form.cleaned_data["approved_on"]
        try:
            approve_minutes(row, approved_on=approved_on, by=actor(request), at=timezone.now())
        except Refused as refused:
            form.add_error("approved_on", str(refused))
        else:
            messages.success(request, f"The minutes are marked as approved on {date_format(approved_on)}.")
            return redirect(row)
    return render(request, "meetings/approve.html", {"form": form, "meeting": row})
