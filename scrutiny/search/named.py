"""What is called by name: a recommendation by its reference, minutes by their printed number."""

import datetime
import re

from meetings.models import AgendaItem, Paragraph
from meetings.permissions import Visitor
from recommendations.models import Recommendation
from scrutiny.search.hits import Key

REFERENCE = re.compile(
    r"(?P<prefix>\w[\w &/-]{0,11}?)[\s-]*\(?\s*(?P<first>\d\d)[/-](?P<last>\d\d)\s*\)?[\s-]*(?P<sequence>\d{1,4})"
)
"""“SSC (17/18) 01”, however carelessly: “ssc 17/18 1”, and as it stands in addresses: “ssc-17-18-01”."""

NUMBER = re.compile(r"(?:(?:minutes?|paragraph|para|item)\.?\s*)?(?P<number>[\w./()-]*\d[\w./()-]*)", re.IGNORECASE)
"""“33.6”, “minute 33.6”, “ESC/16/25”."""

MOST_NAMED = 25
"""Many committees have had a minute 33.6: the newest come first, and no more than a page of them."""


def named(text: str, *, visitor: Visitor, on: datetime.date) -> list[Key]:
    """The keys of what the text is the name of, the newest first."""
    text = text.strip(' "')
    if called := REFERENCE.fullmatch(text):
        return _by_reference(called, visitor, on)
    if called := NUMBER.fullmatch(text):
        return _by_number(called["number"].rstrip("."), visitor, on)
    return []


def _by_reference(called: re.Match[str], visitor: Visitor, on: datetime.date) -> list[Key]:
    first, last = int(called["first"]), int(called["last"])
    if last != (first + 1) % 100:
        return []
    rows = Recommendation.objects.visible_to(visitor, on=on).filter(
        committee__prefix__iexact=called["prefix"], municipal_year=2000 + first, sequence=int(called["sequence"])
    )
    return [(Recommendation, key) for key in rows.values_list("pk", flat=True)]


def _by_number(number: str, visitor: Visitor, on: datetime.date) -> list[Key]:
    spellings = {number, number.upper(), number.lower()}
    items = AgendaItem.objects.visible_to(visitor, on=on).filter(number__in=spellings)
    paragraphs = Paragraph.objects.visible_to(visitor, on=on).filter(number__in=spellings)
    newest_items = items.order_by("-meeting__held_on", "-pk").values_list("pk", flat=True)[:MOST_NAMED]
    newest_paragraphs = paragraphs.order_by("-item__meeting__held_on", "-pk").values_list("pk", flat=True)[:MOST_NAMED]
    return [*((Paragraph, key) for key in newest_paragraphs), *((AgendaItem, key) for key in newest_items)]
