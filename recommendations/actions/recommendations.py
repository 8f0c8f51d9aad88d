"""Raising, correcting and publishing what is asked of somebody."""

import dataclasses
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from meetings.actions.suggestions import take_up_suggestion
from meetings.models import Committee, Paragraph, Resolution, SuggestedAction
from meetings.municipal_years import municipal_year
from meetings.permissions import Actor
from recommendations.actions.bodies import NewBody, NewPost, settle_body, settle_post
from recommendations.actions.errors import (
    AlreadyPublished,
    MinutesNotPublished,
    NothingChanged,
    NumberIsTaken,
    ReviewOfAnotherCommittee,
    TargetBeforeItWasMade,
)
from recommendations.actions.exemption import OPEN, Exemption, exemption_of_source
from recommendations.actions.history import day_of, locked, must_be_open, record
from recommendations.choices import ANSWERED_KINDS, EventKind, RecommendationKind, ReviewEventKind
from recommendations.deadlines import reference, response_due
from recommendations.models import Body, Post, Recommendation, Review, ReviewEvent

LONGEST_LENT = 22
"""Of a committee's slug: with a number, the years and the sequence behind it the slug has at most 40 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked, of whom, by when, and where in the minutes it comes from."""

    kind: str
    title: str
    wording: str
    addressee: Body | NewBody
    lead_post: Post | NewPost | None = None
    target_on: datetime.date | None = None
    number: int | None = None
    paragraph: Paragraph | None = None
    resolution: Resolution | None = None
    exemption: Exemption = OPEN

    @property
    def source(self) -> Paragraph | Resolution | None:
        return self.resolution or self.paragraph


@transaction.atomic
def raise_recommendation(
    *,
    committee: Committee,
    kind: str,
    title: str,
    wording: str,
    made_on: datetime.date,
    addressee: Body | NewBody,
    by: Actor,
    at: datetime.datetime,
    lead_post: Post | NewPost | None = None,
    target_on: datetime.date | None = None,
    review: Review | None = None,
    number: int | None = None,
    paragraph: Paragraph | None = None,
    resolution: Resolution | None = None,
    suggestion: SuggestedAction | None = None,
    notice_on: datetime.date | None = None,
    is_exempt: bool = False,
    exempt_paragraphs: str = "",
    exempt_until: datetime.date | None = None,
    publish: bool = True,
) -> Recommendation:
    """Ask something of somebody. It gets the committee's next reference of the municipal year in which it was made.

    The time to respond runs from the review's dates, or from `notice_on` where it belongs to none. What comes from an
    exempt passage is exempt; what comes from minutes that are not public can only be a draft.
    """
    asked = Asked(
        kind=kind,
        title=title,
        wording=wording,
        addressee=addressee,
        lead_post=lead_post,
        target_on=target_on,
        number=number,
        paragraph=paragraph,
        resolution=resolution,
        exemption=Exemption(is_exempt, exempt_paragraphs, exempt_until),
    )
    committee = Committee.objects.select_for_update().get(pk=committee.pk)
    raised = _raise(asked, committee, made_on, review, notice_on, at if publish else None)
    if suggestion is not None:
        take_up_suggestion(suggestion, by=by)
    record(raised, EventKind.RAISED, on=made_on, by=by, at=at)
    return raised


@transaction.atomic
def add_recommendations(
    review: Review,
    *,
    asked: Sequence[Asked],
    made_on: datetime.date,
    by: Actor,
    at: datetime.datetime,
    publish: bool = True,
) -> list[Recommendation]:
    """Several recommendations of one review at once: all of them or none.

    Each has its own event, and the review one for all.
    """
    committee = Committee.objects.select_for_update().get(pk=review.committee_id)
    raised = []
    for one in asked:
        recommendation = _raise(one, committee, made_on, review, None, at if publish else None)
        record(recommendation, EventKind.RAISED, on=made_on, by=by, at=at)
        raised.append(recommendation)
    kind = ReviewEventKind.RECOMMENDATIONS_ADDED if publish else ReviewEventKind.RECOMMENDATIONS_DRAFTED
    note = f"{len(raised)} recommendation{'' if len(raised) == 1 else 's'}"
    ReviewEvent.objects.create(review=review, kind=kind, note=note, at=at, **ReviewEvent.signed(by))
    return raised


def _raise(
    asked: Asked,
    committee: Committee,
    made_on: datetime.date,
    review: Review | None,
    notice_on: datetime.date | None,
    published_at: datetime.datetime | None,
) -> Recommendation:
    """One row, under the lock of the committee's."""
    if review is not None and review.committee_id != committee.pk:
        raise ReviewOfAnotherCommittee
    _must_be_since(made_on, asked.target_on)
    if published_at is not None:
        _must_cite_published_minutes(asked.source)
    year = municipal_year(made_on)
    sequence = _next(committee.recommendations.filter(municipal_year=year).aggregate(last=Max("sequence"))["last"])
    body = settle_body(asked.addressee)
    return Recommendation.objects.create(
        reference=reference(committee.prefix, year, sequence),
        slug=_slug(committee, year, sequence),
        committee=committee,
        municipal_year=year,
        sequence=sequence,
        kind=asked.kind,
        title=asked.title,
        wording=asked.wording,
        made_on=made_on,
        review=review,
        number=_number(review, asked.number),
        paragraph=asked.paragraph,
        resolution=asked.resolution,
        addressee=body,
        lead_post=settle_post(asked.lead_post, body=body),
        target_on=asked.target_on,
        response_due_on=due_for(asked.kind, body, review=review, notice_on=notice_on),
        published_at=published_at,
        **asked.exemption.and_also(exemption_of_source(asked.source)).fields(),
    )


