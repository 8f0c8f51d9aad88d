"""The zip that a Word document is: which parts are in it, and no more of them unpacked than is read and is sensible."""

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from meetings.minutes.errors import UnreadableMinutes

from .markup import HEAVIEST, parse, weight

PART_LIMIT = 50_000_000
"""Most bytes of one unpacked part: the text of some 1,500 pages, with all that Word writes about them."""

_DIRECTORY_LIMIT = 1_000_000
"""Most bytes of the zip's list of what is in it: some 10,000 names, of which Word needs twenty."""
_END = b"PK\x05\x06"
_END_SIZE = 22
_END_WITHIN = 65_557
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 0x1
_TYPES = "[content_types].xml"
_DAMAGED = "This is a Word document or a zip file, and it is damaged; fetch it again, or save it again in Word."
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, KeyError)


class Package:
    """Raises UnreadableMinutes wherever something in it cannot be read."""

    def __init__(self, content: bytes) -> None:
        _refuse_long_directory(content)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _BROKEN:
            raise UnreadableMinutes(_DAMAGED) from None
        self._room = HEAVIEST
        self._parts = {_plain(info.filename): info for info in self._archive.infolist()}

    @property
    def is_word(self) -> bool:
        """Whether it is an Office document, and this of Word: workbooks and slides have other folders."""
        return _TYPES in self._parts and any(name.startswith("word/") for name in self._parts)

    def main_part(self) -> str:
        """Where the text is; Word Online calls it document2.xml."""
        found = self._related("").get("officeDocument", "word/document.xml")
        if found not in self._parts:
            raise UnreadableMinutes("There is no text in this Word document; choose the file again.")
        return found

    def related_parts(self, part: str) -> dict[str, str]:
        """The parts that belong to this one, by what they are to it ("styles", "numbering")."""
        folder = posixpath.dirname(part)
        usual = {kind: f"{folder}/{kind}.xml" for kind in ("styles", "numbering", "footnotes", "endnotes")}
        named = usual | self._related(part)
        return {kind: path for kind, path in named.items() if path in self._parts}

    def read(self, part: str) -> etree._Element:
        xml = self._unpacked(self._parts[part])
        root = parse(xml, self._room)
        self._room -= weight(xml)
        return root

    def _related(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        listed = self._parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if listed is None:
            return {}
        found: dict[str, str] = {}
        for relation in parse(self._unpacked(listed)):
            kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                found.setdefault(kind, _plain(posixpath.normpath(posixpath.join(f"/{folder}", target))))
        return found

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & _LOCKED:
            raise UnreadableMinutes("This file is protected by a password; take the password off and save it again.")
        if info.compress_type not in _METHODS:
            raise UnreadableMinutes(_DAMAGED)
        try:
            with self._archive.open(info) as part:
                unpacked = part.read(PART_LIMIT + 1)
        except (*_BROKEN, RuntimeError):
            raise UnreadableMinutes(_DAMAGED) from None
        if len(unpacked) > PART_LIMIT:
            raise UnreadableMinutes(
                f"This Word document unpacks to more than {PART_LIMIT // 1_000_000} MB of text; "
                "bring the minutes in one meeting at a time."
            )
        return unpacked


def _plain(name: str) -> str:
    """Names of parts are the same in capitals and in small letters, and some programs write backward strokes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _refuse_long_directory(content: bytes) -> None:
    """A list of a million names takes longer to read than any text; and Word never needs Zip64, as such a list does."""
    end = content.rfind(_END, max(0, len(content) - _END_WITHIN))
    if end < 0 or len(content) < end + _END_SIZE:
        raise UnreadableMinutes(_DAMAGED)
    if int.from_bytes(content[end + 12 : end + 16], "little") > _DIRECTORY_LIMIT:
        raise UnreadableMinutes("This file holds more parts than a Word document has; choose the right file.")
