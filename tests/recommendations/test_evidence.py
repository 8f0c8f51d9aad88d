"""Files: which may be given, and who is given them."""

from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from recommendations.actions.errors import NotYourPost
from recommendations.actions.progress import EvidenceGiven, discard_draft, log_progress
from recommendations.choices import UpdateStage
from recommendations.models import Evidence, Recommendation
from scrutiny.models import User
from tests.cast import Cast
from tests.recommendations.history import AT, day, led_by_tom

SAID = {"as_at": "2026-06-01", "standing": "on_track", "text": "Two were bought."}
ROLES = ("resident", "member", "officer", "other officer", "clerk", "administrator")


def a_file(name: str = "invoice.pdf", content: bytes = b"%PDF-1.7") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def logged(made: Recommendation, by: User, **fields: object) -> Evidence:
    given = {"as_at": day("2026-06-01"), "standing": "on_track", "text": "Bought.", "by": by, "at": AT}
    evidence = fields.pop("evidence", EvidenceGiven(label="Invoice", file=a_file()))
    return log_progress(made, **given | fields, evidence=[evidence]).evidence.get()  # type: ignore[arg-type, list-item]


def stored() -> list[str]:
    return sorted(path.name for path in Path(site.MEDIA_ROOT).rglob("*") if path.is_file())


def fetched(client: Client, address: str) -> tuple[int, bytes]:
    """The status, and the file itself."""
    response = client.get(address)
    content = b"".join(response) if response.status_code == 200 else b""
    return response.status_code, content


def by_role(client: Client, cast: Cast, address: str) -> tuple[int, ...]:
    found = []
    for role in ROLES:
        client.logout()
        visitor = cast.everyone()[role]
        if visitor.is_authenticated:
            client.force_login(visitor)
        found.append(fetched(client, address)[0])
    return tuple(found)


