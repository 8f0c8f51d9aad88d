"""The committee's word: closed, kept open, opened again, and given more time."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from meetings.models import Resolution
from recommendations.actions.errors import (
    CannotBeDone,
    DecidedBeforeItWasMade,
    DecidedSinceThen,
    InTheFuture,
    MinutesNotPublished,
    NoTarget,
    NotForAnOpenOne,
    NotLater,
    RecommendationIsClosed,
    RecommendationIsDraft,
    RecommendationIsOpen,
    WrongCommittee,
)
from recommendations.actions.extensions import extend_target
from recommendations.actions.progress import log_progress
from recommendations.actions.sign_off import close, keep_open, reopen
from recommendations.forms.relevance import mentions
from recommendations.models import Extension, Recommendation, SignOff
from tests.cast import Cast
from tests.factories import a_committee, a_meeting, a_resolution, a_review, an_item, an_update
from tests.recommendations.history import AT, day, decided, history, led_by_tom


def closed(made: Recommendation, cast: Cast, resolution: Resolution | None = None) -> SignOff:
    resolution = resolution or decided(made.committee)
    return close(made, resolution=resolution, outcome="achieved", by=cast.dev, at=AT, reason="Seen.")


def kept_open(made: Recommendation, cast: Cast, resolution: Resolution, standing: str = "at_risk") -> SignOff:
    return keep_open(made, resolution=resolution, standing=standing, reason="Not yet.", by=cast.dev, at=AT)


def reopened(made: Recommendation, cast: Cast, on: str, standing: str = "slipped") -> SignOff:
    return reopen(made, standing=standing, reason="It broke.", by=cast.dev, at=AT, on=day(on))


def extended(made: Recommendation, cast: Cast, resolution: Resolution, to: str) -> Extension:
    return extend_target(
        made, resolution=resolution, target_on=day(to), reason="The study is late.", by=cast.dev, at=AT
    )


# -- The actions


def test_closing_cites_the_resolution_and_takes_its_day(cast: Cast) -> None:
    made = led_by_tom(cast)
    sign_off = closed(made, cast)
    assert (sign_off.outcome, sign_off.decided_on, sign_off.reason) == ("achieved", day("2026-07-06"), "Seen.")
    assert history(made) == [("closed", day("2026-07-06"), "Dev Patel, Clerk", "")]


def test_the_whole_loop_is_one_event_for_each_step(cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    july = decided(made.committee)
    extended(made, cast, july, "2026-08-01")
    kept_open(made, cast, july)
    closed(made, cast, july)
    reopened(made, cast, "2026-08-03")
    dev = "Dev Patel, Clerk"
    assert history(made) == [
        ("target_extended", day("2026-07-06"), dev, ""),
        ("kept_open", day("2026-07-06"), dev, ""),
        ("closed", day("2026-07-06"), dev, ""),
        ("reopened", day("2026-08-03"), dev, ""),
    ]


def test_a_closed_one_takes_nothing_more(cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    july = decided(made.committee)
    closed(made, cast, july)
    with pytest.raises(RecommendationIsClosed):
        closed(made, cast, july)
    with pytest.raises(RecommendationIsClosed):
        kept_open(made, cast, july)
    with pytest.raises(RecommendationIsClosed):
        extended(made, cast, july, "2026-08-01")
    with pytest.raises(RecommendationIsClosed):
        log_progress(made, as_at=day("2026-09-01"), standing="on_track", text="More.", by=cast.tom, at=AT)
    assert [kind for kind, *_ in history(made)] == ["closed"]


def test_an_open_one_cannot_be_reopened_nor_a_draft_closed(cast: Cast) -> None:
    with pytest.raises(RecommendationIsOpen):
        reopened(led_by_tom(cast), cast, "2026-08-03")
    draft = led_by_tom(cast, published_at=None)
    with pytest.raises(RecommendationIsDraft):
        closed(draft, cast)
    with pytest.raises(RecommendationIsDraft):
        reopened(draft, cast, "2026-08-03")


def test_only_the_committee_or_its_successor_decides(cast: Cast) -> None:
    heir = a_committee()
    made = led_by_tom(cast, committee=a_committee(successor=heir))
    with pytest.raises(WrongCommittee):
        closed(made, cast, decided(a_committee()))
    closed(made, cast, decided(heir))
    assert made.sign_offs.count() == 1


def test_successors_in_a_circle_are_no_endless_search(cast: Cast) -> None:
    first = a_committee()
    first.successor = a_committee(successor=first)
    first.save()
    with pytest.raises(WrongCommittee):
        closed(led_by_tom(cast, committee=first), cast, decided(a_committee()))


def test_a_meeting_before_it_was_made_decided_nothing_about_it(cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(DecidedBeforeItWasMade):
        closed(made, cast, decided(made.committee, "2026-03-08"))


def test_unpublished_minutes_are_not_cited(cast: Cast) -> None:
    made = led_by_tom(cast)
    meeting = a_meeting(committee=made.committee, held_on=day("2026-07-06"), minutes_stage=MinutesStage.IN_PREPARATION)
    with pytest.raises(MinutesNotPublished):
        closed(made, cast, a_resolution(item=an_item(meeting=meeting)))


def test_an_older_decision_is_not_the_last_word(cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    kept_open(made, cast, decided(made.committee, "2026-07-06"))
    june = decided(made.committee, "2026-06-01")
    with pytest.raises(DecidedSinceThen):
        closed(made, cast, june)
    extended(made, cast, decided(made.committee, "2026-08-03"), "2026-10-01")
    with pytest.raises(DecidedSinceThen):
        extended(made, cast, june, "2026-12-01")


@pytest.mark.parametrize("standing", ["complete", "closed", "awaiting_response", ""])
def test_what_is_open_stands_somewhere_open(standing: str, cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(NotForAnOpenOne):
        kept_open(made, cast, decided(made.committee), standing)
    closed(made, cast)
    with pytest.raises(NotForAnOpenOne):
        reopened(made, cast, "2026-08-03", standing)


@pytest.mark.parametrize(("on", "refusal"), [("2026-09-16", InTheFuture), ("2026-07-05", DecidedSinceThen)])
def test_reopening_is_on_a_day_since_the_closing(on: str, refusal: type[CannotBeDone], cast: Cast) -> None:
    made = led_by_tom(cast)
    closed(made, cast)
    with pytest.raises(refusal):
        reopened(made, cast, on)


def test_reopening_by_a_resolution_takes_its_day(cast: Cast) -> None:
    made = led_by_tom(cast)
    closed(made, cast)
    august = decided(made.committee, "2026-08-03")
    sign_off = reopen(
        made, standing="slipped", reason="It broke.", by=cast.dev, at=AT, on=day("2026-09-01"), resolution=august
    )
    assert (sign_off.decided_on, sign_off.resolution) == (day("2026-08-03"), august)


@pytest.mark.parametrize("to", ["2026-05-01", "2026-04-30"])
def test_a_new_target_is_later_than_the_present_one(to: str, cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    with pytest.raises(NotLater):
        extended(made, cast, decided(made.committee), to)


def test_without_a_target_there_is_nothing_to_extend(cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(NoTarget):
        extended(made, cast, decided(made.committee), "2026-08-01")


# -- The pages


def post(client: Client, name: str, made: Recommendation, **given: object):  # type: ignore[no-untyped-def]
    return client.post(reverse(f"recommendations:{name}", args=[made.slug]), given)


def test_the_clerk_closes_it_and_its_page_says_so(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    july = decided(made.committee)
    client.force_login(cast.dev)
    response = post(client, "close", made, resolution=july.pk, outcome="superseded", reason="A new plan does it.")
    assert response["Location"] == made.get_absolute_url()
    client.logout()
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Closed: superseded" in page
    assert f'by <a href="{july.get_absolute_url()}">Resolution 1, 6 July 2026</a>' in page
    assert "A new plan does it." in page


def test_the_clerk_keeps_it_open(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.dev)
    post(client, "keep_open", made, resolution=decided(made.committee).pk, standing="at_risk", reason="Not yet.")
    assert [(s.decision, s.standing, s.reason) for s in made.sign_offs.all()] == [("kept_open", "at_risk", "Not yet.")]


def test_the_clerk_reopens_it_by_a_resolution_or_on_a_day(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    closed(made, cast)
    client.force_login(cast.dev)
    neither = post(client, "reopen", made, standing="slipped", reason="It broke.")
    assert neither.context["form"].errors == {
        "reopened_on": ["Choose the resolution that decided it, or give the day."]
    }
    both = {"resolution": decided(made.committee, "2026-08-03").pk, "reopened_on": "2026-08-03"}
    response = post(client, "reopen", made, standing="slipped", reason="It broke.", **both)
    assert response.context["form"].errors == {
        "reopened_on": ["The day is that of the resolution’s meeting. Leave this empty."]
    }
    post(client, "reopen", made, standing="slipped", reason="It broke.", reopened_on="2026-08-04")
    assert [(s.decision, s.decided_on) for s in made.sign_offs.all()] == [
        ("closed", day("2026-07-06")),
        ("reopened", day("2026-08-04")),
    ]


def test_the_clerk_extends_the_target_and_the_first_stays_visible(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    client.force_login(cast.dev)
    post(client, "extend", made, resolution=decided(made.committee).pk, target_on="2099-08-01", reason="It is late.")
    page = client.get(made.get_absolute_url()).content.decode()
    assert "<s>1 May 2026</s> extended once, by resolution" in page
    assert "The committee extended the target to 1 August 2099" in page


@pytest.mark.parametrize(
    ("name", "given", "errors"),
    [
        (
            "close",
            {},
            {"resolution": ["Choose the resolution that decided it."], "outcome": ["Choose how it ended."]},
        ),
        (
            "keep_open",
            {"standing": "complete"},
            {
                "resolution": ["Choose the resolution that decided it."],
                "standing": ["That cannot be chosen here. Choose one of those that are offered."],
                "reason": ["Say why: it is shown in the history."],
            },
        ),
        (
            "extend",
            {"target_on": "2026-01-01", "reason": "Late.", "resolution": "*"},
            {"target_on": ["The new target is not later than the present one. Give a later date."]},
        ),
    ],
)
def test_bad_input_is_said_beside_the_field(
    name: str, given: dict[str, str], errors: dict[str, list[str]], client: Client, cast: Cast
) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    july = decided(made.committee)
    client.force_login(cast.dev)
    response = post(client, name, made, **{k: july.pk if v == "*" else v for k, v in given.items()})
    assert response.context["form"].errors == errors
    assert (made.sign_offs.count(), made.extensions.count(), made.events.count()) == (0, 0, 0)


def test_what_was_closed_meanwhile_is_said_in_the_form(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    closed(made, cast)
    client.force_login(cast.dev)
    response = post(client, "close", made, resolution=decided(made.committee, "2026-08-03").pk, outcome="achieved")
    assert response.context["form"].non_field_errors() == [RecommendationIsClosed.message]


def offered(response) -> list[str]:  # type: ignore[no-untyped-def]
    return [
        label for heading, rows in list(response.context["form"].fields["resolution"].choices)[1:] for _, label in rows
    ]


def test_resolutions_are_offered_by_meeting_and_found_by_their_words(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, made_on=day("2024-03-09"))
    for month in range(1, 13):
        decided(made.committee, f"2025-{month:02d}-03", text="notes the report.")
    decided(made.committee, "2024-06-03", text="is content that the library has its computers.")
    decided(made.committee, "2024-03-04", text="asked for this library before it was made.")
    decided(a_committee(), "2025-06-04", text="speaks of a library elsewhere.")
    client.force_login(cast.dev)
    address = reverse("recommendations:close", args=[made.slug])
    assert offered(client.get(address)) == ["Item 31, resolution 1: notes the report."] * 12
    found = client.post(address, {"look": "yes", "words": "library computers", "outcome": "achieved"})
    assert offered(found) == ["Item 31, resolution 1: is content that the library has its computers."]
    assert found.context["form"].errors == {}
    assert found.context["form"].initial["outcome"] == "achieved"


@pytest.mark.parametrize("name", ["close", "keep-open", "extend"])
def test_in_each_meeting_what_is_about_the_recommendation_is_offered_first(
    name: str, client: Client, cast: Cast
) -> None:
    review = a_review()
    made = led_by_tom(cast, committee=review.committee, review=review, number=3, title="Computers in every library")
    for on in ("2026-06-01", "2026-07-06"):
        for text in (
            "approves the minutes of the last meeting.",
            "notes the budget.",
            "keeps the library computers open.",
            "thanks the library.",
            "agrees recommendations 2–4.",
            f"closes {made.reference}.",
        ):
            decided(made.committee, on, text=text)
    client.force_login(cast.dev)
    response = client.get(f"{made.get_absolute_url()}{name}/")
    headings = [heading for heading, _ in list(response.context["form"].fields["resolution"].choices)[1:]]
    assert headings == [f"{day}, {made.committee}" for day in ("6 July 2026", "1 June 2026")]
    assert [label.partition(": ")[2] for label in offered(response)] == [
        f"closes {made.reference}.",
        "agrees recommendations 2–4.",
        "keeps the library computers open.",
        "thanks the library.",
        "notes the budget.",
        "approves the minutes of the last meeting.",
    ] * 2


@pytest.mark.parametrize(
    ("text", "number", "is_meant"),
    [
        ("that recommendation 3 be closed", 3, True),
        ("recommendations 1, 3 and 5", 3, True),
        ("recommendations 1 to 4", 3, True),
        ("the third recommendation, on buses", 3, True),
        ("recommendation 31", 3, False),
        ("recommendations 1 and 2", 3, False),
        ("minute 3", 3, False),
        ("the 13th recommendation", 13, True),
    ],
)
def test_a_recommendation_is_meant_by_its_number(text: str, number: int, is_meant: bool) -> None:
    assert mentions(number, text) is is_meant


@pytest.mark.parametrize("many", [1, 12])
def test_a_long_list_of_resolutions_takes_the_same_queries(
    many: int, client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = led_by_tom(cast)
    for _ in range(many):
        decided(made.committee)
    client.force_login(cast.dev)
    with django_assert_num_queries(7):
        client.get(reverse("recommendations:close", args=[made.slug]))


def test_one_that_was_found_stays_chosen_when_the_words_are_gone(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, made_on=day("2024-03-09"))
    for month in range(1, 13):
        decided(made.committee, f"2025-{month:02d}-03")
    old = decided(made.committee, "2024-06-03")
    client.force_login(cast.dev)
    post(client, "close", made, resolution=old.pk, outcome="achieved", words="nothing like it")
    assert made.sign_offs.get().resolution == old


@pytest.mark.parametrize(
    "given",
    [{"words": "a\0b"}, {"words": "a " * 5000, "outcome": ""}, {"resolution": "9" * 5000}, {"resolution": "9" * 18}],
    ids=["nul", "many words", "long number", "no such number"],
)
@pytest.mark.parametrize("look", [{}, {"look": "yes"}], ids=["closed", "looked"])
def test_nonsense_is_a_form_that_comes_back(
    given: dict[str, str], look: dict[str, str], client: Client, cast: Cast
) -> None:
    made = led_by_tom(cast)
    chosen = {"outcome": "achieved", "resolution": decided(made.committee).pk}
    client.force_login(cast.dev)
    page = client.post(reverse("recommendations:close", args=[made.slug]), chosen | given | look)
    assert (page.status_code, made.sign_offs.count()) == (200, 0)


@pytest.mark.parametrize(
    ("name", "given"),
    [("close", {"outcome": "achieved"}), ("extend", {"target_on": "2026-12-01", "reason": "It is late."})],
)
def test_a_meeting_before_completion_was_proposed_is_asked_about_once(
    name: str, given: dict[str, str], client: Client, cast: Cast
) -> None:
    made = led_by_tom(cast, target_on=day("2026-05-01"))
    july, september = decided(made.committee), decided(made.committee, "2026-09-07")
    an_update(recommendation=made, standing="complete", as_at=day("2026-08-01"))
    client.force_login(cast.dev)
    asked = post(client, name, made, resolution=july.pk, **given)
    assert asked.context["form"].errors == {
        "confirmed": [
            (
                "Tick this if so, or choose a later one: that meeting was on 6 July 2026, before completion was "
                "proposed as at 1 August 2026."
            )
        ]
    }
    page = asked.content.decode()
    assert f'<option value="{july.pk}" selected>' in page
    assert '<label for="id_confirmed">It is the right resolution</label>' in page
    assert (made.sign_offs.count(), made.extensions.count()) == (0, 0)
    assert post(client, name, made, resolution=july.pk, confirmed="on", **given).status_code == 302
    later = led_by_tom(cast, committee=made.committee, target_on=day("2026-05-01"))
    an_update(recommendation=later, standing="complete", as_at=day("2026-08-01"))
    assert post(client, name, later, resolution=september.pk, **given).status_code == 302


def test_nothing_is_to_be_confirmed_where_nothing_was_proposed(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    an_update(recommendation=made, standing="on_track", as_at=day("2026-08-01"))
    client.force_login(cast.dev)
    page = client.get(reverse("recommendations:close", args=[made.slug])).content.decode()
    assert "It is the right resolution" not in page
    assert post(client, "close", made, resolution=decided(made.committee).pk, outcome="achieved").status_code == 302
