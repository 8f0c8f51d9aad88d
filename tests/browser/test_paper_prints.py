"""The committee paper on paper: A4, every page numbered, the head of the table on each, no row cut in two, no menus."""

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from meetings.choices import MinutesStage
from recommendations.choices import Outcome, RecommendationKind, Standing
from recommendations.models import Review
from tests.cast import gather
from tests.factories import (
    a_body,
    a_committee,
    a_meeting,
    a_post,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
    an_update,
)
from tests.recommendations.rows import a_closing, a_cover, a_response, an_extension, some_evidence

if TYPE_CHECKING:
    from scrutiny.models import User

SignIn = Callable[[Page, "User"], None]
Check = Callable[[Page], None]
Shot = Callable[[Page, str], None]

PRINTED = Path("build/printed")
PAPER = "/reviews/libraries-online/papers/2026-06-30/"
A4 = {(595, 842), (842, 595)}
"""Width and height in points, upright and across."""

NUMBER = re.compile(r"^(\d+) of (\d+) ")
"""The number of a page: the printer draws it first, so that it comes first in the text."""

LONG = (
    "Four libraries have their computers and the staff to look after them; the fifth waits for its new wiring. "
    "The contractor has promised to finish before the schools break up, and the district council pays half. "
)


def some_progress(review: Review, count: int, *, sentences: int) -> None:
    """A review's recommendations, in every standing; the update of each says where it begins and ends."""
    committee = review.committee
    made = a_meeting(committee=committee, held_on=datetime.date(2026, 1, 12))
    agreed = an_item(meeting=made, number="33")
    closed = a_resolution(item=an_item(meeting=a_meeting(committee=committee, held_on=datetime.date(2026, 6, 8))))
    body, post = a_body(name="Cabinet"), a_post(title="Head of Libraries")
    review.agreed_by = a_resolution(item=agreed)
    review.save()
    standings = (Standing.ON_TRACK, Standing.AT_RISK, Standing.SLIPPED, Standing.COMPLETE, Standing.PAUSED)
    for n in range(1, count + 1):
        recommendation = a_recommendation(
            review=review,
            number=n,
            kind=RecommendationKind.REVIEW,
            resolution=a_resolution(item=agreed),
            wording=f"That two computers be kept in every library of the county, and in the mobile library no. {n}.",
            addressee=body,
            lead_post=post,
            target_on=datetime.date(2026, 5, 31) if n % 3 else datetime.date(2026, 12, 31),
            response_due_on=datetime.date(2026, 3, 12),
        )
        if n % 7 == 0:
            continue
        a_response(recommendation, datetime.date(2026, 3, 2))
        if n % 4 == 0:
            an_extension(recommendation, granted_on=datetime.date(2026, 4, 13), to=datetime.date(2026, 9, 30))
        text = f"Update {n} begins. {LONG * sentences}Update {n} ends."
        update = an_update(recommendation=recommendation, post=post, standing=standings[n % len(standings)], text=text)
        some_evidence(update, "Order book")
        if n % 6 == 0:
            a_closing(recommendation, datetime.date(2026, 6, 8), resolution=closed, outcome=Outcome.ACHIEVED)


@pytest.fixture
def clerk() -> "User":
    return gather().dev


@pytest.fixture
def review() -> Review:
    committee = a_committee(
        name="Safer Communities Committee", slug="scc", prefix="SCC", contact="scc@northmoor.example"
    )
    review = a_review(committee=committee, title="Libraries online", slug="libraries-online")
    a_meeting(committee=committee, held_on=datetime.date(2026, 7, 13), minutes_stage=MinutesStage.NONE)
    a_cover(review=review, published_at=timezone.now(), report_of="Director of Communities and Culture")
    return review


