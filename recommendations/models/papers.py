"""The texts of a committee paper's cover part, as the clerk edits them."""

from django.db import models
from django.urls import reverse

from recommendations.querysets.papers import PaperCoverQuerySet


class PaperCover(models.Model):
    """The words of one paper: a progress report of a review, as at a date, to a meeting of a committee.

    Each text holds one paragraph a blank line; empty texts are filled by the assembling with what the rows say.
    `implications` maps a heading to its text; a heading that says nothing is printed as “None”. `published_at` empty
    means a draft, which only clerks see; a published cover is not changed.
    """

    review = models.ForeignKey("recommendations.Review", models.PROTECT, related_name="papers")
    as_at = models.DateField("position as at")
    meeting_on = models.DateField("date of the meeting")
    title = models.CharField(max_length=200)
    report_of = models.CharField("report of", max_length=200, blank=True)
    purpose = models.TextField("purpose of the report", blank=True)
    background = models.TextField(blank=True)
    recommendations = models.TextField("recommendations to the committee", blank=True)
    background_papers = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    implications = models.JSONField(default=dict)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = PaperCoverQuerySet.as_manager()

    class Meta:
        ordering = ("-as_at", "-pk")
        constraints = (models.UniqueConstraint(fields=("review", "as_at"), name="one_paper_a_review_and_date"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("recommendations:paper", args=[self.review.slug, self.as_at.isoformat()])

    @property
    def is_published(self) -> bool:
        return self.published_at is not None
