"""Reads council minutes. Any source -> lines -> blocks -> Minutes; plain Python, no Django.

Blocks are the flat, ordered list that a clerk corrects; `assemble` derives everything else from them.
"""

from .assemble import assemble
from .collecting import uncollected
from .errors import UnreadableMinutes
from .reading import read_blocks
from .sittings import read_sittings
from .structure import (
    Action,
    Block,
    Caution,
    Implication,
    Item,
    Kind,
    LeftOut,
    Minutes,
    Paragraph,
    Reading,
    Resolution,
    Vote,
)

__all__ = [
    "Action",
    "Block",
    "Caution",
    "Implication",
    "Item",
    "Kind",
    "LeftOut",
    "Minutes",
    "Paragraph",
    "Reading",
    "Resolution",
    "UnreadableMinutes",
    "Vote",
    "assemble",
    "read",
    "read_blocks",
    "read_sittings",
]


@uncollected()
def read(source: str | bytes, format: str | None = None) -> Minutes:
    """The minutes in this source; `format` is "text", "html", or None to find out. Raises UnreadableMinutes only."""
    reading = read_blocks(source, format)
    return assemble(reading.blocks, warnings=reading.warnings)
