"""What the executive or a partner said to a recommendation."""

from django.db import models

from recommendations.choices import ResponseKind


class Response(models.Model):
    """The explanation and the action promised are kept apart: “in principle” often promises nothing."""

    recommendation = models.ForeignKey("recommendations.Recommendation", models.PROTECT, related_name="responses")
    kind = models.CharField("response", max_length=20, choices=ResponseKind)
    responded_on = models.DateField()
    explanation = models.TextField(blank=True)
    promised_action = models.TextField("action promised", blank=True)
    expected_outcome = models.TextField(blank=True)

    class Meta:
        ordering = ("responded_on", "pk")
        constraints = (models.UniqueConstraint(fields=("recommendation", "responded_on"), name="one_response_a_day"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.recommendation}"
