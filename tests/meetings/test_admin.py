"""Committees and meetings in the administration: kept there, never deleted; minutes only read."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from meetings.models import Committee, Meeting
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.sample import recorded


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    client.force_login(cast.ada)
    return client


COMMITTEE = {
    "name": "Roads Panel",
    "slug": "roads",
    "prefix": "RP",
    "kind": "panel",
    "about": "",
    "contact": "",
    "founded_on": "",
    "ended_on": "",
    "successor": "",
}


def test_a_committee_is_made_and_keeps_its_short_name_and_prefix(ada: Client) -> None:
    ada.post("/admin/meetings/committee/add/", COMMITTEE)
    committee = Committee.objects.get()
    ada.post(
        f"/admin/meetings/committee/{committee.pk}/change/",
        COMMITTEE | {"name": "Highways", "slug": "x", "prefix": "X"},
    )
    committee.refresh_from_db()
    assert (committee.name, committee.slug, committee.prefix) == ("Highways", "roads", "RP")


def test_a_coming_meeting_gets_its_address(ada: Client) -> None:
    committee = a_committee(slug="roads")
    fields = {"committee": committee.pk, "held_on": "2027-01-11", "starts_at": "10:00", "place": "County Hall"}
    ada.post("/admin/meetings/meeting/add/", fields)
    ada.post("/admin/meetings/meeting/add/", fields)
    assert sorted(Meeting.objects.values_list("slug", "place")) == [
        ("2027-01-11", "County Hall"),
        ("2027-01-11-2", "County Hall"),
    ]


def test_minutes_are_only_read(ada: Client, cast: Cast) -> None:
    meeting = recorded(cast.priya)
    address = f"/admin/meetings/meeting/{meeting.pk}/change/"
    page = ada.get(address).content.decode()
    assert '<a href="/meetings/scc/2026-03-09/33/">33 Online crime</a>' in page
    assert "3 and 2" in page
    management = {"items-TOTAL_FORMS": 0, "items-INITIAL_FORMS": 0}
    answer = ada.post(
        address, {"place": "Town Hall", "minutes_stage": "approved", "held_on": "2020-01-01"} | management
    )
    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.place, meeting.minutes_stage, meeting.held_on.year) == ("Town Hall", "draft", 2026)
    assert meeting.items.count() == 2


@pytest.mark.parametrize("model", ["committee", "meeting"])
def test_nothing_is_deleted_even_by_a_superuser(client: Client, cast: Cast, model: str) -> None:
    cast.ada.is_superuser = True
    cast.ada.save()
    client.force_login(cast.ada)
    meeting = recorded(cast.priya)
    pk = meeting.pk if model == "meeting" else meeting.committee_id
    assert client.post(f"/admin/meetings/{model}/{pk}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in client.get(f"/admin/meetings/{model}/").content.decode()


def test_who_may_not_see_what_is_exempt_sees_no_agenda(client: Client, cast: Cast) -> None:
    meeting = recorded(cast.priya)
    group = Group.objects.get(name="Clerk")
    group.permissions.remove(group.permissions.get(codename="see_exempt"))
    cast.dev.is_staff = True
    cast.dev.save()
    client.force_login(cast.dev)
    page = client.get(f"/admin/meetings/meeting/{meeting.pk}/change/").content.decode()
    assert "Online crime" not in page
