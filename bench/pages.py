"""Pages: processor time and queries of each, on a council of some size, as the browser asks for them."""

from collections.abc import Iterator

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.figure import Figure, count, milliseconds
from bench.site import officer
from meetings.models import AgendaItem, Committee, Meeting
from recommendations.models import Recommendation, Review


def figures() -> Iterator[Figure]:
    tom_reid = officer()
    resident, tom = Client(), Client()
    tom.force_login(tom_reid)
    for name, address, milliseconds_at_most, queries_at_most in addresses():
        client = tom if name.startswith("officer") else resident
        yield from page(name, client, address, milliseconds_at_most, queries_at_most)


def addresses() -> Iterator[tuple[str, str, float, float]]:
    """Name, address, limits in milliseconds (twice what it takes on a quiet machine) and in queries."""
    yield "home", reverse("home"), 80, 6
    yield "committees", reverse("committees"), 45, 5
    yield "committee", Committee.objects.get(slug="c3").get_absolute_url(), 75, 9
    yield "meetings", reverse("meetings:meetings"), 50, 5
    meeting = Meeting.objects.select_related("committee").filter(committee__slug="c3")[0]
    yield "meeting", meeting.get_absolute_url(), 90, 7
    item = AgendaItem.objects.select_related("meeting__committee").filter(meeting=meeting)[0]
    yield "agenda item", item.get_absolute_url(), 70, 8
    yield "recommendations", reverse("recommendations:list"), 90, 8
    yield "recommendations, filtered", reverse("recommendations:list") + "?committee=c3&overdue=on", 90, 9
    yield "recommendation", Recommendation.objects.all()[0].get_absolute_url(), 80, 9
    yield "reviews", reverse("recommendations:reviews"), 60, 4
    yield "review", Review.objects.get(slug="review-5").get_absolute_url(), 80, 7
    yield "search", reverse("search") + "?q=flood+wardens", 100, 9
    yield "officer: what waits for me", reverse("recommendations:waiting"), 90, 9


def page(name: str, client: Client, address: str, most_milliseconds: float, most_queries: float) -> Iterator[Figure]:
    def visit() -> HttpResponse:
        answer = client.get(address)
        if answer.status_code != 200:
            raise SystemExit(f"bench: {address} answered {answer.status_code}")
        return HttpResponse(answer.content)

    yield milliseconds(f"page: {name}", visit, limit=most_milliseconds)
    with CaptureQueriesContext(connection) as queries:
        visit()
    yield count(f"page: {name}", len(queries), "queries", limit=most_queries)
