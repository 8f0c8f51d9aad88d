"""Pages that every site has, and what every page sends and shows."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error
from pytest_django import DjangoAssertNumQueries, Settings

from meetings.models import SourceDocument
from scrutiny.environment import PROJECT
from tests.cast import gather
from tests.factories import a_user

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def test_the_watcher_hears_ok(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok", "text/plain")


def test_robots_are_kept_from_what_has_no_end(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /sign-in/",
    ]


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/accessibility/", "/nothing/here/", "/admin/login/"])
def test_every_page_sends_the_strict_policy(client: Client, address: str) -> None:
    response = client.get(address)
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/accessibility/", "/nothing/here/"])
def test_no_page_has_inline_style_or_script(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert [word for word in (" style=", "<style", "<script>", " onclick=", "javascript:") if word in page] == []


def test_the_stylesheet_stays_small() -> None:
    """25 kB, before it is compressed: whoever adds a rule looks first for one that can go."""
    assert (PROJECT / "static" / "scrutiny.css").stat().st_size < 25_000


def test_the_accessibility_statement_is_linked_from_every_page(client: Client) -> None:
    assert '<a href="/accessibility/">Accessibility statement</a>' in client.get("/nothing/here/").content.decode()
    assert "no claim of full conformance" in client.get("/accessibility/").content.decode()


def test_a_page_that_is_not_there_says_what_to_do_next(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert f'<a href="{reverse("search")}">search the minutes and recommendations</a>' in response.content.decode()


def test_a_fault_gets_a_page_that_needs_nothing(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The page of a fault asks neither the database nor the session: one of them may be the fault."""
    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Wait a minute and try again." in response.content.decode()


def test_what_is_too_large_gets_a_page_that_says_what_to_do(client: Client, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    client.force_login(gather().dev)
    response = client.post("/minutes/bring-in/", {"text": "a" * 1001})
    assert response.status_code == 400
    page = response.content.decode()
    assert "<title>This could not be read – scrutiny</title>" in page
    assert "bring them in one meeting at a time" in page
    assert "scrutiny.css" in page
    assert not SourceDocument.objects.exists()


def test_a_form_of_another_site_is_refused_with_advice() -> None:
    response = Client(enforce_csrf_checks=True).post("/sign-out/")
    assert response.status_code == 403
    assert "load the page again, and send it once more" in response.content.decode()


def test_each_role_finds_the_doors_of_its_work(client: Client) -> None:
    cast = gather()
    doors = {
        "waiting": ">What waits for me</a>",
        "bring in": ">Bring in minutes</a>",
        "suggestions": ">Suggested actions</a>",
        "administration": ">Administration</a>",
        "sign out": ">Sign out</button>",
        "sign in": ">Sign in</a>",
    }
    found = {}
    for role, person in cast.everyone().items():
        client.logout()
        if person.is_authenticated:
            client.force_login(person)
        page = client.get("/accessibility/").content.decode()
        found[role] = [door for door, markup in doors.items() if markup in page]
    assert found == {
        "resident": ["sign in"],
        "member": ["sign out"],
        "officer": ["waiting", "sign out"],
        "other officer": ["waiting", "sign out"],
        "clerk": ["waiting", "bring in", "suggestions", "sign out"],
        "administrator": ["waiting", "bring in", "suggestions", "administration", "sign out"],
    }


def test_the_menu_says_where_one_is(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert '<a href="/sign-in/" aria-current="page">Sign in</a>' in page
    assert page.count("aria-current") == 1


def test_a_page_without_an_account_asks_the_database_nothing_for_its_menu(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/accessibility/")


def test_the_menu_costs_the_same_for_everybody(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(a_user(role="Clerk"))
    with django_assert_num_queries(4):  # session, user, permissions of the user and of the groups
        client.get("/accessibility/")
