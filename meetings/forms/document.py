"""One document, pasted or chosen as a file: what every door by which minutes come in asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from meetings.zipped import megabytes

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NOTHING = "Paste the minutes here, or choose a file below."
BOTH = "You have pasted text and chosen a file. Choose one: empty the box, or leave out the file."
SEVERAL = "You have chosen files in several places. Choose in one of them only."
ACCEPTED = ".docx,.pdf,.html,.htm,.txt,.xml"


class DocumentForm(forms.Form):
    """`places` are the fields in which files are chosen; what came in one of them is looked into by `look_into`."""

    places: tuple[str, ...] = ("file",)

    text = forms.CharField(
        label="Paste the minutes",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false"}),
        help_text="The text of the page or document, or its HTML. What is not minutes can be left out afterwards.",
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
        if file is not None and not self.holds_many(file) and (file.size or 0) > settings.SOURCE_LIMIT:
            limit = megabytes(settings.SOURCE_LIMIT)
            raise forms.ValidationError(f"The file is larger than {limit}. Bring the minutes in one meeting at a time.")
        return file

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        given = [name for name in self.places if found[name]]
        has_text = bool(found["text"].strip())
        if not given:
            if not has_text:
                self.add_error("text", NOTHING)
        elif has_text:
            self.add_error(given[0], BOTH)
        elif len(given) > 1:
            self.add_error(given[1], SEVERAL)
        else:
            self.look_into(given[0])
        return found

    def holds_many(self, _file: UploadedFile[Any]) -> bool:
        """Whether a file is to be taken apart, so that its own size says nothing."""
        return False

    def look_into(self, name: str) -> None:
        """What more there is to ask of the files chosen in this field: of one document nothing."""

    @property
    def given_in(self) -> str:
        """The field the document came in by, beside which what is wrong with it belongs."""
        return next((name for name in reversed(self.places) if self.cleaned_data.get(name)), "text")

    def document(self) -> tuple[str, bytes]:
        """Its name, '' for pasted text, and its bytes: with the line ends of a file, so that the same is the same."""
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file is not None:
            return file.name or "A file without a name", file.read()
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        return "", text.encode()
