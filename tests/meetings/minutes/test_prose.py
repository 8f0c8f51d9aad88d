"""Prose that decides, and prose that only tells of a decision: a false resolution is worse than a missed one."""

import pytest

from meetings.minutes import read

PAGE = "Agenda item\n\nFerry\n\nMinutes:\n\nThe Engineer spoke of the ferry.\n\n"


def decided(sentence: str) -> list[str]:
    return [resolution.text for item in read(f"{PAGE}{sentence}\n").items for resolution in item.resolutions]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee agreed to hold a workshop in June.",
        "The motion was put to the vote and was carried.",
        "The application was refused.",
        "The following payments were approved: rope, £12; paint, £9.",
        "The work plan was agreed with the addition of the ferry.",
        "The minutes of 3 May were approved and signed, proposed by Cllr Ash and seconded by Cllr Birch.",
        "The Mayor signed the minutes of 3 May as a correct record.",
        "The confidential report was noted.",
    ],
)
def test_prose_decides(sentence: str) -> None:
    assert decided(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members agreed to disagree.",
        "The motion was carried in 2019 but nothing came of it.",
        "The application was refused by the inspector in 2020.",
        "The Cabinet agreed in June that the pool would close.",
        "The Council approved the plan in 2018 and it was now out of date.",
        "It was agreed by officers and residents that the ramp was steep.",
        "The following payments were approved last month and were paid.",
        "The price was agreed with the owner, subject to a survey.",
        "Members recalled that in June they had AGREED to buy a pump.",
        "He said that it was RESOLVED to close the pool.",
        "Councillor Reed said that the report had been noted at the last meeting.",
    ],
)
def test_what_is_only_told_of_is_no_decision(sentence: str) -> None:
    assert decided(sentence) == []
