"""What somebody sends who means no good, through the pages: told beside the field what is wrong, and nothing kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from meetings.actions.bringing_in import MOST_PIECES
from meetings.minutes.limits import LINES_LIMIT, LONGEST_LINE, SOURCE_LIMIT, TAGS_LIMIT
from meetings.models import Meeting, SourceDocument
from tests.meetings.minutes.test_hostile import BOMB, ENCODED, FILE, LETTERS, MEGABYTE, as_word, word
from tests.meetings.sample import TEXT

ADDRESS = "/minutes/bring-in/"


def nothing_is_kept() -> bool:
    return not SourceDocument.objects.exists() and not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("bomb.xml", f"{BOMB}<meeting>&h;</meeting>", "brings rules of its own (a DTD)"),
        ("file.xml", f"{FILE}<meeting>&h;</meeting>", "brings rules of its own (a DTD)"),
        ("deep.xml", '<?xml version="1.0"?><meeting>' + "<a>" * 100_000, "larger or deeper than any meeting"),
        ("bomb.docx", as_word(BOMB + word("&h;")), "declares entities"),
        ("file.docx", as_word(FILE + word("&h;")), "declares entities"),
        ("zip-bomb.docx", as_word(word(" " * 60 * MEGABYTE)), "unpacks to more than"),
        ("cut.docx", as_word(word("x"))[:-40], "damaged"),
        ("not-a.docx", b"PK\x03\x04 is how a zip begins", "Word document or a zip"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "damaged"),
        ("deep.html", "<p>x</p>" + "<div>" * 100_000, "nested deeper"),
        ("tags.html", "<p>x" * (TAGS_LIMIT + 1), "more than 300,000 tags"),
        ("large.txt", b"a" * (SOURCE_LIMIT + 1), "larger than 20\u00a0MB"),
        ("lines.txt", b"\n" * (LINES_LIMIT + 1) + b"x", "more than 700,000 lines"),
        ("line.txt", b"x" * (LONGEST_LINE + 1), "longer than 2,000,000 characters"),
        ("pieces.txt", b"Cllr A Fox\n" * (MOST_PIECES + 1), "This makes 4,501 pieces"),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(500), "not text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture"),
        ("zero.txt", TEXT.encode() + b"\0", "no text has"),
        ("odd.txt", TEXT.encode("utf-16")[:-1], "damaged"),
        ("half.txt", b"\xff\xfe\x00\xd8" + TEXT.encode("utf-16-le"), "damaged"),
        ("blank.txt", " \n\u00a0\u2028".encode(), "no text in this"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_beside_the_field(
    dev: Client, name: str, content: str | bytes, told: str
) -> None:
    sent = content.encode() if isinstance(content, str) else content
    answer = dev.post(ADDRESS, {"file": SimpleUploadedFile(name, sent)})
    assert answer.status_code == 200
    assert told in str(answer.context["form"].errors["file"])
    assert nothing_is_kept()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("long-line.txt", "The Chair said so. " * (MEGABYTE // 19)),
        ("brackets.txt", "(((((" * 20_000),
        ("resolved.txt", "RESOLVED " * 100_000),
        ("numbers.txt", "1." * 100_000),
        ("bomb.html", f"{BOMB}<html><body><p>Tolls &h;</p></body></html>"),
        ("file.html", f"{FILE}<html><body><p>Tolls &h;</p></body></html>"),
        ("script.html", "<p>Tolls</p><script>alert(1)</script><p onclick='alert(2)'>Bridges</p>"),
        ("mixed.txt", TEXT.encode() + "Costs £5 – “more”.".encode("cp1252")),
        ("../../etc/passwd.txt", "Tolls"),
        ("a" * 300 + ".txt", "Tolls"),
        ("\u202etxt.exe.txt", "Tolls"),
        ("<b>bold</b>.txt", "Tolls"),
    ],
)
def test_what_is_odd_is_read_and_shown(dev: Client, name: str, content: str | bytes) -> None:
    sent = content.encode() if isinstance(content, str) else content
    answer = dev.post(ADDRESS, {"file": SimpleUploadedFile(name, sent)}, follow=True)
    source = SourceDocument.objects.get()
    assert answer.redirect_chain == [(f"/minutes/{source.sha256[:16]}/", 302)]
    shown = answer.content.decode()
    assert ("root:" in shown, "alert(" in shown, "<b>bold" in shown) == (False, False, False)
    assert len(source.name) <= 200
    assert "/" not in source.name


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_file_is_brought_in_the_same_in_every_encoding(dev: Client, encoding: str) -> None:
    bring(dev, "plain.txt", f"{TEXT}{LETTERS}".encode())
    bring(dev, "encoded.txt", ENCODED[encoding](f"{TEXT}{LETTERS} "))
    plain, encoded = SourceDocument.objects.order_by("pk")
    assert [(block["kind"], block["text"]) for block in encoded.blocks] == [
        (block["kind"], block["text"]) for block in plain.blocks
    ]


def bring(dev: Client, name: str, content: bytes) -> None:
    answer = dev.post(ADDRESS, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.context["form"].errors


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("\ufeffTolls were raised to £2.", "Tolls were raised to £2."),
        ("Tolls were\ufeff raised to £2.", "Tolls were raised to £2."),
        ("Tollsâ€™ rise to Â£2 â€“ Siân", "Tolls’ rise to £2 – Siân"),
        ("Tolls\u2028were raised.", "Tolls were raised."),
    ],
)
def test_what_is_pasted_with_mistakes_of_encoding_is_read(dev: Client, pasted: str, said: str) -> None:
    assert dev.post(ADDRESS, {"text": pasted}).status_code == 302
    assert said in [block["text"] for block in SourceDocument.objects.get().blocks]


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("Tolls were raised.\0", "Null characters are not allowed."),
        ("\ufeff \u2028 \u00a0", "There is no text in this"),
        ("\n" * (LINES_LIMIT + 1) + "x", "more than 700,000 lines"),
        ("x" * (LONGEST_LINE + 1), "longer than 2,000,000 characters"),
        ("Cllr A Fox\n" * (MOST_PIECES + 1), "This makes 4,501 pieces"),
        (f"{BOMB}<meeting>&h;</meeting>", "brings rules of its own (a DTD)"),
        ("<p>x</p>" + "<div>" * 100_000, "nested deeper"),
    ],
)  # fmt: skip
def test_what_is_pasted_and_cannot_be_read_is_refused_beside_the_box(dev: Client, pasted: str, told: str) -> None:
    answer = dev.post(ADDRESS, {"text": pasted})
    assert answer.status_code == 200
    assert told in str(answer.context["form"].errors["text"])
    assert nothing_is_kept()


def test_pasted_text_that_is_too_large_keeps_nothing(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "a" * (SOURCE_LIMIT + 1000)})
    assert 400 <= answer.status_code < 500
    assert nothing_is_kept()


def test_pasted_characters_that_are_none_are_refused(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "Tolls\x00 were raised."})
    assert answer.status_code == 200
    assert answer.context["form"].errors["text"]
    assert nothing_is_kept()


def test_a_flood_of_fields_keeps_nothing(dev: Client) -> None:
    answer = dev.post(ADDRESS, {"text": "Tolls"} | {f"text-{place}": "" for place in range(20_001)})
    assert answer.status_code == 400
    assert nothing_is_kept()


def test_the_fields_of_the_largest_page_come_back(dev: Client, settings: Settings) -> None:
    """The mark of each piece; number, kind and wording of the one that is edited; and what else stands on the page."""
    content = "\n".join(f"Cllr A Fox{place}" for place in range(4))
    address = dev.post(ADDRESS, {"file": SimpleUploadedFile("four.txt", content.encode())})["Location"]
    page = dev.get(address).content.decode()
    of_pieces = len(re.findall(r'name="(?:marked|(?:number|kind|text)-[0-9]+)"', page))
    assert of_pieces == len(SourceDocument.objects.get().blocks) + 3
    others = len(re.findall(r"<(?:input|select|textarea|button)\b", page))
    assert MOST_PIECES + others < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
