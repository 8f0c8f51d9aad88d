"""A clerk pastes or uploads minutes."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from meetings.models import SourceDocument
from tests.cast import Cast
from tests.meetings.sample import HTML, TEXT, a_source, recorded

ADDRESS = "/minutes/bring-in/"


@pytest.fixture
def dev(client: Client, cast: Cast) -> Client:
    client.force_login(cast.dev)
    return client


def upload(content: bytes, name: str = "minutes.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_pasted_text_is_kept_as_it_came_and_previewed(dev: Client, cast: Cast) -> None:
    answer = dev.post(ADDRESS, {"text": TEXT.replace("\n", "\r\n")})
    source = SourceDocument.objects.get()
    assert answer["Location"] == f"/minutes/{source.sha256[:16]}/"
    assert bytes(source.content) == TEXT.encode()
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.name, source.format) == ("Pasted: Safer Communities Committee, 9 March 2026", "text")
    assert source.brought_in_by == cast.dev
    assert source.text == TEXT.rstrip("\n")
    assert source.meeting is None


def test_pasted_html_is_recognised(dev: Client) -> None:
    dev.post(ADDRESS, {"text": HTML})
    assert SourceDocument.objects.get().format == "html"


def test_a_file_is_uploaded(dev: Client) -> None:
    dev.post(ADDRESS, {"text": "", "file": upload(HTML.encode(), "item-33.html")})
    source = SourceDocument.objects.get()
    assert (source.name, source.format) == ("item-33.html", "html")


def errors(answer: object) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in answer.context["form"].errors.items()}  # type: ignore[attr-defined]


def test_nothing_given(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "  \n"})
    assert answer.status_code == 200
    assert errors(answer) == {"text": ["Paste the minutes here, or choose a file below."]}
    assert "<title>Error: Bring in minutes" in answer.content.decode()


def test_text_and_file_at_once_keeps_the_text(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": TEXT, "file": upload(b"Other minutes")})
    assert errors(answer) == {
        "file": ["You have pasted text and chosen a file. Choose one: empty the box, or leave out the file."]
    }
    assert "33.2 Members asked for a list of schools" in answer.content.decode()
    assert not SourceDocument.objects.exists()


def test_a_file_that_is_no_text_says_so_beside_the_file(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "", "file": upload(b"%PDF-1.7 ...", "minutes.txt")})
    assert errors(answer) == {"file": ["This is a PDF, not text; open it, copy the minutes and paste them."]}
    assert not SourceDocument.objects.exists()


def test_a_file_that_is_too_large_is_refused(dev: Client, settings: Settings) -> None:
    settings.SOURCE_LIMIT = 1000
    answer = dev.post(ADDRESS, {"text": "", "file": upload(b"a" * 1001)})
    assert errors(answer) == {
        "file": ["The file is larger than 1000\xa0bytes. Bring the minutes in one meeting at a time."]
    }


def test_the_same_again_says_where_it_waits(dev: Client, cast: Cast) -> None:
    source = a_source(cast.priya)
    answer = dev.post(ADDRESS, {"text": TEXT})
    assert SourceDocument.objects.count() == 1
    assert f'<a href="{source.get_absolute_url()}">it waits to be recorded</a>' in answer.content.decode()


def test_the_same_again_says_where_it_is_recorded(dev: Client, cast: Cast) -> None:
    recorded(cast.priya)
    answer = dev.post(ADDRESS, {"text": "", "file": upload(TEXT.encode())})
    assert SourceDocument.objects.count() == 1
    expected = '<a href="/meetings/scc/2026-03-09/">it is recorded in Safer Communities Committee, 9 March 2026</a>'
    assert expected in answer.content.decode()
    assert "33.2 Members" not in answer.content.decode()


def test_what_waits_is_listed(dev: Client, cast: Cast) -> None:
    waiting = a_source(cast.priya, "1. A matter\n\nMembers met.", "waits.txt")
    recorded(cast.priya, name="recorded.txt")
    page = dev.get(ADDRESS).content.decode()
    assert f'<a href="{waiting.get_absolute_url()}">waits.txt</a>' in page
    assert "recorded.txt" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(
    dev: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(count):
        a_source(cast.priya, f"{n}. A matter\n\nMembers met.", f"{n}.txt")
    with django_assert_num_queries(6):  # session, user, permissions of user and groups, count, rows
        dev.get(ADDRESS)


def test_only_clerks_bring_in(client: Client, cast: Cast) -> None:
    for method in (client.get, client.post):
        assert method(ADDRESS, {"text": TEXT})["Location"].startswith(f"{reverse('sign_in')}?next=")
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS, {"text": TEXT}).status_code == 403
    assert not SourceDocument.objects.exists()
