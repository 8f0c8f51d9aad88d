"""Many documents at once: read one by one, a result for each, and nothing kept of what failed."""

import datetime
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from meetings.actions.batches import leave_out_rest, read_next, start_batch
from meetings.actions.refusals import Refused
from meetings.choices import MinutesStage
from meetings.minutes import sources
from meetings.minutes.sources import Line
from meetings.models import AgendaItem, Batch, Committee, Meeting, MeetingEvent, SourceDocument
from meetings.zipped import Packed
from tests.cast import Cast
from tests.factories import a_committee, a_user
from tests.meetings.batches import COUNTS, NO_TEXT, ON, ROADS, UNREADABLE, UNSURE, a_batch, locked, packed, read
from tests.meetings.minutes.test_sittings import ISSUE
from tests.meetings.sample import HELD_ON, TEXT, history, recorded


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


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
