"""The questions asked of meetings and minutes. `visible_to` is the one doorway to what may be exempt or unpublished."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from meetings.choices import PUBLISHED_STAGES, BatchFileState, MeetingEventKind, MinutesStage, SuggestionState
from meetings.permissions import SEE_EXEMPT, SEE_UNPUBLISHED, Visitor, may

if TYPE_CHECKING:
    from meetings.models import (
        AgendaItem,
        Batch,
        BatchFile,
        Committee,
        Meeting,
        Paragraph,
        Resolution,
        SourceDocument,
        SuggestedAction,
    )


STILL_SAID = Q(taken_out_at__isnull=True)
"""Rows that no correction of the minutes took out."""


def open_on(on: datetime.date, prefix: str = "") -> Q:
    """Rows that are not exempt on that day: never were, or their exemption has ended."""
    return Q(**{f"{prefix}is_exempt": False}) | Q(**{f"{prefix}exempt_until__lte": on})


def minutes_open_to(visitor: Visitor, *, on: datetime.date, meeting: str, exempt: tuple[str, ...]) -> Q:
    """The rule of the doorway, for rows that reach their meeting by the path `meeting` and hang on the `exempt`
    paths."""
    rule = Q()
    if not may(visitor, SEE_UNPUBLISHED):
        rule &= Q(**{f"{meeting}minutes_stage__in": PUBLISHED_STAGES})
    if not may(visitor, SEE_EXEMPT):
        for prefix in exempt:
            rule &= open_on(on, prefix)
    return rule


def agenda_open_to(visitor: Visitor, *, on: datetime.date, meeting: str, item: str) -> Q:
    """The rule for agenda items themselves: an agenda is public before there are minutes, and one that the council has
    published in ModernGov stays so while minutes are in preparation.
    """
    rule = Q()
    if not may(visitor, SEE_UNPUBLISHED):
        stages = (MinutesStage.NONE, *PUBLISHED_STAGES)
        rule &= Q(**{f"{meeting}minutes_stage__in": stages}) | Q(**{f"{item}external_id__gt": ""})
    if not may(visitor, SEE_EXEMPT):
        rule &= open_on(on, item)
    return rule


class CommitteeQuerySet(models.QuerySet["Committee"]):
    def sitting_on(self, on: datetime.date) -> Self:
        """Committees that exist on that day."""
        return self.exclude(founded_on__gt=on).exclude(ended_on__lte=on)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings themselves are public; what was said at them is filtered item by item."""

    def with_suggestions(self) -> Self:
        """Those whose minutes have suggested actions that wait or were dismissed; the latest first."""
        states = (SuggestionState.WAITING, SuggestionState.DISMISSED)
        rows = self.filter(items__suggestions__state__in=states).distinct()
        return rows.select_related("committee").order_by("-held_on", "-pk")

    def upcoming(self, *, on: datetime.date) -> Self:
        still = self.filter(held_on__gte=on, minutes_stage=MinutesStage.NONE, is_cancelled=False)
        return still.order_by("held_on", "starts_at")

    def held_by(self, *, on: datetime.date) -> Self:
        return self.filter(held_on__lte=on)

    def in_municipal_year(self, first_year: int) -> Self:
        """Meetings from 1 May of that year to 30 April of the next."""
        return self.filter(
            held_on__gte=datetime.date(first_year, 5, 1), held_on__lt=datetime.date(first_year + 1, 5, 1)
        )

    def with_counts(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Adds `item_count` and `resolution_count`, of what this visitor may see; the latest meeting first.

        The order is said here, because Django forgets a model's own once rows are grouped.
        """
        items = agenda_open_to(visitor, on=on, meeting="", item="items__")
        resolutions = minutes_open_to(visitor, on=on, meeting="", exempt=("items__", "items__resolutions__"))
        return self.annotate(
            item_count=Count(
                "items", filter=Q(items__isnull=False, items__taken_out_at__isnull=True) & items, distinct=True
            ),
            resolution_count=Count(
                "items__resolutions",
                filter=Q(items__resolutions__isnull=False, items__resolutions__taken_out_at__isnull=True) & resolutions,
                distinct=True,
            ),
        ).order_by("-held_on", F("starts_at").desc(nulls_last=True), "-pk")


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        return self.reachable_by(visitor, on=on).filter(STILL_SAID)

    def reachable_by(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Also what a correction took out: its address goes on answering, its words are shown to nobody."""
        return self.filter(agenda_open_to(visitor, on=on, meeting="meeting__", item=""))

    def with_minutes(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Fetches the paragraphs and resolutions this visitor may see, in order: two queries, however many items."""
        from meetings.models import Paragraph, Resolution

        return self.prefetch_related(
            Prefetch("paragraphs", queryset=Paragraph.objects.visible_to(visitor, on=on).order_by("order")),
            Prefetch("resolutions", queryset=Resolution.objects.visible_to(visitor, on=on).order_by("order")),
        )

    def with_places(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """As `with_minutes`, and with what was taken out, for a page that says so where it stood."""
        from meetings.models import Paragraph, Resolution

        return self.prefetch_related(
            Prefetch("paragraphs", queryset=Paragraph.objects.reachable_by(visitor, on=on).order_by("order")),
            Prefetch("resolutions", queryset=Resolution.objects.reachable_by(visitor, on=on).order_by("order")),
        )


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        return self.reachable_by(visitor, on=on).filter(STILL_SAID)

    def reachable_by(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Also what a correction took out: its address goes on answering, its words are shown to nobody."""
        return self.filter(minutes_open_to(visitor, on=on, meeting="item__meeting__", exempt=("", "item__")))

    def with_place(self) -> Self:
        """Fetches what an address and a citation need."""
        return self.select_related("item__meeting__committee")


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        return self.reachable_by(visitor, on=on).filter(STILL_SAID)

    def reachable_by(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Also what a correction took out: its address goes on answering, its words are shown to nobody."""
        return self.filter(minutes_open_to(visitor, on=on, meeting="item__meeting__", exempt=("", "item__")))

    def with_place(self) -> Self:
        """Fetches what an address and a citation need."""
        return self.select_related("item__meeting__committee")

    def latest_first(self) -> Self:
        return self.order_by("-item__meeting__held_on", "-item__meeting__pk", "item__order", "order")


class SuggestedActionQuerySet(models.QuerySet["SuggestedAction"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Those whose item and passage this visitor may see; they are offered to clerks alone."""
        rule = minutes_open_to(visitor, on=on, meeting="item__meeting__", exempt=("item__",))
        for passage in ("item__", "paragraph__", "resolution__"):  # of one that hangs on no paragraph, none is out
            rule &= Q(**{f"{passage}taken_out_at__isnull": True})
        if not may(visitor, SEE_EXEMPT):
            for passage in ("paragraph", "resolution"):
                rule &= Q(**{f"{passage}__isnull": True}) | open_on(on, f"{passage}__")
        return self.filter(rule)

    def beside(self, suggestions: Iterable[SuggestedAction]) -> Self:
        """All that were ever suggested from the passages of these, so that each can be counted among its like."""
        paragraphs = {suggestion.paragraph_id for suggestion in suggestions}
        resolutions = {suggestion.resolution_id for suggestion in suggestions}
        return self.filter(Q(paragraph__in=paragraphs - {None}) | Q(resolution__in=resolutions - {None}))

    def waiting(self) -> Self:
        return self.in_state(SuggestionState.WAITING)

    def in_state(self, state: str) -> Self:
        return self.filter(state=state)

    def from_minutes_of(self, committee: str = "", meeting: str = "") -> Self:
        """Of the committee and the meeting with these slugs; '' is every one."""
        rows = self.filter(item__meeting__committee__slug=committee) if committee else self
        return rows.filter(item__meeting__slug=meeting) if meeting else rows


class SourceDocumentQuerySet(models.QuerySet["SourceDocument"]):
    def waiting(self) -> Self:
        """Brought in, not yet recorded as minutes."""
        return self.filter(meeting__isnull=True).order_by("-brought_in_at")

    def recorded(self) -> Self:
        """What minutes were made of, the latest last."""
        return self.filter(meeting__isnull=False).order_by("recorded_at", "pk")

    def corrections_since_published(self, meeting: Meeting) -> Self:
        """What corrected the minutes of this meeting after the public could read them."""
        from meetings.models import MeetingEvent

        published = MeetingEvent.objects.filter(
            meeting=meeting, kind=MeetingEventKind.MINUTES_PUBLISHED, at__lt=OuterRef("recorded_at")
        )
        return self.recorded().filter(Exists(published), meeting=meeting, corrects__isnull=False)

    def parts_of(self, source: SourceDocument) -> Self:
        """All that is kept of a document that tells of several meetings; none where it tells of one."""
        return self.filter(sha256=source.sha256, part__gt=0).order_by("part") if source.part else self.none()

    def without_content(self) -> Self:
        """Leaves the bytes and the working copy in the database: they may be megabytes."""
        return self.defer("content", "text", "blocks", "undo", "changes")


def _waits_for_clerk(prefix: str = "") -> Q:
    """Files that were brought in and of which at least one meeting is not recorded yet."""
    from meetings.models import SourceDocument

    waiting = SourceDocument.objects.filter(sha256=OuterRef(f"{prefix}source__sha256"), meeting__isnull=True)
    return Q(**{f"{prefix}state": BatchFileState.BROUGHT_IN}) & Q(Exists(waiting))


class BatchQuerySet(models.QuerySet["Batch"]):
    def with_counts(self) -> Self:
        """Adds `file_count`, `unread_count`, and `waiting_count` of those that wait for the clerk; the latest first."""
        return self.annotate(
            file_count=Count("files"),
            unread_count=Count("files", filter=Q(files__state=BatchFileState.WAITING)),
            waiting_count=Count("files", filter=_waits_for_clerk("files__")),
        ).order_by("-started_at", "-pk")

    def unfinished(self) -> Self:
        """Those of which something is still to be read, or waits for the clerk; with their counts."""
        return self.with_counts().filter(Q(unread_count__gt=0) | Q(waiting_count__gt=0))


class BatchFileQuerySet(models.QuerySet["BatchFile"]):
    def unread(self) -> Self:
        return self.filter(state=BatchFileState.WAITING).order_by("order")

    def waiting_beside(self, source: SourceDocument) -> Self:
        """What waits for the clerk of the latest batch that this came in with; in order."""
        from meetings.models import Batch

        batches = Batch.objects.filter(files__source__sha256=source.sha256).order_by("-started_at", "-pk")
        return self.filter(_waits_for_clerk(), batch__in=batches.values("pk")[:1]).order_by("order")

    def for_list(self) -> Self:
        """What a list of them says, and the sum of what each became; the bytes stay in the database."""
        return self.select_related("source").only("batch_id", "order", "name", "state", "message", "source__sha256")
