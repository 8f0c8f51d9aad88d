"""Municipal years, and how they are written."""

import datetime

import pytest

from meetings.municipal_years import municipal_year, municipal_year_label, municipal_year_name


@pytest.mark.parametrize(
    ("on", "first_year", "name", "label"),
    [
        ("1999-05-01", 1999, "1999/00", "99/00"),
        ("2018-04-30", 2017, "2017/18", "17/18"),
        ("2018-05-01", 2018, "2018/19", "18/19"),
        ("2019-12-31", 2019, "2019/20", "19/20"),
        ("2020-01-01", 2019, "2019/20", "19/20"),
        ("2100-04-30", 2099, "2099/00", "99/00"),
    ],
)
def test_a_municipal_year_begins_on_the_first_of_may(on: str, first_year: int, name: str, label: str) -> None:
    assert municipal_year(datetime.date.fromisoformat(on)) == first_year
    assert (municipal_year_name(first_year), municipal_year_label(first_year)) == (name, label)
