"""One document that tells of several meetings is parted by meeting, where that is sure, and nothing of it is lost."""

import datetime
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes import Kind, Minutes, Reading, UnreadableMinutes, assemble, read_blocks, sittings
from meetings.minutes.sittings import read_sittings
from meetings.minutes.sources import extract
from tests.documents import as_html, as_pdf, as_word, as_word_lists
from tests.meetings.minutes.test_lossless import WORDS

LAYOUTS = sorted(path for path in (Path(__file__).parent / "layouts").iterdir() if path.suffix in (".txt", ".html"))

ISSUE = """Issue - items at meetings - Flood Gates

Issue - meetings

Flood Gates

Meeting: 18/06/2024 - Waterways Panel (Item 12)

12 Flood Gates pdf icon PDF 76 KB

Minutes:

The Panel heard that four gates had rusted.

RESOLVED: That the gates be painted.

Meeting: 17/09/2024 - Cabinet (Item 31)

31 Flood Gates: Report of the Waterways Panel

Decision:

That the cost of the paint be met.
"""

TITLE_ONCE = """Issue - meetings

Flood Gates

Meeting: 18/06/2024 - Waterways Panel (Item 12)

Report of the Head of Waterways.

Minutes:

The Panel heard that four gates had rusted.

Meeting: 17/07/2024 - Waterways Panel (Item 2)

Meeting: 17/09/2024 - Cabinet (Item 31)

Decision:

That the cost of the paint be met.
"""

JUNE = """NORTHMOOR COUNTY COUNCIL

HOUSING PANEL

Minutes of the meeting held on 3 June 2024 at 10.00 am in the Council Chamber

Present: Councillors Osei (Chair), Marsh and Holt

1. Minutes of the Last Meeting

RESOLVED: That the minutes of the meeting held on 6 May 2024 be approved.

2. Empty Homes

2.1 The Head of Housing presented the report.

2.2 RESOLVED: That the report be noted.

3. Date of Next Meeting

1 July 2024
"""
JULY = """HOUSING PANEL

1 July 2024

Venue: County Hall

Present: Councillors Osei (Chair) and Holt

1. Damp

1.1 Members asked for a list of damp homes.

The meeting closed at 11.20 am.
"""
SEPTEMBER = """Minutes of a meeting of the Housing Panel held on Monday, 2nd September, 2024

PRESENT

Councillor Osei

1. Lifts

1.1 RESOLVED: That the lifts be inspected.
"""


def parts(source: str | bytes) -> list[Minutes]:
    return [assemble(reading.blocks, warnings=reading.warnings) for reading in read_sittings(source)]


def titles(minutes: Minutes) -> list[tuple[str | None, str, int]]:
    return [(item.number, item.title, len(item.resolutions)) for item in minutes.items]


def meetings(source: str | bytes) -> list[tuple[str | None, str]]:
    return [(minutes.committee, str(minutes.date)) for minutes in parts(source)]


def printed(readings: Sequence[Reading]) -> str:
    return "".join("".join(block.source.split()) for reading in readings for block in reading.blocks)


def outline(minutes: Minutes) -> list[tuple[str | None, str, list[str], list[str]]]:
    return [
        (item.number, item.title, [one.text for one in item.paragraphs], [one.text for one in item.resolutions])
        for item in minutes.items
    ]


def test_a_page_of_one_matter_is_parted_by_its_meetings() -> None:
    panel, cabinet = parts(ISSUE)
    assert (panel.committee, panel.date) == ("Waterways Panel", datetime.date(2024, 6, 18))
    assert outline(panel) == [
        ("12", "Flood Gates", ["The Panel heard that four gates had rusted."], ["That the gates be painted."])
    ]
    assert (cabinet.committee, cabinet.date) == ("Cabinet", datetime.date(2024, 9, 17))
    assert outline(cabinet) == [
        ("31", "Flood Gates: Report of the Waterways Panel", [], ["That the cost of the paint be met."])
    ]
    assert panel.warnings == cabinet.warnings == ()


def test_a_title_that_is_printed_once_is_that_of_every_meeting() -> None:
    panel, cabinet = parts(TITLE_ONCE)
    assert outline(panel) == [("12", "Flood Gates", ["The Panel heard that four gates had rusted."], [])]
    assert panel.items[0].agenda_text == ("Report of the Head of Waterways.",)
    assert outline(cabinet) == [("31", "Flood Gates", [], ["That the cost of the paint be met."])]


