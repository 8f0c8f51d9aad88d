"""Progress updates: which are public, and which one holds on a day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from meetings.permissions import SEE_UNPUBLISHED, Visitor, may
from recommendations.choices import UpdateStage

if TYPE_CHECKING:
    from recommendations.models import ProgressUpdate


class ProgressUpdateQuerySet(models.QuerySet["ProgressUpdate"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Published ones of what is visible; a draft or submitted one also to its author, its post's holders and
        clerks."""
        from recommendations.models import Holding, Recommendation

        seen = self.filter(recommendation__in=Recommendation.objects.visible_to(visitor, on=on))
        if may(visitor, SEE_UNPUBLISHED):
            return seen
        rule = Q(stage=UpdateStage.PUBLISHED)
        if isinstance(visitor, AbstractUser):
            rule |= Q(author_id=visitor.pk) | Q(post__in=Holding.objects.current(on=on).of(visitor).values("post_id"))
        return seen.filter(rule)

    def published(self) -> Self:
        return self.filter(stage=UpdateStage.PUBLISHED)

    def standing_for_something(self) -> Self:
        """Published ones that no later published one corrects: those the position follows from."""
        corrections = self.model.objects.published().filter(corrects=OuterRef("pk"))
        return self.published().filter(~Exists(corrections))

    def as_at_or_before(self, on: datetime.date) -> Self:
        return self.filter(as_at__lte=on)

    def latest_first(self) -> Self:
        return self.order_by("-as_at", "-pk")
