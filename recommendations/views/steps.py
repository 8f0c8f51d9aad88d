"""What this visitor can do next with a recommendation: one step first, the others behind it."""

import datetime
from dataclasses import dataclass

from django.urls import reverse

from meetings.permissions import Actor, Visitor, may
from recommendations.actions.progress import may_log_progress
from recommendations.choices import ANSWERED_KINDS, Standing, UpdateStage
from recommendations.models import ProgressUpdate
from recommendations.permissions import LOG_PROGRESS, TRACK
from recommendations.placed import PlacedRecommendation


@dataclass(frozen=True, slots=True)
class Step:
    """`is_post` where it happens at once, by a button that sends a form."""

    label: str
    url: str
    is_post: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    first: Step | None = None
    others: tuple[Step, ...] = ()
    logs: bool = False


def steps_for(recommendation: PlacedRecommendation, visitor: Visitor, *, on: datetime.date) -> Steps:
    if not isinstance(visitor, Actor) or not may(visitor, LOG_PROGRESS):
        return Steps()
    is_open = recommendation.standing != Standing.CLOSED and recommendation.published_at is not None
    logs = is_open and may_log_progress(recommendation, visitor, on=on)
    has_draft = logs and has_own_draft(recommendation, visitor)
    log = Step("Go on with your draft" if has_draft else "Log progress", _at(recommendation, "log_progress"))
    if not may(visitor, TRACK):
        return Steps(first=log if logs else None, logs=logs)
    steps = [*([log] if logs else []), *_clerk_steps(recommendation)]
    first = next((step for step in steps if step.label == _first(recommendation)), log)
    return Steps(first=first, others=tuple(step for step in steps if step != first), logs=logs)


def has_own_draft(recommendation: PlacedRecommendation, actor: Actor) -> bool:
    return ProgressUpdate.objects.filter(
        recommendation=recommendation, author_id=actor.pk, stage=UpdateStage.DRAFT
    ).exists()


def _first(recommendation: PlacedRecommendation) -> str:
    """What a clerk most likely came for."""
    if recommendation.published_at is None:
        return "Publish"
    return {
        Standing.CLOSED: "Reopen",
        Standing.AWAITING_RESPONSE: "Record the response",
        Standing.COMPLETE: "Close by a resolution",
    }.get(Standing(recommendation.standing), "Log progress")


def _clerk_steps(recommendation: PlacedRecommendation) -> list[Step]:
    wording, exempt = ("Correct the wording", "correct_wording"), ("Exempt or open", "exempt")
    details = ("Change details", "change_details")
    if recommendation.published_at is None:
        steps = [details, wording, exempt]
        return [Step("Publish", _at(recommendation, "publish"), is_post=True), *_steps(recommendation, steps)]
    if recommendation.standing == Standing.CLOSED:
        return _steps(recommendation, [("Reopen", "reopen"), wording, exempt])
    steps = [("Close by a resolution", "close"), ("Keep open by a resolution", "keep_open"), details, wording, exempt]
    if recommendation.target_on is not None:
        steps.insert(0, ("Extend the target", "extend"))
    if recommendation.kind in ANSWERED_KINDS:
        steps.insert(0, ("Record the response", "respond"))
    return _steps(recommendation, steps)


def _steps(recommendation: PlacedRecommendation, steps: list[tuple[str, str]]) -> list[Step]:
    return [Step(label, _at(recommendation, name)) for label, name in steps]


def _at(recommendation: PlacedRecommendation, name: str) -> str:
    return reverse(f"recommendations:{name}", args=[recommendation.slug])
