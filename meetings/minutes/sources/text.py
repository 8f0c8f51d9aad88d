"""Plain text: one line of text is one line."""

from .line import Line


def lines(content: str) -> list[Line]:
    return [Line(text) for text in content.splitlines()]
