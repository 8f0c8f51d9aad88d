"""Days as forms take them, on the pages and in the administration."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from meetings.forms.days import DayField
from meetings.models import Meeting
from recommendations.models import Recommendation
from tests.cast import Cast
from tests.factories import a_body, a_committee, a_paragraph, a_recommendation, a_review

YEAR = "Give one from 1950 to 2999, for example 2019-03-04."


def test_a_slip_in_the_year_is_said() -> None:
    field = DayField()
    assert field.clean("1950-01-01") == datetime.date(1950, 1, 1)
    assert field.clean("2999-12-31") == datetime.date(2999, 12, 31)
    for slip in ("0026-03-09", "1949-12-31", "3000-01-01", "9999-12-31"):
        with pytest.raises(ValidationError, match=YEAR):
            field.clean(slip)


@pytest.mark.django_db
def test_no_two_recommendations_a_century_apart_want_one_reference(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    review = a_review()
    there = a_recommendation(review=review, made_on=datetime.date(2026, 3, 9))
    row = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0, "form-0-wording": "Buses.", "form-0-addressee": a_body().pk}
    address = reverse("recommendations:add_recommendation", args=[review.slug])
    page = client.post(address, row | {"made_on": "0026-03-09", "publish": "yes"})
    assert (page.status_code, YEAR in page.content.decode()) == (200, True)
    assert list(Recommendation.objects.all()) == [there]


@pytest.mark.django_db
def test_notice_in_the_last_year_there_is_leaves_time_to_respond(client: Client, cast: Cast) -> None:
    """The day a response is due would lie behind the last day that can be counted."""
    client.force_login(cast.dev)
    paragraph = a_paragraph()
    item = paragraph.item
    place = [item.meeting.committee.slug, item.meeting.slug, item.slug, paragraph.anchor]
    asked = {"kind": "committee", "title": "Buses", "wording": "Buses.", "addressee": a_body().pk, "publish": "yes"}
    page = client.post(reverse("recommendations:raise", args=place), asked | {"notice_on": "9999-12-31"})
    assert (page.status_code, YEAR in page.content.decode()) == (200, True)


@pytest.mark.django_db
def test_the_administration_says_it_too(client: Client, cast: Cast) -> None:
    client.force_login(cast.ada)
    review = a_review()
    a_recommendation(review=review, kind="review", number=1)
    page = client.post(
        reverse("admin:recommendations_review_change", args=[review.pk]),
        {"title": "Buses", "stage": "scoping", "notice_on": "9999-12-31"},
    )
    assert YEAR in page.content.decode()
    page = client.post(reverse("admin:meetings_meeting_add"), {"committee": a_committee().pk, "held_on": "9999-12-31"})
    assert (YEAR in page.content.decode(), Meeting.objects.exists()) == (True, False)
