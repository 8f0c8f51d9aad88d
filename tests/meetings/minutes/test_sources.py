"""Text and HTML to lines: every encoding a clerk may have, and a clear refusal of everything else."""

import pytest

from meetings.minutes import Kind, UnreadableMinutes, read, read_blocks
from meetings.minutes.sources import SOURCE_LIMIT, Line, Mark, extract
from meetings.minutes.sources import html as html_source

TEXT = "Agenda item\n\nTolls – £2\n\nMinutes:\n\n“Tolls” were raised.\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        f"\ufeff{TEXT}".encode("utf-16"),
    ],
)
def test_every_encoding_reads_the_same(content: bytes) -> None:
    item = read(content).items[0]
    assert (item.title, item.paragraphs[0].text) == ("Tolls – £2", "“Tolls” were raised.")


def test_old_windows_text_says_that_it_was_guessed() -> None:
    assert "cp1252" in read(TEXT.encode("cp1252")).warnings[0]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7 binary", "damaged"),
        (b"PK\x03\x04 zipped", "a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
        (b"{\\rtf1 text}", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"Minutes\x00\x01\x02\xff\xfe of the meeting", "not text"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"", "no text"),
        (b" \n\xc2\xa0\n", "no text"),
        ("half \ud800 a character", "not text"),
        ("a NUL \x00 in it", "not text"),
        ("<html><body><script>alert(1)</script></body></html>", "no text"),
    ],
)
def test_what_is_not_minutes_is_refused_in_one_line(content: str | bytes, named: str) -> None:
    with pytest.raises(UnreadableMinutes) as refusal:
        read(content)
    assert named in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_source_that_is_too_large_is_refused() -> None:
    with pytest.raises(UnreadableMinutes, match="larger than 20 MB"):
        read("a" * (SOURCE_LIMIT + 1))


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnreadableMinutes, match="“docx” is not a format"):
        read("text", "docx")


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        ("Agenda item\n<AI1>\n3 < 4\n", "text"),
        ("<!DOCTYPE html><p>x", "html"),
        ("  <HTML><body>x", "html"),
        ("<p>One</p><p>Two</p>", "html"),
        ("a <b> c\n", "text"),
    ],
)
def test_the_format_is_found_out(content: str, format_: str) -> None:
    assert extract(content).format == format_


def test_lists_bear_the_numbers_that_a_browser_draws() -> None:
    page = "<ol type=a start=2><li>x<li value=5>y</ol><ol type=I><li>z</ol><ul><li>b<ul><li>c</ul></ul>"
    lines = [(line.text, line.level) for line in html_source.lines(page) if line.text]
    assert lines == [("b. x", 1), ("e. y", 1), ("I. z", 1), ("• b", 1), ("• c", 2)]


def test_headings_entities_and_hard_spaces_are_kept() -> None:
    page = "<h2>Roads &amp;&nbsp;lanes</h2><p>One\n   two<br>three</p>"
    assert html_source.lines(page) == [
        Line("Roads &\u00a0lanes", Mark.HEADING),
        Line(""),
        Line("One two"),
        Line("three"),
        Line(""),
    ]


def test_what_a_page_navigates_by_is_skipped() -> None:
    page = "<head><title>t</title></head><nav>n</nav><header>h</header>"
    page += "<p>kept<form>f</form><p hidden>x<p style='display: none'>y"
    assert [line.text for line in html_source.lines(page) if line.text] == ["kept"]


def test_a_table_of_figures_gives_rows_and_a_layout_table_gives_lines() -> None:
    figures = "<table><tr><th>Ward</th><th>Homes</th></tr><tr><td>Quay</td><td>12</td></tr></table>"
    layout = (
        "<table><tr><td>8.1</td><td>The Chair spoke.</td></tr><tr><td>8.2</td><td>Members listened.</td></tr></table>"
    )
    assert [line.mark for line in html_source.lines(figures) if line.text] == [Mark.ROW, Mark.ROW]
    assert [block.number for block in read_blocks(f"<p>Title</p>{layout}").blocks][1:] == ["8.1", "8.2"]


@pytest.mark.parametrize(
    "page", ["<div>" * 60_000 + "x", "<table><tr><td>" * 400 + "x", "<ul><li>" * 20_000 + "x", "<p>" * 50_000 + "x"]
)
def test_deep_pages_are_read_or_refused(page: str) -> None:
    try:
        told = read(page).items[0].title
    except UnreadableMinutes as refusal:
        told = str(refusal)
    assert told in ("x", "This page is nested deeper than any page is; copy its text and paste that.")


def test_html_and_text_of_the_same_minutes_read_the_same() -> None:
    text = "Agenda item\n\nQuay\n\nMinutes:\n\nThe Chair spoke.\n\n"
    text += "RESOLVED: That\n\n(a) it be noted; and\n\n(b) a note be sent."
    page = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    from_text = [(block.kind, block.number, block.text) for block in read_blocks(text).blocks]
    assert [(block.kind, block.number, block.text) for block in read_blocks(page).blocks] == from_text
    assert from_text[-1] == (Kind.RESOLUTION, "b", "a note be sent.")
