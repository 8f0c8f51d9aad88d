"""The clerk's workbench: both its sides, on a telephone, and without a script; every state meets the standard."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from meetings.models import Meeting, SourceDocument
from scrutiny.models import User
from tests.browser.desk import MENDED, MISREAD, RESOLVED, go_to, minutes_of, number_in_focus, piece, said
from tests.browser.pages import follow
from tests.cast import Cast
from tests.meetings.sample import a_source

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]


def long_source(cast: Cast) -> SourceDocument:
    text = "Roads Panel\n\n" + "\n\n".join(
        f"{i}. Roads of division {i}\n\nMinutes:\n\n"
        + "\n\n".join(f"{i}.{n} Members spoke of road {n} of division {i} in the county." for n in range(1, 21))
        for i in range(1, 22)
    )
    return a_source(cast.dev, text)


def test_each_side_shows_the_other_without_a_jump(wide: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(wide, cast.dev)
    wide.goto(long_source(cast).get_absolute_url())
    wide.locator(".desk-bar").evaluate("bar => bar.scrollIntoView()")
    before = wide.evaluate("window.scrollY")
    target = piece(wide, "road 7 of division 3 ")

    line = wide.locator(".source-lines li", has_text="road 7 of division 3 ")
    line.evaluate("line => line.closest('section').scrollTo(0, line.offsetTop - 200)")
    line.click()
    expect(target).to_have_attribute("aria-current", "true")
    expect(target).to_be_focused()
    expect(target).to_be_in_viewport()
    expect(line).to_have_class(re.compile("is-shown"))

    other = piece(wide, "road 9 of division 20 ")
    wide.locator(".workbench-structure").evaluate(
        "(pane, id) => pane.scrollTo(0, document.getElementById(id).offsetTop - 200)", other.get_attribute("id")
    )
    other.locator(".piece-text").click()
    lines = wide.locator(".source-lines li.is-shown")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("road 9 of division 20 ")
    expect(lines).to_be_in_viewport()
    assert wide.evaluate("window.scrollY") == before


def test_lines_lead_to_their_pieces_after_a_join(wide: Page, sign_in: SignIn, cast: Cast) -> None:
    """All behind a join have other numbers: in the links of the lines, the names of the fields, the buttons."""
    sign_in(wide, cast.dev)
    source = a_source(cast.dev)
    wide.goto(source.get_absolute_url())
    go_to(wide, "Members asked")
    n = int(number_in_focus(wide).removeprefix("block-"))
    wide.keyboard.press("J")
    said(wide, f"Joined piece {n} with the one above.")
    expect(wide.locator(":focus .piece-text")).to_contain_text("Members asked")
    wide.locator(".source-lines li", has_text="34. Library opening").click()
    expect(wide.locator(":focus .piece-text")).to_have_text("Library opening hours")
    drawn = wide.locator(".workbench-rows").inner_html()
    links = wide.locator(".workbench-source a").evaluate_all("links => links.map((link) => link.hash)")
    wide.reload()
    assert wide.locator(".workbench-source a").evaluate_all("links => links.map((link) => link.hash)") == links
    assert names(wide.locator(".workbench-rows").inner_html()) == names(drawn)


def names(html: str) -> list[str]:
    return re.findall(r'(?:id|name|value|aria-label)="[^"]*"', html)


def test_the_list_of_suggestions_is_gone_through_without_leaving_it(
    any_width: Page, axe: Axe, sign_in: SignIn, cast: Cast
) -> None:
    page = any_width
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    asked = page.locator("#asked")
    asked.get_by_role("button", name="Dismiss the suggestion of piece 9").focus()
    page.keyboard.press("Enter")
    said(page, "Dismissed: Members asked for a list of schools that have not signed up, by division.")
    expect(asked.get_by_role("link", name="Piece 12")).to_be_focused()
    asked.get_by_text("Dismissed (1)").click()
    axe(page)
    asked.get_by_role("button", name="Take back").click()
    said(page, "Suggested again: Members asked for a list of schools that have not signed up, by division.")
    expect(asked.get_by_role("button", name="Mark as action")).to_have_count(1)
    asked.get_by_role("button", name="Mark as action").click()
    said(page, "Marked piece 9 as action.")
    expect(asked.get_by_role("link", name="Piece 9")).to_be_focused()
    source.refresh_from_db()
    assert (source.dismissed, source.blocks[8]["kind"]) == ([], "action")


def test_a_thumb_does_all_of_it(narrow: Page, axe: Axe, sign_in: SignIn, cast: Cast) -> None:
    sign_in(narrow, cast.dev)
    narrow.goto(a_source(cast.dev).get_absolute_url())
    assert narrow.evaluate("document.documentElement.scrollWidth") == 390
    expect(narrow.locator(".workbench-source")).to_be_hidden()
    asked = piece(narrow, "Members asked")
    asked.locator(".piece-text").click()
    axe(narrow)
    narrow.get_by_role("button", name="Resolution", exact=True).click()
    expect(asked.locator(".kind")).to_have_text("Resolution")

    asked.get_by_role("link", name="Line").click()
    expect(asked.locator(".source-lines")).to_contain_text("33.2 Members asked for a list")
    asked.get_by_role("link", name="Line").click()
    expect(asked.locator(".source-lines")).to_have_count(0)

    narrow.get_by_role("button", name="Edit", exact=True).click()
    narrow.locator(":focus").fill("Members asked for a list.")
    axe(narrow)
    asked_now = narrow.locator(".piece.is-open")
    asked_now.get_by_role("button", name="Done").click()
    expect(piece(narrow, "Members asked for a list.").locator(".piece-text")).to_have_text("Members asked for a list.")

    narrow.get_by_role("button", name="Source", exact=True).click()
    expect(narrow.locator(".workbench-structure")).to_be_hidden()
    axe(narrow)
    narrow.locator(".workbench-source li", has_text="34. Library").click()
    expect(piece(narrow, "Library opening hours")).to_be_focused()
    narrow.get_by_role("button", name="Undo", exact=True).click()
    said(narrow, "Taken back: changed piece 9.")


def test_without_a_script_the_form_does_the_same(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, cast: Cast
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, cast.dev)
    page.goto("/minutes/bring-in/")
    page.get_by_label("Paste the minutes").fill(MISREAD)
    follow(page, page.get_by_role("button", name="Read them"))

    tools = page.get_by_role("group", name="What to do with the piece")
    opened = page.locator(".piece.is-open")
    follow(page, tools.get_by_role("button", name="Leave out"))
    expect(page.get_by_role("status").first).to_contain_text("Tick the pieces first")
    piece(page, "The libraries lend").get_by_label("Mark piece").check()
    follow(page, tools.get_by_role("button", name="Join above"))
    follow(page, piece(page, "Members were glad").get_by_role("button", name="Edit"))
    opened.get_by_label("Wording of piece").fill(
        "Members were glad.\n\nThe Director of Libraries agreed to send members a list of libraries."
    )
    follow(page, opened.get_by_role("button", name="Split"))
    follow(page, piece(page, "The committee wishes").get_by_role("button", name="Edit"))
    opened.get_by_label("Number of piece").fill("33.3")
    follow(page, opened.get_by_role("button", name="Resolution"))
    piece(page, "The caretaker").get_by_label("Mark piece").check()
    follow(page, tools.get_by_role("button", name="Leave out"))
    piece(page, "Members were glad").get_by_label("Mark piece").check()
    piece(page, "is in June").get_by_label("Mark piece").check()
    page.get_by_label("The marked pieces are").select_option(label="Bullet")
    follow(page, page.get_by_role("button", name="Give them this kind"))
    follow(page, page.get_by_role("button", name="Undo: marked 2 pieces as bullet"))
    follow(page, page.get_by_role("button", name="Record and publish as draft"))
    assert minutes_of(Meeting.objects.get()) == (MENDED, RESOLVED)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_meets_the_standard(
    any_width: Page,
    axe: Axe,
    sign_in: SignIn,
    cast: Cast,
    scheme: Literal["light", "dark"],
    screenshot: Callable[[Page, str], None],
) -> None:
    page = any_width
    page.emulate_media(color_scheme=scheme)
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev, MISREAD).get_absolute_url())
    axe(page)
    go_to(page, "The committee wishes")
    page.keyboard.press("Shift+ArrowDown")
    axe(page)
    screenshot(page, f"workbench-marked-{scheme}")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    axe(page)
    screenshot(page, f"workbench-open-{scheme}")


def test_without_a_script_the_page_meets_the_standard(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, cast: Cast
) -> None:
    """At both widths a piece shows its fields when it is asked to, and nothing runs off the screen."""
    source = a_source(cast.dev, MISREAD)
    for width in (1280, 390):
        page = new_context(java_script_enabled=False).new_page()
        page.set_viewport_size({"width": width, "height": 844})
        sign_in(page, cast.dev)
        page.goto(source.get_absolute_url())
        expect(page.locator(".piece")).to_have_count(len(source.blocks))
        follow(page, piece(page, "The committee wishes").get_by_role("button", name="Edit"))
        box = page.get_by_label("Wording of piece")
        expect(box).to_be_visible()
        assert (box.bounding_box() or {"x": 0, "width": 9999})["width"] < width
        box.fill("The committee wishes nothing.")
        follow(page, page.get_by_role("button", name="Done"))
        expect(box).to_have_count(0)
        expect(piece(page, "The committee wishes nothing.")).to_be_visible()
        follow(page, page.get_by_role("button", name="Undo: changed piece"))
        expect(page.get_by_role("button", name="Keys")).to_have_count(0)
        assert page.locator("html").evaluate("html => html.scrollWidth") == width
