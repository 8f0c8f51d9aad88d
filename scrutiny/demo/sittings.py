"""When the committees sit, and which texts their minutes come in from."""

from dataclasses import dataclass

from scrutiny.demo.council import CABINET, ECONOMY, HEALTH, PANEL, POLICE, SAFER


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One meeting. `held`, `brought_in`, `published` and `approved` are days of the demo, or empty: not yet.

    `documents` are the texts from which its minutes come in; a sitting that is still to come has none.
    """

    committee: str
    held: str
    starts: str
    documents: tuple[str, ...] = ()
    brought_in: str = ""
    published: str = ""
    approved: str = ""


PLACE = "Council Chamber, County Hall, Hollinbeck"

SITTINGS = (
    Sitting(
        committee=PANEL,
        held="Thu -101",
        starts="14:00",
        documents=("01-environment-panel-drains",),
        brought_in="Wed -100",
        published="Thu -100",
        approved="Thu -92",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -98",
        starts="09:30",
        documents=("02-safer-communities-scope",),
        brought_in="Mon -97",
        published="Tue -97",
        approved="Tue -86",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -86",
        starts="09:30",
        documents=("03-safer-communities-evidence",),
        brought_in="Mon -85",
        published="Tue -85",
        approved="Tue -78",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -78",
        starts="09:30",
        documents=("05-safer-communities-seven-recommendations", "04-safer-communities-review-report"),
        brought_in="Fri -78",
        published="Mon -77",
        approved="Tue -64",
    ),
    Sitting(
        committee=CABINET,
        held="Wed -75",
        starts="10:00",
        documents=("06-cabinet-receives-online-safety",),
        brought_in="Thu -75",
        published="Fri -75",
        approved="Wed -72",
    ),
    Sitting(
        committee=CABINET,
        held="Wed -68",
        starts="10:00",
        documents=("07-cabinet-responds-online-safety",),
        brought_in="Thu -68",
        published="Fri -68",
        approved="Wed -64",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -64",
        starts="09:30",
        documents=("08-safer-communities-responses",),
        brought_in="Mon -63",
        published="Tue -63",
        approved="Tue -52",
    ),
    Sitting(
        committee=PANEL,
        held="Thu -58",
        starts="14:00",
        documents=("09-environment-panel-last-meeting",),
        brought_in="Wed -57",
        published="Thu -57",
        approved="Thu -48",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -52",
        starts="09:30",
        documents=("10-safer-communities-first-progress",),
        brought_in="Mon -51",
        published="Tue -51",
        approved="Tue -38",
    ),
    Sitting(
        committee=ECONOMY,
        held="Thu -48",
        starts="14:00",
        documents=("11-economy-and-transport-first-meeting",),
        brought_in="Wed -47",
        published="Thu -47",
        approved="Thu -34",
    ),
    Sitting(
        committee=POLICE,
        held="Fri -44",
        starts="11:00",
        documents=("12-police-and-crime-panel-rural-crime",),
        brought_in="Thu -43",
        published="Fri -43",
        approved="Fri -16",
    ),
    Sitting(
        committee=HEALTH,
        held="Mon -40",
        starts="13:30",
        documents=("13-health-and-care-community-beds",),
        brought_in="Fri -40",
        published="Mon -39",
        approved="Mon -12",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -38",
        starts="09:30",
        documents=("14-safer-communities-flood-wardens",),
        brought_in="Mon -37",
        published="Tue -37",
        approved="Tue -26",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -26",
        starts="09:30",
        documents=("15-safer-communities-second-progress",),
        brought_in="Mon -25",
        published="Tue -25",
        approved="Tue -6",
    ),
    Sitting(
        committee=ECONOMY,
        held="Thu -20",
        starts="14:00",
        documents=("16-economy-and-transport-bus-review",),
        brought_in="Fri -20",
        published="Mon -19",
        approved="Thu -2",
    ),
    Sitting(
        committee=POLICE,
        held="Fri -16",
        starts="11:00",
        documents=("17-police-and-crime-panel-precept",),
        brought_in="Thu -15",
        published="Fri -15",
    ),
    Sitting(
        committee=HEALTH,
        held="Mon -12",
        starts="13:30",
        documents=("18-health-and-care-weekend-staff",),
        brought_in="Fri -12",
        published="Mon -11",
    ),
    Sitting(
        committee=SAFER,
        held="Tue -6",
        starts="09:30",
        documents=("19-safer-communities-call-blockers",),
        brought_in="Mon -5",
        published="Tue -5",
    ),
    Sitting(
        committee=CABINET,
        held="Wed -5",
        starts="10:00",
        documents=("20-cabinet-responds-buses",),
        brought_in="Thu -5",
        published="Fri -5",
    ),
    Sitting(
        committee=ECONOMY,
        held="Thu -2",
        starts="14:00",
        documents=("21-economy-and-transport-response-considered",),
        brought_in="Wed -1",
    ),
    Sitting(committee=ECONOMY, held="Thu +1", starts="14:00"),
    Sitting(committee=SAFER, held="Tue +2", starts="09:30"),
    Sitting(committee=CABINET, held="Wed +2", starts="10:00"),
    Sitting(committee=HEALTH, held="Mon +3", starts="13:30"),
    Sitting(committee=POLICE, held="Fri +4", starts="11:00"),
    Sitting(committee=CABINET, held="Wed +5", starts="10:00"),
    Sitting(committee=ECONOMY, held="Thu +7", starts="14:00"),
    Sitting(committee=SAFER, held="Tue +10", starts="09:30"),
)

WAITING_DOCUMENT = ("22-health-and-care-families", "Thu -1")
"""Brought in and not yet recorded: what a clerk finds on the desk, with the day on which it came."""
