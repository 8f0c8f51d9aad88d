"""Text: most lines, most pieces, longest lines, such that one of the reader's passes has the most to do."""

from collections.abc import Callable
from functools import partial
from string import ascii_lowercase

from bench.attacks import Attacks, times
from meetings.minutes.limits import LINES_LIMIT, LONGEST_LINE, PIECES_LIMIT, PRINTED_LIMIT, SOURCE_LIMIT
from meetings.minutes.ordinals import letters, roman

_SAID = "and members asked about the cost of it, which the officer said would follow before the summer of that year"
_MIDDLING = 4_900
"""Characters of a line that is not yet long to `run_on`."""
_FULL = SOURCE_LIMIT // PIECES_LIMIT - 2
"""Characters of a line where as many lines as may be pieces fill a source."""
_WORDS = ("roads", "bridges", "tolls", "parks", "ponds", "libraries", "markets", "ferries", "trees", "lamps", "drains")

EACH: dict[str, Callable[[int], str]] = {
    "a heading": lambda n: f"{_WORDS[n % 11].capitalize()} and {_WORDS[n % 7].capitalize()}",
    "RESOLVED": lambda n: "RESOLVED:",
    "a resolution": lambda n: f"RESOLVED: That the plan for {_WORDS[n % 11]} be noted.",
    "a limb": lambda n: f"({ascii_lowercase[n % 26]}) the plan be kept;",
    "(a)": lambda n: "(a)",
    "a roman number": lambda n: f"({roman(n % 39 + 1)}) the plan be kept;",
    "the next number": lambda n: f"{n % 9999}. {_WORDS[n % 11].capitalize()}",
    "a number alone": lambda n: f"{n % 9999}.",
    "a decimal number": lambda n: f"{n // 999 + 1}.{n % 999 + 1} It was so.",
    "a reference": lambda n: f"{n % 9999}/21 To Approve it",
    "a date": lambda n: f"{n % 28 + 1} March 2026",
    "an action": lambda n: "ACTION: JB, SL",
    "an action in brackets": lambda n: f"It was so. [Action: {ascii_lowercase[n % 26].upper()}B, SL]",
    "an action that is implied": lambda n: "Members asked for a list of it.",
    "an action that is referred to": lambda n: f"It was asked for ({n % 99}).",
    "a vote": lambda n: f"For: {n % 99}, Against: 3, Abstentions: 1",
    "a roll call": lambda n: f"For: Councillors Fox, Ash and Reed ({n % 9})",
    "a cell": lambda n: f"Cllr A Fox{n % 99}",
    "two letters": lambda n: "ab",
    "a figure": lambda n: f"{n % 1000},{n % 7}",
    "a row with bars": lambda n: f"{n} | Look at it | Head of Roads | 1 May 2026",
    "a row with tabs": lambda n: f"{n}\tLook at it\tHead of Roads\t1 May 2026",
    "the head of a table": lambda n: "Ref | Action | Owner | Due",
    "the head of a column": lambda n: ("Action", "Owner", "Due")[n % 3],
    "another one again": lambda n: f"The plan for {_WORDS[n % 11]} was kept.",
    "a label": lambda n: ("Minutes:", "Decision:")[n % 2],
    "present": lambda n: "Present:",
    "who was there": lambda n: f"Present: Councillor A Fox{n % 99}",
    "a question": lambda n: ("Question 1: Why?", "Answer: It was so.")[n % 2],
    "a numbered question": lambda n: ("1. Why was it so?", "[It was so.]")[n % 2],
    "a bracket unclosed": lambda n: ("1. Why was it so?", "[It was so")[n % 2],
    "a motion": lambda n: ("It was moved by Cllr Fox that:", "“That it be kept”")[n % 2],
    "a quotation unclosed": lambda n: ("Cllr Fox moved the following motion:", "“That it")[n % 2],
    "an exclusion": lambda n: (
        f"{n % 9999}. Fees",
        "RESOLVED: That the public be excluded for items 1 to 9 and the following items, paragraph 3 of Schedule 12A",
    )[n % 2],
    "letter-spaced": lambda n: "R E S O L V E D T H A T it be so",
    "a bullet": lambda n: ("•", "a plan")[n % 2],
    "a quoted e-mail": lambda n: "> The plan.",
    "a page number": lambda n: f"Page {n}",
    "a name and a day": lambda n: f"Roads Committee - {n % 28 + 1} March 2026",
    "a paper": lambda n: f"Plan {n % 99} PDF 96 KB",
    "an implication": lambda n: "Finance – None",
    "a report": lambda n: "Report of: the Clerk",
    "a tag": lambda n: "<AI1>x</AI1>",
    "a row whose last cell acts": lambda n: "Roads\tIt was so.\tAB",
    "a reference that counts behind": lambda n: f"ESC/16/{n % 9999} Roads",
    "minutes of a meeting": lambda n: f"Minutes of the meeting of the Roads Committee held on {n % 28 + 1} March 2026",
    "a request in Welsh": lambda n: ("Gofynnodd y Cynghorydd am adroddiad.", "The Councillor asked for a report.")[
        n % 2
    ],
}
"""Lines of which a source is made from end to end."""

