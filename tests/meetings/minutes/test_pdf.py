"""PDFs as councils print them: what was one paragraph is one again, and what belongs to the page is left out."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes import Kind, Minutes, UnreadableMinutes, read, read_blocks
from meetings.minutes.sources import Line, Mark, extract
from meetings.minutes.sources.pdf.hyphens import Hyphens
from meetings.minutes.sources.pdf.layout import sheet_of
from meetings.minutes.sources.pdf.pdfium import Page, Run
from tests.documents import as_pdf, typeset

LAYOUTS = Path(__file__).parent / "layouts"
_SPACED = re.compile(r"(?m)^(?: +\S|>)|\S {3,}\S.*\S {3,}\S")
PRINTABLE = [path for path in sorted(LAYOUTS.glob("*.txt")) if not _SPACED.search(path.read_text("utf-8"))]
"""Not those in which spaces, or the sign of a quoted mail, at the beginning of a line say whose the line is; nor those
in which spaces part the cells of a row: the PDF is set with single ones."""

BODY = '#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "gb")\n'
PAGE = f'#set page(paper: "a5", margin: 2cm)\n{BODY}'
TALK = "The Chair said that the bridge was old. Members asked who would pay for it and by when it would be mended. "


def printed(source: str) -> list[Line]:
    return list(extract(typeset(source)).lines)


def texts(source: str) -> list[str]:
    return [line.text for line in printed(source) if line.text]


def said(minutes: Minutes) -> dict[str, object]:
    """What was understood, without the places in the source, and in single spaces."""
    row = minutes.as_json()
    for key in ("warnings", "left_out"):
        row.pop(key)
    words = re.sub(r"(?:\\[tn]|\\u00a0| )+", " ", re.sub(r'"block": \d+', '"block": 0', json.dumps(row)))
    found: dict[str, object] = json.loads(words)
    return found


@pytest.mark.parametrize("layout", PRINTABLE, ids=lambda path: path.name)
def test_every_layout_is_read_from_pdf_as_from_text(layout: Path) -> None:
    text = layout.read_text(encoding="utf-8")
    assert said(read(as_pdf(text))) == said(read(text, "text"))


# -- paragraphs --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("justify", ["true", "false"])
@pytest.mark.parametrize("hyphenate", ["true", "false"])
def test_a_paragraph_is_one_line_however_it_was_broken(justify: str, hyphenate: str) -> None:
    said = (
        "Councillor Fox explained that the effectiveness of the extraordinary investment had disappointed everybody. "
        * 3
    )
    source = f"{PAGE}#set par(justify: {justify})\n#set text(hyphenate: {hyphenate})\n{said}\n\n{said}"
    assert texts(source) == [said.strip(), said.strip()]


@pytest.mark.parametrize(
    ("before", "behind", "whole"),
    [
        ("the com", "mittee met", "the committee met"),
        ("a well", "known bridge", "a well-known bridge"),
        ("an e", "newsletter", "an e-newsletter"),
        ("Vice-Chair", "man", "Vice-Chairman"),
        ("re-offend", "ing", "re-offending"),
        ("inter", "views were held", "interviews were held"),
        ("long", "term plans", "long-term plans"),
        ("Mid", "Wales", "Mid-Wales"),
        ("the decision", "making body", "the decision-making body"),
    ],
)
def test_a_broken_word_is_made_whole_as_the_document_writes_it(before: str, behind: str, whole: str) -> None:
    assert Hyphens(["The Chairman made the decision for a term; making it took long"]).join(before, behind) == whole


def test_words_are_broken_behind_a_stroke_without_a_space() -> None:
    source = (
        f"{PAGE}#set page(width: 7cm)\nThe parents and others/carers asked for a survey/report of the clerk/treasurer."
    )
    assert texts(source) == ["The parents and others/carers asked for a survey/report of the clerk/treasurer."]


def test_ligatures_soft_hyphens_and_hard_spaces_are_plain_letters() -> None:
    source = f"{PAGE}The office staff filed five flats on page~9. On the 21#super[st] they fin\u00adished, briefly."
    assert texts(source) == ["The office staff filed five flats on page 9. On the 21st they finished, briefly."]


def test_room_between_paragraphs_is_an_empty_line_and_room_between_lines_is_none() -> None:
    source = f"{PAGE}Councillor Fox\\\nCouncillor Hay\n\nApologies: none\n\n{TALK * 2}"
    found = [line.text for line in printed(source)]
    assert found == ["Councillor Fox", "Councillor Hay", "", "Apologies: none", "", (TALK * 2).strip()]


def test_a_first_line_that_is_set_in_begins_a_paragraph() -> None:
    indent = "#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em)"
    source = f"{PAGE}{indent}\n{TALK * 2}\n\n{TALK}\n\n{TALK * 2}"
    assert texts(source) == [(TALK * 2).strip(), TALK.strip(), (TALK * 2).strip()]


@pytest.mark.parametrize("number", ["33.1", "(a)", "iv.", "7", "•", "ESC/16/25"])
def test_a_number_that_hangs_is_joined_to_its_text(number: str) -> None:
    row = f"grid(columns: (2cm, 1fr), [{number}], [{TALK * 2}])"
    source = f"{PAGE}#{row}\n\n#{row}"
    assert [text.split(None, 1) for text in texts(source)] == [[number, (TALK * 2).strip()]] * 2


def test_numbers_that_the_file_holds_apart_stand_before_their_text() -> None:
    source = f"""{PAGE}#place(top + left, dx: 1cm, block(width: 10cm)[One was told.])
