"""Who comes in where: strangers sign in first, those whose work it is not are told so, the hidden is not there."""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.choices import MinutesStage
from recommendations.models import Recommendation
from tests.cast import Cast
from tests.factories import a_meeting, a_paragraph, a_recommendation, a_review, an_item
from tests.recommendations.history import led_by_tom

CLERKS_FORMS = ("respond", "close", "keep_open", "reopen", "extend", "correct_wording", "change_details", "exempt")
POSTED = ("publish", "publish_update", "discard_draft")
ROLES = ("resident", "member", "officer", "other officer", "clerk", "administrator")


def status(client: Client, cast: Cast, role: str, address: str, *, post: bool = False) -> int:
    visitor = cast.everyone()[role]
    client.logout()
    if visitor.is_authenticated:
        client.force_login(visitor)
    response = client.post(address) if post else client.get(address)
    if response.status_code == 302 and response["Location"].startswith(reverse("sign_in")):
        return 401
    return response.status_code


def by_role(client: Client, cast: Cast, address: str) -> tuple[int, ...]:
    return tuple(status(client, cast, role, address) for role in ROLES)


@pytest.mark.parametrize("name", CLERKS_FORMS)
def test_a_clerks_form_is_for_clerks(name: str, client: Client, cast: Cast) -> None:
    address = reverse(f"recommendations:{name}", args=[led_by_tom(cast).slug])
    assert by_role(client, cast, address) == (401, 403, 403, 403, 200, 200)


def test_progress_is_for_whoever_leads_and_for_clerks(client: Client, cast: Cast) -> None:
    address = reverse("recommendations:log_progress", args=[led_by_tom(cast).slug])
    assert by_role(client, cast, address) == (401, 403, 200, 403, 200, 200)


@pytest.mark.parametrize("name", ["recommendation", *CLERKS_FORMS, "log_progress"])
def test_an_exempt_one_is_there_only_for_those_who_may_see_it(name: str, client: Client, cast: Cast) -> None:
    address = reverse(f"recommendations:{name}", args=[led_by_tom(cast, is_exempt=True, exempt_paragraphs="3").slug])
    expected = {
        "recommendation": (404, 404, 200, 404, 200, 200),
        "log_progress": (401, 403, 200, 404, 200, 200),
    }.get(name, (401, 403, 403, 403, 200, 200))
    assert by_role(client, cast, address) == expected


def test_a_draft_is_there_only_for_clerks(client: Client, cast: Cast) -> None:
    address = led_by_tom(cast, published_at=None).get_absolute_url()
    assert by_role(client, cast, address) == (404, 404, 404, 404, 200, 200)


@pytest.mark.parametrize("name", POSTED)
def test_what_is_done_at_once_is_never_done_by_a_link(name: str, client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, published_at=None)
    client.force_login(cast.dev)
    assert client.get(reverse(f"recommendations:{name}", args=[made.slug])).status_code == 405
    assert Recommendation.objects.get(pk=made.pk).published_at is None


@pytest.mark.parametrize("name", ["publish", "publish_update"])
def test_publishing_is_for_clerks(name: str, client: Client, cast: Cast) -> None:
    address = reverse(f"recommendations:{name}", args=[led_by_tom(cast, published_at=None).slug])
    found = [status(client, cast, role, address, post=True) for role in ROLES[:4]]
    assert found == [401, 403, 403, 403]


def test_raising_is_for_clerks(client: Client, cast: Cast) -> None:
    passage = a_paragraph()
    item = passage.item
    place = [item.meeting.committee.slug, item.meeting.slug, item.slug, passage.anchor]
    assert by_role(client, cast, reverse("recommendations:raise", args=place)) == (401, 403, 403, 403, 200, 200)


def test_reviews_are_public_and_changed_by_clerks(client: Client, cast: Cast) -> None:
    review = a_review()
    read = [reverse("recommendations:reviews"), review.get_absolute_url()]
    changed = [reverse(f"recommendations:{name}", args=[review.slug]) for name in ("edit_review", "add_recommendation")]
    for address in read:
        assert by_role(client, cast, address) == (200,) * 6
    for address in [*changed, reverse("recommendations:start_review")]:
        assert by_role(client, cast, address) == (401, 403, 403, 403, 200, 200)


def test_what_waits_is_for_everybody_with_an_account(client: Client, cast: Cast) -> None:
    assert by_role(client, cast, reverse("recommendations:waiting")) == (401, 200, 200, 200, 200, 200)


def test_what_is_not_there_is_not_found(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    for address in ("/recommendations/none/", "/recommendations/none/close/", "/reviews/none/", "/track/a/b/c/d/"):
        assert client.get(address).status_code == 404


def test_a_passage_marked_exempt_later_hides_what_came_of_it(client: Client, cast: Cast) -> None:
    item = an_item(meeting=a_meeting(minutes_stage=MinutesStage.APPROVED, approved_on="2026-05-11"))
    passage = a_paragraph(item=item)
    from_passage = a_recommendation(paragraph=passage)
    from_item = a_recommendation(paragraph=a_paragraph(item=an_item(meeting=item.meeting)))
    assert by_role(client, cast, from_passage.get_absolute_url()) == (200,) * 6
    passage.is_exempt = True
    passage.save()
    from_item.paragraph.item.is_exempt = True  # type: ignore[union-attr]
    from_item.paragraph.item.save()  # type: ignore[union-attr]
    for made in (from_passage, from_item):
        assert by_role(client, cast, made.get_absolute_url()) == (404, 404, 404, 404, 200, 200)
