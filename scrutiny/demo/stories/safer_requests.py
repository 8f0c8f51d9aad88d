"""What else the Safer Communities Committee asked for: actions, requests for information, and two recommendations."""

from recommendations.choices import Outcome, RecommendationKind, ResponseKind, Standing
from scrutiny.demo.cast import PRIYA, TOM
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import Close, DismissSuggestions, MarkExempt, Raise, Report, Respond, Scene

FILTERING = "10-safer-communities-first-progress"

REQUESTS: tuple[Scene, ...] = (
    Raise(
        day="Tue -97",
        key="grants",
        kind=RecommendationKind.INFORMATION,
        title="Two actions that lost their grant",
        wording="A note on the two actions that had lost their grant, and on what the same work would cost if it were "
        "done on a smaller scale.",
        source=Passage("02-safer-communities-scope", item="12", paragraph="12.3"),
        addressee="safer-northmoor-partnership",
        lead="Strategic Manager, Community Safety",
        target="Fri -86",
    ),
    Raise(
        day="Tue -85",
        key="libraries",
        kind=RecommendationKind.INFORMATION,
        title="Libraries without a trained digital helper",
        wording="A list of the libraries that have no trained digital helper, by division, with their opening hours "
        "in the evening and on Saturdays, so that local members could look for volunteers.",
        source=Passage("03-safer-communities-evidence", item="18", paragraph="18.6"),
        addressee="communities",
        lead="Libraries Manager",
        target="Fri -70",
    ),
    Report(
        day="Fri -69",
        key="libraries",
        by=PRIYA,
        standing=Standing.SLIPPED,
        text="The Libraries Manager has sent the list of libraries. The opening hours are to follow when the new "
        "rotas are agreed.",
    ),
    Close(
        day="Tue -25",
        key="libraries",
        resolution=Passage("15-safer-communities-second-progress", item="60", resolution="3"),
        outcome=Outcome.SUPERSEDED,
        reason="Every library now has a helper, so that there is nothing left to list.",
        hour=16,
    ),
    Raise(
        day="Tue -63",
        key="prosecutions",
        kind=RecommendationKind.ACTION,
        title="The outcome of two prosecutions for selling knives",
        wording="The Trading Standards Manager undertook to report the outcome of the two prosecutions to members "
        "when the court had dealt with them.",
        source=Passage("08-safer-communities-responses", item="35", paragraph="35.2"),
        addressee="communities",
        lead="Trading Standards Manager",
        target="Fri -30",
    ),
    Report(
        day="Fri -31",
        key="prosecutions",
        by=PRIYA,
        standing=Standing.COMPLETE,
        text="Both shops pleaded guilty. One was fined £1,200 and the other £850. The Trading Standards Manager has "
        "written to all members of the Committee.",
    ),
    Raise(
        day="Tue -37",
        key="coast",
        kind=RecommendationKind.ACTION,
        title="Flood wardens on the coast",
        wording="The Emergency Planning Manager agreed to contact the clerks of the nine coastal parishes before the "
        "next meeting.",
        source=Passage("14-safer-communities-flood-wardens", item="51", paragraph="51.4"),
        addressee="communities",
        lead="Emergency Planning Manager",
        target="Fri -27",
    ),
    Report(
        day="Fri -29",
        key="coast",
        by=PRIYA,
        standing=Standing.COMPLETE,
        text="All nine clerks were telephoned. Six parishes want wardens, and four have found volunteers.",
    ),
    Raise(
        day="Tue -25",
        key="briefing",
        kind=RecommendationKind.ACTION,
        title="A briefing on recognising fraud",
        wording="A briefing for all members on how to recognise a resident who is being defrauded.",
        source=Passage("15-safer-communities-second-progress", item="61", paragraph="61.3"),
        addressee="communities",
        lead="Trading Standards Manager",
        target="Fri -12",
    ),
    Report(
        day="Fri -13",
        key="briefing",
        by=PRIYA,
        standing=Standing.PAUSED,
        text="The officer who was to give the briefing is on long leave. Another will be trained.",
    ),
    DismissSuggestions(day="Tue -94", document="02-safer-communities-scope"),
    DismissSuggestions(day="Tue -82", document="03-safer-communities-evidence"),
    DismissSuggestions(day="Tue -74", document="05-safer-communities-seven-recommendations"),
    DismissSuggestions(day="Wed -64", document="07-cabinet-responds-online-safety"),
    DismissSuggestions(day="Tue -60", document="08-safer-communities-responses"),
    DismissSuggestions(day="Tue -48", document="10-safer-communities-first-progress"),
    DismissSuggestions(day="Tue -34", document="14-safer-communities-flood-wardens"),
    DismissSuggestions(day="Tue -22", document="15-safer-communities-second-progress"),
)

FILTERING_CONTRACT: tuple[Scene, ...] = (
    MarkExempt(day="Mon -51", document=FILTERING, item="45", paragraphs="3", until="Mon +26"),
    Raise(
        day="Tue -51",
        key="filtering",
        kind=RecommendationKind.ACTION,
        title="A right to end the filtering contract after one year",
        source=Passage(FILTERING, item="45", resolution="2"),
        addressee="childrens-services",
        lead="Director of Children’s Services",
        target="Fri -44",
    ),
    Report(
        day="Fri -43",
        key="filtering",
        by=PRIYA,
        standing=Standing.AT_RISK,
        text="Brackwater Systems has refused a right to end the contract after one year, but would take £196,000 for "
        "two. The contract goes on month by month.",
    ),
)

RECOMMENDED: tuple[Scene, ...] = (
    Raise(
        day="Tue -25",
        key="call-blockers",
        kind=RecommendationKind.COMMITTEE,
        title="Call blockers within ten working days",
        source=Passage("15-safer-communities-second-progress", item="61", resolution="2"),
        addressee="communities",
        lead="Director of Communities",
        target="Fri +8",
        notice="Tue -25",
    ),
    Respond(
        day="Mon -21",
        key="call-blockers",
        kind=ResponseKind.ACCEPTED,
        explanation="The devices are in stock, and two officers have been trained to fit them.",
        promised="A call blocker is offered within ten working days of every report.",
        outcome="Nobody is defrauded twice by telephone.",
    ),
    Report(
        day="Fri -7",
        key="call-blockers",
        by=TOM,
        standing=Standing.ON_TRACK,
        text="Of 57 residents who reported a loss 44 were offered a call blocker within ten working days. The others "
        "did not answer the telephone; a letter goes to them from now on.",
        expected="Fri +6",
    ),
    Raise(
        day="Tue -5",
        key="home-safety",
        kind=RecommendationKind.COMMITTEE,
        title="Names for home safety visits",
        source=Passage("19-safer-communities-call-blockers", item="75", resolution="2"),
        addressee="northmoor-hospitals",
        lead="Head of Patient Flow",
        target="Fri +20",
        notice="Tue -5",
    ),
)

SCENES = (*REQUESTS, *FILTERING_CONTRACT, *RECOMMENDED)
