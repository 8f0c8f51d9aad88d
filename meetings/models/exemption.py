"""What may be exempt from publication, and for how long."""

import datetime

from django.db import models


class Exemptible(models.Model):
    """A row whose text may be exempt (Local Government Act 1972, Schedule 12A, or its like outside England).

    `exempt_until` is the first day on which it is open again; empty means until somebody lifts it.
    """

    is_exempt = models.BooleanField("exempt", default=False)
    exempt_paragraphs = models.CharField(
        "exempt under",
        max_length=120,
        blank=True,
        help_text="The paragraphs of Schedule 12A, for example “3” or “1 and 2”.",
    )
    exempt_until = models.DateField("exempt until", null=True, blank=True)

    class Meta:
        abstract = True

    def is_exempt_on(self, on: datetime.date) -> bool:
        return self.is_exempt and (self.exempt_until is None or self.exempt_until > on)
