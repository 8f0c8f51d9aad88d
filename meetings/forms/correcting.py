"""A document that corrects recorded minutes: how it comes in, and what is said when it takes their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from meetings.actions.correcting import ReasonIsMissing
from meetings.actions.recording import exempt_key
from meetings.forms.document import DocumentForm
from meetings.forms.recording import under

if TYPE_CHECKING:
    from meetings.minutes import Item

PAIR = "pair-"
"""Before the anchor of a passage that is gone: the field that says which new one it is now."""

Choices = Sequence[tuple[str, str]]


class CorrectedForm(DocumentForm):
    """The whole document, as it is now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Paste the corrected minutes"
        self.fields["text"].help_text = "The whole of it, not only what changed: what is not there would be taken out."


class CorrectForm(forms.Form):
    """Why the minutes are corrected, which of its items are private, and what passages that are gone are now."""

    reason = forms.CharField(
        label="Why the minutes are corrected",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Everybody can read it on the page of the meeting.",
        error_messages={"required": str(ReasonIsMissing())},
    )
    exempt = forms.MultipleChoiceField(
        label="Taken in private",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The corrected minutes say that the public was excluded. What is ticked is recorded as exempt.",
    )

    def __init__(
        self,
        *args: Any,
        needs_reason: bool,
        private: Sequence[Item],
        choices: Mapping[str, Choices],
        **kwargs: Any,
    ) -> None:
        """`choices`: for each passage that is cited and would be gone, by its anchor, what it may be now."""
        keys = [(exempt_key(item), f"{exempt_key(item)} (under {under(item.exempt)})") for item in private]
        kwargs["initial"] = {"exempt": [key for key, _ in keys]} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = needs_reason
        if private:
            self.fields["exempt"].choices = keys  # type: ignore[attr-defined]  # the stubs know no choices of a field by its name
        else:
            del self.fields["exempt"]
        for anchor, offered in choices.items():
            self.fields[PAIR + anchor] = forms.ChoiceField(
                label="It is now",
                required=False,
                choices=[("", "Not in the minutes any more"), *offered],
                error_messages={"invalid_choice": "Choose one of the new passages."},
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        taken: set[str] = set()
        for name, value in found.items():
            if not name.startswith(PAIR) or not value:
                continue
            if value in taken:
                self.add_error(name, "You have chosen this for another passage already: choose another one.")
                break
            taken.add(value)
        return found

    def pairs(self) -> dict[str, str]:
        """The key of the new passage by the anchor of the one that it is."""
        found = self.cleaned_data.items()
        return {name.removeprefix(PAIR): value for name, value in found if name.startswith(PAIR) and value}
