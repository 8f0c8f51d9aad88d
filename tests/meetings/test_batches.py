"""Many documents at once: read one by one, a result for each, and nothing kept of what failed."""

import datetime
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.batches import leave_out_rest, read_next, start_batch
from meetings.actions.bringing_in import discard_source, version
from meetings.actions.recording import record_minutes
from meetings.actions.refusals import Refused
from meetings.choices import MinutesStage
from meetings.minutes import sources
from meetings.minutes.sources import Line
from meetings.models import AgendaItem, Batch, BatchFile, Committee, Meeting, MeetingEvent, SourceDocument
from meetings.zipped import CannotOpen, Packed
from tests.cast import Cast
from tests.factories import a_committee, a_user
from tests.meetings.minutes.test_sittings import ISSUE
from tests.meetings.sample import HELD_ON, TEXT, history, recorded

ON = datetime.date(2026, 9, 15)
ROADS = "35. Roads\n\nMinutes:\n\n35.1 Members met."
COUNTS = "2 items, 5 paragraphs, 3 resolutions."
UNSURE = TEXT + "\n34.5 And more.\n"
UNREADABLE = " \n"
NO_TEXT = "There is no text in this; paste the minutes, or choose the file again."


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


def packed(name: str, text: str) -> Packed:
    content = text.encode()
    return Packed(name, len(content), lambda: content)


def locked() -> bytes:
    raise CannotOpen("It is locked with a password: unlock it, and bring it in again.")


def a_batch(
    cast: Cast, *texts: str, committee: Committee | None = None, records: bool = False, name: str = "2026.zip"
) -> Batch:
    files = [packed(f"{n}.txt", text) for n, text in enumerate(texts, 1)]
    return start_batch(files, name=name, committee=committee, records=records, by=cast.priya, at=timezone.now())


def read(batch: Batch, cast: Cast, *, on: datetime.date = ON) -> list[tuple[str, str]]:
    """Reads all of it; the state and the message of each file."""
    while read_next(batch, by=cast.dev, on=on, at=timezone.now()):
        pass
    return list(batch.files.values_list("state", "message"))


# -- taking in ---------------------------------------------------------------------------------------------------------


def test_files_are_kept_until_they_are_read(cast: Cast) -> None:
    batch = start_batch(
        [packed("2026/a.txt", TEXT), Packed("b.zip", 3, locked)], name="2026", by=cast.priya, at=timezone.now()
    )
    waits, fails = batch.files.all()
    assert (waits.order, waits.name, waits.state, bytes(waits.content)) == (1, "2026/a.txt", "waiting", TEXT.encode())
    assert (fails.order, fails.name, fails.state, bytes(fails.content)) == (2, "b.zip", "failed", b"")
    assert fails.message == "It is locked with a password: unlock it, and bring it in again."
    assert not SourceDocument.objects.exists()


def test_at_least_one_and_at_most_500(cast: Cast) -> None:
    with pytest.raises(Refused, match=r"^There is no file to bring in\.$"):
        a_batch(cast)
    with pytest.raises(Refused, match=r"^These are 501 files: bring in at most 500 at once\.$"):
        a_batch(cast, *["x"] * 501)
    assert not Batch.objects.exists()


# -- reading -----------------------------------------------------------------------------------------------------------


def test_each_is_brought_in_and_waits_for_the_clerk(cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, TEXT, ROADS)
    assert read(batch, cast) == [
        ("brought_in", COUNTS),
        ("brought_in", "1 item, 1 paragraph, 0 resolutions."),
    ]
    assert not Meeting.objects.exists()
    for file in batch.files.all():
        assert file.source is not None
        assert (file.source.name, file.source.brought_in_by) == (file.name, cast.dev)
        assert bytes(file.content) == b""
        assert file.source.meeting is None


