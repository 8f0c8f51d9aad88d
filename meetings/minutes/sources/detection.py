"""Which format a source is in, from its first characters."""

import re

_HTML = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|div|table|tr|td|ul|ol|li|br|span|h[1-6]|b|strong|em|a)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_SAMPLE = 20_000
_FEWEST_TAGS = 3


def detect(text: str) -> str:
    """ "html" where the source opens as a page or holds several tags of a page, else "text"."""
    sample = text[:_SAMPLE]
    if _HTML.match(sample):
        return "html"
    tags = sum(1 for _, _ in zip(range(_FEWEST_TAGS), _TAG.finditer(sample), strict=False))
    return "html" if tags >= _FEWEST_TAGS else "text"
