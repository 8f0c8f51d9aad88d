"""A paper assembled as at a date: what it holds, and what it never shows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from recommendations.choices import (
    Outcome,
    RecommendationKind,
    ResponseKind,
    SignOffDecision,
    Standing,
    UpdateStage,
)
from recommendations.models import PaperCover, Recommendation, Review, SignOff
from recommendations.reports.assemble import assemble, paragraphs_of
from recommendations.reports.paper import (
    Citation,
    EvidenceLine,
    FormalResponse,
    NumberedParagraph,
    Paper,
    ProgressRow,
)
from recommendations.reports.template import HOUSE, Part, Template
from tests.factories import (
    TODAY,
    a_body,
    a_committee,
    a_meeting,
    a_paragraph,
    a_post,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
    an_update,
)
from tests.recommendations.rows import a_closing, a_cover, a_response, an_extension, some_evidence

pytestmark = pytest.mark.django_db

AS_AT = date(2026, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def review() -> Review:
    committee = a_committee(
        name="Safer Communities Committee", slug="scc", prefix="SCC", contact="scc@northmoor.example"
    )
    return a_review(committee=committee, title="Libraries online", slug="libraries-online")


def public(
    review: Review, as_at: date = AS_AT, cover: PaperCover | None = None, on: date = TODAY, **given: Any
) -> Paper:
    """As everybody reads it on the day of the tests."""
    return assemble(review, as_at=as_at, cover=cover, audience=AnonymousUser(), on=on, **given)


def only_row(review: Review, as_at: date = AS_AT) -> ProgressRow:
    (row,) = public(review, as_at).progress.rows
    return row


def everything(paper: Paper) -> str:
    return repr(paper)


def test_without_a_cover_every_heading_is_there_and_says_what_the_rows_say(review: Review) -> None:
    paper = public(review)
    assert (paper.committee, paper.meeting_on, paper.title, paper.report_of, paper.as_at) == (
        "Safer Communities Committee",
        None,
        "Libraries online: progress of recommendations",
        "",
        AS_AT,
    )
    assert [section.heading for section in paper.sections] == [part.heading for part in HOUSE.parts]
    assert paper.progress.heading == "Appendix 2: Progress against each recommendation, as at 30 June 2026"
    assert paper.progress.columns == ("Reference", "Recommendation", "Responsible", "Target", "Standing", "Progress")


def test_the_clerks_words_go_before_the_proposed_ones(review: Review) -> None:
    cover = a_cover(
        review=review,
        report_of="Director of Communities",
        purpose="To report.",
        background="First.\n\nSecond,\non two lines.\n \n\nThird.",
        background_papers="None but these.",
    )
    paper = public(review, cover=cover)
    assert (paper.title, paper.report_of, paper.meeting_on) == (
        cover.title,
        "Director of Communities",
        date(2026, 7, 13),
    )
    assert list(paper.numbered()) == [
        NumberedParagraph(1, "To report."),
        NumberedParagraph(2, "First."),
        NumberedParagraph(3, "Second,\non two lines."),
        NumberedParagraph(4, "Third."),
        NumberedParagraph(5, "That the committee note the progress set out in Appendix 2."),
    ]
    assert paper.sections[3].paragraphs == (NumberedParagraph(None, "None but these."),)
    assert paper.sections[4].paragraphs == (NumberedParagraph(None, "scc@northmoor.example"),)


@pytest.mark.parametrize("written", ["the Director of Communities", " Report of the Director of Communities"])
def test_report_of_is_said_once(review: Review, written: str) -> None:
    paper = public(review, cover=a_cover(review=review, report_of=written))
    assert paper.report_of == "the Director of Communities"


def test_every_implication_is_printed_with_none_where_nothing_is_said(review: Review) -> None:
    cover = a_cover(
        review=review, implications={"Finance": "The grant ends in March.", "Climate": "Less paper.", "Old": " "}
    )
    said = {given.heading: given.text for given in public(review, cover=cover).implications.implications}
    assert list(said) == [*HOUSE.implications, "Climate"]
    assert {heading: text for heading, text in said.items() if text != "None"} == {
        "Finance": "The grant ends in March.",
        "Climate": "Less paper.",
    }


def test_a_heading_with_nothing_to_say_prints_none(review: Review) -> None:
    review.committee.contact = ""
    paper = public(review)
    assert [section.paragraphs for section in paper.sections[3:]] == [(NumberedParagraph(None, "None"),)] * 2


def test_another_template_makes_another_paper(review: Review) -> None:
    template = Template(
        parts=(Part("recommendations", "1 Recommendation"), Part("purpose", "2 Purpose"), Part("reasons", "3 Reasons")),
        implications_heading="Annex A: Implications",
        implications=("Climate",),
        progress_heading="Annex B: Progress",
        nothing="Nothing to report",
    )
    paper = public(review, template=template)
    assert [(section.heading, section.paragraphs[0].text) for section in paper.sections] == [
        ("1 Recommendation", "That the committee note the progress set out in Annex B."),
        (
            "2 Purpose",
            (
                "To tell members what has been done on the recommendations of the review “Libraries online”, "
                "as at 30 June 2026."
            ),
        ),
        ("3 Reasons", "Nothing to report"),
    ]
    assert [given.text for given in paper.implications.implications] == ["Nothing to report"]


def test_a_row_says_all_there_is_about_a_recommendation(review: Review) -> None:
    meeting = a_meeting(committee=review.committee, held_on=date(2026, 3, 9))
    source = a_resolution(item=an_item(meeting=meeting))
    body = a_body(name="Cabinet")
    recommendation = a_recommendation(
        review=review,
        number=3,
        resolution=source,
        kind=RecommendationKind.REVIEW,
        addressee=body,
        lead_post=a_post(body=body, title="Head of Libraries"),
        target_on=date(2026, 5, 31),
        response_due_on=date(2026, 5, 8),
    )
    a_response(recommendation, date(2026, 4, 20), kind=ResponseKind.IN_PRINCIPLE)
    a_response(recommendation, date(2026, 6, 1), kind=ResponseKind.IN_PART)
    an_extension(recommendation, granted_on=date(2026, 5, 11), to=date(2026, 6, 15))
    update = an_update(recommendation=recommendation, post=recommendation.lead_post, standing=Standing.AT_RISK)
    some_evidence(update, "Order book")

    row = only_row(review)
    assert row == ProgressRow(
        reference="SCC (25/26) 01",
        number=3,
        url="/recommendations/scc-25-26-01/",
        wording="That two computers be kept in every library.",
        addressee="Cabinet",
        responsible="Head of Libraries",
        standing="at_risk",
        standing_label="At risk",
        source=Citation("Resolution 1", "/meetings/scc/2026-03-09/31/#r1", date(2026, 3, 9)),
        needs_response=True,
        responses=(
            FormalResponse("Accepted in principle", date(2026, 4, 20)),
            FormalResponse("Accepted in part", date(2026, 6, 1)),
        ),
        response_due_on=date(2026, 5, 8),
        target_on=date(2026, 6, 15),
        earlier_targets=(date(2026, 5, 31),),
        is_overdue=True,
        outcome="",
        decision=None,
        update=row.update,
    )
    assert row.update is not None
    assert (row.update.as_at, row.update.text, row.update.post) == (
        date(2026, 6, 1),
        "Computers were ordered for four libraries.",
        "Head of Libraries",
    )
    assert row.update.evidence == (EvidenceLine("Order book", "https://northmoor.example/libraries"),)


def test_a_closed_row_says_how_it_ended_and_cites_the_resolution(review: Review) -> None:
    recommendation = a_recommendation(review=review, target_on=date(2026, 4, 1))
    meeting = a_meeting(committee=review.committee, held_on=date(2026, 6, 8))
    resolution = a_resolution(item=an_item(meeting=meeting), number="2")
    a_closing(recommendation, date(2026, 6, 8), resolution=resolution, outcome=Outcome.SUPERSEDED)
    row = only_row(review)
    assert (row.standing, row.standing_label, row.outcome, row.is_overdue) == (
        "closed",
        "Closed: superseded",
        "superseded",
        False,
    )
    assert row.decision == Citation("Resolution 2", "/meetings/scc/2026-06-08/31/#r2", date(2026, 6, 8))


@pytest.mark.parametrize(
    ("as_at", "standing", "text", "target_on", "is_overdue"),
    [
        (date(2026, 3, 31), Standing.AWAITING_RESPONSE, None, date(2026, 6, 1), False),
        (date(2026, 4, 1), Standing.NOT_STARTED, None, date(2026, 6, 1), False),
        (date(2026, 5, 1), Standing.ON_TRACK, "First.", date(2026, 6, 1), False),
        (date(2026, 6, 2), Standing.ON_TRACK, "First.", date(2026, 6, 1), True),
        (date(2026, 6, 8), Standing.ON_TRACK, "First.", date(2026, 9, 1), False),
        (date(2026, 7, 1), Standing.COMPLETE, "Second.", date(2026, 9, 1), False),
        (date(2026, 7, 13), Standing.CLOSED, "Second.", date(2026, 9, 1), False),
        (date(2026, 9, 1), Standing.SLIPPED, "Second.", date(2026, 9, 1), False),
    ],
)
def test_the_position_is_that_of_the_date(
    review: Review, as_at: date, standing: str, text: str | None, target_on: date, is_overdue: bool
) -> None:
    recommendation = a_recommendation(
        review=review, kind=RecommendationKind.REVIEW, made_on=date(2026, 3, 9), target_on=date(2026, 6, 1)
    )
    a_response(recommendation, date(2026, 4, 1))
    an_update(recommendation=recommendation, as_at=date(2026, 5, 1), text="First.")
    an_extension(recommendation, granted_on=date(2026, 6, 8), to=date(2026, 9, 1))
    an_update(recommendation=recommendation, as_at=date(2026, 7, 1), standing=Standing.COMPLETE, text="Second.")
    a_closing(recommendation, date(2026, 7, 13))
    SignOff.objects.create(
        recommendation=recommendation,
        decision=SignOffDecision.REOPENED,
        standing=Standing.SLIPPED,
        decided_on=date(2026, 8, 10),
        reason="It broke again.",
    )
    row = only_row(review, as_at)
    assert (row.standing, row.update.text if row.update else None, row.target_on, row.is_overdue) == (
        standing,
        text,
        target_on,
        is_overdue,
    )


def test_of_a_corrected_update_the_correction_is_shown(review: Review) -> None:
    recommendation = a_recommendation(review=review)
    wrong = an_update(recommendation=recommendation, text="Forty.")
    an_update(recommendation=recommendation, text="Four.", corrects=wrong)
    row = only_row(review)
    assert row.update is not None
    assert row.update.text == "Four."


Leak = Callable[[Recommendation], Any]


@pytest.mark.parametrize(
    "leak",
    [
        pytest.param(lambda r: an_update(recommendation=r, text="SECRET", as_at=AS_AT + DAY), id="a later update"),
        pytest.param(
            lambda r: an_update(recommendation=r, text="SECRET", stage=UpdateStage.DRAFT), id="a draft update"
        ),
        pytest.param(
            lambda r: an_update(recommendation=r, text="SECRET", stage=UpdateStage.SUBMITTED), id="an unchecked update"
        ),
        pytest.param(
            lambda r: an_update(recommendation=r, exempt_text="SECRET", exempt_paragraphs="3"), id="exempt text"
        ),
        pytest.param(
            lambda r: some_evidence(an_update(recommendation=r), "SECRET", is_exempt=True), id="exempt evidence"
        ),
        pytest.param(
            lambda r: a_closing(r, AS_AT + DAY, outcome=Outcome.NOT_FEASIBLE, reason="SECRET"), id="a later closing"
        ),
        pytest.param(lambda r: an_extension(r, granted_on=AS_AT + DAY, to=date(2027, 1, 1)), id="a later extension"),
        pytest.param(lambda r: a_response(r, AS_AT + DAY, explanation="SECRET"), id="a later response"),
        pytest.param(
            lambda r: a_recommendation(review=r.review, wording="SECRET", is_exempt=True, exempt_paragraphs="3"),
            id="an exempt recommendation",
        ),
        pytest.param(
            lambda r: a_recommendation(review=r.review, wording="SECRET", is_exempt=True, exempt_until=AS_AT + DAY),
            id="a recommendation exempt on that date, though no longer",
        ),
        pytest.param(
            lambda r: a_recommendation(review=r.review, wording="SECRET", published_at=None),
            id="a draft recommendation",
        ),
        pytest.param(
            lambda r: a_recommendation(review=r.review, wording="SECRET", made_on=AS_AT + DAY),
            id="a later recommendation",
        ),
    ],
)
def test_what_is_exempt_draft_or_later_does_not_show(review: Review, leak: Leak) -> None:
    recommendation = a_recommendation(review=review, target_on=date(2026, 12, 31))
    before = public(review)
    leaked = leak(recommendation)
    after = public(review)
    assert "SECRET" not in everything(after)
    if getattr(leaked, "exempt_text", "") or getattr(leaked, "label", ""):
        assert after.progress.rows[0].update is not None
        assert after.progress.rows[0].update.evidence == ()
    else:
        assert after == before


def test_what_is_exempt_today_does_not_show_in_a_paper_of_a_later_date(review: Review) -> None:
    a_recommendation(review=review, wording="SECRET", is_exempt=True, exempt_until=TODAY + DAY)
    assert public(review, as_at=TODAY + DAY).progress.rows == ()
    assert len(public(review, as_at=TODAY + DAY, on=TODAY + DAY).progress.rows) == 1


@pytest.mark.parametrize("hidden", ["unpublished minutes", "exempt item", "exempt resolution"])
def test_minutes_that_the_public_may_not_read_are_not_cited(review: Review, hidden: str) -> None:
    meeting = a_meeting(
        committee=review.committee,
        held_on=date(2026, 3, 9),
        minutes_stage="in_preparation" if hidden == "unpublished minutes" else "draft",
    )
    item = an_item(meeting=meeting, is_exempt=hidden == "exempt item")
    resolution = a_resolution(item=item, is_exempt=hidden == "exempt resolution")
    review.agreed_by = resolution
    review.save()
    source = (
        resolution if hidden == "unpublished minutes" else None
    )  # what comes from an exempt passage is exempt itself
    recommendation = a_recommendation(review=review, resolution=source)
    a_closing(recommendation, date(2026, 3, 9), resolution=resolution)
    row = only_row(review)
    assert (row.source, row.decision, row.standing) == (None, None, "closed")
    assert "agreed the report" not in everything(public(review))


def test_dates_of_the_review_that_lie_after_the_paper_are_not_told(review: Review) -> None:
    meeting = a_meeting(committee=review.committee, held_on=AS_AT + DAY)
    review.agreed_by = a_resolution(item=an_item(meeting=meeting))
    review.received_on = AS_AT + DAY
    background = everything(public(review))
    assert "agreed the report" not in background
    assert "was received" not in background
    later = everything(public(review, as_at=AS_AT + DAY))
    assert "The committee agreed the report of the review at its meeting on 1 July 2026 (resolution 1)." in later
    assert "The report was received on 1 July 2026." in later


def test_a_recommendation_may_come_from_a_paragraph(review: Review) -> None:
    meeting = a_meeting(committee=review.committee, held_on=date(2026, 3, 9))
    a_recommendation(review=review, paragraph=a_paragraph(item=an_item(meeting=meeting), number="31.4"))
    assert only_row(review).source == Citation("Minute 31.4", "/meetings/scc/2026-03-09/31/#p31-4", date(2026, 3, 9))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow(review: Review, rows: int, django_assert_num_queries: Any) -> None:
    for n in range(1, rows + 1):
        meeting = a_meeting(committee=review.committee, held_on=date(2026, 1, n))
        item = an_item(meeting=meeting)
        passage = {"paragraph": a_paragraph(item=item)} if n == 1 else {"resolution": a_resolution(item=item)}
        recommendation = a_recommendation(
            review=review, number=n, kind=RecommendationKind.REVIEW, lead_post=a_post(), target_on=AS_AT, **passage
        )
        a_response(recommendation, date(2026, 4, 1))
        an_extension(recommendation, granted_on=date(2026, 4, 1), to=AS_AT)
        for day in (1, 2):
            some_evidence(an_update(recommendation=recommendation, as_at=date(2026, 5, day)), "Order book")
        a_closing(recommendation, date(2026, 6, 1))
    with django_assert_num_queries(9):
        public(review)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\n ", []),
        ("One.", ["One."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("One.\n  \n\n\nTwo,\nstill two.", ["One.", "Two,\nstill two."]),
    ],
)
def test_a_blank_line_begins_a_paragraph(text: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(text) == paragraphs