def test_one_at_a_time_in_order(cast: Cast) -> None:
    batch = a_batch(cast, TEXT, ROADS)
    first = read_next(batch, by=cast.dev, on=ON, at=timezone.now())
    assert first == batch.files.get(order=1)
    assert [file.state for file in batch.files.all()] == ["brought_in", "waiting"]


def test_one_that_fails_leaves_nothing_and_stops_no_other(cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, UNREADABLE, TEXT, "%PDF-1.7", records=True)
    states = read(batch, cast)
    assert [state for state, _ in states] == ["failed", "recorded", "failed"]
    assert states[0][1] == NO_TEXT
    assert list(SourceDocument.objects.values_list("name", flat=True)) == ["2.txt"]
    assert [file.source for file in batch.files.filter(state="failed")] == [None, None]
    assert all(bytes(file.content) == b"" for file in batch.files.all())


def test_one_that_was_here_is_known(cast: Cast, committee: Committee) -> None:
    there = recorded(cast.priya, committee=committee).sources.get()
    batch = a_batch(cast, TEXT, ROADS, ROADS, records=True, committee=committee)
    assert read(batch, cast) == [
        ("known", "The same document was brought in before, as “minutes.txt”."),
        ("brought_in", "1 item, 1 paragraph, 0 resolutions. Not recorded at once: it names no date."),
        ("known", "The same document was brought in before, as “2.txt”."),
    ]
    assert [file.source for file in batch.files.all()] == [there, *[SourceDocument.objects.get(name="2.txt")] * 2]


def broken(content: str) -> list[Line]:
    raise ZeroDivisionError(len(content))


def test_a_mistake_of_the_reader_is_the_result_of_one_file(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sources.TEXTS, "html", broken)  # a format that does not work
    batch = a_batch(cast, "<html><body><p>Members met.</p></body></html>", TEXT)
    with caplog.at_level(logging.CRITICAL):
        states = read(batch, cast)
    assert states == [
        ("failed", "Something went wrong while it was read. The site’s log says what."),
        ("brought_in", COUNTS),
    ]
    assert SourceDocument.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_windows_never_read_the_same_file() -> None:
    by = a_user()
    files = [packed(f"{n}.txt", f"{n}. A matter\n\nMembers met.") for n in range(12)]
    batch = start_batch(files, name="2026.zip", by=by, at=timezone.now())

    def read_all(window: int) -> list[int]:
        try:
            mine = []
            while file := read_next(batch, by=by, on=ON, at=timezone.now()):
                mine.append(file.order)
            return mine
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as windows:
        found = list(windows.map(read_all, range(3)))
    assert sorted(order for mine in found for order in mine) == list(range(1, 13))
    assert SourceDocument.objects.count() == 12
    assert set(batch.files.values_list("state", flat=True)) == {"brought_in"}


# -- recording at once -------------------------------------------------------------------------------------------------


def test_what_is_certain_is_recorded_unpublished(cast: Cast, committee: Committee) -> None:
    batch = a_batch(cast, TEXT, records=True)
    assert read(batch, cast) == [("recorded", COUNTS)]
    meeting = Meeting.objects.get()
    assert (meeting.committee, meeting.held_on) == (committee, HELD_ON)
    assert meeting.minutes_stage == MinutesStage.IN_PREPARATION
    note = "2 items, 5 paragraphs, 3 resolutions, from “1.txt”."
    assert history(meeting) == [("minutes_recorded", "Dev Patel", "Clerk", note)]