def printed(page: Page, name: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Size and text of each page that comes out of the printer."""
    PRINTED.mkdir(parents=True, exist_ok=True)
    path = PRINTED / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True, print_background=False)
    with pypdfium2.PdfDocument(path) as document:
        for sheet in document:
            size = (round(sheet.get_width()), round(sheet.get_height()))
            yield size, " ".join(sheet.get_textpage().get_text_range().split())


@pytest.mark.parametrize(("count", "sentences"), [(7, 1), (40, 4)], ids=["seven", "forty"])
def test_the_paper_prints_as_a_committee_paper(
    page: Page, clerk: "User", review: Review, sign_in: SignIn, count: int, sentences: int
) -> None:
    some_progress(review, count, sentences=sentences)
    sign_in(page, clerk)
    page.goto(PAPER)
    sheets = list(printed(page, f"paper-{count}"))
    sizes, numbers = [size for size, _ in sheets], [NUMBER.findall(text) for _, text in sheets]
    cover = [NUMBER.sub("", text) for size, text in sheets if size == (595, 842)]
    table = [NUMBER.sub("", text) for size, text in sheets if size == (842, 595)]

    assert set(sizes) == A4
    assert sizes == sorted(sizes), "the cover part is upright and comes first, the table lies across"
    assert numbers == [[(str(n), str(len(sheets)))] for n in range(1, len(sheets) + 1)]
    assert "Safer Communities Committee 13 July 2026 Libraries online: progress of recommendations" in cover[0]
    assert "Legal Implications None" in cover[-1]
    head = "Reference Recommendation Responsible Target Standing Progress"
    assert [text.count(head) for text in table] == [1] * len(table)
    assert table[0].startswith("Appendix 2: Progress against each recommendation, as at 30 June 2026")
    for n in range(1, count + 1):
        if n % 7 == 0:
            continue
        (place,) = [at for at, text in enumerate(table) if f"Update {n} begins." in text]
        assert f"Update {n} ends." in table[place], f"the row of recommendation {n} is cut in two"
        assert f"mobile library no. {n}." in table[place]
    everything = " ".join(cover + table)
    for menu in ("Sign out", "Committees", "Accessibility", "Withdraw", "Print", "Skip to", "Dev Patel Password"):
        assert menu not in everything


def test_print_is_offered_to_everybody(page: Page, review: Review, axe: Check, screenshot: Shot) -> None:
    some_progress(review, 7, sentences=1)
    page.goto(PAPER)
    axe(page)
    screenshot(page, "paper")
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_the_paper_can_be_read_on_a_telephone(narrow: Page, review: Review, axe: Check, screenshot: Shot) -> None:
    some_progress(review, 7, sentences=1)
    narrow.goto(PAPER)
    assert narrow.evaluate("document.documentElement.scrollWidth") == 390
    expect(narrow.get_by_role("row")).to_have_count(8)
    axe(narrow)
    screenshot(narrow, "paper")


def test_a_clerk_starts_words_and_publishes_a_paper(
    any_width: Page, clerk: "User", review: Review, sign_in: SignIn, axe: Check, screenshot: Shot
) -> None:
    page = any_width
    some_progress(review, 7, sentences=1)
    sign_in(page, clerk)
    page.goto("/reviews/libraries-online/papers/")
    axe(page)
    screenshot(page, "papers")
    page.get_by_role("link", name="Start a paper").click()
    page.get_by_label("Position as at").fill("2026-05-31")
    page.get_by_label("Date of the meeting").fill("2026-05-30")
    page.get_by_role("button", name="Start the paper").click()
    expect(page.get_by_role("alert")).to_contain_text("The meeting is before the date of the position.")
    axe(page)
    screenshot(page, "paper-start")
    page.get_by_label("Date of the meeting").fill("2026-06-08")
    page.get_by_role("button", name="Start the paper").click()
    axe(page)
    screenshot(page, "paper-edit")
    page.get_by_label("Purpose of the report").fill("To say how the libraries fare.")
    page.get_by_label("Crime and Disorder").fill("Fewer frauds are reported.")
    page.get_by_role("button", name="Save the texts").click()
    expect(page.get_by_text("To say how the libraries fare.")).to_be_visible()
    expect(page.get_by_text("Fewer frauds are reported.")).to_be_visible()
    axe(page)
    screenshot(page, "paper-draft")
    page.get_by_role("button", name="Publish this paper").click()
    expect(page.get_by_role("status").first).to_have_text(
        "The paper is published. Everybody can read it at this address."
    )
    page.context.clear_cookies()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Libraries online: progress of recommendations")