#place(top + left, dx: 1cm, dy: 1cm, block(width: 10cm)[Two was told.])
#place(top + left, [4.1])
#place(top + left, dy: 1cm, [4.2])"""
    assert texts(source) == ["4.1\tOne was told.", "4.2\tTwo was told."]


def test_a_figure_at_the_beginning_of_a_line_is_no_number() -> None:
    long = "The residents of the four streets beside the old harbour who waited for a new home were"
    source = f'#set page(paper: "a4", margin: 2.4cm)\n{BODY}{TALK * 3}\n\n{long} 20 in May. {TALK * 3}'
    assert len(texts(source)) == 2


def test_columns_are_read_one_after_the_other() -> None:
    source = f"{PAGE}#columns(2)[{TALK * 9}\n\n{TALK * 9}]"
    assert texts(source) == [(TALK * 9).strip(), (TALK * 9).strip()]


def test_lines_that_the_file_holds_in_any_order_are_read_downwards() -> None:
    order = (7, 2, 9, 4, 0, 6, 1, 8, 3, 5)
    source = PAGE + "\n".join(f"#place(top + left, dy: {line}cm, [Line {line} was read.])" for line in order)
    assert texts(source) == [f"Line {line} was read." for line in range(10)]


def test_a_narrow_column_has_an_edge_of_its_own() -> None:
    row = f"[33], [{TALK * 2}], [JB]"
    source = f'#set page(paper: "a4", margin: 2.4cm)\n{BODY}{TALK * 4}\n#grid(columns: (1cm, 9cm, 2cm), {row}, {row})'
    assert texts(source)[1:] == [f"33\t{(TALK * 2).strip()}", "JB"] * 2


def test_the_letters_of_ligatures_that_were_written_the_wrong_way_round_are_turned() -> None:
    run = Run("o\u6600\ucf00cers \u6600\u6900led a\u6600\ud200uent", 72, 200, 700, 12, 50, 90, False, False)
    assert sheet_of(Page(595, 842, [[run]], [], 3, 0, False), 0).lines[0].text == "officers filed affluent"


def test_letter_spaced_words_are_closed_up() -> None:
    assert texts(f"{PAGE}#text(tracking: 4pt)[RESOLVED] that it be noted.") == ["RESOLVED that it be noted."]


def test_a_line_that_was_drawn_twice_to_look_bold_is_read_once() -> None:
    source = f"{PAGE}#place(dx: 0.3pt)[Decisions of the Panel]Decisions of the Panel\n\nNoted."
    assert texts(source) == ["Decisions of the Panel", "Noted."]


# -- headings and tables -----------------------------------------------------------------------------------------------


def test_larger_and_bold_lines_are_headings_and_bold_words_are_not() -> None:
    source = f"{PAGE}#text(size: 15pt)[Flood wardens]\n\n*{TALK}*\n\n*Libraries*\n\n{TALK} *Noted.*\n\n*4.1* {TALK * 2}"
    assert [line.text for line in printed(source) if line.mark is Mark.HEADING] == ["Flood wardens", "Libraries"]


def test_rows_whose_cells_stand_in_columns_are_rows() -> None:
    source = f"""{PAGE}{TALK}
#table(columns: (1fr, 3cm, 2cm), [Action], [Owner], [By when],
  [Write to the trust about the waiting times of the autumn], [Clerk], [1 May],
  [Send a map], [Dev Anand], [2 June])
{TALK}"""
    assert [line.text for line in printed(source) if line.mark is Mark.ROW] == [
        "Action | Owner | By when",
        "Write to the trust about the waiting times of the autumn | Clerk | 1 May",
        "Send a map | Dev Anand | 2 June",
    ]
    assert [action.owner for item in read(typeset(source)).items for action in item.actions] == ["Clerk", "Dev Anand"]


