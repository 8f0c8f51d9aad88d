"""Later target dates, granted by the committee."""

from django.db import models


class Extension(models.Model):
    """A later target, granted by a resolution. The first target and every slip stay visible."""

    recommendation = models.ForeignKey("recommendations.Recommendation", models.PROTECT, related_name="extensions")
    target_on = models.DateField("new target date")
    granted_on = models.DateField()
    reason = models.TextField()
    resolution = models.ForeignKey("meetings.Resolution", models.PROTECT, related_name="extensions_granted")

    class Meta:
        ordering = ("granted_on", "pk")

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.target_on:%-d %B %Y}"
