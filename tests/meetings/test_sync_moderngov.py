"""ModernGov is taken over from a server that answers like one: once, and then only what changed."""

import datetime
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from meetings.actions.bringing_in import bring_in
from meetings.actions.correcting import correct_minutes
from meetings.actions.recording import record_minutes
from meetings.choices import MinutesStage
from meetings.models import AgendaItem, Committee, Meeting, Paragraph, SourceDocument
from tests.cast import Cast
from tests.factories import a_meeting
from tests.meetings.sample import history
from tests.meetings.taking_over import NEXT, PONDS, TO_COME, everything, sync
from tests.moderngov import MOVED, TheirItem, TheirMeeting
from tests.moderngov_service import Council

# --- minutes ----------------------------------------------------------------------------------------------------------


def test_minutes_are_recorded_with_what_moderngov_calls_them(council: Council, ponds: Committee) -> None:
    out, err, end = sync(council, *PONDS)
    assert (err, end) == ("", "")
    assert out.splitlines() == [
        "[1/1] Ponds Committee, 10 February 2026: 1 item, 1 paragraph, 2 resolutions; /meetings/ponds/2026-02-10/",
        "1 meeting: 1 recorded.",
    ]
    meeting = Meeting.objects.get()
    assert (meeting.external_id, meeting.starts_at, meeting.place) == (
        "5001",
        datetime.time(10),
        "Moot Hall, Elmford",
    )
    assert meeting.minutes_stage == MinutesStage.IN_PREPARATION
    assert meeting.apologies == "Councillor Jo Marsh"
    assert list(meeting.items.values_list("number", "title", "external_id")) == [("1", "Village Ponds", "20001")]
    ponds.refresh_from_db()
    assert ponds.external_id == "7"
    note = "1 item, 1 paragraph, 2 resolutions, from “ModernGov: Ponds Committee, 10 February 2026”."
    assert history(meeting) == [("minutes_recorded", "Dev Patel", "Clerk", note)]


def test_publish_publishes_new_minutes(council: Council, ponds: Committee) -> None:
    sync(council, *PONDS, "--publish")
    meeting = Meeting.objects.get()
    assert meeting.minutes_stage == MinutesStage.DRAFT
    assert [event[0] for event in history(meeting)] == ["minutes_recorded", "minutes_published"]


@pytest.mark.parametrize("has_tags", [True, False])
def test_a_second_run_changes_nothing(council: Council, ponds: Committee, has_tags: bool) -> None:
    council.has_tags = has_tags
    cancelled = replace(TheirMeeting(), key="5003", status="Cancelled", date="13/01/2026")
    council.meetings["7"] += [NEXT, cancelled]
    sync(council, *PONDS)
    before = everything()
    council.forget()
    out, err, end = sync(council, *PONDS)
    assert (err, end) == ("", "")
    assert out.splitlines()[-1] == "3 meetings: 2 unchanged, 1 left alone."
    assert everything() == before
    assert council.operations() == ["GetCommittees", "GetMeetings", "GetMeeting 5001", "GetMeeting 5002"]
    assert council.given == [200, 200, 304, 304] if has_tags else [200, 200, 200, 200]


def test_a_changed_meeting_waits_to_be_compared_and_overwrites_nothing(
    council: Council, ponds: Committee, cast: Cast
) -> None:
    sync(council, *PONDS, "--publish")
    said = list(Paragraph.objects.values("anchor", "text"))
    changed = replace(TheirItem(), minutes=MOVED.replace("was full", "was half full"))
    council.meetings["7"] = [replace(TheirMeeting(), items=(changed,))]
    out, err, end = sync(council, *PONDS)
    source = SourceDocument.objects.get(meeting=None)
    assert (err, end) == ("", "")
    assert out.splitlines() == [
        f"[1/1] Ponds Committee, 10 February 2026: changed in ModernGov; compare it at /minutes/{source.key}/compare/.",
        "1 meeting: 1 waiting for a clerk.",
        "What changed in ModernGov waits to be compared: http://127.0.0.1:8000/minutes/bring-in/",
    ]
    assert list(Paragraph.objects.values("anchor", "text")) == said
    assert source.corrects == SourceDocument.objects.exclude(pk=source.pk).get()
    before = everything()
    assert sync(council, *PONDS)[0].splitlines()[-1] == "1 meeting: 1 unchanged."
    assert everything() == before
    correct_minutes(source, by=cast.dev, at=timezone.now())
    assert "was half full" in Paragraph.objects.get().text
    assert sync(council, *PONDS)[0].splitlines()[-1] == "1 meeting: 1 unchanged."


