"""Lines of history: written by actions, never changed, never deleted."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from meetings.choices import MeetingEventKind
from meetings.permissions import Actor, role_of


class HistoryIsFixed(Exception):
    """Somebody tried to change or delete a line of history. A correction is a new event."""


class EventQuerySet(models.QuerySet[Any]):
    def update(self, **_fields: Any) -> NoReturn:
        raise HistoryIsFixed("Events are never changed: write a new one.")

    def delete(self) -> NoReturn:
        raise HistoryIsFixed("Events are never deleted.")


class AbstractEvent(models.Model):
    """Who (name and role as they were then), what, when. `note` is the reason or the former wording, in plain words."""

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    actor_role = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("at", "pk")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise HistoryIsFixed("Events are never changed: write a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise HistoryIsFixed("Events are never deleted.")

    @staticmethod
    def signed(by: Actor) -> dict[str, Any]:
        """The fields that say who did it."""
        return {"actor": by, "actor_name": by.get_full_name() or by.get_username(), "actor_role": role_of(by)}


class MeetingEvent(AbstractEvent):
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="events")
    kind = models.CharField(max_length=30, choices=MeetingEventKind)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.meeting}"
