"""Scrutiny reviews: started, taken on, given recommendations, and seen at a glance."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.models import Resolution
from recommendations.actions.errors import MinutesNotPublished, NothingChanged, TargetBeforeItWasMade
from recommendations.actions.recommendations import Asked, add_recommendations
from recommendations.actions.reviews import ReviewDetails, change_review, start_review
from recommendations.choices import ReviewEventKind
from recommendations.models import Recommendation, Review, ReviewEvent
from tests.cast import Cast
from tests.factories import (
    a_body,
    a_committee,
    a_meeting,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
    an_update,
)
from tests.recommendations.history import AT, day, decided, history, review_history

DEV = "Dev Patel, Clerk"


def details(review: Review, **fields: object) -> ReviewDetails:
    given = {name: getattr(review, name) for name in ReviewDetails.__slots__}
    return ReviewDetails(**given | fields)


# -- The actions


def test_starting_one_is_an_event_and_its_address_its_title(cast: Cast) -> None:
    committee = a_committee()
    made = [start_review(committee=committee, title="New", by=cast.dev, at=AT) for _ in range(2)]
    made.append(start_review(committee=committee, title="Rural buses", by=cast.dev, at=AT))
    made.append(start_review(committee=committee, title="Rural buses", by=cast.dev, at=AT))
    assert [review.slug for review in made] == ["new-2", "new-3", "rural-buses", "rural-buses-2"]
    assert review_history(made[0]) == [("started", DEV, "")]


def test_each_kind_of_change_is_one_event(cast: Cast) -> None:
    review = a_review()
    change_review(review, to=details(review, stage="evidence"), by=cast.dev, at=AT)
    change_review(
        review, to=details(review, stage="evidence", scope="Buses.", lead_member="Cllr Bell"), by=cast.dev, at=AT
    )
    review.refresh_from_db()
    change_review(review, to=details(review, stage="reporting", title="Rural buses"), by=cast.dev, at=AT)
    assert review_history(review) == [
        ("stage_changed", DEV, "From “Scoping” to “Gathering evidence”"),
        ("details_changed", DEV, "Changed: scope, lead member"),
        ("stage_changed", DEV, "From “Gathering evidence” to “Reporting”"),
        ("details_changed", DEV, "Changed: title"),
    ]
    review.refresh_from_db()
    with pytest.raises(NothingChanged):
        change_review(review, to=details(review), by=cast.dev, at=AT)


def test_new_dates_move_the_responses_that_are_due(cast: Cast) -> None:
    review = a_review()
    executive = a_recommendation(review=review, kind="review", addressee=a_body(kind="executive"))
    police = a_recommendation(review=review, kind="review", addressee=a_body(kind="responsible_authority"))
    action = a_recommendation(review=review, kind="action")
    elsewhere = a_recommendation(kind="review", response_due_on=day("2026-01-01"))
    change_review(review, to=details(review, received_on=day("2026-03-24")), by=cast.dev, at=AT)
    rows = dict(Recommendation.objects.values_list("pk", "response_due_on"))
    assert rows == {
        executive.pk: day("2026-05-23"),
        police.pk: day("2026-04-21"),
        action.pk: None,
        elsewhere.pk: day("2026-01-01"),
    }


def test_recommendations_are_added_all_or_none(cast: Cast) -> None:
    review = a_review(received_on=day("2026-03-24"))
    body = a_body()
    asked = [Asked(kind="review", title=f"T{n}", wording=f"W{n}", addressee=body) for n in range(3)]
    made = add_recommendations(review, asked=asked, made_on=day("2026-03-09"), by=cast.dev, at=AT)
    assert [(r.number, r.sequence, r.wording, r.response_due_on) for r in made] == [
        (1, 1, "W0", day("2026-05-23")),
        (2, 2, "W1", day("2026-05-23")),
        (3, 3, "W2", day("2026-05-23")),
    ]
    assert [history(r) for r in made] == [[("raised", day("2026-03-09"), DEV, "")]] * 3
    unpublished = a_resolution(item=an_item(meeting=a_meeting(minutes_stage="in_preparation")))
    wrong = Asked(kind="review", title="T", wording="W", addressee=body, resolution=unpublished)
    with pytest.raises(MinutesNotPublished):
        add_recommendations(review, asked=[*asked, wrong], made_on=day("2026-03-09"), by=cast.dev, at=AT)
    assert review.recommendations.count() == 3


# -- Starting and changing one


def test_the_clerk_starts_one(client: Client, cast: Cast) -> None:
    committee = a_committee()
    client.force_login(cast.dev)
    given = {"committee": committee.pk, "title": "Rural buses", "stage": "scoping", "scope": "What they cost."}
    response = client.post(reverse("recommendations:start_review"), given)
    review = Review.objects.get()
    assert response["Location"] == review.get_absolute_url() == "/reviews/rural-buses/"
    assert (review.committee, review.scope, review.stage) == (committee, "What they cost.", "scoping")


def test_an_abolished_committee_starts_none(client: Client, cast: Cast) -> None:
    ended = a_committee(ended_on=day("2020-01-01"))
    client.force_login(cast.dev)
    given = {"committee": ended.pk, "title": "Rural buses", "stage": "scoping"}
    form = client.post(reverse("recommendations:start_review"), given).context["form"]
    assert list(form.errors) == ["committee"]
    assert Review.objects.count() == 0


def test_the_clerk_takes_it_on_and_the_time_to_respond_begins(client: Client, cast: Cast) -> None:
    review = a_review(title="Rural buses")
    made = a_recommendation(review=review, kind="review", addressee=a_body(kind="executive"))
    agreed = decided(review.committee, "2026-03-09")
    client.force_login(cast.dev)
    address = reverse("recommendations:edit_review", args=[review.slug])
    given = {"title": "Rural buses", "stage": "awaiting_response", "agreed_by": agreed.pk, "received_on": "2026-03-24"}
    assert client.post(address, given)["Location"] == review.get_absolute_url()
    review.refresh_from_db()
    made.refresh_from_db()
    assert (review.stage, review.agreed_by, made.response_due_on) == ("awaiting_response", agreed, day("2026-05-23"))
    page = client.get(review.get_absolute_url())
    assert (page.context["agreed_by"].label, page.context["responses_due"]) == ("Resolution 1", [day("2026-05-23")])


def test_bad_input_is_said_beside_the_field(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    given = {"title": "", "stage": "scoping", "received_on": tomorrow, "agreed_by": a_resolution().pk}
    form = client.post(reverse("recommendations:edit_review", args=[review.slug]), given).context["form"]
    assert form.errors == {
        "title": ["Give the review a title."],
        "received_on": ["That day is still to come. Give it once it has passed."],
        "agreed_by": ["That cannot be chosen here. Choose one of those that are offered."],
    }
    assert ReviewEvent.objects.count() == 0


# -- Adding recommendations


def rows(*given: dict[str, object], initial: int = 0, **fields: object) -> dict[str, object]:
    management = {"form-TOTAL_FORMS": len(given), "form-INITIAL_FORMS": initial}
    cells = {f"form-{n}-{name}": value for n, row in enumerate(given) for name, value in row.items()}
    return {"made_on": "2026-03-09", "publish": "yes"} | management | cells | fields


def test_the_clerk_adds_several_at_once(client: Client, cast: Cast) -> None:
    review, body = a_review(), a_body()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    assert len(client.get(address).context["formset"].forms) == 3
    first = {"wording": "That there be buses.", "addressee": body.pk, "lead_post": cast.toms_post.pk}
    second = {"wording": "That fares be halved.", "title": "Fares", "addressee": body.pk, "target_on": "2026-12-01"}
    response = client.post(address, rows(first, {}, second))
    assert response["Location"] == review.get_absolute_url()
    made = review.recommendations.order_by("number")
    assert [(r.number, r.title, r.wording, r.lead_post, r.target_on, r.kind) for r in made] == [
        (1, "There be buses", "That there be buses.", cast.toms_post, None, "review"),
        (2, "Fares", "That fares be halved.", None, day("2026-12-01"), "review"),
    ]
    assert all(r.published_at for r in made)


def test_what_a_meeting_resolved_is_taken_over_but_for_what_is_tracked(client: Client, cast: Cast) -> None:
    review = a_review()
    item = an_item(meeting=a_meeting(committee=review.committee))
    tracked, open_one = a_resolution(item=item), a_resolution(item=item, text="asks the Cabinet to halve fares.")
    a_recommendation(resolution=tracked)
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug]) + f"?meeting={item.meeting.slug}"
    response = client.get(address)
    assert [form.initial for form in response.context["formset"].forms] == [
        {
            "wording": "That the committee asks the Cabinet to halve fares.",
            "title": "Halve fares",
            "resolution": open_one.pk,
        }
    ]
    assert response.context["form"].initial == {"made_on": item.meeting.held_on}
    row = {"wording": "That fares be halved.", "addressee": a_body().pk, "resolution": open_one.pk}
    client.post(address, rows(row, initial=1, publish="no"))
    made = review.recommendations.get()
    assert (made.resolution, made.published_at) == (open_one, None)


def test_one_that_was_taken_over_can_be_left_out(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    kept = {"wording": "That there be buses.", "addressee": a_body().pk}
    client.post(address, rows({"wording": "The minutes.", "DELETE": "on"}, kept, initial=2))
    assert [r.wording for r in review.recommendations.all()] == ["That there be buses."]


def test_room_for_more_loses_nothing(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    response = client.post(address, rows({"wording": "That there be buses."}, {}, more="yes"))
    forms = response.context["formset"].forms
    assert [form["wording"].value() for form in forms] == [
        "That there be buses.",
        *[None] * 4,
    ]
    page = response.content.decode()
    assert 'id="form-2"' in page
    assert f'formaction="{address}#form-5"' in page
    assert "There is a problem" not in response.content.decode()
    assert review.recommendations.count() == 0


def test_there_is_room_for_more_though_nothing_is_written_yet_and_an_end_to_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[a_review().slug])
    assert f'formaction="{address}#form-3"' in client.get(address).content.decode()
    response = client.post(address, rows({}, {}, {}, more="yes"))
    assert len(response.context["formset"].forms) == 6
    response = client.post(address, rows(*[{}] * 38, more="yes"))
    assert len(response.context["formset"].forms) == 40
    assert "Room for three more" not in response.content.decode()


def test_the_day_they_were_made_is_that_of_the_resolution_or_left_to_the_clerk(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    assert client.get(address).context["form"].initial == {}
    review.agreed_by = decided(review.committee, "2026-03-09")
    review.save()
    assert client.get(address).context["form"].initial == {"made_on": day("2026-03-09")}


@pytest.mark.parametrize(("stage", "is_early"), [("reporting", True), ("awaiting_response", False)])
def test_the_stage_of_the_review_can_then_be_changed(stage: str, is_early: bool, client: Client, cast: Cast) -> None:
    review = a_review(stage=stage)
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    page = client.post(address, rows({"wording": "W", "addressee": a_body().pk}), follow=True).content.decode()
    edit = reverse("recommendations:edit_review", args=[review.slug])
    assert (f'The review is still at “reporting”: <a href="{edit}">change its stage</a>' in page) is is_early
    assert "The recommendations are added." in page


def test_a_target_before_they_were_made_is_refused_beside_it(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    row = {"wording": "That there be buses.", "addressee": a_body().pk, "target_on": "2026-03-08"}
    response = client.post(address, rows(row))
    assert response.context["formset"].forms[0].errors == {"target_on": [TargetBeforeItWasMade.message]}
    assert review.recommendations.count() == 0
    client.post(address, rows(row | {"target_on": "2026-03-09"}))
    assert review.recommendations.get().target_on == day("2026-03-09")


def test_what_was_added_is_told_once_in_the_history_of_the_review(client: Client, cast: Cast) -> None:
    review, body = a_review(), a_body()
    asked = [Asked(kind="review", title=f"T{n}", wording=f"W{n}", addressee=body) for n in range(2)]
    add_recommendations(review, asked=asked, made_on=day("2026-03-09"), by=cast.dev, at=AT)
    add_recommendations(review, asked=asked[:1], made_on=day("2026-03-09"), by=cast.dev, at=AT, publish=False)
    assert sorted(review_history(review)) == [
        ("recommendations_added", DEV, "2 recommendations"),
        ("recommendations_drafted", DEV, "1 recommendation"),
    ]
    seen = [event.kind for event in client.get(review.get_absolute_url()).context["history"]]
    assert seen == ["recommendations_added"]


def test_rows_that_are_wrong_are_named(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    page = client.post(address, rows({}, {"wording": "That there be buses."})).content.decode()
    assert "Recommendation 2, addressee: Choose who is asked." in page
    assert "<title>Error: " in page
    page = client.post(address, rows({}, {})).content.decode()
    assert "Give the wording of at least one recommendation." in page
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
    page = client.post(
        address, rows({"wording": "That there be buses.", "addressee": a_body().pk}, made_on=tomorrow)
    ).content.decode()
    assert "That day is still to come." in page
    assert review.recommendations.count() == 0


def test_a_resolution_of_another_committee_cannot_be_chosen(client: Client, cast: Cast) -> None:
    review = a_review()
    client.force_login(cast.dev)
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    row = {"wording": "That there be buses.", "addressee": a_body().pk, "resolution": a_resolution().pk}
    client.post(address, rows(row))
    assert Recommendation.objects.count() == 0
    assert Resolution.objects.count() == 1


# -- Reading them


def test_a_review_shows_where_its_recommendations_stand(client: Client, cast: Cast) -> None:
    review = a_review()
    for number, standing in ((2, "on_track"), (1, "slipped"), (3, "on_track")):
        an_update(recommendation=a_recommendation(review=review, number=number), standing=standing)
    a_recommendation(review=review, number=4, is_exempt=True, title="Secret")
    a_recommendation(review=review, number=5, published_at=None, title="Draft")
    response = client.get(review.get_absolute_url())
    assert [row.recommendation.number for row in response.context["rows"]] == [1, 2, 3]
    assert response.context["counts"] == {"on_track": 2, "slipped": 1}
    page = response.content.decode()
    assert "2 on track" in page
    assert "Secret" not in page
    client.force_login(cast.dev)
    assert len(client.get(review.get_absolute_url()).context["rows"]) == 5


def test_papers_that_are_still_written_are_the_clerks_business(client: Client, cast: Cast) -> None:
    review = start_review(committee=a_committee(), title="Rural buses", by=cast.dev, at=AT)
    for kind in (ReviewEventKind.PAPER_STARTED, ReviewEventKind.PAPER_EDITED, ReviewEventKind.PAPER_PUBLISHED):
        ReviewEvent.objects.create(review=review, kind=kind, at=AT, **ReviewEvent.signed(cast.dev))
    seen = [event.kind for event in client.get(review.get_absolute_url()).context["history"]]
    assert seen == ["paper_published", "started"]
    client.force_login(cast.dev)
    assert len(client.get(review.get_absolute_url()).context["history"]) == 4


def test_the_list_counts_only_what_is_seen_and_puts_the_concluded_last(client: Client, cast: Cast) -> None:
    a_review(title="A", stage="concluded")
    second, third = a_review(title="C"), a_review(title="B")
    an_update(recommendation=a_recommendation(review=second), standing="at_risk")
    a_recommendation(review=second, is_exempt=True)
    found = client.get(reverse("recommendations:reviews")).context["reviews"]
    assert [(entry["review"].title, entry["counts"]) for entry in found] == [
        ("B", {}),
        ("C", {"at_risk": 1}),
        ("A", {}),
    ]
    assert found[0]["review"] == third


def test_no_review_says_so(client: Client, cast: Cast) -> None:
    assert "No review is under way." in client.get(reverse("recommendations:reviews")).content.decode()


def test_the_list_of_one_committee_keeps_it_in_the_address(client: Client, cast: Cast) -> None:
    own = a_committee(name="Place Committee", slug="place")
    for n in range(26):
        a_review(committee=own, title=f"Buses {n:02}")
    a_review(title="Another's")
    listed = client.get("/reviews/?committee=place")
    titles = [entry["review"].title for entry in listed.context["reviews"]]
    assert titles == [f"Buses {n:02}" for n in range(25)]
    page = listed.content.decode()
    assert '<a href="/committees/place/">Place Committee</a>' in page
    assert '<a href="/reviews/">See the reviews of all committees</a>' in page
    assert 'href="?committee=place&amp;page=2"' in page
    second = client.get("/reviews/?committee=place&page=2").context["reviews"]
    assert [entry["review"].title for entry in second] == ["Buses 25"]


def test_a_committee_without_reviews_or_unknown(client: Client, cast: Cast) -> None:
    a_committee(slug="place")
    a_review(title="Another's")
    assert "This committee has made no review yet." in client.get("/reviews/?committee=place").content.decode()
    assert client.get("/reviews/?committee=nowhere").status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_long_lists_take_the_same_queries(
    many: int, client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    review = a_review(agreed_by=a_resolution())
    for number in range(many):
        a_review()
        made = a_recommendation(review=review, number=number, lead_post=cast.toms_post, kind="review")
        an_update(recommendation=made)
        ReviewEvent.objects.create(
            review=review, kind=ReviewEventKind.DETAILS_CHANGED, at=AT, **ReviewEvent.signed(cast.dev)
        )
    with django_assert_num_queries(3):
        client.get(reverse("recommendations:reviews"))
    with django_assert_num_queries(7):
        client.get(review.get_absolute_url())