_LONG = ("a heading", "a resolution", "a limb", "a reference", "an action in brackets", "a vote", "a question")
"""Those that are measured with long lines too, of which as many as may be pieces fill a source."""

_IN_LINE: dict[str, Callable[[int], str]] = {
    "words": lambda n: "a plan and ",
    "sentences": lambda n: "It was so. ",
    "item numbers": lambda n: f"{n % 9999}. It ",
    "limbs": lambda n: f"({letters(n % 26 + 1)}) x; ",
    "references": lambda n: f"{n % 9999}/21 To Do ",
    "numbers in capitals": lambda n: f"{n % 9999} ROADS ",
    "RESOLVED": lambda n: "RESOLVED ",
    "resolved that": lambda n: "Resolved: that it be so. ",
    "moved by": lambda n: "moved by Cllr Fox and ",
    "labels": lambda n: "Minutes: x ",
    "actions": lambda n: "Action: JB ",
    "actions in brackets": lambda n: "[Action: JB] ",
    "actions that are implied": lambda n: "asked for a list and ",
    "names": lambda n: "Cllr A Fox, ",
    "dates": lambda n: f"{n % 28 + 1} March 2026 ",
    "votes": lambda n: "3 for, 2 against, ",
    "brackets": lambda n: "(",
    "square brackets": lambda n: "[",
    "quotation marks": lambda n: "“",
    "letters apart": lambda n: "T H A T ",
    "bars": lambda n: "a | ",
    "tabs": lambda n: "a\t",
    "bullets": lambda n: "• a ",
    "dashes": lambda n: "- ",
    "dots": lambda n: ".",
    "spaces": lambda n: "  ",
    "tags": lambda n: "<AI1>",
    "capitals": lambda n: "ROADS ",
    "figures": lambda n: "1",
    "numbers and stops": lambda n: "1.",
    "signs of quoting": lambda n: "> ",
    "committees": lambda n: "Roads Committee ",
    "numbers behind sentences": lambda n: "(1) x; (2) y; ",
    "resolutions and numbers": lambda n: "RESOLVED: That (1) x. ",
    "requests": lambda n: "requested that ",
    "requests that come to nothing": lambda n: "requested that be x ",
    "what is asked for": lambda n: "asked for x ",
    "capitals that are two letters when small": lambda n: "İ asked for a list ",
    "paragraphs of Schedule 12A": lambda n: "paragraph 3 of Schedule 12A and ",
}
"""What a line is made of that is as long as one may be, ten of which fill a source."""


def _lines(make: Callable[[int], str], count: int) -> bytes:
    return times(count, lambda n: make(n) + "\n")


def _filled(make: Callable[[int], str]) -> bytes:
    """As many pieces, and each of them so long that together they are as large as a source may be."""

    def line(number: int) -> str:
        begun = make(number)
        behind = f" {_SAID} {_SAID}"[: max(0, _FULL - len(begun.encode()) - 3)].rstrip()
        return f"{begun}{behind}.\n"

    return times(PIECES_LIMIT - 10, line)


def _middling(make: Callable[[int], str]) -> bytes:
    """Lines just short enough that none is thought long, as many as a source holds."""
    unit = "".join(make(n) for n in range(1, 2_001))
    line = f"A {(unit * (_MIDDLING // len(unit) + 1))[:_MIDDLING]}.\n"
    return times(SOURCE_LIMIT // _MIDDLING, lambda n: line)


def _referred_actions(count: int) -> bytes:
    """Actions of a list that go to the paragraphs which refer to them, behind as many that stay."""
    said = "".join(f"Members asked for a list. ({n})\n\n" for n in range(1, 100))
    staying = "ACTION: Clerk to look at it\n\n" * count
    return times(count, lambda n: f"({n % 99 + 1}) Map of services - JB\n\n", f"{said}ACTIONS:\n\n{staying}")


def _long(make: Callable[[int], str]) -> bytes:
    """Lines that are as long as one may be, as many as a source holds."""
    unit = "".join(make(n) for n in range(1, 2_001))
    long = (unit * (LONGEST_LINE // len(unit) + 1))[: LONGEST_LINE - 4]
    return times(20, lambda n: f"A {long}.\n")


ATTACKS: Attacks = {
    **{f"text: each line {name}": partial(_lines, make, PIECES_LIMIT - 10) for name, make in EACH.items()},
    **{f"text: each long line {name}": partial(_filled, EACH[name]) for name in _LONG},
    **{f"text: long lines of {name}": partial(_long, make) for name, make in _IN_LINE.items()},
    **{f"text: lines of 4,900 {name}": partial(_middling, make) for name, make in _IN_LINE.items()},
    "text: actions that are referred to": partial(_referred_actions, 20_000),
    "text: a row of most bars": lambda: b"Item | Action\n1. Roads | Look at them " + b"|" * (LONGEST_LINE - 50),
    "text: empty lines": lambda: b"\n" * (LINES_LIMIT - 1) + b"x",
    "text: one paragraph of most lines": lambda: times(PRINTED_LIMIT - 10, lambda n: _SAID[:98] + "\n"),
    "text: short lines that go on": lambda: times(PRINTED_LIMIT - 10, lambda n: "of the\n"),
}
