"""Who holds which post, and when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q

from meetings.permissions import Visitor

if TYPE_CHECKING:
    from recommendations.models import Holding


class HoldingQuerySet(models.QuerySet["Holding"]):
    def current(self, *, on: datetime.date) -> Self:
        return self.filter(Q(to_on__isnull=True) | Q(to_on__gte=on), from_on__lte=on)

    def of(self, visitor: Visitor) -> Self:
        """Those of one person; none for somebody who is not signed in."""
        return self.filter(holder_id=visitor.pk) if isinstance(visitor, AbstractUser) else self.none()
