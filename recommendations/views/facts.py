"""The four facts of a recommendation: where it stands, who answers, what was answered, by when."""

import datetime
from dataclasses import dataclass, field

from meetings.permissions import Visitor
from recommendations.choices import ANSWERED_KINDS, ResponseKind, SignOffDecision, Standing
from recommendations.models import Extension, Response, SignOff
from recommendations.placed import PlacedRecommendation
from recommendations.sentences import kept_to, late, when_due
from recommendations.views.passages import Citation, visible_citations
from recommendations.views.rows import shown_standing


@dataclass(frozen=True, slots=True)
class Facts:
    """`ended_by` is the resolution that closed it, where it may be read; `lacking` is what a response leaves open."""

    standing: str
    standing_label: str
    standing_note: str
    is_closed: bool
    ended_on: datetime.date | None
    ended_by: Citation | None
    ended_because: str
    responsible: str
    body: str
    asked: str
    response: str
    response_note: str
    response_is_late: bool
    lacking: str
    due_on: datetime.date | None
    earlier: list[datetime.date] = field(default_factory=list)
    times_extended: str = ""
    target_note: str = ""
    target_is_late: bool = False


@dataclass(frozen=True, slots=True)
class Exempt:
    """Why it is not for the public: itself, or because its passage in the minutes is exempt."""

    paragraphs: str
    until: datetime.date | None
    by_source: bool


def exempt_on(recommendation: PlacedRecommendation, *, on: datetime.date) -> Exempt | None:
    if recommendation.is_exempt_on(on):
        return Exempt(recommendation.exempt_paragraphs, recommendation.exempt_until, by_source=False)
    source = recommendation.source
    for row in (source, source.item) if source else ():
        if row.is_exempt_on(on):
            return Exempt(row.exempt_paragraphs, row.exempt_until, by_source=True)
    return None


def facts_of(recommendation: PlacedRecommendation, visitor: Visitor, *, on: datetime.date) -> Facts:
    standing, label = shown_standing(recommendation)
    closing = _closing(recommendation, on=on)
    citations = visible_citations([closing.resolution_id if closing else None], visitor, on=on)
    responses = list(recommendation.responses.filter(responded_on__lte=on).order_by("responded_on", "pk"))
    response = responses[-1] if responses else None
    said, note = _response(recommendation, responses, on=on)
    extensions = list(recommendation.extensions.filter(granted_on__lte=on))
    lead = recommendation.lead_post
    return Facts(
        standing=standing,
        standing_label=label,
        standing_note=_standing_note(recommendation),
        is_closed=closing is not None,
        ended_on=closing.decided_on if closing else None,
        ended_by=citations.get(closing.resolution_id or 0) if closing else None,
        ended_because=closing.reason if closing else "",
        responsible=lead.title if lead else str(recommendation.addressee),
        body=str(lead.body) if lead else "",
        asked=str(recommendation.addressee) if lead and lead.body_id != recommendation.addressee_id else "",
        response=said,
        response_note=note,
        response_is_late=recommendation.is_response_overdue,
        lacking=what_is_lacking(recommendation, response) if response and not closing else "",
        due_on=recommendation.due_on,
        earlier=_earlier(recommendation, extensions),
        times_extended=_times(len(extensions)),
        target_note=_target_note(recommendation, on=on),
        target_is_late=recommendation.is_overdue,
    )


def _closing(recommendation: PlacedRecommendation, *, on: datetime.date) -> SignOff | None:
    """The decision that closed it, where it is closed."""
    if recommendation.standing != Standing.CLOSED:
        return None
    decisions = recommendation.sign_offs.filter(decision=SignOffDecision.CLOSED, decided_on__lte=on)
    return decisions.order_by("decided_on", "pk").last()


def _standing_note(recommendation: PlacedRecommendation) -> str:
    if recommendation.reported_on is None or recommendation.standing == Standing.CLOSED:
        return ""
    return f"reported as at {recommendation.reported_on:%-d %B %Y}"


def _response(recommendation: PlacedRecommendation, responses: list[Response], *, on: datetime.date) -> tuple[str, str]:
    """What was answered last; whether in time, the first answer says."""
    due_on = recommendation.response_due_on
    if responses:
        first, last = responses[0], responses[-1]
        notes = [f"first answered {first.responded_on:%-d %B %Y}"] if first != last else []
        if due_on is not None:
            notes = [f"due {due_on:%-d %B %Y}", *notes, kept_to(first.responded_on, due_on=due_on)]
        return f"{ResponseKind(last.kind).label}, {last.responded_on:%-d %B %Y}", ", ".join(notes)
    if recommendation.kind not in ANSWERED_KINDS:
        return "None asked for", ""
    if due_on is None:
        return "Awaited", "no date is set for it"
    return f"Due {due_on:%-d %B %Y}", when_due(due_on, on=on) if recommendation.standing != Standing.CLOSED else ""


def what_is_lacking(recommendation: PlacedRecommendation, response: Response) -> str:
    """Why a response is not yet something that can be followed; '' where it is, or where nothing will follow."""
    if response.kind == ResponseKind.IN_PRINCIPLE and not response.promised_action:
        return "accepted in principle, but no action is promised"
    if response.kind not in (ResponseKind.ACCEPTED, ResponseKind.IN_PART, ResponseKind.IN_PRINCIPLE):
        return ""
    missing = [
        words
        for words, is_missing in (
            ("nobody is named", recommendation.lead_post_id is None),
            ("no date is set", recommendation.due_on is None),
        )
        if is_missing
    ]
    if response.kind == ResponseKind.IN_PRINCIPLE:
        missing = ["accepted in principle only", *missing]
    return " and ".join(missing)


def _earlier(recommendation: PlacedRecommendation, extensions: list[Extension]) -> list[datetime.date]:
    """The first target and every slip but the last, which holds now."""
    targets = [recommendation.target_on, *(extension.target_on for extension in extensions)]
    return [target for target in targets[:-1] if target is not None]


def _times(extended: int) -> str:
    words = {0: "", 1: "extended once, by resolution", 2: "extended twice, by resolution"}
    return words.get(extended, f"extended {extended} times, by resolution")


def _target_note(recommendation: PlacedRecommendation, *, on: datetime.date) -> str:
    if recommendation.due_on is None or recommendation.standing in (Standing.CLOSED, Standing.COMPLETE):
        return ""
    return late(recommendation.due_on, on=on) or when_due(recommendation.due_on, on=on)
