"""The committee's word: closed, kept open, opened again."""

from django.db import models
from django.db.models import Q

from recommendations.choices import Outcome, SignOffDecision, Standing


class SignOff(models.Model):
    """One decision of the committee on whether it is content; the last one on or before a day holds on that day.

    Closing cites the resolution that did it. Keeping open or reopening says where it then stands.
    """

    recommendation = models.ForeignKey("recommendations.Recommendation", models.PROTECT, related_name="sign_offs")
    decision = models.CharField(max_length=20, choices=SignOffDecision)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    standing = models.CharField(max_length=20, choices=Standing, blank=True)
    decided_on = models.DateField()
    resolution = models.ForeignKey(
        "meetings.Resolution", models.PROTECT, null=True, blank=True, related_name="sign_offs"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("decided_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(decision=SignOffDecision.CLOSED)
                | (Q(resolution__isnull=False) & Q(outcome__in=Outcome.values) & Q(standing="")),
                name="closing_cites_a_resolution_and_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(decision=SignOffDecision.CLOSED) | (Q(outcome="") & ~Q(standing="") & ~Q(reason="")),
                name="staying_open_says_standing_and_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: {self.recommendation}"
