"""Ways through the workbench: by Tab past the pieces, by thumb down to the end, and what is said is seen."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from meetings.models import SourceDocument
from scrutiny.models import User
from tests.browser.desk import MISREAD, go_to, piece, said
from tests.cast import Cast
from tests.meetings.sample import a_source

SignIn = Callable[[Page, User], None]


def long_source(cast: Cast) -> SourceDocument:
    """21 items of some words each, more than a telephone shows."""
    items = [
        f"{n}. Roads of division {n}\n\nMinutes:\n\n{n}.1 Members spoke of the roads of the {n}th division.\n\n"
        f"{n}.2 The officers had mended road {n} of the county."
        for n in range(1, 22)
    ]
    return a_source(cast.dev, "Roads Panel\n\n" + "\n\n".join(items))


def test_tab_leads_from_a_piece_past_all_others(page: Page, sign_in: SignIn, cast: Cast) -> None:
    """Of hundreds of pieces only one stands in the way to what is below them."""
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev, MISREAD).get_absolute_url())
    go_to(page, "The Fire Service lends")
    page.keyboard.press("J")
    expect(page.locator("[data-said]")).to_contain_text("Joined")
    page.keyboard.press("j")
    n = page.evaluate("document.activeElement.id").removeprefix("block-")
    page.keyboard.press("Tab")
    expect(page.get_by_label(f"Mark piece {n}", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(f"#block-{n}").get_by_role("link", name="Line")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#asked, #record') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(f"#block-{n}")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Leave out", exact=False).first).to_be_focused()


def test_what_is_said_is_seen_too(any_width: Page, sign_in: SignIn, cast: Cast) -> None:
    page = any_width
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev).get_absolute_url())
    go_to(page, "Members asked")
    page.keyboard.press("h")
    said(page, "Marked piece 9 as heading.")
    expect(page.locator("[data-told]", has_text="Marked piece 9 as heading.").locator("visible=true")).to_have_count(1)
    page.keyboard.press("S")
    asked = page.locator(".is-open .piece-hint")
    expect(asked).to_have_text("Put the cursor where the second piece begins, then press Split, or Control and Enter.")
    page.keyboard.press("Escape")
    expect(asked).to_have_count(0)


def test_the_tools_stay_with_the_pieces(narrow: Page, sign_in: SignIn, cast: Cast) -> None:
    """They are at hand as long as a piece is to be seen, and cover nothing below."""
    sign_in(narrow, cast.dev)
    narrow.goto(long_source(cast).get_absolute_url())
    tools = narrow.get_by_role("group", name="What to do with the piece")
    piece(narrow, "mended road 9 ").scroll_into_view_if_needed()
    expect(tools).to_be_in_viewport(ratio=1)
    narrow.get_by_role("button", name="Record and publish as draft").scroll_into_view_if_needed()
    expect(tools).not_to_be_in_viewport()


def test_a_link_leads_to_where_its_piece_is_seen(narrow: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(narrow, cast.dev)
    narrow.goto(long_source(cast).get_absolute_url())
    narrow.get_by_text("Items (21)").click()
    narrow.get_by_role("link", name="15 Roads of division 15").click()
    found = piece(narrow, "Roads of division 15")
    expect(found).to_be_focused()
    tools = narrow.locator(".desk-tools").bounding_box()
    box = found.bounding_box()
    assert tools is not None
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= tools["y"], "the tools do not hide it"


def test_on_a_desk_a_link_leaves_the_bar_and_the_tools_in_sight(wide: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(wide, cast.dev)
    wide.goto(f"{long_source(cast).get_absolute_url()}#block-40")
    expect(wide.locator("#block-40")).to_be_focused()
    bar, tools, found = (wide.locator(name).bounding_box() for name in (".desk-bar", ".desk-tools", "#block-40"))
    assert bar is not None
    assert tools is not None
    assert found is not None
    assert bar["y"] >= 0
    assert bar["y"] + bar["height"] <= tools["y"], "the bar does not hide the tools"
    assert tools["y"] + tools["height"] <= found["y"], "nor the tools the piece"
