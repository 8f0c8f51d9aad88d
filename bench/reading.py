"""Reading minutes: what one long meeting costs a clerk who waits, and that twice the text takes twice the time."""

import time
from collections.abc import Iterator

from bench.figure import Figure, count, milliseconds
from bench.wording import as_html, as_text
from meetings.minutes import read

_ITEMS = 92
"""With twenty paragraphs each some 630 kB of text; sixteen times as much is 10 MB."""


def figures() -> Iterator[Figure]:
    text, html = as_text(items=20, paragraphs=20), as_html(items=20, paragraphs=20)
    short = as_text(items=1, paragraphs=20)
    yield milliseconds("reading: one item, 20 paragraphs, text", lambda: read(short, "text"), limit=30)
    yield milliseconds("reading: 20 items, 400 paragraphs, text", lambda: read(text, "text"), limit=350)
    yield milliseconds("reading: 20 items, 400 paragraphs, HTML", lambda: read(html, "html"), limit=350)
    yield from _in_size()


def _in_size() -> Iterator[Figure]:
    """Once each after the others have run, so nothing is cold: 10 MB take seconds, and medians of them minutes."""
    once = _seconds_a_megabyte(as_text(items=_ITEMS, paragraphs=20))
    four = _seconds_a_megabyte(as_text(items=_ITEMS * 4, paragraphs=20))
    sixteen = _seconds_a_megabyte(as_text(items=_ITEMS * 16, paragraphs=20))
    yield count("reading: 10 MB of text (aim: 2,000)", sixteen * 10_000, "ms", limit=3000)
    yield count("reading: a megabyte of 4x against 1x", four / once, "times", limit=1.5)
    yield count("reading: a megabyte of 16x against 1x", sixteen / once, "times", limit=1.5)


def _seconds_a_megabyte(text: str) -> float:
    began = time.process_time()
    read(text, "text")
    return (time.process_time() - began) / len(text) * 1e6
