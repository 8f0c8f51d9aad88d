"""Text in other shapes than that of tidy minutes, as long as one likes: in one shape alone a slow pass can hide."""

import random
import textwrap
from collections.abc import Callable, Mapping
from itertools import count, cycle
from string import ascii_lowercase

from bench.wording import SUBJECTS, as_text, paragraph

MEGABYTE = 1_000_000
_ITEM = 6_850
"""Bytes of an item of twenty paragraphs in `bench.wording`."""


def filled(size: int, make: Callable[[int, str], str], head: str = "") -> str:
    """Lines that `make` writes from their number and a subject, up to this size."""
    lines, long = [head], len(head)
    for number, subject in zip(count(1), cycle(SUBJECTS)):
        if long >= size:
            return "\n".join(lines)
        lines.append(make(number, subject))
        long += len(lines[-1]) + 1
    raise AssertionError("counting came to an end")


def plain(size: int) -> str:
    return as_text(items=size // _ITEM, paragraphs=20)


_MEETING = (
    "Northmoor County Council\nSafer Communities Committee",
    "Minutes of the meeting held on {day} May 2026",
    "Present: Councillors A Fox (Chair), B Reed, C Voss and D Ash\nApologies: Councillor E Teal",
    "{number}1. Declarations of Interest",
    "Councillor Reed declared an interest in {subject}, as “a friend of the library”.",
    "{number}2. {subject}",
    "The Director presented the report, which had been circulated with the agenda.",
    "{said}",
    "Members asked for a report to be brought to the next meeting. The Chair agreed to write to the Cabinet Member.",
    "• the cost of {subject}; and\n• how the council’s partners would be told.",
    "It was moved by Councillor Reed, seconded by Councillor Ash and",
    "RESOLVED (5 votes for, 1 against):",
    "(a) that the report on {subject} be noted; and",
    "(b) that the Cabinet be asked to publish the figures.",
    "[Action: Head of Libraries]",
    "{number}3. Date of Next Meeting",
    "The next meeting would be held on 9 June 2026. The meeting closed at 8.15 pm.",
)


def printed(size: int) -> str:
    """Meetings with what a printed paper has: who was there, empty lines, quotation marks, votes, limbs and actions."""
    chance = random.Random(5)

    def meeting(number: int, subject: str) -> str:
        said = "\n\n".join(f"{number}2.{count} {paragraph(chance)}" for count in range(1, 9))
        paper = "\n\n".join(_MEETING)
        return paper.format(number=number, subject=subject.capitalize(), day=1 + number % 28, said=said)

    return filled(size, meeting)


def wrapped(size: int) -> str:
    """Broken at 72 letters, as an e-mail breaks it."""
    return "\n".join(textwrap.fill(line, 72) for line in plain(size).splitlines())


def on_one_line(size: int) -> str:
    return " ".join(plain(size).split("\n"))


def tiny_items(size: int) -> str:
    return filled(size, lambda number, subject: f"{number}. {subject.capitalize()}\n\nRESOLVED: That it be noted.\n")


def numbered_limbs(size: int) -> str:
    head = "1. Roads\n\nRESOLVED: That the Committee:"
    return filled(size, lambda number, subject: f"{number}. asks the Cabinet to look again at {subject};", head)


def nested_limbs(size: int) -> str:
    def limb(number: int, subject: str) -> str:
        outer = f"({ascii_lowercase[number % 26]}) the plan for {subject} be kept:"
        return f"{outer}\n(i) that {subject} be noted;\n(ii) that a note on {subject} be sent;"

    return filled(size, limb, "RESOLVED: That")


def table_with_bars(size: int) -> str:
    head = "Ref | Action | Owner | Due"
    return filled(size, lambda number, subject: f"{number} | Look at {subject} | Head of Roads | 1 May 2026", head)


def flattened_cells(size: int) -> str:
    """A table of which each cell came on a line of its own."""
    return filled(size, lambda number, subject: f"Councillor A Fox\n{subject.capitalize()}\nPresent\n{number % 90}")


def pages_of_items(size: int) -> str:
    chance = random.Random(3)
    return filled(
        size,
        lambda number, subject: (
            f"{number}.\n{subject.capitalize()} PDF 96 KB\nTo consider the report.\nMinutes:\n{paragraph(chance)}\n"
            "RESOLVED that it be noted.\n"
        ),
        "Agenda and minutes\nNo. Item",
    )


def exclusions(size: int) -> str:
    return filled(
        size,
        lambda number, subject: (
            f"{number}. {subject.capitalize()}\nRESOLVED: That the public be excluded for the following items, under "
            f"paragraph 3 of Schedule 12A of the Local Government Act 1972."
        ),
    )


SHAPES: Mapping[str, tuple[Callable[[int], str], float]] = {
    "as councils print it": (printed, 600),
    "broken at 72 letters": (wrapped, 500),
    "on one line": (on_one_line, 450),
    "tiny items": (tiny_items, 3500),
    "numbered limbs": (numbered_limbs, 1200),
    "nested limbs": (nested_limbs, 2000),
    "a table with bars": (table_with_bars, 1500),
    "flattened cells": (flattened_cells, 6000),
    "items of a page": (pages_of_items, 1000),
    "an exclusion in each item": (exclusions, 2500),
}
"""Each with the milliseconds that a megabyte of it may take. What is in short lines costs by the line."""
