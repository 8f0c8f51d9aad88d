"""The loop, walked in a real browser: minutes come in, something is asked, it is done, the committee closes it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings.choices import CommitteeKind
from meetings.models import Committee, SourceDocument
from recommendations.choices import Outcome, Standing
from recommendations.models import Event, Recommendation
from scrutiny.models import User
from tests.browser.pages import follow, printed_sheets
from tests.cast import Cast

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]

MINUTES = Path(__file__).parent / "minutes"
MARCH, JULY = MINUTES / "march.txt", MINUTES / "july.txt"
"""What comes in first, and what comes in again to close it; in our own words."""


@pytest.fixture
def committee() -> Committee:
    return Committee.objects.create(
        name="Safer Communities Committee", slug="safer", prefix="SCC", kind=CommitteeKind.SCRUTINY
    )


def bring_in(page: Page, axe: Axe, path: Path, *, on: str) -> None:
    """From a file to published draft minutes, through the preview."""
    page.goto("/")
    follow(page, page.get_by_role("link", name="Bring in minutes"))
    axe(page)
    page.get_by_label("Or choose a file").set_input_files(path)
    follow(page, page.get_by_role("button", name="Read them"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preview")
    axe(page)
    page.get_by_label("Committee", exact=True).select_option(label="Safer Communities Committee")
    page.get_by_label("Date of the meeting").fill(on)
    follow(page, page.get_by_role("button", name="Record and publish as draft"))
    axe(page)


def track_the_list(page: Page, axe: Axe) -> None:
    """Raise an action from the paragraph that asks for a list."""
    page.goto("/meetings/safer/2026-03-09/")
    row = page.locator("#p33-3")
    follow(page, row.get_by_role("link", name="Track this").first)
    axe(page)
    expect(page.get_by_label("Wording")).to_have_value(
        "Members asked for a list of libraries that do not lend alarms, by district, so that local members could "
        "visit them."
    )
    page.get_by_role("radio", name="Action", exact=True).check()
    page.get_by_label("Title", exact=True).fill("Libraries that do not lend alarms")
    page.get_by_label("Addressee").select_option(label="Libraries")
    page.get_by_label("Lead post").select_option(label="Director of Libraries")
    page.get_by_label("Target date").fill("2026-06-30")
    follow(page, page.get_by_role("button", name="Track it"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Libraries that do not lend alarms")
    axe(page)


def log_progress(page: Page, axe: Axe) -> None:
    page.goto("/")
    follow(page, page.get_by_role("link", name="What waits for me"))
    axe(page)
    follow(page, page.get_by_role("link", name="Libraries that do not lend alarms"))
    follow(page, page.get_by_role("link", name="Log progress"))
    axe(page)
    page.get_by_label("Position as at").fill("2026-06-15")
    page.get_by_role("radio", name="Complete (proposed)").check()
    page.get_by_label("What happened").fill("The list went to all members. **Nine** libraries were on it.")
    follow(page, page.get_by_role("button", name="Submit"))
    expect(page.get_by_text("Nine libraries were on it.")).to_be_visible()
    axe(page)


def find_and_follow_back(page: Page, axe: Axe) -> None:
    """Somebody without an account searches, reads what came of it, and goes back to the paragraph."""
    page.goto("/")
    axe(page)
    page.get_by_role("searchbox").fill("libraries alarms")
    follow(page, page.get_by_role("button", name="Search"))
    axe(page)
    follow(page, page.get_by_role("link", name="Libraries that do not lend alarms").first)
    expect(page.get_by_text("Complete (proposed)").first).to_be_visible()
    follow(page, page.get_by_role("link", name="Minute 33.3, 9 March 2026").first)
    expect(page).to_have_url(re.compile("#p33-3$"))
    expect(page.locator("#p33-3")).to_be_in_viewport()
    expect(page.locator("#p33-3")).to_contain_text("SCC (25/26) 01")
    axe(page)


def close_by_resolution(page: Page, axe: Axe) -> None:
    page.goto("/recommendations/scc-25-26-01/")
    follow(page, page.get_by_role("link", name="Close by a resolution"))
    axe(page)
    page.get_by_role("radio", name="Achieved", exact=True).check()
    option = page.locator("option", has_text="be closed as achieved")
    page.get_by_label("Resolution that decided it").select_option(value=option.get_attribute("value"))
    follow(page, page.get_by_role("button", name="Close it"))
    expect(page.get_by_text("Closed: achieved.")).to_be_visible()
    axe(page)


def test_the_whole_loop(
    page: Page,
    axe: Axe,
    sign_in: SignIn,
    cast: Cast,
    committee: Committee,
) -> None:
    sign_in(page, cast.dev)
    bring_in(page, axe, MARCH, on="2026-03-09")
    track_the_list(page, axe)

    sign_in(page, cast.tom)
    log_progress(page, axe)

    page.context.clear_cookies()
    find_and_follow_back(page, axe)

    sign_in(page, cast.dev)
    bring_in(page, axe, JULY, on="2026-07-13")
    close_by_resolution(page, axe)

    raised: Any = Recommendation.objects.with_position(on=timezone.localdate()).get()
    assert (raised.reference, raised.standing, raised.outcome) == ("SCC (25/26) 01", Standing.CLOSED, Outcome.ACHIEVED)
    assert list(Event.objects.values_list("kind", "actor_name", "actor_role")) == [
        ("raised", "Dev Patel", "Clerk"),
        ("progress_published", "Tom Reid", "Officer"),
        ("closed", "Dev Patel", "Clerk"),
    ]

    page.context.clear_cookies()
    page.goto("/recommendations/scc-25-26-01/")
    follow(page, page.get_by_role("link", name="Resolution (ii), 13 July 2026").first)
    expect(page.locator(":target")).to_contain_text("be closed as achieved")


def test_the_same_file_twice_says_where_it_is(
    page: Page, axe: Axe, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    sign_in(page, cast.dev)
    bring_in(page, axe, MARCH, on="2026-03-09")
    page.goto("/minutes/bring-in/")
    page.get_by_label("Or choose a file").set_input_files(MARCH)
    follow(page, page.get_by_role("button", name="Read them"))

    expect(page).to_have_title("Error: Bring in minutes – Northmoor County Council scrutiny")
    follow(page, page.get_by_role("link", name="it is recorded in Safer Communities Committee, 9 March 2026").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("9 March 2026")
    assert SourceDocument.objects.count() == 1


def test_the_clerk_corrects_the_preview_before_recording(
    any_width: Page, axe: Axe, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    page = any_width
    sign_in(page, cast.dev)
    page.goto("/minutes/bring-in/")
    page.get_by_label("Paste the minutes").fill(MARCH.read_text(encoding="utf-8"))
    follow(page, page.get_by_role("button", name="Read them"))
    fourth = page.get_by_role("listitem").filter(has=page.locator(".piece-text", has_text="The Fire Service visits"))
    fourth.locator(".piece-text").dblclick()
    fourth.get_by_label("Kind of piece").select_option(label="Heading")
    fourth.get_by_role("button", name="Done").click()
    third = page.get_by_role("listitem").filter(has=page.locator(".piece-text", has_text="Only some libraries"))
    third.locator(".piece-text").dblclick()
    third.get_by_label("Wording of piece").fill("Only some libraries take part.\n\nThe waiting list is shortest.")
    third.get_by_role("button", name="Split").click()
    expect(page.locator(".piece-text", has_text="The waiting list is shortest.")).to_be_visible()
    axe(page)
    page.get_by_label("Committee", exact=True).select_option(label="Safer Communities Committee")
    page.get_by_label("Date of the meeting").fill("2026-03-09")
    follow(page, page.get_by_role("button", name="Record and keep unpublished"))

    expect(page.get_by_role("status").or_(page.get_by_role("alert")).first).to_contain_text("6 paragraphs")
    paragraphs = SourceDocument.objects.get().meeting.items.get().paragraphs  # type: ignore[union-attr]
    assert list(paragraphs.values_list("number", "kind", "text"))[2:5] == [
        ("33.3", "paragraph", "Only some libraries take part."),
        ("", "paragraph", "The waiting list is shortest."),
        ("33.4", "heading", "The Fire Service visits each borrower within a month. No visit had been missed."),
    ]


def test_the_clerk_writes_and_prints_the_paper(
    page: Page, axe: Axe, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    sign_in(page, cast.priya)
    page.goto("/reviews/")
    follow(page, page.get_by_role("link", name="Start a review"))
    axe(page)
    page.get_by_label("Committee").select_option(label="Safer Communities Committee")
    page.get_by_label("Title").fill("Alarms for people who live alone")
    follow(page, page.get_by_role("button", name="Start the review"))
    axe(page)
    follow(page, page.get_by_role("link", name="Add recommendations").first)
    axe(page)
    for n, wording in enumerate(("That every library lend alarms.", "That the Fire Service visit each borrower.")):
        row = page.locator(f"[name=form-{n}-wording]")
        row.fill(wording)
        page.locator(f"[name=form-{n}-addressee]").select_option(label="Libraries")
    page.get_by_label("Made on").fill("2026-03-09")
    follow(page, page.get_by_role("button", name="Add them"))
    axe(page)
    follow(page, page.get_by_role("link", name="Committee papers").first)
    follow(page, page.get_by_role("link", name="Start a paper").first)
    axe(page)
    page.get_by_label("Position as at").fill("2026-06-01")
    page.get_by_label("Date of the meeting").fill("2026-06-15")
    follow(page, page.get_by_role("button", name="Start the paper"))
    axe(page)
    page.get_by_label("Contact").fill("Priya Shah, scrutiny@northmoor.example")
    follow(page, page.get_by_role("button", name="Save").first)
    expect(page.get_by_text("Appendix 2: Progress against each recommendation, as at 1 June 2026")).to_be_visible()
    axe(page)

    sheets = printed_sheets(page)
    assert len(sheets) >= 2
    assert f"1 of {len(sheets)}" in sheets[0]
    assert "That every library lend alarms." in sheets[-1]
    assert "Awaiting response" in sheets[-1]
    assert "Bring in minutes" not in " ".join(sheets)
