"""Committee papers: a clerk starts, words, publishes and withdraws them; everybody reads what is published."""

import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from meetings.choices import MinutesStage
from recommendations.actions.errors import CannotBeDone, NothingChanged
from recommendations.actions.papers import (
    AlreadyPublished,
    CoverTexts,
    MeetingBeforePosition,
    PaperExists,
    PaperIsDraft,
    PaperIsPublished,
    PositionInTheFuture,
    edit_paper,
    publish_paper,
    start_paper,
    withdraw_paper,
)
from recommendations.choices import RecommendationKind, Standing
from recommendations.models import PaperCover, Review, ReviewEvent
from tests.cast import Cast, gather
from tests.factories import (
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

AT = datetime.datetime(2026, 9, 15, 10, 30, tzinfo=datetime.UTC)
TODAY = AT.date()
DAY = datetime.timedelta(days=1)
JUNE, JULY = datetime.date(2026, 6, 30), datetime.date(2026, 7, 13)
PAPER = "/reviews/libraries-online/papers/2026-06-30/"


@pytest.fixture
def cast() -> Cast:
    return gather()


@pytest.fixture
def review() -> Review:
    committee = a_committee(
        name="Safer Communities Committee", slug="scc", prefix="SCC", contact="scc@northmoor.example"
    )
    return a_review(committee=committee, title="Libraries online", slug="libraries-online")


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dev)
    return client


def history() -> list[tuple[str, str, str, str]]:
    return list(ReviewEvent.objects.values_list("kind", "actor_name", "actor_role", "note"))


def published_at() -> datetime.datetime | None:
    """Of the only paper there is."""
    return PaperCover.objects.get().published_at


def texts_of(cover: PaperCover, **changed: Any) -> CoverTexts:
    """The texts as they are, but for those given."""
    return CoverTexts(**{name: getattr(cover, name) for name in CoverTexts.__slots__} | changed)


def fields_of(page: HttpResponse) -> dict[str, Any]:
    """What the browser would send when nothing is touched: line ends are two characters there."""
    form = page.context["form"]  # type: ignore[attr-defined]
    values = {field.html_name: field.value() for field in form}
    return {
        name: value.isoformat() if isinstance(value, datetime.date) else (value or "").replace("\n", "\r\n")
        for name, value in values.items()
    }


class TestStarting:
    def test_a_paper_is_started_as_a_draft(self, review: Review, cast: Cast) -> None:
        cover = start_paper(review, as_at=JUNE, meeting_on=JULY, by=cast.dev, at=AT)
        assert (cover.title, cover.published_at) == ("Libraries online: progress of recommendations", None)
        assert (cover.report_of, cover.contact, cover.purpose) == ("", "Dev Patel, scc@northmoor.example", "")
        assert cover.get_absolute_url() == PAPER
        assert history() == [("paper_started", "Dev Patel", "Clerk", "Position as at 30 June 2026")]

    def test_whose_report_it_is_is_taken_over_from_the_committees_last_paper(self, review: Review, cast: Cast) -> None:
        a_cover(review=a_review(committee=review.committee), report_of="Director of Libraries", contact="Ring Dev")
        a_cover(as_at=TODAY, report_of="Somebody else")
        cover = start_paper(review, as_at=TODAY, meeting_on=TODAY, by=cast.priya, at=AT)
        assert (cover.report_of, cover.contact) == ("Director of Libraries", "Ring Dev")

    @pytest.mark.parametrize(
        ("as_at", "meeting_on", "error"),
        [
            (JUNE, JULY, PaperExists),
            (TODAY + DAY, TODAY + DAY, PositionInTheFuture),
            (JULY, JULY - DAY, MeetingBeforePosition),
        ],
    )
    def test_wrong_dates_write_nothing(
        self,
        review: Review,
        cast: Cast,
        as_at: datetime.date,
        meeting_on: datetime.date,
        error: type[CannotBeDone],
    ) -> None:
        a_cover(review=review)
        with pytest.raises(error):
            start_paper(review, as_at=as_at, meeting_on=meeting_on, by=cast.dev, at=AT)
        assert PaperCover.objects.count() == 1
        assert history() == []

    def test_the_form_proposes_today_and_the_next_meeting(self, clerk: Client, review: Review) -> None:
        today = timezone.localdate()
        a_meeting(committee=review.committee, held_on=today + 60 * DAY, minutes_stage=MinutesStage.NONE)
        a_meeting(committee=review.committee, held_on=today + 30 * DAY, minutes_stage=MinutesStage.NONE)
        a_meeting(held_on=today + DAY, minutes_stage=MinutesStage.NONE)
        page = clerk.get("/reviews/libraries-online/papers/new/")
        assert page.context["form"].initial == {"as_at": today, "meeting_on": today + 30 * DAY}

    def test_the_form_starts_a_paper_and_goes_on_to_its_texts(self, clerk: Client, review: Review) -> None:
        page = clerk.post("/reviews/libraries-online/papers/new/", {"as_at": "2026-06-30", "meeting_on": "2026-07-13"})
        assert (page.status_code, page["Location"]) == (302, f"{PAPER}edit/")
        assert [event[0] for event in history()] == ["paper_started"]

    @pytest.mark.parametrize(
        ("given", "errors"),
        [
            (
                {},
                {
                    "as_at": ["Give the date of the position."],
                    "meeting_on": ["Give the date of the meeting."],
                },
            ),
            (
                {"as_at": "2026-02-30", "meeting_on": "soon"},
                {
                    "as_at": ["Give a date, for example 4 March 2019 as 2019-03-04."],
                    "meeting_on": ["Give a date, for example 4 March 2019 as 2019-03-04."],
                },
            ),
            (
                {"as_at": "2999-01-01", "meeting_on": "2999-01-02"},
                {"as_at": ["The position cannot be as at a day still to come. Give today’s date or an earlier one."]},
            ),
            (
                {"as_at": "2026-06-30", "meeting_on": "2026-06-29"},
                {"meeting_on": ["The meeting is before the date of the position. Give a later date for the meeting."]},
            ),
            (
                {"as_at": "2026-05-31", "meeting_on": "2026-07-13"},
                {
                    "as_at": [
                        (
                            "There is a paper of this review as at that date already. "
                            "Edit that one, or give another date."
                        )
                    ]
                },
            ),
        ],
    )
    def test_bad_dates_are_said_beside_the_field(
        self, clerk: Client, review: Review, given: dict[str, str], errors: dict[str, list[str]]
    ) -> None:
        a_cover(review=review, as_at=datetime.date(2026, 5, 31))
        page = clerk.post("/reviews/libraries-online/papers/new/", given)
        assert page.status_code == 200
        assert dict(page.context["form"].errors) == errors
        assert page.content.decode().count("<title>Error: ") == 1
        assert PaperCover.objects.count() == 1


