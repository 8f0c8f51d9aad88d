"""The review of young people and online safety: its seven recommendations, the answers to them, and the papers."""

from recommendations.choices import RecommendationKind, ResponseKind, ReviewStage
from scrutiny.demo.council import SAFER
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import MoveReview, Raise, Respond, Scene, StartReview, WritePaper

AGREED = "05-safer-communities-seven-recommendations"


def limb(number: int) -> Passage:
    return Passage(AGREED, item="27", resolution=str(number))


REVIEW: tuple[Scene, ...] = (
    StartReview(
        day="Tue -97",
        key="online",
        committee=SAFER,
        title="Young people and online safety",
        scope="What young people and their parents say they need to be safe online, what is offered to them now and by "
        "whom, and what the county council and its partners should do differently. Advertising and the duties of the "
        "large companies are left to Parliament.",
        lead_member="Councillor Bell",
    ),
    MoveReview(day="Mon -95", key="online", stage=ReviewStage.EVIDENCE),
    MoveReview(day="Mon -82", key="online", stage=ReviewStage.REPORTING),
    MoveReview(
        day="Wed -75",
        key="online",
        stage=ReviewStage.AWAITING_RESPONSE,
        agreed_by=limb(1),
        received="Wed -75",
        report_url="https://www.northmoor.example/scrutiny/young-people-and-online-safety.pdf",
    ),
    MoveReview(day="Tue -63", key="online", stage=ReviewStage.MONITORING),
)


def recommended(number: int, title: str, addressee: str, lead: str, target: str) -> Raise:
    """Recommendation n of the review is limb n + 1 of the resolution: the first limb agrees the report."""
    return Raise(
        day="Mon -77",
        key=f"online-{number}",
        kind=RecommendationKind.REVIEW,
        title=title,
        source=limb(number + 1),
        addressee=addressee,
        lead=lead,
        target=target,
        review="online",
        number=number,
        hour=13,
    )


STRATEGIC_MANAGER, DIRECTOR, ADVISER = (
    "Strategic Manager, Community Safety",
    "Director of Communities",
    "Headteacher Adviser",
)

RAISED: tuple[Scene, ...] = (
    recommended(1, "A priority in the Partnership’s plan", "safer-northmoor-partnership", STRATEGIC_MANAGER, "Fri -26"),
    recommended(2, "The Safe Online pack in every maintained school", "cabinet", ADVISER, "Fri +18"),
    recommended(
        3,
        "The University’s study of telephones at night",
        "university-of-fellside",
        STRATEGIC_MANAGER,
        "Fri -26",
    ),
    recommended(4, "A governor for online safety in every school", "association-of-headteachers", ADVISER, "Fri +20"),
    recommended(5, "Telling schools of an incident within five days", "northmoor-police", STRATEGIC_MANAGER, "Fri -26"),
    recommended(6, "Evenings for parents in all twelve clusters", "communities", DIRECTOR, "Fri -2"),
    recommended(7, "A trained digital helper in every library", "cabinet", DIRECTOR, "Fri -26"),
)

ANSWERS: tuple[Scene, ...] = (
    Respond(
        day="Fri -74",
        key="online-5",
        kind=ResponseKind.IN_PRINCIPLE,
        explanation="Northmoor Police shares the aim and accepts the recommendation in principle. It will consider how "
        "schools might be told sooner without harm to an investigation.",
    ),
    Respond(
        day="Tue -73",
        key="online-1",
        kind=ResponseKind.ACCEPTED,
        explanation="The board agreed that the subject had fallen between its other priorities.",
        promised="A fourth priority in the plan from the coming year, with the Strategic Manager, Community Safety, "
        "as its lead.",
        outcome="One plan of action that all partners know and report against.",
    ),
    Respond(
        day="Thu -73",
        key="online-6",
        kind=ResponseKind.ACCEPTED,
        explanation="The evenings can be held with the help of the school clusters and paid for from the directorate’s "
        "budget for prevention.",
        promised="Twelve evenings within eighteen months, each with a crèche, and with interpreters where the school "
        "asks for them.",
        outcome="A thousand parents who have been given plain advice.",
    ),
    Respond(
        day="Thu -72",
        key="online-4",
        kind=ResponseKind.ACCEPTED,
        explanation="The Association cannot bind its members, but recommends it to all of them.",
        promised="A letter to every chair of governors, and a form of words for the governors’ handbook.",
        outcome="A named governor in every school within two years.",
    ),
    Respond(
        day="Thu -68",
        responded="Wed -68",
        key="online-2",
        kind=ResponseKind.IN_PART,
        explanation="Accepted for the 61 smallest maintained schools and for one year in the first place. A second "
        "year depends upon the budget, and Cabinet does not wish to promise what it might have to take back.",
        promised="The pack for 61 schools, at a cost of £10,980.",
        outcome="No small school goes without for want of £180.",
    ),
    Respond(
        day="Thu -68",
        responded="Wed -68",
        key="online-7",
        kind=ResponseKind.ACCEPTED,
        explanation="Training for the fifteen libraries that have nobody costs £7,400 and can be arranged with the "
        "college.",
        promised="A helper trained in each of the fifteen libraries within the year. Each keeps a tally of those who "
        "come.",
        outcome="Help with a telephone or a form at every library, on at least one evening and on Saturdays.",
    ),
)

PAPERS: tuple[Scene, ...] = (
    WritePaper(
        day="Mon -27",
        review="online",
        as_at="Fri -28",
        meeting="Tue -26",
        publish=True,
        texts={
            "report_of": "Report of the Director of Communities",
            "recommendations": "That the committee note the progress set out in Appendix 2.\n\n"
            "That recommendations 1, 5 and 7, which are proposed as complete, be closed.\n\n"
            "That the target of recommendation 3 be put back to {Fri +13}, because the researcher has moved.",
            "contact": "Priya Shah, Scrutiny Officer, scrutiny@northmoor.example, 01632 960 114",
        },
        implications={
            "Finance": "The second year of the Safe Online pack, should Cabinet decide to pay for it, would cost "
            "£10,980.",
            "Equality and Diversity / Public Sector Equality Duty": "Two of the seven evenings were held with an "
            "interpreter.",
            "Crime and Disorder": "The recommendations serve the community safety plan.",
        },
    ),
    WritePaper(
        day="Fri -1",
        review="online",
        as_at="Fri -1",
        meeting="Tue +2",
        publish=False,
        texts={"report_of": "Report of the Director of Communities"},
        implications={"Crime and Disorder": "The recommendations serve the community safety plan."},
    ),
)

SCENES = (*REVIEW, *RAISED, *ANSWERS, *PAPERS)
