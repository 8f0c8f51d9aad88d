"""Many documents brought in at once: a folder or a zip, with what became of each file."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from meetings.choices import BatchFileState
from meetings.querysets import BatchFileQuerySet, BatchQuerySet


class Batch(models.Model):
    """What somebody brought in at one go. `records`: what names its committee and its day, and about which the reader
    has no doubt, is recorded at once, unpublished; `committee` is that of files which name none.
    """

    key = models.SlugField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    committee = models.ForeignKey("meetings.Committee", models.PROTECT, null=True, blank=True, related_name="+")
    records = models.BooleanField(default=False)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("meetings:batch", args=[self.key])


class BatchFile(models.Model):
    """One file of a batch; `content` is kept until it was read, `message` says what became of it in one sentence."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files")
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    content = models.BinaryField(default=bytes)
    state = models.CharField(max_length=20, choices=BatchFileState, default=BatchFileState.WAITING)
    message = models.TextField(blank=True)
    source = models.ForeignKey("meetings.SourceDocument", models.SET_NULL, null=True, blank=True, related_name="+")

    objects = BatchFileQuerySet.as_manager()

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("batch", "order"), name="batch_file_order_is_unique"),)

    def __str__(self) -> str:
        return self.name
