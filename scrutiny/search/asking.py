"""Search: the whole answer to what somebody typed, over agenda items, paragraphs, resolutions and
recommendations.

Rows come in through `visible_to` alone: what a visitor may not see is in no list and in no count.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from django.db.models import Model, TextChoices

from meetings.models import AgendaItem, Paragraph, Resolution
from meetings.permissions import Visitor
from recommendations.models import Recommendation
from scrutiny.search.engine import POOL, ranked
from scrutiny.search.hits import Hit, Key, hits
from scrutiny.search.named import is_like_a_name, named
from scrutiny.search.words import Words, understand


class Kind(TextChoices):
    """What can be looked for; in this order where two are equally good."""

    RECOMMENDATIONS = "recommendations", "Recommendations"
    RESOLUTIONS = "resolutions", "Resolutions"
    ITEMS = "items", "Agenda items"
    PARAGRAPHS = "paragraphs", "Minutes"


KIND_OF: dict[type[Model], Kind] = {
    Recommendation: Kind.RECOMMENDATIONS,
    Resolution: Kind.RESOLUTIONS,
    AgendaItem: Kind.ITEMS,
    Paragraph: Kind.PARAGRAPHS,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found; `is_more` when there are more than were counted."""

    count: int
    is_more: bool = False

    def __str__(self) -> str:
        return f"{self.count:,}{'+' if self.is_more else ''}"

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.count + other.count, self.is_more or other.is_more)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: the `keys` of what was found, best first, of the kind asked for; the `tallies` of every kind."""

    words: Words
    keys: list[Key]
    tallies: dict[Kind, Tally]
    visitor: Visitor
    on: datetime.date

    @property
    def total(self) -> Tally:
        return sum(self.tallies.values(), Tally(0))

    @property
    def is_for_a_name(self) -> bool:
        """Whether a reference or a number seems to have been typed, though perhaps not as one is printed."""
        return is_like_a_name(self.words.text)

    def hits(self, keys: Sequence[Key]) -> list[Hit]:
        """What a page shows of some of the keys, in their order."""
        return hits(keys, self.words, visitor=self.visitor, on=self.on)


def search(text: str, *, visitor: Visitor, on: datetime.date, kind: Kind | None = None) -> Found:
    """What is called by this name goes first, then what holds the words.

    The best of each kind alternate: ranks of different tables have no common measure, because a word is rare or common
    within its own table; places have.
    """
    words = understand(text)
    columns: list[list[Key]] = [
        [(Recommendation, key) for key in ranked(Recommendation.objects.visible_to(visitor, on=on), words)],
        [(Resolution, key) for key in ranked(Resolution.objects.visible_to(visitor, on=on), words)],
        [(AgendaItem, key) for key in ranked(AgendaItem.objects.visible_to(visitor, on=on), words)],
        [(Paragraph, key) for key in ranked(Paragraph.objects.visible_to(visitor, on=on), words)],
    ]
    by_name = named(words.text, visitor=visitor, on=on)
    by_words = chain.from_iterable(zip_longest(*columns))
    keys = [key for key in dict.fromkeys([*by_name, *by_words]) if key is not None]
    kept = [key for key in keys if kind in (None, KIND_OF[key[0]])]
    return Found(words, kept, _tallies(keys), visitor, on)


def _tallies(keys: list[Key]) -> dict[Kind, Tally]:
    counts = dict.fromkeys(Kind, 0)
    for model, _ in keys:
        counts[KIND_OF[model]] += 1
    return {kind: Tally(min(count, POOL), is_more=count > POOL) for kind, count in counts.items()}
