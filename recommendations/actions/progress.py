"""What happened, as officers say it: drafted, submitted, published; never changed afterwards."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from meetings.permissions import Actor, may
from recommendations.actions.errors import (
    CorrectedAlready,
    CorrectsAnother,
    NotSubmitted,
    NotYourDraft,
    NotYourPost,
    SubmittedAlready,
)
from recommendations.actions.history import day_of, locked, must_be_open, must_have_been, record
from recommendations.choices import EventKind, UpdateStage
from recommendations.models import Evidence, Holding, Post, ProgressUpdate, Recommendation
from recommendations.permissions import TRACK


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGiven:
    """A link or a file, never both."""

    label: str
    url: str = ""
    file: File[Any] | None = None
    is_exempt: bool = False


@contextmanager
def _no_stray_files() -> Iterator[list[str]]:
    """One transaction; should it fail, the files written in it are taken away again."""
    kept: list[str] = []
    try:
        with transaction.atomic():
            yield kept
    except BaseException:
        for name in kept:
            default_storage.delete(name)
        raise


def log_progress(
    recommendation: Recommendation,
    *,
    as_at: datetime.date,
    standing: str,
    text: str,
    by: Actor,
    at: datetime.datetime,
    post: Post | None = None,
    exempt_text: str = "",
    exempt_paragraphs: str = "",
    expected_on: datetime.date | None = None,
    evidence: Sequence[EvidenceGiven] = (),
    corrects: ProgressUpdate | None = None,
    stage: UpdateStage | None = None,
) -> ProgressUpdate:
    """Say what happened, as at a day. A draft is no history yet and writes no event.

    Without a `stage` it is submitted: public at once, unless a clerk of that committee checks updates first.
    """
    with _no_stray_files() as files:
        row = locked(recommendation)
        _must_take_progress(row, as_at=as_at, by=by, at=at)
        if corrects is not None:
            _must_be_correctable(corrects, row)
        stage = stage or _submitted_stage(row, by)
        update = ProgressUpdate.objects.create(
            recommendation=row,
            as_at=as_at,
            standing=standing,
            text=text,
            exempt_text=exempt_text,
            exempt_paragraphs=exempt_paragraphs,
            expected_on=expected_on,
            stage=stage,
            post=post or _post_of(row, by, on=day_of(at)),
            author_id=by.pk,
            corrects=corrects,
            written_at=at,
            published_at=at if stage == UpdateStage.PUBLISHED else None,
        )
        _add_evidence(update, evidence, files)
        _record_stage(update, by=by, at=at)
        return update


def save_draft(
    draft: ProgressUpdate,
    *,
    as_at: datetime.date,
    standing: str,
    text: str,
    by: Actor,
    at: datetime.datetime,
    exempt_text: str = "",
    exempt_paragraphs: str = "",
    expected_on: datetime.date | None = None,
    evidence: Sequence[EvidenceGiven] = (),
    dropped: Sequence[Evidence] = (),
    submit: bool = False,
) -> ProgressUpdate:
    """Change a draft, by its author, and submit it where asked to. `evidence` is added, `dropped` is taken away."""
    with _no_stray_files() as files:
        row = locked(draft.recommendation)
        update = _own_draft(draft, by=by)
        _must_take_progress(row, as_at=as_at, by=by, at=at)
        stage = _submitted_stage(row, by) if submit else UpdateStage.DRAFT
        update.as_at, update.standing, update.text = as_at, standing, text
        update.exempt_text, update.exempt_paragraphs = exempt_text, exempt_paragraphs
        update.expected_on, update.stage, update.written_at = expected_on, stage, at
        update.published_at = at if stage == UpdateStage.PUBLISHED else None
        update.save()
        _drop_evidence(dropped)
        _add_evidence(update, evidence, files)
        _record_stage(update, by=by, at=at)
        return update


@transaction.atomic
def discard_draft(draft: ProgressUpdate, *, by: Actor) -> None:
    """Throw a draft away, by its author. It was never part of the history."""
    update = _own_draft(draft, by=by)
    _drop_evidence(list(update.evidence.all()))
    update.delete()


@transaction.atomic
def publish_update(update: ProgressUpdate, *, by: Actor, at: datetime.datetime) -> None:
    """Make public what an officer submitted and a clerk has read."""
    row = ProgressUpdate.objects.select_for_update(of=("self",)).select_related("recommendation").get(pk=update.pk)
    if row.stage != UpdateStage.SUBMITTED:
        raise NotSubmitted
    row.stage, row.published_at = UpdateStage.PUBLISHED, at
    row.save(update_fields=["stage", "published_at"])
    _record_stage(row, by=by, at=at)


def may_log_progress(recommendation: Recommendation, by: Actor, *, on: datetime.date) -> bool:
    """Clerks may on all, an officer on what a post of his leads."""
    return may(by, TRACK) or _holds(recommendation.lead_post_id, by, on=on)


def _holds(post_id: int | None, by: Actor, *, on: datetime.date) -> bool:
    return post_id is not None and Holding.objects.current(on=on).of(by).filter(post_id=post_id).exists()


def _post_of(recommendation: Recommendation, by: Actor, *, on: datetime.date) -> Post | None:
    """The lead post, where it is its holder who speaks."""
    return recommendation.lead_post if _holds(recommendation.lead_post_id, by, on=on) else None


def _submitted_stage(recommendation: Recommendation, by: Actor) -> UpdateStage:
    checked = recommendation.committee.checks_updates and not may(by, TRACK)
    return UpdateStage.SUBMITTED if checked else UpdateStage.PUBLISHED


def _must_take_progress(
    recommendation: Recommendation, *, as_at: datetime.date, by: Actor, at: datetime.datetime
) -> None:
    must_be_open(recommendation)
    if not may_log_progress(recommendation, by, on=day_of(at)):
        raise NotYourPost
    must_have_been(recommendation, as_at, at=at)


def _must_be_correctable(update: ProgressUpdate, recommendation: Recommendation) -> None:
    if update.recommendation_id != recommendation.pk or update.stage == UpdateStage.DRAFT:
        raise CorrectsAnother
    if ProgressUpdate.objects.filter(corrects=update).exists():
        raise CorrectedAlready


def _own_draft(draft: ProgressUpdate, *, by: Actor) -> ProgressUpdate:
    update = ProgressUpdate.objects.select_for_update().get(pk=draft.pk)
    if update.stage != UpdateStage.DRAFT:
        raise SubmittedAlready
    if update.author_id != by.pk:
        raise NotYourDraft
    return update


def _add_evidence(update: ProgressUpdate, evidence: Sequence[EvidenceGiven], files: list[str]) -> None:
    for given in evidence:
        kept = Evidence(update=update, label=given.label, url=given.url, is_exempt=given.is_exempt)
        if given.file is not None:
            kept.file.save(given.file.name or given.label, given.file, save=False)
            files.append(str(kept.file.name))
        kept.save()


def _drop_evidence(dropped: Sequence[Evidence]) -> None:
    """Rows now, files once it is certain that the rows are gone."""
    for evidence in dropped:
        name = evidence.file.name
        evidence.delete()
        if name:
            transaction.on_commit(partial(default_storage.delete, name))


def _record_stage(update: ProgressUpdate, *, by: Actor, at: datetime.datetime) -> None:
    """The line of history of a submitted or published update; a draft has none."""
    kinds = {
        UpdateStage.SUBMITTED: EventKind.PROGRESS_SUBMITTED,
        UpdateStage.PUBLISHED: EventKind.PROGRESS_CORRECTED if update.corrects_id else EventKind.PROGRESS_PUBLISHED,
    }
    kind = kinds.get(UpdateStage(update.stage))
    if kind is not None:
        record(update.recommendation, kind, on=update.as_at, by=by, at=at, update=update)
