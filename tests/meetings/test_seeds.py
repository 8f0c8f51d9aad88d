"""Real minutes, where they lie beside the checkout: what is recorded is what a good clerk finds in them."""

import datetime
import json
from pathlib import Path

import pytest
from django.test import Client

from meetings.models import Meeting, Paragraph, Resolution, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.working_copy import form_of

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "minutes" / "seeds").glob("*.txt"))


@pytest.mark.skipif(not SEEDS, reason="the real minutes in ../shared/minutes/seeds are not here")
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
def test_a_seed_is_brought_in_through_the_pages(client: Client, cast: Cast, seed: Path) -> None:
    gold = json.loads(seed.with_suffix("").with_suffix(".gold.json").read_text())
    a_committee(slug="scc")
    client.force_login(cast.dev)
    with seed.open("rb") as file:
        preview = client.post("/minutes/bring-in/", {"text": "", "file": file})["Location"]
    source = SourceDocument.objects.get()
    fields = form_of(source) | {"committee": "scc", "held_on": "2023-01-09", "publish": "yes"}
    assert client.post(f"{preview}record/", fields)["Location"] == "/meetings/scc/2023-01-09/"
    assert Meeting.objects.get().held_on == datetime.date(2023, 1, 9)
    assert Meeting.objects.get().items.count() == len(gold["items"])
    assert counts() == (
        sum(len(item.get("paragraphs", [])) for item in gold["items"]),
        sum(len(item.get("resolutions", [])) for item in gold["items"]),
    )
    client.logout()
    assert client.get("/meetings/scc/2023-01-09/").status_code == 200


def counts() -> tuple[int, int]:
    return Paragraph.objects.count(), Resolution.objects.count()