def test_a_meeting_of_which_nothing_is_told_is_left_out_with_the_one_before() -> None:
    panel, _ = read_sittings(TITLE_ONCE)
    left = panel.blocks[-1]
    assert (left.kind, left.text) == (Kind.LEFT_OUT, "Meeting: 17/07/2024 - Waterways Panel (Item 2)")
    assert left.reason == "another meeting, without minutes"


def test_the_same_page_as_html() -> None:
    lines = "".join(f"<p>{line}</p>" for line in ISSUE.splitlines() if line)
    page = f"<!doctype html><html><body>{lines}</body></html>"
    assert [outline(part) for part in parts(page)] == [outline(part) for part in parts(ISSUE)]


def test_a_page_that_names_one_meeting_is_one() -> None:
    assert len(parts(ISSUE.partition("Meeting: 17/09/2024")[0])) == 1
    same = ISSUE.replace("17/09/2024 - Cabinet", "18/06/2024 - Waterways Panel")
    assert read_sittings(same) == (read_blocks(same),)


def test_minutes_one_behind_another_are_parted_at_their_headers() -> None:
    source = f"{JUNE}\n{JULY}\n{SEPTEMBER}"
    assert meetings(source) == [
        ("Housing Panel", "2024-06-03"),
        ("Housing Panel", "2024-07-01"),
        ("Housing Panel", "2024-09-02"),
    ]
    june, july, september = parts(source)
    assert [item.title for item in june.items] == ["Minutes of the Last Meeting", "Empty Homes", "Date of Next Meeting"]
    assert june.present == ("Councillors Osei (Chair), Marsh and Holt",)
    assert outline(july) == [
        ("1", "Damp", ["Members asked for a list of damp homes.", "The meeting closed at 11.20 am."], [])
    ]
    assert outline(september)[0][3] == ["That the lifts be inspected."]


HEADERS = {
    "chair first": "HOUSING PANEL\nMinutes of meeting held on {day}\nChair: Councillor Osei\nPresent: Councillor Marsh",
    "one sentence": (
        "MINUTES of the meeting of the HOUSING PANEL held in the Village Hall on Tuesday {day} at 7.30 pm.\n\n"
        "PRESENT: Cllrs A Marsh (Chair), B Holt"
    ),
    "line by line": (
        "Northmoor County Council\n\nHousing Panel\n\n{day}\n\nCommittee Room 1, County Hall\n\n"
        "Members present:\nCouncillor Osei\nCouncillor Holt"
    ),
    "labelled": "Draft minutes\n\nHousing Panel\n\nDate: {day}\nTime: 10.00 am\nVenue: County Hall\n\nAttendance:\nB",
    "at a meeting": "At a meeting of the Housing Panel held at County Hall on {day} at 9.30 am\n\nPresent:\n\nCllr A",
    "Scotland": "MINUTES of MEETING of HOUSING PANEL held in the COUNCIL CHAMBERS\non {day}\n\nSederunt: Cllr Osei",
    "in attendance": (
        "Minutes of the Ordinary Meeting of the Housing Panel held on {day} at the Guildhall, Elmford\n\n"
        "Present\nCllr Osei\nIn attendance\nThe Clerk"
    ),
}
BODY = """

1. Apologies

None.

2. Roads

2.1 RESOLVED: That the report be noted.

3. Date of next meeting

{next}

The meeting closed at 11.20 am.

Signed ........... Chair

"""


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_headers_as_councils_print_them(header: str) -> None:
    days = ["3 June 2024", "1 July 2024", "2 September 2024"]
    following = [*days[1:], "7 October 2024"]
    source = "".join(
        header.format(day=day) + BODY.format(next=behind) for day, behind in zip(days, following, strict=True)
    )
    assert meetings(source) == [
        ("Housing Panel", "2024-06-03"),
        ("Housing Panel", "2024-07-01"),
        ("Housing Panel", "2024-09-02"),
    ]
    assert [titles(part) for part in parts(source)] == [
        [("1", "Apologies", 0), ("2", "Roads", 1), ("3", "Date of next meeting", 0)]
    ] * 3


@pytest.mark.parametrize("dress", [as_html, as_word, as_word_lists, as_pdf])
def test_the_same_in_every_format(dress: Callable[[str], bytes]) -> None:
    source = f"{JUNE}\n{JULY}\n{SEPTEMBER}"
    assert meetings(dress(source)) == meetings(source)
    assert [titles(part) for part in parts(dress(source))] == [titles(part) for part in parts(source)]


def test_lines_are_those_of_the_whole_document() -> None:
    source = f"{JUNE}\n{JULY}\n{SEPTEMBER}"
    june, july, _ = read_sittings(source)
    assert june.lines == july.lines == tuple(source.splitlines())
    damp = next(block for block in july.blocks if block.kind is Kind.ITEM)
    assert source.splitlines()[damp.first_line - 1] == "1. Damp"


