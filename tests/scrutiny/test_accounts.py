"""Signing in and out, and one's password."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from scrutiny.demo.cast import CAST
from scrutiny.models import User
from scrutiny.roles import ADMINISTRATOR, CLERK, MEMBER, OFFICER
from tests.factories import a_user

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse"
DEMO_EMAIL = "someone@northmoor.example"


@pytest.fixture
def demo() -> Iterator[None]:
    with override_settings(DEMO=True):
        yield


def signed_in_as(client: Client) -> str:
    """The e-mail address of whoever this browser is signed in as."""
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).email if key else ""


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (OFFICER, "recommendations:waiting"),
        (CLERK, "recommendations:waiting"),
        (ADMINISTRATOR, "recommendations:waiting"),
        (MEMBER, "home"),
        ("", "home"),
    ],
)
def test_after_signing_in_each_comes_where_his_work_is(client: Client, role: str, first: str) -> None:
    a_user("tom@northmoor.example", role=role)

    response = client.post("/sign-in/", {"username": "tom@northmoor.example", "password": PASSWORD})

    assert (response.status_code, response["Location"]) == (302, reverse(first))
    assert signed_in_as(client) == "tom@northmoor.example"


def test_capitals_in_the_address_do_not_matter(client: Client) -> None:
    a_user("tom@northmoor.example")
    client.post("/sign-in/", {"username": "Tom@Northmoor.Example", "password": PASSWORD})
    assert signed_in_as(client) == "tom@northmoor.example"


def test_signing_in_goes_on_to_the_page_that_asked_for_it(client: Client) -> None:
    a_user("tom@northmoor.example", role=OFFICER)
    sent = {"username": "tom@northmoor.example", "password": PASSWORD, "next": "/accessibility/"}
    assert client.post("/sign-in/", sent)["Location"] == "/accessibility/"


def test_signing_in_never_goes_on_to_another_site(client: Client) -> None:
    a_user("tom@northmoor.example")
    sent = {"username": "tom@northmoor.example", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post("/sign-in/", sent)["Location"] == reverse("home")


@pytest.mark.parametrize("email", ["tom@northmoor.example", "nobody@northmoor.example"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client, email: str) -> None:
    a_user("tom@northmoor.example")

    response = client.post("/sign-in/", {"username": email, "password": "wrong horse"})

    page = response.content.decode()
    assert response.status_code == 200
    assert "<title>Error: Sign in" in page
    assert page.count("The e-mail address or the password is wrong.") == 1
    assert f'value="{email}"' in page
    assert signed_in_as(client) == ""


def test_a_closed_account_does_not_open(client: Client) -> None:
    a_user("tom@northmoor.example", is_active=False)
    client.post("/sign-in/", {"username": "tom@northmoor.example", "password": PASSWORD})
    assert signed_in_as(client) == ""


def test_each_empty_field_says_what_to_enter(client: Client) -> None:
    page = client.post("/sign-in/", {}).content.decode()
    assert '<a href="#id_username">E-mail address: Enter your e-mail address</a>' in page
    assert '<a href="#id_password">Password: Enter your password</a>' in page


def test_whoever_is_signed_in_is_sent_on(client: Client) -> None:
    client.force_login(a_user(role=CLERK))
    assert client.get("/sign-in/")["Location"] == reverse("recommendations:waiting")


def test_signing_out_needs_a_press_of_the_button(client: Client) -> None:
    client.force_login(a_user("tom@northmoor.example"))

    assert client.get("/sign-out/").status_code == 405
    assert signed_in_as(client) == "tom@northmoor.example"

    assert client.post("/sign-out/")["Location"] == reverse("home")
    assert signed_in_as(client) == ""


def test_a_password_is_changed_by_whoever_knows_the_old_one(client: Client) -> None:
    tom = a_user("tom@northmoor.example")
    client.force_login(tom)
    sent = {"old_password": PASSWORD, "new_password1": "battery staple 9", "new_password2": "battery staple 9"}

    assert client.post("/account/password/", sent)["Location"] == reverse("home")

    tom.refresh_from_db()
    assert tom.check_password("battery staple 9")
    assert signed_in_as(client) == "tom@northmoor.example"


def test_a_wrong_old_password_changes_nothing(client: Client) -> None:
    tom = a_user()
    client.force_login(tom)
    sent = {"old_password": "wrong", "new_password1": "battery staple 9", "new_password2": "battery staple 9"}

    response = client.post("/account/password/", sent)

    tom.refresh_from_db()
    assert response.status_code == 200
    assert "Your password now: " in response.content.decode()
    assert tom.check_password(PASSWORD)


def test_only_somebody_signed_in_changes_a_password(client: Client) -> None:
    response = client.get("/account/password/")
    assert (response.status_code, response["Location"]) == (302, "/sign-in/?next=/account/password/")


def test_the_administration_is_behind_the_same_sign_in(client: Client) -> None:
    response = client.get("/admin/meetings/committee/", follow=True)
    assert response.redirect_chain[-1] == ("/sign-in/?next=/admin/meetings/committee/", 302)


def test_somebody_who_may_not_administer_is_told_so(client: Client) -> None:
    client.force_login(a_user(role=OFFICER))
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert "this is for somebody with another role" in response.content.decode()


def test_no_cast_is_offered_outside_the_demonstration(client: Client) -> None:
    assert settings.DEMO is False
    assert "demonstration" not in client.get("/sign-in/").content.decode()


def test_nobody_comes_in_without_a_password_outside_the_demonstration(client: Client) -> None:
    a_user(CAST[0].email)
    assert client.post("/demo/sign-in/", {"email": CAST[0].email}).status_code == 404
    assert signed_in_as(client) == ""


@pytest.mark.usefixtures("demo")
def test_the_demonstration_offers_its_cast(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert [player.email for player in CAST if f'name="email" value="{player.email}"' not in page] == []


@pytest.mark.usefixtures("demo")
def test_one_press_comes_in_as_one_of_the_cast(client: Client) -> None:
    a_user(CAST[0].email, role=CLERK)

    response = client.post("/demo/sign-in/", {"email": CAST[0].email})

    assert (response.status_code, response["Location"]) == (302, reverse("recommendations:waiting"))
    assert signed_in_as(client) == CAST[0].email


@pytest.mark.usefixtures("demo")
def test_the_demonstration_lets_in_nobody_but_its_cast(client: Client) -> None:
    a_user(DEMO_EMAIL, role=ADMINISTRATOR)

    assert client.post("/demo/sign-in/", {"email": DEMO_EMAIL}).status_code == 404
    assert signed_in_as(client) == ""


@pytest.mark.usefixtures("demo")
def test_the_demonstration_lets_in_nobody_by_a_link(client: Client) -> None:
    assert client.get("/demo/sign-in/").status_code == 405


def test_an_administrator_takes_over_no_superuser(client: Client) -> None:
    """With the right to change accounts alone he could give a superuser a new password, and sign in as him."""
    root = User.objects.create_superuser("root@northmoor.example", PASSWORD)
    other = a_user("other@northmoor.example")
    client.force_login(a_user("ada@northmoor.example", role=ADMINISTRATOR, is_staff=True))
    new = {"password1": "quite another horse", "password2": "quite another horse", "usable_password": "true"}
    statuses = {
        user: client.post(reverse("admin:auth_user_password_change", args=[user.pk]), new).status_code
        for user in (root, other)
    }
    assert statuses == {root: 403, other: 302}
    change = reverse("admin:scrutiny_user_change", args=[root.pk])
    assert (client.get(change).status_code, client.post(change, {"email": "ada2@x.example"}).status_code) == (200, 403)
    root.refresh_from_db()
    assert (root.email, root.check_password(PASSWORD)) == ("root@northmoor.example", True)
    client.force_login(root)
    assert client.post(reverse("admin:auth_user_password_change", args=[other.pk]), new).status_code == 302
