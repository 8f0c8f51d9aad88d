"""The committee paper of a review with 200 recommendations and 600 updates: put together, and written out."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.council import TODAY
from bench.figure import Figure, count, milliseconds
from bench.site import officer
from recommendations.models import Review
from recommendations.reports import html
from recommendations.reports.assemble import assemble
from recommendations.reports.paper import Paper


def figures() -> Iterator[Figure]:
    officer()
    review = Review.objects.select_related("committee").get(slug="review-0")

    def put_together() -> Paper:
        return assemble(review, as_at=TODAY, cover=None, audience=AnonymousUser(), on=TODAY)

    paper = put_together()
    yield milliseconds("paper: 200 recommendations, put together", put_together, limit=200)
    with CaptureQueriesContext(connection) as queries:
        put_together()
    yield count("paper: 200 recommendations, put together", len(queries), "queries", limit=9)
    yield milliseconds("paper: 200 recommendations, as HTML", lambda: html.write(paper), limit=150)
