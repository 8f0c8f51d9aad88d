"""The history of recommendations and reviews."""

from django.db import models

from meetings.models import AbstractEvent
from recommendations.choices import EventKind, ReviewEventKind


class Event(AbstractEvent):
    """One line of a recommendation's history. `on` is the day it is about; the row it brought stands beside it."""

    recommendation = models.ForeignKey("recommendations.Recommendation", models.PROTECT, related_name="events")
    kind = models.CharField(max_length=30, choices=EventKind)
    on = models.DateField()
    update = models.ForeignKey("recommendations.ProgressUpdate", models.PROTECT, null=True, related_name="events")
    response = models.ForeignKey("recommendations.Response", models.PROTECT, null=True, related_name="events")
    sign_off = models.ForeignKey("recommendations.SignOff", models.PROTECT, null=True, related_name="events")
    extension = models.ForeignKey("recommendations.Extension", models.PROTECT, null=True, related_name="events")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.recommendation}"


class ReviewEvent(AbstractEvent):
    review = models.ForeignKey("recommendations.Review", models.PROTECT, related_name="events")
    kind = models.CharField(max_length=30, choices=ReviewEventKind)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.review}"
