"""Minutes from the shell: the same actions, each file whole or not at all."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from meetings.choices import MinutesStage
from meetings.models import Committee, Meeting, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee, a_user
from tests.meetings.sample import TEXT, a_source, history

ROADS = "35. Roads\n\nMinutes:\n\n35.1 Members met."


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT)
    return path


def run(*arguments: object) -> tuple[str, str, str]:
    """What it printed, what it complained of, and with what it ended."""
    out, err, end = io.StringIO(), io.StringIO(), ""
    try:
        call_command("import_minutes", *map(str, arguments), stdout=out, stderr=err, no_color=True)
    except CommandError as error:
        end = str(error)
    return out.getvalue(), err.getvalue(), end


DEV = ("--by", "dev@northmoor.example")


def test_committee_and_date_are_those_the_file_names(committee: Committee, file: Path) -> None:
    counts = "2 items, 5 paragraphs, 3 resolutions, suggested actions: 2"
    assert run(file, *DEV) == (f"{file}: {counts}; /meetings/scc/2026-03-09/\n", "", "")
    meeting = Meeting.objects.get()
    assert meeting.minutes_stage == MinutesStage.IN_PREPARATION
    note = "2 items, 5 paragraphs, 3 resolutions, from “minutes.txt”."
    assert history(meeting) == [("minutes_recorded", "Dev Patel", "Clerk", note)]


@pytest.mark.parametrize("name", ["roads", "Roads Panel", "ROADS PANEL"])
def test_what_is_said_goes_before_what_the_file_names(committee: Committee, file: Path, name: str) -> None:
    a_committee(name="Roads Panel", slug="roads", prefix="RP")
    run(file, "--committee", name, "--date", "2026-02-01", "--publish", *DEV)
    meeting = Meeting.objects.get()
    assert meeting.get_absolute_url() == "/meetings/roads/2026-02-01/"
    assert meeting.minutes_stage == MinutesStage.DRAFT


def test_several_files_are_counted_and_one_that_fails_leaves_nothing(
    committee: Committee, file: Path, tmp_path: Path
) -> None:
    roads, broken, missing = tmp_path / "roads.txt", tmp_path / "broken.txt", tmp_path / "missing.txt"
    roads.write_text(ROADS)
    broken.write_bytes(b"%PDF-1.7")
    out, err, end = run(file, broken, missing, roads, "--committee", "scc", "--date", "2026-03-09", *DEV)
    assert [line.split(":")[0] for line in out.splitlines()] == [f"[1/4] {file}", f"[4/4] {roads}"]
    assert err.splitlines() == [
        f"[2/4] {broken}: This PDF is damaged and cannot be opened; ask for it again, or for the Word file.",
        f"[3/4] {missing}: No such file or directory.",
    ]
    assert end == "2 of 4 files not imported."
    assert sorted(SourceDocument.objects.values_list("name", flat=True)) == ["minutes.txt", "roads.txt"]


def test_the_same_file_twice_says_so_and_changes_nothing(committee: Committee, file: Path) -> None:
    run(file, *DEV)
    assert run(file, *DEV) == (
        f"{file}: recorded before, in Safer Communities Committee, 9 March 2026; nothing was changed.\n",
        "",
        "",
    )
    assert len(history(Meeting.objects.get())) == 1


def test_one_that_waits_in_the_preview_is_recorded_there(committee: Committee, file: Path, cast: Cast) -> None:
    source = a_source(cast.priya)
    _, err, end = run(file, *DEV)
    reason = f"it was brought in before and waits at {source.get_absolute_url()} to be recorded there."
    assert (err, end) == (f"{file}: {reason}\n", "Not imported.")
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (ROADS, "it does not name the committee; say --committee."),
        (
            TEXT.replace("Safer", "Other"),
            "it names “Other Communities Committee”, which is not here yet; say --committee.",
        ),
        (TEXT.replace("held on 9 March 2026", "meeting"), "it does not name the day of the meeting; say --date."),
        (TEXT.replace("2026", "2199"), "the meeting of 2199-03-09 is still to come; say another --date."),
    ],
)
def test_what_the_file_does_not_say_is_asked_for(committee: Committee, file: Path, text: str, reason: str) -> None:
    file.write_text(text)
    assert run(file, *DEV) == ("", f"{file}: {reason}\n", "Not imported.")
    assert not SourceDocument.objects.exists()


def test_an_item_that_is_there_already_is_refused_and_its_source_not_kept(committee: Committee, file: Path) -> None:
    run(file, *DEV)
    file.write_text(TEXT + "\nAnd more.")
    _, err, end = run(file, *DEV)
    assert "has minutes of “33 Online crime” already" in err
    assert end == "Not imported."
    assert SourceDocument.objects.count() == 1


def test_a_file_that_is_too_large(committee: Committee, file: Path, settings: Settings) -> None:
    settings.SOURCE_LIMIT = 10
    assert run(file, *DEV)[1] == f"{file}: it is larger than 10\xa0bytes; split it by meeting.\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--committee", "roads", *DEV), "There is no committee “roads”. Those that are here: scc."),
        (("--date", "9 March", *DEV), "“9 March” is not a date: write it as 2019-03-04."),
        (("--by", "nobody@northmoor.example"), "Nobody signs in with nobody@northmoor.example."),
        (("--by", "tom@northmoor.example"), "Tom Reid may not bring in minutes."),
        ((), "Say who does it: --by E-MAIL of somebody who may bring in minutes."),
    ],
)
def test_a_wrong_argument_stops_everything(
    committee: Committee, file: Path, arguments: tuple[str, ...], reason: str
) -> None:
    assert run(file, *arguments) == ("", "", reason)
    assert not SourceDocument.objects.exists()


def test_the_only_administrator_does_it_where_nobody_is_named(committee: Committee, file: Path) -> None:
    a_user("root@northmoor.example", is_superuser=True, first_name="Ada", last_name="Wren")
    assert run(file)[1:] == ("", "")
    assert history(Meeting.objects.get())[0][1:3] == ("Ada Wren", "Administrator")
