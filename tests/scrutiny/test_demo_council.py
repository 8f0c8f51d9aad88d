"""What the demo council holds: its minutes understood as they were meant, and its stories where they should stand."""

import datetime
from collections import Counter
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from meetings.choices import MinutesStage, ParagraphKind
from meetings.minutes import read
from meetings.models import AgendaItem, Committee, Meeting, Paragraph, Resolution, SourceDocument, SuggestedAction
from recommendations.choices import Standing, UpdateStage
from recommendations.models import Evidence, PaperCover, ProgressUpdate, Recommendation, Review
from scrutiny.demo.cast import GARETH, IRIS, MARIAN, PAUL, PRIYA, TOM
from scrutiny.demo.days import Days
from scrutiny.demo.loading import load
from scrutiny.demo.northmoor import MINUTES, Northmoor

# Counted by eye in the texts: for each item its printed number, its paragraphs (headings, bullets, questions and
# answers among them; a numbered stem is a paragraph too), and its resolutions.
UNDERSTOOD: dict[str, list[tuple[str | None, int, int]]] = {
    "01-environment-panel-drains": [("1", 1, 0), ("2", 5, 3), ("3", 2, 2)],
    "02-safer-communities-scope": [("9", 1, 0), ("10", 1, 1), ("11", 7, 3), ("12", 4, 2)],
    "03-safer-communities-evidence": [("17", 1, 1), ("18", 11, 3), ("19", 2, 1)],
    "04-safer-communities-review-report": [(None, 16, 0)],
    "05-safer-communities-seven-recommendations": [("26", 1, 1), ("27", 8, 9), ("28", 3, 1)],
    "06-cabinet-receives-online-safety": [("81", 4, 2), ("82", 1, 1)],
    "07-cabinet-responds-online-safety": [("87", 1, 1), ("88", 4, 3)],
    "08-safer-communities-responses": [("33", 1, 1), ("34", 4, 1), ("35", 5, 2)],
    "09-environment-panel-last-meeting": [("23", 5, 3), ("24", 2, 1)],
    "10-safer-communities-first-progress": [("41", 1, 0), ("42", 1, 1), ("43", 10, 4), ("44", 1, 1), ("45", 4, 2)],
    "11-economy-and-transport-first-meeting": [("1", 1, 0), ("2", 3, 2), ("3", 4, 2)],
    "12-police-and-crime-panel-rural-crime": [("13", 1, 1), ("14", 15, 1)],
    "13-health-and-care-community-beds": [("6", 1, 0), ("7", 35, 0)],
    "14-safer-communities-flood-wardens": [("50", 1, 1), ("51", 5, 2), ("52", 2, 1)],
    "15-safer-communities-second-progress": [("58", 1, 0), ("59", 1, 1), ("60", 11, 6), ("61", 4, 2)],
    "16-economy-and-transport-bus-review": [(None, 9, 7)],
    "17-police-and-crime-panel-precept": [(None, 18, 1)],
    "18-health-and-care-weekend-staff": [(None, 20, 0)],
    "19-safer-communities-call-blockers": [
        ("72", 1, 0),
        ("73", 1, 1),
        ("74", 4, 2),
        ("75", 5, 2),
        ("76", 3, 2),
        ("77", 2, 1),
    ],
    "20-cabinet-responds-buses": [("131", 4, 3), ("132", 1, 1)],
    "21-economy-and-transport-response-considered": [("31", 1, 0), ("32", 1, 1), ("33", 4, 3), ("34", 1, 1)],
    "22-health-and-care-families": [(None, 14, 0)],
}
pytestmark = pytest.mark.django_db

EVERY_FIFTH_WEEK = [datetime.date(2026, 1, 7) + datetime.timedelta(weeks=n) for n in range(0, 52, 5)]


