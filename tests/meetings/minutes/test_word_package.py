"""What may be wrong with a Word file, by accident or on purpose: one line says so, soon and without much memory."""

import io
import time
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes import UnreadableMinutes, read, read_blocks
from tests.documents import as_word
from tests.wordprocessing import W, abstract, document, level, listed, number, paragraph, style, styled, zipped

SOUND = as_word("Agenda item\nTolls\nMinutes:\nTolls rose.")
DAMAGED = "damaged"


def of(inside: str) -> bytes:
    return zipped({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'})


def entities(declared: str, used: str) -> bytes:
    xml = f'<?xml version="1.0"?><!DOCTYPE d [{declared}]><w:document xmlns:w="{W}"><w:body>{paragraph(run(used))}'
    return zipped({"word/document.xml": f"{xml}</w:body></w:document>"})


def run(inside: str) -> str:
    return f"<w:r><w:t>{inside}</w:t></w:r>"


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableMinutes) as refused:
        read(content)
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")
    return str(refused.value)


@pytest.mark.parametrize("cut", [30, 400, len(SOUND) // 2, len(SOUND) - 30])
def test_a_zip_that_was_cut_off_is_refused(cut: int) -> None:
    assert DAMAGED in refusal(SOUND[:cut])


def test_a_zip_with_a_spoilt_part_is_refused() -> None:
    name = b"word/document.xml"
    at = SOUND.index(name) + len(name)
    assert DAMAGED in refusal(SOUND[: at + 60] + b"spoilt" * 10 + SOUND[at + 120 :])


@pytest.mark.parametrize("xml", ["", "text", "<w:document>", f'<a xmlns:w="{W}"><b>', "<a>\x00</a>", "<a>&b;</a>"])
def test_a_part_that_is_no_xml_is_refused(xml: str) -> None:
    assert DAMAGED in refusal(zipped({"word/document.xml": xml}))


def test_a_document_without_its_text_is_refused() -> None:
    assert "There is no text in this Word document" in refusal(zipped({"word/styles.xml": "<a/>"}))
    assert "There is no text in this" in refusal(document(paragraph("")))


def test_a_zip_that_is_no_word_document_is_refused_as_what_it_is() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    assert "a zip file that holds no Word document" in refusal(file.getvalue())


def test_old_and_protected_documents_are_refused_with_advice() -> None:
    wrapping = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
    assert "save it as .docx" in refusal(wrapping + "WordDocument".encode("utf-16-le"))
    assert "take the password off" in refusal(wrapping + "EncryptedPackage".encode("utf-16-le"))


def test_a_locked_zip_is_refused_with_advice() -> None:
    named = SOUND.rindex(b"word/document.xml")  # in the list at the end, 38 bytes behind the sign that it is locked
    assert "protected by a password" in refusal(SOUND[: named - 38] + b"\x01" + SOUND[named - 37 :])


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', "&b;"),
        ('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"),
        ('<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;', "x"),
    ],
)
def test_entities_are_neither_expanded_nor_fetched(declared: str, used: str) -> None:
    assert "declares entities" in refusal(entities(declared, used))


def test_entities_in_another_encoding_are_refused_too() -> None:
    xml = (
        f'<!DOCTYPE d [<!ENTITY a "x">]><w:document xmlns:w="{W}"><w:body>{paragraph(run("&a;"))}</w:body></w:document>'
    )
    assert "declares entities" in refusal(zipped({"word/document.xml": xml.encode("utf-16")}))
    named = f'<?xml version="1.0" encoding="cp037"?>{xml}'.encode("cp037")
    assert DAMAGED in refusal(zipped({"word/document.xml": named}))


def bomb() -> bytes:
    """A hundred kilobytes that unpack to a hundred megabytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(100):
                part.write(b" " * 1_000_000)
    return file.getvalue()


def many_names() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for place in range(20_000):
            archive.writestr(f"word/{place}.xml", "")
    return file.getvalue()


def nested(depth: int) -> bytes:
    return of(f"{'<w:tbl><w:tr><w:tc>' * depth}{paragraph('deep')}{'</w:tc></w:tr></w:tbl>' * depth}")


def long_labels() -> bytes:
    drawn = level(0, "%1" * 50_000, "lowerRoman", start=3999)
    numbering = abstract(0, drawn) + number(1, 0)
    return document(listed(1, "x") * 5_000, numbering=numbering)


def based_on_each_other() -> bytes:
    styles = "".join(style(f"s{place}", based_on=f"s{(place + 1) % 20_000}") for place in range(20_000))
    return document("".join(styled(f"s{place}", "x") for place in range(0, 20_000, 20)), styles=styles)


_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_FALLBACK = '<a:Fallback xmlns:a="http://schemas.openxmlformats.org/markup-compatibility/2006"/>'
HOSTILE = {
    "zip bomb": (bomb, "unpacks to more than 50 MB"),
    "a long list of parts": (many_names, "more parts than a Word document has"),
    "tables 60 deep": (lambda: nested(60), ""),
    "tables 5,000 deep": (lambda: nested(5_000), "built beyond measure"),
    "one long paragraph": (lambda: of(paragraph("word " * 200_000)), ""),
    "one endless text": (lambda: of(paragraph("word " * 3_000_000)), "built beyond measure"),
    "too many paragraphs": (lambda: of(paragraph("x") * 70_000), "too long"),
    "too many elements": (lambda: of("<w:p/>" * 3_000_000), "too large"),
    "many runs": (lambda: of(f"<w:p>{run('x') * 100_000}</w:p>"), ""),
    "fields that never end": (lambda: of(paragraph(_FIELD) * 30_000 + paragraph("x")), ""),
    "choices without a choice": (lambda: of(paragraph("x") + f"<w:p>{_FALLBACK * 100_000}</w:p>"), ""),
    "numbers as long as books": (long_labels, ""),
    "styles in a circle": (based_on_each_other, ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_are_read_or_refused_soon(name: str) -> None:
    build, told = HOSTILE[name]
    content = build()
    began = time.process_time()
    if told:
        assert told in refusal(content)
    else:
        assert read(content).items
    assert time.process_time() - began < 5


def test_a_bomb_is_not_unpacked_in_memory() -> None:
    content = bomb()
    tracemalloc.start()
    refusal(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000_000


def test_pictures_are_not_unpacked() -> None:
    file = io.BytesIO(SOUND)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\x00" * 100_000_000)
    began = time.process_time()
    assert read_blocks(file.getvalue()).blocks == read_blocks(SOUND).blocks
    assert time.process_time() - began < 1


_ELEMENTS = (
    *("p", "r", "t", "tbl", "tr", "tc", "txbxContent", "pPr", "rPr", "tcPr", "trPr", "sectPr", "sdt", "sdtContent"),
    *("del", "ins", "moveFrom", "cellDel", "vMerge", "fldChar", "instrText", "sym", "br", "tab", "footnoteReference"),
    *("numPr", "ilvl", "numId", "vanish", "pStyle", "rStyle", "altChunk"),
)
_VALUES = ("", 'w:val="0"', 'w:val="1"', 'w:val="continue"', 'w:char="D800"', 'w:fldCharType="begin"', 'w:id="x"')
_LEAVES = st.sampled_from(["Minutes:", "33.1", "RESOLVED:", "Cllr Fox", " ", "a|b"])
_TREES = st.recursive(
    _LEAVES,
    lambda inside: st.builds(
        lambda name, value, parts: f"<w:{name} {value}>{''.join(parts)}</w:{name}>",
        st.sampled_from(_ELEMENTS),
        st.sampled_from(_VALUES),
        st.lists(inside, max_size=4),
    ),
    max_leaves=25,
)


@given(st.lists(_TREES, min_size=1, max_size=4))
def test_elements_in_any_order_raise_nothing_but_the_readers_own_error(trees: list[str]) -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%1.%2")) + number(1, 0)
    with suppress(UnreadableMinutes):
        read(document("".join(trees), numbering=numbering, styles=style("1", "<w:rPr><w:vanish/></w:rPr>")))


@given(st.integers(0, len(SOUND) - 1), st.integers(0, 40), st.binary(max_size=4))
def test_damaged_files_raise_nothing_but_the_readers_own_error(at: int, cut: int, put: bytes) -> None:
    with suppress(UnreadableMinutes):
        read(SOUND[:at] + put + SOUND[at + cut :])