def test_another_dress_of_the_same_words_is_no_change(council: Council, ponds: Committee) -> None:
    sync(council, *PONDS)
    before = SourceDocument.objects.count()
    dressed = replace(TheirItem(), minutes=MOVED.replace("MsoNormal", "MsoBodyText"))
    council.meetings["7"] = [replace(TheirMeeting(), items=(dressed,))]
    assert "says the same as what is recorded" in sync(council, *PONDS)[0]
    assert SourceDocument.objects.count() == before


def test_a_meeting_with_another_day_stays_the_same_meeting(council: Council, ponds: Committee) -> None:
    sync(council, *PONDS)
    council.meetings["7"] = [replace(TheirMeeting(), date="11/02/2026")]
    out, _, _ = sync(council, *PONDS)
    assert "ModernGov now gives 11 February 2026 as its day" in out
    assert Meeting.objects.get().get_absolute_url() == "/meetings/ponds/2026-02-10/"


def test_minutes_that_came_from_elsewhere_are_compared_not_doubled(
    council: Council, ponds: Committee, cast: Cast
) -> None:
    text = "Agenda item\n\nVillage Ponds\n\nMinutes:\n\nThe pond was dry.\n"
    now = timezone.now()
    source = bring_in(name="ponds.txt", content=text.encode(), format=None, by=cast.dev, at=now)
    meeting = record_minutes(source, committee=ponds, held_on=datetime.date(2026, 2, 10), by=cast.dev, at=now)
    out, err, end = sync(council, *PONDS)
    assert (err, end) == ("", "")
    assert "changed in ModernGov; compare it at" in out
    meeting.refresh_from_db()
    assert (meeting.external_id, meeting.items.count()) == ("5001", 1)
    assert Paragraph.objects.get().text == "The pond was dry."


def test_minutes_without_a_document_stay(council: Council, ponds: Committee) -> None:
    meeting = a_meeting(committee=ponds, held_on=datetime.date(2026, 2, 10))
    out, _, end = sync(council, *PONDS)
    assert end == ""
    assert "there are minutes of it here, which came from no document; they stay" in out
    assert meeting.items.count() == 0


def test_what_is_not_public_leaves_no_word_in_any_row(council: Council, ponds: Committee) -> None:
    secret = "Quarry Lane"
    hidden = TheirItem(key="20002", number="2.", title=secret, minutes=f"<p>{secret}</p>", is_restricted=True)
    exempt = TheirItem(key="20003", number="3.", title=f"Exempt: {secret}", minutes=f"<p>{secret}</p>")
    council.meetings["7"] = [
        TheirMeeting(items=(TheirItem(), hidden, exempt)),
        replace(NEXT, items=(*NEXT.items, hidden, exempt)),
        replace(TheirMeeting(), key="5009", date="11/02/2026", is_displayed=False),
    ]
    out, err, end = sync(council, *PONDS)
    assert (err, end) == ("", "")
    assert "[2/3] Ponds Committee, 11 February 2026: not public in ModernGov, so left alone." in out
    assert AgendaItem.objects.count() == 3
    rows = [{key: value for key, value in row.items() if key != "content"} for row in everything()]
    assert secret not in str(rows)


# --- agendas ----------------------------------------------------------------------------------------------------------


def test_a_meeting_to_come_appears_with_its_agenda(council: Council, ponds: Committee, client: Client) -> None:
    council.meetings["7"] = [NEXT]
    out, _, _ = sync(council, *PONDS)
    day = TO_COME.isoformat()
    assert f"agenda of 2 items, no minutes yet; /meetings/ponds/{day}/" in out
    meeting = Meeting.objects.get()
    assert meeting.minutes_stage == MinutesStage.NONE
    assert history(meeting) == [("agenda_taken_over", "Dev Patel", "Clerk", "2 items.")]
    page = client.get(f"/meetings/ponds/{day}/").content.decode()
    assert "Weirs" in page
    assert "To receive the report of the Ecologist on ponds." in page
    assert "Nothing is minuted" not in page
    assert "Weirs" in client.get(f"/meetings/ponds/{day}/2/").content.decode()


