"""From a passage of the minutes to something that is tracked."""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.choices import MinutesStage, SuggestionState
from meetings.models import Paragraph, Resolution, SuggestedAction
from recommendations.actions.bodies import NewBody, NewPost
from recommendations.actions.errors import (
    BodyExists,
    MinutesNotPublished,
    NumberIsTaken,
    PostExists,
    ReviewOfAnotherCommittee,
)
from recommendations.actions.recommendations import raise_recommendation
from recommendations.margin import track_url
from recommendations.models import Body, Event, Post, Recommendation
from tests.cast import Cast
from tests.factories import (
    a_body,
    a_committee,
    a_meeting,
    a_paragraph,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
)
from tests.recommendations.history import AT, day, history

SAID = {"kind": "action", "title": "Libraries without a computer", "wording": "A list of libraries.", "publish": "yes"}


def raised(cast: Cast, **fields: object) -> Recommendation:
    given = {
        "committee": fields.pop("committee", None) or a_committee(prefix="SSC", slug="ssosc"),
        "kind": "committee",
        "title": "Buses",
        "wording": "That there be buses.",
        "made_on": day("2026-03-09"),
        "addressee": fields.pop("addressee", None) or a_body(),
        "by": cast.dev,
        "at": AT,
    }
    return raise_recommendation(**given | fields)  # type: ignore[arg-type]


# -- The action


def test_it_is_raised_with_one_event(cast: Cast) -> None:
    made = raised(cast, lead_post=cast.toms_post, target_on=day("2026-12-31"), notice_on=day("2026-03-24"))
    assert (made.reference, made.wording, made.published_at) == ("SSC (25/26) 01", "That there be buses.", AT)
    assert (made.target_on, made.response_due_on) == (day("2026-12-31"), day("2026-05-23"))
    assert history(made) == [("raised", day("2026-03-09"), "Dev Patel, Clerk", "")]


def test_time_to_respond_runs_only_for_what_is_formally_answered(cast: Cast) -> None:
    assert raised(cast, kind="action", notice_on=day("2026-03-24")).response_due_on is None


def test_a_review_gives_its_dates_and_the_next_number(cast: Cast) -> None:
    review = a_review(received_on=day("2026-03-24"), notice_on=day("2026-03-26"))
    made = [raised(cast, kind="review", committee=review.committee, review=review) for _ in range(2)]
    assert [(r.number, r.response_due_on) for r in made] == [(1, day("2026-05-25")), (2, day("2026-05-25"))]
    with pytest.raises(NumberIsTaken):
        raised(cast, committee=review.committee, review=review, number=2)


def test_a_review_of_another_committee_is_refused(cast: Cast) -> None:
    with pytest.raises(ReviewOfAnotherCommittee):
        raised(cast, review=a_review())
    assert Recommendation.objects.count() == 0


def test_what_comes_from_exempt_minutes_is_exempt(cast: Cast) -> None:
    item = an_item(is_exempt=True, exempt_paragraphs="1", exempt_until=day("2027-01-01"))
    passage = a_resolution(item=item, is_exempt=True, exempt_paragraphs="3", exempt_until=day("2027-06-01"))
    made = raised(cast, committee=item.meeting.committee, resolution=passage)
    assert (made.is_exempt, made.exempt_paragraphs, made.exempt_until) == (True, "3 and 1", day("2027-06-01"))


def test_an_exemption_without_an_end_outlasts_one_with(cast: Cast) -> None:
    item = an_item(is_exempt=True, exempt_paragraphs="3")
    passage = a_paragraph(item=item, is_exempt=True, exempt_paragraphs="3", exempt_until=day("2027-06-01"))
    made = raised(cast, committee=item.meeting.committee, paragraph=passage)
    assert (made.is_exempt, made.exempt_paragraphs, made.exempt_until) == (True, "3", None)


