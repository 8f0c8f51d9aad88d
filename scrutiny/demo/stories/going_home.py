"""The review of discharge from hospital at weekends: still hearing evidence; and what was asked for before it began."""

from recommendations.choices import RecommendationKind, ResponseKind, ReviewStage, Standing
from scrutiny.demo.cast import PRIYA
from scrutiny.demo.council import HEALTH
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import DismissSuggestions, MoveReview, Proof, Raise, Report, Respond, Scene, StartReview

BEDS = "13-health-and-care-community-beds"


def bullet(opening: str) -> Passage:
    return Passage(BEDS, item="7", opening=opening)


REVIEW: tuple[Scene, ...] = (
    StartReview(
        day="Mon -36",
        key="going-home",
        committee=HEALTH,
        title="Going home from hospital at the weekend",
        scope="Why so many people who go home from Friday to Sunday are without something they need, what would have "
        "to change in the hospitals, and what would have to change at home.",
        lead_member="Councillor Naylor",
    ),
    MoveReview(day="Mon -14", key="going-home", stage=ReviewStage.EVIDENCE),
)

ASKED: tuple[Scene, ...] = (
    Raise(
        day="Mon -38",
        key="discharges",
        kind=RecommendationKind.INFORMATION,
        title="Discharges on each day of the week",
        wording="Figures for discharges on each day of the week, by ward, over the last two years, and for the number "
        "of those who came back within seven days.",
        source=bullet("Members requested figures for discharges"),
        addressee="northmoor-hospitals",
        lead="Head of Patient Flow",
        target="Fri -20",
    ),
    Raise(
        day="Mon -38",
        key="refusals",
        kind=RecommendationKind.INFORMATION,
        title="People who refuse a bed far from home",
        wording="Members would like to see the number of people who refuse a bed because of its distance from home.",
        source=bullet("Members would like to see the number of people"),
        addressee="adult-care",
        lead="Director of Adult Care",
        target="Fri -14",
        hour=15,
    ),
    Raise(
        day="Mon -38",
        key="carers",
        kind=RecommendationKind.COMMITTEE,
        title="A desk for the carers’ centre in each hospital",
        wording="The Trust should be asked to find the carers’ centre a desk in each of the hospitals.",
        source=bullet("The Trust should be asked to find the carers’ centre a desk"),
        addressee="northmoor-hospitals",
        lead="Head of Patient Flow",
        target="Fri +6",
        notice="Mon -38",
        hour=16,
    ),
    DismissSuggestions(day="Mon -36", document=BEDS),
    Respond(
        day="Thu -31",
        key="carers",
        kind=ResponseKind.ACCEPTED,
        explanation="The Trust apologises for the delay. The carers’ centre is welcome in both hospitals.",
        promised="A desk beside the discharge lounge at Moorgate, and one at Hollinbeck when the building work is "
        "finished.",
        outcome="A carer is asked before anybody is sent home.",
    ),
    Report(
        day="Fri -21",
        key="discharges",
        by=PRIYA,
        standing=Standing.COMPLETE,
        text="The Trust has sent the figures for 41 wards. They are the first evidence of the review.",
        evidence=(
            Proof(
                label="Discharges by ward and by day of the week",
                url="https://www.northmoor.example/hospitals/discharges-by-day",
            ),
        ),
    ),
    Report(
        day="Fri -17",
        key="carers",
        by=PRIYA,
        standing=Standing.ON_TRACK,
        text="The desk at Moorgate has been in use since the beginning of the month. 63 carers came to it in three "
        "weeks.",
        expected="Fri +6",
    ),
    Report(
        day="Fri -13",
        key="refusals",
        by=PRIYA,
        standing=Standing.SLIPPED,
        text="The Director of Adult Care can say how many refused a bed, 214 in the year, but not why: the reason is "
        "not written down. It will be from the beginning of the next quarter.",
    ),
)

SCENES = (*REVIEW, *ASKED)
