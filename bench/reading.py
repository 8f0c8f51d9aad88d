"""Reading minutes: what one long meeting costs a clerk who waits, and that twice the text takes twice the time."""

import subprocess
import sys
import time
from collections.abc import Iterator

from bench.figure import Figure, count, milliseconds
from bench.shapes import MEGABYTE, SHAPES
from bench.wording import as_html, as_text
from meetings.minutes import read

_ITEMS = 92
"""With twenty paragraphs each some 630 kB of text; sixteen times as much is 10 MB."""
_RUNS = 5
_SECONDS = """
import time

from bench.wording import as_html, as_text
from meetings.minutes import read

source = {source}
times = []
for _ in range({runs}):
    began = time.process_time()
    read(source, "{format}")
    times.append(time.process_time() - began)
print(min(times) / len(source) * 1e6)
"""
"""The least of several runs: the machine is noisy, the work the same."""
_PEAK = """
import re
from pathlib import Path

from bench import shapes
from bench.wording import as_html
from meetings.minutes import read

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024

source = {source}
before = peak()
minutes = read(source, "{format}")
print((peak() - before) / len(source))
"""
"""Run in a process of its own, which has held nothing else but the source. Linux says the most that it ever held."""


def figures() -> Iterator[Figure]:
    text, html = as_text(items=20, paragraphs=20), as_html(items=20, paragraphs=20)
    short = as_text(items=1, paragraphs=20)
    yield milliseconds("reading: one item, 20 paragraphs, text", lambda: read(short, "text"), limit=15)
    yield milliseconds("reading: 20 items, 400 paragraphs, text", lambda: read(text, "text"), limit=100)
    yield milliseconds("reading: 20 items, 400 paragraphs, HTML", lambda: read(html, "html"), limit=120)
    yield from _in_size()
    yield from _in_shapes()
    yield from _in_memory()


def _in_size() -> Iterator[Figure]:
    """Each size in a process of its own, so that what was read before does not lie in its memory."""
    once, four, sixteen = (_alone(f"as_text(items={_ITEMS * times}, paragraphs=20)") for times in (1, 4, 16))
    pages = _alone(f"as_html(items={_ITEMS * 16}, paragraphs=20)", "html")
    yield count("reading: 10 MB of text", sixteen * 10_000, "ms", limit=2000)
    yield count("reading: 10 MB of HTML", pages * 10_000, "ms", limit=3000)
    yield count("reading: a megabyte of 4x against 1x", four / once, "times", limit=1.5)
    yield count("reading: a megabyte of 16x against 1x", sixteen / once, "times", limit=1.5)


def _in_shapes() -> Iterator[Figure]:
    for name, (make, limit) in SHAPES.items():
        quarter, whole = (_seconds_a_megabyte(make(size)) for size in (MEGABYTE // 8, MEGABYTE // 2))
        yield count(f"reading: a megabyte {name}", whole * 1000, "ms", limit=limit)
        yield count(f"reading: {name}, 4x against 1x", whole / quarter, "times", limit=1.7)


def _in_memory() -> Iterator[Figure]:
    """At 10 MB; in lines of a few letters what is kept of each line weighs more than its letters, so at half a MB."""
    yield count("memory: 10 MB of text", _peak("shapes.plain(10_000_000)"), "times", limit=10)
    yield count("memory: 10 MB broken at 72 letters", _peak("shapes.wrapped(10_000_000)"), "times", limit=10)
    pages = _peak(f"as_html(items={_ITEMS * 16}, paragraphs=20)", "html")
    yield count("memory: 10 MB of HTML", pages, "times", limit=10)
    yield count("memory: half a MB of flattened cells", _peak("shapes.flattened_cells(500_000)"), "times", limit=80)


def _alone(source: str, format: str = "text") -> float:
    """Seconds of processor time that a megabyte of this source takes in a process that reads nothing else."""
    return _said(_SECONDS.format(source=source, format=format, runs=_RUNS))


def _peak(source: str, format: str = "text") -> float:
    """Most memory that reading needs, as a multiple of the source."""
    return _said(_PEAK.format(source=source, format=format))


def _said(program: str) -> float:
    """The number that this program prints, run in a process of its own."""
    asked = [sys.executable, "-c", program]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    return float(done.stdout)


def _seconds_a_megabyte(source: str) -> float:
    began = time.process_time()
    read(source, "text")
    return (time.process_time() - began) / len(source) * 1e6
