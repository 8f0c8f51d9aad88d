"""Pages that every site has: the accessibility statement, what watchers and robots ask for."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

ROBOTS = "User-agent: *\nDisallow: /admin/\nDisallow: /search/\nDisallow: /sign-in/\n"


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "scrutiny/accessibility.html")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """“ok” once the database has answered; a database that does not makes this a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be found; a search has no end."""
    return HttpResponse(ROBOTS, content_type="text/plain")
