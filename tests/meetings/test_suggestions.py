"""What seems to be asked for waits in a list until a clerk has it tracked or dismisses it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.suggestions import SuggestionSettled, dismiss_suggestion, take_up_suggestion
from meetings.choices import SuggestionState
from meetings.models import AgendaItem, Meeting, SuggestedAction
from tests.cast import Cast
from tests.factories import a_paragraph, an_item
from tests.meetings.sample import history, recorded

ADDRESS = "/minutes/suggestions/"


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return recorded(cast.priya)


@pytest.fixture
def dev(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dev)
    return client


def from_paragraph() -> SuggestedAction:
    return SuggestedAction.objects.get(paragraph__anchor="p33-2")


def test_the_list_says_where_it_stands_and_what_made_it(dev: Client, meeting: Meeting) -> None:
    page = dev.get(ADDRESS).content.decode()
    assert '<a href="/meetings/scc/2026-03-09/33/#p33-2">Minute 33.2</a>' in page
    assert "Members asked for a list of schools that have not signed up, by division." in page
    assert "Not marked: suggested because of “asked for a list”" in page
    assert '<a class="button quiet small" href="/track/scc/2026-03-09/33/p33-2/?suggestion=1">Track this</a>' in page


def test_a_marked_action_says_so_with_its_owner(dev: Client, meeting: Meeting) -> None:
    from_paragraph().delete()
    SuggestedAction.objects.update(is_marked=True, owner="Head of Libraries")
    assert "Marked as an action in the minutes · for Head of Libraries" in dev.get(ADDRESS).content.decode()


def test_each_is_named_by_its_place_among_those_of_its_passage(dev: Client, meeting: Meeting) -> None:
    """A settled one still counts, so that an address goes on meaning the same."""
    first = from_paragraph()
    SuggestedAction.objects.create(item=first.item, paragraph=first.paragraph, text="Another.", is_marked=False)
    SuggestedAction.objects.filter(pk=first.pk).update(state=SuggestionState.DISMISSED)
    for address in (ADDRESS, "/meetings/scc/2026-03-09/33/", "/meetings/scc/2026-03-09/"):
        page = dev.get(address).content.decode()
        assert "/p33-2/?suggestion=2" in page
        assert "/p33-2/?suggestion=1" not in page


def test_dismissing_writes_history_and_returns(dev: Client, meeting: Meeting, cast: Cast) -> None:
    suggestion = from_paragraph()
    back = "/meetings/scc/2026-03-09/33/#p33-2"
    assert dev.post(ADDRESS, {"suggestion": suggestion.pk, "back": back})["Location"] == back
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.settled_by) == (SuggestionState.DISMISSED, cast.dev)
    assert history(meeting)[2:] == [("suggestion_dismissed", "Dev Patel", "Clerk", suggestion.text)]
    assert "asked for a list" not in dev.get(ADDRESS).content.decode()


def test_one_never_returns_to_another_site(dev: Client, meeting: Meeting) -> None:
    fields = {"suggestion": from_paragraph().pk, "back": "https://elsewhere.example/"}
    assert dev.post(ADDRESS, fields)["Location"] == ADDRESS


def test_a_settled_one_is_settled(dev: Client, cast: Cast, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    take_up_suggestion(suggestion, by=cast.priya)
    assert (suggestion.state, suggestion.settled_by) == (SuggestionState.TAKEN_UP, cast.priya)
    answer = dev.post(ADDRESS, {"suggestion": suggestion.pk}, follow=True)
    assert "This suggestion was settled already: tracked." in answer.content.decode()
    with pytest.raises(SuggestionSettled):
        take_up_suggestion(suggestion, by=cast.dev)
    with pytest.raises(SuggestionSettled):
        dismiss_suggestion(suggestion, by=cast.dev, at=timezone.now())
    assert len(history(meeting)) == 2


@pytest.mark.parametrize("given", ["", "x", "0", "9999999", "9" * 40, "²"])
def test_one_that_is_not_there_is_not_found(dev: Client, meeting: Meeting, given: str) -> None:
    assert dev.post(ADDRESS, {"suggestion": given}).status_code == 404


def test_an_empty_list_says_what_comes_here(dev: Client) -> None:
    assert "No suggestion waits. They come with minutes that are brought in." in dev.get(ADDRESS).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(
    dev: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = an_item()
    for _ in range(count):
        paragraph = a_paragraph(item=item)
        SuggestedAction.objects.create(item=item, paragraph=paragraph, text="Asked.", is_marked=False)
    with django_assert_num_queries(8):  # session, user, permissions (2), count, rows, their like, what is tracked
        dev.get(ADDRESS)


def test_only_clerks_see_and_dismiss(client: Client, cast: Cast, meeting: Meeting) -> None:
    fields = {"suggestion": from_paragraph().pk}
    assert client.get(ADDRESS)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS, fields).status_code == 403
        assert "Seems to ask" not in client.get(meeting.get_absolute_url()).content.decode()
    assert SuggestedAction.objects.waiting().count() == 2


def test_one_from_an_exempt_item_is_hidden_from_who_may_not_see_it(cast: Cast, meeting: Meeting) -> None:
    AgendaItem.objects.update(is_exempt=True)
    assert SuggestedAction.objects.visible_to(cast.dev, on=meeting.held_on).count() == 2
    assert SuggestedAction.objects.visible_to(cast.osei, on=meeting.held_on).count() == 0
