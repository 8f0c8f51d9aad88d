"""ModernGov is taken over from a server that answers like one: once, and then only what changed."""

import datetime
import io
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.forms.models import model_to_dict
from django.test import Client
from django.utils import timezone

from meetings.actions.bringing_in import bring_in
from meetings.actions.correcting import correct_minutes
from meetings.actions.recording import record_minutes
from meetings.choices import CommitteeKind, MinutesStage
from meetings.models import (
    AgendaItem,
    Committee,
    FetchedAnswer,
    Meeting,
    MeetingEvent,
    Paragraph,
    Resolution,
    SourceDocument,
    SuggestedAction,
)
from meetings.moderngov import Service, ServiceFailed
from tests.cast import Cast
from tests.factories import a_committee, a_meeting
from tests.meetings.sample import history
from tests.moderngov import AGENDA, MOVED, TheirItem, TheirMeeting
from tests.moderngov_service import Council, serving

TO_COME = timezone.localdate() + datetime.timedelta(days=20)
NEXT = TheirMeeting(
    key="5002",
    date=f"{TO_COME:%d/%m/%Y}",
    has_minutes=False,
    items=(
        TheirItem(key="20011", number="1.", title="Apologies", agenda="", minutes=""),
        TheirItem(key="20012", number="2.", title="Weirs", agenda=AGENDA, minutes=""),
    ),
)


@pytest.fixture
def council(monkeypatch: pytest.MonkeyPatch) -> Iterator[Council]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving(Council()) as there:
        yield there


@pytest.fixture
def ponds(cast: Cast) -> Committee:
    return a_committee(name="Ponds Committee", slug="ponds", prefix="PC")


def sync(council: Council, *arguments: str) -> tuple[str, str, str]:
    """What it printed, what it complained of, and with what it ended."""
    out, err, end = io.StringIO(), io.StringIO(), ""
    given = (*arguments, "--since", "2026-01-01", "--pause", "0", "--by", "dev@northmoor.example")
    try:
        call_command("sync_moderngov", council.url, *given, stdout=out, stderr=err, no_color=True)
    except CommandError as error:
        end = str(error)
    return out.getvalue(), err.getvalue(), end


PONDS = ("--committee", "Ponds Committee")


def everything() -> list[dict[str, Any]]:
    """Every row that a take-over could touch."""
    models = (
        Committee,
        Meeting,
        AgendaItem,
        Paragraph,
        Resolution,
        SuggestedAction,
        MeetingEvent,
        SourceDocument,
        FetchedAnswer,
    )
    return [
        {"model": model.__name__, **model_to_dict(row), "pk": row.pk}
        for model in models
        for row in model.objects.order_by("pk")
    ]


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


# --- committees -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", ["7", "ponds committee", "Ponds  Committee"])
def test_a_committee_is_asked_for_by_number_or_name(council: Council, ponds: Committee, asked: str) -> None:
    assert sync(council, "--committee", asked)[2] == ""
    assert Meeting.objects.get().committee == ponds


def test_a_committee_is_found_by_its_number_under_another_name(council: Council, cast: Cast) -> None:
    ours = a_committee(name="Ponds and Weirs", external_id="7")
    sync(council, "--committee", "7")
    assert Meeting.objects.get().committee == ours


def test_a_committee_that_is_not_here_is_only_made_when_told_to(council: Council, cast: Cast) -> None:
    a_committee(name="Parish Council", slug="pc", prefix="PC")
    _, _, end = sync(council, *PONDS)
    assert end == (
        "There is no committee “Ponds Committee” here. Make it first, or say --create-committees; where it is here "
        "under another name, write 7 into its ModernGov id in Administration."
    )
    assert sync(council, *PONDS, "--create-committees")[2] == ""
    made = Committee.objects.get(external_id="7")
    assert (made.name, made.slug, made.prefix, made.kind) == ("Ponds Committee", "pc2", "PC2", CommitteeKind.OTHER)


def test_a_namesake_with_another_number_is_not_taken_for_it(council: Council, cast: Cast) -> None:
    a_committee(name="Ponds Committee", external_id="6")
    _, err, end = sync(council, *PONDS, "--create-committees")
    assert "There is a “Ponds Committee” here, which is 6 in ModernGov; this one is 7." in err
    assert end == "1 of 1 meetings not taken over; run this again once that is mended."
    assert Committee.objects.count() == 1


