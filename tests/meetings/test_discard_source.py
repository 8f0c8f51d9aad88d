"""What was brought in by mistake is thrown away, as long as nothing is recorded of it."""

import pytest
from django.test import Client
from django.utils import timezone

from meetings.actions.bringing_in import AlreadyRecorded, discard_source
from meetings.actions.recording import record_minutes
from meetings.models import MeetingEvent, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.sample import HELD_ON, TEXT, a_source, recorded


def test_a_clerk_is_asked_first_and_then_it_is_gone(client: Client, cast: Cast) -> None:
    source = a_source(cast.priya, name="wrong.txt")
    address = f"/minutes/{source.key}/discard/"
    client.force_login(cast.dev)
    assert f'<a href="{address}">Throw this document away</a>' in client.get(source.get_absolute_url()).content.decode()
    page = client.get(address).content.decode()
    assert "<h1>Throw away wrong.txt?</h1>" in page
    assert f'<a href="{source.get_absolute_url()}">Keep it</a>' in page
    assert SourceDocument.objects.count() == 1
    answer = client.post(address, follow=True)
    assert answer.redirect_chain == [("/minutes/bring-in/", 302)]
    assert "“wrong.txt” is thrown away." in answer.content.decode()
    assert not SourceDocument.objects.exists()
    assert not MeetingEvent.objects.exists()
    assert client.get(address).status_code == 404


def test_the_same_can_be_brought_in_again(client: Client, cast: Cast) -> None:
    discard_source(a_source(cast.priya))
    client.force_login(cast.dev)
    answer = client.post("/minutes/bring-in/", {"text": TEXT})
    assert answer["Location"] == SourceDocument.objects.get().get_absolute_url()


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_recorded_stays_beside_its_minutes(method: str, client: Client, cast: Cast) -> None:
    source = recorded(cast.priya).sources.get()
    client.force_login(cast.dev)
    answer = getattr(client, method)(f"/minutes/{source.key}/discard/", follow=True)
    assert answer.redirect_chain == [(f"/minutes/{source.key}/source/", 302)]
    assert "“minutes.txt” is recorded, so it stays beside its minutes." in answer.content.decode()
    assert SourceDocument.objects.count() == 1


def test_what_was_recorded_meanwhile_is_not_deleted(cast: Cast) -> None:
    waiting = a_source(cast.priya)
    stale = SourceDocument.objects.get()
    recorded_from(waiting, cast)
    with pytest.raises(AlreadyRecorded):
        discard_source(stale)
    assert SourceDocument.objects.count() == 1


def recorded_from(source: SourceDocument, cast: Cast) -> None:
    record_minutes(source, committee=a_committee(), held_on=HELD_ON, by=cast.dev, at=timezone.now())


def test_only_clerks_may(client: Client, cast: Cast) -> None:
    address = f"/minutes/{a_source(cast.priya).key}/discard/"
    assert client.post(address)["Location"] == f"/sign-in/?next={address}"
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(address).status_code == client.post(address).status_code == 403
    assert SourceDocument.objects.count() == 1