class TestEditing:
    def test_the_texts_of_a_draft_are_changed(self, review: Review, cast: Cast) -> None:
        cover = a_cover(review=review)
        edit_paper(
            cover, to=texts_of(cover, purpose="To report.", implications={"Risk": "Some."}), by=cast.priya, at=AT
        )
        cover.refresh_from_db()
        assert (cover.purpose, cover.implications, cover.background) == ("To report.", {"Risk": "Some."}, "")
        assert history() == [
            (
                "paper_edited",
                "Priya Shah",
                "Clerk",
                "Position as at 30 June 2026. Changed: purpose, implications",
            )
        ]

    def test_texts_that_stay_are_no_history(self, review: Review, cast: Cast) -> None:
        cover = a_cover(review=review)
        with pytest.raises(NothingChanged):
            edit_paper(cover, to=texts_of(cover), by=cast.priya, at=AT)
        assert history() == []

    @pytest.mark.parametrize(
        ("changed", "error"),
        [
            ({"as_at": datetime.date(2026, 5, 31)}, PaperExists),
            ({"as_at": TODAY + DAY, "meeting_on": TODAY + DAY}, PositionInTheFuture),
            ({"meeting_on": JUNE - DAY}, MeetingBeforePosition),
        ],
    )
    def test_wrong_dates_change_nothing(
        self, review: Review, cast: Cast, changed: dict[str, Any], error: type[CannotBeDone]
    ) -> None:
        cover = a_cover(review=review)
        a_cover(review=review, as_at=datetime.date(2026, 5, 31))
        with pytest.raises(error):
            edit_paper(cover, to=texts_of(cover, purpose="Lost?", **changed), by=cast.priya, at=AT)
        cover.refresh_from_db()
        assert (cover.as_at, cover.purpose) == (JUNE, "")
        assert history() == []

    def test_a_published_paper_keeps_its_texts(self, review: Review, cast: Cast) -> None:
        cover = a_cover(review=review, published_at=AT)
        with pytest.raises(PaperIsPublished):
            edit_paper(cover, to=texts_of(cover, purpose="Otherwise."), by=cast.priya, at=AT)
        assert history() == []

    def test_the_form_shows_what_is_proposed(self, clerk: Client, review: Review) -> None:
        a_recommendation(review=review, number=1)
        a_cover(review=review, contact="Ring Dev", implications={"Risk": "Some."})
        form = clerk.get(f"{PAPER}edit/").context["form"]
        assert form["background"].value() == (
            "The one recommendation of the review has not been started. Appendix 2 gives the position of each."
            "\n\nNo update has been received on recommendation 1."
        )
        assert form["contact"].value() == "Ring Dev"
        assert [(field.label, field.value()) for field in form.implications()][:3] == [
            ("Finance", ""),
            ("Staffing", ""),
            ("Risk", "Some."),
        ]

    def test_texts_left_as_proposed_are_not_kept(self, clerk: Client, review: Review) -> None:
        a_recommendation(review=review, number=1)
        cover = a_cover(review=review)
        given = fields_of(clerk.get(f"{PAPER}edit/"))  # type: ignore[arg-type]
        assert given["background"] != ""
        page = clerk.post(
            f"{PAPER}edit/", given | {"purpose": "To report.\r\n\r\nPlainly. ", "implication_1": "None yet"}
        )
        assert (page.status_code, page["Location"]) == (302, PAPER)
        cover.refresh_from_db()
        assert (cover.purpose, cover.background, cover.recommendations) == ("To report.\n\nPlainly.", "", "")
        assert cover.implications == {"Finance": "None yet"}
        assert history()[0][3] == "Position as at 30 June 2026. Changed: purpose, implications"

    def test_a_text_that_is_emptied_is_proposed_anew(self, clerk: Client, review: Review) -> None:
        cover = a_cover(review=review, purpose="Mine.")
        given = fields_of(clerk.get(f"{PAPER}edit/"))  # type: ignore[arg-type]
        clerk.post(f"{PAPER}edit/", given | {"purpose": ""})
        cover.refresh_from_db()
        assert cover.purpose == ""
        assert clerk.get(f"{PAPER}edit/").context["form"]["purpose"].value().startswith("To tell members")

    def test_saving_what_is_right_already_goes_on_to_the_paper(self, clerk: Client, review: Review) -> None:
        a_cover(review=review)
        given = fields_of(clerk.get(f"{PAPER}edit/"))  # type: ignore[arg-type]
        page = clerk.post(f"{PAPER}edit/", given)
        assert (page.status_code, page["Location"]) == (302, PAPER)
        assert history() == []

    def test_another_date_moves_the_paper(self, clerk: Client, review: Review) -> None:
        a_cover(review=review)
        given = fields_of(clerk.get(f"{PAPER}edit/"))  # type: ignore[arg-type]
        page = clerk.post(f"{PAPER}edit/", given | {"as_at": "2026-06-01"})
        assert page["Location"] == "/reviews/libraries-online/papers/2026-06-01/"
        assert clerk.get(page["Location"]).status_code == 200

    @pytest.mark.parametrize(
        ("given", "errors"),
        [
            ({"title": ""}, {"title": ["Give the paper a title."]}),
            (
                {"title": "L" * 201},
                {"title": ["It has 201 characters and may have 200. Shorten it."]},
            ),
            ({"purpose": "No\x00"}, {"purpose": ["Null characters are not allowed."]}),
            ({"meeting_on": ""}, {"meeting_on": ["Give the date of the meeting."]}),
        ],
    )
    def test_bad_input_is_said_and_nothing_is_lost(
        self, clerk: Client, review: Review, given: dict[str, str], errors: dict[str, list[str]]
    ) -> None:
        cover = a_cover(review=review)
        sent = fields_of(clerk.get(f"{PAPER}edit/")) | {"background": "My own."} | given  # type: ignore[arg-type]
        page = clerk.post(f"{PAPER}edit/", sent)
        assert page.status_code == 200
        assert dict(page.context["form"].errors) == errors
        assert page.context["form"]["background"].value() == "My own."
        cover.refresh_from_db()
        assert cover.background == ""

    def test_the_form_of_a_published_paper_is_not_shown(self, clerk: Client, review: Review) -> None:
        a_cover(review=review, published_at=AT)
        page = clerk.get(f"{PAPER}edit/", follow=True)
        assert page.redirect_chain == [(PAPER, 302)]
        assert "so its texts stay as they are. Withdraw it first; then edit it." in page.content.decode()

    def test_texts_sent_after_publication_are_not_lost(self, clerk: Client, review: Review) -> None:
        cover = a_cover(review=review)
        given = fields_of(clerk.get(f"{PAPER}edit/")) | {"background": "My own."}  # type: ignore[arg-type]
        PaperCover.objects.update(published_at=AT)
        page = clerk.post(f"{PAPER}edit/", given)
        assert page.context["form"].non_field_errors() == [
            "This paper is published, so its texts stay as they are. Withdraw it first; then edit it."
        ]
        assert page.context["form"]["background"].value() == "My own."
        cover.refresh_from_db()
        assert cover.background == ""