def test_each_part_has_the_cautions_of_its_own_lines() -> None:
    source = f"{JUNE}\n{JULY}\n1.3 Members left.\n"
    june, july = read_sittings(source)
    line = source.splitlines().index("1.3 Members left.") + 1
    assert june.warnings == ()
    assert [(note.line, note.text) for note in july.warnings] == [(line, "number 1.3 follows 1.1.")]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(JUNE, id="the minutes of the last meeting are an item"),
        pytest.param(f"{JUNE}\nHOUSING PANEL\n\n3 June 2024\n\nPresent: Councillor Osei\n\nAnd more.", id="same day"),
        pytest.param(f"{JUNE}\nPresent: Councillor Osei\n\n4. More\n\nMore was said.", id="present again"),
        pytest.param(f"{JUNE}\nNext meeting: 1 July 2024\n\nPresent then: nobody.", id="only announced"),
        pytest.param(JUNE.replace("Present:", "There:") + JULY.replace("Present:", "There:"), id="no attendance"),
        pytest.param("Members spoke.\n\n" * 50 + JUNE + JULY, id="the first header is far down"),
    ],
)
def test_where_it_is_not_sure_the_document_is_one(source: str) -> None:
    assert read_sittings(source) == (read_blocks(source),)


def test_a_page_that_tells_of_no_meeting_is_one() -> None:
    source = "Meeting: 18/06/2024 - Housing Panel (Item 12)\nMeeting: 17/09/2024 - Cabinet (Item 3)"
    assert read_sittings(source) == (read_blocks(source),)


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnreadableMinutes):
        read_sittings(" \n")


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.name)
def test_every_layout_keeps_all_of_its_source(path: Path) -> None:
    content = path.read_bytes()
    whole, readings = read_blocks(content), read_sittings(content)
    assert printed(readings) == printed([whole])
    assert (len(readings) > 1) == (path.name in ("issue_page.txt", "mgissue_two.txt"))


HEADS = [
    "Meeting: 18/06/2024 - Housing Panel (Item 12)",
    "Meeting: 17/09/2024 - Cabinet (Item 3)",
    "Minutes of the Housing Panel held on 3 June 2024",
    "Minutes of the Cabinet held on 1 July 2024",
    "Present:",
]


@given(st.lists(st.sampled_from([*WORDS, *HEADS, *HEADS]) | st.text(max_size=60), max_size=40))
def test_nothing_is_lost_between_the_parts(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        readings = read_sittings(source)
    except UnreadableMinutes:
        return
    assert printed(readings) == printed([read_blocks(source)])
    for reading in readings:
        assert all(0 < block.first_line <= block.last_line <= len(reading.lines) for block in reading.blocks)


# -- too much ----------------------------------------------------------------------------------------------------------


def a_year(meetings: int) -> str:
    days = (datetime.date(2023, 1, 1) + datetime.timedelta(days=n) for n in range(meetings))
    return "\n\n".join(f"HOUSING PANEL\n\n{day:%-d %B %Y}\n\nPresent: A\n\n1. Damp\n\nMembers met." for day in days)


def an_issue(meetings: int) -> str:
    days = (datetime.date(2023, 1, 1) + datetime.timedelta(days=n) for n in range(meetings))
    return "\n\n".join(f"Meeting: {day:%d/%m/%Y} - Cabinet (Item 1)\n\nMinutes:\n\nMembers met." for day in days)


@pytest.mark.parametrize("of", [a_year, an_issue])
def test_a_document_tells_of_forty_meetings_at_most(of: Callable[[int], str]) -> None:
    assert len(read_sittings(of(40))) == 40
    with pytest.raises(UnreadableMinutes, match=r"^This tells of more than 40 meetings; bring in at most 40 in one"):
        read_sittings(of(41))


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("Present:\n" * 100_000, id="labels"),
        pytest.param("\n" * 500_000 + "Present:\n" * 1000, id="empty lines"),
        pytest.param("HOUSING PANEL\n3 June 2024\nPresent: A\n" * 20_000, id="headers"),
        pytest.param("Meeting: 18/06/2024 - Cabinet (Item 1)\n" * 50_000, id="lines of a page"),
    ],
)
def test_looking_for_meetings_takes_no_time(source: str) -> None:
    lines = extract(source).lines
    began = time.process_time()
    assert len(sittings.starts_of(lines)[1]) < 2
    assert time.process_time() - began < 2
