"""What seems to be asked for waits in a list until a clerk has it tracked or dismisses it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.suggestions import (
    NotDismissed,
    SuggestionSettled,
    change_suggestion,
    dismiss_suggestion,
    take_back_suggestion,
    take_up_suggestion,
)
from meetings.choices import SuggestionState
from meetings.models import AgendaItem, Meeting, SuggestedAction
from tests.cast import Cast
from tests.factories import a_committee, a_meeting, a_paragraph, an_item
from tests.meetings.sample import history

ADDRESS = "/minutes/suggestions/"


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


def test_one_goes_on_with_the_next_and_a_change_stays(dev: Client, meeting: Meeting) -> None:
    first, last = dev.get(ADDRESS).context["rows"]
    there = {row["suggestion"].pk: f"{ADDRESS}#suggestion-{row['suggestion'].pk}" for row in (first, last)}
    assert first["back"] == last["stay"] == there[last["suggestion"].pk]
    assert last["back"] == first["stay"] == there[first["suggestion"].pk], "behind the last there is none"
    page = dev.get(ADDRESS).content.decode()
    assert [page.count(f'name="back" value="{address}"') for address in there.values()] == [2, 2]
    answer = dev.post(ADDRESS, {"suggestion": first["suggestion"].pk, "back": first["back"]})
    assert answer["Location"] == first["back"]
    (row,) = dev.get(f"{ADDRESS}?of=scc").context["rows"]
    assert (row["suggestion"], row["back"]) == (last["suggestion"], f"{ADDRESS}?of=scc")


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
    with django_assert_num_queries(9):  # session, user, permissions (2), meetings, count, rows, their like, tracked
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


# -- taken back, changed, several at once, filtered --------------------------------------------------------------------


def states() -> list[str]:
    return list(SuggestedAction.objects.order_by("pk").values_list("state", flat=True))


def test_a_dismissed_one_is_taken_back(dev: Client, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    answer = dev.post(ADDRESS, {"suggestion": suggestion.pk}, follow=True).content.decode()
    assert 'The suggestion is dismissed. <a href="/minutes/suggestions/?state=dismissed">See what was' in answer
    page = dev.get(f"{ADDRESS}?state=dismissed").content.decode()
    assert f'name="take_back" value="{suggestion.pk}"' in page
    assert "dismissed by Dev Patel" in page
    assert "Track this" not in page

    back = f"{ADDRESS}?state=dismissed"
    assert dev.post(ADDRESS, {"take_back": suggestion.pk, "back": back})["Location"] == back
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.settled_by) == (SuggestionState.WAITING, None)
    assert [(kind, note) for kind, _, _, note in history(meeting)[2:]] == [
        ("suggestion_dismissed", suggestion.text),
        ("suggestion_taken_back", suggestion.text),
    ]


def test_only_what_is_dismissed_is_taken_back(dev: Client, cast: Cast, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    with pytest.raises(NotDismissed):
        take_back_suggestion(suggestion, by=cast.dev, at=timezone.now())
    answer = dev.post(ADDRESS, {"take_back": suggestion.pk}, follow=True)
    assert "Only a dismissed suggestion can be taken back: this one is not." in answer.content.decode()
    assert states() == ["waiting", "waiting"]
    assert len(history(meeting)) == 2


def test_owner_and_words_are_changed_in_place_with_a_line_of_history(dev: Client, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    former = suggestion.text
    fields = {
        "change": suggestion.pk,
        f"change-{suggestion.pk}-owner": "Head of Libraries",
        f"change-{suggestion.pk}-text": "Send a list of schools.",
    }
    assert dev.post(ADDRESS, fields | {"back": f"{ADDRESS}?of=scc"})["Location"] == f"{ADDRESS}?of=scc"
    suggestion.refresh_from_db()
    assert (suggestion.owner, suggestion.text, suggestion.state) == (
        "Head of Libraries",
        "Send a list of schools.",
        SuggestionState.WAITING,
    )
    assert [(kind, note) for kind, _, _, note in history(meeting)[2:]] == [
        ("suggestion_changed", f"Head of Libraries: Send a list of schools.\nBefore: {former}")
    ]
    dev.post(ADDRESS, fields)
    assert len(history(meeting)) == 3, "the same again is no change"


def test_a_change_without_words_says_what_to_do_and_keeps_the_owner(dev: Client, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    prefix = f"change-{suggestion.pk}"
    answer = dev.post(ADDRESS, {"change": suggestion.pk, f"{prefix}-owner": "JB", f"{prefix}-text": " "})
    page = answer.content.decode()
    assert "<title>Error: Suggested actions" in page
    assert f'<a href="#id_{prefix}-text">What is asked: Say what is asked, or dismiss the suggestion.</a>' in page
    assert f'name="{prefix}-owner" value="JB"' in page
    assert len(history(meeting)) == 2


def test_a_settled_one_is_not_changed(cast: Cast, meeting: Meeting) -> None:
    suggestion = from_paragraph()
    dismiss_suggestion(suggestion, by=cast.dev, at=timezone.now())
    with pytest.raises(SuggestionSettled):
        change_suggestion(suggestion, owner="", text="Other words.", by=cast.dev, at=timezone.now())
    suggestion.refresh_from_db()
    assert suggestion.text != "Other words."


def test_several_are_dismissed_at_once_and_taken_back_at_once(dev: Client, meeting: Meeting) -> None:
    keys = [row.pk for row in SuggestedAction.objects.all()]
    answer = dev.post(ADDRESS, {"suggestion": keys, "do": "dismiss"}, follow=True).content.decode()
    assert "2 suggestions are dismissed." in answer
    assert states() == ["dismissed", "dismissed"]
    answer = dev.post(ADDRESS, {"suggestion": keys, "do": "take_back"}, follow=True).content.decode()
    assert "2 suggestions are taken back: they wait again." in answer
    assert states() == ["waiting", "waiting"]


@pytest.mark.parametrize("do", ["dismiss", "take_back"])
def test_nothing_ticked_says_so(dev: Client, meeting: Meeting, do: str) -> None:
    answer = dev.post(ADDRESS, {"do": do}, follow=True)
    assert "Tick the suggestions first." in answer.content.decode()
    assert states() == ["waiting", "waiting"]


def test_one_settled_meanwhile_does_not_hold_up_the_others(dev: Client, cast: Cast, meeting: Meeting) -> None:
    first, second = SuggestedAction.objects.order_by("pk")
    take_up_suggestion(first, by=cast.priya)
    answer = dev.post(ADDRESS, {"suggestion": [first.pk, second.pk], "do": "dismiss"}, follow=True).content.decode()
    assert "This suggestion was settled already: tracked." in answer
    assert "The suggestion is dismissed." in answer
    assert states() == ["taken_up", "dismissed"]


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("", ["Asked of roads.", "Members asked for a list", "asks that the report"]),
        ("?of=scc", ["Members asked for a list", "asks that the report"]),
        ("?of=scc/2026-03-09", ["Members asked for a list", "asks that the report"]),
        ("?of=rp", ["Asked of roads."]),
        ("?of=nowhere", ["Asked of roads.", "Members asked for a list", "asks that the report"]),
        ("?state=dismissed", []),
    ],
)
def test_the_list_of_a_committee_or_a_meeting(dev: Client, meeting: Meeting, address: str, texts: list[str]) -> None:
    committee = a_committee(name="Roads Panel", slug="rp", prefix="RP")
    item = an_item(meeting=a_meeting(committee=committee, held_on=meeting.held_on))
    SuggestedAction.objects.create(item=item, paragraph=a_paragraph(item=item), text="Asked of roads.", is_marked=False)
    rows = [row["suggestion"].text for row in dev.get(ADDRESS + address).context["rows"]]
    assert sorted(text[: len(start)] for text, start in zip(sorted(rows), sorted(texts), strict=True)) == sorted(texts)
