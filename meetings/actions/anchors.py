"""The addresses of passages inside a meeting. Given once, at recording, and never changed: others link to them.

Minute 33.6 gets `p33-6`, resolution 2 `r2`. Where an earlier item of the meeting has that anchor already, the address
of the item comes in between: `p29-1`, `r29-2`. What bears no number is counted inside its item: `p29-para-4`,
`r29-res-1`. Should that be taken too, `-2` stands behind.
"""

import re
from collections.abc import Iterable

from django.utils.text import slugify

_LONGEST_ITEM, _LONGEST_NUMBER, _LONGEST_TITLE = 30, 20, 60
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")

RESERVED = frozenset({"publish", "approve", "exempt"})
"""What stands in the place of an item in addresses of a meeting."""


def hyphened(number: str) -> str:
    """A printed number as part of an address: “33.6” gives 33-6, “a(i)” a-i, “ESC/16/25” esc-16-25."""
    return _NOT_PLAIN.sub("-", number.lower()).strip("-")


def item_slug(number: str, title: str, *, order: int, taken: Iterable[str]) -> str:
    """The address of an item in its meeting: its number, else its title, else where it stands."""
    slug = hyphened(number) or _shortened(slugify(title)) or f"item-{order}"
    return free(f"item-{slug}" if slug in RESERVED else slug, set(taken))


def free(wanted: str, taken: set[str]) -> str:
    """`wanted`, with the first number behind it that nobody has."""
    found, n = wanted, 1
    while found in taken:
        n += 1
        found = f"{wanted}-{n}"
    return found


def _shortened(slug: str) -> str:
    if len(slug) <= _LONGEST_TITLE:
        return slug
    return slug[:_LONGEST_TITLE].rpartition("-")[0] or slug[:_LONGEST_TITLE]


class Anchors:
    """Gives out the anchors of one meeting."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def paragraph(self, number: str, *, item: str, order: int) -> str:
        """`item` is the item's address, `order` the paragraph's place in it, from 1."""
        return self._give("p", number, item, f"para-{order}")

    def resolution(self, number: str, *, item: str, order: int) -> str:
        return self._give("r", number, item, f"res-{order}")

    def _give(self, letter: str, number: str, item: str, running: str) -> str:
        printed = hyphened(number)[:_LONGEST_NUMBER]
        anchor = f"{letter}{printed}"
        if not printed or anchor in self._taken:
            place = item[:_LONGEST_ITEM].strip("-")
            anchor = free(f"{letter}{place}-{printed or running}", self._taken)
        self._taken.add(anchor)
        return anchor
