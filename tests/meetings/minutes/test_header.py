"""Who met and when, in every way that a header says it; a day that is told of is never the meeting's."""

import datetime

import pytest

from meetings.minutes import read

PANEL = "Housing Scrutiny Panel"
DAY = datetime.date(2024, 6, 3)
ITEMS = """
1. Apologies for Absence

Apologies were received from Councillor Dale on 7 May 2024.

2. Bus Shelters

2.1 The Engineer said that on 4 January 2023 eleven shelters had been lost.

RESOLVED: That the report be noted.
"""
HEADERS = (
    "Minutes of the Housing Scrutiny Panel held on 3 June 2024 at 10.00 am",
    "Minutes of Housing Scrutiny Panel, Monday 3 June 2024",
    "Minutes for Housing Scrutiny Panel, 3 June 2024",
    "Minutes - Housing Scrutiny Panel - Monday, 3 June 2024, 10.00 am",
    "Minutes of proceedings of the Housing Scrutiny Panel held at the Moot Hall on 3 June 2024",
    "MINUTES of the HOUSING SCRUTINY PANEL of Elmford Borough Council held on 3 June 2024",
    "MINUTES OF MEETING Housing Scrutiny Panel HELD ON Monday, 3rd June, 2024, 7.00 - 9.25 pm",
    "Open Minutes of Housing Scrutiny Panel held in the Chamber, Guildhall on Monday 3 June 2024",
    "Draft minutes – Housing Scrutiny Panel – 3.6.24",
    "Notes: Housing Scrutiny Panel, 3 June 2024",
    "NOTES OF A MEETING OF THE HOUSING SCRUTINY PANEL\nHELD ON MONDAY, 3RD JUNE, 2024 AT 2.00 P.M.",
    "MINUTE of MEETING of the HOUSING SCRUTINY PANEL held in the MOOT HALL, ELMFORD, on MONDAY, 3 JUNE 2024",
    "Elmford, 3 June 2024. Minute of Meeting of ELMFORD BOROUGH COUNCIL HOUSING SCRUTINY PANEL.",
    "Housing Scrutiny Panel - Notes\n3 June 2024",
    "Housing Scrutiny Panel – Action notes\n3 June 2024",
    "Housing Scrutiny Panel meeting minutes\nMonday 3rd of June 2024",
    "Housing Scrutiny Panel – Minutes of the meeting on 3 June 2024",
    "Housing Scrutiny Panel: notes of meeting held 3 June 2024",
    "Housing Scrutiny Panel Notes of meeting 3 June 2024",
    "HOUSING SCRUTINY PANEL\nMonday 3rd June 2024\n6.30pm",
    "Housing Scrutiny Panel\nMon 3 June 24",
    "Housing Scrutiny Panel 3rd June ’24",
    "Housing Scrutiny Panel - 03-06-2024",
    "Housing Scrutiny Panel - 3/6/2024",
    "2024-06-03 Housing Scrutiny Panel",
    "Housing Scrutiny Panel | 3 June 2024 | 10.00 am",
    "Housing Scrutiny Panel\nDate: 3 June 2024\nVenue: Moot Hall",
    "Housing Scrutiny Panel\nDate\n3 June 2024\nVenue\nMoot Hall",
    "Housing Scrutiny Panel\nDate & Time: 03/06/2024 10:00",
    "Housing Scrutiny Panel\nWhen: 3 June 2024, 6pm",
    "Name of committee: Housing Scrutiny Panel\nDate of meeting: 3 June 2024",
    "Title: Housing Scrutiny Panel minutes\nDate: 3 June 2024",
    "Meeting\tHousing Scrutiny Panel\nDate\t3 June 2024\nTime\t10.00 am",
    "| Meeting | Housing Scrutiny Panel |\n| Date | 3 June 2024 |\n| Venue | Moot Hall |",
    "Pwyllgor Craffu Tai / Housing Scrutiny Panel\nDyddiad / Date: 3 Mehefin / June 2024",
    "Housing Scrutiny Panel\nHeld remotely via Teams, 3 June 2024 at 10.00 am",
    "Housing Scrutiny Panel\nMonday 3 June 2024, 10am to 12noon, MS Teams",
    "Housing Scrutiny Panel\nVia Zoom on Monday 3 June 2024",
    "Housing Scrutiny Panel\nHybrid meeting, 3 June 2024",
    "Housing Scrutiny Panel\nHeld at the Moot Hall, Elmford, on Monday 3 June 2024 at 7pm",
    "Housing Scrutiny Panel\nCommittee Room 2, Moot Hall - Monday 3 June 2024 at 19:00",
    "Housing Scrutiny Panel\nThis meeting was held on 3 June 2024 at 10 am in the Council Chamber.",
    "Housing Scrutiny Panel\nMeeting of Monday 3 June 2024",
    "Housing Scrutiny Panel\nMinutes from the meeting on 3 June 2024",
    "ELMFORD COUNCIL\n\nHousing Scrutiny Panel\n\nMinute of meeting\n\nElmford, 3 June 2024",
    "Published: 12 June 2024\nHousing Scrutiny Panel\n3 June 2024",
    "Meeting of the Housing Scrutiny Panel\nheld on Monday 3 June 2024 commencing at 10.00 am",
    "The Housing Scrutiny Panel met at County Hall on 3 June 2024 at 10 am",
    "Minutes of a Meeting of the Housing\nScrutiny Panel held at 10.00 am on Monday\n3 June 2024 at the Moot Hall",
    "At a meeting of the Housing Scrutiny Panel held at Moot Hall on 3 June 2024 the following were present:\nCllr Ash",
)


