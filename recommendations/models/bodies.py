"""Who must answer: bodies, the posts inside them, and who holds a post when."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from recommendations.choices import BodyKind
from recommendations.querysets.bodies import HoldingQuerySet


class Body(models.Model):
    """The executive, a directorate, a responsible authority, another partner."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=30, choices=BodyKind)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('recommendations:list')}?addressee={self.slug}"


class Post(models.Model):
    """A post inside a body. Recommendations are led by posts, because officers leave."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="posts")
    title = models.CharField(max_length=200)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ("body__name", "title")
        constraints = (models.UniqueConstraint(fields=("body", "title"), name="post_title_is_unique_in_its_body"),)

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """Somebody holds a post, from the first day to the last, both included; no last day means still."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="holdings")
    from_on = models.DateField("from")
    to_on = models.DateField("until", null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        ordering = ("from_on",)
        constraints = (
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="holding_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.holder}: {self.post}"

    def covers(self, on: datetime.date) -> bool:
        return self.from_on <= on and (self.to_on is None or self.to_on >= on)
