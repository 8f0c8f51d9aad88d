"""Where the division into items looks wrong, the clerk is told with the line; elsewhere nothing is said."""

from meetings.minutes import read
from meetings.minutes.balance import cautions
from meetings.minutes.structure import Block, Kind, item_places

HEADER = "Roads Scrutiny Panel\n\nTuesday 8 September 2026\n\n"


def item(number: str, line: int) -> Block:
    return Block(Kind.ITEM, "Ferries", number, first_line=line, last_line=line)


def said(text: str, line: int, number: str | None = None) -> Block:
    return Block(Kind.PARAGRAPH, text, number, source=text, first_line=line, last_line=line)


def told(*blocks: Block) -> list[str]:
    return [str(caution) for caution in cautions(blocks, item_places(blocks))]


def test_a_number_between_two_items_that_begins_a_sentence_is_pointed_out() -> None:
    within = said("The ramp was cracked.\nIt was shut. 67/19 Ferry Times The times were late.", 3)

    assert told(item("66/19", 1), within, item("68/19", 9)) == [
        "Line 4: number 67/19 stands here between two items; is it an item?"
    ]


def test_numbers_that_jump_in_the_paper_itself_are_not() -> None:
    assert told(item("66/19", 1), said("The ramp cost £67/19 a metre.", 3), item("68/19", 9)) == []
    assert told(item("8", 1), said("There were 9 members.", 3), item("10", 9)) == []
    assert told(item("2.3", 1), item("3.1", 9), item("1", 11), item("3", 12)) == []


def test_the_title_of_a_standing_item_among_paragraphs_is_pointed_out() -> None:
    assert told(item("1", 1), said("Declarations of Interest", 3, "2"), said("There were none.", 4)) == [
        "Line 3: “2 Declarations of Interest” stands within an item; is it an item?"
    ]
    assert told(item("1", 1), said("The declarations of interest were read.", 3, "2")) == []


def test_an_item_that_holds_nearly_all_paragraphs_is_pointed_out() -> None:
    crowd = [said("The ramp was cracked.", line) for line in range(2, 52)]
    few = [item("2", 60), said("There were none.", 61), item("3", 62), said("There were none.", 63)]

    assert told(item("1", 1), *crowd, *few) == [
        "Line 1: this item holds 50 of 52 paragraphs; are there titles of other items in it?"
    ]
    assert told(item("1", 1), *crowd, *few[:2]) == []


def test_a_text_of_which_more_was_left_out_than_kept_is_pointed_out() -> None:
    sentence = "The Engineer said that the ramp was cracked and that it would be mended before the winter came."
    left = [Block(Kind.LEFT_OUT, sentence, first_line=line, reason="above the minutes") for line in range(5, 10)]

    assert told(*left, item("1", 20), said("There were none.", 21)) == [
        "Line 5: half of this text or more was left out, from this line on; look whether it is minutes."
    ]
    assert told(*left, item("1", 20), *(said(sentence, line) for line in range(21, 30))) == []


def test_the_cautions_stand_among_those_of_the_reading() -> None:
    page = (
        f"{HEADER}1. Apologies\n\nThere were none.\n\n2. Ramps\n\nThe ramp was cracked.\n\n"
        "3. Weirs\n\nThe weir was dry.\n"
    )

    assert read(page).warnings == ()
    assert read(page.replace("The ramp was cracked.\n\n", "The ramp was cracked.\n\n" * 50)).warnings == (
        "Line 9: this item holds 50 of 52 paragraphs; are there titles of other items in it?",
    )
