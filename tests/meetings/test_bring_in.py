"""A clerk pastes or uploads minutes."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from meetings.actions.batches import start_batch
from meetings.models import Batch, SourceDocument
from meetings.zipped import Packed
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.sample import HTML, TEXT, a_source, recorded
from tests.meetings.test_zipped import a_zip

ADDRESS = "/minutes/bring-in/"


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
    assert errors(answer) == {
        "file": ["This PDF is damaged and cannot be opened; ask for it again, or for the Word file."]
    }
    assert not SourceDocument.objects.exists()


def test_a_file_that_is_too_large_is_refused(dev: Client, settings: Settings) -> None:
    settings.SOURCE_LIMIT = 1000
    answer = dev.post(ADDRESS, {"text": "", "file": upload(b"a" * 1001)})
    assert errors(answer) == {
        "file": ["The file is larger than 0.001\xa0MB. Bring the minutes in one meeting at a time."]
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
    for n in range(count):
        start_batch([Packed(f"{n}.txt", 1, lambda: b"x")], name=f"batch {n}", by=cast.priya, at=timezone.now())
    with django_assert_num_queries(
        8
    ):  # session, user, permissions of user and groups, committees, batches, count, rows
        dev.get(ADDRESS)


def test_only_clerks_bring_in(client: Client, cast: Cast) -> None:
    for method in (client.get, client.post):
        assert method(ADDRESS, {"text": TEXT})["Location"].startswith(f"{reverse('sign_in')}?next=")
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(ADDRESS).status_code == 403
        assert client.post(ADDRESS, {"text": TEXT}).status_code == 403
    assert not SourceDocument.objects.exists()


# -- many at once ------------------------------------------------------------------------------------------------------


def many(*names: str) -> list[SimpleUploadedFile]:
    return [upload(f"1. A matter\n\nMembers met about {name}.".encode(), name) for name in names]


def test_several_files_are_a_batch(dev: Client, cast: Cast) -> None:
    answer = dev.post(ADDRESS, {"text": "", "several": many("may.txt", "April.txt", ".DS_Store")})
    batch = Batch.objects.get()
    assert answer["Location"] == f"/minutes/batches/{batch.key}/"
    assert (batch.name, batch.started_by, batch.committee, batch.records) == (
        "April.txt and 1 more file",
        cast.dev,
        None,
        False,
    )
    assert [(file.order, file.name, file.state) for file in batch.files.all()] == [
        (1, "April.txt", "waiting"),
        (2, "may.txt", "waiting"),
    ]
    assert not SourceDocument.objects.exists()


@pytest.mark.parametrize("field", ["file", "several", "folder"])
def test_a_zip_is_a_batch_wherever_it_was_chosen(dev: Client, field: str) -> None:
    packed = upload(a_zip({"2019/may.txt": b"May", "2019/april.txt": b"April"}), "2019.zip")
    dev.post(ADDRESS, {"text": "", field: packed})
    batch = Batch.objects.get()
    assert batch.name == "2019.zip"
    assert [(file.name, bytes(file.content)) for file in batch.files.all()] == [
        ("2019/april.txt", b"April"),
        ("2019/may.txt", b"May"),
    ]


def test_zips_and_files_together_are_one_batch(dev: Client) -> None:
    dev.post(ADDRESS, {"text": "", "folder": [upload(a_zip({"b.txt": b"B"}), "b.zip"), *many("a.txt", "c.txt")]})
    batch = Batch.objects.get()
    assert batch.name == "a.txt and 2 more files"
    assert [file.name for file in batch.files.all()] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("field", ["several", "folder"])
def test_one_file_alone_goes_to_its_preview(dev: Client, field: str) -> None:
    answer = dev.post(ADDRESS, {"text": "", field: [upload(TEXT.encode()), upload(b"x", "Thumbs.db")]})
    assert answer["Location"] == SourceDocument.objects.get().get_absolute_url()
    assert not Batch.objects.exists()


def test_what_is_wrong_with_it_stands_beside_where_it_was_chosen(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "", "folder": [upload(b" \n", "empty.txt")]})
    assert errors(answer) == {"folder": ["There is no text in this; paste the minutes, or choose the file again."]}
    assert "<details open><summary>Many at once</summary>" in answer.content.decode()


def test_how_it_is_recorded_is_kept(dev: Client) -> None:
    committee = a_committee()
    dev.post(ADDRESS, {"text": "", "several": many("a.txt", "b.txt"), "committee": committee.slug, "records": "on"})
    batch = Batch.objects.get()
    assert (batch.committee, batch.records) == (committee, True)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (
            {"text": TEXT, "several": many("a.txt", "b.txt")},
            {"several": ["You have pasted text and chosen a file. Choose one: empty the box, or leave out the file."]},
        ),
        (
            {"text": "", "file": upload(b"May"), "folder": many("a.txt", "b.txt")},
            {"folder": ["You have chosen files in several places. Choose in one of them only."]},
        ),
        (
            {"text": "", "several": [upload(b"x", ".DS_Store")]},
            {"text": ["Paste the minutes here, or choose a file below."]},
        ),
        (
            {"text": "", "file": upload(b"PK\x03\x04", "a.zip")},
            {"file": ["This zip is damaged, or is no zip: pack the files again."]},
        ),
        (
            {"text": "", "several": upload(a_zip({"bomb.txt": b"\0" * 2_000_000}), "a.zip")},
            {"several": ["This zip holds a file that grows beyond measure when it is unpacked: leave that file out."]},
        ),
    ],
)
def test_what_cannot_be_a_batch(dev: Client, given: dict[str, object], wrong: dict[str, list[str]]) -> None:
    for file in (one for value in given.values() for one in (value if isinstance(value, list) else [value])):
        if isinstance(file, SimpleUploadedFile):
            file.seek(0)
    assert errors(dev.post(ADDRESS, given)) == wrong
    assert not Batch.objects.exists()


def test_too_many_and_too_much(dev: Client, settings: Settings) -> None:
    answer = dev.post(ADDRESS, {"text": "", "folder": many(*(f"{n}.txt" for n in range(501)))})
    assert errors(answer) == {"folder": ["These are 501 files: bring in at most 500 at once."]}
    settings.BATCH_LIMIT = 1000
    answer = dev.post(ADDRESS, {"text": "", "several": [upload(b"a" * 600, "a.txt"), upload(b"b" * 600, "b.txt")]})
    assert errors(answer) == {"several": ["Together these are larger than 0.001\xa0MB: bring in fewer files at once."]}
    packed = upload(a_zip({"a.txt": b"a" * 600, "b.txt": b"b" * 600}), "a.zip")
    answer = dev.post(ADDRESS, {"text": "", "several": packed})
    assert errors(answer) == {
        "several": ["Unpacked, this zip is larger than 0.001\xa0MB: bring in fewer files at once."]
    }
    assert not Batch.objects.exists()


def test_what_is_not_finished_is_listed(dev: Client, cast: Cast) -> None:
    batch = start_batch([Packed("a.txt", 1, lambda: b"x")], name="2019.zip", by=cast.priya, at=timezone.now())
    page = dev.get(ADDRESS).content.decode()
    assert f'<a href="{batch.get_absolute_url()}">2019.zip</a>: 1 of 1 files not read yet<small>' in page
