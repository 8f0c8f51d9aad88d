"""Which items the minutes say were taken without the public: proposed, and told where that is not plain."""

import pytest

from meetings.minutes import Block, Kind, assemble, read
from meetings.minutes.exempt import exemptions

HEADER = "Minutes of the meeting of the Estates Board held on 4 March 2024\n\n"
ENGLAND = "under Section 100A(4) of the Local Government Act 1972 as exempt under paragraph 3 of Schedule 12A"


def exempt(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.exempt) for item in read(HEADER + text, "text").items]


def items(resolution: str) -> str:
    return (
        f"1. Exclusion of the Public\n\nRESOLVED: That {resolution}.\n\n"
        "2. Sale of a Barn\n\nThe sale was discussed.\n\n"
        "3. Purchase of a Field\n\nThe purchase was discussed.\n\n"
        "4. Date of Next Meeting\n\n8 May 2024 was fixed.\n"
    )


@pytest.mark.parametrize(
    ("resolution", "expected"),
    [
        (f"the public be excluded for the following item {ENGLAND}", ["", "3", "", ""]),
        (f"the press and public be excluded for the following items of business {ENGLAND}", ["", "3", "3", ""]),
        (f"the public be excluded for item 3 {ENGLAND}", ["", "", "3", ""]),
        (f"the public be excluded for items 2 to 3 {ENGLAND}", ["", "3", "3", ""]),
        (
            "under Schedule 12A (paragraphs 1, 2 and 7A) the public be excluded for the next item",
            ["", "1, 2 and 7A", "", ""],
        ),
        ("the public be excluded for the next item under Schedule 12A", ["", "Schedule 12A", "", ""]),
        ("the report be noted", ["", "", "", ""]),
        (f"it was not necessary to exclude the public {ENGLAND}", ["", "", "", ""]),
    ],
)
def test_an_exclusion_covers_the_items_it_names_or_those_behind_it(resolution: str, expected: list[str]) -> None:
    assert [paragraphs for _, paragraphs in exempt(items(resolution))] == expected


def test_an_item_discussed_behind_closed_doors_by_its_own_resolution() -> None:
    text = f"1. Rents\n\nRESOLVED: That the public be excluded while this item is discussed {ENGLAND}.\n\n"
    assert exempt(f"{text}2. Any Other Business\n\nThere was none.\n") == [("1", "3"), ("2", "")]


def test_items_behind_the_readmission_are_open() -> None:
    text = items(f"the public be excluded for the following items {ENGLAND}")
    text = text.replace("The purchase was", "The public were readmitted.\n\nThe purchase was")
    assert [paragraphs for _, paragraphs in exempt(text)] == ["", "3", "", ""]


def test_a_plain_exclusion_is_not_warned_of_and_one_of_several_items_is() -> None:
    plain = read(HEADER + items(f"the public be excluded for the following item {ENGLAND}"), "text")
    several = read(HEADER + items(f"the public be excluded for the following items {ENGLAND}"), "text")
    assert plain.warnings == ()
    assert several.warnings == (
        "Line 5: “Sale of a Barn” is proposed as exempt (3); look which items this covers.",
        "Line 5: “Purchase of a Field” is proposed as exempt (3); look which items this covers.",
    )


def test_the_clerks_correction_of_the_wording_counts() -> None:
    blocks = [
        Block(Kind.ITEM, "Exclusion of the Public", "1"),
        Block(Kind.RESOLUTION, f"That the public be excluded for the following item {ENGLAND}."),
        Block(Kind.ITEM, "Sale of a Barn", "2"),
    ]
    assert [item.exempt for item in assemble(blocks).items] == ["", "3"]
    assert exemptions([blocks[0], Block(Kind.LEFT_OUT, blocks[1].text, reason="no"), blocks[2]]) == {}


def test_json_says_which_items_are_exempt() -> None:
    assert assemble([Block(Kind.ITEM, "Barn (exempt under paragraph 5)")]).as_json()["items"][0]["exempt"] == "5"  # type: ignore[index]
