"""What a clerk does to the blocks: change, join, split, leave out. Nothing of the source is lost by any of it.

Every operation takes the whole list and gives a new one; a block is named by its place, from 0. The sources of the new
blocks, put one behind the other, are those of the old ones, but for white space.
"""

import re
from collections.abc import Sequence

from meetings.minutes.numbering import Style, read_marker
from meetings.minutes.structure import Block, Kind

LEFT_OUT_BY_CLERK = "left out by the clerk"
_TELLING_WORDS = 30
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_BEHIND = {
    Kind.ITEM: Kind.PARAGRAPH,
    Kind.TITLE: Kind.PARAGRAPH,
    Kind.HEADING: Kind.PARAGRAPH,
    Kind.STEM: Kind.RESOLUTION,
    Kind.DECISION: Kind.PARAGRAPH,
}
"""What stands behind a piece of this kind, once it is split off; else it is of the same kind."""


class CannotEdit(ValueError):
    """The operation makes no sense there; the message says what to do."""


def change(blocks: Sequence[Block], place: int, *, kind: Kind, number: str, text: str, level: int) -> tuple[Block, ...]:
    """The piece as the clerk would have it; an empty number is none. What he leaves out says that he did."""
    block = _at(blocks, place)
    reason = "" if kind is not Kind.LEFT_OUT else block.reason or LEFT_OUT_BY_CLERK
    changed = block._replace(kind=kind, number=number or None, text=text, level=level, reason=reason)
    return (*blocks[:place], changed, *blocks[place + 1 :])


def leave_out(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """The piece is not minutes; its words are kept, and it can be taken back by giving it another kind."""
    left = _at(blocks, place)._replace(kind=Kind.LEFT_OUT, reason=LEFT_OUT_BY_CLERK)
    return (*blocks[:place], left, *blocks[place + 1 :])


def join_above(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    """Makes the piece the end of the one above, whose kind and number hold. A number it bore becomes words again."""
    block = _at(blocks, place)
    if place == 0:
        raise CannotEdit("There is nothing above the first piece to join it with.")
    above = blocks[place - 1]
    joined = above._replace(
        text=" ".join(part for part in (above.text, _with_marker(block)) if part),
        source=f"{above.source}\n{block.source}",
        last_line=max(above.last_line, block.last_line),
    )
    return (*blocks[: place - 1], joined, *blocks[place + 1 :])


def split(blocks: Sequence[Block], place: int, *, cut: int | None = None) -> tuple[Block, ...]:
    """Cuts a piece in two, behind `cut` characters of its text or at the first empty line in it.

    A printed number in front of the second part is read.
    """
    block = _at(blocks, place)
    first, second = _parts(block.text, cut)
    at = _cut_in_source(block.source, first, second)
    before, behind = block.source[:at], block.source[at:]
    breaks = before.count("\n") + (1 if behind[: len(behind) - len(behind.lstrip())].count("\n") else 0)
    middle = min(block.first_line + breaks, block.last_line)
    number, wording = _number_of(second)
    upper = block._replace(text=first, source=before, last_line=max(block.first_line, _end(block, before)))
    lower = block._replace(
        kind=_BEHIND.get(block.kind, block.kind),
        number=number,
        text=wording,
        source=behind,
        first_line=middle,
        key="",
    )
    return (*blocks[:place], upper, lower, *blocks[place + 1 :])


def _parts(text: str, cut: int | None) -> tuple[str, str]:
    if cut is None:
        text = text.strip()
        empty = _BLANK_LINE.search(text)
        if empty is None:
            raise CannotEdit("Put an empty line where the second piece begins, then split.")
        return text[: empty.start()].rstrip(), text[empty.end() :]
    first, second = text[:cut].strip(), text[cut:].strip()
    if not first or not second:
        raise CannotEdit("Put the cursor where the second piece begins, then split.")
    return first, second


def _at(blocks: Sequence[Block], place: int) -> Block:
    if not 0 <= place < len(blocks):
        raise CannotEdit("There is no such piece any more: look at the page again.")
    return blocks[place]


def _end(block: Block, before: str) -> int:
    """The last line of what stands before the cut."""
    return min(block.first_line + before.rstrip().count("\n"), block.last_line)


def _with_marker(block: Block) -> str:
    """The text, with the number that was taken from in front of it as it was printed."""
    if not block.number:
        return block.text
    printed = " ".join(block.source.split())
    at = printed.find(block.text) if block.text else -1
    return printed[: at + len(block.text)] if at > 0 else f"{block.number} {block.text}"


def _number_of(text: str) -> tuple[str | None, str]:
    """The printed number in front of a text and the words behind it; a bare figure may as well begin a sentence."""
    marker = read_marker(text)
    if marker is None or marker.style is Style.BULLET or not marker.firm or marker.length >= len(text):
        return None, text
    return marker.printed, text[marker.length :]


def _cut_in_source(source: str, first: str, second: str) -> int:
    """Where in the source the second part begins: exactly, where its words are those printed, else as near as may be.

    Whatever is found, source[:cut] and source[cut:] are the whole source.
    """
    printed = "".join(source.split())
    wanted = "".join(second.split())
    if printed.endswith(wanted):
        return _place_of(source, len(printed) - len(wanted))
    words = second.split()
    for count in range(min(len(words), _TELLING_WORDS), 0, -1):
        at = printed.find("".join(words[:count]))
        if at > 0:
            return _place_of(source, at)
    share = len("".join(first.split())) / max(1, len("".join(first.split())) + len(wanted))
    return _word_after(source, int(len(source) * share))


def _place_of(source: str, printed: int) -> int:
    """The place of the n-th character that is not white space, from 0."""
    seen = 0
    for place, character in enumerate(source):
        if not character.isspace():
            if seen == printed:
                return place
            seen += 1
    return len(source)


def _word_after(source: str, place: int) -> int:
    found = re.compile(r"(?<=\s)\S").search(source, place)
    return found.start() if found else len(source)
