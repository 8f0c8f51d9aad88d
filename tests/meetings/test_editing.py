"""Joining, splitting, changing and leaving out pieces: pure, and lossless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes import Block, Kind, read_blocks
from meetings.minutes.editing import LEFT_OUT_BY_CLERK, CannotEdit, change, join_above, leave_out, split
from tests.meetings.sample import TEXT


def printed(blocks: tuple[Block, ...]) -> str:
    return "".join("".join(block.source.split()) for block in blocks)


def a_block(text: str, **fields: object) -> Block:
    return Block(**{"kind": Kind.PARAGRAPH, "text": text, "source": text, "first_line": 3, "last_line": 3} | fields)  # type: ignore[arg-type]


def test_joining_makes_one_piece_of_two_with_the_kind_and_number_of_the_first() -> None:
    above = a_block("Members asked", number="33.1", source="33.1  Members asked")
    below = a_block("for a list.", kind=Kind.HEADING, first_line=5, last_line=5)
    assert join_above((above, below), 1) == (
        Block(Kind.PARAGRAPH, "Members asked for a list.", "33.1", 0, "33.1  Members asked\nfor a list.", 3, 5),
    )


def test_a_number_that_was_none_becomes_words_again() -> None:
    above = a_block("It was agreed under section")
    below = a_block("of the Act that", number="12", source="12. of the Act that")
    assert join_above((above, below), 1)[0].text == "It was agreed under section 12. of the Act that"


def test_a_number_whose_words_the_clerk_changed_is_kept_as_well() -> None:
    joined = join_above((a_block("Under section"), a_block("of the 1972 Act", number="12", source="12. of the Act")), 1)
    assert joined[0].text == "Under section 12 of the 1972 Act"


def test_the_first_piece_has_nothing_above() -> None:
    with pytest.raises(CannotEdit, match="nothing above the first piece"):
        join_above((a_block("One"),), 0)


def test_splitting_cuts_text_and_source_at_the_empty_line_and_reads_the_number() -> None:
    source = "33.1 Members met.\n33.2 They agreed."
    block = a_block("Members met.\n\n33.2 They agreed.", number="33.1", source=source, last_line=4)
    assert split((block,), 0) == (
        Block(Kind.PARAGRAPH, "Members met.", "33.1", 0, "33.1 Members met.\n", 3, 3),
        Block(Kind.PARAGRAPH, "They agreed.", "33.2", 0, "33.2 They agreed.", 4, 4),
    )


def test_pieces_of_one_line_both_stand_on_it() -> None:
    block = a_block("Members met.\n\nThey agreed.", source="Members met. They agreed.")
    first, second = split((block,), 0)
    assert (first.first_line, first.last_line, second.first_line, second.last_line) == (3, 3, 3, 3)
    assert (first.source, second.source) == ("Members met. ", "They agreed.")


def test_a_figure_without_a_stop_may_begin_a_sentence() -> None:
    second = split((a_block("Schools met.\n\n12 schools agreed."),), 0)[1]
    assert (second.number, second.text) == (None, "12 schools agreed.")


@pytest.mark.parametrize(
    ("kind", "behind"),
    [
        (Kind.ITEM, Kind.PARAGRAPH),
        (Kind.STEM, Kind.RESOLUTION),
        (Kind.RESOLUTION, Kind.RESOLUTION),
        (Kind.BULLET, Kind.BULLET),
    ],
)
def test_what_is_split_off_gets_the_kind_that_stands_behind(kind: Kind, behind: Kind) -> None:
    assert [block.kind for block in split((a_block("One.\n\nTwo.", kind=kind),), 0)] == [kind, behind]


def test_a_text_without_an_empty_line_cannot_be_split() -> None:
    with pytest.raises(CannotEdit, match="Put an empty line"):
        split((a_block("One.\nTwo."),), 0)


def test_leaving_out_keeps_the_words_and_says_who_did() -> None:
    assert leave_out((a_block("Print this page"),), 0)[0] == a_block(
        "Print this page", kind=Kind.LEFT_OUT, reason=LEFT_OUT_BY_CLERK
    )


def test_changing_keeps_the_source_and_an_empty_number_is_none() -> None:
    changed = change(
        (a_block("Membrs met.", number="1"),), 0, kind=Kind.HEADING, number="", text="Members met.", level=0
    )
    assert changed[0] == a_block("Members met.", kind=Kind.HEADING, source="Membrs met.")


def test_taking_a_piece_back_takes_the_reason_away() -> None:
    left = leave_out((a_block("One"),), 0)
    assert change(left, 0, kind=Kind.PARAGRAPH, number="", text="One", level=0) == (a_block("One"),)


@pytest.mark.parametrize("operation", [join_above, split, leave_out])
@pytest.mark.parametrize("place", [-1, 1, 99])
def test_a_piece_that_is_not_there_is_refused(operation: object, place: int) -> None:
    with pytest.raises(CannotEdit, match="no such piece"):
        operation((a_block("One"),), place)  # type: ignore[operator]


@given(st.data())
def test_nothing_of_the_source_is_ever_lost(data: st.DataObject) -> None:
    """Whatever a clerk presses, in whatever order, and however he rewrites the words."""
    blocks = read_blocks(TEXT).blocks
    whole = printed(blocks)
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(blocks) - 1))
        text = data.draw(
            st.sampled_from([blocks[place].text, "new words\n\nmore", blocks[place].text.replace(" ", "\n\n", 1)])
        )
        blocks = change(blocks, place, kind=blocks[place].kind, number="", text=text or "x", level=0)
        operation = data.draw(st.sampled_from([join_above, split, leave_out]))
        try:
            blocks = operation(blocks, place)
        except CannotEdit:
            continue
        assert printed(blocks) == whole
        assert all(block.first_line <= block.last_line for block in blocks)
