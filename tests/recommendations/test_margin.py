"""What stands in the margin of minutes."""

import pytest
from pytest_django import DjangoAssertNumQueries

from meetings.margin import Note, margins
from meetings.models import Paragraph, Resolution
from tests.cast import Cast
from tests.factories import TODAY, a_paragraph, a_recommendation, a_resolution, an_item, an_update
from tests.recommendations.history import day, decided
from tests.recommendations.rows import a_closing


def test_a_passage_says_what_it_led_to(cast: Cast) -> None:
    item = an_item()
    said, resolved = a_paragraph(item=item), a_resolution(item=item)
    first = a_recommendation(paragraph=said, target_on=day("2026-12-01"))
    an_update(recommendation=first, standing="slipped")
    second = a_recommendation(paragraph=said)
    closed = a_recommendation(resolution=resolved, target_on=day("2026-12-01"))
    a_closing(closed, day("2026-07-06"), resolution=decided(closed.committee), outcome="superseded")
    found = margins([said, resolved], cast.resident, on=TODAY)
    assert found[Paragraph, said.pk].notes == [
        Note(first.reference, first.get_absolute_url(), "slipped", "Slipped", day("2026-12-01")),
        Note(second.reference, second.get_absolute_url(), "not_started", "Not started"),
    ]
    assert found[Resolution, resolved.pk].notes == [
        Note(closed.reference, closed.get_absolute_url(), "superseded", "Closed: superseded")
    ]


def test_a_paragraph_and_a_resolution_of_one_key_are_not_confused(cast: Cast) -> None:
    said, resolved = a_paragraph(pk=900), a_resolution(pk=900)
    made = a_recommendation(resolution=resolved)
    found = margins([said, resolved], cast.resident, on=TODAY)
    assert [len(found[kind, said.pk].notes) for kind in (Paragraph, Resolution)] == [0, 1]
    assert found[Resolution, resolved.pk].notes[0].reference == made.reference


@pytest.mark.parametrize(
    ("role", "notes"),
    [("resident", 0), ("member", 0), ("officer", 1), ("other officer", 0), ("clerk", 2), ("administrator", 2)],
)
def test_only_what_the_visitor_may_see_is_noted(role: str, notes: int, cast: Cast) -> None:
    said = a_paragraph()
    a_recommendation(paragraph=said, is_exempt=True, lead_post=cast.toms_post)
    a_recommendation(paragraph=said, published_at=None)
    margin = margins([said], cast.everyone()[role], on=TODAY)[Paragraph, said.pk]
    assert len(margin.notes) == notes


@pytest.mark.parametrize(
    ("role", "offered"),
    [("resident", False), ("member", False), ("officer", False), ("clerk", True), ("administrator", True)],
)
def test_only_clerks_are_offered_to_track(role: str, offered: bool, cast: Cast) -> None:
    said = a_paragraph()
    place = f"{said.item.meeting.committee.slug}/{said.item.meeting.slug}/{said.item.slug}/{said.anchor}"
    margin = margins([said], cast.everyone()[role], on=TODAY)[Paragraph, said.pk]
    assert margin.track_url == (f"/track/{place}/" if offered else "")


def test_no_passages_have_no_margins(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert margins([], cast.resident, on=TODAY) == {}


@pytest.mark.parametrize("many", [1, 3])
def test_long_minutes_take_the_same_queries(
    many: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = an_item()
    passages = [a_paragraph(item=item) for _ in range(many)] + [a_resolution(item=item) for _ in range(many)]
    for passage in passages[:many]:
        a_recommendation(paragraph=passage)
    with django_assert_num_queries(1):
        margins(passages, cast.resident, on=TODAY)
