"""Who comes in: the sign-in page for strangers, 403 for those whose work it is not, 404 for what they may not see."""

import datetime
from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from meetings.permissions import Actor, may
from recommendations.models import Recommendation
from recommendations.placed import PlacedRecommendation, placed

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def _let_in(view: View[P], permission: str | None) -> View[P]:
    """The view, behind the sign-in page and, where one is named, behind a permission."""

    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if permission is not None and not may(request.user, permission):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return update_wrapper(guarded, view)


def needs(permission: str) -> Callable[[View[P]], View[P]]:
    """Lets in whoever holds the permission."""
    return partial(_let_in, permission=permission)


def signed_in(view: View[P]) -> View[P]:
    """Lets in everybody with an account."""
    return _let_in(view, None)


def actor_of(request: HttpRequest) -> Actor:
    """Whoever signed in; behind `needs`."""
    if not isinstance(request.user, AbstractUser):
        raise PermissionDenied
    return request.user


def recommendation_or_404(request: HttpRequest, slug: str, *, on: datetime.date) -> PlacedRecommendation:
    """The recommendation as it stands on that day, where this visitor may see it."""
    rows = Recommendation.objects.visible_to(request.user, on=on).with_place().with_position(on=on).filter(slug=slug)
    found = placed(rows.select_related("committee__successor", "resolution__item", "paragraph__item"))
    if not found:
        raise Http404
    return found[0]
