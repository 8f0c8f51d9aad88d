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
from tests.meetings.minutes.test_sittings import ISSUE
from tests.meetings.sample import TEXT, a_source, history
from tests.meetings.test_zipped import a_zip

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
    assert end == "4 files: 2 recorded, 2 not imported."
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
    assert run(file, *DEV)[1] == f"{file}: it is larger than 1e-05\xa0MB; split it by meeting.\n"


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


# -- folders, zips, documents of several meetings ----------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two that can be recorded, one that cannot, and what a computer puts beside them."""
    found = tmp_path / "2026"
    (found / "roads").mkdir(parents=True)
    (found / "march.txt").write_text(TEXT)
    (found / "roads" / "april.txt").write_text(ROADS)
    (found / "empty.txt").write_text(" ")
    (found / ".DS_Store").write_bytes(b"\0")
    return found


def test_a_folder_is_imported_with_its_folders(committee: Committee, folder: Path) -> None:
    out, err, end = run(folder, "--committee", "scc", "--date", "2026-03-09", *DEV)
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        f"[2/3] {folder}/march.txt",
        f"[3/3] {folder}/roads/april.txt",
    ]
    assert err.startswith(f"[1/3] {folder}/empty.txt: There is no text in this;")
    assert end == "3 files: 2 recorded, 1 not imported."
    assert sorted(SourceDocument.objects.values_list("name", flat=True)) == ["april.txt", "march.txt"]


def test_a_zip_is_imported(committee: Committee, tmp_path: Path) -> None:
    path = tmp_path / "2026.ZIP"
    path.write_bytes(a_zip({"a/march.txt": TEXT.encode(), "b.txt": TEXT.encode(), "__MACOSX/b.txt": b"x"}))
    out, err, end = run(path, *DEV)
    counts = "2 items, 5 paragraphs, 3 resolutions, suggested actions: 2"
    assert out.splitlines() == [
        f"[1/2] {path}: a/march.txt: {counts}; /meetings/scc/2026-03-09/",
        f"[2/2] {path}: b.txt: recorded before, in Safer Communities Committee, 9 March 2026; nothing was changed.",
        "2 files: 1 recorded, 1 here already.",
    ]
    assert (err, end) == ("", "")


def test_a_zip_that_cannot_be_used(committee: Committee, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(a_zip({"bomb.txt": b"\0" * 2_000_000}))
    reason = "This zip holds a file that grows beyond measure when it is unpacked: leave that file out."
    assert run(path, *DEV) == ("", f"{path}: {reason}\n", "Not imported.")


def test_an_empty_folder(committee: Committee, tmp_path: Path) -> None:
    assert run(tmp_path, *DEV) == ("", f"{tmp_path}: there is no file in this folder.\n", "Not imported.")


def test_a_document_of_several_meetings_is_recorded_in_each(committee: Committee, file: Path) -> None:
    a_committee(name="Waterways Panel", slug="wp", prefix="WP")
    file.write_text(ISSUE)
    _, err, end = run(file, *DEV)
    assert (err, end) == (f"{file}: it names “Cabinet”, which is not here yet; say --committee.\n", "Not imported.")
    assert not SourceDocument.objects.exists()
    assert not Meeting.objects.exists()
    a_committee(name="Cabinet", slug="cabinet", prefix="C")
    out, err, end = run(file, *DEV)
    assert out.splitlines() == [
        f"{file}: 2 meetings",
        "    part 1: 1 item, 1 paragraph, 1 resolution, suggested actions: 0; /meetings/wp/2024-06-18/",
        "    part 2: 1 item, 0 paragraphs, 1 resolution, suggested actions: 0; /meetings/cabinet/2024-09-17/",
    ]
    assert (err, end) == ("", "")
    where = "Waterways Panel, 18 June 2024 and Cabinet, 17 September 2024"
    assert run(file, *DEV)[0] == f"{file}: recorded before, in {where}; nothing was changed.\n"


def test_one_date_is_not_that_of_several_meetings(committee: Committee, file: Path) -> None:
    file.write_text(ISSUE)
    reason = "it tells of 2 meetings, which were not all on one day; leave out --date."
    assert run(file, "--date", "2024-06-18", *DEV)[1] == f"{file}: {reason}\n"
