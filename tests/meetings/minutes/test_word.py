"""Word documents to lines: what Word prints is there, once and in order, and what it does not print is not."""

import pytest

from meetings.minutes.sources import Mark, extract
from meetings.minutes.sources.word import lines
from meetings.minutes.structure import Caution
from tests.wordprocessing import STRICT, W, cell, document, paragraph, run, style, styled, table, zipped

GONE = '<w:rPr><w:del w:id="1" w:author="Dev"/></w:rPr>'
FIGURES = ["Ward", "Homes"], ["Quay", "12"]


def printed(content: bytes) -> list[str]:
    return [line.text for line in lines(content, []) if line.text]


def body(*parts: str, styles: str = "") -> list[str]:
    return printed(document("".join(parts), styles=styles))


def change(tag: str, inside: str) -> str:
    return f'<w:{tag} w:id="1" w:author="Dev">{inside}</w:{tag}>'


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


# --- paragraphs and what stands in them ------------------------------------------------------------------------------


def test_paragraphs_are_lines_with_an_empty_one_between() -> None:
    found = lines(document(paragraph("Apologies") + paragraph("") + paragraph(" None\u00a0came. ")), [])
    assert [line.text for line in found] == ["Apologies", "", "None\u00a0came.", ""]


def test_a_line_break_ends_a_line_and_no_paragraph() -> None:
    broken = paragraph(run("Quay"), "<w:r><w:br/><w:t>House</w:t><w:cr/></w:r>", '<w:r><w:br w:type="page"/></w:r>')
    assert [line.text for line in lines(document(broken), [])] == ["Quay", "House", ""]


def test_tabs_hyphens_and_signs_of_symbol_fonts() -> None:
    runs = (
        "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>opted</w:t><w:tab/><w:t>mem</w:t><w:softHyphen/><w:t>ber</w:t></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="zz"/><w:sym w:font="Odd" w:char="41"/><w:ptab/><w:t>.</w:t></w:r>',
    )
    assert body(paragraph(*runs)) == ["co-opted\tmember✓•A\t."]


def test_capitals_of_the_font_stay_as_they_were_typed() -> None:
    assert body(paragraph(run("Apologies", "<w:caps/>"), run(" received", "<w:smallCaps/>"))) == ["Apologies received"]


def test_links_tags_and_fields_are_printed_with_what_they_show() -> None:
    parts = (
        f"<w:hyperlink>{run('the report')}</w:hyperlink>",
        f"<w:smartTag>{run(' of ')}</w:smartTag><w:customXml>{run('the ')}</w:customXml>",
        f"<w:fldSimple w:instr='AUTHOR'>{run('Director')}</w:fldSimple>",
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(' was noted')}</w:sdtContent></w:sdt>",
        f"<m:oMath><m:r><m:t> 2+2</m:t></m:r></m:oMath><w:bdo>{run('.')}</w:bdo>",
    )
    assert body(paragraph(*parts)) == ["the report of the Director was noted 2+2."]


def test_the_code_of_a_field_is_not_printed_and_its_result_is() -> None:
    code = "<w:r><w:instrText> REF minute \\h </w:instrText></w:r>"
    inner = field("begin") + code + field("separate") + run("not this") + field("end")
    runs = (run("minute "), field("begin"), code, inner, field("separate"), run("33"), field("end"), run(" stands"))
    assert body(paragraph(*runs)) == ["minute 33 stands"]


def test_a_field_that_never_ends_hides_no_paragraph() -> None:
    assert body(paragraph(run("a"), field("begin"), run("lost")), paragraph(field("end"), "b")) == ["a", "b"]


def test_a_field_over_several_paragraphs() -> None:
    shown = paragraph(field("begin"), field("separate"), "first"), paragraph("second"), paragraph("third", field("end"))
    assert body(*shown, paragraph("fourth")) == ["first", "second", "third", "fourth"]


def test_comments_are_not_printed() -> None:
    marks = '<w:commentRangeStart w:id="0"/>', "noted", '<w:r><w:commentReference w:id="0"/><w:annotationRef/></w:r>'
    assert body(paragraph(*marks)) == ["noted"]


