"""Dates as minutes print them: "Tuesday, 12th November, 2013", "26 FEBRUARY 2020", "18/06/2012"."""

import datetime
import re

from .formulas import ROOM

_MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth"),
    ("april", "ebrill"),
    ("may", "mai"),
    ("june", "mehefin"),
    ("july", "gorffennaf"),
    ("august", "awst"),
    ("september", "medi"),
    ("october", "hydref"),
    ("november", "tachwedd"),
    ("december", "rhagfyr"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NUMBER_OF |= {names[0][:3]: number for number, names in enumerate(_MONTHS, 1)} | {"sept": 9}
MONTH = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_WELSH_DAY = r"dydd\s(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)"
WEEKDAY = rf"(?:{_WELSH_DAY}|(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?)"
_ORDINAL = r"(?:st|nd|rd|th|af|ail|il|ydd|fed|ed|eg|ain)"
_DATE = re.compile(
    rf"""\b(?:{WEEKDAY}\.?,?\s+)?(?:the\s+)?
    (?:(?P<day>\d{{1,2}})\s?{_ORDINAL}?\s+(?:day\s+of\s+|of\s+)?(?P<month>{MONTH})\b\.?,?\s+(?P<year>\d{{4}})\b
    |(?P<month2>{MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})\b
    |(?P<iso>\d{{4}})-(?P<month4>\d{{2}})-(?P<day4>\d{{2}})\b
    |(?P<day3>\d{{1,2}})[/.](?P<month3>\d{{1,2}})[/.](?P<year3>\d{{4}}|\d{{2}})\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_AROUND = re.compile(
    rf"\b(?:(?:meeting )?date(?: and time)?(?: of (?:the )?meeting)?|{WEEKDAY}|dyddiad(?: y cyfarfod)?"
    r"|meeting(?=\s+(?:held|on|of)\b)|held|on|at|time|from|to|commencing|starting|noon|midday|hours|hrs|gmt|bst)\b"
    r"|\d{1,2}[.:]\d{2}|\d{1,2}\s?(?=[ap]\.?m)|[ap]\.?m\b\.?|[\s,.:;()|–-]",
    re.IGNORECASE,
)

_ROOM = re.compile(rf"(?:,|\s[-–—]|\s(?:at|in))\s+(?:the\s+)?(?P<room>{ROOM})\.?\Z")


def find_date(text: str) -> datetime.date | None:
    """The first date in the text that is in the calendar."""
    for found in _DATE.finditer(text):
        if date := _as_date(found):
            return date
    return None


def span_of_date(text: str) -> tuple[int, int] | None:
    """Where the first date stands, with its weekday."""
    found = _DATE.search(text)
    return found.span() if found and _as_date(found) else None


def is_date_line(text: str) -> bool:
    """Whether the line holds a date and nothing else but weekday, time, "held on" and, behind a comma, the room."""
    if len(text) > 120 or not any(character.isdigit() for character in text):
        return False
    found = _DATE.search(text)
    if found is None or not _as_date(found):
        return False
    behind = _ROOM.sub("", text[found.end() :], count=1)
    return not _AROUND.sub("", text[: found.start()] + behind)


def _as_date(found: re.Match[str]) -> datetime.date | None:
    day = found["day"] or found["day2"] or found["day3"] or found["day4"]
    year = int(found["year"] or found["year2"] or found["year3"] or found["iso"])
    name = found["month"] or found["month2"]
    month = _NUMBER_OF[name.lower()] if name else int(found["month3"] or found["month4"])
    if year < 100:
        year += 2000
    try:
        date = datetime.date(year, month, int(day))
    except ValueError:
        return None
    return date if 1800 <= year <= 2199 else None
