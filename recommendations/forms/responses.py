"""What the executive or a partner answered."""

import datetime
from typing import Any

from django import forms

from meetings.forms.days import DayField
from recommendations.choices import ResponseKind
from recommendations.forms.words import PlainWords


class ResponseForm(PlainWords, forms.Form):
    kind = forms.ChoiceField(
        label="Response",
        choices=ResponseKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was answered."},
    )
    responded_on = DayField(label="Answered on", help_text="The day of the meeting or of the letter.")
    explanation = forms.CharField(
        label="Explanation",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The reasons, in their own words.",
    )
    promised_action = forms.CharField(
        label="Action promised",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What they will do. Kept apart, because “in principle” often promises nothing.",
    )
    expected_outcome = forms.CharField(
        label="Outcome expected",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What will be better.",
    )

    def __init__(self, *args: Any, on: datetime.date, **options: Any) -> None:
        options["initial"] = {"responded_on": on} | (options.get("initial") or {})
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == ResponseKind.NOT_ACCEPTED and not cleaned.get("explanation"):
            self.add_error("explanation", "Give the reasons for which it was not accepted.")
        return cleaned
