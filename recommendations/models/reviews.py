"""Scrutiny reviews."""

from django.db import models
from django.urls import reverse

from recommendations.choices import ReviewStage
from recommendations.querysets.reviews import ReviewQuerySet


class Review(models.Model):
    """A scrutiny review, from scoping to concluded.

    `received_on` is when the executive or partner received the report, `notice_on` when the committee gave notice in
    writing: the time to respond runs from the later of the two.
    """

    committee = models.ForeignKey("meetings.Committee", models.PROTECT, related_name="reviews")
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    scope = models.TextField(blank=True)
    lead_member = models.CharField(max_length=200, blank=True)
    stage = models.CharField(max_length=20, choices=ReviewStage, default=ReviewStage.SCOPING)
    agreed_by = models.ForeignKey(
        "meetings.Resolution",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews_agreed",
        verbose_name="resolution that agreed the report",
    )
    report_url = models.URLField("address of the report", blank=True)
    received_on = models.DateField("report received on", null=True, blank=True)
    notice_on = models.DateField("notice given on", null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("recommendations:review", args=[self.slug])
