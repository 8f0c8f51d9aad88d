"""A later meeting agrees the minutes as a correct record."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.actions.publishing import approve_minutes
from meetings.actions.refusals import Refused, WrongStage
from meetings.choices import MinutesStage
from meetings.models import Meeting
from tests.cast import Cast
from tests.meetings.sample import history

ADDRESS = "/meetings/scc/2026-03-09/approve/"
JUNE = datetime.date(2026, 6, 8)


def test_approving_says_when_and_writes_history(dev: Client, meeting: Meeting) -> None:
    assert dev.post(ADDRESS, {"approved_on": "2026-06-08"})["Location"] == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert (meeting.minutes_stage, meeting.approved_on) == (MinutesStage.APPROVED, JUNE)
    note = "Approved at the meeting on 8 June 2026."
    assert history(meeting)[2:] == [("minutes_approved", "Dev Patel", "Clerk", note)]
    page = dev.get(meeting.get_absolute_url()).content.decode()
    assert "Minutes approved 8 June 2026" in page
    assert "Draft minutes." not in page


@pytest.mark.parametrize(
    ("approved_on", "error"),
    [
        ("", "Give a date."),
        ("soon", "Give a date, for example 4 March 2019 as 2019-03-04."),
        ("2026-03-09", "Minutes are approved at a later meeting. Choose a day after 9 March 2026."),
        ("2999-01-01", "That day is still to come. Give today’s date or an earlier one."),
    ],
)
def test_a_wrong_date_is_refused_beside_the_field(dev: Client, meeting: Meeting, approved_on: str, error: str) -> None:
    answer = dev.post(ADDRESS, {"approved_on": approved_on})
    assert dict(answer.context["form"].errors) == {"approved_on": [error]}
    assert "<title>Error: " in answer.content.decode()
    assert len(history(meeting)) == 2


def test_the_action_itself_refuses_a_date_that_is_not_later(cast: Cast, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="choose a day after 9 March 2026"):
        approve_minutes(meeting, approved_on=meeting.held_on, by=cast.dev, at=timezone.now())


@pytest.mark.parametrize("stage", [MinutesStage.NONE, MinutesStage.IN_PREPARATION, MinutesStage.APPROVED])
def test_only_published_drafts_are_approved(dev: Client, cast: Cast, meeting: Meeting, stage: MinutesStage) -> None:
    approved_on = JUNE if stage == MinutesStage.APPROVED else None
    Meeting.objects.update(minutes_stage=stage, approved_on=approved_on)
    for answer in (dev.get(ADDRESS), dev.post(ADDRESS, {"approved_on": "2026-06-09"})):
        assert answer["Location"] == meeting.get_absolute_url()
    meeting.refresh_from_db()
    assert (meeting.minutes_stage, meeting.approved_on) == (stage, approved_on)
    with pytest.raises(WrongStage):
        approve_minutes(meeting, approved_on=JUNE, by=cast.dev, at=timezone.now())
    assert len(history(meeting)) == 2


def test_only_clerks_approve(client: Client, cast: Cast, meeting: Meeting) -> None:
    assert client.get(ADDRESS)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS, {"approved_on": "2026-06-08"}).status_code == 403
    assert len(history(meeting)) == 2
