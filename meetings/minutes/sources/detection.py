"""Which format a source is in: files of bytes by their signature, text by its first characters."""

import re

from .word import is_word

_HTML = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|div|table|tr|td|ul|ol|li|br|span|h[1-6]|b|strong|em|a)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_XML = re.compile(r"\s*<\?xml\b")
_ANSWER = re.compile(r"\s*<(?:meeting|getmeetings\w*|committees|getcommittees)\b(?=[^<]{0,400}>)", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SAMPLE = 20_000
_ZIPPED = b"PK\x03\x04"
_PDF_WITHIN = 1024
"""Bytes from the start within which the mark of a PDF may stand (ISO 32000, annex H: what readers accept)."""
_FEWEST_TAGS = 3


def file_format(content: bytes) -> str | None:
    """ "pdf" or "word" where these bytes are such a file, whatever its name says; None for all others.

    Raises UnreadableMinutes where they are a zip that is damaged.
    """
    if content.startswith(_ZIPPED):
        return "word" if is_word(content) else None
    return "pdf" if b"%PDF-" in content[:_PDF_WITHIN] else None


def detect(text: str) -> str:
    """ "html" where the source opens as a page or holds several tags of a page, "moderngov" where it is XML, else
    "text".
    """
    sample = text[:_SAMPLE]
    is_xml = bool(_XML.match(sample))
    if _ANSWER.match(sample) or (is_xml and not _PAGE.search(sample)):
        return "moderngov"
    if is_xml or _HTML.match(sample):
        return "html"
    tags = sum(1 for _, _ in zip(range(_FEWEST_TAGS), _TAG.finditer(sample), strict=False))
    return "html" if tags >= _FEWEST_TAGS else "text"
