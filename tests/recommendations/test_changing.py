"""What may change after something was raised: details, the wording with a reason, what is exempt, that it is public."""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.choices import MinutesStage
from recommendations.actions.bodies import NewPost
from recommendations.actions.errors import (
    AlreadyPublished,
    MinutesNotPublished,
    NothingChanged,
    RecommendationIsClosed,
    SourceIsExempt,
    TargetBeforeItWasMade,
)
from recommendations.actions.exemption import set_exemption
from recommendations.actions.recommendations import change_details, correct_wording, publish_recommendation
from recommendations.actions.sign_off import close
from recommendations.models import Recommendation
from tests.cast import Cast
from tests.factories import a_body, a_meeting, a_paragraph, a_review, an_item
from tests.recommendations.history import AT, TODAY, day, decided, history, led_by_tom, to_be_answered


def changed(made: Recommendation, cast: Cast, **fields: object) -> None:
    given = {
        "title": made.title,
        "addressee": made.addressee,
        "lead_post": made.lead_post,
        "target_on": made.target_on,
        "by": cast.dev,
        "at": AT,
    }
    change_details(made, **given | fields)  # type: ignore[arg-type]


# -- Details


def test_every_former_value_stays_in_the_history(cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    police = a_body(name="Northmoor Police", kind="responsible_authority")
    changed(
        made,
        cast,
        kind="committee",
        title="More computers",
        addressee=police,
        lead_post=NewPost("Chief Constable"),
        target_on=None,
        reason="It is theirs.",
    )
    note = "\n".join(
        [
            "It is theirs.",
            "Kind: committee recommendation (was action)",
            "Title: More computers (was Computers in libraries)",
            "Addressee: Northmoor Police (was Libraries)",
            "Lead post: Chief Constable (was Director of Libraries)",
            "Target date: none (was 1 May 2026)",
        ]
    )
    assert history(made) == [("details_changed", TODAY, "Dev Patel, Clerk", note)]
    made.refresh_from_db()
    assert (made.kind, made.title, made.addressee, str(made.lead_post), made.target_on) == (
        "committee",
        "More computers",
        police,
        "Chief Constable",
        None,
    )


def test_another_addressee_has_another_time_to_respond(cast: Cast) -> None:
    review = a_review(received_on=day("2026-03-24"))
    made = to_be_answered(cast, review=review, addressee=a_body(kind="executive"), response_due_on=day("2026-05-23"))
    changed(made, cast, addressee=a_body(kind="health"))
    made.refresh_from_db()
    assert made.response_due_on == day("2026-04-21")


def test_no_change_is_no_event(cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(NothingChanged):
        changed(made, cast)
    assert history(made) == []


def test_a_closed_one_keeps_its_details(cast: Cast) -> None:
    made = led_by_tom(cast)
    close(made, resolution=decided(made.committee), outcome="achieved", by=cast.dev, at=AT)
    with pytest.raises(RecommendationIsClosed):
        changed(made, cast, title="Another")


def test_the_clerk_changes_the_lead(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, lead_post=None)
    client.force_login(cast.dev)
    given = {"kind": "action", "title": made.title, "addressee": made.addressee.pk, "lead_post": cast.toms_post.pk}
    response = client.post(reverse("recommendations:change_details", args=[made.slug]), given)
    assert response["Location"] == made.get_absolute_url()
    made.refresh_from_db()
    assert made.lead_post == cast.toms_post


def test_moving_a_public_target_needs_a_reason(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    client.force_login(cast.dev)
    given = {"kind": "action", "title": made.title, "addressee": made.addressee.pk, "target_on": "2026-12-01"}
    response = client.post(reverse("recommendations:change_details", args=[made.slug]), given)
    assert response.context["form"].errors == {
        "reason": ["Say why the target changes. If the committee granted more time, extend it instead."]
    }
    assert history(made) == []


def test_a_target_before_it_was_made_is_refused_where_it_is_given(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-01-01"))
    client.force_login(cast.dev)
    given = {"kind": "action", "title": made.title, "addressee": made.addressee.pk, "reason": "A slip."}
    address = reverse("recommendations:change_details", args=[made.slug])
    response = client.post(address, given | {"target_on": "2026-03-08"})
    assert response.context["form"].errors == {"target_on": [TargetBeforeItWasMade.message]}
    client.post(address, given | {"title": "One from before that rule", "target_on": "2026-01-01"})
    client.post(address, given | {"title": "One from before that rule", "target_on": "2026-03-09"})
    made.refresh_from_db()
    assert (made.title, made.target_on) == ("One from before that rule", day("2026-03-09"))
    assert len(history(made)) == 2


# -- The wording


def test_a_correction_keeps_the_former_wording_with_its_reason(cast: Cast) -> None:
    made = led_by_tom(cast)
    correct_wording(made, wording="That three be kept.", reason="A slip of the pen.", by=cast.dev, at=AT)
    note = "A slip of the pen.\n\nThe wording was: That two computers be kept in every library."
    assert history(made) == [("wording_corrected", TODAY, "Dev Patel, Clerk", note)]
    made.refresh_from_db()
    assert made.wording == "That three be kept."
    with pytest.raises(NothingChanged):
        correct_wording(made, wording="That three be kept.", reason="Again.", by=cast.dev, at=AT)


def test_the_clerk_corrects_it_with_a_reason_only(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.dev)
    address = reverse("recommendations:correct_wording", args=[made.slug])
    response = client.post(address, {"wording": "That three be kept."})
    assert response.context["form"].errors == {
        "reason": ["Say why the wording is corrected: it is shown in the history."]
    }
    client.post(address, {"wording": "That three be kept.", "reason": "A slip."})
    page = client.get(made.get_absolute_url()).content.decode()
    assert "That three be kept." in page
    assert "The wording was: That two computers be kept in every library." in page


# -- Publishing


def test_a_draft_is_published_once(cast: Cast) -> None:
    made = led_by_tom(cast, published_at=None)
    publish_recommendation(made, by=cast.dev, at=AT)
    made.refresh_from_db()
    assert made.published_at == AT
    assert history(made) == [("published", TODAY, "Dev Patel, Clerk", "")]
    with pytest.raises(AlreadyPublished):
        publish_recommendation(made, by=cast.dev, at=AT)


def test_a_draft_waits_for_its_minutes(client: Client, cast: Cast) -> None:
    meeting = a_meeting(minutes_stage=MinutesStage.IN_PREPARATION)
    made = led_by_tom(cast, paragraph=a_paragraph(item=an_item(meeting=meeting)), published_at=None)
    with pytest.raises(MinutesNotPublished):
        publish_recommendation(made, by=cast.dev, at=AT)
    client.force_login(cast.dev)
    page = client.post(reverse("recommendations:publish", args=[made.slug]), follow=True).content.decode()
    assert MinutesNotPublished.message in page


# -- What is exempt


def exempted(made: Recommendation, cast: Cast, *, is_exempt: bool = True) -> None:
    set_exemption(made, is_exempt=is_exempt, exempt_paragraphs="3", exempt_until=None, by=cast.dev, at=AT)


def test_exempting_and_opening_are_events(cast: Cast) -> None:
    made = led_by_tom(cast)
    exempted(made, cast)
    exempted(made, cast, is_exempt=False)
    dev = "Dev Patel, Clerk"
    assert history(made) == [
        ("exemption_changed", TODAY, dev, "Exempt under paragraph 3 of Schedule 12A"),
        ("exemption_changed", TODAY, dev, "Open to the public"),
    ]
    with pytest.raises(NothingChanged):
        exempted(made, cast, is_exempt=False)


def test_what_comes_from_an_exempt_passage_cannot_be_opened(cast: Cast) -> None:
    passage = a_paragraph(is_exempt=True, exempt_paragraphs="3")
    made = led_by_tom(cast, paragraph=passage, is_exempt=True, exempt_paragraphs="3")
    with pytest.raises(SourceIsExempt):
        exempted(made, cast, is_exempt=False)


def test_what_comes_from_a_passage_whose_exemption_has_ended_can_be_opened(cast: Cast) -> None:
    passage = a_paragraph(is_exempt=True, exempt_paragraphs="3", exempt_until=TODAY)
    made = led_by_tom(cast, paragraph=passage, is_exempt=True, exempt_paragraphs="3")
    exempted(made, cast, is_exempt=False)
    made.refresh_from_db()
    assert not made.is_exempt


def test_the_clerk_says_under_which_paragraphs(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.dev)
    address = reverse("recommendations:exempt", args=[made.slug])
    response = client.post(address, {"is_exempt": "on"})
    assert response.context["form"].errors == {
        "exempt_paragraphs": ["Say under which paragraphs of Schedule 12A it is exempt, for example 3."]
    }
    client.post(address, {"is_exempt": "on", "exempt_paragraphs": "1 and 3", "exempt_until": "2099-01-01"})
    made.refresh_from_db()
    assert (made.is_exempt, made.exempt_paragraphs, made.exempt_until) == (True, "1 and 3", day("2099-01-01"))
    client.logout()
    assert client.get(made.get_absolute_url()).status_code == 404
