"""The list of committees, and the page of each."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.choices import CommitteeKind, MinutesStage
from meetings.models import Committee, Meeting
from recommendations.choices import ReviewStage
from tests.cast import gather
from tests.factories import (
    a_committee,
    a_meeting,
    a_post,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
    an_update,
)

pytestmark = pytest.mark.django_db


def days_from_now(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def sections(client: Client, address: str = "/committees/") -> list[tuple[str, list[str]]]:
    listed = client.get(address).context["sections"]
    return [(name, [entry.committee.name for entry in entries]) for name, entries in listed]


def a_coming_meeting(committee: Committee, *, days: int = 3, **fields: object) -> Meeting:
    held_on = days_from_now(days)
    return a_meeting(committee=committee, held_on=held_on, minutes_stage=MinutesStage.NONE, **fields)


# The list


def test_scrutiny_committees_come_first_and_what_has_ended_stands_apart(client: Client) -> None:
    successor = a_committee(name="Place Committee")
    a_committee(name="Highways Committee", ended_on=days_from_now(0), successor=successor)
    a_committee(name="Health Committee", ended_on=days_from_now(1))
    a_committee(name="Cabinet", kind=CommitteeKind.EXECUTIVE)
    a_committee(name="A Panel", kind=CommitteeKind.PANEL)
    assert sections(client) == [
        ("Scrutiny committees", ["Health Committee", "Place Committee"]),
        ("Other bodies", ["A Panel", "Cabinet"]),
        ("Ended", ["Highways Committee"]),
    ]
    assert f'succeeded by <a href="/committees/{successor.slug}/">Place Committee</a>' in page(client, "/committees/")


def test_each_says_what_it_does_and_what_it_has_before_it(client: Client) -> None:
    committee = a_committee(about="Buses. " * 100, kind=CommitteeKind.PANEL)
    a_coming_meeting(committee, days=40)
    near = a_coming_meeting(committee)
    a_recommendation(committee=committee, target_on=days_from_now(-1))
    a_recommendation(committee=committee)
    (_, (entry,)), *_ = client.get("/committees/").context["sections"]
    assert entry.context == (
        f"Panel or board · next meeting {near.held_on:%-d %B %Y} · 2 open recommendations · 1 late"
    )
    assert entry.about == "Buses. " * 22 + "…"


def test_a_council_without_committees_is_told_how_it_begins(client: Client) -> None:
    assert "sign in</a> to begin." in page(client, "/committees/")
    client.force_login(gather().dev)
    assert '<a class="button" href="/minutes/bring-in/">Bring in minutes</a>' in page(client, "/committees/")


def test_the_list_is_paged(client: Client) -> None:
    for n in range(26):
        a_committee(name=f"Committee {n:02d}")
    a_committee(name="Former Committee", ended_on=days_from_now(-1))
    assert sections(client, "/committees/?page=2") == [
        ("Scrutiny committees", ["Committee 25"]),
        ("Ended", ["Former Committee"]),
    ]


# The page of one


def test_a_committee_says_what_it_is_and_when_it_meets(client: Client) -> None:
    former = a_committee(name="Highways Committee")
    committee = a_committee(name="Place Committee", slug="pc", about="Roads and buses.", contact="pc@northmoor.example")
    Committee.objects.filter(pk=former.pk).update(successor=committee, ended_on=days_from_now(-1))
    a_coming_meeting(committee, starts_at=datetime.time(14), place="Council Chamber")
    shown = page(client, "/committees/pc/")
    for said in (
        "<h1>Place Committee</h1>",
        "<p>Roads and buses.</p>",
        '<a href="mailto:pc@northmoor.example">',
        "2.00 p.m., Council Chamber",
        f'<dt>Took over from</dt><dd><a href="/committees/{former.slug}/">Highways Committee</a>',
        '<ol class="trail"><li><a href="/committees/">Committees</a></li></ol>',
    ):
        assert said in shown


def test_one_that_has_ended_names_its_successor_and_awaits_no_meeting(client: Client) -> None:
    successor = a_committee(name="Place Committee")
    a_committee(slug="hc", ended_on=datetime.date(2025, 12, 1), successor=successor)
    shown = page(client, "/committees/hc/")
    assert "This committee ended on 1 December 2025." in shown
    assert f'the <a href="/committees/{successor.slug}/">Place Committee</a>' in shown
    assert "Next meeting" not in shown


def test_only_its_own_is_there(client: Client) -> None:
    own, other = a_committee(slug="own"), a_committee(slug="other")
    for committee, title in ((own, "Ours"), (other, "Theirs")):
        a_recommendation(committee=committee, title=title, target_on=days_from_now(-1))
        a_review(committee=committee, title=title)
        meeting = a_meeting(committee=committee, held_on=timezone.localdate())
        a_resolution(item=an_item(meeting=meeting, title=title))
    shown = page(client, "/committees/own/")
    assert "Theirs" not in shown
    assert shown.count("Ours") == 3
    assert '<a href="/recommendations/?committee=own&amp;overdue=yes">All 1 that is late</a>' in shown
    assert '<a href="/recommendations/?committee=own&amp;standing=not_started">' in shown
    assert '<a href="/reviews/?committee=own">All reviews</a>' in shown
    assert '<a href="/meetings/?committee=own">Its meetings of every year</a>' in shown


def test_the_meetings_are_those_of_the_municipal_year(client: Client) -> None:
    committee = a_committee(slug="own")
    today = timezone.localdate()
    first_year = today.year if today.month >= 5 else today.year - 1
    days = [datetime.date(first_year, 4, 30), datetime.date(first_year, 5, 1), datetime.date(first_year + 1, 4, 30)]
    for held_on in [*days, datetime.date(first_year + 1, 5, 1)]:
        a_meeting(committee=committee, held_on=held_on)
    response = client.get("/committees/own/")
    assert [meeting.held_on for meeting in response.context["meetings"]] == days[1:]
    assert f"Meetings in {first_year}/{(first_year + 1) % 100:02d}" in response.content.decode()


def test_reviews_in_progress_come_before_those_that_are_over(client: Client) -> None:
    committee = a_committee(slug="own")
    a_review(committee=committee, title="A", stage=ReviewStage.CONCLUDED)
    a_review(committee=committee, title="B", lead_member="Cllr Osei")
    assert [review.title for review in client.get("/committees/own/").context["reviews"]] == ["B", "A"]
    assert "Scoping · led by Cllr Osei" in page(client, "/committees/own/")


def test_an_empty_committee_says_that_there_is_nothing_yet(client: Client) -> None:
    a_committee(slug="own")
    shown = page(client, "/committees/own/")
    for said in (
        "None announced",
        "Nothing is late.",
        "No decisions of substance have been published yet.",
        "It has made no review yet.",
        "No meeting of this municipal year is known here.",
    ):
        assert said in shown


def test_a_committee_there_is_none_of_is_not_found(client: Client) -> None:
    assert client.get("/committees/nobody/").status_code == 404


def test_what_is_exempt_or_not_published_is_not_there_and_not_counted(client: Client) -> None:
    people = gather()
    committee = a_committee(slug="own")
    today = timezone.localdate()
    hidden = a_meeting(committee=committee, held_on=today, minutes_stage=MinutesStage.IN_PREPARATION)
    a_resolution(item=an_item(meeting=hidden, title="Secret hidden"))
    meeting = a_meeting(committee=committee, held_on=today, slug="second")
    a_resolution(item=an_item(meeting=meeting, title="Secret item", is_exempt=True))
    a_resolution(item=an_item(meeting=meeting), text="Secret resolution.", is_exempt=True)
    late = days_from_now(-1)
    a_recommendation(
        committee=committee, title="Secret exempt", target_on=late, is_exempt=True, lead_post=people.toms_post
    )
    a_recommendation(committee=committee, title="Secret draft", target_on=late, published_at=None)

    def seen() -> tuple[int, int, int, int, bool]:
        response = client.get("/committees/own/")
        context = response.context
        resolved = sum(meeting.resolution_count for meeting in context["meetings"])
        secret = "secret" in response.content.decode().lower()
        return context["position"].open, len(context["late"]), len(context["decided"]), resolved, secret

    def listed() -> str:
        return str(client.get("/committees/").context["sections"][0][1][0].context)

    assert (seen(), listed()) == ((0, 0, 0, 0, False), "")
    client.force_login(people.osei)
    assert (seen(), listed()) == ((0, 0, 0, 0, False), "")
    client.force_login(people.tom)
    assert (seen(), listed()) == ((1, 1, 0, 0, True), "1 open recommendation · 1 late")
    client.force_login(people.dev)
    assert (seen(), listed()) == ((2, 2, 3, 3, True), "2 open recommendations · 2 late")


@pytest.mark.parametrize("times", [1, 3])
def test_both_pages_take_the_same_number_of_queries_whatever_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    committee = a_committee(slug="own")
    for n in range(times):
        former = a_committee(ended_on=days_from_now(-1), successor=committee)
        for one in (committee, former):
            a_recommendation(committee=one, target_on=days_from_now(-1), lead_post=a_post())
            an_update(recommendation=a_recommendation(committee=one))
            a_review(committee=one)
            meeting = a_meeting(committee=one, held_on=days_from_now(-n))
            a_resolution(item=an_item(meeting=meeting))
            a_coming_meeting(one, days=n + 1)
    with django_assert_num_queries(4):
        page(client, "/committees/")
    with django_assert_num_queries(8):
        page(client, "/committees/own/")
