"""A line that holds several items or paragraphs behind each other, as a copied page may: their numbers count up."""

import re
from collections.abc import Mapping, Sequence

from .numbering import Marker, Style, longest_run
from .sources.line import Line, Mark
from .words import STANDING_ITEM, is_heading

_ITEM = re.compile(r"(?:\A\s*|(?<=\s))(?P<number>\d{1,3})\.\s+(?=[A-Z])")
_PARAGRAPH = re.compile(r"(?<=\s)(?P<item>\d{1,3})\.(?P<count>\d{1,2})\.?\s+(?=[A-Z“])")
_ONE_OF_THREE = ("0. ", "3. ", "6. ", "9. ")
"""Of any three numbers behind each other one ends so."""

_NAMES = re.compile(r"\s+(?=(?:Present|PRESENT|In attendance|IN ATTENDANCE|Apologies|APOLOGIES|Officers|OFFICERS)\s*:)")
_WORD = re.compile(r"\s+(?=(?P<word>[A-Z0-9][\w’']*))")
_OPENERS = frozenset([
    "The", "There", "It", "Members", "Councillor", "Councillors", "Cllr", "Cllrs", "A", "An", "No", "None", "Nil",
    "Mr", "Mrs", "Ms", "Miss", "Dr", "RESOLVED", "Resolved", "AGREED", "Agreed", "NOTED", "This", "These", "All",
    "He", "She", "They", "Nobody", "Everybody", "Nothing", "Several", "Both", "As", "At", "Since",
    "Officers", "Following", "After", "Having", "In", "On", "One", "Two", "Three", "To",
])  # fmt: skip
"""How a sentence begins behind a title on its line."""

_NEVER_LAST = frozenset(["from", "of", "for", "by", "with", "to", "in", "on", "at", "the", "and"])
"""Words behind which a title goes on, or a sentence begins as its title does: "Apologies Apologies from Cllr Ash"."""

_ENDS = frozenset(".?!:;)”’]")
_LEAST, _HEAD, _WORDS = 120, 140, 10
_ITEMS, _PARAGRAPHS = 3, 2
_LONG, _LONG_LINES = 5_000, 2_000_000
"""Characters of a long line, and of all that are looked through: some hundred whole minutes, each on one line."""
_NUMBERED_LINES = 4_000_000
"""Characters of all lines in which items may count up: of ordinary minutes not one line in a hundred is such."""
_SPACES = 8


def starts_run_on(
    lines: Sequence[Line], figured: Sequence[int], known: Mapping[int, Sequence[int]]
) -> dict[int, list[int]]:
    """For each line, by its place, the columns where an item, the text behind its title, or a paragraph begins.

    `figured` are the lines that hold figures; those starts that are `known` already are among those found.
    """
    found = {place: list(columns) for place, columns in known.items()}
    left, numbered = _LONG_LINES, _NUMBERED_LINES
    for place in figured:
        line = lines[place]
        text = line.text
        if len(text) > _LONG:
            left -= len(text)
            if left < 0:
                continue
        if len(text) < _LEAST or line.mark is not Mark.PLAIN:
            continue
        counts = any(map(text.__contains__, _ONE_OF_THREE))
        numbered -= len(text) if counts else 0
        columns = _items(text) if counts and numbered > 0 else []
        if ".1 " in text and ".2 " in text:
            columns += _paragraphs(text)
        if columns:
            lead = len(text) - len(text.lstrip())
            found[place] = sorted({column for column in (*columns, *known.get(place, ())) if column > lead})
    return found


def _items(text: str) -> list[int]:
    """Where three titles or more, numbered one behind the other, begin and end."""
    members: list[tuple[int, int, Marker]] = []
    for found in _ITEM.finditer(text):
        end = title_end(text[found.end() : found.end() + _HEAD])
        if end:
            marker = Marker(found["number"], Style.NUMBER, (int(found["number"]),), 0)
            members.append((found.start(), found.end() + end, marker))
    run = longest_run([marker for _, _, marker in members], gap=1) if len(members) >= _ITEMS else []
    if len(run) < _ITEMS:
        return []
    names = [found.end() for found in _NAMES.finditer(text, 0, members[run[0]][0])]
    return [*names, *(column for chosen in run for column in members[chosen][:2])]


def title_end(rest: str) -> int:
    """Where the title that stands here ends and its text begins, 0 where none does."""
    standing = 0
    for found in _WORD.finditer(rest[:_HEAD]):
        head = rest[: found.start()]
        if head.count(" ") >= _WORDS:
            break
        opens = found["word"] in _OPENERS and head.rpartition(" ")[2] not in _NEVER_LAST
        if (opens or head[-1] in ".:–-") and is_heading(head.rstrip(" .:–-")):
            return found.end()
        if STANDING_ITEM.match(head):
            standing = found.end()
    return standing


def _paragraphs(text: str) -> list[int]:
    """Where 3.1, 3.2 and so on stand behind each other."""
    columns: list[int] = []
    run: list[int] = []
    last = (0, 0)
    for found in _PARAGRAPH.finditer(text):
        number = (int(found["item"]), int(found["count"]))
        before = text[max(0, found.start() - _SPACES) : found.start()].rstrip()
        if number == (last[0], last[1] + 1) and before[-1:] in _ENDS:
            run.append(found.start())
        elif number[1] == 1:
            columns += run if len(run) >= _PARAGRAPHS else []
            run = [found.start()]
        else:
            continue
        last = number
    return columns + (run if len(run) >= _PARAGRAPHS else [])
