"""The same loop on the five real documents, where they lie beside the project: each comes in through the browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Count
from playwright.sync_api import Page, expect

from meetings.models import AgendaItem, Committee, Paragraph
from recommendations.models import Recommendation
from scrutiny.models import User
from tests.browser.pages import follow, printed_sheets
from tests.cast import Cast

SignIn = Callable[[Page, User], None]
SEEDS = Path(__file__).parents[3] / "shared" / "minutes" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents do not lie beside this checkout")

ASKED = (
    "That keeping young people from offending online be an action of the partnership.",
    "That more focus sessions be held with cadets and young people.",
    "That the findings of the university be asked for.",
    "That teachers and young people be worked with.",
    "That online safety be part of the events at secondary schools.",
    "That a film be made that shows young people the risks.",
    "That apprenticeships in network security be looked into.",
)
"""Seven recommendations, in our own words, for the seven that the second document reports on."""


def seed(start: str) -> tuple[Path, dict[str, Any]]:
    path = next(SEEDS.glob(f"{start}*.txt"))
    gold: dict[str, Any] = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return path, gold


@pytest.fixture
def committee() -> Committee:
    return Committee.objects.create(name="Community Safety Committee", slug="safety", prefix="CS")


def bring_in(page: Page, path: Path, *, on: str) -> None:
    page.goto("/minutes/bring-in/")
    page.get_by_label("Or choose a file").set_input_files(path)
    follow(page, page.get_by_role("button", name="Read them"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preview")
    for name in ("new_name", "new_prefix", "new_slug"):  # what the document itself proposes gives way
        if page.locator(f"[name={name}]").input_value():
            page.locator("details", has=page.locator(f"[name={name}]")).evaluate("details => details.open = true")
            page.locator(f"[name={name}]").fill("")
    page.locator("[name=committee]").select_option(label="Community Safety Committee")
    page.get_by_label("Date of the meeting").fill(on)
    follow(page, page.get_by_role("button", name="Record and publish as draft"))
    expect(page.locator("h1")).not_to_contain_text("Preview")


def test_all_five_come_in_as_a_good_clerk_would_have_them(
    page: Page, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    sign_in(page, cast.dev)
    expected = []
    for n in range(5):
        path, gold = seed(f"00{n}")
        bring_in(page, path, on=f"2019-03-0{n + 1}")
        (item,) = gold["items"]
        expected.append((item["title"], len(item["paragraphs"]), len(item["resolutions"])))

    rows = AgendaItem.objects.order_by("meeting__held_on").annotate(
        said=Count("paragraphs", distinct=True), resolved=Count("resolutions", distinct=True)
    )
    assert list(rows.values_list("title", "said", "resolved")) == expected


def test_five_resolutions_are_followed_back_and_forth(
    page: Page, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    path, gold = seed("000")
    sign_in(page, cast.dev)
    bring_in(page, path, on="2022-11-14")
    page.goto("/meetings/safety/2022-11-14/")
    (item,) = gold["items"]
    for resolution in item["resolutions"]:
        expect(page.locator(f"#r{resolution['number']}")).to_contain_text(resolution["starts"])

    follow(page, page.locator("#r5").get_by_role("link", name="Track this").first)
    page.get_by_role("radio", name="Request for information").check()
    page.get_by_label("Addressee").select_option(label="Libraries")
    follow(page, page.get_by_role("button", name="Track it"))
    follow(page, page.get_by_role("link", name="Resolution 5, 14 November 2022").first)
    expect(page.locator("#r5")).to_contain_text("CS (22/23) 01")


def test_seven_recommendations_their_progress_and_the_paper_that_prints_them(
    page: Page, sign_in: SignIn, cast: Cast, committee: Committee
) -> None:
    report, _ = seed("002")
    minutes, gold = seed("001")
    sign_in(page, cast.dev)
    bring_in(page, report, on="2018-03-27")
    bring_in(page, minutes, on="2019-03-04")
    add_review(page)

    said = [told(reported["where"]) for reported in gold["recommendations_reported"]]
    sign_in(page, cast.tom)
    for recommendation, text in zip(Recommendation.objects.order_by("number"), said, strict=True):
        page.goto(f"{recommendation.get_absolute_url()}log-progress/")
        page.get_by_label("Position as at").fill("2019-02-22")
        page.get_by_role("radio", name="On track").check()
        page.get_by_label("What happened").fill(text)
        follow(page, page.get_by_role("button", name="Submit"))
        expect(page.get_by_text("Progress: On track").first).to_be_visible()

    sign_in(page, cast.dev)
    page.goto("/reviews/young-people-and-online-crime/papers/new/")
    page.get_by_label("Position as at").fill("2019-02-28")
    page.get_by_label("Date of the meeting").fill("2019-03-04")
    follow(page, page.get_by_role("button", name="Start the paper"))
    page.goto("/reviews/young-people-and-online-crime/papers/2019-02-28/")

    expect(page.locator(".appendix tbody tr")).to_have_count(7)
    printed = " ".join(printed_sheets(page))
    for wording, text in zip(ASKED, said, strict=True):
        assert wording in printed
        assert " ".join(text.split()[:12]) in printed
    assert "All seven recommendations of the review are on track." in printed


def add_review(page: Page) -> None:
    page.goto("/reviews/new/")
    page.get_by_label("Committee").select_option(label="Community Safety Committee")
    page.get_by_label("Title").fill("Young people and online crime")
    follow(page, page.get_by_role("button", name="Start the review"))
    follow(page, page.get_by_role("link", name="Add recommendations").first)
    for n, wording in enumerate(ASKED):
        if not page.locator(f"[name=form-{n}-wording]").count():
            follow(page, page.get_by_role("button", name="Room for three more"))
        page.locator(f"[name=form-{n}-wording]").fill(wording)
        page.locator(f"[name=form-{n}-addressee]").select_option(label="Libraries")
        page.locator(f"[name=form-{n}-lead_post]").select_option(label="Director of Libraries")
    page.get_by_label("Made on").fill("2018-03-27")
    follow(page, page.get_by_role("button", name="Add them"))
    expect(page.get_by_text("The recommendations are added.")).to_be_visible()


def told(start: str) -> str:
    """The paragraph of the minutes that tells of a recommendation, by the words it begins with."""
    return Paragraph.objects.filter(text__startswith=start, item__meeting__held_on="2019-03-04").latest("order").text
