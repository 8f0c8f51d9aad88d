"""A document that corrects recorded minutes: how it comes in, and what is said when it takes their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from meetings.actions.correcting import ReasonIsMissing
from meetings.actions.recording import exempt_key
from meetings.forms.bringing_in import ACCEPTED, BOTH, NOTHING
from meetings.forms.recording import under
from meetings.zipped import too_large

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from meetings.minutes import Item

PAIR = "pair-"
"""Before the anchor of a passage that is gone: the field that says which new one it is now."""

Choices = Sequence[tuple[str, str]]


class CorrectedForm(forms.Form):
    """One document: pasted, or a file."""

    text = forms.CharField(
        label="Paste the corrected minutes",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="The whole of it, not only what changed: what is not there would be taken out.",
        error_messages={"required": NOTHING},
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        help_text="Word (.docx), PDF with text in it, a saved web page (.html), plain text (.txt), XML of ModernGov.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"empty": "This file is empty. Choose another one."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = not self.files

    def clean_file(self) -> UploadedFile[Any] | None:
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > settings.SOURCE_LIMIT:
            raise forms.ValidationError(too_large(settings.SOURCE_LIMIT))
        return file

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        has_text = bool(found["text"].strip())
        if not has_text and found["file"] is None:
            self.add_error("text", NOTHING)
        elif has_text and found["file"] is not None:
            self.add_error("file", BOTH)
        return found

    @property
    def given_in(self) -> str:
        """The field the document came in by, beside which what is wrong with it belongs."""
        return "file" if self.cleaned_data.get("file") else "text"

    def document(self) -> tuple[str, bytes]:
        """Its name, '' for pasted text, and its bytes: with the line ends of a file, so that the same is the same."""
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file is not None:
            return file.name or "A file without a name", file.read()
        return "", self.cleaned_data["text"].replace("\r\n", "\n").encode()


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
            self.fields["exempt"].choices = keys  # type: ignore[attr-defined]
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
