"""Minutes come in: pasted, as a file, or many files at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from meetings.forms.document import ACCEPTED, DocumentForm
from meetings.models import Committee
from meetings.zipped import (
    MOST_FILES,
    CannotOpen,
    Packed,
    UnusableZip,
    files_in,
    is_wanted,
    is_zip,
    megabytes,
    plain_name,
    too_large,
)

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.Field):
    """All the files that were chosen, as they were uploaded."""

    widget = SeveralFilesInput

    def clean(self, value: Any) -> list[UploadedFile[Any]]:
        return [file for file in value or [] if is_wanted(plain_name(file.name or ""))]


class BringInForm(DocumentForm):
    """One document: pasted or a file. Or many: files, a zip, or a folder; one of these alone is one document too."""

    places = ("file", "several", "folder")

    several = SeveralFilesField(
        label="A zip, or several files",
        required=False,
        widget=SeveralFilesInput(attrs={"accept": f"{ACCEPTED},.zip"}),
    )
    folder = SeveralFilesField(
        label="Or a folder",
        required=False,
        help_text="All that is in it. On a telephone this chooses files.",
        widget=SeveralFilesInput(attrs={"webkitdirectory": True}),
    )
    committee = forms.ModelChoiceField(
        Committee.objects.all(),
        to_field_name="slug",
        required=False,
        label="Committee of files that name none",
        empty_label="None",
    )
    records = forms.BooleanField(
        required=False,
        label="Record at once what is certain",
        help_text="What names its committee and its day, and about which nothing is uncertain, waits for nobody. It "
        "stays unpublished; items that were taken in private are recorded as exempt.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = f"{ACCEPTED},.zip"
        limit = megabytes(settings.BATCH_LIMIT)
        self.fields["several"].help_text = f"At most {MOST_FILES} files and {limit}, counted unpacked."
        self._many: list[Packed] = []

    def holds_many(self, file: UploadedFile[Any]) -> bool:
        return is_zip(file.name or "")

    def look_into(self, name: str) -> None:
        """What is one file stays one; all else is taken apart, as far as that is safe."""
        chosen: list[UploadedFile[Any]] = [self.cleaned_data[name]] if name == "file" else self.cleaned_data[name]
        if len(chosen) == 1 and not is_zip(chosen[0].name or ""):
            self.cleaned_data["file"] = chosen[0]
            if name != "file" and (chosen[0].size or 0) > settings.SOURCE_LIMIT:
                self.add_error(name, too_large(settings.SOURCE_LIMIT))
            return
        try:
            self._many = [packed for file in chosen for packed in _packed(file)]
        except UnusableZip as reason:
            self.add_error(name, str(reason))
            return
        if len(self._many) > MOST_FILES:
            self.add_error(name, f"These are {len(self._many):,} files: bring in at most {MOST_FILES} at once.")
        elif sum(packed.size for packed in self._many) > settings.BATCH_LIMIT:
            limit = megabytes(settings.BATCH_LIMIT)
            self.add_error(name, f"Together these are larger than {limit}: bring in fewer files at once.")

    @property
    def opens_many(self) -> bool:
        """Whether something is wrong in the part for many, which is folded away else."""
        return any(name in self.errors for name in ("several", "folder", "committee", "records"))

    def many(self) -> list[Packed]:
        """The files of a batch, by their names; none where one document came in."""
        return sorted(self._many, key=lambda one: one.name.casefold())

    def name_of_many(self) -> str:
        """“minutes-2019.zip”, or “april.txt and 11 more files”."""
        chosen = self.cleaned_data[self.given_in]
        files: list[UploadedFile[Any]] = chosen if isinstance(chosen, list) else [chosen]
        first = plain_name(min((file.name or "" for file in files), key=str.casefold))
        more = len(files) - 1
        return f"{first} and {more} more file{'' if more == 1 else 's'}" if more else first


def _packed(file: UploadedFile[Any]) -> list[Packed]:
    name = plain_name(file.name or "")
    if is_zip(name) and file.file is not None:
        return files_in(file.file, each=settings.SOURCE_LIMIT, together=settings.BATCH_LIMIT)
    return [Packed(name, file.size or 0, partial(_content, file))]


def _content(file: UploadedFile[Any]) -> bytes:
    if (file.size or 0) > settings.SOURCE_LIMIT:
        raise CannotOpen(too_large(settings.SOURCE_LIMIT))
    content: bytes = file.read()
    return content
