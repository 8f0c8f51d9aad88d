"""Any bytes give lines or a refusal: whatever they claim to be, whatever follows the claim."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.minutes import UnreadableMinutes
from meetings.minutes.sources import FORMATS, extract

CLAIMS = (
    b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff",
    b"\xd0\xcf\x11\xe0", b"{\\rtf", b"<?xml version='1.0'?>", b"<meeting>", b"<html>", b"<!doctype html>",
    b"<meta charset=koi8-r><p>x</p><p>", b"<p>x</p><p>y</p>", b"a\nb\n", b"+AKM-", b"caf\xe9 ",
)  # fmt: skip


def extracted(content: bytes | str, named: str | None) -> bool:
    """Whether this gave lines, or was refused in a line; any other exception comes through."""
    try:
        found = extract(content, named)
    except UnreadableMinutes as refusal:
        told = str(refusal)
        return told.endswith(".") and "\n" not in told
    return any(line.text.strip() for line in found.lines)


@settings(max_examples=400)
@given(st.sampled_from(CLAIMS), st.binary(max_size=300), st.sampled_from([None, *FORMATS]))
@example(b"\xff\xfe", b"\x00\xd8", None)
@example(b"", b"\xed\xa0\x80", None)
@example(b"<!doctype html>", b"&#0;&#xD800;&#x110000;<p>", None)
def test_any_bytes_give_lines_or_one_line_that_refuses(claim: bytes, rest: bytes, named: str | None) -> None:
    assert extracted(claim + rest, named)


@given(st.text(max_size=300), st.sampled_from([None, *FORMATS]))
def test_any_text_gives_lines_or_one_line_that_refuses(text: str, named: str | None) -> None:
    assert extracted(text, named)


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(range(256)), b"x" * 900 + b"%PDF-1.4\nendobj"])
def test_what_only_claims_to_be_a_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableMinutes):
        extract(content)
