"""Where a recommendation stands on a day, from dated rows alone."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.db.models import F

from recommendations.actions.extensions import extend_target
from recommendations.actions.progress import log_progress
from recommendations.actions.responses import record_response
from recommendations.actions.sign_off import close, keep_open, reopen
from recommendations.models import ProgressUpdate, Recommendation
from recommendations.placed import PlacedRecommendation, placed
from scrutiny.models import User
from tests.cast import Cast
from tests.factories import a_meeting, a_resolution, an_item
from tests.recommendations.history import AT, day, led_by_tom, to_be_answered


@dataclass
class World:
    """What has happened to one recommendation; each step is one action."""

    recommendation: Recommendation
    dev: User
    tom: User
    updates: list[ProgressUpdate] = field(default_factory=list)

    def responds(self, on: str, kind: str = "accepted") -> None:
        record_response(
            self.recommendation,
            kind=kind,
            responded_on=day(on),
            explanation="We agree.",
            promised_action="",
            expected_outcome="",
            by=self.dev,
            at=AT,
        )

    def reports(self, on: str, standing: str, **options: object) -> None:
        self.updates.append(
            log_progress(
                self.recommendation,
                as_at=day(on),
                standing=standing,
                text="Work goes on.",
                by=self.tom,
                at=AT,
                **options,  # type: ignore[arg-type]
            )
        )

    def corrects(self, n: int, on: str, standing: str) -> None:
        self.reports(on, standing, corrects=self.updates[n])

    def resolution(self, on: str):  # type: ignore[no-untyped-def]
        committee = self.recommendation.committee
        meeting = committee.meetings.filter(held_on=day(on)).first() or a_meeting(committee=committee, held_on=day(on))
        return a_resolution(item=an_item(meeting=meeting))

    def closes(self, on: str, outcome: str = "achieved") -> None:
        close(self.recommendation, resolution=self.resolution(on), outcome=outcome, by=self.dev, at=AT)

    def keeps_open(self, on: str, standing: str) -> None:
        keep_open(
            self.recommendation,
            resolution=self.resolution(on),
            standing=standing,
            reason="Not yet.",
            by=self.dev,
            at=AT,
        )

    def reopens(self, on: str, standing: str) -> None:
        reopen(self.recommendation, standing=standing, reason="It broke.", by=self.dev, at=AT, on=day(on))

    def extends(self, on: str, to: str) -> None:
        extend_target(
            self.recommendation,
            resolution=self.resolution(on),
            target_on=day(to),
            reason="More time.",
            by=self.dev,
            at=AT,
        )

    def on(self, text: str) -> PlacedRecommendation:
        return placed(Recommendation.objects.with_position(on=day(text)).filter(pk=self.recommendation.pk))[0]


Steps = Callable[[World], None]


def an_action(cast: Cast) -> World:
    return World(led_by_tom(cast, target_on=day("2026-06-30")), cast.dev, cast.tom)


def a_formal_one(cast: Cast) -> World:
    made = to_be_answered(cast, target_on=day("2026-06-30"), response_due_on=day("2026-05-08"))
    return World(made, cast.dev, cast.tom)


STANDINGS: dict[str, tuple[Callable[[Cast], World], list[Steps], dict[str, str]]] = {
    "an action is not started": (an_action, [], {"2026-03-09": "not_started", "2026-09-01": "not_started"}),
    "a recommendation awaits its response": (a_formal_one, [], {"2026-03-09": "awaiting_response"}),
    "a response begins on its day": (
        a_formal_one,
        [lambda w: w.responds("2026-05-08")],
        {"2026-05-07": "awaiting_response", "2026-05-08": "not_started"},
    ),
    "an update holds from the day it speaks of": (
        an_action,
        [lambda w: w.reports("2026-04-01", "on_track"), lambda w: w.reports("2026-06-01", "slipped")],
        {"2026-03-31": "not_started", "2026-04-01": "on_track", "2026-05-31": "on_track", "2026-06-01": "slipped"},
    ),
    "of two on one day the later written holds": (
        an_action,
        [lambda w: w.reports("2026-04-01", "on_track"), lambda w: w.reports("2026-04-01", "at_risk")],
        {"2026-04-01": "at_risk"},
    ),
    "an update that was written late speaks of its own day": (
        an_action,
        [lambda w: w.reports("2026-06-01", "slipped"), lambda w: w.reports("2026-04-01", "on_track")],
        {"2026-05-01": "on_track", "2026-06-01": "slipped", "2026-07-01": "slipped"},
    ),
    "a correction takes the place of what it corrects": (
        an_action,
        [lambda w: w.reports("2026-04-01", "on_track"), lambda w: w.corrects(0, "2026-04-01", "at_risk")],
        {"2026-04-01": "at_risk", "2026-09-01": "at_risk"},
    ),
    "a correction of the day leaves the wrong day empty": (
        an_action,
        [lambda w: w.reports("2026-04-01", "on_track"), lambda w: w.corrects(0, "2026-05-01", "on_track")],
        {"2026-04-15": "not_started", "2026-05-01": "on_track"},
    ),
    "an update before any response speaks for itself": (
        a_formal_one,
        [lambda w: w.reports("2026-04-01", "on_track")],
        {"2026-03-31": "awaiting_response", "2026-04-01": "on_track"},
    ),
    "the committee closes it": (
        an_action,
        [lambda w: w.reports("2026-06-01", "complete"), lambda w: w.closes("2026-07-06")],
        {"2026-07-05": "complete", "2026-07-06": "closed", "2026-09-01": "closed"},
    ),
    "the committee's word goes before an officer's of the same day": (
        an_action,
        [lambda w: w.reports("2026-07-06", "complete"), lambda w: w.keeps_open("2026-07-06", "at_risk")],
        {"2026-07-06": "at_risk", "2026-08-01": "at_risk"},
    ),
    "an update after it was kept open holds": (
        an_action,
        [lambda w: w.keeps_open("2026-07-06", "at_risk"), lambda w: w.reports("2026-07-07", "on_track")],
        {"2026-07-06": "at_risk", "2026-07-07": "on_track"},
    ),
    "reopened it stands where it was said to stand": (
        an_action,
        [lambda w: w.closes("2026-07-06"), lambda w: w.reopens("2026-08-03", "slipped")],
        {"2026-08-02": "closed", "2026-08-03": "slipped"},
    ),
    "closed and reopened on one day it is open": (
        an_action,
        [lambda w: w.closes("2026-07-06"), lambda w: w.reopens("2026-07-06", "slipped")],
        {"2026-07-06": "slipped"},
    ),
    "reopened and reported": (
        an_action,
        [
            lambda w: w.closes("2026-07-06"),
            lambda w: w.reopens("2026-08-03", "slipped"),
            lambda w: w.reports("2026-08-10", "on_track"),
        ],
        {"2026-08-09": "slipped", "2026-08-10": "on_track"},
    ),
}


@pytest.mark.parametrize("name", STANDINGS)
def test_the_standing_on_a_day_follows_from_what_was_recorded(name: str, cast: Cast) -> None:
    make, steps, expected = STANDINGS[name]
    world = make(cast)
    for step in steps:
        step(world)
    assert {on: world.on(on).standing for on in expected} == expected


def test_only_what_is_published_counts(cast: Cast) -> None:
    world = an_action(cast)
    world.recommendation.committee.checks_updates = True
    world.recommendation.committee.save()
    world.reports("2026-04-01", "on_track")
    assert world.on("2026-04-01").standing == "not_started"


def test_a_correction_that_is_not_public_yet_corrects_nothing(cast: Cast) -> None:
    world = an_action(cast)
    world.reports("2026-04-01", "on_track")
    world.recommendation.committee.checks_updates = True
    world.recommendation.committee.save()
    world.corrects(0, "2026-04-01", "slipped")
    assert world.on("2026-04-01").standing == "on_track"


def test_the_outcome_is_said_only_while_it_is_closed(cast: Cast) -> None:
    world = an_action(cast)
    world.closes("2026-07-06", "superseded")
    world.reopens("2026-08-03", "slipped")
    assert [world.on(on).outcome for on in ("2026-07-05", "2026-07-06", "2026-08-03")] == ["", "superseded", ""]


def test_the_target_moves_on_the_day_the_committee_extends_it(cast: Cast) -> None:
    world = an_action(cast)
    world.extends("2026-06-01", "2026-08-31")
    world.extends("2026-08-03", "2026-12-31")
    assert [world.on(on).due_on for on in ("2026-05-31", "2026-06-01", "2026-08-03")] == [
        day("2026-06-30"),
        day("2026-08-31"),
        day("2026-12-31"),
    ]


@pytest.mark.parametrize(
    ("steps", "overdue"),
    [
        ([], {"2026-06-30": False, "2026-07-01": True}),
        ([lambda w: w.reports("2026-06-01", "complete")], {"2026-07-01": False}),
        ([lambda w: w.reports("2026-06-01", "paused")], {"2026-07-01": True}),
        ([lambda w: w.extends("2026-06-01", "2026-08-31")], {"2026-07-01": False, "2026-09-01": True}),
        ([lambda w: w.closes("2026-07-06")], {"2026-07-05": True, "2026-07-06": False}),
    ],
)
def test_what_is_past_its_target_and_not_finished_is_overdue(
    steps: list[Steps], overdue: dict[str, bool], cast: Cast
) -> None:
    world = an_action(cast)
    for step in steps:
        step(world)
    assert {on: world.on(on).is_overdue for on in overdue} == overdue


def test_a_response_is_overdue_from_the_day_after_it_was_due_until_it_comes(cast: Cast) -> None:
    world = a_formal_one(cast)
    world.responds("2026-05-20")
    found = [world.on(on).is_response_overdue for on in ("2026-05-08", "2026-05-09", "2026-05-19", "2026-05-20")]
    assert found == [False, True, True, False]


@pytest.mark.django_db
def test_each_last_row_is_looked_for_once_however_often_it_is_named() -> None:
    rows = Recommendation.objects.with_position(on=day("2026-09-15")).overdue().order_by(F("due_on"), F("standing"))
    tables = ("progressupdate", "signoff", "response", "extension")
    found = {name: str(rows.query).count(f'FROM "recommendations_{name}"') for name in tables}
    assert found == {"progressupdate": 2, "signoff": 1, "response": 1, "extension": 1}  # updates and their corrections
