"""Bytes to text: byte order marks, UTF-8, UTF-16, and the cp1252 of old Word files; anything binary is refused."""

import codecs
import re
from typing import NoReturn

from meetings.minutes.errors import UnreadableMinutes
from meetings.minutes.structure import Caution

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or a zip file"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x7f]")
_SAMPLE = 65_536
_HALF = re.compile("[\ud800-\udfff]")


def decode(content: bytes) -> tuple[str, tuple[Caution, ...]]:
    """The text of these bytes. Raises UnreadableMinutes where they are not text."""
    if content.startswith(_OLD_OFFICE):
        _refuse_old_office(content)
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableMinutes(f"This is {name}, not text; open it, copy the minutes and paste them.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding), ()
    if wide := _wide(content):
        return _strict(content, wide), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _single_byte(content)


def _refuse_old_office(content: bytes) -> NoReturn:
    """In the same wrapping stand Word 97's own format, and a document of today that opens with a password."""
    if _PROTECTED in content:
        raise UnreadableMinutes(
            "This Word document is protected by a password; open it, take the password off "
            "(File, Info, Protect Document), save it and choose it again."
        )
    raise UnreadableMinutes("This is an old Word document (.doc); open it in Word, save it as .docx and choose that.")


def refuse_unsafe(text: str) -> None:
    """NUL and half characters are in no real minutes, and no database takes them."""
    if "\x00" in text or (not text.isascii() and _HALF.search(text)):
        raise UnreadableMinutes("This holds characters that no text has, so it is not text; choose the right file.")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableMinutes(
            f"This says it is {encoding.upper()} text but is damaged; save the file again as UTF-8."
        ) from None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: in English every other byte is zero."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or len(content) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) == 0:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _single_byte(content: bytes) -> tuple[str, tuple[Caution, ...]]:
    if _BINARY.search(content):
        raise UnreadableMinutes("This is not text; choose a text or HTML file, or paste the minutes.")
    declared = _CHARSET.search(content[:4096])
    if declared:
        name = declared[1].decode("ascii").lower()
        try:
            if name not in ("utf-8", "utf8", "iso-8859-1", "latin-1") and codecs.lookup(name):
                return content.decode(name), ()
        except (LookupError, ValueError):
            pass
    text = content.decode("cp1252", errors="replace")
    note = "This is not UTF-8; it was read as Windows text (cp1252). Look at pound signs, quotation marks and dashes."
    return text, (Caution(None, note),)