def test_unpublished_minutes_give_drafts_only(cast: Cast) -> None:
    item = an_item(meeting=a_meeting(minutes_stage=MinutesStage.IN_PREPARATION))
    passage = a_paragraph(item=item)
    with pytest.raises(MinutesNotPublished):
        raised(cast, committee=item.meeting.committee, paragraph=passage)
    draft = raised(cast, committee=item.meeting.committee, paragraph=passage, publish=False)
    assert draft.published_at is None


def test_a_new_body_and_post_are_made_with_it(cast: Cast) -> None:
    made = raised(
        cast, addressee=NewBody("Northmoor Fire and Rescue", "responsible_authority"), lead_post=NewPost("Area Manager")
    )
    assert (made.addressee.slug, made.addressee.kind) == ("northmoor-fire-and-rescue", "responsible_authority")
    assert made.lead_post == Post.objects.get(title="Area Manager", body=made.addressee)


def test_a_body_is_not_made_twice_and_nothing_is_half_written(cast: Cast) -> None:
    body, committee = a_body(name="Northmoor Police"), a_committee()
    with pytest.raises(BodyExists):
        raised(cast, committee=committee, addressee=NewBody("northmoor police", "partner"))
    Post.objects.create(body=body, title="Chief Constable")
    with pytest.raises(PostExists):
        raised(cast, committee=committee, addressee=body, lead_post=NewPost("Chief constable"))
    assert Recommendation.objects.count() == 0


# -- The page


def address(passage: Paragraph | Resolution) -> str:
    return track_url(passage)


def test_one_click_takes_the_wording_over_and_proposes_the_rest(client: Client, cast: Cast) -> None:
    passage = a_resolution()
    client.force_login(cast.dev)
    form = client.get(address(passage)).context["form"]
    assert form.initial == {
        "wording": "That the committee asks the Cabinet to keep two computers in every library.",
        "title": "Keep two computers in every library",
        "kind": "committee",
    }


def test_what_asks_for_information_is_proposed_as_such(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    form = client.get(address(a_paragraph())).context["form"]
    assert form.initial["kind"] == "information"
    assert form.initial["title"] == "A list of libraries without a computer"


def test_the_clerk_raises_it_and_is_taken_there(client: Client, cast: Cast) -> None:
    passage, body = a_paragraph(), a_body(name="Libraries and culture")
    client.force_login(cast.dev)
    response = client.post(address(passage), SAID | {"addressee": body.pk, "lead_post": cast.toms_post.pk})
    made = Recommendation.objects.get()
    assert response.status_code == 302
    assert response["Location"] == made.get_absolute_url()
    assert (made.paragraph, made.resolution, made.made_on) == (passage, None, passage.item.meeting.held_on)
    assert (made.kind, made.title, made.wording) == (SAID["kind"], SAID["title"], SAID["wording"])
    assert history(made) == [("raised", passage.item.meeting.held_on, "Dev Patel, Clerk", "")]


def test_a_body_and_a_post_may_be_named_anew(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    named = {"new_body": "Northmoor Fire", "new_body_kind": "partner", "new_post": "Area Manager"}
    client.post(address(a_paragraph()), SAID | named)
    made = Recommendation.objects.get()
    assert (str(made.addressee), str(made.lead_post)) == ("Northmoor Fire", "Area Manager")


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({}, {"addressee": ["Choose who is asked, or name a new body."]}),
        ({"new_body": "Fire"}, {"new_body_kind": ["Choose what kind of body it is."]}),
        (
            {"addressee": "*", "new_body": "Fire", "new_body_kind": "partner"},
            {"new_body": ["Choose a body from the list or name a new one, not both."]},
        ),
        (
            {"new_body": "Libraries", "new_body_kind": "partner"},
            {"new_body": ["There is a body of that name already. Choose it from the list."]},
        ),
        ({"addressee": "*", "kind": "review"}, {"review": ["Choose the review to which this recommendation belongs."]}),
        (
            {"addressee": "*", "notice_on": "2026-03-24"},
            {"notice_on": ["Actions and requests for information have no formal response. Leave this empty."]},
        ),
        (
            {"addressee": "*", "target_on": "2026-03-08"},
            {"target_on": ["That is before the recommendation was made. Give a later date, or leave it empty."]},
        ),
        (
            {"addressee": "*", "target_on": "soon"},
            {"target_on": ["Give a date, for example 4 March 2019 as 2019-03-04."]},
        ),
        ({"addressee": "*", "wording": " "}, {"wording": ["Give the wording, as it stands in the minutes."]}),
    ],
)
def test_bad_input_is_said_beside_the_field_and_writes_nothing(
    given: dict[str, str], errors: dict[str, list[str]], client: Client, cast: Cast
) -> None:
    client.force_login(cast.dev)
    filled = {name: str(cast.toms_post.body.pk) if value == "*" else value for name, value in given.items()}
    response = client.post(address(a_paragraph()), SAID | filled)
    assert response.status_code == 200
    assert response.context["form"].errors == errors
    assert "Error: " in response.content.decode()
    assert (Recommendation.objects.count(), Event.objects.count(), Body.objects.count()) == (0, 0, 1)


