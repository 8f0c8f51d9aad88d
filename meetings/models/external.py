"""What the council’s own system (ModernGov) calls a row, so that it is found again when it comes in again."""

from django.db import models
from django.db.models import Q


def external_id(noun: str) -> "models.CharField[str, str]":
    """The number that ModernGov gave it; empty where it came from elsewhere."""
    return models.CharField(
        "ModernGov id",
        max_length=40,
        blank=True,
        help_text=f"The number of the {noun} in the council’s ModernGov; kept by the import.",
    )


def is_known_once(noun: str, *also: str) -> models.UniqueConstraint:
    """No two rows are the same one of ModernGov (inside the same `also`)."""
    return models.UniqueConstraint(
        fields=(*also, "external_id"), condition=~Q(external_id=""), name=f"{noun}_is_known_once_in_moderngov"
    )