@pytest.mark.parametrize("attendance", ["", "\nPresent: Councillors Ash, Birch and Cole\n"], ids=["bare", "present"])
@pytest.mark.parametrize("header", HEADERS)
def test_a_header_says_who_met_and_when(header: str, attendance: str) -> None:
    minutes = read(f"{header}\n{attendance}{ITEMS}")
    assert (minutes.committee, minutes.date) == (PANEL, DAY)
    assert [item.title for item in minutes.items] == ["Apologies for Absence", "Bus Shelters"]


@pytest.mark.parametrize(
    ("header", "committee"),
    [
        ("Select Committee on Housing\n3 June 2024", "Select Committee on Housing"),
        ("Elmford Parish Council\nMinutes of the Parish Council Meeting held on 3 June 2024", "Elmford Parish Council"),
        ("Pwyllgor Craffu Tai\nDydd Llun, 3 Mehefin 2024", "Pwyllgor Craffu Tai"),
        ("Housing Scrutiny Committee (HSC)\n3 June 2024", "Housing Scrutiny Committee (HSC)"),
        ("Special, Housing Panel\n3 June 2024", "Housing Panel"),
        ("Extraordinary Housing Panel Meeting\n3 June 2024", "Housing Panel"),
        ("MINUTES OF THE HOUSING BOARD MEETING (PART 1) HELD ON 3 June 2024 at County Hall", "Housing Board"),
        (
            "Governing body meeting – 3 June, 2024\nFerrymead Governing Body Meeting in Public",
            "Ferrymead Governing Body",
        ),
        ("University Court\n3 June 2024", "University Court"),
        ("Mayor's Question Time - Monday 3 June 2024", None),
        ("Committee Room 2\nMonday 3 June 2024", None),
    ],
)
def test_other_bodies(header: str, committee: str | None) -> None:
    minutes = read(f"{header}\n{ITEMS}")
    assert (minutes.committee, minutes.date) == (committee, DAY)


@pytest.mark.parametrize(
    "header",
    [
        "Housing Scrutiny Panel",
        "Housing Scrutiny Panel\nPublished 12 June 2024",
        "Housing Scrutiny Panel\nNext meeting: 9 September 2024",
        "Housing Scrutiny Panel\nDate of publication: 12 June 2024",
    ],
)
def test_no_other_day_is_taken_for_that_of_the_meeting(header: str) -> None:
    assert read(f"{header}\n{ITEMS}").date is None


PAGE = "Agenda item\n\n{}\n\nMinutes:\n\n{}The Engineer said that eleven shelters had been lost on 4 May 2023.\n"


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("Bus Shelters\n\nMeeting of Housing Scrutiny Panel, Monday, 3rd June, 2024 2.00 pm (Item 4.)", ""),
        PAGE.format("Meeting of Housing Scrutiny Panel on 3 June 2024 (Item 4.)\n\nBus Shelters", ""),
        PAGE.format("Bus Shelters", "Meeting of Housing Scrutiny Panel, 3 June 2024 (Item 4.)\n\n"),
        PAGE.format("Bus Shelters\n\nItem 4 - Housing Scrutiny Panel, 3 June 2024", ""),
    ],
)
def test_the_page_of_one_item_says_whose_it_is(page: str) -> None:
    minutes = read(page)
    assert (minutes.committee, minutes.date) == (PANEL, DAY)
    assert [item.title for item in minutes.items] == ["Bus Shelters"]
    assert len(minutes.items[0].paragraphs) == 1


def test_the_page_of_one_item_may_say_only_when_and_how() -> None:
    minutes = read(PAGE.format("Bus Shelters\n\nHeld remotely via Teams, 3 June 2024 at 10.00 am", ""))
    assert (minutes.committee, minutes.date) == (None, DAY)


def test_the_minutes_that_an_item_approves_do_not_date_its_page() -> None:
    minutes = read(PAGE.format("Minutes\n\nMinutes of the Housing Scrutiny Panel held on 3 June 2024", ""))
    assert (minutes.committee, minutes.date) == (None, None)
