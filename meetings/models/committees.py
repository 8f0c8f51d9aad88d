"""Bodies that meet."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from meetings.choices import CommitteeKind
from meetings.models.external import external_id, is_known_once
from meetings.querysets import CommitteeQuerySet


class Committee(models.Model):
    """A body that meets, with the prefix its references bear and, once abolished, the one that took over."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(
        "short name in addresses",
        unique=True,
        help_text="Letters and hyphens, for example ssosc. It cannot be changed later.",
    )
    prefix = models.CharField(
        "reference prefix",
        max_length=12,
        unique=True,
        help_text="Stands in front of every reference, for example SSC in “SSC (17/18) 01”.",
    )
    kind = models.CharField(max_length=20, choices=CommitteeKind, default=CommitteeKind.SCRUTINY)
    about = models.TextField("what it does", blank=True)
    contact = models.EmailField("contact e-mail", blank=True)
    founded_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    external_id = external_id("committee")
    checks_updates = models.BooleanField(
        "a clerk checks progress before it is published",
        default=False,
        help_text="When off, what an officer submits is public at once.",
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(founded_on__isnull=True) | Q(ended_on__gt=F("founded_on")),
                name="committee_ends_after_it_begins",
            ),
            is_known_once("committee"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("committee", args=[self.slug])
