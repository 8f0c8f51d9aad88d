"""One run of the take-over: for which committees, by whom, and what becomes of it when something fails."""

import io
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from meetings.choices import CommitteeKind
from meetings.models import Committee, Meeting
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.taking_over import NEXT, PONDS, TO_COME, everything, sync
from tests.moderngov import TheirMeeting
from tests.moderngov_service import Council


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


def test_after_three_meetings_without_an_answer_it_stops(council: Council, ponds: Committee) -> None:
    council.meetings["7"] = [replace(NEXT, key=str(n)) for n in range(9)]
    council.answer = lambda operation, asked: (  # type: ignore[method-assign]
        None if operation == "GetMeeting" else Council.answer(council, operation, asked)
    )
    _, err, end = sync(council, *PONDS)
    assert len(err.splitlines()) == 3
    assert end == "The service gives no answers; run this again later to go on."


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
