"""The clerk's desk: the preview of long minutes, and what one key of its script costs."""

from collections.abc import Iterator

from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from bench.figure import Figure, count, milliseconds
from bench.site import officer
from bench.wording import as_text
from meetings.actions.bringing_in import bring_in, version
from meetings.models import SourceDocument
from scrutiny.models import User


def figures() -> Iterator[Figure]:
    """20 items of 20 paragraphs and three resolutions: some 500 pieces. The limits are twice what a quiet machine
    takes."""
    officer()
    dev = User.objects.create_user(email="dev@northmoor.example")
    dev.user_permissions.add(Permission.objects.get(codename="bring_in_minutes"))
    text = as_text(items=20, paragraphs=20).encode()
    source = bring_in(name="long.txt", content=text, format=None, by=dev, at=timezone.now())
    clerk = Client()
    clerk.force_login(dev)

    yield milliseconds("desk: preview of 500 pieces", lambda: _page(clerk, source), limit=300)
    yield milliseconds("desk: one key on it, and undo", lambda: _there_and_back(clerk, source), limit=360)
    yield count("desk: kilobytes of the page", len(_page(clerk, source).content) / 1000, "kB", limit=700)
    answer = _press(clerk, source, give="heading", marked="250")
    yield count("desk: kilobytes of an answer", len(answer.content) / 1000, "kB", limit=100)


def _page(clerk: Client, source: SourceDocument) -> HttpResponse:
    return _judged(HttpResponse(clerk.get(source.get_absolute_url()).content))


def _there_and_back(clerk: Client, source: SourceDocument) -> None:
    _press(clerk, source, give="heading", marked="250")
    _press(clerk, source, undo="yes")


def _press(clerk: Client, source: SourceDocument, **button: str) -> HttpResponse:
    """As the script does: only what was pressed."""
    source.refresh_from_db(fields=["blocks"])
    sent = {"version": version(source)} | button
    answer = clerk.post(source.get_absolute_url(), sent, headers={"accept": "application/json"})
    if answer.status_code != 200:
        raise SystemExit(f"bench: the preview answered {answer.status_code} to {button}")
    return HttpResponse(answer.content)


def _judged(answer: HttpResponse) -> HttpResponse:
    if b'id="block-400"' not in answer.content:
        raise SystemExit("bench: the preview does not show its pieces")
    return answer
