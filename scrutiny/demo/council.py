"""What Northmoor County Council is made of: its committees, those who answer to them, and their posts."""

from dataclasses import dataclass

from meetings.choices import CommitteeKind
from recommendations.choices import BodyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCommittee:
    """`founded` and `ended` are days of the demo; `successor` is the short name of another committee."""

    slug: str
    name: str
    prefix: str
    kind: CommitteeKind
    about: str
    founded: str
    ended: str = ""
    successor: str = ""
    checks_updates: bool = False


@dataclass(frozen=True, slots=True)
class DemoBody:
    slug: str
    name: str
    kind: BodyKind
    posts: tuple[str, ...] = ()


SAFER = "safer-communities"
ECONOMY = "economy-and-transport"
HEALTH = "health-and-care"
PANEL = "environment-and-highways"
CABINET = "cabinet"
POLICE = "police-and-crime-panel"

COMMITTEES = (
    DemoCommittee(
        slug=SAFER,
        name="Safer Communities Overview and Scrutiny Committee",
        prefix="SC",
        kind=CommitteeKind.SCRUTINY,
        about="Community safety, fire and rescue, libraries and trading standards. It is also the council’s crime and "
        "disorder committee.",
        founded="Mon -420",
        checks_updates=True,
    ),
    DemoCommittee(
        slug=ECONOMY,
        name="Economy and Transport Overview and Scrutiny Committee",
        prefix="ET",
        kind=CommitteeKind.SCRUTINY,
        about="Roads, buses, planning, waste and the county’s economy. It took over from the Environment and Highways "
        "Scrutiny Panel.",
        founded="Mon -50",
    ),
    DemoCommittee(
        slug=PANEL,
        name="Environment and Highways Scrutiny Panel",
        prefix="EHP",
        kind=CommitteeKind.SCRUTINY,
        about="Roads, drains and waste, until the council set up the Economy and Transport Overview and Scrutiny "
        "Committee.",
        founded="Mon -520",
        ended="Mon -50",
        successor=ECONOMY,
    ),
    DemoCommittee(
        slug=HEALTH,
        name="Health and Care Overview and Scrutiny Committee",
        prefix="HC",
        kind=CommitteeKind.SCRUTINY,
        about="Adult care, public health and the health service in the county.",
        founded="Mon -420",
    ),
    DemoCommittee(
        slug=CABINET,
        name="Cabinet",
        prefix="CAB",
        kind=CommitteeKind.EXECUTIVE,
        about="The leader and four members, who take the council’s executive decisions.",
        founded="Mon -420",
    ),
    DemoCommittee(
        slug=POLICE,
        name="Northmoor Police and Crime Panel",
        prefix="PCP",
        kind=CommitteeKind.PANEL,
        about="Members of the county and the five districts, who question the Police and Crime Commissioner.",
        founded="Mon -420",
    ),
)

BODIES = (
    DemoBody("cabinet", "Cabinet", BodyKind.EXECUTIVE, ("Leader of the Council",)),
    DemoBody(
        "communities",
        "Communities Directorate",
        BodyKind.DIRECTORATE,
        (
            "Director of Communities",
            "Strategic Manager, Community Safety",
            "Libraries Manager",
            "Trading Standards Manager",
            "Emergency Planning Manager",
        ),
    ),
    DemoBody(
        "childrens-services",
        "Children’s Services",
        BodyKind.DIRECTORATE,
        ("Director of Children’s Services", "Headteacher Adviser"),
    ),
    DemoBody(
        "place",
        "Place Directorate",
        BodyKind.DIRECTORATE,
        ("Director of Place", "Head of Passenger Transport", "Highways Maintenance Manager", "Traffic Manager"),
    ),
    DemoBody("adult-care", "Adult Care", BodyKind.DIRECTORATE, ("Director of Adult Care",)),
    DemoBody("safer-northmoor-partnership", "Safer Northmoor Partnership", BodyKind.PARTNER),
    DemoBody("northmoor-police", "Northmoor Police", BodyKind.RESPONSIBLE_AUTHORITY, ("Superintendent, Prevention",)),
    DemoBody(
        "police-and-crime-commissioner",
        "Office of the Police and Crime Commissioner",
        BodyKind.RESPONSIBLE_AUTHORITY,
        ("Chief Finance Officer",),
    ),
    DemoBody("northmoor-hospitals", "Northmoor Hospitals NHS Trust", BodyKind.HEALTH, ("Head of Patient Flow",)),
    DemoBody("association-of-headteachers", "Northmoor Association of Headteachers", BodyKind.PARTNER),
    DemoBody("university-of-fellside", "University of Fellside", BodyKind.PARTNER),
    DemoBody("moorland-buses", "Moorland Buses", BodyKind.PARTNER, ("Commercial Manager",)),
)
