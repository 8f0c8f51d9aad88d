"""Municipal years run from 1 May to 30 April; a year is named by the one in which it begins."""

import datetime


def municipal_year(on: datetime.date) -> int:
    """The year in which the municipal year of that day began."""
    return on.year if on.month >= 5 else on.year - 1


def municipal_year_name(first_year: int) -> str:
    """2017 gives “2017/18”."""
    return f"{first_year}/{(first_year + 1) % 100:02d}"


def municipal_year_label(first_year: int) -> str:
    """2017 gives “17/18”, as it stands in a reference."""
    return municipal_year_name(first_year)[2:]
