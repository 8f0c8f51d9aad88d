"""Every page of the site, found by following the links of the demo council, meets the standard on any screen."""

import html
import re
from collections import defaultdict, deque
from collections.abc import Callable
from functools import partial
from itertools import product
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings

from meetings.actions.batches import read_next, start_batch
from meetings.actions.correcting import bring_in_corrected, correct_minutes
from meetings.choices import MinutesStage
from meetings.models import SourceDocument
from meetings.zipped import Packed
from scrutiny.models import User
from tests.browser.conftest import NARROW, WIDE

SignIn = Callable[[Page, User], None]
EXAMPLES, FOLLOWED = 2, 40
"""How many pages of one kind are looked at (one may be full where the next is empty), and how many are followed."""

DJANGOS = ("admin:", "password_", "logout")
ONLY_POSTED = {
    "demo_sign_in",
    "meetings:leave_out_rest",
    "meetings:publish",
    "meetings:read_batch",
    "meetings:record",
    "recommendations:accept",
    "recommendations:discard_draft",
    "recommendations:publish",
    "recommendations:publish_paper",
    "recommendations:publish_update",
    "recommendations:withdraw_paper",
    "sign_out",
}
NOT_PAGES = {"healthz", "recommendations:evidence", "robots"}
NOT_FOR_HIM = {"sign_in"}
"""What a clerk who is signed in is not offered."""


@pytest.fixture
def demo_council(settings: Settings) -> None:
    settings.DEMO = True
    call_command("load_demo", verbosity=0)
    many_at_once()
    a_correction()


def a_correction() -> None:
    """Of draft minutes, so that what it changed can be looked at."""
    dev, at = User.objects.get(email="dev@northmoor.example"), timezone.now()
    recorded = SourceDocument.objects.filter(meeting__minutes_stage=MinutesStage.DRAFT).latest("recorded_at")
    content = bytes(recorded.content) + b"\n\nThe Chair thanked all who had come.\n"
    corrected = bring_in_corrected(recorded, name="corrected.txt", content=content, format=None, by=dev, at=at)
    correct_minutes(corrected, by=dev, at=at, reason="The last words had been left out.")


def many_at_once() -> None:
    """Two batches: one that nobody has begun to read, and one that was read, with a file that failed."""
    dev, at = User.objects.get(email="dev@northmoor.example"), timezone.now()
    texts = {"2026/january.txt": b"1. Bridges\n\nMembers met.", "2026/february.txt": b" "}
    files = [Packed(name, len(text), partial(bytes, text)) for name, text in texts.items()]
    start_batch(files, name="2026.zip", by=dev, at=at)
    batch = start_batch(files, name="january.txt and 1 more file", by=dev, at=at)
    while read_next(batch, by=dev, on=at.date(), at=at):
        pass


def names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            found |= names(pattern.url_patterns, inner)
        elif pattern.name:
            found.add(f"{namespace}{pattern.name}")
    return found


LINK = re.compile(r'<a [^>]*href="(/[^"#]*)')


def pages(client: Client) -> dict[str, list[str]]:
    """Addresses by the name of their page, as far as links lead from home; some of each kind, not every one."""
    found: dict[str, list[str]] = defaultdict(list)
    known, waiting = {"/"}, deque(["/"])
    while waiting:
        address = waiting.popleft()
        name = resolve(urlsplit(address).path).view_name
        if name in NOT_PAGES or name.startswith("admin:") or len(found[name]) >= FOLLOWED:
            continue
        response = client.get(address)
        assert response.status_code == 200, address
        found[name].append(address)
        links = {html.unescape(link) for link in LINK.findall(response.content.decode())}
        waiting.extend(sorted(links - known))
        known |= links
    return {name: addresses for name, addresses in found.items() if addresses}


def to_look_at(found: dict[str, list[str]]) -> list[str]:
    return [address for addresses in found.values() for address in addresses[:EXAMPLES]]


def test_every_page_a_clerk_reaches_meets_the_standard(
    page: Page,
    axe: Callable[[Page], None],
    sign_in: SignIn,
    screenshot: Callable[[Page, str], None],
    demo_council: None,
) -> None:
    """On a desk and on a telephone."""
    clerk = User.objects.get(email="priya@northmoor.example")
    client = Client()
    client.force_login(clerk)
    found = pages(client)
    ours = {name for name in names(get_resolver().url_patterns) if not name.startswith("admin:")}
    assert ours - set(found) == ONLY_POSTED | NOT_PAGES | NOT_FOR_HIM

    sign_in(page, clerk)
    breaches: list[str] = []
    for width, address in product((WIDE, NARROW), to_look_at(found)):
        page.set_viewport_size(width)
        page.goto(address)
        screenshot(page, f"clerk{urlsplit(address).path.replace('/', '-').rstrip('-')}")
        breaches += wider_than_the_screen(page)
        try:
            axe(page)
        except AssertionError as breach:  # all of them are told at once
            breaches.append(str(breach).partition("\nassert")[0])
    assert not breaches, "\n".join(breaches)


def wider_than_the_screen(page: Page) -> list[str]:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{page.url} is {wider} pixels wider than the screen"] if wider else []


@pytest.mark.parametrize("email", ["", "tom@northmoor.example"], ids=["resident", "officer"])
def test_every_page_others_reach_meets_the_standard(
    page: Page, axe: Callable[[Page], None], sign_in: SignIn, demo_council: None, email: str
) -> None:
    client = Client()
    if email:
        user = User.objects.get(email=email)
        client.force_login(user)
        sign_in(page, user)
    found = pages(client)
    assert {"home", "meetings:item", "recommendations:recommendation", "recommendations:review", "search"} <= set(found)

    for addresses in found.values():
        page.goto(addresses[0])
        axe(page)
