"""What every page knows of the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from meetings.permissions import BRING_IN_MINUTES, may
from recommendations.permissions import LOG_PROGRESS, TRACK


def site(request: HttpRequest) -> dict[str, Any]:
    """The council's name, and which doors of the menu are open to this visitor. No query for somebody not signed in."""
    user = request.user
    return {
        "council_name": settings.COUNCIL_NAME,
        "site_url": settings.SITE_URL,
        "is_demo": settings.DEMO,
        "can_bring_in": may(user, BRING_IN_MINUTES),
        "can_track": may(user, TRACK),
        "can_log_progress": may(user, LOG_PROGRESS),
    }
