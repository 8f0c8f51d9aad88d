"""Suggested actions are accepted here: at once where everything needed is known."""

from collections.abc import Collection

from django.urls import reverse

from meetings.accepting import Accepting
from meetings.permissions import Visitor, may
from recommendations.forms.answerer import known_answerers
from recommendations.permissions import TRACK


def accepts(owners: Collection[str], visitor: Visitor) -> Accepting:
    """Two queries, however many the owners."""
    if not may(visitor, TRACK):
        return Accepting()
    known = known_answerers(owners)
    return Accepting(
        url=reverse("recommendations:accept"),
        answerers={owner: f"{post}, {body}" if post else str(body) for owner, (body, post) in known.items()},
    )