def test_an_agenda_that_is_not_published_stays_away_but_the_meeting_is_called(
    council: Council, ponds: Committee
) -> None:
    council.meetings["7"] = [replace(NEXT, has_agenda=False), replace(NEXT, key="5003", items=())]
    out, _, end = sync(council, *PONDS)
    assert end == ""
    assert out.count("agenda of 0 items, no minutes yet") == 2
    assert Meeting.objects.count() == 2
    assert not AgendaItem.objects.exists()


def test_a_changed_agenda_is_the_agenda(council: Council, ponds: Committee) -> None:
    council.meetings["7"] = [NEXT]
    sync(council, *PONDS)
    first, second = NEXT.items
    third = TheirItem(key="20013", number="1.", title="Sluices", minutes="")
    later = TO_COME + datetime.timedelta(days=1)
    renamed = replace(second, number="2.", title="Weirs and locks")
    council.meetings["7"] = [replace(NEXT, date=f"{later:%d/%m/%Y}", items=(third, renamed))]
    sync(council, *PONDS)
    meeting = Meeting.objects.get()
    assert (meeting.held_on, meeting.slug) == (later, TO_COME.isoformat())
    items = meeting.items.filter(taken_out_at=None)
    assert list(items.values_list("order", "number", "title", "slug")) == [
        (1, "1", "Sluices", "1-2"),
        (2, "2", "Weirs and locks", "2"),
    ]
    assert history(meeting)[-1][0] == "agenda_taken_over"
    council.meetings["7"] = [replace(NEXT, items=(first, second))]
    sync(council, *PONDS)
    assert list(items.values_list("order", "title", "slug")) == [(1, "Apologies", "1"), (2, "Weirs", "2")]


def test_minutes_of_a_known_agenda_go_into_its_items(council: Council, ponds: Committee) -> None:
    council.meetings["7"] = [NEXT]
    sync(council, *PONDS)
    keys = list(AgendaItem.objects.values_list("pk", flat=True))
    first, second = NEXT.items
    held = replace(NEXT, has_minutes=True, items=(first, replace(second, minutes=MOVED)))
    council.meetings["7"] = [held]
    sync(council, *PONDS)
    assert list(AgendaItem.objects.values_list("pk", flat=True)) == keys
    meeting = Meeting.objects.get()
    assert meeting.minutes_stage == MinutesStage.IN_PREPARATION
    assert [item.paragraphs.count() for item in meeting.items.all()] == [0, 1]


def test_an_agenda_stays_public_while_its_minutes_are_prepared(
    council: Council, ponds: Committee, client: Client
) -> None:
    sync(council, *PONDS)
    page = client.get("/meetings/ponds/2026-02-10/").content.decode()
    assert "Village Ponds" in page
    assert "The Ecologist said" not in page
    assert "Nothing is minuted" not in page
    assert "Wren Alder" not in page


def test_a_meeting_that_is_cancelled_later_says_so(council: Council, ponds: Committee, client: Client) -> None:
    council.meetings["7"] = [NEXT]
    sync(council, *PONDS)
    council.meetings["7"] = [replace(NEXT, status="Cancelled")]
    assert "cancelled; it says so here, too" in sync(council, *PONDS)[0]
    meeting = Meeting.objects.get()
    assert meeting.is_cancelled
    assert [event[0] for event in history(meeting)] == ["agenda_taken_over", "meeting_cancelled"]
    assert not Meeting.objects.upcoming(on=timezone.localdate()).exists()
    assert "Cancelled" in client.get(meeting.get_absolute_url()).content.decode()
    assert "cancelled, as it says here" in sync(council, *PONDS)[0]
    council.meetings["7"] = [replace(NEXT, time="11.00 am")]
    sync(council, *PONDS)
    meeting.refresh_from_db()
    assert (meeting.is_cancelled, meeting.starts_at) == (False, datetime.time(11))


def test_a_cancelled_meeting_that_was_never_here_stays_away(council: Council, ponds: Committee) -> None:
    council.meetings["7"] = [replace(NEXT, status="Cancelled")]
    assert "cancelled, so left alone" in sync(council, *PONDS)[0]
    assert not Meeting.objects.exists()
    assert council.operations() == ["GetCommittees", "GetMeetings"]
