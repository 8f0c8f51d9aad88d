"""The first page: how many stand where, what is late, what was decided last, what comes next."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from meetings.models import Meeting
from recommendations.choices import RecommendationKind, Standing
from tests.cast import gather
from tests.factories import (
    a_body,
    a_committee,
    a_meeting,
    a_paragraph,
    a_post,
    a_recommendation,
    a_resolution,
    a_user,
    an_item,
    an_update,
)

pytestmark = pytest.mark.django_db


def days_from_now(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


def home(client: Client) -> str:
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def titles(client: Client, name: str) -> list[str]:
    """The titles in one of the lists."""
    return [line.title for line in client.get("/").context[name]]


def a_late_one(title: str, *, days: int = 12, **fields: object) -> None:
    a_recommendation(title=title, target_on=days_from_now(-days), **fields)


def test_says_how_many_stand_where_and_leads_to_them(client: Client) -> None:
    for standing in (Standing.ON_TRACK, Standing.ON_TRACK, Standing.AT_RISK):
        an_update(standing=standing, as_at=days_from_now(-5))
    a_recommendation()
    shown = home(client)
    assert "Of <strong>4</strong> open recommendations:" in shown
    assert 'aria-label="2 on track, 1 at risk, 1 not started"' in shown
    assert '<a href="/recommendations/?standing=at_risk">' in shown


def test_one_is_one_recommendation(client: Client) -> None:
    a_recommendation()
    assert "Of <strong>1</strong> open recommendation:" in home(client)


def test_what_is_late_stands_there_the_longest_late_first(client: Client) -> None:
    cabinet = a_body(name="Cabinet")
    a_late_one("Computers", days=10, lead_post=a_post(title="Head of Libraries"))
    a_late_one("Benches", days=100)
    a_recommendation(
        title="Buses",
        kind=RecommendationKind.COMMITTEE,
        addressee=cabinet,
        committee=a_committee(prefix="SSC"),
        response_due_on=days_from_now(-2),
        target_on=days_from_now(-1),
    )
    an_update(recommendation=a_recommendation(target_on=days_from_now(-9)), standing=Standing.COMPLETE)
    a_recommendation(target_on=days_from_now(0))
    assert titles(client, "late") == ["Benches", "Computers", "Buses"]
    shown = home(client)
    assert "<small>SSC (25/26) 01 · response 2 days late · Cabinet</small>" in shown
    assert "10 days late · Head of Libraries</small>" in shown
    assert '<a href="/recommendations/?overdue=yes">All 3 that are late</a>' in shown


def test_the_list_of_late_ones_leads_to_as_many_as_it_says(client: Client) -> None:
    for n in range(7):
        a_late_one(f"Late {n}")
    assert len(titles(client, "late")) == 5
    assert "All 7 that are late" in home(client)
    assert client.get("/recommendations/?overdue=yes").context["page"].paginator.count == 7


def test_matters_decided_last_stand_there_once_each(client: Client) -> None:
    committee = a_committee(name="Libraries Committee", slug="lc")
    older = an_item(meeting=a_meeting(committee=committee, held_on=datetime.date(2026, 1, 5)), title="Buses")
    newer = a_meeting(committee=committee, held_on=datetime.date(2026, 3, 9))
    first, second = an_item(meeting=newer, title="Computers"), an_item(meeting=newer, title="Benches")
    a_resolution(item=older)
    for _ in range(3):
        a_resolution(item=first)
    a_resolution(item=second, text="Benches be mended.", stem="")
    assert titles(client, "decided") == ["Computers", "Benches", "Buses"]
    shown = home(client)
    assert "That the committee asks the Cabinet to keep two computers in every library." in shown
    assert "<small>Libraries Committee · 9 March 2026 · Resolution 1 and 2 more</small>" in shown
    assert '<a href="/meetings/lc/2026-03-09/31/#r1">Computers</a>' in shown


def test_what_is_resolved_at_every_meeting_is_no_decision_to_show(client: Client) -> None:
    meeting = a_meeting(committee=a_committee(name="Libraries Committee", slug="lc"))
    minutes, noted, mixed = (an_item(meeting=meeting, title=title) for title in ("Minutes", "Budget", "Computers"))
    a_resolution(item=minutes, text="That the minutes of the last meeting be approved as a correct record.", stem="")
    a_resolution(item=noted, text="That the report be noted.", stem="")
    a_resolution(item=mixed, text="notes the report;")
    a_resolution(item=mixed)
    assert titles(client, "decided") == ["Computers"]
    shown = home(client)
    assert "<small>Libraries Committee · 9 March 2026 · Resolution 2</small>" in shown
    assert '<a href="/meetings/lc/2026-03-09/33/#r2">Computers</a>' in shown


def test_next_meetings_stand_there_soonest_first(client: Client) -> None:
    committee = a_committee(name="Libraries Committee")
    far, near = days_from_now(40), days_from_now(3)
    for held_on in (far, near, days_from_now(-3)):
        Meeting.objects.create(
            committee=committee,
            held_on=held_on,
            slug=held_on.isoformat(),
            starts_at=datetime.time(9, 30),
            place="Council Chamber",
        )
    assert [meeting.held_on for meeting in client.get("/").context["upcoming"]] == [near, far]
    assert f"{near:%A} {near.day} {near:%B %Y}, 9.30 a.m., Council Chamber" in home(client)


def test_a_council_that_has_nothing_yet_is_told_how_it_begins(client: Client) -> None:
    assert 'If you are a clerk, <a href="/sign-in/">sign in</a> to begin.' in home(client)
    assert "All recommendations" not in home(client)


def test_a_clerk_who_has_nothing_yet_is_led_to_bring_in_minutes(client: Client) -> None:
    client.force_login(gather().dev)
    assert '<a class="button" href="/minutes/bring-in/">Bring in minutes</a>' in home(client)


def test_each_list_that_is_empty_says_so(client: Client) -> None:
    a_committee()
    shown = home(client)
    for said in ("Nothing is late.", "No decisions of substance have been published yet.", "No meeting is announced."):
        assert said in shown


def test_what_is_exempt_or_not_published_is_not_there_and_not_counted(client: Client) -> None:
    people = gather()
    hidden = an_item(meeting=a_meeting(minutes_stage=MinutesStage.IN_PREPARATION), title="Secret hidden")
    a_resolution(item=hidden)
    a_resolution(item=an_item(title="Secret item", is_exempt=True))
    a_resolution(text="Secret resolution.", stem="", is_exempt=True)
    a_late_one("Secret exempt", is_exempt=True, lead_post=people.toms_post)
    a_late_one("Secret draft", published_at=None)

    def seen() -> tuple[int, int, int, bool]:
        context = client.get("/").context
        secret = "secret" in home(client).lower()
        return context["position"].open, len(context["late"]), len(context["decided"]), secret

    assert seen() == (0, 0, 0, False)
    client.force_login(people.osei)
    assert seen() == (0, 0, 0, False)
    client.force_login(people.tom)
    assert seen() == (1, 1, 0, True)
    client.force_login(people.dev)
    assert seen() == (2, 2, 3, True)


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("", 5), ("Clerk", 9)])
def test_takes_the_same_number_of_queries_whatever_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, times: int, role: str, queries: int
) -> None:
    for n in range(times):
        a_late_one("Late", lead_post=a_post())
        an_update()
        meeting = a_meeting(held_on=datetime.date(2026, 3, n + 1))
        a_resolution(item=an_item(meeting=meeting))
        a_paragraph(item=meeting.items.get())
        Meeting.objects.create(committee=meeting.committee, held_on=days_from_now(n), slug="next")
    if role:
        client.force_login(a_user(role=role))
    with django_assert_num_queries(queries):
        home(client)
