"""Blocked gullies: asked for by a panel that has come to an end, and followed by the committee that took over."""

from recommendations.choices import Outcome, RecommendationKind, ResponseKind, Standing
from scrutiny.demo.cast import PRIYA
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import Close, DismissSuggestions, Raise, Report, Respond, Scene

FIRST, LAST = "01-environment-panel-drains", "09-environment-panel-last-meeting"

PANEL: tuple[Scene, ...] = (
    Raise(
        day="Fri -100",
        key="gullies",
        kind=RecommendationKind.COMMITTEE,
        title="Telling residents when a gully will be emptied",
        source=Passage(FIRST, item="2", resolution="ii"),
        addressee="place",
        lead="Highways Maintenance Manager",
        target="Fri -60",
        notice="Fri -100",
    ),
    Raise(
        day="Fri -100",
        key="worst",
        kind=RecommendationKind.COMMITTEE,
        title="The two hundred worst gullies",
        source=Passage(FIRST, item="2", resolution="iii"),
        addressee="place",
        lead="Highways Maintenance Manager",
        target="Fri -70",
        notice="Fri -100",
        hour=15,
    ),
    Raise(
        day="Fri -100",
        key="navigation",
        kind=RecommendationKind.ACTION,
        title="Weight limits in navigation systems",
        source=Passage(FIRST, item="3", resolution="ii"),
        addressee="place",
        lead="Traffic Manager",
        target="Fri -80",
        hour=16,
    ),
    DismissSuggestions(day="Mon -98", document=FIRST),
    Respond(
        day="Mon -93",
        key="gullies",
        kind=ResponseKind.ACCEPTED,
        explanation="It would pay for itself in fewer wasted visits.",
        promised="The two systems are joined within the year.",
        outcome="Whoever reports a gully is told when it will be emptied.",
    ),
    Respond(
        day="Mon -93",
        key="worst",
        kind=ResponseKind.ACCEPTED,
        explanation="Risk is a better guide than distance from the depot.",
        promised="A list drawn up with the parish councils, and emptied first.",
        outcome="Fewer floods where they do the most harm.",
        hour=16,
    ),
    Report(
        day="Fri -80",
        key="navigation",
        by=PRIYA,
        standing=Standing.ON_TRACK,
        text="The Traffic Manager has written to three makers with a map of the county’s 61 limits. Two have taken it "
        "up.",
    ),
    Report(
        day="Fri -61",
        key="worst",
        by=PRIYA,
        standing=Standing.COMPLETE,
        text="The list was drawn up with 37 parish councils. All two hundred have been emptied twice.",
    ),
    Report(
        day="Fri -61",
        key="gullies",
        by=PRIYA,
        standing=Standing.PAUSED,
        text="Put back until the contract for the contractor’s system has been let again: it would be wasteful to "
        "join what is about to be replaced.",
    ),
    Close(
        day="Thu -57",
        key="worst",
        resolution=Passage(LAST, item="23", resolution="i"),
        outcome=Outcome.ACHIEVED,
    ),
    Close(
        day="Thu -57",
        key="navigation",
        resolution=Passage(LAST, item="23", resolution="ii"),
        outcome=Outcome.ACHIEVED,
        reason="Lorries through Nether Hollin have fallen to one in twenty minutes.",
    ),
    Close(
        day="Thu -57",
        key="gullies",
        resolution=Passage(LAST, item="23", resolution="iii"),
        outcome=Outcome.TRANSFERRED,
        reason="Followed from now on by the Economy and Transport Overview and Scrutiny Committee.",
    ),
)

SUCCESSOR: tuple[Scene, ...] = (
    Raise(
        day="Thu -47",
        key="gullies-again",
        kind=RecommendationKind.COMMITTEE,
        title="Telling residents when a gully will be emptied",
        source=Passage("11-economy-and-transport-first-meeting", item="2", resolution="i"),
        addressee="place",
        lead="Highways Maintenance Manager",
        target="Fri +9",
        notice="Thu -47",
    ),
    Respond(
        day="Thu -41",
        key="gullies-again",
        kind=ResponseKind.ACCEPTED,
        explanation="It has been written into what is asked of the bidders.",
        promised="Residents are told the date from the first day on which the new system is used.",
        outcome="Whoever reports a gully is told when it will be emptied.",
    ),
    Report(
        day="Fri -30",
        key="gullies-again",
        by=PRIYA,
        standing=Standing.ON_TRACK,
        text="Four firms have bid. Each has shown how its system would answer a resident.",
    ),
    Report(
        day="Fri -3",
        key="gullies-again",
        by=PRIYA,
        standing=Standing.ON_TRACK,
        text="The contract has been awarded. The new system comes into use within three months.",
        expected="Fri +9",
    ),
)

SCENES = (*PANEL, *SUCCESSOR)
