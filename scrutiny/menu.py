"""The doors of the menu: which a visitor finds, and through which he came in."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from meetings.permissions import BRING_IN_MINUTES, may
from recommendations.permissions import LOG_PROGRESS, TRACK

PUBLIC = (
    ("committees", "Committees"),
    ("meetings:meetings", "Meetings"),
    ("recommendations:list", "Recommendations"),
    ("recommendations:reviews", "Reviews"),
    ("search", "Search"),
)


@dataclass(frozen=True, slots=True)
class Door:
    """One entry of the menu. `current` is for aria-current: "page", "true" for a page behind this door, or ""."""

    url: str
    label: str
    current: str


def public_doors(request: HttpRequest) -> list[Door]:
    """For everybody; with the way in, for somebody not signed in."""
    doors = [door(request, name, label) for name, label in PUBLIC]
    return doors if request.user.is_authenticated else [*doors, door(request, "sign_in", "Sign in")]


def own_doors(request: HttpRequest) -> list[Door]:
    """What this person works on."""
    user = request.user
    doors = []
    if may(user, LOG_PROGRESS) or may(user, TRACK):
        doors.append(door(request, "recommendations:waiting", "What waits for me"))
    if may(user, BRING_IN_MINUTES):
        doors.append(door(request, "meetings:bring_in", "Bring in minutes"))
        doors.append(door(request, "meetings:suggestions", "Suggested actions"))
    if user.is_staff:
        doors.append(door(request, "admin:index", "Administration"))
    return doors


def door(request: HttpRequest, name: str, label: str) -> Door:
    url, path = reverse(name), request.path
    return Door(url, label, "page" if path == url else "true" if path.startswith(url) else "")
