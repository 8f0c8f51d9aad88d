"""PDFs that cannot be read, are damaged or mean harm: refused in one line, or read with a caution."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes import UnreadableMinutes, read, read_blocks
from meetings.minutes.sources import extract
from meetings.minutes.structure import Caution
from tests.documents import as_pdf, typeset
from tests.meetings.minutes.test_pdf import PAGE, TALK

SOUND = as_pdf(f"1. Ponds\n\n1.1  {TALK * 3}\n\nRESOLVED: That the report be noted.")

SCANNED = """#set page(paper: "a5", margin: 0cm)
#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='420' height='595'><image width='420' height='595'
 href='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
/></svg>"), width: 100%, height: 100%)
"""


def refusal_of(content: bytes) -> str:
    with pytest.raises(UnreadableMinutes) as refusal:
        read(content)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


ADVICE = "ask for the Word file, or open this in a program that recognises text (OCR) and save it again."


def test_a_scanned_pdf_is_refused_with_what_to_do() -> None:
    found = refusal_of(typeset(SCANNED))
    assert found == f"This PDF holds pictures of pages and no text: it was scanned; {ADVICE}"


def test_scanned_pages_among_others_are_named() -> None:
    found = extract(typeset(f"{SCANNED}#page(margin: 2cm)[{TALK}]\n{SCANNED}")).warnings
    assert found == (Caution(None, f"Pages 1 and 3 are scanned, so nothing on them could be read; {ADVICE}"),)


def test_a_pdf_without_any_text_is_refused() -> None:
    assert "no text" in refusal_of(typeset(f"{PAGE}#rect()"))


def test_a_locked_pdf_is_refused() -> None:
    assert refusal_of(LOCKED) == "This PDF is locked with a password; save a copy without one, and choose that."


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_pdf_is_refused_or_said_to_be_incomplete(share: float) -> None:
    whole = as_pdf(TALK * 200)
    said = refused_or_warned(whole[: int(len(whole) * share)])
    assert "damaged" in said or "The end of this PDF is missing" in said


def refused_or_warned(content: bytes) -> str:
    try:
        return " ".join(map(str, extract(content).warnings))
    except UnreadableMinutes as refusal:
        return str(refusal)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return body + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
LOCKED = pdf_of(CATALOGUE, ONE_PAGE, b"<< /Type /Page /Parent 2 0 R >>").replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>",
)


def page_that_draws(content: bytes, *more: bytes) -> bytes:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >>"
        b" /XObject << /X0 6 0 R >> >> >>"
    )
    return pdf_of(
        CATALOGUE, ONE_PAGE, page, stream(content), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *more
    )


def forms_that_draw_two_more(depth: int) -> bytes:
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
        b" /Resources << /Font << /F 5 0 R >> /XObject << /X0 %d 0 R >> >>"
    )
    forms = [stream(b"/X0 Do /X0 Do", form % (7 + level)) for level in range(depth)]
    return page_that_draws(b"/X0 Do", *forms, stream(b"BT /F 12 Tf 72 700 Td (No.) Tj ET", form % 6))


@pytest.mark.parametrize(
    "content",
    [
        pdf_of(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"),
        pdf_of(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"3 0 R"),
        pdf_of(b"<< /Type /Catalog /Pages 1 0 R >>"),
        b"%PDF-1.7\n" + b"\x00\xff(<[" * 3_900_000,
        b"%PDF-1.7\n" + b"[" * 10_000_000,
        b"%PDF-1.7\n" + b"1 0 obj << /A " * 1_000_000,
        forms_that_draw_two_more(28),
    ],
    ids=["many pages", "loop", "no pages", "junk", "deep", "open", "forms of forms"],
)
def test_hostile_pdfs_are_refused_in_time(content: bytes) -> None:
    assert refusal_of(content).startswith("This PDF ")


def test_text_that_is_not_seen_is_read() -> None:
    content = page_that_draws(b"BT 3 Tr /F 12 Tf 72 700 Td (Recognised in a scanned page by a program.) Tj ET")
    assert read_blocks(content).lines[0] == "Recognised in a scanned page by a program."


def test_control_characters_do_not_come_through() -> None:
    content = page_that_draws(b"BT /F 12 Tf 72 700 Td (The Chair\\000\\001\\033 said that this was noted.) Tj ET")
    assert read_blocks(content).lines[0] == "The Chair said that this was noted."


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0), st.integers(min_value=0, max_value=400), st.binary(max_size=8))
def test_damaged_pdfs_raise_nothing_but_the_readers_own_error(at: int, cut: int, put: bytes) -> None:
    at %= len(SOUND)
    said = refused_or_warned(SOUND[:at] + put + SOUND[at + cut :])
    assert not said or said.endswith(".")
