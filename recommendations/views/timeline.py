"""What has happened to a recommendation, newest first, in sentences: each from one line of its history.

A line whose update this visitor may not see is not among the rows; exempt text and exempt evidence are left out of a
line for those who may not read them.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, QuerySet

from meetings.permissions import SEE_EXEMPT, SEE_UNPUBLISHED, Visitor, may
from recommendations.choices import EventKind, Outcome, RecommendationKind, ResponseKind, UpdateStage
from recommendations.models import Event, Evidence, Holding, ProgressUpdate, Recommendation
from recommendations.permissions import TRACK
from recommendations.views.passages import Citation, visible_citations

SAYING_WHAT_WAS = (EventKind.WORDING_CORRECTED, EventKind.DETAILS_CHANGED)
"""Lines whose note has the former words."""

MADE = {
    RecommendationKind.ACTION: "The committee agreed this action",
    RecommendationKind.INFORMATION: "The committee asked for this information",
}
ANSWERED = {
    ResponseKind.ACCEPTED: "accepted it",
    ResponseKind.IN_PART: "accepted it in part",
    ResponseKind.IN_PRINCIPLE: "accepted it in principle",
    ResponseKind.IN_PLACE: "answered that it is already in place",
    ResponseKind.NOT_ACCEPTED: "did not accept it",
}


@dataclass(slots=True)
class Line:
    """One line of the timeline. `what` is its sentence; `standing` follows it where it says one.

    `text` is Markdown, `quote` plain words, `notes` pairs of a label and plain words. `correct_number` is what the
    address of a correction takes; 0 where this visitor cannot correct it.
    """

    on: datetime.date
    what: str
    anchor: str = ""
    standing: str = ""
    text: str = ""
    quote: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    exempt_text: str = ""
    exempt_paragraphs: str = ""
    expected_on: datetime.date | None = None
    evidence: list[Evidence] = field(default_factory=list)
    citation: Citation | None = None
    said_by: str = ""
    corrects: ProgressUpdate | None = None
    corrected_on: datetime.date | None = None
    waits: bool = False
    update_key: int = 0
    correct_number: int = 0


def events_seen(recommendation: Recommendation, visitor: Visitor, *, on: datetime.date) -> QuerySet[Event]:
    """The lines of history this visitor may see, newest first, with all that they say.

    How a draft was changed before it was published is the clerks' business.
    """
    seen = ProgressUpdate.objects.visible_to(visitor, on=on).filter(recommendation=recommendation)
    events = Event.objects.filter(Q(update__isnull=True) | Q(update__in=seen), recommendation=recommendation)
    if recommendation.published_at is not None and not may(visitor, SEE_UNPUBLISHED):
        events = events.exclude(at__lt=recommendation.published_at, kind__in=SAYING_WHAT_WAS)
    return (
        events.exclude(kind=EventKind.PROGRESS_SUBMITTED, update__stage=UpdateStage.PUBLISHED)
        .select_related("update__post", "update__corrects", "update__corrected_by", "response", "sign_off", "extension")
        .prefetch_related(Prefetch("update__evidence", Evidence.objects.select_related("update__recommendation")))
        .order_by("-on", "-at", "-pk")
    )


def lines(
    events: Iterable[Event],
    recommendation: Recommendation,
    visitor: Visitor,
    *,
    on: datetime.date,
    source: Citation | None,
    may_correct: bool,
) -> list[Line]:
    """Lines of `events_seen`, or of a page of it. `source` is the passage it comes from, where it may be read."""
    events = list(events)
    posts = set(Holding.objects.current(on=on).of(visitor).values_list("post_id", flat=True))
    sees_exempt = may(visitor, SEE_EXEMPT)
    keys = [event.sign_off.resolution_id for event in events if event.sign_off]
    keys += [event.extension.resolution_id for event in events if event.extension]
    teller = Teller(
        recommendation=recommendation,
        source=source,
        citations=visible_citations(keys, visitor, on=on),
        numbers=numbers_of(recommendation),
        posts=posts,
        sees_exempt=sees_exempt,
        sees_former=sees_exempt or recommendation.lead_post_id in posts or not _was_exempt(recommendation, events),
        sees_names=may(visitor, TRACK),
        may_correct=may_correct,
    )
    return [teller.tell(event) for event in events]


def _was_exempt(recommendation: Recommendation, events: Sequence[Event]) -> bool:
    """Whether the former words in these lines may be what was exempt then, and was taken out before it was opened."""
    if not any(event.kind in SAYING_WHAT_WAS for event in events):
        return False
    return recommendation.is_exempt or recommendation.events.filter(kind=EventKind.EXEMPTION_CHANGED).exists()


def numbers_of(recommendation: Recommendation) -> dict[int, int]:
    """Updates by the order in which they were handed in, from 1: a number that never changes, for addresses."""
    handed_in = recommendation.updates.exclude(stage=UpdateStage.DRAFT).order_by("written_at", "pk")
    return {key: number for number, key in enumerate(handed_in.values_list("pk", flat=True), start=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Makes a line from an event, for one visitor."""

    recommendation: Recommendation
    source: Citation | None
    citations: dict[int, Citation]
    numbers: dict[int, int]
    posts: set[int]
    sees_exempt: bool
    sees_former: bool
    sees_names: bool
    may_correct: bool

    def tell(self, event: Event) -> Line:
        if event.update is not None:
            line = self._progress(event, event.update)
        elif event.response is not None:
            line = self._response(event)
        elif event.sign_off is not None:
            line = self._sign_off(event)
        elif event.extension is not None:
            line = self._extension(event)
        else:
            line = self._other(event)
        if self.sees_names and not line.said_by:
            line.said_by = f"recorded by {event.actor_name}, {event.actor_role.lower()}"
        return line

    def _progress(self, event: Event, update: ProgressUpdate) -> Line:
        reads_exempt = self.sees_exempt or update.post_id in self.posts
        correction = getattr(update, "corrected_by", None)
        is_corrected = correction is not None and correction.stage == UpdateStage.PUBLISHED
        number = self.numbers.get(update.pk, 0)
        return Line(
            on=event.on,
            what="Progress, corrected" if update.corrects else "Progress",
            anchor=f"update-{number}",
            standing=update.standing,
            text=update.text,
            exempt_text=update.exempt_text if reads_exempt else "",
            exempt_paragraphs=update.exempt_paragraphs,
            expected_on=update.expected_on,
            evidence=[e for e in update.evidence.all() if reads_exempt or not e.is_exempt],
            said_by=self._speaker(event, update),
            corrects=self._corrected(update),
            corrected_on=correction.as_at if correction and is_corrected else None,
            waits=update.stage == UpdateStage.SUBMITTED,
            update_key=update.pk,
            correct_number=number if self.may_correct and correction is None else 0,
        )

    def _corrected(self, update: ProgressUpdate) -> ProgressUpdate | None:
        """What it corrects, unless that was never public."""
        former = update.corrects
        return former if former and (former.stage == UpdateStage.PUBLISHED or self.sees_names) else None

    def _speaker(self, event: Event, update: ProgressUpdate) -> str:
        """The post that said it; whoever works with it also sees the name."""
        post = update.post.title if update.post else event.actor_role
        return f"{event.actor_name}, {post}" if self.sees_names else post

    def _response(self, event: Event) -> Line:
        response = event.response
        assert response is not None  # noqa: S101
        notes = [("Promised", response.promised_action), ("Expected outcome", response.expected_outcome)]
        return Line(
            on=event.on,
            what=f"{self.recommendation.addressee} {ANSWERED[ResponseKind(response.kind)]}",
            quote=response.explanation,
            notes=[(label, words) for label, words in notes if words],
        )

    def _sign_off(self, event: Event) -> Line:
        sign_off = event.sign_off
        assert sign_off is not None  # noqa: S101
        is_closing = event.kind == EventKind.CLOSED
        sentence = EventKind(event.kind).label
        return Line(
            on=event.on,
            what=f"{sentence}: {Outcome(sign_off.outcome).label.lower()}" if is_closing else sentence,
            standing=sign_off.standing,
            quote=sign_off.reason,
            citation=self.citations.get(sign_off.resolution_id or 0),
        )

    def _extension(self, event: Event) -> Line:
        extension = event.extension
        assert extension is not None  # noqa: S101
        return Line(
            on=event.on,
            what=f"{EventKind(event.kind).label} to {extension.target_on:%-d %B %Y}",
            notes=[("Asked for because", extension.reason)],
            citation=self.citations.get(extension.resolution_id),
        )

    def _other(self, event: Event) -> Line:
        sentence = str(EventKind(event.kind).label)
        if event.kind == EventKind.RAISED:
            made = MADE.get(RecommendationKind(self.recommendation.kind), sentence)
            return Line(on=event.on, what=made, citation=self.source)
        is_told = self.sees_former or event.kind not in SAYING_WHAT_WAS
        return Line(on=event.on, what=sentence, quote=event.note if is_told else "")
