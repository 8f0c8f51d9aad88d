"""What can happen in the demo: each scene has a day and is played through the same actions that the pages call."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Protocol

from django.core.files.base import ContentFile

from meetings.actions.exemption import set_exemption
from meetings.actions.suggestions import dismiss_suggestion
from meetings.models import Paragraph, Resolution, SuggestedAction
from recommendations.actions import extensions, papers, progress, recommendations, responses, reviews, sign_off
from recommendations.choices import Outcome, RecommendationKind, ResponseKind, ReviewStage, Standing, UpdateStage
from scrutiny.demo.cast import DEV, PRIYA, Player
from scrutiny.demo.northmoor import Northmoor, Passage


class Scene(Protocol):
    """`day` is when somebody sat down and did it; `hour` keeps the scenes of one day in their order."""

    @property
    def day(self) -> str: ...

    @property
    def hour(self) -> int: ...

    def play(self, northmoor: Northmoor) -> None: ...


def moment(scene: Scene, northmoor: Northmoor) -> datetime.datetime:
    return northmoor.days.at(scene.day, scene.hour)


def maybe(northmoor: Northmoor, day: str) -> datetime.date | None:
    return northmoor.days.on(day) if day else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkExempt:
    """Before the minutes are published: an item, by its printed number, is not for the public until `until`."""

    day: str
    document: str
    item: str
    paragraphs: str
    until: str
    hour: int = 12

    def play(self, northmoor: Northmoor) -> None:
        set_exemption(
            northmoor.meetings[self.document].items.get(number=self.item),
            is_exempt=True,
            exempt_paragraphs=self.paragraphs,
            exempt_until=northmoor.days.on(self.until),
            by=northmoor.person(DEV),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissSuggestions:
    """The clerk looks through what is still suggested from a document, and says that none of it is to be tracked."""

    day: str
    document: str
    hour: int = 17

    def play(self, northmoor: Northmoor) -> None:
        meeting = northmoor.meetings[self.document]
        for suggestion in (
            SuggestedAction.objects.waiting().filter(item__meeting=meeting).select_related("item__meeting")
        ):
            dismiss_suggestion(suggestion, by=northmoor.person(DEV), at=moment(self, northmoor))


@dataclass(frozen=True, slots=True, kw_only=True)
class StartReview:
    day: str
    key: str
    committee: str
    title: str
    scope: str
    lead_member: str
    stage: ReviewStage = ReviewStage.SCOPING
    hour: int = 10

    def play(self, northmoor: Northmoor) -> None:
        northmoor.reviews[self.key] = reviews.start_review(
            committee=northmoor.committees[self.committee],
            title=self.title,
            scope=self.scope,
            lead_member=self.lead_member,
            stage=self.stage,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveReview:
    """To another stage; `agreed_by` and `received` come in when the report is agreed and sent."""

    day: str
    key: str
    stage: ReviewStage
    agreed_by: Passage | None = None
    received: str = ""
    report_url: str = ""
    hour: int = 10

    def play(self, northmoor: Northmoor) -> None:
        review = northmoor.reviews[self.key]
        review.refresh_from_db()
        as_it_is = reviews.ReviewDetails(
            **{name: getattr(review, name) for name in reviews.ReviewDetails.__dataclass_fields__}
        )
        changes: dict[str, object] = {"stage": self.stage}
        if self.agreed_by:
            changes |= {"agreed_by": northmoor.resolution(self.agreed_by), "report_url": self.report_url}
        if self.received:
            received_on = northmoor.days.on(self.received)
            changes |= {"received_on": received_on, "notice_on": received_on}
        details = replace(as_it_is, **changes)  # type: ignore[arg-type]
        reviews.change_review(review, to=details, by=northmoor.person(PRIYA), at=moment(self, northmoor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """Something is tracked from a passage; its wording is taken over, unless the passage says more than that.

    A suggestion of the reader's that waits at the passage is taken up with it. `review` and `number` are of a review.
    """

    day: str
    key: str
    kind: RecommendationKind
    title: str
    source: Passage
    addressee: str
    lead: str = ""
    target: str = ""
    wording: str = ""
    review: str = ""
    number: int | None = None
    notice: str = ""
    publish: bool = True
    hour: int = 14

    def play(self, northmoor: Northmoor) -> None:
        source = northmoor.find(self.source)
        northmoor.recommendations[self.key] = recommendations.raise_recommendation(
            committee=source.item.meeting.committee,
            kind=self.kind,
            title=self.title,
            wording=self.wording or source.text,
            made_on=source.item.meeting.held_on,
            addressee=northmoor.bodies[self.addressee],
            lead_post=northmoor.posts[self.lead] if self.lead else None,
            target_on=maybe(northmoor, self.target),
            review=northmoor.reviews[self.review] if self.review else None,
            number=self.number,
            paragraph=source if isinstance(source, Paragraph) else None,
            resolution=source if isinstance(source, Resolution) else None,
            suggestion=waiting_at(source),
            notice_on=maybe(northmoor, self.notice),
            publish=self.publish,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


def waiting_at(source: Paragraph | Resolution) -> SuggestedAction | None:
    return source.suggestions.filter(state="waiting").first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Respond:
    """`responded` is the day of the response where it is not the day on which the clerk writes it down."""

    day: str
    key: str
    kind: ResponseKind
    explanation: str
    promised: str = ""
    outcome: str = ""
    responded: str = ""
    hour: int = 15

    def play(self, northmoor: Northmoor) -> None:
        responses.record_response(
            northmoor.recommendations[self.key],
            kind=self.kind,
            responded_on=northmoor.days.on(self.responded or self.day),
            explanation=self.explanation,
            promised_action=self.promised,
            expected_outcome=self.outcome,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Evidence: a link, or a file with this text in it."""

    label: str
    url: str = ""
    file_name: str = ""
    text: str = ""

    def given(self) -> progress.EvidenceGiven:
        file = ContentFile(self.text.encode(), name=self.file_name) if self.file_name else None
        return progress.EvidenceGiven(label=self.label, url=self.url, file=file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The lead post says what happened, or the clerk for it. What the clerk must check is published, unless it `waits`.

    `named` gives it a name that another one may correct; a `draft` is not submitted.
    """

    day: str
    key: str
    by: Player
    standing: Standing
    text: str
    as_at: str = ""
    expected: str = ""
    evidence: tuple[Proof, ...] = ()
    exempt_text: str = ""
    exempt_paragraphs: str = ""
    named: str = ""
    corrects: str = ""
    draft: bool = False
    waits: bool = False
    hour: int = 16

    def play(self, northmoor: Northmoor) -> None:
        at = moment(self, northmoor)
        recommendation = northmoor.recommendations[self.key]
        update = progress.log_progress(
            recommendation,
            post=recommendation.lead_post,
            as_at=northmoor.days.on(self.as_at or self.day),
            standing=self.standing,
            text=self.text,
            exempt_text=self.exempt_text,
            exempt_paragraphs=self.exempt_paragraphs,
            expected_on=maybe(northmoor, self.expected),
            evidence=[proof.given() for proof in self.evidence],
            corrects=northmoor.updates[self.corrects] if self.corrects else None,
            stage=UpdateStage.DRAFT if self.draft else None,
            by=northmoor.person(self.by),
            at=at,
        )
        northmoor.files.extend(str(evidence.file) for evidence in update.evidence.exclude(file=""))
        if update.stage == UpdateStage.SUBMITTED and not self.waits:
            progress.publish_update(update, by=northmoor.person(PRIYA), at=at + datetime.timedelta(minutes=50))
        if self.named:
            northmoor.updates[self.named] = update


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    day: str
    key: str
    resolution: Passage
    outcome: Outcome
    reason: str = ""
    hour: int = 15

    def play(self, northmoor: Northmoor) -> None:
        sign_off.close(
            northmoor.recommendations[self.key],
            resolution=northmoor.resolution(self.resolution),
            outcome=self.outcome,
            reason=self.reason,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOpen:
    day: str
    key: str
    resolution: Passage
    standing: Standing
    reason: str
    hour: int = 15

    def play(self, northmoor: Northmoor) -> None:
        sign_off.keep_open(
            northmoor.recommendations[self.key],
            resolution=northmoor.resolution(self.resolution),
            standing=self.standing,
            reason=self.reason,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend:
    day: str
    key: str
    resolution: Passage
    target: str
    reason: str
    hour: int = 15

    def play(self, northmoor: Northmoor) -> None:
        extensions.extend_target(
            northmoor.recommendations[self.key],
            resolution=northmoor.resolution(self.resolution),
            target_on=northmoor.days.on(self.target),
            reason=self.reason,
            by=northmoor.person(PRIYA),
            at=moment(self, northmoor),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePaper:
    """A progress report of a review to a meeting; `texts` are what the clerk writes in place of what is proposed."""

    day: str
    review: str
    as_at: str
    meeting: str
    publish: bool
    texts: dict[str, str] = field(default_factory=dict)
    implications: dict[str, str] = field(default_factory=dict)
    hour: int = 18

    def play(self, northmoor: Northmoor) -> None:
        by, at = northmoor.person(PRIYA), moment(self, northmoor)
        cover = papers.start_paper(
            northmoor.reviews[self.review],
            as_at=northmoor.days.on(self.as_at),
            meeting_on=northmoor.days.on(self.meeting),
            by=by,
            at=at,
        )
        as_it_is = papers.CoverTexts(**{name: getattr(cover, name) for name in papers.CoverTexts.__dataclass_fields__})
        written = {name: northmoor.days.written_into(text) for name, text in self.texts.items()}
        texts = replace(as_it_is, implications=self.implications, **written)  # type: ignore[arg-type]
        cover = papers.edit_paper(cover, to=texts, by=by, at=at)
        if self.publish:
            papers.publish_paper(cover, by=by, at=at)
