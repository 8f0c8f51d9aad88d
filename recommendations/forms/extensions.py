"""A later target that the committee granted."""

from django import forms

from meetings.forms.days import DayField
from recommendations.forms.decisions import DecisionForm


class ExtendForm(DecisionForm):
    field_order = ("target_on", "reason", "resolution", "confirmed", "words")
    target_on = DayField(label="New target date")
    reason = forms.CharField(
        label="Why it was asked for",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: the study is not yet published.",
        error_messages={"required": "Say why more time was asked for: it is shown in the history."},
    )
