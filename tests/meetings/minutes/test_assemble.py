"""Minutes from blocks: what the clerk corrects is all that counts."""

import datetime

import pytest

from meetings.minutes import Block, Caution, Implication, Kind, UnreadableMinutes, Vote, assemble, read, read_blocks


def test_a_corrected_kind_moves_a_block_among_the_resolutions() -> None:
    blocks = [Block(Kind.ITEM, "Bridges", "7"), Block(Kind.PARAGRAPH, "That the bridge be closed.")]
    before = assemble(blocks).items[0]
    after = assemble([blocks[0], Block(Kind.RESOLUTION, "That the bridge be closed.", "1")]).items[0]
    assert (len(before.paragraphs), len(before.resolutions)) == (1, 0)
    assert [(one.number, one.text, one.block) for one in after.resolutions] == [("1", "That the bridge be closed.", 1)]


def test_a_stem_with_a_number_is_a_paragraph_and_its_limbs_point_to_it() -> None:
    item = assemble(
        [
            Block(Kind.STEM, "Resolved – That the Committee:", "33.16"),
            Block(Kind.RESOLUTION, "Thanked the officers.", "1"),
        ]
    ).items[0]
    assert [(one.number, one.block) for one in item.paragraphs] == [("33.16", 0)]
    assert (item.resolutions[0].stem, item.resolutions[0].paragraph) == ("Resolved – That the Committee:", 0)


def test_a_stem_without_a_number_is_no_paragraph() -> None:
    item = assemble([Block(Kind.STEM, "Resolved:"), Block(Kind.RESOLUTION, "That it be noted.", "i")]).items[0]
    assert item.paragraphs == ()


def test_bullets_inside_a_limb_belong_to_its_wording() -> None:
    item = assemble(
        [
            Block(Kind.STEM, "RESOLVED:"),
            Block(Kind.RESOLUTION, "that the following be asked:", "a"),
            Block(Kind.RESOLUTION, "the parish", None, level=1),
        ]
    ).items[0]
    assert [one.text for one in item.resolutions] == ["that the following be asked:\nthe parish"]


def test_an_action_points_to_the_block_that_holds_it() -> None:
    item = assemble(
        [Block(Kind.PARAGRAPH, "The lane floods. It was agreed that drains be cleared. [Action: Head of Roads]", "4.1")]
    ).items[0]
    action = item.actions[0]
    assert (action.owner, action.text, action.implied, action.block, action.phrase) == (
        "Head of Roads",
        "It was agreed that drains be cleared.",
        False,
        0,
        "[Action: Head of Roads]",
    )


def test_a_suggested_action_says_what_made_it() -> None:
    action = assemble([Block(Kind.PARAGRAPH, "The Clerk agreed to circulate the figures.")]).items[0].actions[0]
    assert (action.implied, action.owner, action.phrase) == (True, "Clerk", "agreed to circulate")


def test_an_owner_alone_takes_the_paragraph_before_it_and_no_suggestion_is_left() -> None:
    blocks = [Block(Kind.PARAGRAPH, "The Clerk agreed to circulate the figures."), Block(Kind.ACTION, "ACTION: Clerk")]
    assert [(one.owner, one.implied, one.block) for one in assemble(blocks).items[0].actions] == [("Clerk", False, 0)]


def test_questions_are_asked_and_not_requested() -> None:
    asked = "A Member asked if officers would send a list, and whether it had been asked for before."
    assert assemble([Block(Kind.PARAGRAPH, asked)]).items[0].actions == ()


@pytest.mark.parametrize(
    "told",
    [
        "The Panel considered a report which invited the Board to review the lane.",
        "The Clerk presented the plan and asked Members to consider the dates.",
        "The report, which asked the Committee to give its views, was taken as read.",
    ],
)
def test_what_a_report_asks_of_the_meeting_is_no_task(told: str) -> None:
    assert assemble([Block(Kind.PARAGRAPH, told)]).items[0].actions == ()


def test_three_lines_of_counts_are_one_vote() -> None:
    votes = assemble([Block(Kind.VOTE, "For: 6"), Block(Kind.VOTE, "Against: two"), Block(Kind.VOTE, "Abstentions: 1")])
    assert votes.items[0].votes == (Vote("For: 6\nAgainst: two\nAbstentions: 1", 6, 2, 1, False, 0),)


def test_names_with_their_number_behind_them_are_one_vote() -> None:
    lines = [
        "FOR: Councillors Ash, Birch and Cole (3)",
        "AGAINST: Councillors Dow and Ewing (2)",
        "ABSTAINED: The Mayor (1)",
    ]
    votes = assemble([Block(Kind.VOTE, line) for line in lines]).items[0].votes
    assert [(vote.votes_for, vote.votes_against, vote.abstentions) for vote in votes] == [(3, 2, 1)]


def test_counts_over_the_names_of_those_who_voted_are_one_vote_with_that_of_the_resolution() -> None:
    lines = [
        "Councillors voting for the motion (2)",
        "Ash, Birch.",
        "Councillors voting against the motion (1)",
        "Cole.",
    ]
    named = [Block(Kind.TABLE, line) for line in lines]
    resolved = [Block(Kind.STEM, "RESOLVED: (by 2 votes to 1)"), Block(Kind.RESOLUTION, "That the ferry be kept.")]
    votes = assemble([*named, *resolved]).items[0].votes
    assert [(vote.votes_for, vote.votes_against, vote.abstentions) for vote in votes] == [(2, 1, None)]


