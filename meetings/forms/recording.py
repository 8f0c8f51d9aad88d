"""Which meeting the minutes are of."""

import datetime
from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from meetings.actions.committees import proposed_prefix
from meetings.actions.recording import exempt_key
from meetings.forms.days import DayField
from meetings.minutes import Minutes
from meetings.models import Committee, Meeting

_NEW = {"name": "new_name", "prefix": "new_prefix", "slug": "new_slug"}
"""The fields of a committee, and of this form."""


class RecordForm(forms.Form):
    """Asks for a committee that is there, or for the three things a new one needs; and for the day."""

    committee = forms.ModelChoiceField(
        Committee.objects.all(),
        to_field_name="slug",
        empty_label="Choose a committee",
        error_messages={"required": "Choose the committee, or name a new one below it."},
    )
    new_name = forms.CharField(label="Name of the new committee", required=False, max_length=200)
    new_prefix = forms.CharField(
        label="Prefix of its references",
        required=False,
        max_length=12,
        help_text="Stands in front of every reference, for example SSC in “SSC (17/18) 01”.",
    )
    new_slug = forms.SlugField(
        label="Its short name in addresses",
        required=False,
        max_length=50,
        help_text="Letters, figures and hyphens, for example ssosc. It cannot be changed later.",
    )
    held_on = DayField(label="Date of the meeting")

    exempt = forms.MultipleChoiceField(
        label="Taken in private",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The minutes say that the public was excluded. What is ticked is recorded as exempt.",
    )

    def __init__(self, *args: Any, on: datetime.date, minutes: Minutes, **kwargs: Any) -> None:
        private = [item for item in minutes.items if item.exempt]
        kwargs["initial"] = {"exempt": [exempt_key(item) for item in private]} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["exempt"].choices = [  # type: ignore[attr-defined]  # the stubs know no choices of a field by its name
            (exempt_key(item), f"{exempt_key(item)} (under {under(item.exempt)})") for item in private
        ]
        if not private:
            del self.fields["exempt"]
        self._on = on
        self.fields["committee"].required = not self.is_of_new

    def exempt_keys(self, asked: Collection[str]) -> set[str]:
        """What is ticked, and what the page had not `asked` yet: nothing becomes public that nobody looked at."""
        if "exempt" not in self.fields:
            return set()
        proposed = [key for key, _ in self.fields["exempt"].choices]  # type: ignore[attr-defined]  # as above
        return {key for key in proposed if key in self.cleaned_data["exempt"] or key not in asked}

    @property
    def is_of_new(self) -> bool:
        """Whether anything is said of a new committee."""
        return any(self[name].value() for name in _NEW.values())

    def clean_held_on(self) -> datetime.date:
        held_on: datetime.date = self.cleaned_data["held_on"]
        if held_on > self._on:
            raise forms.ValidationError(
                "That day is still to come, so there are no minutes of it. Give an earlier one."
            )
        return held_on

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("committee") is not None and self.is_of_new:
            self.add_error("committee", "You have chosen a committee and named a new one. Choose one of the two.")
        elif found.get("committee") is None and self.is_of_new:
            self._check_new(found)
        return found

    def _check_new(self, found: dict[str, Any]) -> None:
        try:
            Committee(**self.new_committee()).full_clean()
        except ValidationError as wrong:
            for name, messages in wrong.message_dict.items():
                if _NEW[name] not in self.errors:
                    self.add_error(_NEW[name], messages)

    def new_committee(self) -> dict[str, str]:
        """What a new committee is made of."""
        return {name: self.cleaned_data.get(asked, "") for name, asked in _NEW.items()}


def under(exempt: str) -> str:
    """“paragraph 3”; the law itself where the minutes name no paragraph."""
    return f"paragraph {exempt}" if exempt[:1].isdigit() else exempt


def proposal(minutes: Minutes) -> dict[str, Any]:
    """The committee and the day that the minutes themselves name; for a committee nobody knows yet, its name.

    A meeting that is here under the name ModernGov gives it is that committee's.
    """
    found: dict[str, Any] = {"held_on": minutes.date}
    rows = Meeting.objects.select_related("committee")
    if minutes.key and (there := rows.filter(external_id=minutes.key).first()):
        return found | {"committee": there.committee.slug}
    if not minutes.committee:
        return found
    known = Committee.objects.filter(name__iexact=minutes.committee).first()
    if known is not None:
        return found | {"committee": known.slug}
    prefix = proposed_prefix(minutes.committee)
    return found | {"new_name": minutes.committee[:200], "new_prefix": prefix, "new_slug": prefix.lower()}
