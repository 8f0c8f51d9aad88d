"""Many files at once in a browser: the page goes on by itself, and goes on without a script too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from meetings.models import BatchFile, Committee
from scrutiny.models import User
from tests.browser.pages import follow
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.minutes.test_sittings import ISSUE
from tests.meetings.sample import TEXT
from tests.meetings.test_zipped import a_zip

Axe = Callable[[Page], None]
SignIn = Callable[[Page, User], None]


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    """Nine of one item, one that is certain, one of two meetings, and one that fails."""
    content = {f"{n}.txt": f"{n}. A matter\n\nMembers met.".encode() for n in range(1, 10)}
    path = tmp_path / "2026.zip"
    path.write_bytes(a_zip(content | {"march.txt": TEXT.encode(), "gates.txt": ISSUE.encode(), "empty.txt": b" "}))
    return path


def choose(page: Page, path: Path) -> None:
    page.goto("/minutes/bring-in/")
    page.locator("summary", has_text="Many at once").click()
    page.get_by_label("A zip, or several files").set_input_files(path)
    page.get_by_label("Record at once what is certain").check()
    follow(page, page.get_by_role("button", name="Read them"))


DONE = "12 files read: 1 recorded, 10 wait for you, 1 failed."


def test_the_page_reads_all_of_them_by_itself(
    any_width: Page,
    axe: Axe,
    sign_in: SignIn,
    screenshot: Callable[[Page, str], None],
    monkeypatch: pytest.MonkeyPatch,
    cast: Cast,
    committee: Committee,
    zipped: Path,
) -> None:
    monkeypatch.setattr("meetings.views.batches.SECONDS", 0.0)  # a file a step, so that there are twelve
    page = any_width
    sign_in(page, cast.dev)
    choose(page, zipped)
    expect(page.get_by_role("heading", level=1)).to_have_text("2026.zip")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    page.wait_for_load_state("networkidle")
    unread = BatchFile.objects.unread().count()
    assert unread > 0
    expect(page.get_by_role("button", name=f"Leave out the other {unread}")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 12 - unread)
    axe(page)
    screenshot(page, "batch-running")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#how-far")).to_have_text(DONE)
    expect(page.get_by_role("status")).to_have_text(DONE)
    expect(page.locator("tbody tr").first).to_contain_text("empty.txt")
    axe(page)
    screenshot(page, "batch-finished")
    follow(page, page.get_by_role("link", name="10 wait for you: look at the first"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Preview: 1.txt")


def test_without_a_script_the_button_reads(
    new_context: Callable[..., BrowserContext], sign_in: SignIn, cast: Cast, committee: Committee, zipped: Path
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, cast.dev)
    choose(page, zipped)
    expect(page.locator("#how-far")).to_have_text("0 of 12 files read.")
    while page.get_by_role("button", name="Read the next files").count():
        follow(page, page.get_by_role("button", name="Read the next files"))
    expect(page.locator("#how-far")).to_have_text(DONE)


def test_a_folder_is_chosen_as_one(page: Page, sign_in: SignIn, cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("a.txt", "inner/b.txt", ".DS_Store"):
        (tmp_path / name).write_text(f"1. Of {name}\n\nMembers met.")
    sign_in(page, cast.dev)
    page.goto("/minutes/bring-in/")
    page.locator("summary", has_text="Many at once").click()
    page.get_by_label("Or a folder").set_input_files(tmp_path)
    follow(page, page.get_by_role("button", name="Read them"))
    expect(page.locator("#how-far")).to_have_text("2 files read: 2 wait for you.")
    assert list(BatchFile.objects.order_by("order").values_list("name", flat=True)) == ["a.txt", "b.txt"]


def test_where_reading_fails_the_button_is_an_ordinary_one(
    page: Page, sign_in: SignIn, complaints: list[str], cast: Cast, committee: Committee, zipped: Path
) -> None:
    sign_in(page, cast.dev)
    page.route("**/read/", lambda route: route.abort(), times=1)
    choose(page, zipped)
    expect(page.get_by_role("button", name="Read the next files")).to_be_visible()
    follow(page, page.get_by_role("button", name="Read the next files"))
    expect(page.locator("#how-far")).to_have_text(DONE)
    complaints.clear()  # of the request that was stopped
