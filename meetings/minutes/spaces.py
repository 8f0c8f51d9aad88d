"""White space, and characters without width: a line as it is worded."""

import re

ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad")
_ZERO_WIDTH = re.compile(f"[{''.join(ZERO_WIDTH)}]")


def clean(raw: str) -> str:
    """One line of ordinary spaces, without characters that have no width."""
    if "  " not in raw and _is_plain(raw):
        return raw.strip(" ")
    if not raw.isascii() and not raw.replace("\xa0", " ").isprintable():
        raw = _ZERO_WIDTH.sub("", raw)
    return " ".join(raw.split())


def _is_plain(raw: str) -> bool:
    """Whether no white space but spaces stands there, and nothing without width; asked of every line there is."""
    if not raw.isascii():
        return raw.isprintable()
    odd = "\t" in raw or "\n" in raw or "\r" in raw or "\x0b" in raw or "\x0c" in raw
    return not (odd or "\x1c" in raw or "\x1d" in raw or "\x1e" in raw or "\x1f" in raw)
