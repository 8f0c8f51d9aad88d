"""What happened: updates that are only ever added, with their evidence."""

from pathlib import PurePath

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from recommendations.choices import REPORTED_STANDINGS, Standing, UpdateStage
from recommendations.querysets.progress import ProgressUpdateQuerySet


class ProgressUpdate(models.Model):
    """What happened, as at a date, said by a post. Never changed once submitted: a wrong one is corrected by another.

    `exempt_text` is read only by those who may see exempt text and by the post that wrote it.
    """

    recommendation = models.ForeignKey("recommendations.Recommendation", models.PROTECT, related_name="updates")
    as_at = models.DateField("position as at")
    standing = models.CharField(max_length=20, choices=[(s.value, s.label) for s in REPORTED_STANDINGS])
    text = models.TextField("what happened")
    exempt_text = models.TextField("exempt text", blank=True)
    exempt_paragraphs = models.CharField("exempt under", max_length=120, blank=True)
    expected_on = models.DateField("expected completion", null=True, blank=True)
    stage = models.CharField(max_length=20, choices=UpdateStage, default=UpdateStage.DRAFT)
    post = models.ForeignKey("recommendations.Post", models.PROTECT, null=True, blank=True, related_name="updates")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    written_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    objects = ProgressUpdateQuerySet.as_manager()

    class Meta:
        ordering = ("as_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(stage=UpdateStage.PUBLISHED, published_at__isnull=False)
                | (~Q(stage=UpdateStage.PUBLISHED) & Q(published_at__isnull=True)),
                name="published_update_says_when",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("pk")), name="update_does_not_correct_itself"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=[s.value for s in REPORTED_STANDINGS]), name="update_never_says_closed"
            ),
        )
        indexes = (models.Index(fields=("recommendation", "stage", "as_at"), name="progress_position"),)

    def __str__(self) -> str:
        return f"{self.recommendation}, as at {self.as_at:%-d %B %Y}"

    @property
    def standing_value(self) -> Standing:
        return Standing(self.standing)


def evidence_path(evidence: "Evidence", filename: str) -> str:
    """Where a file is kept: by recommendation, under its own name."""
    name = PurePath(filename.replace("\\", "/")).name
    return f"{evidence.update.recommendation.slug}/{name}"


class Evidence(models.Model):
    """A link or a file that shows it. Files are given out only by a view that asks who may see the update."""

    update = models.ForeignKey(ProgressUpdate, models.PROTECT, related_name="evidence")
    label = models.CharField(max_length=200)
    url = models.URLField("link", blank=True)
    file = models.FileField(upload_to=evidence_path, blank=True)
    is_exempt = models.BooleanField("exempt", default=False)

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=(Q(url="") & ~Q(file="")) | (~Q(url="") & Q(file="")), name="evidence_is_a_link_or_a_file"
            ),
        )

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        if self.url:
            return self.url
        return reverse(
            "recommendations:evidence", args=[self.update.recommendation.slug, PurePath(self.file.name or "").name]
        )
