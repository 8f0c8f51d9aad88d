"""Minutes from Word are the minutes that their text gives, whoever made the numbers; and nothing printed is lost."""

from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes import Kind, Minutes, UnreadableMinutes, read, read_blocks
from meetings.minutes.sources.word import lines
from tests.documents import as_word, as_word_lists
from tests.wordprocessing import abstract, document, level, number, paragraph, run, style, styled, table

LAYOUTS = Path(__file__).parent / "layouts"
TEXTS = sorted(LAYOUTS.glob("*.txt"))


def typed(source: Path) -> str:
    """The text of a layout with each of its lines as a paragraph, which is how it stands in Word."""
    return "\n\n".join(line for line in source.read_text(encoding="utf-8").splitlines() if line.strip())


def understood(minutes: Minutes) -> list[object]:
    """The minutes without the places of their blocks, which differ with the empty lines of the source."""
    items = [
        (
            item.number,
            item.title,
            item.agenda_text,
            item.exempt,
            [(one.number, one.kind, one.text, one.level) for one in item.paragraphs],
            [(one.number, one.stem, one.text) for one in item.resolutions],
            [(one.owner, one.text, one.implied, one.phrase) for one in item.actions],
            [(one.text, one.votes_for, one.votes_against, one.abstentions) for one in item.votes],
        )
        for item in minutes.items
    ]
    return [minutes.title, minutes.committee, minutes.date, minutes.present, minutes.apologies, *items]


@pytest.mark.parametrize("source", TEXTS, ids=lambda path: path.name)
def test_minutes_typed_in_word_read_as_their_text_does(source: Path) -> None:
    text = typed(source)
    assert understood(read(as_word(text))) == understood(read(text))


@pytest.mark.parametrize("source", TEXTS, ids=lambda path: path.name)
def test_minutes_whose_numbers_word_makes_read_as_their_text_does(source: Path) -> None:
    text = typed(source)
    assert understood(read(as_word_lists(text))) == understood(read(text))


def test_the_numbers_of_such_a_document_are_not_in_its_text() -> None:
    text = (LAYOUTS / "numbered_paragraphs.txt").read_text(encoding="utf-8")
    assert b"14.2" not in as_word_lists(text).replace(b"14.%1", b"")
    numbers = [one.number for one in read(as_word_lists(text)).items[0].paragraphs]
    assert numbers == ["14.1", "14.2", "14.3", "14.4"]


