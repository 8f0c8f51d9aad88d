"""Tags and filters of every template; a builtin, so that no template loads it."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.defaultfilters import linebreaks_filter
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from recommendations.choices import Outcome, Standing
from recommendations.prose import to_html
from scrutiny import menu

register = template.Library()

TONES: dict[str, str] = {
    Standing.ON_TRACK: "is-good",
    Standing.AT_RISK: "is-warn",
    Standing.SLIPPED: "is-bad",
    Standing.AWAITING_RESPONSE: "is-calm",
    Standing.COMPLETE: "is-good",
    Outcome.ACHIEVED: "is-good",
}
"""The colour of what stands well or badly; whatever is not here is neither."""

IN_A_BAR = (
    Standing.ON_TRACK,
    Standing.AT_RISK,
    Standing.SLIPPED,
    Standing.NOT_STARTED,
    Standing.AWAITING_RESPONSE,
    Standing.PAUSED,
    Standing.COMPLETE,
    Standing.CLOSED,
)
"""From left to right: what is under way, what waits, what is done."""

LABELS = {choice.value: str(choice.label) for choice in (*Standing, *Outcome)}
BAR, GAP, LEAST = 640, 2, 6
"""The units of a bar: its length, what lies between two parts, and what even the smallest part takes."""


@register.filter
def day(value: datetime.date | None) -> str:
    """“4 March 2019”, of a date or of a moment as it was in London; nothing of nothing."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return date_format(value, "j F Y")


@register.filter
def paragraphs(text: str | None) -> SafeString:
    """Plain text as it was written: a blank line begins a paragraph, a line end is a line end."""
    return linebreaks_filter(text or "", autoescape=True)


@register.filter
def prose(text: str | None) -> SafeString:
    """Markdown as harmless HTML."""
    return mark_safe(to_html(text or ""))  # noqa: S308  (nh3 has cleaned it)


@register.filter
def standing_label(value: str) -> str:
    """The words of a standing or an outcome; any other text is its own."""
    return LABELS.get(value, value)


@register.filter
def standing_tone(value: str) -> str:
    """The class that gives a standing or an outcome its colour."""
    return TONES.get(value, "is-still")


@register.filter
def banner_tone(level: str) -> str:
    """The class that gives a message its colour."""
    return {"success": "is-good", "warning": "is-warn", "error": "is-bad"}.get(level, "is-calm")


@register.filter
def page_numbers(page: "Page[Any]") -> Iterator[int | None]:
    """The pages a pager offers; None where some are left out."""
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        yield number if isinstance(number, int) else None


@register.simple_tag(takes_context=True)
def public_doors(context: template.Context) -> list[menu.Door]:
    """The menu that everybody has."""
    return menu.public_doors(context["request"])


@register.simple_tag(takes_context=True)
def own_doors(context: template.Context) -> list[menu.Door]:
    """The menu of somebody signed in."""
    return menu.own_doors(context["request"])


@register.simple_block_tag
def breadcrumb(content: str) -> str:
    """The trail to this page; nothing where the page has none."""
    if not content.strip():
        return ""
    return format_html('<nav aria-label="Breadcrumb"><ol class="trail">{}</ol></nav>', content)


@register.inclusion_tag("components/standing_bar.html")
def standing_bar(counts: Mapping[str, int], href: str = "") -> dict[str, Any]:
    """How many stand where: a bar to the eye, with the words below it.

    `counts` has a standing (or an outcome) for each key. With `href`, an address that ends where the standing goes
    (“/recommendations/?standing=”), each word is a link.
    """
    standings = [s for s in IN_A_BAR if counts.get(s)] + [s for s in counts if s not in IN_A_BAR and counts[s]]
    lengths = _lengths([counts[s] for s in standings])
    parts, x = [], 0
    for standing, length in zip(standings, lengths, strict=True):
        words = f"{counts[standing]} {in_a_sentence(standing)}"
        tone = standing_tone(standing)
        parts.append(
            {"standing": str(standing), "words": words, "tone": tone, "x": x, "width": length}
            | {"url": f"{href}{standing}" if href else ""}
        )
        x += length + GAP
    return {"parts": parts, "width": max(x - GAP, 0), "words": ", ".join(str(part["words"]) for part in parts)}


def in_a_sentence(standing: str) -> str:
    """The words of a standing inside a sentence: “on track”."""
    label = standing_label(standing)
    return label[:1].lower() + label[1:]


def _lengths(numbers: list[int]) -> list[int]:
    """Shares of the bar, none so small that it cannot be seen."""
    total = sum(numbers)
    return [max(LEAST, round(BAR * number / total)) for number in numbers]
