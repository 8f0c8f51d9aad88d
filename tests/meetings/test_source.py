"""The document as it came, kept beside the minutes for the clerk."""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import SourceDocument
from tests.cast import Cast
from tests.meetings.sample import a_source, recorded


@pytest.fixture
def source(cast: Cast) -> SourceDocument:
    return recorded(cast.priya).sources.get()


def test_each_line_leads_to_its_piece_and_each_piece_into_the_minutes(
    client: Client, cast: Cast, source: SourceDocument
) -> None:
    client.force_login(cast.dev)
    page = client.get(reverse("meetings:source", args=[source.key])).content.decode()
    place, row = next((n, row) for n, row in enumerate(source.blocks, 1) if row["number"] == "33.2")
    assert f'<li id="line-{row["first_line"]}"><a href="#block-{place}"' in page
    assert f'<a href="#line-{row["first_line"]}">Line {row["first_line"]}</a>' in page
    assert '<a href="/meetings/scc/2026-03-09/#p33-2">Minutes</a>' in page
    assert source.sha256 in page
    assert "by Priya Shah" in page


def test_what_waits_leads_to_its_preview(client: Client, cast: Cast) -> None:
    waiting = a_source(cast.priya)
    client.force_login(cast.dev)
    page = client.get(reverse("meetings:source", args=[waiting.key])).content.decode()
    assert f'<a href="{waiting.get_absolute_url()}">Correct and record it</a>' in page


def test_only_clerks_see_it(client: Client, cast: Cast, source: SourceDocument) -> None:
    address = reverse("meetings:source", args=[source.key])
    assert client.get(address)["Location"] == f"{reverse('sign_in')}?next={address}"
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(address).status_code == 403
