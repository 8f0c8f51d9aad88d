"""Sittings and their agenda."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.choices import PUBLISHED_STAGES, MinutesStage
from meetings.models.correction import Correctable
from meetings.models.exemption import Exemptible
from meetings.models.external import external_id, is_known_once
from meetings.querysets import AgendaItemQuerySet, MeetingQuerySet


class Meeting(models.Model):
    """One sitting of a committee. Its address is the committee's and the date's, with a number behind it on a day
    with two."""

    committee = models.ForeignKey("meetings.Committee", models.PROTECT, related_name="meetings")
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    slug = models.SlugField(max_length=20)
    minutes_stage = models.CharField(max_length=20, choices=MinutesStage, default=MinutesStage.NONE)
    approved_on = models.DateField(
        "approved on", null=True, blank=True, help_text="The day of the meeting that approved these minutes."
    )
    present = models.TextField(blank=True)
    apologies = models.TextField(blank=True)
    is_cancelled = models.BooleanField("cancelled", default=False, help_text="It was called and will not be held.")
    external_id = external_id("meeting")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("-held_on", "-starts_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("committee", "slug"), name="meeting_address_is_unique"),
            is_known_once("meeting"),
            models.CheckConstraint(
                condition=Q(minutes_stage=MinutesStage.APPROVED, approved_on__isnull=False)
                | (~Q(minutes_stage=MinutesStage.APPROVED) & Q(approved_on__isnull=True)),
                name="approved_minutes_say_when",
            ),
        )
        permissions = (
            ("bring_in_minutes", "Can bring in, publish and approve minutes"),
            ("see_unpublished", "Can see minutes and recommendations that are not published"),
            ("see_exempt", "Can see exempt text"),
        )

    def __str__(self) -> str:
        return f"{self.committee}, {self.held_on:%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.committee.slug, self.slug])

    @property
    def is_published(self) -> bool:
        """Whether the public may read its minutes."""
        return self.minutes_stage in PUBLISHED_STAGES


class AgendaItem(Exemptible, Correctable):
    """One matter on the agenda, with what was said and resolved on it. `number` is as printed; `order` counts from
    1."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=30, blank=True)
    title = models.CharField(max_length=500)
    agenda_text = models.TextField(blank=True)
    slug = models.SlugField(max_length=80)
    external_id = external_id("agenda item")

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "slug"), name="item_address_is_unique"),
            is_known_once("item", "meeting"),
            models.UniqueConstraint(fields=("meeting", "order"), name="item_order_is_unique"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def get_absolute_url(self) -> str:
        meeting = self.meeting
        return reverse("meetings:item", args=[meeting.committee.slug, meeting.slug, self.slug])

    @property
    def label(self) -> str:
        """“Item 33”, or the title where no number is printed."""
        return f"Item {self.number}" if self.number else self.title
