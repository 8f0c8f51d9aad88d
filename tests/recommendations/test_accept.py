"""A suggested action is accepted with one press where it is known who answers; else its form is opened."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage, SuggestionState
from meetings.models import Paragraph, SuggestedAction
from recommendations.forms.answerer import known_answerers
from recommendations.models import Recommendation
from tests.cast import Cast
from tests.factories import a_body, a_committee, a_meeting, a_paragraph, a_post, an_item
from tests.recommendations.history import history

ADDRESS, LIST = "/track/", "/minutes/suggestions/"
OWNER = "Director of Libraries"


@pytest.fixture
def paragraph(cast: Cast) -> Paragraph:
    committee = a_committee(prefix="SCC", slug="scc")
    meeting = a_meeting(committee=committee, minutes_stage=MinutesStage.DRAFT)
    return a_paragraph(item=an_item(meeting=meeting), number="33.2")


def suggested(paragraph: Paragraph, owner: str = OWNER, text: str = "Send members a list.") -> SuggestedAction:
    return SuggestedAction.objects.create(
        item=paragraph.item, paragraph=paragraph, text=text, owner=owner, is_marked=True
    )


@pytest.fixture
def dev(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dev)
    return client


def test_one_press_where_it_is_known_who_answers(dev: Client, cast: Cast, paragraph: Paragraph) -> None:
    suggestion = suggested(paragraph)
    page = dev.get(LIST).content.decode()
    assert '<form method="post" action="/track/">' in page
    assert "Accept tracks it at once, addressed to Director of Libraries, Libraries." in page

    answer = dev.post(ADDRESS, {"suggestion": suggestion.pk, "back": f"{LIST}?of=scc"}, follow=True)
    assert answer.redirect_chain == [(f"{LIST}?of=scc", 302)]
    made = Recommendation.objects.get()
    assert f'Tracked as <a href="{made.get_absolute_url()}">{made.reference}</a>.' in answer.content.decode()
    assert (made.wording, made.title, made.kind) == (
        "Send members a list.",
        "Send members a list",
        "action",
    )
    assert (made.addressee, made.lead_post, made.paragraph) == (cast.toms_post.body, cast.toms_post, paragraph)
    assert made.published_at is not None
    assert made.made_on == paragraph.item.meeting.held_on
    assert [line[0] for line in history(made)] == ["raised"]
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.settled_by) == (SuggestionState.TAKEN_UP, cast.dev)


def test_what_comes_from_unpublished_minutes_is_a_draft(dev: Client, paragraph: Paragraph) -> None:
    meeting = paragraph.item.meeting
    meeting.minutes_stage = MinutesStage.IN_PREPARATION
    meeting.save()
    dev.post(ADDRESS, {"suggestion": suggested(paragraph).pk})
    assert Recommendation.objects.get().published_at is None


@pytest.mark.parametrize("owner", ["", "Somebody else", "PCP"])
def test_the_form_where_it_is_not_known(dev: Client, paragraph: Paragraph, owner: str) -> None:
    suggested(paragraph, text="Another.")
    suggestion = suggested(paragraph, owner)
    answer = dev.post(ADDRESS, {"suggestion": suggestion.pk})
    assert answer["Location"] == f"{dev.get(LIST).context['rows'][1]['track_url']}"
    assert answer["Location"].endswith("/?suggestion=2")
    assert not Recommendation.objects.exists()


def test_several_at_once_leave_those_that_are_not_known(dev: Client, cast: Cast, paragraph: Paragraph) -> None:
    keys = [suggested(paragraph, owner).pk for owner in (OWNER, "Libraries", "Nobody we know", "")]
    answer = dev.post(ADDRESS, {"suggestion": keys}, follow=True).content.decode()
    raised = Recommendation.objects.order_by("sequence")
    assert list(raised.values_list("addressee__name", "lead_post__title")) == [
        ("Libraries", OWNER),
        ("Libraries", None),
    ]
    assert "2 of them wait on: it is not known who answers. Use “Track this” beside it." in answer
    assert SuggestedAction.objects.waiting().count() == 2


def test_what_hangs_on_no_passage_waits_on(dev: Client, paragraph: Paragraph) -> None:
    loose = SuggestedAction.objects.create(item=paragraph.item, text="Write.", owner=OWNER, is_marked=True)
    answer = dev.post(ADDRESS, {"suggestion": [loose.pk]}, follow=True)
    assert "One of them waits on" in answer.content.decode()
    unknown = SuggestedAction.objects.create(item=paragraph.item, text="Write.", is_marked=True)
    assert dev.post(ADDRESS, {"suggestion": [unknown.pk]})["Location"] == LIST
    assert not Recommendation.objects.exists()


def test_one_that_was_settled_meanwhile_says_so(dev: Client, paragraph: Paragraph) -> None:
    suggestion = suggested(paragraph)
    dev.post(ADDRESS, {"suggestion": suggestion.pk})
    answer = dev.post(ADDRESS, {"suggestion": suggestion.pk}, follow=True)
    assert "This suggestion was settled already: tracked." in answer.content.decode()
    assert Recommendation.objects.count() == 1


def test_nothing_ticked_says_so(dev: Client, paragraph: Paragraph) -> None:
    assert "Tick the suggestions first." in dev.post(ADDRESS, follow=True).content.decode()


@pytest.mark.parametrize("key", ["0", "x", "", "9" * 30])
def test_one_that_is_not_there_is_not_found(dev: Client, paragraph: Paragraph, key: str) -> None:
    assert dev.post(ADDRESS, {"suggestion": key}).status_code == 404


def test_an_owner_of_two_bodies_is_not_known(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for name in ("Roads", "Schools"):
        a_post(title="Head of Service", body=a_body(name=name))
    with django_assert_num_queries(2):
        known = known_answerers(["head of service", "DIRECTOR OF LIBRARIES", "libraries", "", "nobody"])
    assert known == {
        "DIRECTOR OF LIBRARIES": (cast.toms_post.body, cast.toms_post),
        "libraries": (cast.toms_post.body, None),
    }


def test_only_clerks_accept(client: Client, cast: Cast, paragraph: Paragraph) -> None:
    fields = {"suggestion": suggested(paragraph).pk}
    assert client.post(ADDRESS, fields)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.post(ADDRESS, fields).status_code == 403
    client.force_login(cast.dev)
    assert client.get(ADDRESS).status_code == 405
    assert not Recommendation.objects.exists()
