"""From in preparation to a public draft."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.actions.publishing import publish_minutes
from meetings.actions.refusals import WrongStage
from meetings.choices import MinutesStage
from meetings.models import Meeting
from tests.cast import Cast
from tests.factories import a_meeting
from tests.meetings.sample import history, recorded

ADDRESS = "/meetings/scc/2026-03-09/publish/"


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return recorded(cast.priya, publish=False)


def test_publishing_makes_them_public_and_says_so(client: Client, cast: Cast, meeting: Meeting) -> None:
    assert "Online crime" not in client.get(meeting.get_absolute_url()).content.decode()
    client.force_login(cast.dev)
    assert client.post(ADDRESS)["Location"] == meeting.get_absolute_url()
    client.logout()
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Online crime" in page
    assert "<strong>Draft minutes.</strong>" in page
    assert history(meeting)[1:] == [("minutes_published", "Dev Patel", "Clerk", "")]


@pytest.mark.parametrize(
    ("stage", "reason"),
    [(MinutesStage.NONE, "no minutes yet"), (MinutesStage.DRAFT, "published already")],
)
def test_the_wrong_stage_changes_nothing(client: Client, cast: Cast, stage: MinutesStage, reason: str) -> None:
    meeting = a_meeting(minutes_stage=stage)
    client.force_login(cast.dev)
    address = reverse("meetings:publish", args=[meeting.committee.slug, meeting.slug])
    assert reason in client.post(address, follow=True).content.decode()
    meeting.refresh_from_db()
    assert (meeting.minutes_stage, history(meeting)) == (stage, [])
    with pytest.raises(WrongStage, match=reason):
        publish_minutes(meeting, by=cast.dev, at=timezone.now())


def test_get_is_refused(client: Client, cast: Cast, meeting: Meeting) -> None:
    client.force_login(cast.dev)
    assert client.get(ADDRESS).status_code == 405


def test_only_clerks_publish(client: Client, cast: Cast, meeting: Meeting) -> None:
    assert client.post(ADDRESS)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.post(ADDRESS).status_code == 403
    meeting.refresh_from_db()
    assert meeting.minutes_stage == MinutesStage.IN_PREPARATION
    assert len(history(meeting)) == 1
