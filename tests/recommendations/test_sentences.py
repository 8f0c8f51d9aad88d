"""Words made from dates and minutes."""

import pytest

from recommendations.sentences import (
    asks_for_information,
    kept_to,
    late,
    length_of_time,
    proposed_title,
    resolved_wording,
    when_due,
)
from tests.recommendations.history import day


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (20, "20 days"),
        (21, "3 weeks"),
        (90, "12 weeks"),
        (91, "2 months"),
        (365, "12 months"),
        (729, "23 months"),
        (730, "2 years"),
    ],
)
def test_time_is_told_as_people_tell_it(days: int, words: str) -> None:
    assert length_of_time(days) == words


def test_late_and_due_are_told_in_words() -> None:
    due_on = day("2026-09-15")
    assert late(due_on, on=due_on) == ""
    assert late(due_on, on=day("2026-09-16")) == "1 day late"
    assert when_due(due_on, on=day("2026-09-27")) == "12 days late"
    assert when_due(due_on, on=due_on) == "due today"
    assert when_due(due_on, on=day("2026-08-11")) == "due in 5 weeks"
    assert kept_to(due_on, due_on=due_on) == "on the day"
    assert kept_to(day("2026-09-14"), due_on=due_on) == "in time"
    assert kept_to(day("2026-09-18"), due_on=due_on) == "3 days late"


@pytest.mark.parametrize(
    ("stem", "text", "wording"),
    [
        (
            "Resolved – that the committee:",
            "asks the Cabinet for more buses.",
            "That the committee asks the Cabinet for more buses.",
        ),
        ("RESOLVED: That", "the report be noted.", "That the report be noted."),
        ("Resolved - That the Committee:", "Asks the Cabinet for more buses.", "Asks the Cabinet for more buses."),
        ("", "that the report be noted.", "that the report be noted."),
        ("Resolved:", "that the report be noted.", "that the report be noted."),
    ],
)
def test_a_limb_is_joined_to_its_stem_where_the_sentence_goes_on(stem: str, text: str, wording: str) -> None:
    assert resolved_wording(stem, text) == wording


@pytest.mark.parametrize(
    ("wording", "title"),
    [
        ("Members asked for a list of libraries without a computer.", "A list of libraries without a computer"),
        ("That the committee asks the Cabinet to keep two computers.", "Keep two computers"),
        ("That two computers be kept in every library. It costs little.", "Two computers be kept in every library"),
        ("That the Cabinet be asked to mend the roof", "Mend the roof"),
        ("Cllr Bell asked for the figures by ward.", "The figures by ward"),
        (
            "That every bus route which serves a village be looked at again before the end of the year",
            "Every bus route which serves a village be looked at again before the…",
        ),
        (
            "That the Cabinet provide measurable targets for each bus route.",
            "Provide measurable targets for each bus route",
        ),
        ("That the Cabinet Member for Roads and Transport should mend the roof; and", "Mend the roof"),
        ("the Cabinet publish its plan by May 2026; and", "Publish its plan by May 2026"),
        ("That the committee and the Cabinet be asked to assess the need, or", "Assess the need"),
        ("That officers be asked to assess the need;", "Assess the need"),
        ("Recommends to the Cabinet that it keep two computers.", "Keep two computers"),
        ("That the Cabinet response be noted.", "The Cabinet response be noted"),
        ("That the committee notes the report.", "The committee notes the report"),
        ("That the Cabinet be thanked.", "The Cabinet be thanked"),
        ("", ""),
    ],
)
def test_a_title_is_what_is_asked_without_who_asks(wording: str, title: str) -> None:
    assert proposed_title(wording) == title


def test_words_that_ask_to_be_told_are_known() -> None:
    assert asks_for_information("Members asked for a list of libraries.")
    assert asks_for_information("The panel requested to receive the figures.")
    assert not asks_for_information("That the committee asks the Cabinet to keep two computers.")
