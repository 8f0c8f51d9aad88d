"""Plain text: one line of text is one line, without the marks of Markdown where it is written so."""

from meetings.minutes.limits import refuse_long

from .line import Line
from .markdown import is_markdown, line

_EMPTY = Line("")


def lines(content: str) -> list[Line]:
    refuse_long(content)
    if is_markdown(content):
        return [line(text) if text else _EMPTY for text in content.splitlines()]
    return [Line(text) if text else _EMPTY for text in content.splitlines()]
