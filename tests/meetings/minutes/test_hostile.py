"""What somebody sends who means no good: read rightly or refused in a line, within five seconds and 500 MB.

Each is read in a process of its own, whose limits the system holds; the heaviest are those of
`make bench`.
"""

import codecs
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from bench.attacks import pages, pdf, text
from bench.attacks import word as documents
from meetings.minutes import UnreadableMinutes, read
from meetings.minutes.limits import LINES_LIMIT, LONGEST_LINE, PIECES_LIMIT, PRINTED_LIMIT, TAGS_LIMIT

SECONDS = 15
"""Three times what is promised: the machine of the tests is busy with other tests."""
MEMORY = 900_000_000
"""Of addresses, of which Python and its libraries take 400 MB before anything is read."""
READER = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from meetings.minutes import UnreadableMinutes, read
try:
    minutes = read(sys.stdin.buffer.read())
except UnreadableMinutes as refusal:
    print("refused:", refusal)
else:
    print("read:", len(minutes.items), "items")
"""
MEGABYTE = 1_000_000
DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{more}]>'
BOMB = DTD.format(
    more="".join(f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in zip("bcdefgh", "abcdefg", strict=True))
)
FILE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY h SYSTEM "file:///etc/passwd">]>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_word(xml: str | bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return file.getvalue()


def word(text: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def told(content: bytes) -> str:
    """What the reader says of it, in a process that has no more than its share."""
    done = subprocess.run(
        [sys.executable, "-c", READER.format(seconds=SECONDS, memory=MEMORY)],
        input=content,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode().strip()


HEAVY: dict[str, Callable[[], str | bytes]] = {
    "twenty million empty lines": lambda: "\n" * 19_999_000 + "x",
    "a million short lines": lambda: "ab\n" * MEGABYTE,
    "cells, one to a line": lambda: "Cllr A Fox\n" * (PIECES_LIMIT // 8),
    "broken lines": lambda: "abc def\n" * (PRINTED_LIMIT // 10),
    "one line of a megabyte": lambda: "a word and " * (MEGABYTE // 11),
    "numbers in a line of a megabyte": lambda: "(a) x; " * (MEGABYTE // 7),
    "references in a line": lambda: "1/21 To Do " * (MEGABYTE // 44),
    "spaces": lambda: " " * (5 * MEGABYTE) + "x",
    "hard spaces": lambda: "\u00a0" * (5 * MEGABYTE) + "x",
    "dots": lambda: "." * MEGABYTE,
    "brackets": lambda: "((((\n" * 10_000,
    "RESOLVED": lambda: "RESOLVED " * 100_000,
    "RESOLVED in lines": lambda: "RESOLVED\n" * 20_000,
    "tags": lambda: "<AI1>" * MEGABYTE,
    "a page of too many tags": lambda: "<p>x" * (TAGS_LIMIT + 2),
    "a page of many tags": lambda: "<p><b>x</b></p>" * (TAGS_LIMIT // 80),
    "a page of nested tables": lambda: "<table><tr><td>" * 2_000 + "x",
    "a page that is nested 100,000 deep": lambda: "<div>" * 100_000 + "x",
    "a page that is one attribute": lambda: f"<!doctype html><p style='{'display ' * MEGABYTE}'>x",
    "an exclusion in each of many items": lambda: (
        "1. Fees\nRESOLVED that the public be excluded for items 1 to 9 and the following items,"
        " paragraph 3 of Schedule 12A\n" * 3_000
    ),
    "an XML that is nested 100,000 deep": lambda: '<?xml version="1.0"?><meeting>' + "<a>" * 100_000,
    "an XML of a million elements": lambda: f'<?xml version="1.0"?><meeting>{"<a/>" * MEGABYTE}</meeting>',
    "an XML that grows in itself": lambda: f"{BOMB}<meeting>&h;</meeting>",
    "a page that grows in itself": lambda: f"{BOMB}<html><body><p>&h;</p></body></html>",
    "a Word document that grows in itself": lambda: as_word(BOMB + word("&h;")),
    "a Word document that unpacks to 60 MB": lambda: as_word(word(" " * 60 * MEGABYTE)),
    "twenty megabytes that are no text": lambda: bytes(range(256)) * 78_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_what_is_heavy_is_read_or_refused_within_its_limits(name: str) -> None:
    content = HEAVY[name]()
    assert told(content.encode() if isinstance(content, str) else content).startswith(("read: ", "refused: "))


@pytest.mark.parametrize(
    ("attack", "came"),
    [
        (text.ATTACKS["text: a row of most bars"], "read: 1 items"),
        (text.ATTACKS["text: long lines of references"], "has more than 50,000 paragraphs"),
        (pages.ATTACKS["page: attributes"], "has a tag of more than 200 attributes"),
        (pages.ATTACKS["page: tables in captions"], "has more than 50,000 paragraphs"),
        (documents.ATTACKS["word: cells that print nothing"], "is too long"),
        (pdf.ATTACKS["pdf: forms within forms"], "PDF "),
    ],
)  # fmt: skip
def test_what_once_took_minutes_or_all_memory_is_read_or_refused(attack: Callable[[], bytes], came: str) -> None:
    assert came in told(attack())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("\n" * LINES_LIMIT + "x\ny", "has more than 700,000 lines"),
        ("\r\n" * LINES_LIMIT + "x\ny", "has more than 700,000 lines"),
        ("\u2028" * (LINES_LIMIT + 1) + "x", "has more than 700,000 lines"),
        ("ab cd.\n" * (PIECES_LIMIT + 3), "has more than 50,000 paragraphs"),
        ("abc def\n" * (PRINTED_LIMIT + 3), "has more than 200,000 lines with text"),
        ("x" * (LONGEST_LINE + 1), "is longer than 2,000,000 characters"),
        ("<p>x" * (TAGS_LIMIT + 1), "has more than 300,000 tags"),
        ("<p>y</p>" + "<div>" * 3_000 + "x", "nested deeper than any page"),
    ],
)  # fmt: skip
def test_what_is_more_than_can_be_read_says_so(content: str, why: str) -> None:
    with pytest.raises(UnreadableMinutes, match=why):
        read(content)


def test_windows_line_ends_count_once() -> None:
    assert read("\r\n" * (LINES_LIMIT - 2) + "Tolls\r\n").items[0].title == "Tolls"


@pytest.mark.parametrize("content", [f"{FILE}<meeting>&h;</meeting>", f"{FILE}<html><body><p>x&h;</p></body></html>"])
def test_nothing_comes_from_elsewhere(content: str) -> None:
    try:
        said = str(read(content))
    except UnreadableMinutes as refusal:
        said = str(refusal)
    assert "root:" not in said


def test_a_word_document_that_asks_for_a_file_is_refused() -> None:
    with pytest.raises(UnreadableMinutes, match="entities"):
        read(as_word(FILE + word("&h;")))


TEXT = "Agenda item\n\nTolls – £2\n\nMinutes:\n\n“Tolls” were raised.\n"


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (TEXT.encode() + "Costs £5 – “more”.".encode("cp1252"), "Tolls – £2"),
        (TEXT.encode() + b"\xc0\xaf \xed\xa0\x80 \xf8\x88\x80\x80\x80", "Tolls – £2"),
        (TEXT.encode("cp1252") + b"\x81\x8d", "Tolls – £2"),
        (TEXT.encode("utf-7"), "Tolls – £2"),
        (b"Agenda item\n\nTolls and 1+1-1\n", "Tolls and 1+1-1"),
        (TEXT.replace("Tolls –", "Tolls\ufeff –").encode(), "Tolls – £2"),
        ('<meta charset="koi8-r"><p>Тариф</p><p>x</p>'.encode("koi8-r"), "Тариф"),
        *[
            (f'<meta charset="{name}"><p>Café</p><p>x</p>'.encode("cp1252"), "Café")
            for name in ("utf-16", "utf-7", "idna", "punycode", "unicode_escape", "rot13", "zip", "hz", "none")
        ],
    ],
)  # fmt: skip
def test_every_mistake_of_encoding_is_read_as_it_was_meant(content: bytes, title: str) -> None:
    assert read(content).items[0].title == title


KINDS = ("agenda_item_with_menu.txt", "meeting_page.txt", "midline_items.txt", "members_questions.txt", "parish.txt")
"""Layouts of the five kinds that the samples are of; each with what encodings change put behind it."""
LETTERS = "\nIt cost £2 – “much” for Siân’s café, as Members’ papers said…\n"
ENCODED: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "UTF-8 with two marks": lambda text: codecs.BOM_UTF8 * 2 + text.encode(),
    "a mark in the middle": lambda text: text[:99].encode() + codecs.BOM_UTF8 + text[99:].encode(),
    "little UTF-16": lambda text: text.encode("utf-16-le"),
    "little UTF-16 with its mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "big UTF-16": lambda text: text.encode("utf-16-be"),
    "big UTF-16 with its mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "Windows": lambda text: text.encode("cp1252"),
    "twice, by Windows": lambda text: text.encode().decode("cp1252", errors="replace").encode(),
    "twice, byte by byte": lambda text: text.encode().decode("latin-1").encode(),
    "the line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "the line ends of old Macintosh": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_minutes_is_read_the_same_in_every_encoding(name: str, encoding: str) -> None:
    text = (Path(__file__).parent / "layouts" / name).read_text(encoding="utf-8") + LETTERS
    assert read(ENCODED[encoding](text)).as_json()["items"] == read(text).as_json()["items"]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_minutes_is_read_the_same_in_latin_1(name: str) -> None:
    text = (Path(__file__).parent / "layouts" / name).read_text(encoding="utf-8") + LETTERS
    plain = text.translate(str.maketrans("–“”’‘…", "-\"\"''."))
    assert read(plain.encode("latin-1")).as_json()["items"] == read(plain).as_json()["items"]


def test_letters_that_were_taken_apart_are_put_together_and_told_of() -> None:
    found = read("Agenda item\n\nTollsâ€™ Â£2 for SiÃ¢n; Â and Ã stay\n".encode())
    assert found.items[0].title == "Tolls’ £2 for Siân; Â and Ã stay"
    assert found.warnings[0].startswith("Letters of this were taken apart (Â£ for £).")


def test_text_that_changes_its_encoding_says_so() -> None:
    warning = read(TEXT.encode() + "£".encode("cp1252")).warnings[0]
    assert warning.startswith("This is UTF-8 with Windows text (cp1252) in it.")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-16")[:-1],
        TEXT.encode("utf-16-le") + b"x",
        b"\xff\xfe\x00\xd8" + TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32-le"),
        TEXT.encode() + b"\0",
        b"\x7fELF\x02\x01\x01" + bytes(100),
        TEXT.replace("–", "-").replace("“", "").replace("”", "").encode("cp500"),
        codecs.BOM_UTF8 + TEXT.encode("utf-16-le"),
        TEXT[:20].encode() + b"\0" + TEXT[20:].encode(),
    ],
)
def test_what_cannot_be_told_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableMinutes):
        read(content)


def test_the_limits_of_the_tests_hold() -> None:
    """A reader that took more than its share would be stopped: so it is no luck that none is."""
    greedy = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); bytes({MEMORY})"
    done = subprocess.run([sys.executable, "-c", greedy], capture_output=True, check=False)
    assert (done.returncode, b"MemoryError" in done.stderr) == (1, True)
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != MEMORY
