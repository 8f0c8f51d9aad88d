"""A line of a source, as every format gives it."""

from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """What the source itself knew of a line.

    Those from ITEM on bear the name of the kind that they become; those in TOLD are only of a source that parts the
    minutes itself. A LABEL opens the agenda, the decision or the minutes of an item. Of an ITEM the number stands
    before a tab. A NOTICE is no minutes, and the clerk must be told of it. The level of a HEADING is its depth from 1,
    or 0 where the source does not know it.
    """

    PLAIN = "plain"
    HEADING = "heading"
    ROW = "row"
    ITEM = "item"
    COMMITTEE = "committee"
    MEETING = "meeting"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ACTION = "action"
    DOCUMENT = "document"
    LEFT_OUT = "left_out"
    LABEL = "label"
    NOTICE = "notice"


TOLD = frozenset(Mark) - {Mark.PLAIN, Mark.HEADING, Mark.ROW, Mark.ACTION, Mark.LEFT_OUT}
"""What a line is, as its source says: nothing is read out of its words."""

WHOLE = TOLD | {Mark.ROW, Mark.ACTION, Mark.LEFT_OUT}
"""Lines that are one piece each: never cut, never joined, no number read in front of them."""


class Line(NamedTuple):
    """`text` is what is printed, with the number or bullet that the format draws; `level` is the depth of its list.

    `key` is what the source's own system calls the meeting, item or document that the line names; `note` says why a
    line is no minutes, where the source says so.
    """

    text: str
    mark: Mark = Mark.PLAIN
    level: int = 0
    key: str = ""
    note: str = ""
