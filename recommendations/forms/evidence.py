"""What may be given as evidence: links, and files of kinds that open everywhere."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField

from recommendations.actions.progress import EvidenceGiven
from recommendations.forms.words import PlainWords

ROWS = 3
KINDS = frozenset(
    {"pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp"}
    | {"png", "jpg", "jpeg", "gif", "webp", "txt", "csv"}
)
"""Endings of files that may be given. They are only ever handed out as downloads."""

KINDS_IN_WORDS = "PDF, Word, Excel, PowerPoint or OpenDocument files, pictures, plain text and CSV"


def megabytes(size: int) -> str:
    """As people count them: 20,000,000 bytes are 20 MB."""
    return f"{size / 1_000_000:,.1f}".removesuffix(".0") + " MB"


def check_file(file: UploadedFile[Any]) -> None:
    """Raises ValidationError with what to do instead."""
    name = PurePath(file.name or "")
    if name.suffix.lower().lstrip(".") not in KINDS:
        raise forms.ValidationError(
            f"{name} is of a kind that cannot be kept here. Give one of these: {KINDS_IN_WORDS}."
        )
    if (file.size or 0) > settings.EVIDENCE_LIMIT:
        limit, size = megabytes(settings.EVIDENCE_LIMIT), megabytes(file.size or 0)
        raise forms.ValidationError(f"{name} has {size}; a file may have {limit}. Give a smaller one, or a link to it.")
    if not file.size:
        raise forms.ValidationError(f"{name} is empty. Choose the file again.")


def link_field() -> forms.URLField:
    return forms.URLField(
        label="Link",
        required=False,
        assume_scheme="https",
        help_text="For example https://www.northmoor.example/report",
    )


def file_field() -> forms.FileField:
    return forms.FileField(
        label="Or a file",
        required=False,
        help_text=f"{KINDS_IN_WORDS}, of at most {megabytes(settings.EVIDENCE_LIMIT)}.",
        error_messages={"empty": "The file is empty. Choose it again."},
    )


def label_field() -> forms.CharField:
    return forms.CharField(
        label="What it is", required=False, max_length=200, help_text="For example: letter of 8 February"
    )


class EvidenceForm(PlainWords, forms.Form):
    """A form that takes up to three links or files. `given_evidence` says what was given, once it is valid."""

    link_1, file_1, label_1 = link_field(), file_field(), label_field()
    link_2, file_2, label_2 = link_field(), file_field(), label_field()
    link_3, file_3, label_3 = link_field(), file_field(), label_field()
    exempt_evidence = forms.BooleanField(label="The evidence is not for publication either", required=False)

    @property
    def first_evidence(self) -> list[BoundField]:
        return self._row(1)

    @property
    def more_evidence(self) -> list[list[BoundField]]:
        return [self._row(row) for row in range(2, ROWS + 1)]

    @property
    def more_is_open(self) -> bool:
        """Whether anything stands in the further rows, so that it must be seen."""
        return any(field.errors or field.value() for row in self.more_evidence for field in row)

    def _row(self, row: int) -> list[BoundField]:
        return [self[f"{name}_{row}"] for name in ("link", "file", "label")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        files = False
        for row in range(1, ROWS + 1):
            file, link = cleaned.get(f"file_{row}"), cleaned.get(f"link_{row}")
            if file and link:
                self.add_error(f"file_{row}", "Give a link or a file here, not both: the other has a row of its own.")
            elif file:
                files = True
                self._check(row, file)
            elif not link and cleaned.get(f"label_{row}") and not self.errors.get(f"link_{row}"):
                self.add_error(f"link_{row}", "Give the link or the file that this describes, or leave the row empty.")
        if files and self.errors:
            self.add_error(None, "Browsers forget chosen files when a form comes back: choose them again below.")
        return cleaned

    def _check(self, row: int, file: UploadedFile[Any]) -> None:
        try:
            check_file(file)
        except forms.ValidationError as error:
            self.add_error(f"file_{row}", error)

    def given_evidence(self) -> list[EvidenceGiven]:
        rows = range(1, ROWS + 1)
        return [given for row in rows if (given := self._given(row)) is not None]

    def _given(self, row: int) -> EvidenceGiven | None:
        link, file = self.cleaned_data[f"link_{row}"], self.cleaned_data[f"file_{row}"]
        if not link and not file:
            return None
        label = self.cleaned_data[f"label_{row}"] or (PurePath(file.name).name if file else link)
        return EvidenceGiven(
            label=label[:200], url=link, file=file or None, is_exempt=self.cleaned_data["exempt_evidence"]
        )
