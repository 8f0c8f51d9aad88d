"""Plain text: one line of text is one line."""

from meetings.minutes.limits import refuse_long

from .line import Line

_EMPTY = Line("")


def lines(content: str) -> list[Line]:
    refuse_long(content)
    return [Line(text) if text else _EMPTY for text in content.splitlines()]
