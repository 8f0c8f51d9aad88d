"""A clerk marks something exempt; from then on only those who may see exempt text see it."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.actions.exemption import set_exemption
from meetings.actions.refusals import Refused
from meetings.models import AgendaItem, Meeting, Paragraph, Resolution
from tests.cast import Cast
from tests.factories import a_recommendation
from tests.meetings.sample import history

ADDRESS = "/meetings/scc/2026-03-09/exempt/"


def test_an_item_is_marked_and_disappears_from_the_public_page(dev: Client, meeting: Meeting) -> None:
    answer = dev.post(f"{ADDRESS}?item=33", {"is_exempt": "on", "exempt_paragraphs": "3"})
    assert answer["Location"] == "/meetings/scc/2026-03-09/33/"
    item = AgendaItem.objects.get(slug="33")
    assert (item.is_exempt, item.exempt_paragraphs, item.exempt_until) == (True, "3", None)
    assert history(meeting)[2:] == [("exemption_set", "Dev Patel", "Clerk", "Item 33 is exempt under paragraph 3.")]
    dev.logout()
    page = dev.get(meeting.get_absolute_url()).content.decode()
    assert "One item was taken in private." in page
    assert "Online crime" not in page
    assert dev.get("/meetings/scc/2026-03-09/33/").status_code == 404


def test_a_paragraph_alone_until_a_day(dev: Client, meeting: Meeting) -> None:
    fields = {"is_exempt": "on", "exempt_paragraphs": "1 and 2", "exempt_until": "2999-01-01"}
    answer = dev.post(f"{ADDRESS}?passage=p33-2", fields)
    assert answer["Location"] == "/meetings/scc/2026-03-09/33/#p33-2"
    assert history(meeting)[2:] == [
        (
            "exemption_set",
            "Dev Patel",
            "Clerk",
            "Minute 33.2 of item 33 is exempt under paragraph 1 and 2 until 1 January 2999.",
        )
    ]
    dev.logout()
    page = dev.get("/meetings/scc/2026-03-09/33/").content.decode()
    assert "33.1" in page
    assert "asked for a list of schools" not in page


def test_a_resolution_is_opened_again(dev: Client, cast: Cast, meeting: Meeting) -> None:
    resolution = Resolution.objects.get(anchor="r2")
    set_exemption(
        resolution, is_exempt=True, exempt_paragraphs="3", exempt_until=None, by=cast.priya, at=timezone.now()
    )
    dev.post(f"{ADDRESS}?passage=r2", {"exempt_paragraphs": "3"})
    resolution.refresh_from_db()
    assert (resolution.is_exempt, resolution.exempt_paragraphs) == (False, "")
    assert history(meeting)[2:] == [
        ("exemption_set", "Priya Shah", "Clerk", "Resolution 2 of item 33 is exempt under paragraph 3."),
        ("exemption_lifted", "Dev Patel", "Clerk", "Resolution 2 of item 33 is open."),
    ]


def test_the_history_never_says_what_is_exempt(cast: Cast, meeting: Meeting) -> None:
    item = AgendaItem.objects.get(slug="33")
    AgendaItem.objects.filter(pk=item.pk).update(number="")
    Paragraph.objects.filter(anchor="p33-1").update(number="")
    item.refresh_from_db()
    for thing in (item, Paragraph.objects.get(anchor="p33-1")):
        set_exemption(thing, is_exempt=True, exempt_paragraphs="3", exempt_until=None, by=cast.dev, at=timezone.now())
    assert [note for *_, note in history(meeting)[2:]] == [
        "The item in place 1 of the agenda is exempt under paragraph 3.",
        "Minute in place 1 of the item in place 1 of the agenda is exempt under paragraph 3.",
    ]


def test_no_change_writes_nothing(dev: Client, meeting: Meeting) -> None:
    dev.post(f"{ADDRESS}?item=33", {})
    assert len(history(meeting)) == 2


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({}, {"exempt_paragraphs": ["Say under which paragraphs it is exempt, for example 3."]}),
        (
            {"exempt_paragraphs": "3", "exempt_until": "2026-03-10"},
            {"exempt_until": ["That day has come already. Give a later one, or untick “exempt”."]},
        ),
        (
            {"exempt_paragraphs": "3", "exempt_until": "later"},
            {"exempt_until": ["Give a date, for example 4 March 2019 as 2019-03-04."]},
        ),
    ],
)
def test_bad_input_is_refused_beside_the_field(
    dev: Client, meeting: Meeting, fields: dict[str, str], errors: dict[str, list[str]]
) -> None:
    answer = dev.post(f"{ADDRESS}?item=33", {"is_exempt": "on"} | fields)
    assert dict(answer.context["form"].errors) == errors
    assert not AgendaItem.objects.filter(is_exempt=True).exists()
    assert len(history(meeting)) == 2


def test_the_action_itself_asks_for_the_paragraph(cast: Cast, meeting: Meeting) -> None:
    item = AgendaItem.objects.get(slug="33")
    with pytest.raises(Refused, match="Schedule 12A"):
        set_exemption(item, is_exempt=True, exempt_paragraphs=" ", exempt_until=None, by=cast.dev, at=timezone.now())


def test_the_page_offers_the_items_and_their_passages(dev: Client, meeting: Meeting) -> None:
    page = dev.get(ADDRESS).content.decode()
    assert f'<a href="{ADDRESS}?item=33">33 Online crime</a><small>Open</small>' in page
    assert f'<a href="{ADDRESS}?passage=p33-1">Minute 33.1</a>' in dev.get(f"{ADDRESS}?item=33").content.decode()


def test_what_is_tracked_from_it_is_named(dev: Client, meeting: Meeting) -> None:
    """It has a mark of its own, which the clerk must set as well."""
    tracked = a_recommendation(
        paragraph=Paragraph.objects.select_related("item__meeting__committee").get(anchor="p33-2")
    )
    for address in (f"{ADDRESS}?item=33", f"{ADDRESS}?passage=p33-2"):
        assert f'<a href="{tracked.get_absolute_url()}">{tracked.reference}</a>' in dev.get(address).content.decode()


@pytest.mark.parametrize("query", ["?item=99", "?passage=p99-1", "?item=p33-1", "?passage=33"])
def test_what_is_not_there_is_not_found(dev: Client, meeting: Meeting, query: str) -> None:
    assert dev.get(ADDRESS + query).status_code == 404


def test_exempt_until_a_day_is_open_from_that_day(cast: Cast, meeting: Meeting) -> None:
    until = datetime.date(2026, 9, 1)
    item = AgendaItem.objects.get(slug="33")
    set_exemption(item, is_exempt=True, exempt_paragraphs="3", exempt_until=until, by=cast.dev, at=timezone.now())
    before, after = until - datetime.timedelta(days=1), until
    assert [row.slug for row in AgendaItem.objects.visible_to(cast.resident, on=before)] == ["34"]
    assert [row.slug for row in AgendaItem.objects.visible_to(cast.resident, on=after)] == ["33", "34"]


def test_only_clerks_mark(client: Client, cast: Cast, meeting: Meeting) -> None:
    address = f"{ADDRESS}?item=33"
    assert client.get(address)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(address).status_code == 403
        assert client.post(address, {"is_exempt": "on", "exempt_paragraphs": "3"}).status_code == 403
    assert not AgendaItem.objects.filter(is_exempt=True).exists()
