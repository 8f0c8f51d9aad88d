"""What is exempt, why, and until when."""

import datetime
from typing import Any

from django import forms

from meetings.forms.days import DayField
from meetings.models import AgendaItem, Paragraph, Resolution


class ExemptionForm(forms.Form):
    is_exempt = forms.BooleanField(
        label="Exempt from publication", required=False, help_text="Only clerks and administrators see what is exempt."
    )
    exempt_paragraphs = forms.CharField(
        label="Exempt under which paragraphs",
        required=False,
        max_length=120,
        help_text="The paragraphs of Schedule 12A to the Local Government Act 1972, for example 3, or 1 and 2.",
    )
    exempt_until = DayField(
        label="Exempt until",
        required=False,
        help_text="The first day on which it is open again. Leave it empty where nobody knows yet.",
    )

    def __init__(
        self, *args: Any, thing: AgendaItem | Paragraph | Resolution, on: datetime.date, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {
            "is_exempt": thing.is_exempt,
            "exempt_paragraphs": thing.exempt_paragraphs,
            "exempt_until": thing.exempt_until,
        }
        super().__init__(*args, **kwargs)
        self._on = on

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not found.get("is_exempt"):
            return found
        if "exempt_paragraphs" in found and not found["exempt_paragraphs"]:
            self.add_error("exempt_paragraphs", "Say under which paragraphs it is exempt, for example 3.")
        until = found.get("exempt_until")
        if until and until <= self._on:
            self.add_error("exempt_until", "That day has come already. Give a later one, or untick “exempt”.")
        return found
