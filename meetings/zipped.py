"""The files in a zip. Nothing is unpacked before it is known how much there is, and nothing is ever written to disk.

Names are labels and nothing more: “../../passwd” is called passwd. What a computer adds by itself (`__MACOSX`,
`.DS_Store`, `Thumbs.db`, hidden files, locks of Word) is passed over.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

MOST_FILES = 500
_DIRECTORY_MOST = 1_000_000
"""Most bytes of a zip’s list of contents: some 10,000 names. What is larger is refused before it is read."""
_RATIO_MOST, _RATIO_FROM = 200, 1_000_000
"""Text packs to a tenth; what grows to more than 200 times is made to do harm. Small files are let alone."""
_NAME_MOST = 300
_CHUNK = 1 << 16
_OF_COMPUTERS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED, _UTF_8 = 0x1, 0x800


class UnusableZip(ValueError):
    """Why none of it can be brought in: one sentence that says what to do."""


class CannotOpen(ValueError):
    """Why one file of many cannot be opened: one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of many: its name as a label, its size unpacked, and how to get what is in it, which may raise
    CannotOpen."""

    name: str
    size: int
    content: Callable[[], bytes]


def files_in(file: IO[bytes], *, each: int, together: int) -> list[Packed]:
    """The files in a zip by their names; nothing is unpacked yet. `each` and `together` are the most bytes that one, or
    all, may have.

    Raises UnusableZip where it is none, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(_Guarded(file))
    except UnusableZip:
        raise
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, struct.error):
        raise UnusableZip("This zip is damaged, or is no zip: pack the files again.") from None
    members = [member for member in archive.infolist() if is_wanted(label(member))]
    _refuse_too_much(members, together)
    packed = [Packed(label(member), member.file_size, _opener(archive, member, each)) for member in members]
    return sorted(packed, key=lambda one: one.name.casefold())


def is_zip(name: str) -> bool:
    """Whether a file calls itself a zip; a Word document is one too, and does not."""
    return name.casefold().endswith(".zip")


def megabytes(size: int) -> str:
    """A limit as it is said: 20000000 is 20 MB."""
    return f"{size / 1_000_000:g}\N{NO-BREAK SPACE}MB"


def too_large(each: int) -> str:
    """Why one file of many is not read."""
    return f"It is larger than {megabytes(each)}: bring the minutes in one meeting at a time."


def is_wanted(name: str) -> bool:
    """Whether somebody put it there; not what a computer adds by itself."""
    parts = name.casefold().split("/")
    return bool(parts[-1]) and not any(part in _OF_COMPUTERS or part.startswith((".", "~$")) for part in parts)


def label(member: zipfile.ZipInfo) -> str:
    """The name as it was meant; '' for a folder. Programs that do not say how they write a name write UTF-8, or the
    code page of DOS."""
    name = member.orig_filename
    if name.endswith("/"):
        return ""
    if not member.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode()
        except UnicodeError:
            name = member.orig_filename
    return plain_name(name)


def plain_name(name: str) -> str:
    """A path as a label: without what leads elsewhere, and without characters that cannot be printed."""
    parts = [part.strip() for part in name.replace("\\", "/").split("/")]
    told = "/".join(part for part in parts if part not in ("", ".", ".."))
    return "".join(filter(str.isprintable, told))[-_NAME_MOST:]


def _refuse_too_much(members: list[zipfile.ZipInfo], together: int) -> None:
    if not members:
        raise UnusableZip("There is no file in this zip.")
    if len(members) > MOST_FILES:
        raise UnusableZip(f"This zip holds {len(members):,} files: bring in at most {MOST_FILES} at once.")
    if any(_is_bomb(member) for member in members):
        raise UnusableZip("This zip holds a file that grows beyond measure when it is unpacked: leave that file out.")
    if sum(member.file_size for member in members) > together:
        raise UnusableZip(f"Unpacked, this zip is larger than {megabytes(together)}: bring in fewer files at once.")


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FROM and member.file_size > _RATIO_MOST * member.compress_size


def _opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo, each: int) -> Callable[[], bytes]:
    def content() -> bytes:
        if is_zip(member.filename):
            raise CannotOpen("It is a zip inside a zip: unpack it, and bring it in by itself.")
        if member.flag_bits & _ENCRYPTED:
            raise CannotOpen("It is locked with a password: unlock it, and bring it in again.")
        if member.compress_type not in _PACKED:
            raise CannotOpen("It is packed in a way that cannot be opened: pack it as an ordinary zip.")
        if member.file_size > each:
            raise CannotOpen(too_large(each))
        try:
            return _unpacked(archive, member)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise CannotOpen("It is damaged in the zip: pack it again.") from None

    return content


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """All of it; a file that is longer than the zip says stops at what it says, and fails its check sum."""
    with archive.open(member) as packed:
        return b"".join(iter(lambda: packed.read(_CHUNK), b""))


class _Guarded(io.RawIOBase):
    """The file of a zip, which hands out no more at once than a list of contents may have."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > _DIRECTORY_MOST:
            raise UnusableZip(f"This zip holds too many files: bring in at most {MOST_FILES} at once.")
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True
