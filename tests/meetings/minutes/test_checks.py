"""What the clerk is told to look at, and where nothing is said."""

import pytest

from meetings.minutes import read

NO_COMMITTEE = "No committee was found; say which one met."
NO_DATE = "No date of the meeting was found; say when it was held."
ITEMS = """
1. Apologies

There were none.

2. Footbridges

The Panel heard that three footbridges were closed.

RESOLVED: That the report be noted.
"""


@pytest.mark.parametrize(
    ("header", "cautions"),
    [
        ("Roads Scrutiny Panel\n\nTuesday 8 September 2026\n", ()),
        ("Roads Scrutiny Panel\n", (NO_DATE,)),
        ("Tuesday 8 September 2026\n", (NO_COMMITTEE,)),
        ("Notes taken in the hall\n", (NO_COMMITTEE, NO_DATE)),
    ],
)
def test_minutes_of_a_whole_meeting_say_who_met_and_when(header: str, cautions: tuple[str, ...]) -> None:
    assert read(header + ITEMS).warnings == cautions


def test_the_page_of_one_item_need_not_say_who_met() -> None:
    page = "Agenda item\n\nFootbridges\n\nMinutes:\n\nThe Panel heard of three footbridges.\n"

    assert read(page).warnings == ()


def test_a_row_of_a_table_that_decides_is_pointed_out() -> None:
    page = "Agenda item\n\nFootbridges\n\nMinutes:\n\n7 | Bridges | Resolved: That the report be noted | Panel\n"

    assert read(page).warnings == ("Line 7: this row of a table seems to hold a decision; is it a resolution?",)


def test_a_long_text_without_number_and_decision_is_pointed_out() -> None:
    story = "The river rose in the night and the bridge was shut by the farmer who lives beside it.\n\n"

    told = "No number and no resolution was found in this text; look whether it was understood."
    assert told in read("Footbridges\n\n" + story * 20).warnings
    assert told not in read("Footbridges\n\n" + story * 2).warnings
    assert told not in read("Footbridges\n\nMinutes:\n\n" + story * 20).warnings


def test_what_stands_above_the_first_item_and_looks_like_minutes_is_pointed_out() -> None:
    page = "Roads Scrutiny Panel\n\nTuesday 8 September 2026\n\nPresent: Cllr Ash\n\nRESOLVED to sell the van.\n"

    assert read(page + "\n6. Correspondence\n" + ITEMS).warnings == (
        "Line 7: this line stands above the first item and holds a decision; is it minutes?",
        "Line 9: this line stands above the first item and bears a number; is it an item?",
    )


def test_a_text_without_items_says_so() -> None:
    told = ("No agenda item was found; everything was read as one item.",)
    assert read("RESOLVED: That it be kept.\n\nRESOLVED: That it be so.").warnings == told
