"""What was said and resolved: the paragraphs and resolutions that everything later cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.choices import ParagraphKind, SuggestionState
from meetings.models.correction import Correctable
from meetings.models.exemption import Exemptible
from meetings.querysets import ParagraphQuerySet, ResolutionQuerySet, SuggestedActionQuerySet

if TYPE_CHECKING:
    from meetings.models.meetings import AgendaItem


_FIRST_LETTERS = re.compile(r"^(?:[a-z]{1,2}|[ivxlc]+)(?=\(|$)", re.IGNORECASE)
"""A letter, two, or a roman numeral, alone or before the next in brackets."""


class Passage(Exemptible, Correctable):
    """A numbered piece of the minutes with an address of its own.

    `number` is as printed, without brackets and closing stop; `anchor` is given once, when the minutes are recorded, is
    unique in the meeting and never changes, because others link to it.
    """

    item: models.ForeignKey[AgendaItem]
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=30, blank=True)
    text = models.TextField()
    anchor = models.SlugField(max_length=60)

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        item = self.item
        meeting = item.meeting
        return reverse("meetings:item", args=[meeting.committee.slug, meeting.slug, item.slug]) + f"#{self.anchor}"


class Paragraph(Passage):
    """`level` counts bullets inside bullets, from 0."""

    item = models.ForeignKey("meetings.AgendaItem", models.PROTECT, related_name="paragraphs")
    kind = models.CharField(max_length=20, choices=ParagraphKind, default=ParagraphKind.PARAGRAPH)
    level = models.PositiveSmallIntegerField(default=0)

    objects = ParagraphQuerySet.as_manager()

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("item", "order"), name="paragraph_order_is_unique"),
            models.UniqueConstraint(fields=("item", "anchor"), name="paragraph_address_is_unique"),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """“Minute 33.6”, or where it stands when no number is printed."""
        return f"Minute {self.number}" if self.number else f"Paragraph {self.order} of {self.item.label}"


class Resolution(Passage):
    """One thing decided. `stem` is the words it completes: “Resolved - That the Committee:”.

    `paragraph` is the one that holds the stem, where that bears a number of its own, else the one it followed.
    """

    item = models.ForeignKey("meetings.AgendaItem", models.PROTECT, related_name="resolutions")
    stem = models.TextField(blank=True)
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, blank=True, related_name="resolutions")

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("item", "order"), name="resolution_order_is_unique"),
            models.UniqueConstraint(fields=("item", "anchor"), name="resolution_address_is_unique"),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def printed_number(self) -> str:
        """Letters and roman numerals in brackets, as minutes print them: “ii” gives (ii), “a(i)” (a)(i), “2” 2."""
        return _FIRST_LETTERS.sub(r"(\g<0>)", self.number)

    @property
    def label(self) -> str:
        """“Resolution 2”, “Resolution (ii)”, or “Resolution” where no number is printed."""
        return f"Resolution {self.printed_number}".strip()


class SuggestedAction(models.Model):
    """Words that seem to ask for something. Nothing is tracked until a clerk takes it up.

    `is_marked`: the minutes say so themselves (“[Action: PCP]”); otherwise `phrase` is what made us think so.
    """

    item = models.ForeignKey("meetings.AgendaItem", models.PROTECT, related_name="suggestions")
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, null=True, blank=True, related_name="suggestions")
    resolution = models.ForeignKey(Resolution, models.PROTECT, null=True, blank=True, related_name="suggestions")
    owner = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    is_marked = models.BooleanField()
    phrase = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=SuggestionState, default=SuggestionState.WAITING)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SuggestedActionQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(paragraph__isnull=True) | Q(resolution__isnull=True), name="suggestion_has_one_source"
            ),
        )

    def __str__(self) -> str:
        return self.text
