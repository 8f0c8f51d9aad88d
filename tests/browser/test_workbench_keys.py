"""The clerk's workbench by keyboard alone: from the paste to the record, and each key by itself."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from meetings.actions.bringing_in import working_copy
from meetings.models import Meeting, SourceDocument
from scrutiny.models import User
from tests.browser.desk import MENDED, MISREAD, RESOLVED, go_to, minutes_of, number_in_focus, said
from tests.cast import Cast
from tests.meetings.sample import a_source

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]


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

    go_to(page, "The caretaker")
    n = number_in_focus(page).removeprefix("block-")
    page.keyboard.press("x")
    said(page, f"Left out piece {n}.")
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
