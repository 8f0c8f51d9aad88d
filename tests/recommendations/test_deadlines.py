"""Dates that follow from other dates."""

import datetime

import pytest

from recommendations.deadlines import (
    days_late,
    months_beginning_with,
    reference,
    response_due,
)
from tests.recommendations.history import day


def test_a_reference_has_two_figures_and_more_where_it_needs_them() -> None:
    assert reference("SSC", 2017, 1) == "SSC (17/18) 01"
    assert reference("SSC", 2017, 104) == "SSC (17/18) 104"


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2019-03-24", 2, "2019-05-23"),
        ("2019-12-31", 2, "2020-02-29"),
        ("2018-12-31", 2, "2019-02-28"),
        ("2020-12-30", 2, "2021-02-28"),
        ("2019-12-29", 2, "2020-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2019-11-01", 2, "2019-12-31"),
        ("2019-07-31", 1, "2019-08-30"),
        ("2019-08-31", 1, "2019-09-30"),
    ],
)
def test_a_period_that_begins_with_a_day_counts_it(first: str, months: int, last: str) -> None:
    assert months_beginning_with(day(first), months) == day(last)


@pytest.mark.parametrize(
    ("kind", "received", "notice", "due"),
    [
        ("executive", "2019-03-24", None, "2019-05-23"),
        ("executive", "2019-03-24", "2019-03-26", "2019-05-25"),
        ("executive", "2019-03-26", "2019-03-24", "2019-05-25"),
        ("directorate", None, "2019-03-24", "2019-05-23"),
        ("responsible_authority", "2020-02-01", None, "2020-02-29"),
        ("health", "2019-02-01", None, "2019-03-01"),
        ("partner", "2019-03-24", "2019-03-24", None),
        ("executive", None, None, None),
    ],
)
def test_the_time_to_respond_runs_from_receipt_or_a_later_notice(
    kind: str, received: str | None, notice: str | None, due: str | None
) -> None:
    found = response_due(
        kind, received_on=day(received) if received else None, notice_on=day(notice) if notice else None
    )
    assert found == (day(due) if due else None)


def test_nothing_is_late_on_its_day() -> None:
    on = datetime.date(2026, 9, 15)
    assert days_late(on, on=on) == 0
    assert days_late(on, on=datetime.date(2026, 9, 16)) == 1
    assert days_late(on, on=datetime.date(2026, 9, 1)) == 0
    assert days_late(None, on=on) == 0
