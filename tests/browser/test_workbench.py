"""The clerk's workbench: by keyboard alone, by thumb, and without a script, with the same result."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, Route, expect

from meetings.actions.bringing_in import correct_blocks, working_copy
from meetings.minutes.editing import leave_out
from meetings.models import Meeting, SourceDocument
from scrutiny.models import User
from tests.browser.conftest import Complaints
from tests.browser.pages import follow
from tests.cast import Cast, gather
from tests.meetings.sample import a_source

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]

MISREAD = """\
Northmoor County Council

Minutes of the Safer Communities Committee held on 9 March 2026

33. Alarms for people who live alone

Minutes:

33.1 The Fire Service lends alarms.

The libraries lend them too.

33.2 Members were glad. The Director of Libraries agreed to send members a list of libraries.

33.6 The committee wishes that every library lend alarms.

Share this page with a friend

34. Next meeting

Minutes:

34.1 The next meeting is in June.
"""
MENDED = [
    ("33", "33.1", "The Fire Service lends alarms. The libraries lend them too."),
    ("33", "33.2", "Members were glad."),
    ("33", "", "The Director of Libraries agreed to send members a list of libraries."),
    ("34", "34.1", "The next meeting is in June."),
]
RESOLVED = [("33", "33.3", "The committee wishes that every library lend alarms.")]


@pytest.fixture
def cast() -> Cast:
    return gather()


def minutes_of(meeting: Meeting) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """What was recorded: the paragraphs and the resolutions, each with its item."""
    paragraphs, resolutions = [], []
    for item in meeting.items.order_by("order"):
        paragraphs += [(item.number, one.number, one.text) for one in item.paragraphs.order_by("order")]
        resolutions += [(item.number, one.number, one.text) for one in item.resolutions.order_by("order")]
    return paragraphs, resolutions


def piece(page: Page, words: str) -> Locator:
    """The piece that shows these words."""
    return page.locator(".piece").filter(has=page.locator(".piece-text", has_text=words))


def go_to(page: Page, words: str) -> None:
    """Down, by keys, until the piece with these words has the focus."""
    for _ in range(40):
        if words in page.evaluate("document.activeElement.querySelector?.('.piece-text')?.textContent || ''"):
            return
        page.keyboard.press("j")
    raise AssertionError(f"No key led to “{words}”.")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-said]")).to_have_text(words)


def number_in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


# -- by keyboard alone


def bring_in_by_keys(page: Page) -> None:
    page.goto("/minutes/bring-in/")
    page.get_by_label("Paste the minutes").focus()
    page.keyboard.insert_text(MISREAD)
    page.get_by_role("button", name="Read them").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Preview")


def mend_by_keys(page: Page) -> None:
    go_to(page, "The libraries lend")
    page.keyboard.press("J")
    expect(page.locator(":focus .piece-text")).to_have_text(MENDED[0][2])

    go_to(page, "Members were glad")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("Wording of piece"))
    page.keyboard.press("Control+Home")
    for _ in "Members were glad. ":
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    expect(page.locator(":focus .piece-text")).to_have_text("Members were glad.")

    go_to(page, "The committee wishes")
    page.keyboard.press("r")
    expect(page.locator(":focus .kind")).to_have_text("Resolution")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("Number of piece"))
    page.keyboard.press("Control+a")
    page.keyboard.type("33.3")
    page.keyboard.press("Enter")
    expect(page.locator(":focus .number")).to_have_text("33.3")

    go_to(page, "Share this page")
    page.keyboard.press("x")
    expect(page.locator(":focus")).to_have_class(re.compile("is-left_out"))


def test_misread_minutes_are_mended_by_keys_alone(page: Page, axe: Axe, sign_in: SignIn, cast: Cast) -> None:
    """From the paste to the record without a mouse."""
    sign_in(page, cast.dev)
    bring_in_by_keys(page)
    mend_by_keys(page)
    axe(page)
    page.get_by_role("button", name="Record and publish as draft").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Recorded 2 items, 4 paragraphs, 1 resolution")
    assert minutes_of(Meeting.objects.get()) == (MENDED, RESOLVED)


def test_without_a_script_the_form_does_the_same(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, cast: Cast
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, cast.dev)
    page.goto("/minutes/bring-in/")
    page.get_by_label("Paste the minutes").fill(MISREAD)
    follow(page, page.get_by_role("button", name="Read them"))

    def row(words: str) -> Locator:
        return page.locator(".piece").filter(has=page.locator("textarea", has_text=words))

    follow(page, row("The libraries lend").get_by_role("button", name="Join above"))
    glad = row("Members were glad")
    glad.get_by_label("Wording of piece").fill(
        "Members were glad.\n\nThe Director of Libraries agreed to send members a list of libraries."
    )
    follow(page, glad.get_by_role("button", name="Split"))
    wish = row("The committee wishes")
    wish.get_by_label("Number of piece").fill("33.3")
    follow(page, wish.get_by_role("button", name="Resolution"))
    follow(page, row("Share this page").get_by_role("button", name="Leave out"))
    row("Members were glad").get_by_label("Mark piece").check()
    row("is in June").get_by_label("Mark piece").check()
    page.get_by_label("The marked pieces are").select_option(label="Bullet")
    follow(page, page.get_by_role("button", name="Give them this kind"))
    follow(page, page.get_by_role("button", name="Undo: marked 2 pieces as bullet"))
    expect(page.get_by_role("button", name="Done")).to_have_count(0)
    follow(page, page.get_by_role("button", name="Record and publish as draft"))
    assert minutes_of(Meeting.objects.get()) == (MENDED, RESOLVED)


def test_the_focus_is_never_lost_and_what_happened_is_said(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    go_to(page, "Members asked for a list")
    n = int(number_in_focus(page).removeprefix("block-"))
    for key, words, place in (
        ("h", f"Marked piece {n} as heading.", n),
        ("b", f"Marked piece {n} as bullet.", n),
        ("p", f"Marked piece {n} as paragraph.", n),
        ("a", f"Marked piece {n} as action.", n),
        ("s", f"Marked piece {n} as opening words.", n),
        ("i", f"Marked piece {n} as item title.", n),
        ("x", f"Left out piece {n}.", n),
        ("x", f"Took in piece {n} again.", n),
        ("u", f"Taken back: took in piece {n} again.", n),
        ("J", f"Joined piece {n} with the one above.", n - 1),
        ("u", f"Taken back: joined piece {n} with the one above.", n - 1),
    ):
        page.keyboard.press(key)
        said(page, words)
        assert number_in_focus(page) == f"block-{place}", key
    for _ in range(7):
        page.keyboard.press("u")
    said(page, f"Taken back: marked piece {n} as heading.")
    page.keyboard.press("u")
    said(page, "There is nothing to take back.")
    assert working_copy(SourceDocument.objects.get()) == working_copy(source)


def test_keys_pressed_faster_than_the_server_answers_mean_their_own_pieces(
    page: Page, sign_in: SignIn, cast: Cast
) -> None:
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    go_to(page, "The Cabinet Member")
    n = int(number_in_focus(page).removeprefix("block-"))
    for key in ("h", "j", "b", "k", "J", "j", "q"):
        page.keyboard.press(key)
    said(page, f"Marked piece {n} as question.")
    kept = working_copy(SourceDocument.objects.get())
    assert [str(block.kind) for block in kept[n - 2 : n]] == [str(working_copy(source)[n - 2].kind), "question"]
    assert "The Cabinet Member" in kept[n - 2].text
    shown = page.locator(".piece-text").all_text_contents()
    assert shown == [block.text for block in kept]


def test_a_run_is_marked_and_given_one_kind(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    go_to(page, "The Cabinet Member")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    said(page, "3 marked")
    expect(page.get_by_label("The marked pieces are")).to_be_visible()
    page.keyboard.press("Shift+ArrowUp")
    said(page, "2 marked")
    page.keyboard.press("b")
    said(page, "Marked 2 pieces as bullet.")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator(".piece-mark:checked")).to_have_count(0)
    assert [block.text[:11] for block in working_copy(SourceDocument.objects.get()) if block.kind == "bullet"] == [
        "The Cabinet",
        "Members ask",
    ]


def test_single_keys_can_be_switched_off(page: Page, axe: Axe, sign_in: SignIn, cast: Cast) -> None:
    """WCAG 2.1.4. Arrows, Enter and Escape work on the piece that has the focus all the same."""
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    page.keyboard.press("?")
    panel = page.get_by_role("dialog", name="Keys")
    expect(panel).to_be_visible()
    axe(page)
    panel.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.reload()
    page.locator("#block-9").focus()
    page.keyboard.press("x")
    page.keyboard.press("?")
    expect(panel).to_be_hidden()
    page.keyboard.press("ArrowDown")
    assert number_in_focus(page) == "block-10"
    page.get_by_role("button", name="Keys").click()
    panel.get_by_label("Single keys work").check()
    panel.get_by_role("button", name="Close").click()
    page.locator("#block-9").focus()
    page.keyboard.press("x")
    said(page, "Left out piece 9.")
    assert len(SourceDocument.objects.get().undo) == 1


def test_letters_in_a_field_are_letters(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev).get_absolute_url())
    go_to(page, "Members asked")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("jkxuJS?n")
    page.keyboard.press("Escape")
    said(page, "Kept.")
    expect(page.locator(":focus .piece-text")).to_have_text("jkxuJS?n")
    assert SourceDocument.objects.get().undo[0]["told"].startswith("changed piece")


def test_the_next_uncertain_piece_and_the_items(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev, MISREAD).get_absolute_url())
    page.keyboard.press("n")
    expect(page.locator(":focus .piece-text")).to_contain_text("The committee wishes")
    said(page, "number 33.6 follows 33.2.")
    page.keyboard.press("]")
    expect(page.locator(":focus .piece-text")).to_have_text("Next meeting")
    page.keyboard.press("[")
    expect(page.locator(":focus .piece-text")).to_have_text("Alarms for people who live alone")
    page.get_by_text("Items (2)").click()
    page.get_by_role("link", name="34 Next meeting").click()
    expect(page.locator(":focus .piece-text")).to_have_text("Next meeting")


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


# -- both sides


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
    wide.keyboard.press("J")
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


# -- on a telephone


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


# -- what could go wrong


def test_an_error_is_shown_where_it_is_and_nothing_typed_is_lost(
    any_width: Page, axe: Axe, sign_in: SignIn, cast: Cast
) -> None:
    page = any_width
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev).get_absolute_url())
    asked = piece(page, "Members asked")
    asked.locator(".piece-text").click()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Escape")
    wrong = page.locator(".piece.is-wrong")
    expect(wrong.get_by_text("Write the wording, or choose “Left out” as its kind.")).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("aria-invalid", "true")
    axe(page)
    page.keyboard.insert_text("Members asked for lists.")
    page.keyboard.press("Escape")
    said(page, "Kept.")
    expect(page.locator(".is-wrong")).to_have_count(0)
    expect(page.locator(":focus .piece-text")).to_have_text("Members asked for lists.")


def test_another_window_is_told_of_as_without_a_script(
    page: Page, sign_in: SignIn, cast: Cast, complaints: Complaints
) -> None:
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    correct_blocks(source, blocks=leave_out(working_copy(source), 0))
    go_to(page, "Members asked")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("My own words.")
    with page.expect_navigation():
        page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_contain_text("changed in another window")
    expect(page.locator("pre")).to_have_text("My own words.")
    complaints.clear()  # the browser complains of the answer that says so


def cut_off(route: Route) -> None:
    if route.request.resource_type == "fetch":
        route.abort()
    else:
        route.continue_()


def test_where_the_script_gets_no_answer_the_form_is_sent(
    page: Page, sign_in: SignIn, cast: Cast, complaints: Complaints
) -> None:
    sign_in(page, cast.dev)
    source = a_source(cast.dev)
    page.goto(source.get_absolute_url())
    page.route(
        "**/minutes/**", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    go_to(page, "Members asked")
    with page.expect_navigation():
        page.keyboard.press("r")
    expect(page.locator(":focus .kind")).to_have_text("Resolution")
    assert SourceDocument.objects.get().undo[0]["told"].endswith("as resolution")
    complaints.clear()  # the request that was cut off


def test_leaving_with_words_that_are_not_kept_asks_first(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.dev)
    page.goto(a_source(cast.dev).get_absolute_url())
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    go_to(page, "Members asked")
    page.goto("/minutes/bring-in/")
    page.go_back()
    assert asked == []
    go_to(page, "Members asked")
    page.keyboard.press("e")
    page.keyboard.type("So ")
    page.goto("/minutes/bring-in/")
    assert asked == ["beforeunload"]


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
    """At both widths every field is there, and nothing runs off the screen."""
    source = a_source(cast.dev, MISREAD)
    for width in (1280, 390):
        page = new_context(java_script_enabled=False).new_page()
        page.set_viewport_size({"width": width, "height": 844})
        sign_in(page, cast.dev)
        page.goto(source.get_absolute_url())
        boxes = page.get_by_label("Wording of piece")
        expect(boxes).to_have_count(len(source.blocks))
        for box in (boxes.first, boxes.last):
            expect(box).to_be_visible()
            assert (box.bounding_box() or {"x": 0, "width": 9999})["width"] < width
        expect(page.get_by_role("button", name="Keys")).to_have_count(0)
        assert page.locator("html").evaluate("html => html.scrollWidth") == width
