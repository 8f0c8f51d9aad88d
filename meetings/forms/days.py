"""Days as forms take them: a slip in the year is said at once, before a reference or an address is made of it."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

FIRST_YEAR, LAST_YEAR = 1950, 2999
"""A reference bears two figures of the year: of two days a century apart, both past, one is a slip."""


class DayField(forms.DateField):
    """A day, chosen or typed; the browser hands it over as 2019-03-04."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        messages = {"required": "Give a date.", "invalid": "Give a date, for example 4 March 2019 as 2019-03-04."}
        options["error_messages"] = messages | options.get("error_messages", {})
        super().__init__(**options)

    def to_python(self, value: Any) -> datetime.date | None:
        day = super().to_python(value)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(
                f"The year is {day.year}. Give one from {FIRST_YEAR} to {LAST_YEAR}, for example 2019-03-04."
            )
        return day
