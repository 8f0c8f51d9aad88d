"""Dates that follow from other dates, above all the time allowed to respond. Plain Python, no rows."""

import calendar
import datetime

from meetings.municipal_years import municipal_year_label

CRIME_AND_DISORDER_DAYS = 28
"""SI 2009/942 reg 7 and SI 2013/218 reg 22: 28 days. From memory of the regulations, so pages say “normally”."""

EXECUTIVE_MONTHS = 2
"""Local Government Act 2000 s.9FE: two months beginning with the date of receipt of the report or, if later, the
notice."""


def reference(prefix: str, first_year: int, sequence: int) -> str:
    """The reference a council prints: “SSC (17/18) 01”."""
    return f"{prefix} ({municipal_year_label(first_year)}) {sequence:02d}"


def months_beginning_with(on: datetime.date, months: int) -> datetime.date:
    """The last day of a period of months “beginning with” a day, which counts it: 24 March and two months give 23
    May."""
    year, month = divmod(on.month - 1 + months, 12)
    year, month = on.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    if on.day > last:
        return datetime.date(year, month, last)
    return datetime.date(year, month, on.day) - datetime.timedelta(days=1)


def response_due(
    body_kind: str, *, received_on: datetime.date | None, notice_on: datetime.date | None
) -> datetime.date | None:
    """When a response is due, from the later of receipt and notice; None where no time is set or nothing was sent yet.

    The executive and directorates have two months, responsible authorities and NHS bodies 28 days; other partners
    have none.
    """
    dates = [date for date in (received_on, notice_on) if date is not None]
    if not dates:
        return None
    start = max(dates)
    if body_kind in ("executive", "directorate"):
        return months_beginning_with(start, EXECUTIVE_MONTHS)
    if body_kind in ("responsible_authority", "health"):
        return start + datetime.timedelta(days=CRIME_AND_DISORDER_DAYS)
    return None


def days_late(target_on: datetime.date | None, *, on: datetime.date) -> int:
    """Whole days past the target; 0 where it is not past, or there is none."""
    return max((on - target_on).days, 0) if target_on else 0
