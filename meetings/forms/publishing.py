"""Approving minutes."""

import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format

from meetings.forms.days import DayField
from meetings.models import Meeting


class ApproveForm(forms.Form):
    approved_on = DayField(
        label="Date of the meeting that approved them",
        help_text="The later meeting at which these minutes were agreed as a correct record.",
    )

    def __init__(self, *args: Any, meeting: Meeting, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._meeting, self._on = meeting, on

    def clean_approved_on(self) -> datetime.date:
        approved_on: datetime.date = self.cleaned_data["approved_on"]
        if approved_on > self._on:
            raise forms.ValidationError("That day is still to come. Give today’s date or an earlier one.")
        if approved_on <= self._meeting.held_on:
            held_on = date_format(self._meeting.held_on)
            raise forms.ValidationError(f"Minutes are approved at a later meeting. Choose a day after {held_on}.")
        return approved_on
