"""What the committee decided about a recommendation."""

from typing import Any

from django import forms

from meetings.forms.days import DayField
from recommendations.actions.sign_off import OPEN_STANDINGS
from recommendations.choices import Outcome
from recommendations.forms.decisions import DecisionForm

OPEN_CHOICES = [(standing.value, standing.label) for standing in OPEN_STANDINGS]


class CloseForm(DecisionForm):
    field_order = ("outcome", "resolution", "confirmed", "words", "reason")
    outcome = forms.ChoiceField(
        label="How it ended",
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended."},
    )
    reason = forms.CharField(
        label="Why, in the committee’s words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown to the public beside how it ended.",
    )


class StaysOpenForm(DecisionForm):
    standing = forms.ChoiceField(
        label="Where it stands now",
        choices=OPEN_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it stands now."},
    )
    reason = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Shown to the public in the history.",
        error_messages={"required": "Say why: it is shown in the history."},
    )


class KeepOpenForm(StaysOpenForm):
    field_order = ("standing", "resolution", "confirmed", "words", "reason")


class ReopenForm(StaysOpenForm):
    """A resolution, or the day on which it was found to be open after all."""

    field_order = ("standing", "reason", "resolution", "confirmed", "words", "reopened_on")

    reopened_on = DayField(
        label="Reopened on",
        required=False,
        help_text="Only where no resolution decided it: the day from which it is open.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["resolution"].required = False
        self.fields["resolution"].empty_label = "None"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "resolution" in cleaned and "reopened_on" in cleaned:
            if cleaned["resolution"] and cleaned["reopened_on"]:
                self.add_error("reopened_on", "The day is that of the resolution’s meeting. Leave this empty.")
            elif not cleaned["resolution"] and not cleaned["reopened_on"]:
                self.add_error("reopened_on", "Choose the resolution that decided it, or give the day.")
        return cleaned
