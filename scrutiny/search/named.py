"""What is called by name: a recommendation by its reference, minutes by their printed number."""

import datetime
import re

from django.db.models import Q

from meetings.models import AgendaItem, Paragraph
from meetings.permissions import Visitor
from recommendations.models import Recommendation
from scrutiny.search.hits import Key

LONGEST_PREFIX = 12
"""As long as a committee's may be."""

SIGNS = r"[\s/().–-]*"
PREFIX = re.compile(r"\w(?:[\w &/-]*\w)?")
YEARS_AND_SEQUENCE = re.compile(rf"(?P<first>\d\d){SIGNS}(?P<last>\d\d){SIGNS}(?P<sequence>\d{{1,4}})")
"""What follows the prefix in “SSC (17/18) 01”, however carelessly: “17/18 1”, “17 18 01”, “171801”."""

NUMBER = re.compile(r"(?:(?:minutes?|paragraph|para|item)\.?\s*)?(?P<number>[\w./()-]*\d[\w./()-]*)", re.IGNORECASE)
"""“33.6”, “minute 33.6”, “ESC/16/25”."""

LIKE_A_NAME = re.compile(rf"(?:[^\W\d][\w &/-]{{0,{LONGEST_PREFIX - 1}}}?)?{SIGNS}\d[\d\s/().–-]*")
"""A few letters at most, then figures and signs only: “SSC 17/18”, “33.66”."""

Reading = tuple[str, int, int]
"""What a reference may mean: the prefix, the first year in two figures, the sequence."""

MOST_NAMED = 25
"""Many committees have had a minute 33.6: the newest come first, and no more than a page of them."""


def named(text: str, *, visitor: Visitor, on: datetime.date) -> list[Key]:
    """The keys of what the text is the name of, the newest first."""
    text = text.strip(' "')
    keys = _by_reference(_readings(text), visitor, on)
    if called := NUMBER.fullmatch(text):
        keys += _by_number(called["number"].rstrip("."), visitor, on)
    return keys


def is_like_a_name(text: str) -> bool:
    """Whether somebody may have meant a reference or a printed number, rightly typed or not."""
    return LIKE_A_NAME.fullmatch(text.strip(' "')) is not None


def _readings(text: str) -> set[Reading]:
    """All that the text may mean as a reference: without its signs, “SC12131401” is SC12 (13/14) 01 or SC (12/13) 1401.

    The two years follow on each other.
    """
    readings = set()
    for length in range(1, LONGEST_PREFIX + 1):
        prefix, rest = text[:length], re.sub(f"^{SIGNS}", "", text[length:])
        called = YEARS_AND_SEQUENCE.fullmatch(rest)
        if called and PREFIX.fullmatch(prefix) and int(called["last"]) == (int(called["first"]) + 1) % 100:
            readings.add((prefix, int(called["first"]), int(called["sequence"])))
    return readings


def _by_reference(readings: set[Reading], visitor: Visitor, on: datetime.date) -> list[Key]:
    """None where the text has several meanings, and more than one of them is a recommendation."""
    if not readings:
        return []
    meant = Q()
    for prefix, first, sequence in readings:
        meant |= Q(committee__prefix__iexact=prefix, municipal_year=2000 + first, sequence=sequence)
    keys = list(Recommendation.objects.visible_to(visitor, on=on).filter(meant).values_list("pk", flat=True))
    return [] if len(readings) > 1 and len(keys) > 1 else [(Recommendation, key) for key in keys]


def _by_number(number: str, visitor: Visitor, on: datetime.date) -> list[Key]:
    spellings = {number, number.upper(), number.lower()}
    items = AgendaItem.objects.visible_to(visitor, on=on).filter(number__in=spellings)
    paragraphs = Paragraph.objects.visible_to(visitor, on=on).filter(number__in=spellings)
    newest_items = items.order_by("-meeting__held_on", "-pk").values_list("pk", flat=True)[:MOST_NAMED]
    newest_paragraphs = paragraphs.order_by("-item__meeting__held_on", "-pk").values_list("pk", flat=True)[:MOST_NAMED]
    return [*((Paragraph, key) for key in newest_paragraphs), *((AgendaItem, key) for key in newest_items)]