def test_a_footnote_is_shown_behind_its_paragraph_and_left_out() -> None:
    notes = f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", " At 2024 prices.")}</w:footnote>'
    text = paragraph("The bridge cost £2m", '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" in all."))
    found = lines(document(text + paragraph("Next."), footnotes=notes), [])
    assert [(line.text, line.mark, line.note) for line in found if line.text] == [
        ("The bridge cost £2m in all.", Mark.PLAIN, ""),
        ("At 2024 prices.", Mark.LEFT_OUT, "footnote"),
        ("Next.", Mark.PLAIN, ""),
    ]


def test_a_footnote_that_is_not_there_is_no_matter() -> None:
    assert body(paragraph("Noted.", '<w:r><w:endnoteReference w:id="9"/></w:r>')) == ["Noted."]


def test_hidden_text_is_left_out_by_itself_and_by_style() -> None:
    styles = (
        style("Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
        + style("Aside", "<w:rPr><w:vanish/></w:rPr>")
        + style("Shown", '<w:rPr><w:vanish w:val="0"/></w:rPr>', based_on="Aside")
    )
    runs = (
        run("open "),
        run("hidden", "<w:vanish/>"),
        run("secret", '<w:rStyle w:val="Secret"/>'),
        run("shown", '<w:vanish w:val="false"/>'),
    )
    assert body(paragraph(*runs), styled("Aside", "draft"), styled("Shown", "b"), styles=styles) == ["open shown", "b"]


def test_a_hidden_end_of_a_paragraph_joins_the_heading_to_its_text() -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert body(paragraph("Tolls.", properties=separator), paragraph(" They rose.")) == ["Tolls. They rose."]


def test_a_text_box_is_printed_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('Present:')}{paragraph('Cllr Fox')}</w:txbxContent>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert body(paragraph(run("Minutes "), twice, run("of the Panel"))) == [
        "Minutes of the Panel",
        "Present:",
        "Cllr Fox",
    ]


def test_an_old_text_box_is_printed_too() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Boxed')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert body(paragraph(box), paragraph("behind")) == ["Boxed", "behind"]


def test_content_controls_hold_paragraphs_rows_and_cells() -> None:
    block = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('Quay')}<w:sdt><w:sdtContent>{cell('12')}</w:sdtContent></w:sdt></w:tr>"
    controlled = f"<w:tbl><w:tr>{cell('Ward')}{cell('Homes')}</w:tr>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert body(block, controlled) == ["In a control", "Ward | Homes", "Quay | 12"]


