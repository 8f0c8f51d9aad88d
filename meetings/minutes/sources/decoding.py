"""Bytes to text: byte order marks, UTF-8, UTF-16, and the cp1252 of old Word files; anything binary is refused."""

import codecs
import re
from functools import lru_cache
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
    (b"PK\x03\x04", "a zip file that holds no Word document"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_OTHER_ALPHABET = re.compile(r"(?:windows-|cp)12\d\d|iso-?8859-(?:[2-9]|1\d)|koi8-[ru]|macintosh")
"""Encodings of which a page may say that they are its own; Welsh has letters that only ISO 8859-14 holds."""
_UTF7 = re.compile(rb"\+(?:AKM|AKA|IB[A-Za-z0-9+/])-")
_LOOK = "Look at pound signs, quotation marks and dashes."
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)}
"""What bytes that are no UTF-8 stand for, as Python keeps them in a text."""
_LETTERS = {byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0x100)}
_BYTES = {chr(byte): bytes([byte]) for byte in _LETTERS} | {letter: bytes([byte]) for byte, letter in _LETTERS.items()}
_BEHIND = f"[\x80-\xbf{''.join(letter for byte, letter in _LETTERS.items() if byte < 0xA0)}]"
_LOST = "â€\ufffd"
"""What is left of a closing quotation mark where its last byte, which Windows does not know, was replaced."""
_TWICE = re.compile(f"[ÂÃÄÅ]{_BEHIND}|â{_BEHIND}{{2}}|{_LOST}|ï»¿")
"""Letters of western Europe, quotation marks and dashes, and a byte order mark, after two encodings."""
_PLAIN = bytes(range(0x80))
_NO_TEXT = "This is not text, nor Word, PDF or HTML; choose another file, or paste the minutes."
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
    if content.isascii() and _UTF7.search(content):
        return _utf7(content)
    try:
        return _once_decoded(content.decode("utf-8"))
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
        raise UnreadableMinutes(_NO_TEXT)
    declared = _CHARSET.search(content[:4096])
    if declared and _OTHER_ALPHABET.fullmatch(name := declared[1].decode("ascii").lower()):
        try:
            return content.decode(name), ()
        except (LookupError, ValueError):
            pass
    if len(content.translate(None, _PLAIN)) * 2 > len(content):
        raise UnreadableMinutes(_NO_TEXT)
    text = content.decode("utf-8", errors="surrogateescape").translate(_WINDOWS)
    is_mixed = len(text) < len(content)
    told = "UTF-8 with Windows text (cp1252) in it" if is_mixed else "not UTF-8; it was read as Windows text (cp1252)"
    return text, (Caution(None, f"This is {told}. {_LOOK}"),)


def _once_decoded(text: str) -> tuple[str, tuple[Caution, ...]]:
    """UTF-8 that was taken for Windows text and written as UTF-8 again: "â€™" is ’ and "Â£" is £."""
    if not _TWICE.search(text):
        return text, ()
    whole = _TWICE.sub(lambda apart: _put_together(apart[0]), text)
    return whole, (Caution(None, f"Letters of this were taken apart (Â£ for £). {_LOOK}"),)


@lru_cache(maxsize=512)
def _put_together(apart: str) -> str:
    if apart == _LOST:
        return "”"
    try:
        return b"".join(_BYTES[letter] for letter in apart).decode("utf-8")
    except UnicodeDecodeError:
        return apart


def _utf7(content: bytes) -> tuple[str, tuple[Caution, ...]]:
    """What old programs made of an e-mail: "+AKM-2" for £2."""
    try:
        text = content.decode("utf-7")
    except UnicodeDecodeError:
        return content.decode("ascii"), ()
    return text, (Caution(None, f"This was read as text of an old e-mail (UTF-7). {_LOOK}"),)
