"""The page of a batch: how far it is, what became of each file, and what the clerk does next."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.batches import start_batch
from meetings.actions.bringing_in import discard_source, version
from meetings.actions.recording import record_minutes
from meetings.models import Batch, BatchFile, Committee, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.batches import NO_TEXT, ROADS, UNREADABLE, a_batch, packed, read
from tests.meetings.minutes.test_sittings import ISSUE
from tests.meetings.sample import HELD_ON, TEXT


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


# -- the page ----------------------------------------------------------------------------------------------------------


def test_the_page_reads_step_by_step_until_all_is_read(dev: Client, cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, UNREADABLE, TEXT, ROADS)
    page = dev.get(batch.get_absolute_url()).content.decode()
    assert '<p class="lede" id="how-far">0 of 3 files read.</p>' in page
    assert '<progress class="batch-bar" max="3" value="0" aria-labelledby="how-far"></progress>' in page
    assert "Read the next files" in page
    assert "<title>0 of 3 read: 2026.zip" in page
    answer = dev.post(f"{batch.get_absolute_url()}read/", follow=True)
    assert answer.redirect_chain == [(batch.get_absolute_url(), 302)]
    page = answer.content.decode()
    assert '<p class="lede" id="how-far">3 files read: 2 wait for you, 1 failed.</p>' in page
    assert "Read the next files" not in page
    assert "Nothing is kept of a file that failed." in page
    first = SourceDocument.objects.get(name="2.txt")
    assert f'<a class="button" href="{first.get_absolute_url()}">2 wait for you: look at the first</a>' in page
    assert NO_TEXT in page


def test_reading_again_when_all_is_read_changes_nothing(dev: Client, cast: Cast) -> None:
    batch = a_batch(cast, TEXT)
    for _ in range(2):
        dev.post(f"{batch.get_absolute_url()}read/")
    assert SourceDocument.objects.count() == 1
    assert BatchFile.objects.get().state == "brought_in"


def test_it_stops_when_the_time_is_up_and_goes_on_later(
    dev: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meetings.views.batches.SECONDS", 0.0)
    batch = a_batch(cast, TEXT, ROADS)
    page = dev.post(f"{batch.get_absolute_url()}read/", follow=True).content.decode()
    assert "1 of 2 files read: 1 waits for you." in page
    assert "Leave out the other 1" in page
    dev.post(f"{batch.get_absolute_url()}read/")
    assert not batch.files.unread().exists()


def rows(client: Client, batch: Batch) -> list[tuple[str, str, list[str]]]:
    return [
        (file.name, file.label, [place.label for place in file.places])
        for file in client.get(batch.get_absolute_url()).context["files"]
    ]


def test_what_needs_the_clerk_stands_first_once_all_is_read(dev: Client, cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, TEXT, ROADS, UNREADABLE, records=True)
    read(batch, cast)
    assert rows(dev, batch) == [
        ("3.txt", "Failed", []),
        ("2.txt", "Waits for the clerk", ["Preview"]),
        ("1.txt", "Recorded", ["Safer Communities Committee, 9 March 2026"]),
    ]


def test_it_tells_how_each_stands_now(dev: Client, cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, TEXT, ROADS)
    read(batch, cast)
    record_minutes(
        SourceDocument.objects.get(name="1.txt"), committee=committee, held_on=HELD_ON, by=cast.dev, at=timezone.now()
    )
    discard_source(SourceDocument.objects.get(name="2.txt"))
    assert rows(dev, batch) == [
        ("2.txt", "Thrown away since", []),
        ("1.txt", "Recorded since", ["Safer Communities Committee, 9 March 2026"]),
    ]
    page = dev.get(batch.get_absolute_url()).content.decode()
    assert "2 files read: 1 recorded, 1 thrown away since." in page
    assert "Bring in more minutes" in page
    assert batch.name not in dev.get("/minutes/bring-in/").content.decode()


def test_each_meeting_of_a_document_has_its_link(dev: Client, cast: Cast) -> None:
    a_committee(name="Waterways Panel", slug="wp", prefix="WP")
    batch = a_batch(cast, ISSUE, records=True)
    read(batch, cast)
    assert rows(dev, batch)[0][2] == ["Part 2 of 2: Cabinet, 17 September 2024", "Waterways Panel, 18 June 2024"]
    assert "<a" in dev.get("/minutes/bring-in/").content.decode().partition("not finished")[2]


def test_the_chosen_committee_goes_along_to_the_preview(dev: Client, cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, ROADS, TEXT, committee=a_committee(slug="roads"))
    read(batch, cast)
    chosen = []
    for file in dev.get(batch.get_absolute_url()).context["files"]:
        assert file.places[0].url.endswith("?for=roads")
        chosen.append(dev.get(file.places[0].url).context["form"]["committee"].value())
    assert chosen == ["roads", "scc"]


def test_what_is_done_leads_to_the_next_that_waits(dev: Client, cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, TEXT, UNREADABLE, ROADS)
    read(batch, cast)
    first, last = SourceDocument.objects.order_by("name")

    def record(source: SourceDocument) -> str:
        given = {"committee": "scc", "held_on": "2026-03-09", "version": version(source)}
        return dev.post(f"/minutes/{source.key}/record/", given, follow=True).content.decode()

    link = f'More of “<a href="{batch.get_absolute_url()}">2026.zip</a>” waits for you: '
    assert f'{link}<a href="{last.get_absolute_url()}">look at the next</a>.' in record(first)
    assert "waits for you" not in record(last)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_queries_whatever_its_length(
    dev: Client, cast: Cast, committee: Committee, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    batch = a_batch(cast, *(f"{n}. A matter\n\nMembers met." for n in range(count)), TEXT, records=True)
    read(batch, cast)
    with django_assert_num_queries(7):  # session, user, permissions of user and groups, batch, files, what is kept
        dev.get(batch.get_absolute_url())


def test_a_name_with_markup_is_text(dev: Client, cast: Cast) -> None:
    files = [packed("<script>alert(1)</script>.txt", TEXT)]
    batch = start_batch(files, name="<b>2026</b>", by=cast.dev, at=timezone.now())
    page = dev.get(batch.get_absolute_url()).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.txt" in page
    assert "<script>alert" not in page
    assert "<b>2026" not in page


# -- who may -----------------------------------------------------------------------------------------------------------


def test_only_clerks_may(client: Client, cast: Cast) -> None:
    batch = a_batch(cast, TEXT)
    places = ("", "read/", "leave-out-rest/")
    for place in places:
        address = batch.get_absolute_url() + place
        assert client.post(address)["Location"] == f"/sign-in/?next={address}"
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(batch.get_absolute_url()).status_code == 403
        assert [client.post(batch.get_absolute_url() + place).status_code for place in places] == [403] * 3
    assert batch.files.get().state == "waiting"


def test_looking_does_nothing(dev: Client, cast: Cast) -> None:
    batch = a_batch(cast, TEXT)
    assert dev.get(f"{batch.get_absolute_url()}read/").status_code == 405
    assert dev.get(f"{batch.get_absolute_url()}leave-out-rest/").status_code == 405
    assert dev.get("/minutes/batches/none/").status_code == 404
    assert batch.files.get().state == "waiting"
