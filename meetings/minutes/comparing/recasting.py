"""Passages that became another sort: a paragraph that is a resolution now, or the other way round.

Recorded, the two are different things with addresses of their own: the one is taken out, the other is new, and what
cites the one does not go along. To somebody who reads the comparison they are one passage that changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .likeness import Run, runs, same_words
from .pairing import Entry, pair

if TYPE_CHECKING:
    from meetings.minutes.set_down import Passage

    from .differences import Difference, ItemDifference


@dataclass(frozen=True, slots=True)
class Recast:
    """What is `gone`, and the `new` passage of the other sort that says it now; `runs` as in a difference."""

    gone: "Difference"
    new: "Difference"
    runs: tuple[Run, ...]


def recast(item: "ItemDifference") -> list[Recast]:
    """Those of one item. Nothing stands in two of them."""
    return [
        *_pairs([each for each in item.paragraphs if each.new is None], _new(item.resolutions)),
        *_pairs([each for each in item.resolutions if each.new is None], _new(item.paragraphs)),
    ]


def _new(differences: Sequence["Difference"]) -> list["Difference"]:
    return [each for each in differences if each.now is None]


def _pairs(gone: Sequence["Difference"], new: Sequence["Difference"]) -> list[Recast]:
    pairs = pair([_entry(each.passage) for each in gone], [_entry(each.passage) for each in new])
    return [Recast(gone[i], new[j], _said(gone[i].passage, new[j].passage)) for i, j in sorted(pairs.items())]


def _entry(passage: "Passage") -> Entry:
    return Entry(passage.number, passage.text)


def _said(gone: "Passage", new: "Passage") -> tuple[Run, ...]:
    return () if same_words(gone.text, new.text) else runs(gone.text, new.text)
