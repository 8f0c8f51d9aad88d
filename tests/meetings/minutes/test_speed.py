"""Time grows with the size of a source and with nothing else: long lines and endless lists do not hang the reader."""

import sys
import time
from types import FrameType

import pytest

from bench.shapes import SHAPES, plain
from meetings.minutes import read

SIZE = 100_000
HOSTILE = {
    "one long word": "a" * SIZE,
    "spaces": f"{' ' * SIZE}x",
    "figures": "1" * SIZE,
    "dotted figures": "1." * (SIZE // 2),
    "numbers in a line": "(a) x; " * (SIZE // 7),
    "stems in a line": "RESOLVED that " * (SIZE // 14),
    "movers in a line": "Moved by A, seconded by B and " * (SIZE // 30),
    "labels in a line": "A Minutes: " * (SIZE // 11),
    "dashes": " - " * (SIZE // 3),
    "capitals": "AAAA " * (SIZE // 5),
    "numbers alone": "1.\n" * (SIZE // 3),
    "lower lines": "abc def\n" * (SIZE // 8),
    "open brackets": "(1) q\n[a\n" * (SIZE // 9),
    "exclusions": "the public be excluded for items 1, 2 and 3, paragraph 1, 2, 3 of schedule 12A, " * (SIZE // 90),
    "tasks": "The Head of Roads and Head of Law to do it. " * (SIZE // 45),
    "agreed by": "Moved by A and agreed, " * (SIZE // 23),
    "closings": "x. The meeting closed at 7.00 " * (SIZE // 30),
    "spaced letters": "R E S O L V E D T H A T " * (SIZE // 24),
    "column heads": "Item\nAction\n" * (SIZE // 12),
    "asked for": "asked that would be " * (SIZE // 20),
    "limbs": "Resolved:\n" + "\n".join(f"{number}. that x be noted;" for number in range(1, SIZE // 20)),
    "references": "\n".join(f"{number}/21 To Do" for number in range(1, SIZE // 13)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_size_allows(name: str) -> None:
    start = time.process_time()
    read(HOSTILE[name], "text")
    assert time.process_time() - start < 5


SMALL, TIMES, MOST = 10_000, 4, 4.8


@pytest.mark.parametrize("name", [*SHAPES, "plain"])
def test_four_times_the_text_takes_four_times_the_work(name: str) -> None:
    """Work is counted in calls, so that no clock has a part in it."""
    make = SHAPES[name][0] if name in SHAPES else plain
    small, large = make(SMALL), make(SMALL * TIMES)
    read(small, "text")
    assert _calls(large) / _calls(small) < MOST * len(large) / len(small) / TIMES


def test_a_paragraph_costs_no_more_than_so_many_calls() -> None:
    """What slips into the walk over all pieces is paid for with each: it was 235 calls before they were counted."""
    text = plain(SMALL * TIMES)
    read(text, "text")
    assert _calls(text) / text.count("\n") < 280


def _calls(text: str) -> int:
    """Of functions, Python's and our own, while the text is read."""
    count = 0

    def heard(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    former = sys.getprofile()
    sys.setprofile(heard)
    try:
        read(text, "text")
    finally:
        sys.setprofile(former)
    return count