def test_it_goes_through_the_proxy_that_the_environment_names(
    council: Council, ponds: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", council.url)
    council.url = "http://democracy.elmford.example"
    assert sync(council, *PONDS)[2] == ""
    assert council.asked[0] == "http://democracy.elmford.example/mgWebService.asmx/GetCommittees"


@pytest.mark.parametrize("arguments", [(), ("--committee", "Bridges")])
def test_committees_that_there_are_are_listed(council: Council, cast: Cast, arguments: tuple[str, ...]) -> None:
    _, _, end = sync(council, *arguments)
    assert end.endswith("Those it has:\n  7  Ponds Committee\n  8  Rivers Panel")


def test_several_committees_are_taken_over_in_one_run(council: Council, ponds: Committee) -> None:
    a_committee(name="Rivers Panel")
    council.meetings["8"] = [replace(NEXT, key="6001")]
    out, _, end = sync(council, "--committee", "7", "--committee", "8", "--committee", "ponds committee")
    assert end == ""
    assert [line.split(":")[0] for line in out.splitlines()[:2]] == [
        "[1/2] Ponds Committee, 10 February 2026",
        f"[2/2] Rivers Panel, {TO_COME.day} {TO_COME:%B %Y}",
    ]


# --- how it is done ---------------------------------------------------------------------------------------------------


def test_a_dry_run_says_all_and_writes_nothing(council: Council, cast: Cast) -> None:
    before = everything()
    council.meetings["7"].append(NEXT)
    out, _, end = sync(council, *PONDS, "--create-committees", "--dry-run")
    assert end == ""
    assert out.splitlines()[0] == "A dry run: nothing is written."
    assert out.splitlines()[-1] == "2 meetings: 1 recorded, 1 agenda taken over."
    assert everything() == before


def test_what_failed_is_said_and_comes_over_the_next_time(council: Council, ponds: Committee) -> None:
    broken = replace(NEXT, date="not a day")
    listed = replace(NEXT)
    council.meetings["7"].append(broken)
    council.answer = lambda operation, asked: (  # type: ignore[method-assign]
        Council.answer(council, operation, asked)
        if operation != "GetMeetings"
        else Council(meetings={"7": [TheirMeeting(), listed]}).answer(operation, asked)
    )
    out, err, end = sync(council, *PONDS)
    assert "[1/2] Ponds Committee, 10 February 2026: 1 item" in out
    assert err.startswith("[2/2] ")
    assert "ModernGov gives no day of this meeting, so it cannot be filed." in err
    assert end == "1 of 2 meetings not taken over; run this again once that is mended."
    council.meetings["7"][1] = NEXT
    assert sync(council, *PONDS)[0].splitlines()[-1] == "2 meetings: 1 agenda taken over, 1 unchanged."


class Impatient(io.StringIO):
    """Somebody presses Ctrl-C when the first meeting is told of."""

    def write(self, text: str, /) -> int:
        if text.startswith("[1/"):
            raise KeyboardInterrupt
        return super().write(text)


def test_whoever_stops_it_loses_nothing(council: Council, ponds: Committee) -> None:
    council.meetings["7"].append(NEXT)
    given = (*PONDS, "--since", "2026-01-01", "--pause", "0", "--by", "dev@northmoor.example")
    with pytest.raises(CommandError, match="What was taken over stays; run it again to go on") as stopped:
        call_command("sync_moderngov", council.url, *given, stdout=Impatient())
    assert stopped.value.returncode == 130
    assert Meeting.objects.get().external_id == "5001"
    assert sync(council, *PONDS)[0].splitlines()[-1] == "2 meetings: 1 agenda taken over, 1 unchanged."


def test_a_line_that_breaks_is_taken_up_the_next_time(council: Council, ponds: Committee) -> None:
    council.meetings["7"].append(NEXT)
    plain = council.answer

    def interrupted(operation: str, asked: dict[str, str]) -> str | None:
        if asked.get("lMeetingId") == NEXT.key:
            raise ConnectionError
        return plain(operation, asked)

    council.answer = interrupted  # type: ignore[method-assign]
    _, err, end = sync(council, *PONDS)
    assert "could not be reached" in err
    assert end == "1 of 2 meetings not taken over; run this again once that is mended."
    council.answer = plain  # type: ignore[method-assign]
    assert sync(council, *PONDS)[0].splitlines()[-1] == "2 meetings: 1 agenda taken over, 1 unchanged."


def test_we_say_who_we_are(council: Council, ponds: Committee) -> None:
    sync(council, *PONDS)
    assert council.agents == {"scrutiny-tracker (+http://127.0.0.1:8000)"}


@pytest.mark.parametrize("suffix", ["/", "/mgWebService.asmx", "/mgWebService.asmx/GetMeeting?lMeetingId=5"])
def test_the_address_may_be_that_of_the_site_or_of_the_service(council: Council, ponds: Committee, suffix: str) -> None:
    council.url += suffix
    assert sync(council, *PONDS)[2] == ""
    assert council.asked[0] == "/mgWebService.asmx/GetCommittees"


@pytest.mark.parametrize(("status", "headers"), [(500, {}), (503, {"Retry-After": "0"}), (429, {"Retry-After": "0"})])
def test_a_fault_that_passes_is_asked_again(
    council: Council, ponds: Committee, status: int, headers: dict[str, str]
) -> None:
    council.faults = [(status, headers, b"busy")] * 2
    assert sync(council, *PONDS)[2] == ""
    assert council.given[:3] == [status, status, 200]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ((403, {}, b"Forbidden"), "does not let this machine in (403). Ask the council’s web team or Civica"),
        ((404, {}, b"Not found"), "There is no web service at"),
        ((200, {}, b"<!DOCTYPE html><html><p>Welcome</p></html>"), "answered with a web page instead of XML"),
        ((500, {}, b"<html>Request format is unrecognized for URL</html>"), "has its web service switched off (500)"),
        ((500, {}, b"oh"), "still answered 500 after 5 tries; try again later."),
        ((418, {}, b"teapot"), "answered 418"),
        ((200, {}, b"<committees><committee>"), "gave no list of committees: This XML is broken in line 1"),
        ((200, {}, b"<getmeetings/>"), "answered with <getmeetings> where <committees> was asked for"),
        ((200, {}, b"x" * 20_000_001), "answered with more than 20 MB"),
        ((302, {"Location": "/again"}, b""), "sends us from one address to another"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "could not be reached"),
    ],
)
def test_what_is_no_answer_is_said_with_what_to_do(
    council: Council, ponds: Committee, fault: tuple[int, dict[str, str], bytes], said: str
) -> None:
    council.always = fault
    out, err, end = sync(council, *PONDS)
    assert (out, err) == ("", "")
    assert said in end
    assert "\n" not in end
    assert not Meeting.objects.exists()


