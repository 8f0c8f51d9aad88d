"""What is offered to narrow a list by."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories import a_body, a_recommendation

pytestmark = pytest.mark.django_db


def test_a_body_that_is_asked_only_in_private_is_not_named(client: Client, cast: Cast) -> None:
    a_recommendation(addressee=a_body(name="Rowan House", slug="rowan-house"), is_exempt=True, exempt_paragraphs="2")
    a_recommendation(addressee=a_body(name="Highways", slug="highways"))
    address = reverse("recommendations:list")
    page = client.get(address).content.decode()
    assert ("Highways" in page, "Rowan House" in page) == (True, False)
    assert "Rowan House" not in client.get(address, {"addressee": "rowan-house"}).content.decode()
    client.force_login(cast.dev)
    assert "Rowan House" in client.get(address).content.decode()
