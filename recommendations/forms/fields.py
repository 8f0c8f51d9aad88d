"""Fields that several forms of recommendations share."""

import datetime
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.forms.models import ModelChoiceIterator

from meetings.choices import PUBLISHED_STAGES
from meetings.models import Committee, Meeting, Resolution
from meetings.permissions import Visitor
from recommendations.forms.relevance import approvals_last
from recommendations.models import Body, Post

LABEL_LENGTH = 90
RECENT_MEETINGS = 12
MOST_WORDS = 12
LONGEST_KEY = 19
"""Figures of the largest key a database has."""


class GroupedIterator(ModelChoiceIterator):  # type: ignore[type-arg]
    """The choices under headings, in whose order the queryset comes; the field ranks what is under one heading."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield ("", self.field.empty_label)
        for heading, rows in groupby(self.queryset, key=self.field.heading):  # type: ignore[attr-defined]
            ranked = sorted(rows, key=self.field.rank)  # type: ignore[attr-defined]
            yield (heading, [self.choice(row) for row in ranked])


class GroupedField(forms.ModelChoiceField):  # type: ignore[type-arg]
    iterator = GroupedIterator
    rank: Callable[[Any], tuple[int, ...]] = staticmethod(lambda _: ())  # as they come

    def __init__(self, queryset: QuerySet[Any], *, heading: Callable[[Any], str], **options: Any) -> None:
        self.heading = heading
        super().__init__(queryset, **options)


class PostField(GroupedField):
    """A post, under its body."""

    def __init__(self, **options: Any) -> None:
        posts = Post.objects.select_related("body").order_by("body__name", "title")
        options.setdefault("empty_label", "Nobody yet")
        super().__init__(posts, heading=lambda post: str(post.body), **options)


class BodyField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self, **options: Any) -> None:
        options.setdefault("empty_label", "Choose who is asked")
        super().__init__(Body.objects.order_by("name"), **options)


class ResolutionField(GroupedField):
    """A resolution, under its meeting, with the beginning of its words; `rank` says which come first there."""

    def __init__(self, **options: Any) -> None:
        self.rank = approvals_last
        options.setdefault("empty_label", "Choose a resolution")
        options.setdefault("error_messages", {"required": "Choose the resolution that decided it."})
        super().__init__(Resolution.objects.none(), heading=_sitting, **options)

    def label_from_instance(self, resolution: Resolution) -> str:
        label = resolution.label[:1].lower() + resolution.label[1:]
        return f"{resolution.item.label}, {label}: {shortened(resolution.text)}"


def _sitting(resolution: Resolution) -> str:
    meeting = resolution.item.meeting
    return f"{meeting.held_on:%-d %B %Y}, {meeting.committee}"


def shortened(text: str, length: int = LABEL_LENGTH) -> str:
    """The beginning of a text, on one line, cut between words."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"


def successors(committee: Committee) -> list[Committee]:
    """The committee, and those that took over from it, one after the other."""
    line = [committee]
    while line[-1].successor is not None and line[-1].successor not in line:
        line.append(line[-1].successor)
    return line


def resolutions_of(
    committee: Committee,
    visitor: Visitor,
    *,
    on: datetime.date,
    since: datetime.date | None = None,
    words: str = "",
    chosen: str = "",
) -> QuerySet[Resolution]:
    """What the committee or its successors resolved in published minutes, latest first.

    Of its last meetings only, so that the list can be read; where words are looked for, of all its meetings. What was
    chosen before stays in the list.
    """
    meetings = Meeting.objects.filter(committee__in=successors(committee), minutes_stage__in=PUBLISHED_STAGES)
    if since is not None:
        meetings = meetings.filter(held_on__gte=since)
    looked_for = words.replace("\0", " ").split()[:MOST_WORDS]  # PostgreSQL fails where it is asked for a NUL
    narrowed = Q()
    for word in looked_for:
        narrowed &= Q(text__icontains=word)
    if not looked_for:
        recent = meetings.order_by("-held_on").values_list("pk", flat=True)[:RECENT_MEETINGS]
        narrowed = Q(item__meeting__in=list(recent))
    if chosen.isdecimal() and len(chosen) < LONGEST_KEY:
        narrowed |= Q(pk=int(chosen))
    found = Resolution.objects.visible_to(visitor, on=on).with_place().latest_first()
    return found.filter(narrowed, item__meeting__in=meetings)