def test_votes_in_words_and_the_casting_vote() -> None:
    said = "Nine voted for the plan and nine against, and the Chair used her casting vote."
    vote = assemble([Block(Kind.VOTE, said)]).items[0].votes[0]
    assert (vote.votes_for, vote.votes_against, vote.casting) == (9, 9, True)


@pytest.mark.parametrize(
    ("line", "committee", "date"),
    [
        ("Housing Panel - Thursday, 9th May, 2024 2.00 pm", "Housing Panel", "2024-05-09"),
        ("Meeting: 18/06/2024 - Housing Panel (Item 12)", "Housing Panel", "2024-06-18"),
        ("Meeting of Cabinet, Monday, 4th March, 2024 6.00 pm (Item 9.)", "Cabinet", "2024-03-04"),
        ("Decided at meeting: 17/09/2019 - Audit Panel", "Audit Panel", "2019-09-17"),
        ("MINUTES OF THE MEETING OF QUAY TOWN COUNCIL HELD ON 26 FEBRUARY 2020", "Quay Town Council", "2020-02-26"),
        ("Minutes of a meeting of the Audit Panel held on 1st May 2020", "Audit Panel", "2020-05-01"),
        ("Health Board held on Monday 3 June 2019", "Health Board", "2019-06-03"),
    ],
)
def test_the_meetings_own_line_names_committee_and_date(line: str, committee: str, date: str) -> None:
    minutes = assemble([Block(Kind.TITLE, line)])
    assert (minutes.committee, minutes.date) == (committee, datetime.date.fromisoformat(date))


def test_a_date_in_the_narrative_is_not_the_meetings() -> None:
    minutes = read(
        "Agenda item\n\nTolls\n\nMinutes:\n\nAt its meeting on 5 May 2020 the Audit Panel had agreed the tolls.\n"
    )
    assert (minutes.committee, minutes.date) == (None, None)


def test_an_impossible_date_is_no_date() -> None:
    assert assemble([Block(Kind.DATE, "31 February 2020")]).date is None


def test_several_meetings_on_one_page_are_told() -> None:
    page = "Issue - meetings\n\nTolls\n\nMeeting: 01/02/2020 - Board (Item 1)\n\n1 Tolls\n\nMinutes:\n\nX was said.\n\n"
    warnings = read(page + "Meeting: 01/03/2020 - Board (Item 4)\n\n4 Tolls\n\nMinutes:\n\nY was said.\n").warnings
    assert warnings == ("This page holds several meetings; date and committee are those of the first.",)


def test_a_skipped_number_is_told_with_its_line() -> None:
    text = "Agenda item\n\nTolls\n\nMinutes:\n\n4.1 One was said.\n\n4.3 Three was said.\n"
    assert read_blocks(text).warnings == (Caution(9, "number 4.3 follows 4.1."),)
    assert str(read_blocks(text).warnings[0]) == "Line 9: number 4.3 follows 4.1."


def test_a_number_that_may_be_the_next_item_is_told() -> None:
    text = "Minutes of the Toll Board held on 1 May 2024\n\n75 TOLLS\n\nOne was said.\n\n"
    text += "76. It was said that boats pay too.\n\n78 BOATS\n\nTwo was said.\n"
    assert read(text, "text").warnings == ("Line 7: number 76 stands in item 75; is it an item?",)


def test_an_answer_that_never_closes_is_told() -> None:
    text = "Agenda item\n\nTolls\n\nMinutes:\n\n(1) Who pays?\n\n"
    text += "[The Chair said that all did.\n\nRESOLVED: That it be noted.\n"
    reading = read_blocks(text)
    assert [str(warning) for warning in reading.warnings] == [
        "Line 9: the bracket round this answer is not closed; the answer is read as one paragraph."
    ]
    assert assemble(reading.blocks).items[0].resolutions[0].text == "That it be noted."


@pytest.mark.parametrize(
    "row",
    [
        None,
        [],
        {"kind": "poem", "text": ""},
        {"kind": "paragraph", "text": 3},
        {"kind": "paragraph", "text": "", "level": -1},
        {"kind": "paragraph", "text": "", "level": True},
        {"kind": "paragraph", "text": "", "number": 7},
    ],
)
def test_a_working_copy_that_is_not_ours_is_refused(row: object) -> None:
    with pytest.raises(UnreadableMinutes) as refusal:
        Block.from_json(row)
    assert "\n" not in str(refusal.value)


def test_nothing_makes_no_minutes() -> None:
    assert assemble([]).items == ()


def test_the_text_below_a_reports_heading_is_all_one_implication() -> None:
    header = "Report to: Pools Panel\nTitle: Lessons\n\n"
    report = f"{header}1. Purpose\n\n1.1 To tell.\n\n2. Recommendations\n\n2.1 That it be noted.\n\n"

    minutes = read(report + "3. Financial implications\n\n3.1 It costs £40,000.\n\n3.2 Half is paid by schools.\n")

    assert minutes.implications == (
        Implication("Financial implications", "It costs £40,000.\nHalf is paid by schools."),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("PRESENT:   Councillor A. Birch (Chair)", ("Councillor A. Birch (Chair)",)),
        ("PRESENNOL / PRESENT: Cynghorwyr Huws a Price", ("Cynghorwyr Huws a Price",)),
        ("Sederunt:", ()),
        ("ALSO PRESENT: Inspector L. Holt", ("ALSO PRESENT: Inspector L. Holt",)),
        ("In attendance: the Clerk", ("In attendance: the Clerk",)),
    ],
)
def test_those_present_are_named_without_the_label_that_only_says_so(line: str, said: tuple[str, ...]) -> None:
    assert assemble([Block(Kind.PRESENT, line)]).present == said
