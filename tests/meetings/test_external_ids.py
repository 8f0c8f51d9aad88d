"""What ModernGov calls a meeting and its items is kept, and they are found again by it."""

import datetime
from dataclasses import replace

import pytest
from django.utils import timezone

from meetings.actions.bringing_in import bring_in
from meetings.actions.recording import ItemAlreadyThere, record_minutes
from meetings.choices import MinutesStage
from meetings.models import Committee, Meeting, SourceDocument
from tests.cast import Cast
from tests.factories import a_meeting, an_item
from tests.moderngov import TheirItem, TheirMeeting

HELD = datetime.date(2026, 2, 10)


def recorded(theirs: TheirMeeting, committee: Committee, cast: Cast, *, held_on: datetime.date = HELD) -> Meeting:
    now = timezone.now()
    source: SourceDocument = bring_in(name="GetMeeting.xml", content=theirs.bytes(), format=None, by=cast.dev, at=now)
    return record_minutes(source, committee=committee, held_on=held_on, by=cast.dev, at=now, publish=True)


def test_meeting_and_items_keep_what_moderngov_calls_them(ponds: Committee, cast: Cast) -> None:
    second = replace(TheirItem(), key="20002", number="2.", title="Weirs")
    meeting = recorded(TheirMeeting(items=(TheirItem(), second)), ponds, cast)
    assert meeting.external_id == "5001"
    assert list(meeting.items.values_list("number", "title", "external_id")) == [
        ("1", "Village Ponds", "20001"),
        ("2", "Weirs", "20002"),
    ]


def test_a_meeting_that_is_known_goes_before_committee_and_day(ponds: Committee, cast: Cast) -> None:
    known = a_meeting(
        committee=ponds, held_on=datetime.date(2026, 2, 3), external_id="5001", minutes_stage=MinutesStage.NONE
    )
    same_day = a_meeting(committee=ponds, held_on=HELD, minutes_stage=MinutesStage.NONE)
    assert recorded(TheirMeeting(), ponds, cast) == known
    same_day.refresh_from_db()
    assert (same_day.external_id, same_day.items.count()) == ("", 0)


def test_a_meeting_of_that_day_is_taken_and_gets_the_name(ponds: Committee, cast: Cast) -> None:
    there = a_meeting(committee=ponds, held_on=HELD, minutes_stage=MinutesStage.NONE)
    assert recorded(TheirMeeting(), ponds, cast) == there
    there.refresh_from_db()
    assert there.external_id == "5001"


def test_a_meeting_of_that_day_that_moderngov_calls_otherwise_is_another(ponds: Committee, cast: Cast) -> None:
    other = a_meeting(committee=ponds, held_on=HELD, external_id="4999", minutes_stage=MinutesStage.NONE)
    meeting = recorded(TheirMeeting(), ponds, cast)
    assert meeting != other
    assert (meeting.slug, meeting.external_id) == ("2026-02-10-2", "5001")


def test_items_are_matched_by_their_id_before_number_and_title(ponds: Committee, cast: Cast) -> None:
    meeting = a_meeting(committee=ponds, held_on=HELD, external_id="5001", minutes_stage=MinutesStage.NONE)
    other = an_item(meeting=meeting, number="1", title="Village Ponds", external_id="19999")
    known = an_item(meeting=meeting, number="7", title="Ponds of the village", external_id="20001")
    recorded(TheirMeeting(), ponds, cast)
    assert meeting.items.count() == 2
    known.refresh_from_db()
    assert (known.number, known.title, known.slug) == ("1", "Village Ponds", "7")
    assert known.paragraphs.count() == 1
    assert other.paragraphs.count() == 0


def test_an_item_without_an_id_is_found_by_its_number_and_gets_the_id(ponds: Committee, cast: Cast) -> None:
    meeting = a_meeting(committee=ponds, held_on=HELD, minutes_stage=MinutesStage.NONE)
    known = an_item(meeting=meeting, number="1", title="Ponds")
    recorded(TheirMeeting(), ponds, cast)
    known.refresh_from_db()
    assert (known.external_id, known.title, meeting.items.count()) == ("20001", "Village Ponds", 1)


def test_an_item_that_was_taken_out_gives_up_its_id(ponds: Committee, cast: Cast) -> None:
    meeting = a_meeting(committee=ponds, held_on=HELD, external_id="5001", minutes_stage=MinutesStage.NONE)
    gone = an_item(meeting=meeting, number="1", external_id="20001", taken_out_at=timezone.now())
    recorded(TheirMeeting(), ponds, cast)
    gone.refresh_from_db()
    assert gone.external_id == ""
    assert meeting.items.get(external_id="20001").paragraphs.count() == 1


def test_minutes_of_an_item_are_not_recorded_a_second_time(ponds: Committee, cast: Cast) -> None:
    recorded(TheirMeeting(), ponds, cast)
    again = TheirMeeting(items=(replace(TheirItem(), number="9.", title="Ponds, renamed"),))
    with pytest.raises(ItemAlreadyThere):
        recorded(again, ponds, cast)
