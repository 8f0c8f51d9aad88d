"""The questions asked of recommendations. `visible_to` is the doorway; `with_position` is where each stands on a
day."""

from __future__ import annotations

import datetime
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, Self, cast

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Case, Count, DateField, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from meetings.permissions import SEE_EXEMPT, SEE_UNPUBLISHED, Visitor, may
from meetings.querysets import open_on
from recommendations.choices import ANSWERED_KINDS, FINISHED_STANDINGS, SignOffDecision, Standing

if TYPE_CHECKING:
    from recommendations.models import Recommendation, Review


def _is(*conditions: Q) -> Case:
    """True where all of them hold, and False, never NULL, where one does not."""
    return Case(
        When(reduce(and_, conditions), then=Value(True)), default=Value(False), output_field=models.BooleanField()
    )


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def visible_to(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Published and not exempt; an officer also sees the exempt ones his posts lead, clerks what is not
        published."""
        rule = Q()
        if not may(visitor, SEE_EXEMPT):
            rule &= (open_on(on) & self._from_what_is_open(on)) | self._led_by(visitor, on=on)
        if not may(visitor, SEE_UNPUBLISHED):
            rule &= Q(published_at__isnull=False)
        return self.filter(rule)

    @staticmethod
    def _from_what_is_open(on: datetime.date) -> Q:
        """What was marked exempt in the minutes after it was raised stays hidden here, too."""
        rule = Q()
        for source in ("paragraph", "resolution"):
            of_item = open_on(on, f"{source}__item__")
            rule &= Q(**{f"{source}__isnull": True}) | (open_on(on, f"{source}__") & of_item)
        return rule

    @staticmethod
    def _led_by(visitor: Visitor, *, on: datetime.date) -> Q:
        from recommendations.models import Holding

        if not isinstance(visitor, AbstractUser):
            return Q(pk__in=[])
        return Q(lead_post__in=Holding.objects.current(on=on).of(visitor).values("post_id"))

    def led_by(self, visitor: Visitor, *, on: datetime.date) -> Self:
        """Those whose lead post the visitor holds on that day."""
        return self.filter(self._led_by(visitor, on=on))

    def with_place(self) -> Self:
        """Fetches all that a row of a list says, so that a list takes the same number of queries whatever its
        length."""
        return self.select_related("committee", "review", "addressee", "lead_post__body")

    def with_position(self, *, on: datetime.date) -> Self:
        """Adds where each stands on a day, from dated rows alone.

        `standing`, `outcome` ('' unless closed), `due_on` (the target after extensions), `reported_on` (the date of the
        update that holds, or None), `responded_on`, `is_overdue`, `is_response_overdue`.
        """
        return (
            self._with_latest_rows(on=on)
            .annotate(
                due_on=Coalesce(F("_extension__target_on"), F("target_on"), output_field=DateField()),
                reported_on=F("_update__as_at"),
                responded_on=F("_response__responded_on"),
                standing=self._standing_case(),
                outcome=Case(
                    When(_sign_off__decision=SignOffDecision.CLOSED, then=F("_sign_off__outcome")), default=Value("")
                ),
            )
            .annotate(
                is_overdue=_is(~Q(standing__in=FINISHED_STANDINGS), Q(due_on__lt=on)),
                is_response_overdue=_is(Q(standing=Standing.AWAITING_RESPONSE), Q(response_due_on__lt=on)),
            )
        )

    def _with_latest_rows(self, *, on: datetime.date) -> Self:
        """Joins the last row of each kind on or before the day, at most one of each: what is said of it elsewhere is
        then a column, where a subquery for each column would be written out, and run, as often as it is named."""
        from recommendations.models import Extension, ProgressUpdate, Response, SignOff

        def latest(name: str, rows: QuerySet[Any]) -> FilteredRelation:
            last = rows.filter(recommendation=OuterRef("pk")).values("pk")[:1]
            return FilteredRelation(name, condition=Q(**{f"{name}__pk": Subquery(last)}))

        updates = ProgressUpdate.objects.standing_for_something().as_at_or_before(on).latest_first()
        sign_offs = SignOff.objects.filter(decided_on__lte=on).order_by("-decided_on", "-pk")
        responses = Response.objects.filter(responded_on__lte=on).order_by("-responded_on", "-pk")
        extensions = Extension.objects.filter(granted_on__lte=on).order_by("-granted_on", "-pk")
        return self.annotate(
            _update=latest("updates", updates),
            _sign_off=latest("sign_offs", sign_offs),
            _response=latest("responses", responses),
            _extension=latest("extensions", extensions),
        )

    @staticmethod
    def _standing_case() -> Case:
        """The committee's word goes before an officer's of the same day; without either, a response is awaited or
        not."""
        since_decision = Q(_update__isnull=False) & (
            Q(_sign_off__isnull=True) | Q(_update__as_at__gt=F("_sign_off__decided_on"))
        )
        awaits = Q(kind__in=ANSWERED_KINDS) & Q(_response__isnull=True)
        return Case(
            When(_sign_off__decision=SignOffDecision.CLOSED, then=Value(Standing.CLOSED.value)),
            When(since_decision, then=F("_update__standing")),
            When(_sign_off__isnull=False, then=F("_sign_off__standing")),
            When(awaits, then=Value(Standing.AWAITING_RESPONSE.value)),
            default=Value(Standing.NOT_STARTED.value),
            output_field=models.CharField(),
        )

    def open(self) -> Self:
        """Not closed; after `with_position`."""
        return self.exclude(standing=Standing.CLOSED)

    def overdue(self) -> Self:
        """Past the target and not finished, or past the time to respond; after `with_position`."""
        return self.filter(Q(is_overdue=True) | Q(is_response_overdue=True))

    def of_review(self, review: Review) -> Self:
        return self.filter(review=review).order_by("number", "pk")

    def counted_by_standing(self) -> dict[str, int]:
        """How many stand where, in the order of `Standing`; after `with_position`."""
        positions = cast("QuerySet[Any, Any]", self.order_by())  # the stubs do not know what with_position adds
        rows = positions.values_list("standing").annotate(n=Count("pk"))
        found = {str(standing): int(n) for standing, n in rows}
        return {standing.value: found[standing.value] for standing in Standing if standing.value in found}

    def counted_by_review(self) -> dict[int, dict[str, int]]:
        """How many of each review stand where, by the review's key; after `with_position`."""
        rows = self.order_by().exclude(review=None).values_list("review", F("standing")).annotate(n=Count("pk"))
        found: dict[int, dict[str, int]] = {}
        for review, standing, n in rows:
            found.setdefault(int(review), {})[str(standing)] = int(n)
        return found
