"""What a paper says where the clerk has written nothing."""

from datetime import date
from typing import Any

import pytest

from recommendations.choices import Outcome, Standing
from recommendations.reports.paper import Citation, FormalResponse, ProgressRow, ReportedUpdate
from recommendations.reports.position import Position
from recommendations.reports.wording import in_words, listed, named, proposed_texts, proposed_title

UPDATE = ReportedUpdate(date(2019, 2, 1), "Two road shows were held.", "Head of Youth Services")


def a_row(number: int | None = 1, standing: str = Standing.ON_TRACK, **fields: Any) -> ProgressRow:
    given = {"update": UPDATE} | fields
    return ProgressRow(
        reference=f"SCC (17/18) {number or 9:02d}",
        number=number,
        url=f"/recommendations/scc-17-18-{number or 9:02d}/",
        wording="That young people be told.",
        addressee=given.pop("addressee", "Cabinet"),
        responsible="Head of Youth Services",
        standing=standing,
        standing_label=Standing(standing).label,
        **given,
    )


def a_position(*rows: ProgressRow, **fields: Any) -> Position:
    given = {"agreed": None, "received_on": None, "report_url": ""} | fields
    return Position(title="Young people online", as_at=date(2019, 2, 22), rows=rows, **given)


def texts(*rows: ProgressRow, **fields: Any) -> dict[str, str]:
    return proposed_texts(a_position(*rows, **fields), contact="", appendix="Appendix 2")


def counts(*rows: ProgressRow) -> str:
    """The sentence of the background that counts."""
    return texts(*rows)["background"].split("\n\n")[0].removesuffix(" Appendix 2 gives the position of each.")


def test_the_purpose_names_the_review_and_the_date() -> None:
    assert texts()["purpose"] == (
        "To tell members what has been done on the recommendations of the review “Young people online”, "
        "as at 22 February 2019."
    )


@pytest.mark.parametrize(
    ("standings", "said"),
    [
        (["on_track"], "The one recommendation of the review is on track."),
        (["slipped", "slipped"], "Both recommendations of the review have slipped."),
        (["at_risk"] * 3, "All three recommendations of the review are at risk."),
        (
            ["on_track", "slipped", "on_track"],
            "Of the three recommendations of the review, two are on track and one has slipped.",
        ),
        (
            ["awaiting_response", "not_started", "paused", "complete"],
            (
                "Of the four recommendations of the review, one is proposed as complete, one is paused, "
                "one has not been started and one awaits a response."
            ),
        ),
        (["on_track"] * 13, "All 13 recommendations of the review are on track."),
    ],
)
def test_how_many_stand_where_is_said_in_words(standings: list[str], said: str) -> None:
    assert counts(*(a_row(n, standing) for n, standing in enumerate(standings, start=1))) == said


def test_closed_ones_are_counted_by_how_they_ended() -> None:
    rows = [
        a_row(1, Standing.CLOSED, outcome=Outcome.ACHIEVED),
        a_row(2, Standing.CLOSED, outcome=Outcome.NOT_FEASIBLE),
        a_row(3, Standing.CLOSED, outcome=Outcome.ACHIEVED),
        a_row(4),
    ]
    assert counts(*rows) == (
        "Of the four recommendations of the review, two are closed as achieved, "
        "one is closed as no longer feasible and one is on track."
    )


def test_a_review_without_recommendations_says_so() -> None:
    assert texts()["background"] == "The review has made no recommendations that can be reported in public."


def test_the_background_begins_with_the_resolution_that_agreed_the_report() -> None:
    agreed = Citation("Resolution 1", "/meetings/scc/2018-03-27/33/#r1", date(2018, 3, 27))
    assert texts(a_row(), agreed=agreed)["background"].split("\n\n")[0] == (
        "The committee agreed the report of the review at its meeting on 27 March 2018 (resolution 1)."
    )


DUE = date(2018, 5, 23)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"responses": [date(2018, 5, 23)]}], "Cabinet responded on 23 May 2018, within the time allowed."),
        (
            [{"responses": [date(2018, 6, 4)]}],
            "Cabinet responded on 4 June 2018, after the time allowed, which ended on 23 May 2018.",
        ),
        (
            [{"responses": [date(2018, 5, 1)]}, {"responses": [date(2018, 5, 20)]}],
            "Cabinet responded between 1 May 2018 and 20 May 2018, within the time allowed.",
        ),
        (
            [{"responses": [date(2018, 5, 1), date(2018, 9, 1)]}],
            "Cabinet responded on 1 May 2018, within the time allowed.",
        ),
        ([{"responses": [date(2018, 5, 1)], "response_due_on": None}], "Cabinet responded on 1 May 2018."),
        (
            [{"responses": [date(2018, 5, 1)]}, {"standing": Standing.AWAITING_RESPONSE}],
            (
                "Cabinet responded to recommendation 1 on 1 May 2018, within the time allowed. "
                "No response to recommendation 2 has been received from Cabinet; it was due by 23 May 2018."
            ),
        ),
        (
            [{"standing": Standing.AWAITING_RESPONSE, "response_due_on": date(2019, 3, 1)}],
            "The response of Cabinet to recommendation 1 is due by 1 March 2019.",
        ),
        (
            [{"standing": Standing.AWAITING_RESPONSE, "response_due_on": None}, {"response_due_on": None}],
            "Cabinet has not responded to recommendations 1 and 2.",
        ),
        ([{"standing": Standing.CLOSED, "outcome": Outcome.SUPERSEDED, "response_due_on": None}], ""),
    ],
)
def test_who_responded_when_and_whether_in_time(rows: list[dict[str, Any]], said: str) -> None:
    made = [
        a_row(
            n,
            needs_response=True,
            **{"response_due_on": DUE}
            | row
            | {"responses": tuple(FormalResponse("Accepted", on) for on in row.get("responses", []))},
        )
        for n, row in enumerate(rows, start=1)
    ]
    background = texts(*made, received_on=date(2018, 3, 24))["background"].split("\n\n")[0]
    assert background == f"The report was received on 24 March 2018. {said}".strip()


