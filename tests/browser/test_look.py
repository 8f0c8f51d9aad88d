"""What a browser makes of the look: nothing breaks the standard, the keyboard reaches everything, paper is paper."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from scrutiny.models import User
from scrutiny.roles import ADMINISTRATOR, CLERK
from tests.factories import a_paragraph, a_user, an_item

SignIn = Callable[[Page, User], None]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/sign-in/", "/accessibility/"])
def test_public_pages_meet_the_standard(
    any_width: Page, axe: Callable[[Page], None], address: str, scheme: Literal["light", "dark"]
) -> None:
    any_width.emulate_media(color_scheme=scheme)
    any_width.goto(address)
    axe(any_width)


def test_the_account_page_meets_the_standard(any_width: Page, axe: Callable[[Page], None], sign_in: SignIn) -> None:
    sign_in(any_width, a_user(role=CLERK))
    any_width.goto("/account/password/")
    axe(any_width)


@pytest.mark.parametrize("address", ["/nothing/here/", "/admin/"])
def test_pages_of_refusal_meet_the_standard(
    any_width: Page, axe: Callable[[Page], None], sign_in: SignIn, complaints: list[str], address: str
) -> None:
    sign_in(any_width, a_user(role=CLERK))
    any_width.goto(address)
    axe(any_width)
    complaints.clear()  # the browser complains of the refusal, which was asked for


def test_a_form_that_failed_leads_the_reader_to_what_is_wrong(any_width: Page, axe: Callable[[Page], None]) -> None:
    any_width.goto("/sign-in/")
    any_width.get_by_role("button", name="Sign in").click()

    expect(any_width).to_have_title("Error: Sign in – Northmoor County Council scrutiny")
    expect(any_width.get_by_role("alert")).to_be_focused()
    axe(any_width)

    any_width.get_by_role("link", name="Password: Enter your password").click()
    expect(any_width.get_by_label("Password")).to_be_focused()
    expect(any_width.get_by_label("Password")).to_have_accessible_description("Error: Enter your password")


def test_the_keyboard_skips_the_menu(page: Page) -> None:
    page.goto("/accessibility/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_everything_that_is_pressed_is_large_enough_for_a_thumb(narrow: Page, sign_in: SignIn) -> None:
    sign_in(narrow, a_user(role=CLERK))
    narrow.goto("/account/password/")
    small = narrow.evaluate(
        """() => [...document.querySelectorAll("header a, header button, input:not([type=hidden]), .button")]
            .filter((element) => !element.matches(".skip") && element.getBoundingClientRect().height < 43.5)
            .map((element) => `${element.textContent || element.name}: ${element.getBoundingClientRect().height}`)"""
    )
    assert small == []


@pytest.mark.parametrize("address", ["/sign-in/", "/accessibility/", "/account/password/"])
def test_nothing_runs_off_a_narrow_screen(page: Page, sign_in: SignIn, address: str) -> None:
    """WCAG 1.4.10: at 320 pixels, which is 1280 made four times as large."""
    page.set_viewport_size({"width": 320, "height": 640})
    if address.startswith("/account/"):
        sign_in(page, a_user(role=CLERK))
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_paper_has_no_menus(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("/accessibility/")
    expect(page.get_by_role("heading", name="Accessibility statement")).to_be_visible()
    expect(page.locator("header")).to_have_css("height", "0px")
    expect(page.locator("footer")).to_be_hidden()


def test_a_copy_link_copies_its_address_and_says_so(page: Page) -> None:
    paragraph = a_paragraph(item=an_item(number="33"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(paragraph.item.get_absolute_url())
    link = page.locator(f"#{paragraph.anchor}").get_by_role("link", name="Copy link")
    address = link.evaluate("link => link.href")

    link.click()

    expect(page.locator(f"#{paragraph.anchor} .copy-link")).to_have_text("Copied")
    expect(page.locator("[data-said]")).to_have_text(f"Copied the link {address}")
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert address.endswith(f"{paragraph.get_absolute_url()}")


def test_a_copy_link_is_an_ordinary_link_without_a_script(new_context: Callable[..., BrowserContext]) -> None:
    paragraph = a_paragraph(item=an_item(number="33"))
    page = new_context(java_script_enabled=False).new_page()
    page.goto(paragraph.item.get_absolute_url())
    page.locator(f"#{paragraph.anchor}").get_by_role("link", name="Copy link").click()
    assert page.url.endswith(paragraph.get_absolute_url())


@pytest.mark.usefixtures("complaints")
def test_the_administration_keeps_the_policy(page: Page, sign_in: SignIn) -> None:
    """No inline style or script of the framework's pages is refused; the browser would complain."""
    sign_in(page, a_user(role=ADMINISTRATOR, is_staff=True, is_superuser=True))
    for address in ("/admin/", "/admin/scrutiny/user/", "/admin/scrutiny/user/add/", "/admin/meetings/committee/add/"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
