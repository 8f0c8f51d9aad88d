"""The list of meetings: by municipal year, filtered in the address, paged."""

import datetime
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from tests.cast import Cast
from tests.factories import a_committee, a_meeting, a_resolution, an_item

ADDRESS = "/meetings/"


def dates(page: str) -> list[str]:
    """The meetings of the page, in order."""
    return re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', page)


def years(page: str) -> list[str]:
    return re.findall(r"<h2>(\d{4}/\d{2})</h2>", page)


@pytest.mark.django_db
def test_meetings_stand_under_their_municipal_year_the_latest_first(client: Client) -> None:
    for held_on in ((2026, 4, 30), (2026, 5, 1), (2024, 1, 9)):
        a_meeting(held_on=datetime.date(*held_on))
    page = client.get(ADDRESS).content.decode()
    assert years(page) == ["2026/27", "2025/26", "2023/24"]
    assert dates(page) == ["1 May 2026", "30 April 2026", "9 January 2024"]


@pytest.mark.django_db
def test_a_row_says_how_far_the_minutes_are(client: Client) -> None:
    a_resolution(item=an_item(meeting=a_meeting(held_on=datetime.date(2026, 3, 9))))
    approved = datetime.date(2026, 3, 9)
    a_meeting(held_on=datetime.date(2026, 1, 9), minutes_stage=MinutesStage.APPROVED, approved_on=approved)
    a_meeting(held_on=datetime.date(2025, 9, 9), minutes_stage=MinutesStage.NONE)
    a_meeting(held_on=datetime.date(2999, 3, 9), minutes_stage=MinutesStage.NONE)
    page = client.get(ADDRESS).content.decode()
    assert [text.strip() for text in re.findall(r'<td data-label="Minutes">(.*?)</td>', page, re.DOTALL)] == [
        "To be held",
        "Draft, subject to approval",
        "Approved 9 March 2026",
        "No minutes yet",
    ]
    assert re.findall(r'<td data-label="Resolutions">(.*?)</td>', page) == ["–", "1", "–", "–"]


@pytest.mark.django_db
def test_committee_and_year_are_kept_in_the_address(client: Client) -> None:
    roads = a_committee(name="Roads Panel", slug="roads")
    a_meeting(committee=roads, held_on=datetime.date(2026, 5, 1))
    a_meeting(committee=roads, held_on=datetime.date(2026, 4, 30))
    a_meeting(held_on=datetime.date(2026, 5, 2))
    assert dates(client.get(f"{ADDRESS}?committee=roads").content.decode()) == ["1 May 2026", "30 April 2026"]
    assert dates(client.get(f"{ADDRESS}?committee=roads&year=2025").content.decode()) == ["30 April 2026"]
    assert dates(client.get(f"{ADDRESS}?year=2026").content.decode()) == ["2 May 2026", "1 May 2026"]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["?committee=nobody", "?year=1066", "?year=x", "?page=99", "?page=x"])
def test_what_makes_no_sense_in_the_address_is_passed_over(client: Client, query: str) -> None:
    a_meeting(held_on=datetime.date(2026, 3, 9))
    assert dates(client.get(ADDRESS + query).content.decode()) == ["9 March 2026"]


@pytest.mark.django_db
def test_an_empty_list_says_why(client: Client) -> None:
    assert "No meeting is known yet." in client.get(ADDRESS).content.decode()
    a_meeting()
    a_committee(slug="roads")
    assert "No meeting is like that." in client.get(f"{ADDRESS}?committee=roads").content.decode()


@pytest.mark.django_db
def test_pages_of_twenty_five(client: Client) -> None:
    committee = a_committee()
    for n in range(26):
        a_meeting(committee=committee, held_on=datetime.date(2026, 3, 1) + datetime.timedelta(days=n))
    assert len(dates(client.get(ADDRESS).content.decode())) == 25
    assert dates(client.get(f"{ADDRESS}?page=2").content.decode()) == ["1 March 2026"]


def test_counts_never_tell_of_what_is_hidden(client: Client, cast: Cast) -> None:
    meeting = a_meeting()
    a_resolution(item=an_item(meeting=meeting))
    a_resolution(item=an_item(meeting=meeting, is_exempt=True))
    a_resolution(item=an_item(meeting=a_meeting(minutes_stage=MinutesStage.IN_PREPARATION)))
    for user, counts in ((None, ["–", "1"]), (cast.osei, ["–", "1"]), (cast.dev, ["1", "2"])):
        if user is not None:
            client.force_login(user)
        page = client.get(ADDRESS).content.decode()
        assert sorted(re.findall(r'<td data-label="Resolutions">(.*?)</td>', page), reverse=True) == sorted(
            counts, reverse=True
        )


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        a_resolution(item=an_item(meeting=a_meeting()))
    with django_assert_num_queries(4):  # years, committees to choose from, count, rows
        client.get(ADDRESS)