class TestPublishing:
    def test_a_paper_is_published_and_withdrawn(self, review: Review, cast: Cast) -> None:
        cover = a_cover(review=review)
        publish_paper(cover, by=cast.dev, at=AT)
        assert published_at() == AT
        with pytest.raises(AlreadyPublished):
            publish_paper(cover, by=cast.dev, at=AT)
        withdraw_paper(cover, by=cast.priya, at=AT)
        assert published_at() is None
        with pytest.raises(PaperIsDraft):
            withdraw_paper(cover, by=cast.priya, at=AT)
        assert history() == [
            ("paper_published", "Dev Patel", "Clerk", "Position as at 30 June 2026"),
            ("paper_withdrawn", "Priya Shah", "Clerk", "Position as at 30 June 2026"),
        ]

    def test_by_buttons(self, clerk: Client, review: Review) -> None:
        a_cover(review=review)
        assert 'action="/reviews/libraries-online/papers/2026-06-30/publish/"' in clerk.get(PAPER).content.decode()
        page = clerk.post(f"{PAPER}publish/", follow=True)
        assert page.redirect_chain == [(PAPER, 302)]
        assert "The paper is published. Everybody can read it at this address." in page.content.decode()
        assert "This paper is published already." in clerk.post(f"{PAPER}publish/", follow=True).content.decode()
        page = clerk.post(f"{PAPER}withdraw/", follow=True)
        assert "The paper is withdrawn. Only clerks can read it now." in page.content.decode()
        page = clerk.post(f"{PAPER}withdraw/", follow=True)
        assert "there is nothing to withdraw" in page.content.decode()
        assert [event[0] for event in history()] == ["paper_published", "paper_withdrawn"]


