"""Bare references to actions: "... by June. (5)" in the text, and perhaps "(5) Map of services - JB" in a list."""

import re
from collections.abc import Mapping, Sequence

from .structure import Block, Kind
from .words import last_sentence

_REFERENCE = re.compile(r"[.!?”\"]\s*\((?P<number>\d{1,2})\)\s*\Z")
_SAYING = (Kind.PARAGRAPH, Kind.BULLET, Kind.ANSWER, Kind.DECISION)
_FEWEST = 2


def references(blocks: Sequence[Block]) -> dict[str, int]:
    """By its number the place of each paragraph that ends in a bare reference; none where these do not count from 1."""
    found: dict[str, int] = {}
    for place, block in enumerate(blocks):
        if block.text[-1:] == ")" and block.kind in _SAYING and (end := _REFERENCE.search(block.text[-10:])):
            if end["number"] != str(len(found) + 1):
                return {}
            found[end["number"]] = place
    return found if len(found) >= _FEWEST else {}


def listed(blocks: Sequence[Block], referred: Mapping[str, int]) -> dict[int, int]:
    """The actions of a numbered list, by place, each with the place of the paragraph that refers to it."""
    if not referred:
        return {}
    return {
        place: referred[block.number]
        for place, block in enumerate(blocks)
        if block.kind is Kind.ACTION and block.number is not None and block.number in referred
    }


def said_before(text: str) -> str:
    """The sentence that the reference stands behind."""
    return last_sentence(text[: text.rindex("(")].rstrip())
