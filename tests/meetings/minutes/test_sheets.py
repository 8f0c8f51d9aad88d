"""Text pasted from print: a sentence goes on behind the end of its page, and the page's own lines are left out."""

import pytest

from meetings.minutes import Kind, read, read_blocks

OPENING = "Housing Scrutiny Panel\n3 June 2024\n\nPresent: Councillor Ash\n\n1. Apologies\n\nThere were none.\n\n"
BROKEN = (
    f"{OPENING}2. Damp Homes\n\n2.1 The Head of Housing had sent a surveyor to every flat in which a tenant had\n"
    "{}complained of damp, and forty of them needed new windows before the winter.\n\n2.2 Members thanked her.\n\n"
    "2.3 They asked what it cost and heard that nobody could say before the autumn, when\n{}the prices were known.\n\n"
    "RESOLVED: That the report be noted.\n"
)
PAGES = (
    ("Page 1 of 3\n", "Page 2 of 3\n"),
    ("\nPage 1\n\n", "\nPage 2\n\n"),
    ("1\n", "2\n"),
    ("- 4 -\n", "- 5 -\n"),
    ("\n3\n\n\f", "\n4\n\n\f"),
    ("Housing Scrutiny Panel - 3 June 2024\n", "Housing Scrutiny Panel - 3 June 2024\n"),
    ("Housing Scrutiny Panel 3 June 2024  7\n", "Housing Scrutiny Panel 3 June 2024  8\n"),
    ("7 | Page\nElmford Borough Council\n", "8 | Page\nElmford Borough Council\n"),
    ("7\nHOUSING SCRUTINY PANEL, 03.06.24\n", "8\nHOUSING SCRUTINY PANEL, 03.06.24\n"),
    ("\nHousing Scrutiny Panel\n3 June 2024\n\n", "\nHousing Scrutiny Panel\n3 June 2024\n\n"),
)


@pytest.mark.parametrize("pages", PAGES)
def test_a_sentence_goes_on_behind_the_end_of_its_page(pages: tuple[str, str]) -> None:
    source = BROKEN.format(*pages)
    damp = read(source).items[1]
    assert [(one.number, one.text[-40:]) for one in damp.paragraphs] == [
        ("2.1", "of them needed new windows before the winter."[-40:]),
        ("2.2", "Members thanked her."),
        ("2.3", "before the autumn, when the prices were known."[-40:]),
    ]
    assert "a tenant had complained of damp" in damp.paragraphs[0].text
    reading = read_blocks(source)
    left = [block.text for block in reading.blocks if block.kind is Kind.LEFT_OUT and "page" in block.reason]
    assert left == [" ".join(line.split()) for page in pages for line in page.splitlines() if line.strip()]
    assert "".join("".join(block.source.split()) for block in reading.blocks) == "".join(source.split())


def test_a_sentence_goes_on_with_a_capital_where_its_line_was_full() -> None:
    source = (
        f"{OPENING}2. Damp Homes\n\n2.1 The Head of Housing had sent a surveyor to every flat in which tenants of the\n"
        "Page 1 of 2\nCouncil had complained of damp, and forty of them needed new windows before the\nwinter came.\n\n"
        "2.2 Members thanked her.\n"
    )
    assert [one.number for one in read(source).items[1].paragraphs] == ["2.1", "2.2"]


def test_what_stands_between_whole_paragraphs_is_left_out_too() -> None:
    foot = "\nHousing Scrutiny Panel\n{}\n\n"
    source = (
        f"{OPENING}2. Damp Homes\n\n2.1 The Head of Housing had sent a surveyor.\n{foot.format(1)}"
        f"2.2 Forty flats needed new windows.\n{foot.format(2)}2.3 Members thanked her.\n"
    )
    item = read(source).items[1]
    assert [(one.number, one.text.split()[0]) for one in item.paragraphs] == [
        ("2.1", "The"),
        ("2.2", "Forty"),
        ("2.3", "Members"),
    ]


NUMBERED = (
    f"{OPENING}2. Damp Homes\n\n2.1 The Head of Housing had sent a surveyor.\n\n{{}}\n3. Roofs\n\n"
    "3.1 Slates had fallen.\n\nRESOLVED: That the roofs be mended.\n\n4. Gutters\n\n4.1 They were full.\n"
)


@pytest.mark.parametrize("number", ["2", "[2]", "- 2 -", "Page | 2", "2 | Page", "Minutes – Page 2", f"{' ' * 60}2"])
def test_the_number_of_a_page_takes_no_item_away(number: str) -> None:
    items = read(NUMBERED.format(f"{number}\n")).items
    assert [(item.number, item.title) for item in items[1:]] == [("2", "Damp Homes"), ("3", "Roofs"), ("4", "Gutters")]
    assert [len(item.resolutions) for item in items] == [0, 0, 1, 0]


def test_a_number_goes_on_counting_from_one_that_is_sure() -> None:
    told = "\n\n".join(f"2.{number} Members spoke of roof {number}." for number in range(1, 40))
    pages = told.replace("2.12 ", "7\n\n2.12 ").replace(
        "Members spoke of roof 25.", "Members spoke of roof 25.\n\n8\n\nHail"
    )
    numbers = [block.text for block in read_blocks(f"{OPENING}2. Roofs\n\n{pages}\n").blocks if "page" in block.reason]
    assert numbers == ["7", "8"]


def test_figures_of_a_table_are_no_pages() -> None:
    source = f"{OPENING}2. Damp Homes\n\nFlats with damp\n\n312\n\nof which empty\n\n14\n\nof which sold\n\n3\n\nlet\n"
    assert [block.text for block in read_blocks(source).blocks if block.reason == "page number"] == []


def test_the_numbers_of_items_that_stand_alone_are_no_pages() -> None:
    source = "Meeting of the Housing Scrutiny Panel, 3 June 2024\n\n1\n\nAPOLOGIES\n\nNone.\n\n2\n\nDAMP\n\nNoted.\n"
    assert [(item.number, item.title) for item in read(source).items] == [("1", "APOLOGIES"), ("2", "DAMP")]


@pytest.mark.parametrize(
    ("mark", "beside"), [("HC 1", "HC 2"), ("H 31", "H 32"), ("Page 8\nCABINET", "Page 9\nCABINET")]
)
def test_the_pages_of_a_committee_bear_its_letters_or_its_name(mark: str, beside: str) -> None:
    far = " " * 40
    damp = read(BROKEN.format(f"{far}{mark}\n", f"{far}{beside}\n")).items[1]
    assert [one.number for one in damp.paragraphs] == ["2.1", "2.2", "2.3"]
    assert "a tenant had complained of damp" in damp.paragraphs[0].text


def test_a_code_on_a_line_of_its_own_is_none_of_a_page() -> None:
    ponds = read(
        f"{OPENING}2. Ponds\n\nHC 1\n\nThe pond at the mill was deep.\n\nHC 2\n\nThe pond at the inn was dry.\n"
    )
    assert "HC 1" in [one.text for one in ponds.items[1].paragraphs]
