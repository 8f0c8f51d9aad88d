"""Committee papers: started, edited, published, withdrawn."""

import datetime
from dataclasses import dataclass, fields

from django.db import IntegrityError, transaction

from meetings.permissions import Actor
from recommendations.actions.errors import CannotBeDone, NothingChanged
from recommendations.actions.history import day_of
from recommendations.choices import ReviewEventKind
from recommendations.models import PaperCover, Review, ReviewEvent
from recommendations.reports.wording import proposed_title


class PaperExists(CannotBeDone):
    field = "as_at"
    message = "There is a paper of this review as at that date already. Edit that one, or give another date."


class MeetingBeforePosition(CannotBeDone):
    field = "meeting_on"
    message = "The meeting is before the date of the position. Give a later date for the meeting."


class PositionInTheFuture(CannotBeDone):
    field = "as_at"
    message = "The position cannot be as at a day still to come. Give today’s date or an earlier one."


class PaperIsPublished(CannotBeDone):
    message = "This paper is published, so its texts stay as they are. Withdraw it first; then edit it."


class PaperIsDraft(CannotBeDone):
    message = "This paper is not published, so there is nothing to withdraw."


class AlreadyPublished(CannotBeDone):
    message = "This paper is published already."


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverTexts:
    """All that a clerk may change. An empty text is one that the assembling proposes."""

    as_at: datetime.date
    meeting_on: datetime.date
    title: str
    report_of: str
    purpose: str
    background: str
    recommendations: str
    background_papers: str
    contact: str
    implications: dict[str, str]


LABELS = {
    "as_at": "date of the position",
    "meeting_on": "date of the meeting",
    "title": "title",
    "report_of": "report of",
    "purpose": "purpose",
    "background": "background",
    "recommendations": "recommendations",
    "background_papers": "background papers",
    "contact": "contact",
    "implications": "implications",
}


@transaction.atomic
def start_paper(
    review: Review, *, as_at: datetime.date, meeting_on: datetime.date, by: Actor, at: datetime.datetime
) -> PaperCover:
    """Start a paper as a draft. Whose report it is, and whom to ask, are taken over from the committee's last paper."""
    _must_be_dated(as_at, meeting_on, at=at)
    before = PaperCover.objects.filter(review__committee=review.committee).order_by("as_at", "pk").last()
    cover = PaperCover(
        review=review,
        as_at=as_at,
        meeting_on=meeting_on,
        title=proposed_title(review.title),
        report_of=before.report_of if before else "",
        contact=before.contact if before else ", ".join(filter(None, (by.get_full_name(), review.committee.contact))),
    )
    _save(cover)
    _record(cover, ReviewEventKind.PAPER_STARTED, by=by, at=at)
    return cover


@transaction.atomic
def edit_paper(cover: PaperCover, *, to: CoverTexts, by: Actor, at: datetime.datetime) -> PaperCover:
    """Change the texts of a draft."""
    row = _locked(cover)
    if row.is_published:
        raise PaperIsPublished
    _must_be_dated(to.as_at, to.meeting_on, at=at)
    changed = [field.name for field in fields(to) if getattr(row, field.name) != getattr(to, field.name)]
    if not changed:
        raise NothingChanged
    for name in changed:
        setattr(row, name, getattr(to, name))
    _save(row)
    _record(row, ReviewEventKind.PAPER_EDITED, f"Changed: {', '.join(LABELS[name] for name in changed)}", by=by, at=at)
    return row


@transaction.atomic
def publish_paper(cover: PaperCover, *, by: Actor, at: datetime.datetime) -> None:
    """Make a paper public. Its texts then stay as they are."""
    row = _locked(cover)
    if row.is_published:
        raise AlreadyPublished
    _publish(row, at)
    _record(row, ReviewEventKind.PAPER_PUBLISHED, by=by, at=at)


@transaction.atomic
def withdraw_paper(cover: PaperCover, *, by: Actor, at: datetime.datetime) -> None:
    """Make a published paper a draft again, which only clerks see."""
    row = _locked(cover)
    if not row.is_published:
        raise PaperIsDraft
    _publish(row, None)
    _record(row, ReviewEventKind.PAPER_WITHDRAWN, by=by, at=at)


def _locked(cover: PaperCover) -> PaperCover:
    """The row as it is now, held until the transaction ends."""
    return PaperCover.objects.select_for_update(of=("self",)).select_related("review").get(pk=cover.pk)


def _must_be_dated(as_at: datetime.date, meeting_on: datetime.date, *, at: datetime.datetime) -> None:
    """Nobody can say how things will stand, and a meeting is told how they stood before it."""
    if as_at > day_of(at):
        raise PositionInTheFuture
    if meeting_on < as_at:
        raise MeetingBeforePosition


def _save(cover: PaperCover) -> None:
    try:
        with transaction.atomic():
            cover.save()
    except IntegrityError as error:
        raise PaperExists from error


def _publish(cover: PaperCover, moment: datetime.datetime | None) -> None:
    cover.published_at = moment
    cover.save(update_fields=["published_at"])


def _record(cover: PaperCover, kind: ReviewEventKind, note: str = "", *, by: Actor, at: datetime.datetime) -> None:
    """Write one line of the review's history, which says which paper it is about."""
    which = f"Position as at {cover.as_at:%-d %B %Y}"
    ReviewEvent.objects.create(
        review=cover.review, kind=kind, note=f"{which}. {note}" if note else which, at=at, **ReviewEvent.signed(by)
    )
