"""What is asked of every request before any view sees it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def plain_addresses(answer: Answer) -> Answer:
    """Refuses an address with a NUL in it (400): PostgreSQL keeps none in a text, and fails when it is asked for one.

    What is sent in a form is judged by its fields.
    """

    def judge(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("The address holds a NUL.")
        return answer(request)

    return judge
