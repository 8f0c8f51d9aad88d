"""Which meetings to list."""

from collections.abc import Sequence
from typing import Any

from django import forms

from meetings.models import Committee
from meetings.municipal_years import municipal_year_name


class MeetingsForm(forms.Form):
    """Kept in the address; what makes no sense there is passed over."""

    committee = forms.ModelChoiceField(
        Committee.objects.all(), to_field_name="slug", required=False, empty_label="Every committee"
    )
    year = forms.TypedChoiceField(label="Municipal year", coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(year), municipal_year_name(year)) for year in years]
        self.fields["year"].choices = [("", "Every year"), *named]  # type: ignore[attr-defined]  # a choice field
