"""What waits for whoever signed in."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from meetings.models import SourceDocument, SuggestedAction
from recommendations.choices import UpdateStage
from recommendations.models import Holding
from tests.cast import Cast
from tests.factories import a_committee, a_meeting, a_paragraph, a_recommendation, an_update
from tests.meetings.sample import a_source, recorded
from tests.recommendations.history import day, led_by_tom, to_be_answered
from tests.recommendations.rows import a_closing

WAITING = "/waiting/"


def days(n: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=n)


def groups(client: Client) -> list[tuple[str, list[str]]]:
    found = client.get(WAITING).context["groups"]
    return [(group.heading, [row.recommendation.title for row in group.rows]) for group in found]


def test_late_comes_first_then_what_is_due_soon(client: Client, cast: Cast) -> None:
    led_by_tom(cast, title="no date")
    led_by_tom(cast, title="far", target_on=days(43))
    led_by_tom(cast, title="soon", target_on=days(42))
    led_by_tom(cast, title="today", target_on=days(0))
    led_by_tom(cast, title="a little late", target_on=days(-1))
    led_by_tom(cast, title="very late", target_on=days(-300))
    to_be_answered(cast, title="response late", response_due_on=days(-100))
    done = led_by_tom(cast, title="proposed", target_on=days(-5))
    an_update(recommendation=done, standing="complete")
    a_closing(led_by_tom(cast, title="closed", target_on=days(-5)), day("2026-07-06"))
    a_recommendation(title="another's", target_on=days(-5))
    client.force_login(cast.tom)
    assert groups(client) == [
        ("Late", ["very late", "response late", "a little late"]),
        ("Due within six weeks", ["today", "soon"]),
        ("Not due yet", ["far", "no date"]),
        ("Proposed as complete: the committee decides", ["proposed"]),
    ]


def test_what_a_post_left_behind_waits_for_its_next_holder(client: Client, cast: Cast) -> None:
    led_by_tom(cast, title="inherited")
    Holding.objects.filter(holder=cast.tom).update(to_on=days(-1))
    Holding.objects.create(post=cast.toms_post, holder=cast.iris, from_on=days(0))
    client.force_login(cast.tom)
    assert groups(client) == []
    client.force_login(cast.iris)
    assert groups(client) == [("Not due yet", ["inherited"])]


def test_drafts_and_what_is_with_the_clerk_are_the_officers_own(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, committee=a_committee(checks_updates=True))
    draft = an_update(recommendation=made, author=cast.tom, post=cast.toms_post, stage=UpdateStage.DRAFT)
    handed_in = an_update(recommendation=made, author=cast.tom, post=cast.toms_post, stage=UpdateStage.SUBMITTED)
    client.force_login(cast.tom)
    context = client.get(WAITING).context
    assert (list(context["drafts"]), list(context["handed_in"])) == ([draft], [handed_in])
    assert "to_check" not in context
    client.force_login(cast.dev)
    context = client.get(WAITING).context
    assert (list(context["drafts"]), list(context["handed_in"])) == ([], [])
    assert list(context["to_check"]) == [handed_in]


def test_a_clerk_sees_what_to_check_what_is_late_and_what_to_publish(client: Client, cast: Cast) -> None:
    late = to_be_answered(cast, response_due_on=days(-3))
    to_be_answered(cast, response_due_on=days(3))
    proposed = led_by_tom(cast)
    an_update(recommendation=proposed, standing="complete")
    draft = led_by_tom(cast, published_at=None)
    passage = a_paragraph()
    for _ in range(2):
        SuggestedAction.objects.create(item=passage.item, paragraph=passage, text="Send it.", is_marked=False)
    client.force_login(cast.dev)
    context = client.get(WAITING).context
    assert [row.recommendation for row in context["responses_late"]] == [late]
    assert [row.recommendation for row in context["proposed"]] == [proposed]
    assert list(context["unpublished"]) == [draft]
    assert context["suggestions"] == 2
    assert not context["is_quiet"]


def test_a_clerk_sees_minutes_on_their_way_the_oldest_first(client: Client, cast: Cast) -> None:
    committee = a_committee(name="Place Committee", slug="place")
    for on, stage in (
        ("2026-05-04", MinutesStage.DRAFT),
        ("2026-03-02", MinutesStage.DRAFT),
        ("2026-07-06", MinutesStage.IN_PREPARATION),
        ("2026-06-01", MinutesStage.IN_PREPARATION),
        ("2026-08-03", MinutesStage.NONE),
    ):
        a_meeting(committee=committee, held_on=day(on), minutes_stage=stage)
    a_meeting(committee=committee, held_on=day("2026-01-05"), minutes_stage="approved", approved_on=day("2026-03-02"))
    first, second = (a_source(cast.priya, text, f"{text[0]}.txt") for text in ("1. Roads\n\nMet.", "2. Buses\n\nMet."))
    recorded(cast.priya, committee=committee)
    client.force_login(cast.dev)
    response = client.get(WAITING)
    slugs = {name: [row.slug for row in response.context[name]] for name in ("to_publish", "to_approve")}
    assert list(response.context["to_record"]) == [first, second]
    assert slugs == {
        "to_publish": ["2026-06-01", "2026-07-06"],
        "to_approve": ["2026-03-02", "2026-03-09", "2026-05-04"],
    }
    page = response.content.decode()
    assert f'<a href="/minutes/{first.key}/">Correct and record 1.txt</a>' in page
    assert '<a href="/meetings/place/2026-06-01/">Read and publish Place Committee, 1 June 2026</a>' in page
    approve = '<a href="/meetings/place/2026-03-02/approve/">Mark as approved: Place Committee, 2 March 2026</a>'
    assert approve in page
    client.force_login(cast.tom)
    assert "to_record" not in client.get(WAITING).context


@pytest.mark.parametrize("name", ["osei", "iris", "tom", "dev"])
def test_nothing_waiting_says_where_to_look(name: str, client: Client, cast: Cast) -> None:
    client.force_login(getattr(cast, name))
    page = client.get(WAITING).content.decode()
    assert "Nothing waits for you." in page
    assert reverse("recommendations:list") in page


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("tom", 8), ("dev", 15)])
def test_a_long_list_takes_the_same_queries(
    many: int, name: str, queries: int, client: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(many):
        led_by_tom(cast, target_on=days(-3))
        to_be_answered(cast, response_due_on=days(-3))
        an_update(recommendation=led_by_tom(cast), standing="complete")
        for stage in (UpdateStage.DRAFT, UpdateStage.SUBMITTED):
            an_update(recommendation=led_by_tom(cast), author=cast.tom, post=cast.toms_post, stage=stage)
        led_by_tom(cast, published_at=None)
        a_source(cast.priya, f"{SourceDocument.objects.count()}. Roads\n\nMembers met.")
        for minutes_stage in (MinutesStage.IN_PREPARATION, MinutesStage.DRAFT):
            a_meeting(minutes_stage=minutes_stage)
    client.force_login(getattr(cast, name))
    with django_assert_num_queries(queries):
        client.get(WAITING)
