"""What every page knows of the site."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from meetings.permissions import BRING_IN_MINUTES, may
from recommendations.permissions import LOG_PROGRESS, TRACK

STRANGER = AnonymousUser()


def site(request: HttpRequest) -> dict[str, Any]:
    """The council's name, and which doors of the menu are open to this visitor. No query for somebody not signed in.

    What is refused before it is known who asks, such as another host's name, has no user yet.
    """
    user = getattr(request, "user", STRANGER)
    return {
        "council_name": settings.COUNCIL_NAME,
        "site_url": settings.SITE_URL,
        "is_demo": settings.DEMO,
        "can_bring_in": may(user, BRING_IN_MINUTES),
        "can_track": may(user, TRACK),
        "can_log_progress": may(user, LOG_PROGRESS),
    }
