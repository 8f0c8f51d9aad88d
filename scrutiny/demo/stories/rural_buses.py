"""The review of rural bus services: agreed and sent, and waiting for the half of Cabinet's answer that is late."""

from recommendations.choices import Outcome, RecommendationKind, ResponseKind, ReviewStage, Standing
from scrutiny.demo.cast import GARETH
from scrutiny.demo.council import ECONOMY
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import (
    Close,
    DismissSuggestions,
    MoveReview,
    Raise,
    Report,
    Respond,
    Scene,
    StartReview,
)

SCOPE, AGREED, RESPONSE = (
    "11-economy-and-transport-first-meeting",
    "16-economy-and-transport-bus-review",
    "21-economy-and-transport-response-considered",
)
TRANSPORT = "Head of Passenger Transport"

REVIEW: tuple[Scene, ...] = (
    StartReview(
        day="Thu -47",
        key="buses",
        committee=ECONOMY,
        title="Rural bus services",
        scope="Which journeys people in the villages need to make, which of them can be made by bus, and what the "
        "council’s £3.9m a year might buy in other forms.",
        lead_member="Councillor Hesketh",
    ),
    Raise(
        day="Thu -47",
        key="routes",
        kind=RecommendationKind.INFORMATION,
        title="The cost and the passengers of each supported route",
        source=Passage(SCOPE, item="3", resolution="ii"),
        addressee="place",
        lead=TRANSPORT,
        target="Fri -40",
        hour=16,
    ),
    MoveReview(day="Mon -44", key="buses", stage=ReviewStage.EVIDENCE),
    Report(
        day="Mon -41",
        key="routes",
        by=GARETH,
        standing=Standing.COMPLETE,
        text="The figures for all 39 supported routes have gone to the review group.",
    ),
    MoveReview(day="Mon -24", key="buses", stage=ReviewStage.REPORTING),
    MoveReview(
        day="Wed -19",
        key="buses",
        stage=ReviewStage.AWAITING_RESPONSE,
        agreed_by=Passage(AGREED, resolution="i"),
        received="Wed -19",
        report_url="https://www.northmoor.example/scrutiny/rural-bus-services.pdf",
    ),
    Close(
        day="Mon -19",
        key="routes",
        resolution=Passage(AGREED, resolution="i"),
        outcome=Outcome.ACHIEVED,
        reason="The figures are an appendix of the report.",
    ),
    DismissSuggestions(day="Mon -44", document=SCOPE),
)


def recommended(number: int, limb: str, title: str, addressee: str, lead: str, target: str) -> Raise:
    return Raise(
        day="Mon -19",
        key=f"bus-{number}",
        kind=RecommendationKind.REVIEW,
        title=title,
        source=Passage(AGREED, resolution=limb),
        addressee=addressee,
        lead=lead,
        target=target,
        review="buses",
        number=number,
    )


RAISED: tuple[Scene, ...] = (
    recommended(1, "ii", "A standard for rural buses", "cabinet", TRANSPORT, "Fri +32"),
    recommended(2, "iii", "Evening buses on the ten busiest routes", "cabinet", TRANSPORT, "Fri +12"),
    recommended(3, "iv", "A half fare for students", "cabinet", TRANSPORT, "Fri +32"),
    recommended(4, "v", "A minibus in place of the three weakest routes", "cabinet", TRANSPORT, "Fri +32"),
    recommended(5, "vi", "Ten weeks’ notice of a change", "moorland-buses", TRANSPORT, "Fri -8"),
)

ANSWERS: tuple[Scene, ...] = (
    Respond(
        day="Fri -15",
        key="bus-5",
        kind=ResponseKind.ACCEPTED,
        explanation="The company is sorry for the way in which the Sunday service to Thornley was withdrawn.",
        promised="Parish councils and the county’s website are told ten weeks before any change.",
        outcome="Nobody learns from an empty bus stop.",
    ),
    Report(
        day="Fri -9",
        key="bus-5",
        by=GARETH,
        standing=Standing.SLIPPED,
        text="Of four changes since the company’s promise three were announced ten weeks before. The fourth, to the "
        "market-day bus at Nether Hollin, was announced three weeks before. The company puts it down to a new manager.",
    ),
    Respond(
        day="Thu -5",
        responded="Wed -5",
        key="bus-2",
        kind=ResponseKind.ACCEPTED,
        explanation="The evidence that an evening bus fills the day buses is persuasive. The response is late because "
        "the operators would not give a price until they knew on which days the buses were to run.",
        promised="An evening bus on ten routes for two years, at a cost of £410,000.",
        outcome="A third more passengers on those routes over the whole day.",
    ),
    Respond(
        day="Thu -5",
        responded="Wed -5",
        key="bus-3",
        kind=ResponseKind.NOT_ACCEPTED,
        explanation="It would cost £640,000 a year and would go for the most part to young people who travel already. "
        "A smaller scheme, for students who receive a bursary, will be discussed with the college.",
        hour=16,
    ),
    Report(
        day="Fri -3",
        key="bus-2",
        by=GARETH,
        standing=Standing.ON_TRACK,
        text="The ten routes have been chosen with the operators. The first four evening buses begin within ten weeks.",
        expected="Fri +9",
    ),
    Raise(
        day="Thu -1",
        key="bursary",
        kind=RecommendationKind.ACTION,
        title="A half fare for students who hold a bursary",
        source=Passage(RESPONSE, item="33", resolution="iii"),
        addressee="place",
        lead=TRANSPORT,
        target="Fri +8",
        publish=False,
    ),
)

SCENES = (*REVIEW, *RAISED, *ANSWERS)
