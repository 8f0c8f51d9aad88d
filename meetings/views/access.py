"""Who is let in. Somebody not signed in goes to sign in first; somebody signed in who may not is told so (403)."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse

from meetings.permissions import BRING_IN_MINUTES, Actor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def for_clerks(view: View[P]) -> View[P]:
    """Only for those who may bring in minutes."""
    guarded: Any = login_required(permission_required(BRING_IN_MINUTES, raise_exception=True)(view))
    found: View[P] = guarded
    return found


def actor(request: HttpRequest) -> Actor:
    """Whoever does it; behind `for_clerks`, where somebody is signed in."""
    user = request.user
    if not isinstance(user, AbstractUser):
        raise TypeError("Nobody is signed in: the view must be behind for_clerks.")
    return user
