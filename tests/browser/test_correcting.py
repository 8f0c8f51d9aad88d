"""Minutes come in again after correction, in a real browser: what cites a paragraph still leads to the same words."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from meetings.models import Paragraph, Resolution
from recommendations.models import Recommendation
from scrutiny.models import User
from tests.browser.pages import follow
from tests.cast import gather
from tests.factories import a_recommendation
from tests.meetings.sample import recorded

SignIn = Callable[[Page, User], None]

BEFORE = """Minutes of the Safer Communities Committee held on 9 March 2026

33. Smoke alarms in libraries

Minutes:

33.1 The Head of Libraries presented the report.

33.2 Councillor Marsh thanked the volunteers of the north.

33.3 The fire service had fitted four hundred alarms.

33.4 Councillor Holt asked about the cost of a battery.

33.5 A battery cost two pounds and lasted for ten years.

33.6 Members asked for a list of libraries that do not lend alarms, by district.

33.7 Resolved - That the Committee:

1. thanks the fire service for its work in the libraries;
2. asks that an alarm be lent by every library before the winter;
3. asks for a report in June.
"""

AFTER = (
    BEFORE.replace("33.2 Councillor Marsh thanked the volunteers of the north.\n\n", "")
    .replace("33.3 The fire", "33.2 The fire")
    .replace("33.4 Councillor Holt", "33.3 Councillor Holt")
    .replace("33.5 A battery", "33.4 A battery")
    .replace("33.6 Members asked for a list of libraries", "33.7 Members asked for a full list of all libraries")
    .replace("33.7 Resolved", "33.8 Resolved")
    .replace("33.7 Members", "33.5 The Chair hoped for a mild winter.\n\n33.6 Nobody spoke against it.\n\n33.7 Members")
    .replace(
        "2. asks that an alarm be lent",
        "2. asks Cabinet to press for a national register of alarms;\n3. asks that an alarm be lent",
    )
    .replace("3. asks for a report", "4. asks for a report")
)
"""One paragraph is out, two are in and with them one resolution; all behind is renumbered, 33.6 reworded too."""


def leads_to(page: Page, recommendation: Recommendation, label: str, words: str) -> None:
    """From a recommendation to what it cites: under the number of today, the words it was made from."""
    page.goto(recommendation.get_absolute_url())
    follow(page, page.get_by_role("link", name=label).first)
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_contain_text(words)


def test_links_lead_to_the_same_words_after_a_correction(
    any_width: Page, axe: Callable[[Page], None], sign_in: SignIn, screenshot: Callable[[Page, str], None]
) -> None:
    page, cast = any_width, gather()
    meeting = recorded(cast.dev, BEFORE)
    paragraph = a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-6"))
    resolution = a_recommendation(resolution=Resolution.objects.get(anchor="r2"))
    gone = a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-2"))
    sign_in(page, cast.dev)
    page.goto(meeting.get_absolute_url())
    follow(page, page.get_by_role("link", name="Bring in a corrected version").first)
    axe(page)
    page.get_by_label("Paste the corrected minutes").fill(AFTER)
    follow(page, page.get_by_role("button", name="Read it"))
    follow(page, page.get_by_role("button", name="Compare with what is recorded"))
    axe(page)
    screenshot(page, "compare")
    expect(page.get_by_text(f"{gone.reference} was made from this.")).to_be_visible()
    expect(page.locator("ins", has_text="full")).to_be_visible()
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    page.get_by_label("Why the minutes are corrected").fill("The Chair’s words had been left out.")
    follow(page, page.get_by_role("button", name="Correct the minutes"))
    axe(page)
    expect(page.get_by_text("The Chair’s words had been left out.").first).to_be_visible()

    leads_to(page, paragraph, "Minute 33.7", "a full list of all libraries that do not lend alarms")
    leads_to(page, resolution, "Resolution 3", "an alarm be lent by every library")
    leads_to(page, gone, "Minute 33.2", "Minute 33.2 was taken out when the minutes were corrected")
    page.goto("/meetings/scc/2026-03-09/33/#p33-6")
    expect(page.locator("#p33-6")).to_contain_text("a full list of all libraries")
    axe(page)
    screenshot(page, "corrected")