@pytest.fixture(scope="module")
def northmoor(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Northmoor]:
    """One load for all the tests of this module: what each of them does is rolled back to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(on=timezone.localdate(), progress=lambda played, scenes: None)
        transaction.set_rollback(True)


@pytest.fixture
def today() -> datetime.date:
    return timezone.localdate()


@pytest.mark.parametrize("day", EVERY_FIFTH_WEEK, ids=str)
def test_every_text_is_understood_as_meant_whenever_it_is_loaded(day: datetime.date) -> None:
    """The days in a text change from week to week; what is understood of it must not, and nothing is warned of."""
    days = Days.around(day)
    texts = {path.stem: days.written_into(path.read_text(encoding="utf-8")) for path in MINUTES.glob("*.txt")}

    minutes = {name: read(text, "text") for name, text in texts.items()}

    assert {
        name: [(item.number, len(item.paragraphs), len(item.resolutions)) for item in each.items]
        for name, each in sorted(minutes.items())
    } == UNDERSTOOD
    assert {name: each.warnings for name, each in minutes.items() if each.warnings} == {}
    assert [name for name, text in texts.items() if "{" in text] == []


def numbers(item: AgendaItem) -> list[str]:
    return list(item.paragraphs.values_list("number", flat=True))


def test_form_a_numbered_paragraphs_with_the_resolution_last(northmoor: Northmoor) -> None:
    item = northmoor.meetings["05-safer-communities-seven-recommendations"].items.get(number="27")

    assert numbers(item) == [f"27.{n}" for n in range(1, 9)]
    assert list(item.resolutions.values_list("number", "anchor")) == [(str(n), f"r{n}") for n in range(1, 10)]
    assert set(item.resolutions.values_list("stem", flat=True)) == {"Resolved – That the Committee:"}
    assert {resolution.paragraph.number for resolution in item.resolutions.all() if resolution.paragraph} == {"27.8"}


def test_form_b_paragraphs_without_numbers_and_limbs_i_to_vii(northmoor: Northmoor) -> None:
    item = northmoor.meetings["16-economy-and-transport-bus-review"].items.get()

    assert numbers(item) == [""] * 9
    assert list(item.resolutions.values_list("number", flat=True)) == ["i", "ii", "iii", "iv", "v", "vi", "vii"]


def test_form_c_a_report_with_its_implications_apart(northmoor: Northmoor) -> None:
    item = northmoor.meetings["04-safer-communities-review-report"].items.get(number="")
    text = northmoor.text_of("04-safer-communities-review-report")

    assert [number for number in numbers(item) if number] == [str(n) for n in range(1, 10)]
    assert list(item.paragraphs.filter(kind=ParagraphKind.HEADING).values_list("text", flat=True)) == [
        "Purpose of the Report",
        "Background",
        "Conclusions",
        "Recommendations",
        "Background Papers",
        "Appendix 1: Implications",
    ]
    assert [each.heading for each in read(text, "text").implications] == [
        "Finance",
        "Staffing",
        "Risk",
        "Equality and Diversity / Public Sector Equality Duty",
        "Accommodation",
        "Crime and Disorder",
        "Human Rights",
        "Consultation",
        "Procurement",
        "Disability Issues",
        "Legal Implications",
    ]


def test_form_d_bullets_of_two_levels_under_headings(northmoor: Northmoor) -> None:
    item = northmoor.meetings["13-health-and-care-community-beds"].items.get(number="7")

    assert Counter(item.paragraphs.values_list("kind", flat=True)) == {"paragraph": 5, "heading": 5, "bullet": 25}
    assert Counter(item.paragraphs.filter(kind="bullet").values_list("level", flat=True)) == {0: 22, 1: 3}
    assert not item.resolutions.exists()


def test_form_e_questions_with_answers_over_several_paragraphs(northmoor: Northmoor) -> None:
    item = northmoor.meetings["12-police-and-crime-panel-rural-crime"].items.get(number="14")

    asked = item.paragraphs.filter(kind__in=("question", "answer")).values_list("number", "kind")
    assert list(asked) == [
        ("1", "question"),
        ("1", "answer"),
        ("1", "answer"),
        ("2", "question"),
        ("2", "answer"),
        ("2", "answer"),
        ("3", "question"),
        ("3", "answer"),
        ("3", "answer"),
        ("4", "question"),
        ("4", "answer"),
    ]
    assert list(item.suggestions.filter(is_marked=True).values_list("owner", flat=True)) == ["Scrutiny Officer"]


def test_something_is_left_for_the_clerk_to_close(northmoor: Northmoor, today: datetime.date) -> None:
    """Two actions are proposed as complete, and the latest minutes have the resolutions that close them."""
    resolutions = northmoor.meetings["19-safer-communities-call-blockers"].items.get(number="76").resolutions

    assert list(resolutions.values_list("text", flat=True)) == [
        "Agrees that the action on the two prosecutions be closed as achieved.",
        "Agrees that the action on flood wardens on the coast be closed as achieved.",
    ]
    for name in ("prosecutions", "coast"):
        assert position(northmoor, name, today) == {name: ("complete", "", False)}


def test_there_is_a_meeting_at_every_stage(northmoor: Northmoor, today: datetime.date) -> None:
    assert Counter(Meeting.objects.values_list("minutes_stage", flat=True)) == {
        MinutesStage.APPROVED: 15,
        MinutesStage.DRAFT: 4,
        MinutesStage.IN_PREPARATION: 1,
        MinutesStage.NONE: 8,
    }
    assert Meeting.objects.upcoming(on=today).count() == 8
    assert list(SourceDocument.objects.waiting().values_list("name", flat=True)) == ["health-and-care-families.txt"]
    assert Committee.objects.sitting_on(today).count() == 5
    panel = Committee.objects.get(slug="environment-and-highways")
    assert panel.successor == northmoor.committees["economy-and-transport"]


def test_suggestions_of_the_latest_minutes_wait_for_the_clerk(northmoor: Northmoor) -> None:
    waiting = SuggestedAction.objects.waiting()

    assert set(waiting.values_list("item__meeting__committee__slug", flat=True)) >= {
        "safer-communities",
        "health-and-care",
        "police-and-crime-panel",
    }
    assert waiting.filter(is_marked=True).get().owner == "Office of the Commissioner"


def position(northmoor: Northmoor, prefix: str, today: datetime.date) -> dict[str, tuple[str, str, bool]]:
    """Standing, outcome and whether it is late, by the name a story gives it."""
    fields = ("standing", "outcome", "is_overdue", "is_response_overdue")
    rows = {pk: place for pk, *place in Recommendation.objects.with_position(on=today).values_list("pk", *fields)}
    places = {name: rows[each.pk] for name, each in northmoor.recommendations.items() if name.startswith(prefix)}
    return {
        name: (standing, outcome, late or unanswered) for name, (standing, outcome, late, unanswered) in places.items()
    }


def test_the_review_of_online_safety_is_followed_to_its_end(northmoor: Northmoor, today: datetime.date) -> None:
    assert northmoor.reviews["online"].title == "Young people and online safety"
    assert Review.objects.get(pk=northmoor.reviews["online"].pk).stage == "monitoring"
    assert position(northmoor, "online", today) == {
        "online-1": ("closed", "achieved", False),
        "online-2": ("on_track", "", False),
        "online-3": ("at_risk", "", False),
        "online-4": ("on_track", "", False),
        "online-5": ("slipped", "", True),
        "online-6": ("complete", "", False),
        "online-7": ("closed", "achieved", False),
    }


def test_the_university_never_answers(northmoor: Northmoor, today: datetime.date) -> None:
    row = northmoor.recommendations["online-3"]
    position = Recommendation.objects.with_position(on=today).filter(pk=row.pk)

    assert (row.response_due_on, row.responses.count()) == (None, 0)
    assert row.extensions.get().resolution.number == "4"
    fields = ("responded_on", "target_on", "due_on")
    assert position.values_list(*fields).get() == (
        None,
        northmoor.days.on("Fri -26"),
        northmoor.days.on("Fri +13"),
    )


def test_the_review_of_buses_waits_for_a_late_answer(northmoor: Northmoor, today: datetime.date) -> None:
    assert Review.objects.get(pk=northmoor.reviews["buses"].pk).stage == "awaiting_response"
    assert position(northmoor, "bus-", today) == {
        "bus-1": ("awaiting_response", "", True),
        "bus-2": ("on_track", "", False),
        "bus-3": ("not_started", "", False),
        "bus-4": ("awaiting_response", "", True),
        "bus-5": ("slipped", "", True),
    }
    late = Recommendation.objects.get(pk=northmoor.recommendations["bus-2"].pk)
    assert late.response_due_on is not None
    assert late.responses.get().responded_on > late.response_due_on


def test_the_third_review_has_recommended_nothing_yet(northmoor: Northmoor) -> None:
    review = Review.objects.get(pk=northmoor.reviews["going-home"].pk)

    assert (review.stage, review.recommendations.count()) == ("evidence", 0)


def test_other_requests_stand_everywhere(northmoor: Northmoor, today: datetime.date) -> None:
    assert {
        name: place for name, place in position(northmoor, "", today).items() if name[:3] not in ("onl", "bus")
    } == {
        "grants": ("not_started", "", True),
        "libraries": ("closed", "superseded", False),
        "prosecutions": ("complete", "", False),
        "coast": ("complete", "", False),
        "briefing": ("paused", "", True),
        "filtering": ("at_risk", "", True),
        "call-blockers": ("on_track", "", False),
        "home-safety": ("awaiting_response", "", True),
        "gullies": ("closed", "transferred", False),
        "worst": ("closed", "achieved", False),
        "navigation": ("closed", "achieved", False),
        "gullies-again": ("on_track", "", False),
        "routes": ("closed", "achieved", False),
        "discharges": ("complete", "", False),
        "refusals": ("slipped", "", True),
        "carers": ("on_track", "", False),
        "fly-tipping": ("complete", "", False),
        "formula": ("not_started", "", True),
        "bursary": ("not_started", "", False),
    }


def test_updates_wait_are_drafted_and_are_corrected(northmoor: Northmoor) -> None:
    assert Counter(ProgressUpdate.objects.values_list("stage", flat=True)) == {
        "published": 41,
        "submitted": 1,
        "draft": 1,
    }
    assert ProgressUpdate.objects.get(stage=UpdateStage.SUBMITTED).author.email == MARIAN.email
    assert ProgressUpdate.objects.get(stage=UpdateStage.DRAFT).author.email == IRIS.email
    corrected = northmoor.updates["governors"].corrected_by
    assert (corrected.author.email, corrected.as_at) == (MARIAN.email, northmoor.updates["governors"].as_at)
    assert set(ProgressUpdate.objects.values_list("author__email", flat=True)) == {
        player.email for player in (PAUL, IRIS, MARIAN, TOM, GARETH, PRIYA)
    }


def test_every_wording_cites_where_it_was_said(northmoor: Northmoor) -> None:
    for row in Recommendation.objects.select_related("paragraph", "resolution"):
        assert row.source is not None
        said = " ".join(row.source.text.casefold().split())
        assert row.wording.rstrip(".").casefold() in said, f"{row.reference} says more than its source"


def test_papers_one_published_one_in_the_making(northmoor: Northmoor) -> None:
    assert list(PaperCover.objects.order_by("as_at").values_list("as_at", "meeting_on", "title")) == [
        (
            northmoor.days.on(as_at),
            northmoor.days.on(meeting),
            "Young people and online safety: progress of recommendations",
        )
        for as_at, meeting in (("Fri -28", "Tue -26"), ("Fri -1", "Tue +2"))
    ]
    assert [cover.is_published for cover in PaperCover.objects.order_by("as_at")] == [True, False]


def test_files_of_evidence_are_kept(northmoor: Northmoor) -> None:
    assert sorted(str(each.file) for each in Evidence.objects.exclude(file="")) == sorted(
        f"{northmoor.recommendations[key].slug}/{name}"
        for key, name in (("online-7", "digital-helpers-tally.csv"), ("online-6", "parents-evenings.csv"))
    )


SECRETS = ("Brackwater", "£212,000", "£196,000", "£121 for each school")
"""What only the exempt item, the exempt recommendation and an exempt update say."""


def test_the_public_finds_nothing_exempt_in_any_row(northmoor: Northmoor, today: datetime.date) -> None:
    nobody = AnonymousUser()

    assert not AgendaItem.objects.visible_to(nobody, on=today).filter(number="45").exists()
    for secret in SECRETS:
        assert not Paragraph.objects.visible_to(nobody, on=today).filter(text__contains=secret).exists()
        assert not Resolution.objects.visible_to(nobody, on=today).filter(text__contains=secret).exists()
        assert not ProgressUpdate.objects.visible_to(nobody, on=today).filter(text__contains=secret).exists()
    hidden = Recommendation.objects.exclude(pk__in=Recommendation.objects.visible_to(nobody, on=today))
    assert set(hidden) == {northmoor.recommendations["filtering"], northmoor.recommendations["bursary"]}


def test_a_resident_is_shown_nothing_exempt_on_any_page(northmoor: Northmoor, client: Client) -> None:
    meeting = northmoor.meetings["10-safer-communities-first-progress"]
    addresses = [
        "/",
        "/committees/safer-communities/",
        "/recommendations/",
        "/search/?q=filtering",
        meeting.get_absolute_url(),
        northmoor.recommendations["online-2"].get_absolute_url(),
        northmoor.reviews["online"].get_absolute_url(),
    ]
    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200, address
        assert [secret for secret in SECRETS if secret in page.content.decode()] == [], address
    for hidden in (meeting.items.get(number="45"), northmoor.recommendations["filtering"]):
        assert client.get(hidden.get_absolute_url()).status_code == 404


def test_a_resident_finds_nothing_exempt(northmoor: Northmoor, client: Client) -> None:
    """The page repeats the word that was looked for, and says that nothing was found."""
    page = client.get("/search/", {"q": "Brackwater"}).content.decode()

    assert "school" not in page
    assert "/meetings/safer-communities/" not in page
    assert "/recommendations/sc-" not in page


def test_the_clerk_is_shown_what_is_exempt(northmoor: Northmoor, client: Client) -> None:
    client.force_login(northmoor.person(PRIYA))
    item = northmoor.meetings["10-safer-communities-first-progress"].items.get(number="45")

    assert "Brackwater Systems" in client.get(item.get_absolute_url()).content.decode()


def test_no_standing_is_missing_from_the_demo(northmoor: Northmoor, today: datetime.date) -> None:
    assert {place[0] for place in position(northmoor, "", today).values()} == set(Standing.values)
