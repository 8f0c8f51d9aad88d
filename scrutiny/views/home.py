"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from meetings.models import Committee, Meeting, Resolution
from recommendations.models import Recommendation
from scrutiny.overview import decided_lines, late_lines, position

MOST = 5
"""Lines in each of the lists."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What scrutiny asked for and what came of it, at a glance."""
    on = timezone.localdate()
    recommendations = Recommendation.objects.visible_to(request.user, on=on).with_position(on=on)
    recommendations_url = reverse("recommendations:list")
    upcoming = Meeting.objects.upcoming(on=on).select_related("committee")[:MOST]
    resolutions = Resolution.objects.visible_to(request.user, on=on)
    return render(
        request,
        "scrutiny/home.html",
        {
            "position": position(recommendations),
            "late": late_lines(recommendations, on=on, most=MOST),
            "decided": decided_lines(resolutions, most=MOST),
            "upcoming": upcoming,
            "has_committees": Committee.objects.exists(),
            "recommendations_url": recommendations_url,
            "by_standing_url": f"{recommendations_url}?standing=",
            "late_url": f"{recommendations_url}?overdue=yes",
        },
    )