SEES = {
    "resident": (404, 200),
    "member": (404, 200),
    "officer": (404, 200),
    "other officer": (404, 200),
    "clerk": (200, 200),
    "administrator": (200, 200),
}


@pytest.mark.parametrize("role", SEES)
def test_a_draft_is_read_by_clerks_and_a_published_paper_by_everybody(
    client: Client, cast: Cast, review: Review, role: str
) -> None:
    visitor = cast.everyone()[role]
    if visitor.is_authenticated:
        client.force_login(visitor)
    cover = a_cover(review=review)
    as_draft = client.get(PAPER).status_code
    listed_as_draft = cover.title in client.get("/reviews/libraries-online/papers/").content.decode()
    PaperCover.objects.update(published_at=AT)
    assert (as_draft, client.get(PAPER).status_code) == SEES[role]
    assert listed_as_draft == (SEES[role][0] == 200)
    assert cover.title in client.get("/reviews/libraries-online/papers/").content.decode()


@pytest.mark.parametrize("role", ["resident", "member", "officer", "other officer"])
@pytest.mark.parametrize("published_at", [None, AT])
@pytest.mark.parametrize("address", ["new/", "2026-06-30/edit/", "2026-06-30/publish/", "2026-06-30/withdraw/"])
def test_only_clerks_write_papers(
    client: Client, cast: Cast, review: Review, role: str, published_at: datetime.datetime | None, address: str
) -> None:
    visitor = cast.everyone()[role]
    if visitor.is_authenticated:
        client.force_login(visitor)
    a_cover(review=review, published_at=published_at)
    full = f"/reviews/libraries-online/papers/{address}"
    page = client.post(full, {"as_at": "2026-06-01", "meeting_on": "2026-07-13", "title": "Mine"})
    if role == "resident":
        assert (page.status_code, page["Location"]) == (302, f"/sign-in/?next={full}")
    else:
        assert page.status_code == 403
    assert list(PaperCover.objects.values_list("title", "published_at")) == [
        ("Libraries online: progress of recommendations", published_at)
    ]
    assert history() == []


@pytest.mark.parametrize("address", ["publish/", "withdraw/"])
def test_nothing_is_published_by_following_a_link(clerk: Client, review: Review, address: str) -> None:
    a_cover(review=review)
    assert clerk.get(f"{PAPER}{address}").status_code == 405
    assert history() == []


