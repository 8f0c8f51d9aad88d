"""The documents minutes came from, kept as they were brought in."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from meetings.querysets import SourceDocumentQuerySet


class SourceDocument(models.Model):
    """A document somebody brought in: the bytes as they came, their SHA-256, and the working copy of what was
    understood.

    A document that tells of several meetings is kept once for each: `part` counts them from 1, and is 0 for a document
    of one meeting. `corrects` is the recorded document that this one is the corrected form of. `undo` is what takes
    the clerk’s last corrections back, the latest last; `dismissed` the words of suggested actions that the clerk does
    not want suggested when it is recorded.

    Of a document that corrected recorded minutes, `reason` says why, for everybody to read, and `changes` what it
    changed, passage by passage, as `meetings.minutes.comparing` wrote it.

    `text` is the lines that were read out of it, `blocks` the clerk's working copy (`meetings.minutes.Block` as JSON),
    `cautions` what the reader was unsure of (`meetings.actions.cautions`). `meeting` is empty until the minutes are
    recorded.
    """

    name = models.CharField(max_length=200)
    format = models.CharField(max_length=20)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    part = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    blocks = models.JSONField(default=list)
    cautions = models.JSONField(default=list)
    undo = models.JSONField(default=list)
    dismissed = models.JSONField(default=list)
    brought_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    brought_in_at = models.DateTimeField()
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, blank=True, related_name="sources")
    recorded_at = models.DateTimeField(null=True, blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    reason = models.TextField(blank=True)
    changes = models.JSONField(default=list)

    objects = SourceDocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-brought_in_at",)
        constraints = (
            models.UniqueConstraint(fields=("sha256", "part"), name="source_is_kept_once"),
            models.CheckConstraint(
                condition=models.Q(meeting__isnull=True, recorded_at__isnull=True)
                | models.Q(meeting__isnull=False, recorded_at__isnull=False),
                name="recorded_source_says_when",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:preview", args=[self.key])

    @property
    def key(self) -> str:
        """What stands for it in addresses: the first 16 figures of its SHA-256, and the part behind a hyphen."""
        return f"{self.sha256[:16]}-{self.part}" if self.part else self.sha256[:16]

    @property
    def part_name(self) -> str:
        """“Part 2 of 3: Housing Panel, 1 July 2024”, which its name ends in; '' for a document of one meeting."""
        return f"Part {self.name.rpartition(', part ')[2]}" if self.part else ""
