"""The clerk's pages on paper: what waits, what was understood and what changed, and nothing to press."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from meetings.actions.correcting import bring_in_corrected
from meetings.models import Paragraph
from scrutiny.models import User
from tests.browser.pages import printed_sheets
from tests.cast import Cast
from tests.factories import a_recommendation
from tests.meetings.correcting import ASKED, AT
from tests.meetings.sample import TEXT, a_source, recorded

SignIn = Callable[[Page, User], None]


@pytest.fixture
def paper(page: Page, sign_in: SignIn, cast: Cast) -> Page:
    sign_in(page, cast.dev)
    page.emulate_media(media="print")
    return page


def test_suggestions_are_a_list_to_take_along(paper: Page, cast: Cast) -> None:
    recorded(cast.dev)
    paper.goto("/minutes/suggestions/")
    expect(paper.get_by_role("blockquote").first).to_contain_text("Members asked for a list of schools")
    for pressed in (paper.get_by_role("checkbox"), paper.get_by_role("button"), paper.locator("main summary")):
        for one in pressed.all():
            expect(one).to_be_hidden()
    (sheet,) = printed_sheets(paper)
    for word in ("Change", "Accept", "Dismiss", "Track", "What is ticked"):
        assert word not in sheet


def test_a_recorded_document_stands_before_what_was_understood_of_it(paper: Page, cast: Cast) -> None:
    paper.goto(f"/minutes/{recorded(cast.dev).sources.get().key}/source/")
    source, structure = (
        paper.locator(f".workbench-{side}").evaluate("pane => [pane.offsetTop, pane.offsetHeight, pane.scrollHeight]")
        for side in ("source", "structure")
    )
    assert source[1] >= source[2], "no line runs out of its pane"
    assert source[0] + source[1] <= structure[0], "nor into the pieces"


def test_the_preview_prints_what_was_understood(paper: Page, cast: Cast) -> None:
    paper.goto(a_source(cast.dev).get_absolute_url())
    sheets = " ".join(printed_sheets(paper))
    assert "33.2 Members asked for a list of schools" in sheets
    for word in ("Take in again", "Record and keep", "Date of the meeting", "Edit", "Items ("):
        assert word not in sheets


def test_the_comparison_prints_what_would_change(paper: Page, cast: Cast) -> None:
    source = recorded(cast.dev).sources.get()
    a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-2"))
    replaced = TEXT.replace(ASKED, "33.2 Nobody knew how many there were.").encode()
    new = bring_in_corrected(source, name="b.txt", content=replaced, format=None, by=cast.dev, at=AT)
    paper.goto(f"/minutes/{new.key}/compare/")
    sheets = " ".join(printed_sheets(paper))
    assert "Taken out Minute 33.2" in sheets
    for word in ("It is now", "Why the minutes are corrected", "Back to the preview"):
        assert word not in sheets
