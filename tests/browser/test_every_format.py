"""The five real documents, where they lie beside the project: each comes in through the browser as text, as a page, as
Word and as PDF, and the same minutes are recorded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from meetings.models import AgendaItem, Committee, Meeting, Paragraph, Resolution, SuggestedAction
from scrutiny.models import User
from tests.browser.pages import follow
from tests.cast import Cast
from tests.documents import as_html, as_pdf, as_word

SignIn = Callable[[Page, User], None]
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "minutes" / "seeds").glob("*.txt"))

FORMATS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "minutes.txt": ("text/plain", str.encode),
    "minutes.html": ("text/html", as_html),
    "minutes.docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word),
    "minutes.pdf": ("application/pdf", as_pdf),
}

pytestmark = pytest.mark.skipif(not SEEDS, reason="the real documents do not lie beside this checkout")


@pytest.fixture
def committee() -> Committee:
    return Committee.objects.create(name="Community Safety Committee", slug="safety", prefix="CS")


def recorded(page: Page, name: str, text: str, *, on: str) -> Meeting:
    """Brings the document in as a clerk does: choose the file, say which meeting it was, record."""
    kind, dress = FORMATS[name]
    page.goto("/minutes/bring-in/")
    page.locator("input[name=file]").first.set_input_files(
        FilePayload(name=name, mimeType=kind, buffer=dress(text)),
    )
    follow(page, page.get_by_role("button", name="Read them"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    for field in ("new_name", "new_prefix", "new_slug"):  # what the document itself proposes gives way
        if page.locator(f"[name={field}]").input_value():
            page.locator("details", has=page.locator(f"[name={field}]")).evaluate("details => details.open = true")
            page.locator(f"[name={field}]").fill("")
    page.locator("[name=committee]").select_option(label="Community Safety Committee")
    page.get_by_label("Date of the meeting").fill(on)
    follow(page, page.get_by_role("button", name="Record and publish as draft"))
    return Meeting.objects.get(held_on=on)


def minutes_of(meeting: Meeting) -> dict[str, list[tuple[object, ...]]]:
    """All that was recorded, but for the day, which each format has for itself."""
    return {
        "items": list(AgendaItem.objects.filter(meeting=meeting).values_list("number", "title", "agenda_text", "slug")),
        "paragraphs": list(
            Paragraph.objects.filter(item__meeting=meeting).values_list("number", "kind", "text", "level", "anchor")
        ),
        "resolutions": list(
            Resolution.objects.filter(item__meeting=meeting).values_list("number", "text", "stem", "anchor")
        ),
        "suggestions": list(
            SuggestedAction.objects.filter(item__meeting=meeting).values_list("owner", "text", "phrase", "is_marked")
        ),
        "people": [(meeting.present, meeting.apologies)],
    }


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_text_page_word_and_pdf_become_the_same_minutes(
    page: Page, sign_in: SignIn, cast: Cast, committee: Committee, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    sign_in(page, cast.dev)

    found = {
        name: minutes_of(recorded(page, name, text, on=f"2019-03-0{day}")) for day, name in enumerate(FORMATS, start=1)
    }

    as_typed = found["minutes.txt"]
    (item,) = gold["items"]
    assert [title for _, title, _, _ in as_typed["items"]] == [item["title"]]
    assert len(as_typed["resolutions"]) == len(item["resolutions"])
    assert {name: minutes == as_typed for name, minutes in found.items()} == dict.fromkeys(FORMATS, True)
    assert found == dict.fromkeys(FORMATS, as_typed)
