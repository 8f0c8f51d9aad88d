"""Bare references to actions: "... by June. (5)" in the text, and perhaps "(5) Map of services - JB" in a list."""

import re
from collections.abc import Mapping, Sequence

from .structure import Block, Kind
from .words import last_sentence

_REFERENCE = re.compile(r"[.!?”\"]\s*\((?P<number>\d{1,2})\)\s*\Z")
_SAYING = (Kind.PARAGRAPH, Kind.BULLET, Kind.ANSWER, Kind.DECISION)
_ANNOUNCED = re.compile(r"\b(?:numbers?|figures?) in brackets\b.{0,120}\bactions?\b", re.IGNORECASE)
_ANNOUNCED_MOST = 400
_FEWEST, _FEWEST_GOING_ON = 2, 3
"""A list that goes on from an earlier meeting begins with any number."""


def references(blocks: Sequence[Block]) -> dict[str, int]:
    """By its number the place of each paragraph that ends in a bare reference; none where these do not count on."""
    found: dict[str, int] = {}
    first = 1
    for place, block in enumerate(blocks):
        if block.text[-1:] == ")" and block.kind in _SAYING and (end := _REFERENCE.search(block.text[-10:])):
            first = first if found else int(end["number"])
            if end["number"] != str(len(found) + first):
                return {}
            found[end["number"]] = place
    return found if len(found) >= (_FEWEST if first == 1 else _FEWEST_GOING_ON) else {}


def announced(blocks: Sequence[Block]) -> bool:
    """Whether the minutes say that these numbers are those of actions."""
    return any("brackets" in block.text and _ANNOUNCED.search(block.text[:_ANNOUNCED_MOST]) for block in blocks)


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