def due_for(
    kind: str, body: Body, *, review: Review | None, notice_on: datetime.date | None = None
) -> datetime.date | None:
    """When the response to a recommendation of that kind to that body is due; None where no time runs."""
    if kind not in ANSWERED_KINDS:
        return None
    if review is None:
        return response_due(body.kind, received_on=None, notice_on=notice_on)
    return response_due(body.kind, received_on=review.received_on, notice_on=review.notice_on)


def _must_cite_published_minutes(source: Paragraph | Resolution | None) -> None:
    if source is not None and not source.item.meeting.is_published:
        raise MinutesNotPublished


def _must_be_since(made_on: datetime.date, target_on: datetime.date | None) -> None:
    if target_on is not None and target_on < made_on:
        raise TargetBeforeItWasMade


def _next(last: int | None) -> int:
    return (last or 0) + 1


def _number(review: Review | None, number: int | None) -> int | None:
    """The number in the review: the one given where it is free, else the next."""
    if review is None:
        return None
    if number is None:
        return _next(review.recommendations.aggregate(last=Max("number"))["last"])
    if review.recommendations.filter(number=number).exists():
        raise NumberIsTaken
    return number


def _slug(committee: Committee, year: int, sequence: int) -> str:
    """“ssc-17-18-01”. Where two prefixes differ only in signs, the second one's committee lends its own slug."""
    years = f"{year % 100:02d}-{(year + 1) % 100:02d}-{sequence:02d}"
    lent = f"{committee.slug[:LONGEST_LENT]}-{years}"
    slug = f"{slugify(committee.prefix)}-{years}" if slugify(committee.prefix) else lent
    taken = set(Recommendation.objects.filter(slug__endswith=years).values_list("slug", flat=True))
    numbers = (f"{committee.slug[:LONGEST_LENT]}-{n}-{years}" for n in range(2, len(taken) + 3))
    return next(free for free in (slug, lent, *numbers) if free not in taken)


@transaction.atomic
def publish_recommendation(recommendation: Recommendation, *, by: Actor, at: datetime.datetime) -> None:
    """Make a draft public."""
    row = locked(recommendation)
    if row.published_at is not None:
        raise AlreadyPublished
    _must_cite_published_minutes(row.source)
    row.published_at = at
    row.save(update_fields=["published_at"])
    record(row, EventKind.PUBLISHED, on=day_of(at), by=by, at=at)


@transaction.atomic
def correct_wording(
    recommendation: Recommendation, *, wording: str, reason: str, by: Actor, at: datetime.datetime
) -> None:
    """Put right what was taken over wrongly. The former wording stays in the history, with the reason."""
    row = locked(recommendation)
    if row.wording == wording:
        raise NothingChanged
    note = f"{reason}\n\nThe wording was: {row.wording}"
    row.wording = wording
    row.save(update_fields=["wording"])
    record(row, EventKind.WORDING_CORRECTED, on=day_of(at), by=by, at=at, note=note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What may change about a recommendation without the committee: not wording, source or reference."""

    kind: str
    title: str
    addressee: Body
    lead_post: Post | None
    target_on: datetime.date | None

    @classmethod
    def of(cls, row: Recommendation) -> "Details":
        return cls(
            kind=row.kind, title=row.title, addressee=row.addressee, lead_post=row.lead_post, target_on=row.target_on
        )

    def changes_from(self, before: "Details") -> list[str]:
        """One line for each difference: “Target date: 1 May 2026 (was 1 March 2026)”."""
        names = {
            "kind": "Kind",
            "title": "Title",
            "addressee": "Addressee",
            "lead_post": "Lead post",
            "target_on": "Target date",
        }
        pairs = ((label, getattr(before, name), getattr(self, name)) for name, label in names.items())
        return [f"{label}: {_said(new)} (was {_said(old)})" for label, old, new in pairs if new != old]


def _said(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, datetime.date):
        return f"{value:%-d %B %Y}"
    return RecommendationKind(value).label.lower() if value in RecommendationKind.values else str(value)


@transaction.atomic
def change_details(
    recommendation: Recommendation,
    *,
    title: str,
    addressee: Body | NewBody,
    lead_post: Post | NewPost | None,
    target_on: datetime.date | None,
    by: Actor,
    at: datetime.datetime,
    kind: str = "",
    reason: str = "",
) -> None:
    """Say anew who answers, or by when; every former value stays in the history.

    A later target that the committee grants is an extension (`extensions.extend_target`), not a change of details.
    """
    row = locked(recommendation)
    if row.published_at is not None:
        must_be_open(row)
    before = Details.of(row)
    if target_on != before.target_on:
        _must_be_since(row.made_on, target_on)
    body = settle_body(addressee)
    details = Details(
        kind=kind or row.kind,
        title=title,
        addressee=body,
        lead_post=settle_post(lead_post, body=body),
        target_on=target_on,
    )
    changes = details.changes_from(before)
    if not changes:
        raise NothingChanged
    for field in dataclasses.fields(details):
        setattr(row, field.name, getattr(details, field.name))
    if (row.kind, row.addressee) != (before.kind, before.addressee) and row.review is not None:
        row.response_due_on = due_for(row.kind, body, review=row.review)
    row.save()
    note = "\n".join([*([reason] if reason else []), *changes])
    record(row, EventKind.DETAILS_CHANGED, on=day_of(at), by=by, at=at, note=note)
