"""The review of young people and online safety, round by round: what was reported, and what the committee said."""

from recommendations.choices import Outcome, Standing
from scrutiny.demo.cast import IRIS, MARIAN, PAUL, TOM
from scrutiny.demo.northmoor import Passage
from scrutiny.demo.scenes import Close, Extend, KeepOpen, Proof, Report, Scene


def limb(number: int) -> Passage:
    """Of the resolution on the second report of progress."""
    return Passage("15-safer-communities-second-progress", item="60", resolution=str(number))


FIRST_YEAR: tuple[Scene, ...] = (
    Report(
        day="Fri -66",
        key="online-1",
        by=PAUL,
        standing=Standing.ON_TRACK,
        text="The board has agreed to add the priority when it next reviews its plan. A workshop with the partners is "
        "to be held within the quarter.",
    ),
    Report(
        day="Fri -66",
        key="online-3",
        by=PAUL,
        standing=Standing.ON_TRACK,
        text="A letter went to the research office of the University on the day after the Committee met, with the "
        "report and the wording of the recommendation. No reply so far.",
    ),
    Report(
        day="Thu -54",
        as_at="Thu -54",
        key="online-1",
        by=PAUL,
        standing=Standing.ON_TRACK,
        text="The online safety of young people is the fourth priority of the Partnership’s plan. The Strategic "
        "Manager, Community Safety, is its lead.\n\nAn action plan is in draft and goes to the board within the "
        "quarter.",
        expected="Fri -40",
    ),
    Report(
        day="Fri -54",
        key="online-2",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="The pack has gone to 40 of the 61 schools for which Cabinet found the money. The other 21 have been "
        "slow to answer; each is being telephoned.",
        expected="Fri -44",
    ),
    Report(
        day="Fri -54",
        key="online-3",
        by=PAUL,
        standing=Standing.AT_RISK,
        text="A second letter was sent, and the press office was telephoned. It promised to pass the matter on. "
        "Nothing has been heard since.",
    ),
    Report(
        day="Fri -54",
        key="online-4",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="The Association wrote to every chair of governors. 41 secondary schools and 64 primary schools have "
        "named a governor.",
        named="governors",
    ),
    Report(
        day="Fri -54",
        key="online-5",
        by=PAUL,
        standing=Standing.NOT_STARTED,
        text="Northmoor Police is considering how schools might be told sooner. It has named neither an officer nor a "
        "date.",
    ),
    Report(
        day="Fri -54",
        key="online-6",
        by=TOM,
        standing=Standing.ON_TRACK,
        text="Two of the twelve evenings have been held, at Hollinbeck and Moorgate. 170 people came, and 31 families "
        "used the crèche.",
    ),
    Report(
        day="Fri -54",
        key="online-7",
        by=TOM,
        standing=Standing.ON_TRACK,
        text="Twelve of the fifteen libraries have had a helper trained. The last three follow at the college’s next "
        "course.",
    ),
    Report(
        day="Tue -51",
        key="online-4",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="The figure for secondary schools was wrong: 31 had named a governor, not 41. The county has 36. The "
        "figure for primary schools stands.",
        as_at="Fri -54",
        corrects="governors",
    ),
    Report(
        day="Fri -39",
        key="online-1",
        by=IRIS,
        standing=Standing.ON_TRACK,
        text="The board has agreed the action plan: 17 actions, each with a partner who leads it and a date.",
        evidence=(
            Proof(
                label="Action plan, fourth priority",
                url="https://www.northmoor.example/partnership/online-safety-action-plan",
            ),
        ),
    ),
    Report(
        day="Fri -39",
        key="online-3",
        by=IRIS,
        standing=Standing.AT_RISK,
        text="The Chair’s letter to the Vice-Chancellor was acknowledged by an assistant. I have asked the assistant "
        "by telephone, twice, to whom it was passed.",
    ),
)

