"""An answer of ModernGov that a clerk saved comes in through the page like any other document."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from meetings.choices import MinutesStage
from meetings.models import Committee, Meeting, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee, a_meeting
from tests.moderngov import TheirItem, TheirMeeting, their_committees


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dev)
    return client


def brought_in(clerk: Client, content: bytes) -> str:
    file = SimpleUploadedFile("GetMeeting.xml", content, "text/xml")
    return clerk.post("/minutes/bring-in/", {"file": file}, follow=True).content.decode()


def test_the_preview_proposes_committee_and_day(clerk: Client, ponds: Committee) -> None:
    page = brought_in(clerk, TheirMeeting().bytes())
    source = SourceDocument.objects.get()
    assert (source.name, source.format) == ("GetMeeting.xml", "moderngov")
    assert '<option value="ponds" selected>Ponds Committee</option>' in page
    assert 'value="2026-02-10"' in page


def test_a_meeting_that_is_known_by_its_id_is_proposed_with_its_committee(clerk: Client, ponds: Committee) -> None:
    weirs = a_committee(name="Weirs and Ponds", slug="weirs")
    a_meeting(committee=weirs, external_id="5001", minutes_stage=MinutesStage.NONE)
    page = brought_in(clerk, TheirMeeting().bytes())
    assert '<option value="weirs" selected>Weirs and Ponds</option>' in page


def test_it_is_recorded_with_ids_time_and_place(clerk: Client, ponds: Committee) -> None:
    brought_in(clerk, TheirMeeting().bytes())
    source = SourceDocument.objects.get()
    preview = clerk.get(source.get_absolute_url())
    posted = {"committee": "ponds", "held_on": "2026-02-10", "version": preview.context["version"]}
    posted |= {f"kind-{row.name}": row.kind for row in preview.context["copy"].rows}
    posted |= {f"number-{row.name}": row.number for row in preview.context["copy"].rows}
    posted |= {f"text-{row.name}": row.text for row in preview.context["copy"].rows}
    clerk.post(f"{source.get_absolute_url()}record/", posted)
    meeting = Meeting.objects.get()
    assert (meeting.external_id, meeting.starts_at, meeting.place) == ("5001", datetime.time(10), "Moot Hall, Elmford")
    assert list(meeting.items.values_list("number", "title", "external_id")) == [("1", "Village Ponds", "20001")]


def test_what_was_left_out_is_told_on_top_of_the_preview(clerk: Client, ponds: Committee) -> None:
    hidden = TheirItem(key="2", number="2.", title="Quarry Lane", is_restricted=True)
    page = brought_in(clerk, TheirMeeting(items=(TheirItem(), hidden)).bytes())
    assert "Item 2 is not public in ModernGov, so it was not read." in page
    assert "Quarry Lane" not in page


def test_a_list_of_committees_is_refused_beside_the_field(clerk: Client, ponds: Committee) -> None:
    page = brought_in(clerk, their_committees(("7", "Ponds Committee")).encode())
    assert "This is a list of committees, not a meeting; save the answer of GetMeeting" in page
    assert not SourceDocument.objects.exists()
