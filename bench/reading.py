"""Reading minutes: what one long meeting costs a clerk who waits for the preview."""

from collections.abc import Iterator

from bench.figure import Figure, milliseconds
from bench.wording import as_html, as_text
from meetings.minutes import read


def figures() -> Iterator[Figure]:
    text, html = as_text(items=20, paragraphs=20), as_html(items=20, paragraphs=20)
    short = as_text(items=1, paragraphs=20)
    yield milliseconds("reading: one item, 20 paragraphs, text", lambda: read(short, "text"), limit=30)
    yield milliseconds("reading: 20 items, 400 paragraphs, text", lambda: read(text, "text"), limit=350)
    yield milliseconds("reading: 20 items, 400 paragraphs, HTML", lambda: read(html, "html"), limit=350)
