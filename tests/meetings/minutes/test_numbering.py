"""Printed numbers: which are numbers at all, what follows what, what is nested under what."""

import pytest

from meetings.minutes.numbering import Limbs, Marker, Style, breaks, follows, is_first, longest_run, read_marker


def marker(text: str) -> Marker:
    found = read_marker(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "printed", "style"),
    [
        ("33.1 The Chair", "33.1", Style.DECIMAL),
        ("2.4.1. Officers", "2.4.1", Style.DECIMAL),
        ("8.4", "8.4", Style.DECIMAL),
        ("1.      The Chairman", "1", Style.NUMBER),
        ("29 APOLOGIES FOR ABSENCE", "29", Style.NUMBER),
        ("- 1 To provide", "1", Style.NUMBER),
        ("(1) Members", "1", Style.NUMBER_BRACKET),
        ("(1).    Information", "1", Style.NUMBER_BRACKET),
        ("1)         the minutes", "1", Style.NUMBER_BRACKET),
        ("(a)  notes", "a", Style.LETTER),
        ("a. The hours", "a", Style.LETTER),
        ("(aa) more", "aa", Style.LETTER),
        ("(iv)   feedback", "iv", Style.ROMAN),
        ("ii.  a new schedule", "ii", Style.ROMAN),
        ("(A) that", "A", Style.CAPITAL),
        ("107/20 FINANCE", "107/20", Style.REFERENCE),
        ("ESC/16/25", "ESC/16/25", Style.REFERENCE),
        ("· Members", "·", Style.BULLET),
        ("Ø Cyber Crime", "Ø", Style.BULLET),
        ("o second level", "o", Style.BULLET),
        ("\uf0b7 from Word", "\uf0b7", Style.BULLET),
    ],
)
def test_what_stands_before_a_text_is_read(text: str, printed: str, style: Style) -> None:
    found = marker(text)
    assert (found.printed, found.style) == (printed, style)


@pytest.mark.parametrize(
    "text",
    [
        "The Chair said",
        "A. Boyd moved",
        "10.00 am",
        "7.30 pm in the Council Chamber",
        "2.5 million pounds",
        "24/7 help",
        "£2.3m",
        "(see the file)",
        "(Reference: report)",
        "e.g. the library",
        "i.e. both",
        "–the dash",
        "",
    ],
)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert read_marker(text) is None


def test_a_figure_without_stop_is_not_firm() -> None:
    assert (marker("29 APOLOGIES").firm, marker("29. Apologies").firm) == (False, True)


@pytest.mark.parametrize(
    ("before", "behind", "same"),
    [
        ("33.9 x", "33.10 x", True),
        ("33.9 x", "34.10 x", False),
        ("(h) x", "(i) x", True),
        ("(iv) x", "(v) x", True),
        ("(i) x", "(j) x", False),
        ("107/20 x", "108/20 x", True),
        ("107/20 x", "107/21 x", False),
        ("ESC/16/25 x", "ESC/16/26 x", True),
        ("(1) x", "2. x", False),
        ("(a) x", "(c) x", False),
    ],
)
def test_what_follows_what(before: str, behind: str, same: bool) -> None:
    assert (follows(marker(behind), marker(before)) is not None) is same


def test_limbs_are_numbered_through_their_parents() -> None:
    limbs = Limbs()
    printed = ["(a) x", "(i) x", "(ii) x", "(b) x", "(i) x", "(1) x", "(2) x", "(c) x"]
    added = [limbs.add(marker(text)) for text in printed]
    assert added == [
        ("a", 0),
        ("a(i)", 1),
        ("a(ii)", 1),
        ("b", 0),
        ("b(i)", 1),
        ("b(i)(1)", 2),
        ("b(i)(2)", 2),
        ("c", 0),
    ]


def test_a_number_out_of_order_is_no_limb() -> None:
    limbs = Limbs()
    limbs.add(marker("(a) x"))
    assert limbs.add(marker("(k) x")) is None


def test_letters_past_h_stay_letters() -> None:
    limbs = Limbs()
    added = [limbs.add(marker(f"({letter}) x")) for letter in "abcdefghij"]
    assert [one[0] for one in added if one] == list("abcdefghij")


def test_the_longest_run_passes_over_what_does_not_count_up() -> None:
    markers = [marker(f"{number}. X") for number in (28, 1, 29, 1, 2, 30, 3, 31)]
    assert longest_run(markers, gap=3) == [0, 2, 5, 7]


def test_a_skipped_number_is_told_and_a_new_start_is_not() -> None:
    markers = list(enumerate(marker(f"{number} x") for number in ("4.1", "4.2", "4.4", "5.1", "5.2", "4.5")))
    assert breaks(markers) == [(2, "4.2", "4.4")]


def test_first_of_a_list() -> None:
    assert [is_first(marker(text)) for text in ("(a) x", "1. x", "(i) x", "(b) x", "· x", "1/20 x")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
