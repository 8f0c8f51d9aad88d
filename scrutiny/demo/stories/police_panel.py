"""The actions that the Police and Crime Panel marked in its own minutes."""

from recommendations.choices import RecommendationKind, Standing
from scrutiny.demo.cast import PRIYA
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import DismissSuggestions, Raise, Report, Scene

RURAL_CRIME, PRECEPT = "12-police-and-crime-panel-rural-crime", "17-police-and-crime-panel-precept"

SCENES: tuple[Scene, ...] = (
    Raise(
        day="Mon -42",
        key="fly-tipping",
        kind=RecommendationKind.ACTION,
        title="Fly-tipping taken to court",
        wording="That the districts be asked to say how many cases of fly-tipping they had taken to court, and that "
        "the answer be read together with the Commissioner’s next report.",
        source=Passage(RURAL_CRIME, item="14", opening="The Chair thanked those who had answered."),
        addressee="communities",
        target="Fri -17",
    ),
    DismissSuggestions(day="Mon -40", document=RURAL_CRIME),
    Report(
        day="Thu -18",
        key="fly-tipping",
        by=PRIYA,
        standing=Standing.COMPLETE,
        text="All five districts have answered. Between them they took 31 cases to court in the year, of 2,940 that "
        "were reported.",
    ),
    Raise(
        day="Mon -14",
        key="formula",
        kind=RecommendationKind.ACTION,
        title="The formula for the size of neighbourhood teams",
        wording="That the formula itself be explained to a later meeting.",
        source=Passage(PRECEPT, opening="The Chair asked that the formula itself be explained"),
        addressee="police-and-crime-commissioner",
        lead="Chief Finance Officer",
        target="Fri -3",
    ),
)
