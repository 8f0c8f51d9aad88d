"""What `with_position` adds to a row, told to the type checker."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict, cast

from recommendations.models import Recommendation

if TYPE_CHECKING:
    import datetime

    from django_stubs_ext import WithAnnotations

    class Position(TypedDict):
        standing: str
        outcome: str
        due_on: datetime.date | None
        reported_on: datetime.date | None
        responded_on: datetime.date | None
        is_overdue: bool
        is_response_overdue: bool

    PlacedRecommendation = WithAnnotations[Recommendation, Position]
else:
    PlacedRecommendation = Recommendation


def placed(rows: Iterable[Recommendation]) -> list[PlacedRecommendation]:
    """Rows of a queryset that has been through `with_position`."""
    return cast("list[PlacedRecommendation]", list(rows))
