"""Minutes come in: pasted, or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class BringInForm(forms.Form):
    text = forms.CharField(
        label="Paste the minutes",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="The text of the page or document, or its HTML. What is not minutes can be left out afterwards.",
        error_messages={"required": "Paste the minutes here, or choose a file below."},
    )
    file = forms.FileField(
        label="Or choose a file",
        required=False,
        help_text="Plain text (.txt) or a saved web page (.html).",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = not self.files

    def clean_file(self) -> UploadedFile[Any] | None:
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > settings.SOURCE_LIMIT:
            limit = filesizeformat(settings.SOURCE_LIMIT)
            raise forms.ValidationError(f"The file is larger than {limit}. Bring the minutes in one meeting at a time.")
        return file

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        has_text = bool(found["text"].strip())
        if not has_text and found["file"] is None:
            self.add_error("text", "Paste the minutes here, or choose a file below.")
        elif has_text and found["file"] is not None:
            self.add_error(
                "file", "You have pasted text and chosen a file. Choose one: empty the box, or leave out the file."
            )
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
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        return "", text.encode()
