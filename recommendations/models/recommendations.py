"""Anything asked of somebody, and followed until the committee is content."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from meetings.models import Paragraph, Resolution
from meetings.models.exemption import Exemptible
from recommendations.choices import RecommendationKind
from recommendations.querysets.recommendations import RecommendationQuerySet


class Recommendation(Exemptible):
    """One recommendation, action or request for information.

    `wording` is as resolved: only `correct_wording` changes it, with a reason. `reference` is fixed when it is
    raised; the municipal year in it is that of `made_on`. `target_on` is the first target: extensions stand beside
    it. It cites the resolution or the paragraph from which it comes. `published_at` empty means a draft, which only
    clerks see.
    """

    reference = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    committee = models.ForeignKey("meetings.Committee", models.PROTECT, related_name="recommendations")
    municipal_year = models.PositiveSmallIntegerField()
    sequence = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=RecommendationKind)
    title = models.CharField(max_length=200)
    wording = models.TextField()
    made_on = models.DateField()
    review = models.ForeignKey(
        "recommendations.Review", models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    number = models.PositiveSmallIntegerField("number in the review", null=True, blank=True)
    paragraph = models.ForeignKey(
        "meetings.Paragraph", models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    resolution = models.ForeignKey(
        "meetings.Resolution", models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    addressee = models.ForeignKey("recommendations.Body", models.PROTECT, related_name="recommendations")
    lead_post = models.ForeignKey(
        "recommendations.Post", models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    target_on = models.DateField("target date", null=True, blank=True)
    response_due_on = models.DateField("response due", null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ("-made_on", "-sequence", "-pk")
        indexes = (models.Index(fields=("-made_on", "-sequence", "-id"), name="recommendation_latest_first"),)
        constraints = (
            models.UniqueConstraint(
                fields=("committee", "municipal_year", "sequence"), name="recommendation_sequence_is_unique"
            ),
            models.UniqueConstraint(fields=("review", "number"), name="recommendation_number_is_unique_in_its_review"),
            models.CheckConstraint(
                condition=Q(paragraph__isnull=True) | Q(resolution__isnull=True), name="recommendation_cites_one_source"
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="recommendation_has_wording"),
        )
        permissions = (
            ("track", "Can raise, respond to, close and report on recommendations"),
            ("log_progress", "Can log progress on what own posts hold"),
        )

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("recommendations:recommendation", args=[self.slug])

    @property
    def source(self) -> Paragraph | Resolution | None:
        """The passage of the minutes it comes from."""
        return self.resolution or self.paragraph
