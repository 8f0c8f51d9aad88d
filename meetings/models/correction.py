"""What corrected minutes no longer say: the row stays where links lead, its words are not shown any more."""

from django.db import models


class Correctable(models.Model):
    """`taken_out_at` is the moment a correction of the minutes took it out; empty while the minutes say it."""

    taken_out_at = models.DateTimeField("taken out", null=True, blank=True, editable=False)

    class Meta:
        abstract = True
