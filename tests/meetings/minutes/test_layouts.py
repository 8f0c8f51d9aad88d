"""Every layout we know, in our own words, with what a good clerk finds in it beside it."""

import json
from pathlib import Path

import pytest

from meetings.minutes import Minutes, read

LAYOUTS = Path(__file__).parent / "layouts"
SOURCES = sorted(path for path in LAYOUTS.iterdir() if path.suffix in (".txt", ".html"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_layout_is_read_as_a_clerk_would(source: Path) -> None:
    expected = json.loads(source.with_name(f"{source.name}.json").read_text(encoding="utf-8"))
    assert understood(read(source.read_bytes())) == expected


def test_every_layout_has_its_answer_and_every_answer_its_layout() -> None:
    answers = {path.name.removesuffix(".json") for path in LAYOUTS.glob("*.json")}
    assert {path.name for path in SOURCES} == answers


def understood(minutes: Minutes) -> dict[str, object]:
    """The Minutes in the short form of the answers."""
    return {
        "title": minutes.title,
        "committee": minutes.committee,
        "date": minutes.date.isoformat() if minutes.date else None,
        "items": [
            {
                "number": item.number,
                "title": item.title,
                "agenda_text": list(item.agenda_text),
                "paragraphs": [[one.number, str(one.kind), one.text] for one in item.paragraphs],
                "resolutions": [[one.number, one.stem, one.text] for one in item.resolutions],
                "actions": [["suggested" if one.implied else "marked", one.owner, one.text] for one in item.actions],
            }
            | ({"exempt": item.exempt} if item.exempt else {})
            for item in minutes.items
        ],
    }