def test_unpublished_minutes_offer_no_publishing(client: Client, cast: Cast) -> None:
    passage = a_paragraph(item=an_item(meeting=a_meeting(minutes_stage=MinutesStage.IN_PREPARATION)))
    client.force_login(cast.dev)
    assert "publish" not in client.get(address(passage)).context["form"].fields
    client.post(address(passage), SAID | {"addressee": cast.toms_post.body.pk})
    assert Recommendation.objects.get().published_at is None


def test_it_says_what_the_passage_led_to_already(client: Client, cast: Cast) -> None:
    passage = a_paragraph()
    made = a_recommendation(paragraph=passage)
    client.force_login(cast.dev)
    assert f'Already tracked as <a href="{made.get_absolute_url()}">{made.reference}</a>' in (
        client.get(address(passage)).content.decode()
    )


# -- Suggestions


def a_suggestion(passage: Paragraph, **fields: object) -> SuggestedAction:
    given = {"item": passage.item, "paragraph": passage, "text": "Send the list.", "owner": "", "is_marked": False}
    return SuggestedAction.objects.create(**given | fields)


def test_a_suggestion_brings_its_words_and_its_owner(client: Client, cast: Cast) -> None:
    passage = a_paragraph()
    a_suggestion(passage, text="Send the list.")
    a_suggestion(passage, text="Bring a report.", owner="director of libraries")
    client.force_login(cast.dev)
    form = client.get(address(passage) + "?suggestion=2").context["form"]
    assert (form.initial["wording"], form.initial["title"], form.initial["kind"]) == (
        "Bring a report.",
        "Bring a report",
        "action",
    )
    assert (form.initial["addressee"], form.initial["lead_post"]) == (cast.toms_post.body, cast.toms_post)


@pytest.mark.parametrize(("owner", "field"), [("Libraries", "addressee"), ("The PCP", "new_body")])
def test_an_owner_that_is_a_body_is_chosen_and_another_is_proposed_anew(
    owner: str, field: str, client: Client, cast: Cast
) -> None:
    passage = a_paragraph()
    a_suggestion(passage, owner=owner)
    client.force_login(cast.dev)
    initial = client.get(address(passage)).context["form"].initial
    assert str(initial[field]) == owner


def test_raising_it_takes_the_suggestion_up(client: Client, cast: Cast) -> None:
    passage = a_paragraph()
    suggestion = a_suggestion(passage)
    client.force_login(cast.dev)
    client.post(address(passage) + "?suggestion=1", SAID | {"addressee": cast.toms_post.body.pk})
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.settled_by) == (SuggestionState.TAKEN_UP, cast.dev)
    assert client.get(address(passage)).context["suggestion"] is None


def test_an_anchor_of_another_item_is_not_found(client: Client, cast: Cast) -> None:
    passage = a_paragraph()
    item = an_item(meeting=passage.item.meeting)
    client.force_login(cast.dev)
    place = [item.meeting.committee.slug, item.meeting.slug, item.slug, passage.anchor]
    assert client.get(reverse("recommendations:raise", args=place)).status_code == 404