def test_heads_may_stand_in_the_middle_of_their_columns() -> None:
    source = f"""{PAGE}#table(columns: (5cm, 3cm, 2cm), align: (_, row) => if row == 0 {{ center }} else {{ left }},
  [Action], [Owner], [Due], [Send a map of the ponds to all of the members], [Clerk], [1 May])"""
    assert [line.text for line in printed(source) if line.mark is Mark.ROW] == [
        "Action | Owner | Due",
        "Send a map of the ponds to all of the members | Clerk | 1 May",
    ]


def test_names_in_two_columns_are_no_table() -> None:
    names = "[Councillor Ash], [Councillor Birch], [Councillor Cole], [Councillor Dale]"
    assert texts(f"{PAGE}#grid(columns: (5cm, 5cm), row-gutter: 0.65em, {names})") == [
        "Councillor Ash\tCouncillor Birch",
        "Councillor Cole\tCouncillor Dale",
    ]


def test_numbers_beside_texts_are_no_table() -> None:
    rows = ", ".join(f"[{number}], [({letter})], [{TALK}]" for number, letter in [("1", "a"), ("2", "b"), ("3", "c")])
    source = f"{PAGE}#grid(columns: (1cm, 1cm, 1fr), row-gutter: 1em, {rows})"
    assert [line.mark for line in printed(source) if line.text] == [Mark.PLAIN] * 3


# -- the page ----------------------------------------------------------------------------------------------------------

HEADED = f"""#set page(paper: "a5", margin: 2cm, header: [Northmoor County Council #h(1fr) 9 March 2026],
  footer: context align(center)[Page #counter(page).display() of #counter(page).final().first()])
{BODY}"""


def test_running_heads_and_page_numbers_are_left_out_with_their_reason() -> None:
    reading = read_blocks(typeset(f"{HEADED}{TALK * 60}"))
    out = {(block.text, block.reason) for block in reading.blocks if block.kind is Kind.LEFT_OUT}
    pages = len(out) - 1
    assert pages > 2
    assert out == {
        ("Northmoor County Council 9 March 2026", "running head of the page"),
        *((f"Page {number} of {pages}", "page number") for number in range(1, pages + 1)),
    }


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = texts(f"{HEADED}{TALK * 60}")
    assert found[0] == (TALK * 60).strip()


def test_a_new_paragraph_on_the_next_page_stays_one() -> None:
    assert [
        text for text in texts(f"{HEADED}{TALK}\n#pagebreak()\nSecond.\n#pagebreak()\nThird.") if text[0] in "TS"
    ] == [
        TALK.strip(),
        "Second.",
        "Third.",
    ]


def test_nothing_is_taken_for_a_running_head_on_one_page() -> None:
    assert texts(f"{HEADED}{TALK}") == ["Northmoor County Council\t9 March 2026", TALK.strip(), "Page 1 of 1"]


def test_lines_that_open_two_pages_alike_are_kept() -> None:
    source = f"{PAGE}Resolved:\n\n{TALK}\n#pagebreak()\nResolved:\n\n{TALK}"
    assert texts(source) == ["Resolved:", TALK.strip(), "Resolved:", TALK.strip()]


def test_a_head_that_only_the_second_page_has_is_left_out() -> None:
    source = f"""#set page(paper: "a5", margin: 2cm, header: context if counter(page).get().first() > 1 [Ponds Panel])
{BODY}{TALK}\n#pagebreak()\n{TALK}"""
    assert [line.text for line in printed(source) if line.mark is Mark.LEFT_OUT] == ["Ponds Panel"]


def test_watermarks_are_left_out_and_not_lost() -> None:
    source = f"{PAGE}#place(center + horizon, rotate(45deg, text(60pt)[DRAFT]))\n{TALK}"
    assert [(line.text, line.mark, line.note) for line in printed(source) if line.text] == [
        (TALK.strip(), Mark.PLAIN, ""),
        ("DRAFT", Mark.LEFT_OUT, "printed across the page"),
    ]


def test_a_page_that_is_turned_is_read() -> None:
    source = f"{PAGE}#page(margin: 2cm)[#rotate(-90deg, reflow: true, block(width: 15cm)[{TALK * 3}])]"
    assert texts(source) == [(TALK * 3).strip()]


# -- nothing is lost ---------------------------------------------------------------------------------------------------

WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIéŵŷ0123456789.,;:()'’“”–£%&/", min_size=1, max_size=14)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=12))
def test_any_paragraphs_keep_every_character(paragraphs: list[str]) -> None:
    whole = re.sub(r"\s", "", "".join(paragraphs))
    try:
        found = extract(as_pdf("\n\n".join(paragraphs))).lines
    except UnreadableMinutes:
        assert len(whole) < 40
        return
    said = "".join(line.text for line in found if line.mark is not Mark.LEFT_OUT)
    assert re.sub(r"\s|Page1of1\Z", "", said) == whole