def test_nobody_is_said_to_be_silent_to_whom_nothing_was_sent() -> None:
    rows = [a_row(1, Standing.AWAITING_RESPONSE, needs_response=True)]
    assert "respond" not in texts(*rows)["background"]


def test_each_addressee_has_a_sentence_of_its_own() -> None:
    given: dict[str, Any] = {"needs_response": True, "responses": (FormalResponse("Accepted", date(2018, 5, 1)),)}
    rows = [a_row(1, addressee="Police", **given), a_row(2, addressee="Cabinet", **given)]
    assert texts(*rows)["background"].split("\n\n")[0] == (
        "Cabinet responded on 1 May 2018. Police responded on 1 May 2018."
    )


def test_actions_are_not_said_to_be_responded_to() -> None:
    assert "responded" not in texts(a_row())["background"]


def test_what_nobody_reported_on_and_what_is_late_is_named() -> None:
    rows = [a_row(1, is_overdue=True), a_row(2, update=None), a_row(3, Standing.SLIPPED, is_overdue=True)]
    assert texts(*rows)["background"].split("\n\n")[1:] == [
        "No update has been received on recommendation 2.",
        "Recommendations 1 and 3 are past their target dates.",
    ]


def test_nobody_is_said_to_owe_an_update_on_what_is_closed_or_awaits_a_response() -> None:
    rows = [
        a_row(1, Standing.CLOSED, outcome=Outcome.ACHIEVED, update=None),
        a_row(2, Standing.AWAITING_RESPONSE, update=None),
    ]
    assert "No update" not in texts(*rows)["background"]


def test_the_committee_is_asked_to_note_progress_to_close_and_to_look_at_what_is_late() -> None:
    rows = [
        a_row(1, Standing.COMPLETE),
        a_row(2, is_overdue=True),
        a_row(3, Standing.COMPLETE),
        a_row(
            4,
            Standing.AWAITING_RESPONSE,
            needs_response=True,
            response_due_on=date(2018, 5, 23),
            addressee="Northmoor Police",
        ),
    ]
    assert texts(*rows)["recommendations"].split("\n\n") == [
        "That the committee note the progress set out in Appendix 2.",
        "That the committee agree that recommendations 1 and 3, proposed as complete, be closed.",
        "That the committee consider recommendation 2, which is past its target date, and whether to set a later date.",
        "That the committee ask Northmoor Police to give its overdue response to recommendation 4.",
    ]


def test_when_all_are_closed_the_committee_is_asked_to_conclude() -> None:
    asked = texts(a_row(1, Standing.CLOSED, outcome=Outcome.ACHIEVED))["recommendations"].split("\n\n")
    assert asked == [
        "That the committee note the progress set out in Appendix 2.",
        "That the committee agree that monitoring of the review be concluded.",
    ]


def test_the_report_of_the_review_is_the_background_paper() -> None:
    assert texts()["background_papers"] == ""
    assert texts(report_url="https://northmoor.example/report.pdf")["background_papers"] == (
        "Young people online: report of the review, https://northmoor.example/report.pdf"
    )


def test_recommendations_are_named_by_reference_where_one_has_no_number() -> None:
    assert named([a_row(1), a_row(None)]) == "recommendations SCC (17/18) 01 and SCC (17/18) 09"
    assert named([a_row(4)]) == "recommendation 4"
    assert named([a_row(1), a_row(4), a_row(6)]) == "recommendations 1, 4 and 6"


def test_three_and_more_in_a_row_are_said_as_a_run() -> None:
    rows = [a_row(n) for n in (9, 1, 2, 3, 5, 6, 8)]
    assert named(rows) == "recommendations 1 to 3, 5, 6, 8 and 9"
    assert named([a_row(n) for n in range(1, 41)]) == "recommendations 1 to 40"


def test_numbers_and_lists_are_printed_as_in_a_paper() -> None:
    assert [in_words(0), in_words(12), in_words(13)] == ["no", "twelve", "13"]
    assert listed(["1"]) == "1"


def test_a_long_title_of_a_review_still_makes_a_title() -> None:
    assert proposed_title("Libraries") == "Libraries: progress of recommendations"
    assert proposed_title("L" * 200) == "L" * 171 + ": progress of recommendations"
