"""The piece of a text that a result shows. No row is needed."""

from hypothesis import given
from hypothesis import strategies as st

from scrutiny.search.snippets import START, STOP, found_in, piece


def test_a_marked_text_of_another_length_marks_nothing() -> None:
    assert found_in(f"ab{START}cd{STOP}", "abcd") == [(2, 4)]
    assert found_in(f"ab{START}cd{STOP}", "abcde") == []
    assert found_in(None, "abcd") == []


@given(st.text(), st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600))))
def test_a_piece_is_always_a_part_of_its_text(text: str, pairs: list[tuple[int, int]]) -> None:
    text *= 40
    spans = sorted((min(pair), max(pair)) for pair in pairs if max(pair) <= len(text))
    shown = "".join(segment.text for segment in piece(text, spans))
    assert shown.removeprefix("… ").removesuffix(" …") in text or shown in text
