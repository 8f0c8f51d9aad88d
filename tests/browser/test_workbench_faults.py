"""What can go wrong on the clerk's workbench, and that nothing typed is lost by it."""

from collections.abc import Callable

from playwright.sync_api import Dialog, Page, Route, expect

from meetings.actions.bringing_in import correct_blocks, working_copy
from meetings.minutes.editing import leave_out
from meetings.models import SourceDocument
from scrutiny.models import User
from tests.browser.conftest import Complaints
from tests.browser.desk import go_to, piece, said
from tests.cast import Cast
from tests.meetings.sample import a_source

SignIn = Callable[[Page, User], None]
Axe = Callable[[Page], None]


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
    page.route("**/minutes/**", cut_off)
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