def test_headings_are_marked_by_outline_and_by_name_but_no_paragraph_in_such_a_style() -> None:
    styles = (
        style("A", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("B", called="Heading 2")
        + style("C", based_on="B")
        + style("D", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="A")
    )
    text = [("A", "Tolls"), ("B", "Roads"), ("C", "Lanes"), ("D", "Body"), ("A", "The Chair spoke."), ("X", "Plain")]
    found = lines(document("".join(styled(*one) for one in text), styles=styles), [])
    assert [(line.mark, line.level) for line in found if line.text] == [
        (Mark.HEADING, 1),
        (Mark.HEADING, 2),
        (Mark.HEADING, 2),
        (Mark.PLAIN, 0),
        (Mark.PLAIN, 0),
        (Mark.PLAIN, 0),
    ]


def test_a_short_line_in_bold_is_a_heading_below_all_others() -> None:
    styles = (
        style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
        + style("Lead", "<w:rPr><w:b/></w:rPr>")
        + style("Thin", '<w:rPr><w:b w:val="0"/></w:rPr>', based_on="Lead")
    )
    text = (
        paragraph(run("Tolls", "<w:b/>"), run(" "), run("and lanes", '<w:rStyle w:val="Strong"/>')),
        styled("Lead", "Roads"),
        styled("Thin", "Thin"),
        paragraph(run("Present:", "<w:b/>")),
        paragraph(run("Tolls", "<w:b/>"), " rose"),
        paragraph(run("Tolls", '<w:b w:val="0"/>')),
    )
    found = lines(document("".join(text), styles=styles), [])
    assert [(line.text, line.level) for line in found if line.mark is Mark.HEADING] == [
        ("Tolls and lanes", 10),
        ("Roads", 10),
    ]
    assert len([line for line in found if line.mark is Mark.PLAIN and line.text]) == 4


def test_a_table_of_contents_is_shown_and_left_out() -> None:
    styles = style("TOC1", called="toc 1")
    found = lines(document(styled("TOC1", "Apologies\t2") + paragraph("Apologies"), styles=styles), [])
    assert [(line.mark, line.note) for line in found if line.text] == [
        (Mark.LEFT_OUT, "table of contents"),
        (Mark.PLAIN, ""),
    ]


def test_a_document_inside_the_document_is_told() -> None:
    notes: list[Caution] = []
    lines(document(paragraph("Minutes") + '<w:altChunk w:id="r9"/>'), notes)
    assert [str(note) for note in notes] == [
        "This document has another file in it, which was not read; paste that text."
    ]


@pytest.mark.parametrize(
    "counting", ["<w:r><w:instrText> AUTONUMLGL </w:instrText></w:r>", "<w:fldSimple w:instr='LISTNUM 3'/>"]
)
def test_numbers_that_fields_make_are_told_to_be_missing(counting: str) -> None:
    notes: list[Caution] = []
    lines(document(paragraph(field("begin"), counting, field("end"), run(" Tolls"))), notes)
    assert [str(note)[:39] for note in notes] == ["Fields of Word (AUTONUM, LISTNUM) make "]


# --- tracked changes -------------------------------------------------------------------------------------------------


def test_insertions_are_kept_and_deletions_dropped() -> None:
    deleted = change("del", "<w:r><w:delText>ten</w:delText></w:r>")
    moved = change("moveFrom", run(" away")) + change("moveTo", run(" here"))
    assert body(paragraph(run("Members asked for "), deleted, change("ins", run("eleven")), moved)) == [
        "Members asked for eleven here"
    ]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    deleted = change("del", "<w:r><w:delText>all</w:delText></w:r>")
    parts = paragraph("The report ", properties=GONE), paragraph(deleted, properties=GONE), paragraph("was noted.")
    assert body(*parts, paragraph("Next.")) == ["The report was noted.", "Next."]


def test_a_deleted_end_in_the_last_paragraph_of_a_cell_joins_nothing_outside() -> None:
    rows = f"<w:tbl><w:tr><w:tc>{paragraph('8.1', properties=GONE)}</w:tc>{cell('The Chair spoke.')}</w:tr></w:tbl>"
    assert body(rows, paragraph("Next.", properties=GONE)) == ["8.1", "The Chair spoke.", "Next."]


def test_a_deleted_end_before_a_table_joins_nothing_behind_it() -> None:
    assert body(paragraph("Homes", properties=GONE), table(*FIGURES), paragraph("Next.")) == [
        "Homes",
        "Ward | Homes",
        "Quay | 12",
        "Next.",
    ]


def test_deleted_rows_and_cells_are_dropped_and_inserted_ones_kept() -> None:
    rows = "".join(f"<w:tr>{cell(name)}{cell(count)}</w:tr>" for name, count in FIGURES)
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("Mill")}{cell("3")}</w:tr>'
    cut = "<w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc>"
    added = f'<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>{cell("Moor")}{cell("4")}{cut}</w:tr>'
    assert body(f"<w:tbl>{rows}{gone}{added}</w:tbl>") == ["Ward | Homes", "Quay | 12", "Moor | 4"]


def test_the_clerk_is_told_that_changes_were_read_as_accepted() -> None:
    notes: list[Caution] = []
    lines(document(paragraph(change("ins", run("noted")))), notes)
    assert [str(note) for note in notes] == ["This document holds tracked changes; they were read as accepted."]


# --- tables ----------------------------------------------------------------------------------------------------------


def test_a_table_of_figures_gives_rows_and_any_other_gives_the_text_of_its_cells() -> None:
    found = lines(document(paragraph("Homes") + table(*FIGURES) + paragraph("Noted.")), [])
    assert [(line.text, line.mark) for line in found] == [
        ("Homes", Mark.PLAIN),
        ("", Mark.PLAIN),
        ("Ward | Homes", Mark.ROW),
        ("Quay | 12", Mark.ROW),
        ("", Mark.PLAIN),
        ("Noted.", Mark.PLAIN),
        ("", Mark.PLAIN),
    ]
    assert body(table(["8.1", "The Chair spoke."], ["8.2", "Members listened."])) == [
        "8.1",
        "The Chair spoke.",
        "8.2",
        "Members listened.",
    ]


def test_a_form_keeps_what_was_filled_in_beside_its_name() -> None:
    names = paragraph("Cllr Fox") + paragraph("Cllr Hay")
    rows = table(["Committee:", "Housing Panel"], ["Date:", "9 March 2026"], ["Present:", names], ["Apologies:", ""])
    assert body(rows) == [
        "Committee: Housing Panel",
        "Date: 9 March 2026",
        "Present: Cllr Fox",
        "Cllr Hay",
        "Apologies:",
    ]