def test_a_file_is_given_out_as_a_download_and_never_as_a_page(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    kept = logged(made, cast.tom)
    assert kept.get_absolute_url() == f"/recommendations/{made.slug}/evidence/invoice.pdf"
    response = client.get(kept.get_absolute_url())
    assert b"".join(response) == b"%PDF-1.7"
    assert response["Content-Disposition"] == 'attachment; filename="invoice.pdf"'
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")


def test_two_files_of_one_name_are_two_files(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    first = logged(made, cast.tom, evidence=EvidenceGiven(label="A", file=a_file(content=b"first")))
    second = logged(made, cast.tom, evidence=EvidenceGiven(label="B", file=a_file(content=b"second")))
    assert [fetched(client, e.get_absolute_url()) for e in (first, second)] == [(200, b"first"), (200, b"second")]


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "C:\\files\\report.txt", "a b&c?.txt"])
def test_a_name_from_elsewhere_stays_in_its_place(name: str, client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    kept = logged(made, cast.tom, evidence=EvidenceGiven(label="A", file=a_file(name, b"text")))
    folder, _, _ = str(kept.file.name).partition("/")
    assert folder == made.slug
    assert fetched(client, kept.get_absolute_url()) == (200, b"text")


def test_whoever_may_not_see_the_update_is_given_no_file(client: Client, cast: Cast) -> None:
    public = logged(led_by_tom(cast), cast.tom)
    draft = logged(led_by_tom(cast), cast.tom, stage=UpdateStage.DRAFT)
    submitted = logged(led_by_tom(cast), cast.tom, stage=UpdateStage.SUBMITTED)
    hidden = logged(led_by_tom(cast, is_exempt=True), cast.tom)
    exempt = logged(led_by_tom(cast), cast.tom, evidence=EvidenceGiven(label="Price", file=a_file(), is_exempt=True))
    assert by_role(client, cast, public.get_absolute_url()) == (200,) * 6
    for kept in (draft, submitted, hidden, exempt):
        assert by_role(client, cast, kept.get_absolute_url()) == (404, 404, 200, 404, 200, 200)


def test_a_file_that_is_gone_is_not_found(client: Client, cast: Cast) -> None:
    kept = logged(led_by_tom(cast), cast.tom)
    kept.file.storage.delete(str(kept.file.name))
    assert client.get(kept.get_absolute_url()).status_code == 404


def test_no_stray_file_is_left_when_nothing_was_written(cast: Cast) -> None:
    broken = EvidenceGiven(label="Both", file=a_file("second.pdf"), url="https://a.example")
    given = {"as_at": day("2026-06-01"), "standing": "on_track", "text": "Bought.", "at": AT}
    evidence = [EvidenceGiven(label="First", file=a_file("first.pdf")), broken]
    with pytest.raises(IntegrityError):
        log_progress(led_by_tom(cast), by=cast.tom, evidence=evidence, **given)  # type: ignore[arg-type]
    with pytest.raises(NotYourPost):
        log_progress(led_by_tom(cast), by=cast.iris, evidence=evidence[:1], **given)  # type: ignore[arg-type]
    assert stored() == []


def test_a_draft_that_is_thrown_away_takes_its_files_with_it(
    cast: Cast, django_capture_on_commit_callbacks: object
) -> None:
    kept = logged(led_by_tom(cast), cast.tom, stage=UpdateStage.DRAFT)
    assert stored() == ["invoice.pdf"]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        discard_draft(kept.update, by=cast.tom)
    assert stored() == []


# -- The form


def posted(client: Client, made: Recommendation, **files: SimpleUploadedFile | str):  # type: ignore[no-untyped-def]
    return client.post(reverse("recommendations:log_progress", args=[made.slug]), SAID | files)


def test_the_officer_gives_three_files(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    posted(client, made, file_1=a_file("a.docx"), label_1="Letter", file_2=a_file("b.csv"), link_3="https://a.example")
    kept = [(e.label, e.url, str(e.file.name)) for e in made.updates.get().evidence.all()]
    assert kept == [
        ("Letter", "", f"{made.slug}/a.docx"),
        ("b.csv", "", f"{made.slug}/b.csv"),
        ("https://a.example", "https://a.example", ""),
    ]


KINDS = "PDF, Word, Excel, PowerPoint or OpenDocument files, pictures, plain text and CSV"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("page.html", b"<p>", f"page.html is of a kind that cannot be kept here. Give one of these: {KINDS}."),
        ("picture.svg", b"<svg/>", f"picture.svg is of a kind that cannot be kept here. Give one of these: {KINDS}."),
        ("run.pdf.exe", b"MZ", f"run.pdf.exe is of a kind that cannot be kept here. Give one of these: {KINDS}."),
        ("none", b"text", f"none is of a kind that cannot be kept here. Give one of these: {KINDS}."),
        (
            "long.pdf",
            b"x" * 1_500_001,
            "long.pdf has 1.5 MB; a file may have 1.5 MB. Give a smaller one, or a link to it.",
        ),
        ("empty.pdf", b"", "The file is empty. Choose it again."),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_with_what_to_do(
    name: str, content: bytes, message: str, client: Client, cast: Cast, settings: Settings
) -> None:
    settings.EVIDENCE_LIMIT = 1_500_000
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    form = posted(client, made, file_1=a_file(name, content)).context["form"]
    assert form.errors["file_1"] == [message]
    assert (made.updates.count(), stored()) == (0, [])


def test_a_link_and_a_file_have_rows_of_their_own(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    form = posted(client, made, file_1=a_file(), link_1="https://a.example").context["form"]
    assert form.errors["file_1"] == ["Give a link or a file here, not both: the other has a row of its own."]


def test_when_a_form_comes_back_it_says_that_files_are_chosen_again(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    form = posted(client, made, file_1=a_file(), standing="").context["form"]
    assert form.non_field_errors() == ["Browsers forget chosen files when a form comes back: choose them again below."]