def test_items_taken_in_private_are_recorded_as_exempt(cast: Cast, committee: Committee) -> None:
    private = TEXT.replace(
        "34.1 The Head",
        "RESOLVED: That the public be excluded from the meeting during this item on the grounds that it involves the "
        "likely disclosure of exempt information as defined in paragraph 3 of Part 1 of Schedule 12A of the Local "
        "Government Act 1972.\n\n34.1 The Head",
    )
    assert read(a_batch(cast, private, records=True), cast)[0][0] == "recorded"
    assert list(AgendaItem.objects.values_list("number", "is_exempt", "exempt_paragraphs")) == [
        ("33", False, ""),
        ("34", True, "3"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ROADS, "it names no committee, it names no date"),
        (TEXT.replace("Safer", "Other"), "it names “Other Communities Committee”, which is not here"),
        (TEXT.replace("2026", "2199"), "the meeting of 9 March 2199 is still to come"),
        (UNSURE, "the reader was unsure of 1 thing"),
    ],
)
def test_the_others_wait_with_the_reason(cast: Cast, committee: Committee, text: str, reason: str) -> None:
    batch = a_batch(cast, text, records=True)
    ((state, message),) = read(batch, cast)
    assert (state, message.partition(". ")[2]) == ("brought_in", f"Not recorded at once: {reason}.")
    assert not Meeting.objects.exists()
    assert SourceDocument.objects.get().meeting is None


def test_a_chosen_committee_is_that_of_files_that_name_none(cast: Cast, committee: Committee) -> None:
    other = a_committee(name="Roads Panel", slug="roads", prefix="RP")
    dated = "Minutes of the meeting held on 9 March 2026\n\nPresent: Councillor Osei\n\n" + ROADS
    batch = a_batch(cast, TEXT, dated, committee=other, records=True)
    read(batch, cast)
    assert list(Meeting.objects.order_by("committee__slug").values_list("committee__slug", flat=True)) == [
        "roads",
        "scc",
    ]


def test_minutes_that_are_there_already_wait_for_the_clerk(cast: Cast, committee: Committee) -> None:
    recorded(cast.priya, committee=committee, publish=False)
    batch = a_batch(cast, TEXT + "\nAnd more.", records=True)
    ((state, message),) = read(batch, cast)
    assert state == "brought_in"
    assert "Not recorded at once: the meeting has minutes of “33 Online crime” already" in message
    assert MeetingEvent.objects.count() == 1


def test_a_document_of_several_meetings_is_one_file(cast: Cast, committee: Committee) -> None:
    panel = a_committee(name="Waterways Panel", slug="wp", prefix="WP")
    batch = a_batch(cast, ISSUE, records=True)
    assert read(batch, cast) == [
        (
            "brought_in",
            "It tells of 2 meetings. Not recorded at once: part 2: it names “Cabinet”, which is not here.",
        )
    ]
    assert list(Meeting.objects.values_list("committee", "held_on")) == [(panel.pk, datetime.date(2024, 6, 18))]
    first, second = SourceDocument.objects.order_by("part")
    assert (first.meeting, second.meeting) == (Meeting.objects.get(), None)
    assert batch.files.get().source == second


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


# -- leaving out -------------------------------------------------------------------------------------------------------


def test_the_rest_can_be_left_out(dev: Client, cast: Cast) -> None:
    batch = a_batch(cast, TEXT, ROADS)
    read_next(batch, by=cast.dev, on=ON, at=timezone.now())
    answer = dev.post(f"{batch.get_absolute_url()}leave-out-rest/", follow=True)
    assert answer.redirect_chain == [(batch.get_absolute_url(), 302)]
    assert "1 file left out of “2026.zip”." in answer.content.decode()
    assert [file.name for file in batch.files.all()] == ["1.txt"]
    assert SourceDocument.objects.count() == 1


def test_of_which_nothing_was_read_goes_as_a_whole(dev: Client, cast: Cast) -> None:
    batch = a_batch(cast, TEXT, ROADS)
    answer = dev.post(f"{batch.get_absolute_url()}leave-out-rest/", follow=True)
    assert answer.redirect_chain == [("/minutes/bring-in/", 302)]
    assert "2 files left out of “2026.zip”." in answer.content.decode()
    assert not Batch.objects.exists()


def test_nothing_is_left_to_leave_out(cast: Cast) -> None:
    batch = a_batch(cast, TEXT)
    read(batch, cast)
    assert leave_out_rest(batch) == 0
    assert Batch.objects.get() == batch


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
