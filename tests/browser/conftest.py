"""A real browser on a real server: Chromium as the system has it, watched for anything that goes wrong unseen."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    ViewportSize,
    WebError,
    expect,
)

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

    from scrutiny.models import User
    from tests.cast import Cast

HERE = Path(__file__).parent
SCREENS = Path("build/screens")
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 30_000
"""Milliseconds that a page may take: whoever waits in vain fails all the same, and a machine may be busy."""
LOOKED_FOR = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
SWITCHES = [
    "--disable-background-networking",  # nothing is asked of anybody outside
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # root, as in CI, gets none
]

# Playwright runs an event loop in this thread, and Django refuses its database to a thread with one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.is_relative_to(HERE):
        item.add_marker(pytest.mark.browser)
        # The server answers from other threads, so rows are really written; what migrations made comes back each time.
        item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM:
        pytest.fail("There is no Chromium here: run `make chromium`, or name one in CHROMIUM.", pytrace=False)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": SWITCHES}


@pytest.fixture(scope="session")
def connections_before(django_db_setup: None) -> list[BaseDatabaseWrapper]:
    return list(connections.all())


@pytest.fixture(scope="session")
def playwright(connections_before: list[BaseDatabaseWrapper], playwright: Playwright) -> Playwright:
    """Once an event loop runs, Django keeps other connections for this thread: give it back those it had, which know
    what the migrations made."""
    for connection in connections_before:
        connections[connection.alias] = connection
    expect.set_options(timeout=PATIENCE)
    return playwright


@pytest.fixture(scope="session")
def base_url(live_server: "LiveServer") -> str:
    """Addresses in tests begin with a slash."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """The visitor sits in England, at a desk."""
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "reduced_motion": "reduce",
        "viewport": WIDE,
    }


class Complaints(list[str]):
    """What went wrong behind the page. A test that provokes a complaint clears the list after looking at it."""

    def __init__(self, home: str) -> None:
        super().__init__()
        self.home = home

    @contextmanager
    def watch(self, context: BrowserContext) -> Iterator[None]:
        events: dict[Any, Callable[..., None]] = {
            "console": self.console,
            "weberror": self.weberror,
            "request": self.request,
            "requestfailed": self.failed,
        }
        for event, listener in events.items():
            context.on(event, listener)
        yield
        for event, listener in events.items():
            context.remove_listener(event, listener)

    def console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):  # a broken content policy is an error here
            self.append(f"console: {message.text} ({message.location.get('url', '')})")

    def weberror(self, error: WebError) -> None:
        self.append(f"script: {error.error}")

    def request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.append(f"asked somebody else: {request.url}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a download, or the next page asked for before this one was there
            self.append(f"failed: {request.method} {request.url}: {request.failure}")


@pytest.fixture
def complaints(live_server: "LiveServer") -> Iterator[Complaints]:
    """Fails the test on a console error, a breach of the content policy, a failed request, a request to elsewhere."""
    complaints = Complaints(live_server.url)
    yield complaints
    assert list(complaints) == []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], complaints: Complaints
) -> Iterator[Callable[..., BrowserContext]]:
    """As the plugin makes it, and watched: every page of every visitor."""
    with ExitStack() as watching:

        def watched(**options: Any) -> BrowserContext:
            context = new_context(**options)
            context.set_default_timeout(PATIENCE)
            watching.enter_context(complaints.watch(context))
            return context

        yield watched


@pytest.fixture(scope="session")
def only_context(browser: Browser, browser_context_args: dict[str, Any]) -> BrowserContext:
    """To make one anew costs Chromium most of a second of work, with each test."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture(scope="session")
def memory(only_context: BrowserContext) -> CDPSession:
    """What Chromium keeps between pages, by way of a blank one that stays."""
    return only_context.new_cdp_session(only_context.new_page())


@pytest.fixture
def context(
    only_context: BrowserContext, memory: CDPSession, complaints: Complaints, live_server: "LiveServer"
) -> Iterator[BrowserContext]:
    """A visitor who has never been here: nothing that an earlier test left behind is there."""
    with complaints.watch(only_context):
        yield only_context
        _, *pages = only_context.pages
        for page in pages:
            page.close()
    memory.send("Storage.clearDataForOrigin", {"origin": live_server.url, "storageTypes": "all"})
    memory.send("Network.clearBrowserCache")
    only_context.clear_cookies()
    only_context.clear_permissions()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def cast() -> "Cast":
    from tests.cast import gather  # noqa: PLC0415  (models are there only once Django is set up)

    return gather()


@pytest.fixture
def sign_in(live_server: "LiveServer") -> Callable[[Page, "User"], None]:
    """`sign_in(page, user)`: the session begins without the form, which has a test of its own."""

    def sign_in(page: Page, user: "User") -> None:
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])

    return sign_in


@pytest.fixture
def axe(request: pytest.FixtureRequest) -> Callable[[Page], None]:
    """`axe(page)`: not one breach of WCAG 2.2 AA or of good practice on the page as it stands now.

    No database makes a page more or less accessible, and looking costs more than the page: it is done on SQLite.
    """
    if request.config.getoption("--database") != "sqlite":
        return lambda page: None

    def check(page: Page) -> None:
        page.evaluate(AXE_SCRIPT)
        violations = page.evaluate("options => axe.run(options).then(results => results.violations)", LOOKED_FOR)
        breaches = [line for breach in violations for line in report(breach)]
        assert not breaches, "\n".join([f"{page.url} at {page.viewport_size}:", *breaches])

    return check


def report(breach: dict[str, Any]) -> Iterator[str]:
    """One rule that was broken, in lines: what, where, and what would mend it."""
    yield f"  {breach['id']} ({breach['impact']}): {breach['help']} - {breach['helpUrl']}"
    for node in breach["nodes"]:
        yield f"    at {', '.join(map(str, node['target']))}"
        yield f"       {node['html'][:300]}"
        yield from (f"       {line.strip()}" for line in node.get("failureSummary", "").splitlines())


@pytest.fixture
def wide(page: Page) -> Page:
    """The page on a desk."""
    page.set_viewport_size(WIDE)
    return page


@pytest.fixture
def narrow(page: Page) -> Page:
    """The page on a telephone."""
    page.set_viewport_size(NARROW)
    return page


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def any_width(request: pytest.FixtureRequest, page: Page) -> Page:
    """The test runs twice: on a desk and on a telephone."""
    page.set_viewport_size(request.param)
    return page


@pytest.fixture
def screenshot() -> Callable[[Page, str], None]:
    """`screenshot(page, "review")` keeps the whole page under build/screens/, where SCREENS=1 asks for it."""

    def take(page: Page, name: str) -> None:
        if os.environ.get("SCREENS") != "1":
            return
        width = (page.viewport_size or WIDE)["width"]
        page.screenshot(path=SCREENS / f"{name}-{width}.png", full_page=True)

    return take
