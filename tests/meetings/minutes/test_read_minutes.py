"""The command read_minutes: an outline, JSON, and one line for a file that cannot be read."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

LAYOUTS = Path(__file__).parent / "layouts"


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("read_minutes", *arguments, stdout=out)
    return out.getvalue()


def test_json_is_one_object_a_file_in_order() -> None:
    found = json.loads(run("--json", str(LAYOUTS / "report.txt"), str(LAYOUTS / "agenda_item.html")))
    assert [one["title"] for one in found] == ["Street Lighting", "Village Ponds"]
    assert found[0]["implications"][0] == {"heading": "Finance", "text": "None"}
    assert {"text", "reason"} == set(found[1]["left_out"][0])


def test_json_keeps_to_the_kinds_that_others_read() -> None:
    found = json.loads(run("--json", str(LAYOUTS / "council_motion.txt")))
    paragraphs = found[0]["items"][0]["paragraphs"]
    assert {one["kind"] for one in paragraphs} == {"paragraph"}
    assert {one["says"] for one in paragraphs} == {"motion", "paragraph", "vote"}


def test_the_outline_hangs_numbers_and_calls_suggestions_suggestions() -> None:
    outline = run(str(LAYOUTS / "numbered_paragraphs.txt"))
    assert "1 item, 4 paragraphs, 2 resolutions, 0 marked actions, 2 suggested actions, 3 lines left out" in outline
    assert "\n  14.3    Cllr Barr thanked everyone who had come.\n" in outline
    assert "\n  R 1     Thanked the officers for their work.\n" in outline
    assert "Suggested action: Members asked for a list of lanes" in outline


def test_the_outline_tells_warnings_and_names_each_file() -> None:
    outline = run(str(LAYOUTS / "lost_formula.txt"), str(LAYOUTS / "report.txt"))
    assert "! Line 11: these numbered lines are read as resolutions" in outline
    assert f"== {LAYOUTS / 'report.txt'}\n" in outline


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"Agenda item\n\nTolls\n\nMinutes:\n\nThey rose.\n"))
    monkeypatch.setattr("sys.stdin", given)
    assert json.loads(run("--json", "-"))[0]["items"][0]["title"] == "Tolls"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none.txt"
    with pytest.raises(CommandError, match=f"^{missing}: No such file or directory.$"):
        run(str(missing))


def test_a_file_that_is_not_text_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(CommandError) as error:
        run(str(path))
    assert (
        str(error.value) == f"{path}: This PDF is damaged and cannot be opened; ask for it again, or for the Word file."
    )


def test_the_format_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_text("<p>Tolls", encoding="utf-8")
    assert json.loads(run("--json", "--format", "html", str(path)))[0]["title"] == "Tolls"
    assert json.loads(run("--json", "--format", "text", str(path)))[0]["title"] == "<p>Tolls"