STYLES = (
    style("Item", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Limb", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
)
NUMBERING = abstract(
    0,
    level(0, "%1.", start=33, more='<w:pStyle w:val="Item"/>'),
    level(1, "%1.%2", more='<w:pStyle w:val="Para"/>'),
    level(2, "(%3)", "lowerRoman", more='<w:pStyle w:val="Limb"/>'),
) + number(1, 0)
MEETING = (
    (None, "Northmoor County Council"),
    (None, "Minutes of the Safer Communities Committee held on 9 March 2026"),
    ("Item", "Tolls"),
    ("Para", "The Director said that the tolls of the Elm bridge had risen twice."),
    ("Para", "RESOLVED: That"),
    ("Limb", "the report be noted; and"),
    ("Limb", "the Cabinet be asked to look again at the tolls."),
    ("Item", "Lanes"),
    ("Para", "Officers agreed to send Members a list of lanes."),
)


def test_minutes_numbered_by_styles_as_a_template_of_a_council_does_it() -> None:
    body = "".join(styled(name, text) if name else paragraph(text) for name, text in MEETING)
    minutes = read(document(body, styles=STYLES, numbering=NUMBERING))
    assert [(item.number, item.title) for item in minutes.items] == [("33", "Tolls"), ("34", "Lanes")]
    tolls, lanes = minutes.items
    assert [one.number for one in tolls.paragraphs] == ["33.1", "33.2"]
    assert [(one.number, one.stem, one.text) for one in tolls.resolutions] == [
        ("i", "RESOLVED: That", "the report be noted; and"),
        ("ii", "RESOLVED: That", "the Cabinet be asked to look again at the tolls."),
    ]
    assert [one.number for one in lanes.paragraphs] == ["34.1"]
    assert [one.text for one in lanes.actions] == ["Officers agreed to send Members a list of lanes."]


HEADED = style("H1", called="heading 1") + style("H2", called="heading 2")
SHEET = table(["Committee:", "Housing Panel"], ["Date:", "Tuesday 10 March 2026"], ["Venue:", "County Hall"])
NAMES = table(["Present", "Cllr Ash (Chair), Cllr Birch"], ["Apologies", "Cllr Dunn"])
HEADED_TEXT = (
    ("H1", "Apologies for absence"),
    (None, "Apologies were received from Cllr Dunn."),
    ("H1", "Empty homes"),
    ("H2", "Presentation"),
    (None, "The Director of Housing said that 412 homes stood empty."),
    ("H2", "Resolved"),
    (None, "1. That the report be noted."),
    (None, "2. That the Cabinet be asked for a plan."),
)


def test_minutes_whose_items_are_headings_under_tables_of_who_met_and_who_was_there() -> None:
    body = "".join(styled(name, text) if name else paragraph(text) for name, text in HEADED_TEXT)
    minutes = read(document(SHEET + NAMES + body, styles=HEADED))
    assert (minutes.committee, str(minutes.date)) == ("Housing Panel", "2026-03-10")
    assert (minutes.present, minutes.apologies) == (("Cllr Ash (Chair), Cllr Birch",), ("Cllr Dunn",))
    apologies, homes = minutes.items
    assert (apologies.title, homes.title) == ("Apologies for absence", "Empty homes")
    assert [(one.kind, one.text) for one in homes.paragraphs[:2]] == [
        (Kind.HEADING, "Presentation"),
        (Kind.PARAGRAPH, "The Director of Housing said that 412 homes stood empty."),
    ]
    assert [(one.number, one.text) for one in homes.resolutions] == [
        ("1", "That the report be noted."),
        ("2", "That the Cabinet be asked for a plan."),
    ]


@pytest.mark.parametrize(
    ("rows", "present", "apologies"),
    [
        (
            (
                ["Name", "Role", "Attended"],
                ["Cllr Ash", "Chair", "Yes"],
                ["Tom Hale", "Director", "✓"],
                ["Cllr Cole", "", "No"],
            ),
            ("Cllr Ash, Chair", "Tom Hale, Director"),
            ("Cllr Cole",),
        ),
        ((["Cllr Ash", "Chair"], ["Cllr Birch", ""]), ("Cllr Ash, Chair", "Cllr Birch"), ()),
        ((["Ward", "Homes"], ["Quay", "12"]), (), ()),
    ],
)
def test_a_table_of_who_was_there(
    rows: tuple[list[str], ...], present: tuple[str, ...], apologies: tuple[str, ...]
) -> None:
    held = paragraph("Minutes of the Housing Panel held on 3 March 2026")
    items = styled("H1", "Tolls") + paragraph("They rose.") + styled("H1", "Lanes") + paragraph("They were wet.")
    minutes = read(document(held + table(*rows) + items, styles=HEADED))
    assert (minutes.present, minutes.apologies) == (present, apologies)
    assert [item.title for item in minutes.items] == ["Tolls", "Lanes"]


def test_minutes_whose_titles_are_only_bold() -> None:
    def bold(text: str) -> str:
        return paragraph(run(text, "<w:b/>"))

    body = (
        bold("Westmoor Borough Council")
        + bold("Overview and Scrutiny Committee")
        + bold("Minutes of the meeting held on 5 March 2026")
        + bold("Apologies")
        + paragraph("Cllr Gray")
        + bold("Leisure centres")
        + paragraph("Two centres would close in May.")
        + bold("RESOLVED")
        + bold("1. That the report be noted")
        + bold("Councillor Birch")
        + paragraph("He asked who had been told.")
        + bold("Noted")
        + bold("Bus shelters")
        + paragraph("Forty shelters had been mended.")
    )
    minutes = read(document(body))
    assert [item.title for item in minutes.items] == ["Leisure centres", "Bus shelters"]
    assert [(one.number, one.text) for one in minutes.items[0].resolutions] == [("1", "That the report be noted")]
    assert (minutes.committee, minutes.apologies) == ("Overview and Scrutiny Committee", ("Cllr Gray",))


def test_the_headings_of_a_report_are_no_items() -> None:
    text = (
        (None, "Housing Panel"),
        ("H1", "Empty Homes"),
        ("H2", "Purpose of the report"),
        (None, "To tell members how many homes are empty."),
        ("H2", "Background"),
        (None, "There were 412."),
        ("H2", "Recommendations"),
        (None, "That the report be noted."),
    )
    body = "".join(styled(name, one) if name else paragraph(one) for name, one in text)
    assert [item.title for item in read(document(body, styles=HEADED)).items] == ["Empty Homes"]


def test_headings_that_are_no_titles_leave_the_items_to_their_numbers() -> None:
    text = (
        ("H1", "Northmoor County Council"),
        ("H1", "Minutes of the Roads Panel held on 9 March 2026"),
        (None, "1. Tolls"),
        (None, "The tolls had risen."),
        (None, "2. Lanes"),
        (None, "The lanes were wet."),
    )
    body = "".join(styled(name, one) if name else paragraph(one) for name, one in text)
    minutes = read(document(body, styles=HEADED))
    assert [(item.number, item.title) for item in minutes.items] == [("1", "Tolls"), ("2", "Lanes")]


def test_minutes_in_a_table_of_items_with_a_column_of_actions() -> None:
    rows = (
        ["No.", "Item", "Discussion", "Action"],
        ["1.", "Apologies", "Apologies were received from Cllr Wren.", ""],
        [
            "2.",
            "Dentists",
            paragraph("Three practices had closed.") + paragraph("Waits had grown."),
            "TH to send a map",
        ],
        ["3.", "Ambulances", "RESOLVED that the report be noted.", "None"],
    )
    held = paragraph("Minutes of the Health Committee held on 2 February 2026")
    minutes = read(document(held + table(*rows)))
    assert [(item.number, item.title) for item in minutes.items] == [
        ("1", "Apologies"),
        ("2", "Dentists"),
        ("3", "Ambulances"),
    ]
    assert [(one.owner, one.text) for item in minutes.items for one in item.actions] == [("TH", "TH to send a map")]
    assert [one.text for one in minutes.items[2].resolutions] == ["that the report be noted."]


# --- nothing is lost --------------------------------------------------------------------------------------------------

_SET = {
    "plain": "{}",
    "insertion": "<w:ins>{}</w:ins>",
    "link": "<w:hyperlink>{}</w:hyperlink>",
    "field": '<w:fldSimple w:instr="x">{}</w:fldSimple>',
    "control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "deletion": "<w:del>{}</w:del>",
    "hidden": "{}",
    "code": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}
_UNPRINTED = ("deletion", "hidden", "code")
_ON_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
Runs: TypeAlias = list[tuple[str, str]]
Known: TypeAlias = tuple[str, str]
"""XML, and what is printed of it, white space left away."""


def bare(text: str) -> str:
    return "".join(text.replace("|", "").split())


def known(runs: Runs, properties: str = "", label: str = "") -> Known:
    looks = {"hidden": "<w:vanish/>"}
    inside = "".join(_SET[kind].format(run(text, looks.get(kind, ""))) for kind, text in runs)
    told = "".join(text for kind, text in runs if kind not in _UNPRINTED)
    return paragraph(inside or run(""), properties=properties), label + bare(told)


def known_table(rows: list[list[Known]]) -> Known:
    return table(*([xml for xml, _ in row] for row in rows)), "".join(told for row in rows for _, told in row)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="|\ufffe\uffff"), max_size=12)
RUNS = st.lists(st.tuples(st.sampled_from(sorted(_SET)), WORDS), max_size=4)
PARAGRAPHS = RUNS.map(known)
LISTED = RUNS.map(lambda runs: known(runs, _ON_LIST, "Nr"))
TABLES = st.lists(st.lists(PARAGRAPHS | LISTED, min_size=1, max_size=3), min_size=1, max_size=3).map(known_table)


@given(st.lists(PARAGRAPHS | LISTED | TABLES, max_size=8))
def test_every_printed_character_is_found_again_in_its_order(blocks: list[Known]) -> None:
    content = document("".join(xml for xml, _ in blocks), numbering=abstract(0, level(0, "Nr")) + number(1, 0))
    expected = "".join(told for _, told in blocks)
    assert bare("".join(line.text for line in lines(content, []))) == expected
    try:
        reading = read_blocks(content)
    except UnreadableMinutes:
        assert not expected
        return
    assert bare("".join(block.source for block in reading.blocks)) == expected
