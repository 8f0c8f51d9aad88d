"""The list of suggested actions: accepted, changed, dismissed and taken back, on a desk and on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from meetings.choices import MinutesStage
from meetings.models import SuggestedAction
from recommendations.models import Recommendation
from scrutiny.models import User
from tests.browser.pages import follow
from tests.cast import Cast, gather
from tests.factories import a_meeting, a_paragraph, an_item

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]


@pytest.fixture
def cast() -> Cast:
    cast = gather()
    item = an_item(meeting=a_meeting(minutes_stage=MinutesStage.DRAFT))
    for owner, text in (
        ("Director of Libraries", "Send members a list of libraries."),
        ("", "Write to the bank."),
        ("JB", "Bring figures."),
    ):
        paragraph = a_paragraph(item=item)
        SuggestedAction.objects.create(item=item, paragraph=paragraph, text=text, owner=owner, is_marked=True)
    return cast


def test_suggestions_are_settled_one_by_one_and_together(
    any_width: Page, axe: Axe, sign_in: SignIn, cast: Cast
) -> None:
    page = any_width
    sign_in(page, cast.dev)
    page.goto("/minutes/suggestions/")
    rows = page.locator(".suggested > li")
    expect(rows).to_have_count(3)
    axe(page)

    changed = rows.filter(has_text="Bring figures.")
    changed.get_by_text("Change", exact=True).click()
    axe(page)
    changed.get_by_label("For whom").fill("Director of Libraries")
    changed.get_by_label("What is asked").fill("Bring the figures of each library.")
    follow(page, changed.get_by_role("button", name="Keep the change"))
    expect(page.get_by_role("status").first).to_have_text("The suggestion is changed.")

    follow(page, rows.filter(has_text="Send members a list").get_by_role("button", name="Accept"))
    made = Recommendation.objects.get()
    expect(page.get_by_role("status").first).to_have_text(f"Tracked as {made.reference}.")
    expect(rows).to_have_count(2)

    for box in rows.get_by_role("checkbox").all():
        box.check()
    follow(page, page.get_by_role("form", name="What is ticked").get_by_role("button", name="Dismiss"))
    expect(page.get_by_text("No suggestion waits.")).to_be_visible()
    follow(page, page.get_by_role("link", name="See what was dismissed"))
    axe(page)
    follow(page, rows.filter(has_text="Write to the bank.").get_by_role("button", name="Take back"))
    page.goto("/minutes/suggestions/")
    expect(rows).to_have_count(1)
    assert list(SuggestedAction.objects.order_by("pk").values_list("state", "text")) == [
        ("taken_up", "Send members a list of libraries."),
        ("waiting", "Write to the bank."),
        ("dismissed", "Bring the figures of each library."),
    ]


def test_what_is_ticked_is_tracked_without_a_script(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, cast: Cast
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, cast.dev)
    page.goto("/minutes/suggestions/")
    for box in page.locator(".suggested").get_by_role("checkbox").all():
        box.check()
    follow(page, page.get_by_role("form", name="What is ticked").get_by_role("button", name="Track"))
    expect(page.get_by_text("2 of them wait on: it is not known who answers.")).to_be_visible()
    assert Recommendation.objects.get().wording == "Send members a list of libraries."