SECOND_ROUND: tuple[Scene, ...] = (
    Report(
        day="Fri -28",
        key="online-1",
        by=IRIS,
        standing=Standing.COMPLETE,
        text="The plan carries the priority, with a lead and an action plan. Nine of its 17 actions are done. It is "
        "proposed that the recommendation be closed: what remains is reported to the board every quarter.",
        evidence=(
            Proof(
                label="The Partnership’s plan",
                url="https://www.northmoor.example/partnership/plan",
            ),
        ),
    ),
    Report(
        day="Fri -28",
        key="online-2",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="All 61 schools have the pack. The money is for one year; a second year is being considered with the "
        "budget.",
        exempt_text="The writers of the pack have offered a second year at £121 for each school, if all 61 sign "
        "before the end of the term. The offer is not known to other buyers.",
        exempt_paragraphs="3",
        expected="Fri +18",
    ),
    Report(
        day="Fri -28",
        key="online-3",
        by=IRIS,
        standing=Standing.AT_RISK,
        text="There has been no answer. The researcher who led the study has moved to another university, and we "
        "should like to try to reach her.\n\nWe ask that the target be put back by nine months.",
        expected="Fri +13",
    ),
    Report(
        day="Fri -28",
        key="online-4",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="33 of 36 secondary schools and 118 of 164 primary schools have named a governor. The handbook has the "
        "form of words.",
        expected="Fri +20",
    ),
    Report(
        day="Fri -28",
        key="online-5",
        by=IRIS,
        standing=Standing.COMPLETE,
        text="The police have tried it for six weeks in two clusters: 14 schools were told of an incident, eleven of "
        "them within five working days. Inspector Varga is responsible. The police regard the recommendation as "
        "carried out as far as it can be.",
    ),
    Report(
        day="Fri -28",
        key="online-6",
        by=TOM,
        standing=Standing.ON_TRACK,
        text="Seven of the twelve evenings have been held, for 610 parents. The other five have dates.",
        expected="Fri -4",
    ),
    Report(
        day="Fri -28",
        key="online-7",
        by=TOM,
        standing=Standing.COMPLETE,
        text="Every one of the 34 libraries has a trained helper on at least one evening and on Saturdays. They were "
        "asked for help by 2,300 people in six months.",
        evidence=(
            Proof(
                label="Tally of the helpers, by library",
                file_name="digital-helpers-tally.csv",
                text="Library,Evenings a week,Saturdays,People helped in six months\nMoorgate,2,yes,311\n"
                "Hollinbeck,2,yes,287\nThornley,1,yes,96\nUpper Moor,1,yes,58\nThe other 30 libraries,31,yes,1548\n",
            ),
        ),
    ),
    Close(day="Tue -25", key="online-1", resolution=limb(2), outcome=Outcome.ACHIEVED),
    Close(day="Tue -25", key="online-7", resolution=limb(3), outcome=Outcome.ACHIEVED),
    Extend(
        day="Tue -25",
        key="online-3",
        resolution=limb(4),
        target="Fri +13",
        reason="The researcher has moved and is to be asked directly.",
    ),
    KeepOpen(
        day="Tue -25",
        key="online-5",
        resolution=limb(5),
        standing=Standing.AT_RISK,
        reason="A trial in two clusters out of twelve is not what was recommended.",
    ),
)

THIRD_ROUND: tuple[Scene, ...] = (
    Report(
        day="Fri -16",
        key="online-3",
        by=IRIS,
        standing=Standing.AT_RISK,
        text="We have found the researcher. She is willing to share her findings, but they belong to the University, "
        "whose leave she has asked for. That makes five requests in all.",
        expected="Fri +13",
    ),
    Report(
        day="Fri -10",
        key="online-5",
        by=IRIS,
        standing=Standing.SLIPPED,
        text="Five of the twelve clusters are covered. One of the two vacant liaison posts has been filled; the other "
        "has been advertised again.",
        expected="Fri +16",
    ),
    Report(
        day="Fri -8",
        key="online-4",
        by=MARIAN,
        standing=Standing.ON_TRACK,
        text="35 of 36 secondary schools and 139 of 164 primary schools have named a governor.",
        expected="Fri +20",
    ),
    Report(
        day="Thu -2",
        key="online-6",
        by=TOM,
        standing=Standing.COMPLETE,
        text="All twelve evenings have been held. **1,046 parents** came; 212 families used a crèche and four "
        "evenings had an interpreter.\n\nIt is proposed that the recommendation be closed.",
        evidence=(
            Proof(
                label="Attendance at the twelve evenings",
                file_name="parents-evenings.csv",
                text="Cluster,Parents,Families using the crèche,Interpreter\nHollinbeck,92,17,no\nMoorgate,78,14,yes\n"
                "Thornley,61,12,no\nUpper Moor,44,9,no\nThe other eight clusters,771,160,in three\n",
            ),
            Proof(
                label="What parents said of the evenings",
                url="https://www.northmoor.example/scrutiny/parents-evenings",
            ),
        ),
    ),
    Report(
        day="Thu -1",
        key="online-2",
        by=MARIAN,
        standing=Standing.AT_RISK,
        text="The year that was paid for ends within four months, and the budget for a second is not yet settled. 22 "
        "of the 61 schools say that they could not go on by themselves.",
        expected="Fri +18",
        waits=True,
    ),
    Report(
        day="Fri -1",
        key="online-3",
        by=IRIS,
        standing=Standing.AT_RISK,
        text="The University’s leave has not been given. I have",
        draft=True,
    ),
)

SCENES = (*FIRST_YEAR, *SECOND_ROUND, *THIRD_ROUND)
