"""Papers: public once published, a clerk's until then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from meetings.permissions import Visitor, may
from recommendations.permissions import TRACK

if TYPE_CHECKING:
    from recommendations.models import PaperCover, Review


class PaperCoverQuerySet(models.QuerySet["PaperCover"]):
    def visible_to(self, visitor: Visitor) -> Self:
        """Published ones; those who write papers also see the drafts."""
        return self.all() if may(visitor, TRACK) else self.filter(published_at__isnull=False)

    def of_review(self, review: Review) -> Self:
        return self.filter(review=review)

    def with_place(self) -> Self:
        """Fetches what an address and a title block need."""
        return self.select_related("review__committee")
