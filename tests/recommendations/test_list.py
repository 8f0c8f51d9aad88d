"""The list of recommendations: filters in the address, how late in words, the same queries however long."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from recommendations.choices import RecommendationKind
from tests.cast import Cast
from tests.factories import a_body, a_committee, a_paragraph, a_recommendation, a_review, an_update
from tests.recommendations.history import day
from tests.recommendations.rows import a_closing

LIST = "/recommendations/"


def ago(days: int) -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=days)


def titles(client: Client, query: str = "") -> list[str]:
    return sorted(row.recommendation.title for row in client.get(LIST + query).context["rows"])


def some(cast: Cast) -> None:
    """Five that differ in everything a filter asks for."""
    safer, roads = a_committee(slug="safer"), a_committee(slug="roads")
    review = a_review(slug="online-crime", committee=safer)
    police = a_body(slug="police")
    a_recommendation(title="late", committee=safer, target_on=ago(12), addressee=police)
    a_recommendation(title="in time", committee=roads, target_on=ago(-40))
    a_recommendation(title="of the review", committee=safer, review=review, kind="review", response_due_on=ago(1))
    reported = a_recommendation(title="reported", committee=roads, kind="information")
    an_update(recommendation=reported, standing="slipped")
    a_recommendation(title="draft", committee=safer, published_at=None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["in time", "late", "of the review", "reported"]),
        ("?committee=safer", ["late", "of the review"]),
        ("?review=online-crime", ["of the review"]),
        ("?standing=slipped", ["reported"]),
        ("?standing=awaiting_response", ["of the review"]),
        ("?addressee=police", ["late"]),
        ("?kind=information", ["reported"]),
        ("?overdue=yes", ["late", "of the review"]),
        ("?overdue=yes&committee=safer&kind=action", ["late"]),
        ("?committee=roads&overdue=yes", []),
    ],
)
def test_filters_stand_in_the_address(query: str, found: list[str], client: Client, cast: Cast) -> None:
    some(cast)
    assert titles(client, query) == found


def test_how_many_and_how_late_is_said_in_words(client: Client, cast: Cast) -> None:
    some(cast)
    response = client.get(LIST)
    assert (response.context["page"].paginator.count, response.context["late"]) == (4, 2)
    assert response.context["counts"] == {"awaiting_response": 1, "not_started": 2, "slipped": 1}
    whens = {row.recommendation.title: (row.when, row.is_late) for row in response.context["rows"]}
    assert whens == {
        "late": ("12 days late", True),
        "in time": ("due in 5 weeks", False),
        "of the review": ("response 1 day late", True),
        "reported": ("no date set", False),
    }


def test_the_words_of_the_bar_keep_the_other_filters(client: Client, cast: Cast) -> None:
    some(cast)
    page = client.get(LIST + "?committee=safer&standing=slipped&page=1")
    assert page.context["standing_address"] == "?committee=safer&standing="


@pytest.mark.parametrize(
    ("query", "what"),
    [("?committee=none", "committee"), ("?standing=wrong", "standing"), ("?addressee=none", "body")],
)
def test_an_address_with_a_slip_says_so_and_loses_nothing(query: str, what: str, client: Client, cast: Cast) -> None:
    some(cast)
    response = client.get(LIST + query)
    assert response.status_code == 200
    assert f"There is no such {what}. Choose one from the list." in response.content.decode()
    assert len(response.context["rows"]) == 4


def test_nothing_found_says_what_to_do(client: Client, cast: Cast) -> None:
    assert "Nothing is tracked yet" in client.get(LIST).content.decode()
    a_recommendation()
    assert "Choose fewer filters" in client.get(LIST + "?standing=paused").content.decode()


def test_it_is_paged_and_a_page_too_many_is_the_last(client: Client, cast: Cast) -> None:
    committee, body = a_committee(), a_body()
    for _ in range(26):
        a_recommendation(committee=committee, addressee=body)
    assert [len(client.get(f"{LIST}?page={n}").context["rows"]) for n in ("1", "2", "99", "x")] == [25, 1, 1, 25]


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        ("?committee=&review=&standing=slipped&kind=", "?standing=slipped"),
        ("?committee=&review=", ""),
        ("?committee=safer&overdue=yes&page=", "?committee=safer&overdue=yes"),
    ],
)
def test_what_is_not_chosen_leaves_the_address(query: str, clean: str, client: Client, cast: Cast) -> None:
    response = client.get(LIST + query)
    assert (response.status_code, response["Location"]) == (302, LIST + clean)


def test_no_dot_is_left_where_the_link_to_copy_is_not_printed(client: Client, cast: Cast) -> None:
    a_recommendation()
    assert '<span class="copy-link">·</span> <a class="copy-link"' in client.get(LIST).content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_a_long_list_takes_the_same_queries(
    many: int, client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(many):
        a_recommendation(lead_post=cast.toms_post, review=a_review(), paragraph=None)
    with django_assert_num_queries(7):
        client.get(LIST)


def test_exempt_ones_are_in_no_count(client: Client, cast: Cast) -> None:
    a_recommendation(title="secret", is_exempt=True, target_on=ago(12))
    a_recommendation(title="open again", is_exempt=True, exempt_until=timezone.localdate())
    a_recommendation(title="from a secret", paragraph=a_paragraph(is_exempt=True))
    response = client.get(LIST)
    assert [row.recommendation.title for row in response.context["rows"]] == ["open again"]
    assert (response.context["counts"], response.context["late"]) == ({"not_started": 1}, 0)
    client.force_login(cast.dev)
    assert titles(client) == ["from a secret", "open again", "secret"]


def test_a_closed_one_says_how_it_ended(client: Client, cast: Cast) -> None:
    made = a_recommendation(target_on=day("2026-01-01"))
    a_closing(made, day("2026-07-06"), outcome="not_feasible")
    row = client.get(reverse("recommendations:list")).context["rows"][0]
    assert (row.standing, row.standing_label, row.when) == ("not_feasible", "Closed: no longer feasible", "")


def test_every_kind_can_be_chosen(client: Client, cast: Cast) -> None:
    for kind in RecommendationKind.values:
        a_recommendation(title=kind, kind=kind)
        assert titles(client, f"?kind={kind}") == [kind]