@pytest.mark.parametrize(
    "address",
    [
        "/reviews/nothing/papers/",
        "/reviews/nothing/papers/new/",
        "/reviews/libraries-online/papers/2026-02-30/",
        "/reviews/libraries-online/papers/2026-06-29/",
        "/reviews/libraries-online/papers/2026-06-29/edit/",
        "/reviews/libraries-online/papers/soon/",
    ],
)
def test_what_is_not_there_is_not_found(clerk: Client, review: Review, address: str) -> None:
    a_cover(review=review)
    assert clerk.get(address).status_code == 404


def test_the_clerk_is_told_what_the_paper_leaves_out_and_nobody_else(clerk: Client, review: Review, cast: Cast) -> None:
    a_recommendation(review=review, number=1)
    a_recommendation(review=review, number=2, wording="SECRET", is_exempt=True, exempt_paragraphs="3")
    a_recommendation(review=review, number=3, wording="SECRET", published_at=None)
    a_recommendation(review=review, number=4, wording="LATER", made_on=datetime.date(2026, 7, 1))
    a_cover(review=review, published_at=AT)
    said = "2 recommendations of this review are not in this paper, being exempt or not published."
    for visitor, is_told in ((cast.dev, True), (cast.osei, False), (cast.tom, False)):
        clerk.force_login(visitor)
        page = clerk.get(PAPER).content.decode()
        assert ("SECRET" in page, "LATER" in page, said in page) == (False, False, is_told)


def test_the_page_of_a_paper_offers_the_next_step(clerk: Client, review: Review) -> None:
    a_cover(review=review)
    page = clerk.get(PAPER).content.decode()
    assert "This paper is a draft. Only clerks can read it until it is published." in page
    assert page.count('class="button"') == 1
    assert f'href="{PAPER}edit/"' in page
    assert "data-print" in page
    PaperCover.objects.update(published_at=AT)
    page = clerk.get(PAPER).content.decode()
    assert "is a draft" not in page
    assert f'action="{PAPER}withdraw/"' in page
    assert f'href="{PAPER}edit/"' not in page
    clerk.logout()
    page = clerk.get(PAPER).content.decode()
    assert ("withdraw" in page, "data-print" in page) == (False, True)
    assert "<noscript><p" in page


def test_papers_are_listed_latest_first_with_their_dates(clerk: Client, review: Review) -> None:
    assert "No committee paper on this review" in clerk.get("/reviews/libraries-online/papers/").content.decode()
    a_cover(review=review, title="June", published_at=AT)
    a_cover(review=review, title="August", as_at=datetime.date(2026, 8, 31), meeting_on=datetime.date(2026, 9, 14))
    a_cover(title="Of another review", as_at=datetime.date(2026, 7, 31))
    page = clerk.get("/reviews/libraries-online/papers/")
    assert [cover.title for cover in page.context["page"]] == ["August", "June"]
    text = page.content.decode()
    assert text.count(">Draft<") == 1
    assert "Position as at 31 August 2026, to the meeting of 14 September 2026" in text


@pytest.mark.parametrize("papers", [1, 3])
def test_the_list_takes_the_same_number_of_queries(
    client: Client, review: Review, papers: int, django_assert_num_queries: Any
) -> None:
    for n in range(1, papers + 1):
        a_cover(review=review, as_at=datetime.date(2026, 6, n), published_at=AT)
    with django_assert_num_queries(3):
        client.get("/reviews/libraries-online/papers/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_paper_takes_the_same_number_of_queries(
    client: Client, review: Review, rows: int, django_assert_num_queries: Any
) -> None:
    for n in range(1, rows + 1):
        item = an_item(meeting=a_meeting(committee=review.committee, held_on=datetime.date(2026, 1, n)))
        passage = {"paragraph": a_paragraph(item=item)} if n == 1 else {"resolution": a_resolution(item=item)}
        recommendation = a_recommendation(
            review=review, number=n, kind=RecommendationKind.REVIEW, lead_post=a_post(), target_on=JUNE, **passage
        )
        a_response(recommendation, datetime.date(2026, 4, 1))
        an_extension(recommendation, granted_on=datetime.date(2026, 4, 1), to=JULY)
        some_evidence(an_update(recommendation=recommendation, standing=Standing.COMPLETE), "Order book")
        a_closing(recommendation, datetime.date(2026, 6, 8))
    a_cover(review=review, published_at=AT)
    with django_assert_num_queries(10):
        client.get(PAPER)


def test_only_where_a_resolution_can_be_looked_for_does_a_form_come_back_unjudged(
    clerk: Client, cast: Cast, review: Review
) -> None:
    a_cover(review=review, as_at=JUNE)
    page = clerk.post(f"{PAPER}edit/", {"look": "yes", "title": ""})
    assert (page.status_code, "Give the paper a title." in page.content.decode()) == (200, True)
