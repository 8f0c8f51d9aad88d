"""Addresses of papers: a review has one for each date."""

import datetime

from django.urls import path, register_converter

from recommendations.views import papers


class DayConverter:
    """A date in an address: 2026-03-09."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> datetime.date:
        return datetime.date.fromisoformat(value)

    def to_url(self, value: datetime.date | str) -> str:
        return str(value)


register_converter(DayConverter, "day")

urlpatterns = [
    path("reviews/<slug:slug>/papers/", papers.papers, name="papers"),
    path("reviews/<slug:slug>/papers/new/", papers.start_paper, name="start_paper"),
    path("reviews/<slug:slug>/papers/<day:as_at>/", papers.paper, name="paper"),
    path("reviews/<slug:slug>/papers/<day:as_at>/edit/", papers.edit_paper, name="edit_paper"),
    path("reviews/<slug:slug>/papers/<day:as_at>/publish/", papers.publish_paper, name="publish_paper"),
    path("reviews/<slug:slug>/papers/<day:as_at>/withdraw/", papers.withdraw_paper, name="withdraw_paper"),
]
