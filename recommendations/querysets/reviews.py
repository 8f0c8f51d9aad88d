"""Reviews, and how many of their recommendations stand where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, When

from recommendations.choices import ReviewStage

if TYPE_CHECKING:
    from recommendations.models import Review


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews are public from scoping on; their recommendations have a doorway of their own."""

    def in_progress(self) -> Self:
        return self.exclude(stage=ReviewStage.CONCLUDED)

    def under_way_first(self) -> Self:
        """Those not concluded before those that are, by title."""
        concluded = Case(When(stage=ReviewStage.CONCLUDED, then=1), default=0)
        return self.order_by(concluded, "title", "pk")

    def with_committee(self) -> Self:
        return self.select_related("committee")
