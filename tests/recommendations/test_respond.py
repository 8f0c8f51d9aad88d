"""What the executive or a partner answered."""

import pytest
from django.test import Client
from django.urls import reverse

from recommendations.actions.errors import (
    BeforeItWasMade,
    CannotBeDone,
    InTheFuture,
    NoFormalResponse,
    RecommendationIsClosed,
    RecommendationIsDraft,
    RespondedThatDay,
)
from recommendations.actions.responses import record_response
from recommendations.actions.sign_off import close
from recommendations.models import Recommendation, Response
from tests.cast import Cast
from tests.recommendations.history import AT, day, decided, history, led_by_tom, to_be_answered

SAID = {"kind": "accepted", "responded_on": "2026-05-08", "explanation": "We agree.", "promised_action": "A plan."}


def responded(made: Recommendation, cast: Cast, on: str = "2026-05-08", kind: str = "accepted") -> Response:
    return record_response(
        made,
        kind=kind,
        responded_on=day(on),
        explanation="We agree.",
        promised_action="",
        expected_outcome="",
        by=cast.dev,
        at=AT,
    )


def test_a_response_is_one_event_on_its_day(cast: Cast) -> None:
    made = to_be_answered(cast)
    response = responded(made, cast)
    assert history(made) == [("response_recorded", day("2026-05-08"), "Dev Patel, Clerk", "")]
    assert made.events.get().response == response


def test_a_later_response_stands_beside_the_first(cast: Cast) -> None:
    made = to_be_answered(cast)
    responded(made, cast, kind="in_principle")
    responded(made, cast, on="2026-06-08")
    assert [(r.kind, r.responded_on) for r in made.responses.all()] == [
        ("in_principle", day("2026-05-08")),
        ("accepted", day("2026-06-08")),
    ]


@pytest.mark.parametrize(
    ("on", "refusal"), [("2026-09-16", InTheFuture), ("2026-03-08", BeforeItWasMade), ("2026-05-08", RespondedThatDay)]
)
def test_wrong_days_are_refused(on: str, refusal: type[CannotBeDone], cast: Cast) -> None:
    made = to_be_answered(cast)
    responded(made, cast)
    with pytest.raises(refusal):
        responded(made, cast, on=on)
    assert made.responses.count() == 1
    assert made.events.count() == 1


def test_actions_have_no_formal_response(cast: Cast) -> None:
    with pytest.raises(NoFormalResponse):
        responded(led_by_tom(cast), cast)


def test_drafts_and_closed_ones_take_none(cast: Cast) -> None:
    with pytest.raises(RecommendationIsDraft):
        responded(to_be_answered(cast, published_at=None), cast)
    made = to_be_answered(cast)
    close(made, resolution=decided(made.committee), outcome="not_accepted", by=cast.dev, at=AT)
    with pytest.raises(RecommendationIsClosed):
        responded(made, cast)


# -- The page


def test_the_clerk_records_it(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast)
    client.force_login(cast.dev)
    response = client.post(reverse("recommendations:respond", args=[made.slug]), SAID)
    assert response["Location"] == made.get_absolute_url()
    kept = made.responses.get()
    assert (kept.kind, kept.responded_on, kept.explanation, kept.promised_action) == (
        "accepted",
        day("2026-05-08"),
        "We agree.",
        "A plan.",
    )


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"kind": ""}, {"kind": ["Choose what was answered."]}),
        (
            {"kind": "not_accepted", "explanation": ""},
            {"explanation": ["Give the reasons for which it was not accepted."]},
        ),
        ({"responded_on": ""}, {"responded_on": ["Give a date."]}),
        (
            {"responded_on": "2026-03-01"},
            {"__all__": ["That is before the recommendation was made. Give a later date."]},
        ),
    ],
)
def test_bad_input_is_said_beside_the_field(
    given: dict[str, str], errors: dict[str, list[str]], client: Client, cast: Cast
) -> None:
    made = to_be_answered(cast)
    client.force_login(cast.dev)
    response = client.post(reverse("recommendations:respond", args=[made.slug]), SAID | given)
    assert response.context["form"].errors == errors
    assert (made.responses.count(), made.events.count()) == (0, 0)


def test_a_day_with_a_response_says_so_beside_the_day(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast)
    responded(made, cast)
    client.force_login(cast.dev)
    response = client.post(reverse("recommendations:respond", args=[made.slug]), SAID)
    assert response.context["form"].errors == {"responded_on": [RespondedThatDay.message]}


def test_the_form_says_that_one_is_recorded_already(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast)
    client.force_login(cast.dev)
    address = reverse("recommendations:respond", args=[made.slug])
    first = client.get(address).content.decode()
    assert "Record the response" in first
    assert "recorded already" not in first
    responded(made, cast)
    second = client.get(address).content.decode()
    assert "A response is recorded already: accepted, 8 May 2026." in second
    assert "Record the later response" in second
