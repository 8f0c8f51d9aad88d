"""What corrected minutes change in those that were recorded: item by item, passage by passage, word by word.

`carrying_over` does again in the new reading what the clerk corrected in the old one; `passages` compares, `pairing`
finds which passage is which, by the `likeness` of their words; `differences` is what comes of it, and `recasting`
tells which of it became another sort of passage.
"""

from .passages import CannotPair, compare, merged

__all__ = ["CannotPair", "compare", "merged"]