def test_after_three_meetings_without_an_answer_it_stops(council: Council, ponds: Committee) -> None:
    council.meetings["7"] = [replace(NEXT, key=str(n)) for n in range(9)]
    council.answer = lambda operation, asked: (  # type: ignore[method-assign]
        None if operation == "GetMeeting" else Council.answer(council, operation, asked)
    )
    _, err, end = sync(council, *PONDS)
    assert len(err.splitlines()) == 3
    assert end == "The service gives no answers; run this again later to go on."


def test_a_service_that_takes_its_time_is_not_waited_for_for_ever(council: Council) -> None:
    council.slowness = 0.5
    with (
        Service(council.url, agent="test", pause=0, timeout=0.1) as service,
        pytest.raises(ServiceFailed, match="did not answer in time; self-hosted sites take a minute"),
    ):
        service.committees()
    assert len(council.asked) == 3


def test_questions_are_asked_with_a_pause_between(council: Council) -> None:
    start = time.monotonic()
    with Service(council.url, agent="test", pause=0.2) as service:
        for _ in range(3):
            service.meeting("5001")
    assert 0.4 <= time.monotonic() - start < 3


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("democracy.elmford.example", "is not the address of a site: begin it with https://"),
        ("file:///etc/passwd", "is not the address of a site"),
        ("http://127.0.0.1:9", "could not be reached"),
    ],
)
def test_an_address_that_leads_nowhere(council: Council, cast: Cast, url: str, said: str) -> None:
    council.url = url
    assert said in sync(council, *PONDS)[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--until", "2025-01-01"), "The last day, 2025-01-01, lies before the first, 2026-01-01."),
        (("--until", "soon"), "“soon” is not a date: write it as 2026-01-01."),
        (("--by", "iris@northmoor.example"), "may not bring in minutes."),
    ],
)
def test_what_was_asked_for_wrongly_is_said(
    council: Council, cast: Cast, arguments: tuple[str, ...], said: str
) -> None:
    out, err = io.StringIO(), io.StringIO()
    given = ("--by", "dev@northmoor.example", *arguments, "--since", "2026-01-01")
    with pytest.raises(CommandError, match=said.replace(".", r"\.")):
        call_command("sync_moderngov", council.url, *PONDS, *given, stdout=out, stderr=err)
    assert council.asked == []
