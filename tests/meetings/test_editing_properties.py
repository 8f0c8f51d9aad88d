"""Whatever a clerk does in whatever order: nothing of the source is lost, and every step leads back to where it was."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.actions.steps import Step
from meetings.minutes import Block, Kind, Minutes, assemble, read_blocks
from meetings.minutes.editing import CannotEdit, change, join_above, leave_out, split
from meetings.minutes.splicing import spliced, splices

LAYOUTS = sorted((Path(__file__).parent / "minutes" / "layouts").glob("*.txt"))[::6]
READ = [read_blocks(layout.read_bytes()).blocks for layout in LAYOUTS]
Blocks = tuple[Block, ...]
WORDINGS = ("", "One.\n\n33.2 Two.", "A\n\n\n(a) b\n\nc", "\u00a0", "(i)", "1.\n\n2.", "Ø point\n\n· another")


def changed(blocks: Blocks, place: int, number: int) -> Blocks:
    kind = list(Kind)[number % len(Kind)]
    wording = WORDINGS[number % len(WORDINGS)] or blocks[place % len(blocks)].text
    return change(blocks, place, kind=kind, number=str(number) if number % 3 else "", text=wording, level=number % 3)


EDITS: dict[str, Callable[[Blocks, int, int], Blocks]] = {
    "change": changed,
    "leave out": lambda blocks, place, number: leave_out(blocks, place),
    "join": lambda blocks, place, number: join_above(blocks, place),
    "split": lambda blocks, place, number: split(blocks, place),
    "split at the cursor": lambda blocks, place, number: split(blocks, place, cut=number),
}
presses = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(-2, 80), st.integers(0, 200)), min_size=1, max_size=12
)


def printed(blocks: Blocks) -> str:
    return "".join("".join(block.source.split()) for block in blocks)


def edited(blocks: Blocks, edit: str, place: int, number: int) -> Blocks:
    """As it was where the operation makes no sense there."""
    try:
        return EDITS[edit](blocks, place, number)
    except CannotEdit:
        return blocks


@settings(max_examples=150)
@given(st.sampled_from(READ), presses)
def test_no_edit_loses_anything_and_every_edit_can_be_assembled(
    blocks: Blocks, pressed: list[tuple[str, int, int]]
) -> None:
    whole = printed(blocks)
    for edit, place, number in pressed:
        blocks = edited(blocks, edit, place, number)
        assert printed(blocks) == whole
        assert all(block.first_line <= block.last_line for block in blocks)
    assert isinstance(assemble(blocks), Minutes)


@settings(max_examples=100)
@given(st.sampled_from(READ), presses)
def test_the_steps_lead_back_one_by_one(blocks: Blocks, pressed: list[tuple[str, int, int]]) -> None:
    """Through JSON, as they are kept."""
    copies, steps = [blocks], []
    for edit, place, number in pressed:
        after = edited(copies[-1], edit, place, number)
        steps.append(json.dumps(Step.between(copies[-1], after, told="").as_json()))
        copies.append(after)
    back = copies.pop()
    while copies:
        back = Step.from_json(json.loads(steps.pop())).taken_back(back)
        assert back == copies.pop()


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_splices_make_the_one_list_of_the_other(before: list[int], after: list[int]) -> None:
    assert spliced(before, splices(before, after)) == tuple(after)


@pytest.mark.parametrize("blocks", READ, ids=[layout.stem for layout in LAYOUTS])
def test_nothing_is_said_of_a_copy_that_did_not_change(blocks: Blocks) -> None:
    assert splices(blocks, blocks) == ()
