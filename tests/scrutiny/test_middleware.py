"""What is refused before any view sees it."""

import pytest
from django.test import Client

from tests.factories import a_recommendation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["/reviews/?committee=%00", "/recommendations/?committee=a%00b", "/search/?q=%00", "/meetings/?committee=%00"],
)
def test_a_nul_in_what_is_asked_is_a_bad_request(address: str, client: Client) -> None:
    assert client.get(address).status_code == 400


def test_a_nul_in_the_name_of_a_file_is_a_bad_request(client: Client) -> None:
    made = a_recommendation()
    assert client.get(f"{made.get_absolute_url()}evidence/%00.txt").status_code == 400
    assert client.get(f"{made.get_absolute_url()}evidence/a.txt").status_code == 404


def test_the_name_of_another_host_is_a_bad_request(client: Client) -> None:
    """Refused before anybody is signed in; the page that says so asks for nobody."""
    page = client.get("/", headers={"host": "elsewhere.example"})
    assert (page.status_code, "This could not be read" in page.content.decode()) == (400, True)