def test_a_name_beside_several_paragraphs_is_no_row_of_figures() -> None:
    names = paragraph("Cllr Fox") + paragraph("Cllr Hay")
    assert body(table(["Present", names], ["Apologies", "Cllr Ash"])) == [
        "Present",
        "Cllr Fox",
        "Cllr Hay",
        "Apologies",
        "Cllr Ash",
    ]


def test_lists_side_by_side_are_read_one_behind_the_other() -> None:
    present, apologies = paragraph("Cllr Fox") + paragraph("Cllr Hay"), paragraph("Cllr Ash")
    rows = table(["Present", "Apologies"], [present, apologies])
    assert body(rows) == ["Present", "Cllr Fox", "Cllr Hay", "Apologies", "Cllr Ash"]
    told = paragraph("The Chair said that the tolls had risen, and that nobody had been told of it before.")
    assert body(table(["Item", "Minutes"], ["Tolls", told + paragraph("Noted.")]))[:3] == ["Item", "Minutes", "Tolls"]


def test_a_column_of_actions_beside_the_discussion_holds_actions() -> None:
    heads = ["No.", "Item", "Discussion", "Action"]
    rows = ["1.", "Tolls", "They had risen.", "Clerk to write"], ["2.", "Lanes", "All was well.", "None"]
    found = lines(document(table(heads, *rows)), [])
    assert [line.text for line in found if line.mark is Mark.ACTION] == ["Clerk to write"]
    assert [(line.text, line.note) for line in found if line.mark is Mark.LEFT_OUT] == [("None", "no action")]
    assert not any(line.mark is Mark.ROW for line in found)
    logged = lines(document(table(["No.", "Action", "Owner"], ["1", "Write", "Clerk"])), [])
    assert [line.mark for line in logged if line.text] == [Mark.ROW, Mark.ROW]


def test_merged_cells_are_printed_once() -> None:
    first = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Quay") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("Quay") + "</w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Both wards") + "</w:tc>"
    beside = '<w:tc><w:tcPr><w:hMerge w:val="continue"/></w:tcPr>' + paragraph("Both wards") + "</w:tc>"
    rows = table([first, cell("12")], [below, cell("14")], [cell("Moor"), cell("3")], [wide, beside])
    assert body(rows) == ["Quay | 12", " | 14", "Moor | 3", "Both wards | "]


def test_a_table_in_a_table_lays_out_the_page() -> None:
    laid_out = table(["left", table(*FIGURES)], ["below", "right"])
    assert body(laid_out) == ["left", "Ward | Homes", "Quay | 12", "below", "right"]


def test_a_footnote_in_a_table_stands_behind_its_rows() -> None:
    notes = f'<w:endnote w:id="2">{paragraph("Estimate.")}</w:endnote>'
    rows = table(FIGURES[0], ["Quay", paragraph("12", '<w:r><w:endnoteReference w:id="2"/></w:r>')])
    assert printed(document(rows, endnotes=notes)) == ["Ward | Homes", "Quay | 12", "Estimate."]


def test_what_stands_where_it_may_not_is_printed_all_the_same() -> None:
    loose = f"<w:tr>{cell('row')}</w:tr>{cell('cell')}{run('run')}<w:tbl>{cell('bare')}</w:tbl>"
    nested = f"<w:p>{run('outer')}{paragraph('inner')}{run('after')}</w:p>"
    assert body(loose, nested) == ["row", "cell", "run", "bare", "outer", "inner", "after"]


# --- packages --------------------------------------------------------------------------------------------------------


def test_strict_documents_say_the_same_in_other_names() -> None:
    xml = f'<w:document xmlns:w="{STRICT}"><w:body>{paragraph("Noted.")}</w:body></w:document>'
    assert printed(zipped({"word/document.xml": xml})) == ["Noted."]


@pytest.mark.parametrize(
    "main", ["word/document.xml", "word/document2.xml", "/word/Document.xml", "word\\document.xml"]
)
def test_the_text_is_found_whatever_its_part_is_called(main: str) -> None:
    found = extract(document(paragraph("Noted."), main=main))
    assert (found.format, [line.text for line in found.lines]) == ("word", ["Noted.", ""])


def test_a_part_in_utf_16_is_read() -> None:
    xml = f'<w:document xmlns:w="{W}"><w:body>{paragraph("£2 – noted")}</w:body></w:document>'
    assert printed(zipped({"word/document.xml": xml.encode("utf-16")})) == ["£2 – noted"]
