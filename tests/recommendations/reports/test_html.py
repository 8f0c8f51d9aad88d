"""A paper written as HTML."""

import re
from dataclasses import replace
from datetime import date

from lxml import html as lxml_html

from recommendations.reports import html
from recommendations.reports.paper import (
    Citation,
    EvidenceLine,
    FormalResponse,
    Implication,
    ImplicationsAppendix,
    NumberedParagraph,
    Paper,
    ProgressAppendix,
    ProgressRow,
    ReportedUpdate,
    Section,
)

ROW = ProgressRow(
    reference="SCC (25/26) 01",
    number=1,
    url="/recommendations/scc-25-26-01/",
    wording="That two computers be kept in every library.",
    addressee="Cabinet",
    responsible="Head of Libraries",
    standing="at_risk",
    standing_label="At risk",
    source=Citation("Resolution 1", "/meetings/scc/2026-03-09/31/#r1", date(2026, 3, 9)),
    needs_response=True,
    responses=(FormalResponse("Accepted", date(2026, 4, 20)), FormalResponse("Accepted in part", date(2026, 6, 1))),
    target_on=date(2026, 6, 15),
    earlier_targets=(date(2026, 4, 30), date(2026, 5, 31)),
    is_overdue=True,
    update=ReportedUpdate(
        date(2026, 6, 1),
        "Four **new** computers.\n\n<script>alert(1)</script>",
        "Head of Libraries",
        (EvidenceLine("Order & book", "https://northmoor.example/?a=1&b=2"),),
    ),
)
PAPER = Paper(
    committee="Safer Communities Committee",
    meeting_on=date(2026, 7, 13),
    title="Libraries <online>",
    report_of="Director of Communities",
    as_at=date(2026, 6, 30),
    sections=(
        Section("Purpose of the report", (NumberedParagraph(1, "To tell <b>members</b>,\nplainly."),)),
        Section("Background papers", (NumberedParagraph(None, "None"),)),
    ),
    implications=ImplicationsAppendix(
        "Appendix 1: Implications", (Implication("Finance", "None"), Implication("Risk", "The grant ends."))
    ),
    progress=ProgressAppendix("Appendix 2: Progress", (ROW,)),
)


def page(paper: Paper = PAPER) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(html.write(paper), create_parent="main")


def find(element: lxml_html.HtmlElement, path: str) -> list[lxml_html.HtmlElement]:
    """By XPath, below the element."""
    return list(element.xpath(f".//{path}"))


def words(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cells(row: ProgressRow) -> list[str]:
    paper = replace(PAPER, progress=ProgressAppendix("Appendix 2: Progress", (row,)))
    return [words(cell) for cell in find(page(paper), "tbody/tr/*")]


def test_the_title_block_says_committee_date_title_and_whose_report_it_is() -> None:
    (masthead,) = find(page(), "header[@class='masthead']")
    assert [words(line) for line in masthead] == [
        "Safer Communities Committee",
        "13 July 2026",
        "Libraries <online>",
        "Report of Director of Communities",
    ]
    bare = page(replace(PAPER, meeting_on=None, report_of=""))
    assert [words(line) for line in find(bare, "header/*")] == [
        "Safer Communities Committee",
        "Libraries <online>",
    ]


def test_headings_go_down_one_level_at_a_time() -> None:
    headings = [(element.tag, words(element)) for element in page().iter("h1", "h2", "h3")]
    assert headings == [
        ("h1", "Libraries <online>"),
        ("h2", "Purpose of the report"),
        ("h2", "Background papers"),
        ("h2", "Appendix 1: Implications"),
        ("h2", "Appendix 2: Progress"),
    ]


def test_numbers_stand_before_numbered_paragraphs_only() -> None:
    (numbered,) = find(page(), "div[@class='numbered']")
    assert [words(part) for part in numbered] == ["1", "To tell <b>members</b>,plainly."]
    assert numbered.get("id") == "paragraph-1"
    assert [words(element) for element in find(page(), "section/p")] == ["None"]


def test_every_implication_is_a_pair() -> None:
    assert [(words(pair[0]), words(pair[1])) for pair in find(page(), "dl/div")] == [
        ("Finance", "None"),
        ("Risk", "The grant ends."),
    ]


def test_the_table_has_a_head_and_each_row_a_heading() -> None:
    table = find(page(), "table")[0]
    assert [words(cell) for cell in find(table, "thead//th[@scope='col']")] == list(PAPER.progress.columns)
    assert [words(cell) for cell in find(table, "tbody//th[@scope='row']")] == ["SCC (25/26) 01No. 1"]
    assert find(page(), "section[@class='appendix']")[0].get("aria-labelledby") == "progress"


def test_a_row_in_words() -> None:
    assert cells(ROW) == [
        "SCC (25/26) 01No. 1",
        "That two computers be kept in every library. From Resolution 1, 9 March 2026",
        "Head of Libraries Cabinet Accepted in part, 1 June 2026",
        "15 June 2026 Past its target Extended from 30 April 2026, then 31 May 2026",
        "At risk",
        "As at 1 June 2026, Head of Libraries Four new computers. <script>alert(1)</script> Evidence: Order & book",
    ]


def test_a_standing_is_a_shape_and_a_word() -> None:
    (standing,) = find(page(), "tbody//span[starts-with(@class, 'standing')]")
    assert find(standing, "svg[@aria-hidden='true']")
    assert words(standing) == "At risk"


def test_what_an_officer_wrote_is_markdown_and_can_do_no_harm() -> None:
    written = page()
    assert [words(element) for element in find(written, "td//strong") if words(element) == "new"] == ["new"]
    assert find(written, "script | .//b") == []


def test_a_row_without_an_update_says_so() -> None:
    assert cells(replace(ROW, update=None))[5] == "No update received"


def test_a_row_that_awaits_a_response_says_by_when() -> None:
    row = replace(ROW, standing="awaiting_response", responses=(), response_due_on=date(2026, 5, 8))
    assert cells(row)[2] == "Head of Libraries Cabinet Response due 8 May 2026"
    assert cells(replace(row, response_due_on=None))[2] == "Head of Libraries Cabinet No response yet"
    assert cells(replace(row, needs_response=False))[2] == "Head of Libraries Cabinet"


def test_a_closed_row_cites_the_resolution_that_closed_it() -> None:
    row = replace(
        ROW,
        standing="closed",
        standing_label="Closed: superseded",
        outcome="superseded",
        decision=Citation("Resolution 2", "/meetings/scc/2026-06-08/31/#r2", date(2026, 6, 8)),
        update=None,
    )
    assert cells(row)[4:] == ["Closed: superseded", "Closed by Resolution 2, 8 June 2026"]


def test_what_is_not_known_is_left_out() -> None:
    row = replace(
        ROW,
        source=None,
        target_on=None,
        earlier_targets=(),
        is_overdue=False,
        number=None,
        addressee="Head of Libraries",
        responses=(),
        needs_response=False,
    )
    assert cells(row)[:4] == [
        "SCC (25/26) 01",
        "That two computers be kept in every library.",
        "Head of Libraries",
        "None set",
    ]


def test_a_paper_without_recommendations_still_has_its_table() -> None:
    paper = replace(PAPER, progress=ProgressAppendix("Appendix 2: Progress", ()))
    assert [words(cell) for cell in find(page(paper), "tbody/tr/*")] == ["None"]


def test_nothing_is_styled_or_scripted_inside_the_page() -> None:
    assert re.findall(r"<style|<script|\sstyle=|\son[a-z]+=", html.write(PAPER)) == []
