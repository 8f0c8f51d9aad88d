"""What was fetched from ModernGov, so that what has not changed is not fetched again."""

from django.db import models


class FetchedAnswer(models.Model):
    """The last answer of one address: its entity tag, as the server gave it, and the SHA-256 of its body."""

    url = models.URLField(max_length=500, unique=True)
    etag = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    fetched_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.url
