"""What a clerk corrected in one document is done again in the next, where both print the same."""

from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes import Block, Kind, read_blocks
from meetings.minutes.comparing.carrying_over import carried_over
from meetings.minutes.editing import change, join_above, leave_out, split

TEXT = """33. Online crime

Minutes:

33.1 The Cabinet Member introduced the item.

33.2 Members asked for a list of schools.

33.3 Trading Standards can have websites taken down.
"""
LONGER = TEXT.replace("33.2 Members", "33.2 The Chair thanked all.\n\n33.3 Members").replace(
    "33.3 Trading", "33.4 Trading"
)


def read(text: str) -> tuple[Block, ...]:
    return read_blocks(text, "text").blocks


def place(blocks: tuple[Block, ...], words: str) -> int:
    return next(n for n, block in enumerate(blocks) if words in block.text)


def said(blocks: tuple[Block, ...]) -> list[tuple[str, str | None, str]]:
    return [(str(block.kind), block.number, block.text) for block in blocks]


def test_without_corrections_nothing_is_carried_over() -> None:
    assert carried_over(read(TEXT), read(TEXT), read(LONGER)) == read(LONGER)


def test_what_was_left_out_is_left_out_again_and_its_lines_are_those_of_now() -> None:
    corrected = leave_out(read(TEXT), place(read(TEXT), "Cabinet Member"))
    below = f"A line more.\n\n{TEXT}"
    found = carried_over(read(TEXT), corrected, read(below))
    block = found[place(found, "Cabinet Member")]
    assert block.kind is Kind.LEFT_OUT
    assert block.first_line == read(below)[place(read(below), "Cabinet Member")].first_line


def test_wording_and_kind_stay_as_the_clerk_would_have_them() -> None:
    at = place(read(TEXT), "Cabinet Member")
    corrected = change(read(TEXT), at, kind=Kind.HEADING, number="", text="Opening", level=0)
    found = carried_over(read(TEXT), corrected, read(LONGER))
    assert ("heading", None, "Opening") in said(found)
    assert len(found) == len(read(LONGER))


def test_pieces_that_were_joined_are_joined_again_where_both_are_as_they_were() -> None:
    corrected = join_above(read(TEXT), place(read(TEXT), "Members asked"))
    changed = TEXT.replace("taken down", "removed")
    assert said(carried_over(read(TEXT), corrected, read(changed)))[:-1] == said(corrected)[:-1]
    assert carried_over(read(TEXT), corrected, read(LONGER)) == read(LONGER), "another stands between them now"


def test_a_piece_that_was_split_is_split_again() -> None:
    at = place(read(TEXT), "Cabinet Member")
    block = read(TEXT)[at]
    parted = change(
        read(TEXT), at, kind=block.kind, number="33.1", text="The Cabinet Member\n\nintroduced it.", level=0
    )
    corrected = split(parted, at)
    found = carried_over(read(TEXT), corrected, read(LONGER))
    assert said(found)[at : at + 2] == said(corrected)[at : at + 2]


def test_what_is_printed_otherwise_is_read_anew() -> None:
    corrected = leave_out(read(TEXT), place(read(TEXT), "Cabinet Member"))
    other = TEXT.replace("introduced the item", "spoke")
    assert carried_over(read(TEXT), corrected, read(other)) == read(other)


@given(st.lists(st.integers(0, 30), max_size=6), st.booleans())
def test_nothing_of_the_source_is_lost(places: list[int], joins: bool) -> None:
    corrected = read(TEXT)
    for n in places:
        at = n % len(corrected)
        corrected = join_above(corrected, at) if joins and at else leave_out(corrected, at)
    found = carried_over(read(TEXT), corrected, read(LONGER))
    printed = ["".join("".join(block.source.split()) for block in blocks) for blocks in (found, read(LONGER))]
    assert printed[0] == printed[1]
