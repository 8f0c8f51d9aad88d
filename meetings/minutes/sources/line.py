"""A line of a source, as every format gives it."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What the source itself knew of a line."""

    PLAIN = "plain"
    HEADING = "heading"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is what is printed, with the number or bullet that the format draws; `level` is the depth of its list."""

    text: str
    mark: Mark = Mark.PLAIN
    level: int = 0
