"""Dates as minutes print them: "Tuesday, 12th November, 2013", "26 FEBRUARY 2020", "18/06/2012"."""

import datetime
import re

from .naming import AROUND_DATE, ROOM

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
_YEAR = r"(?:\d{4}\b|[’']?\d{2}\b(?=\s*(?:\Z|[,;)|–-]|at\b)))"
_DATE = re.compile(
    rf"""\b(?:{WEEKDAY}\.?,?\s+)?(?:the\s+)?
    (?:(?P<day>\d{{1,2}})\s?{_ORDINAL}?\s+(?:day\s+of\s+|of\s+)?(?P<month>{MONTH})\b\.?(?:\s/\s(?:{MONTH})\b)?,?\s+(?P<year>{_YEAR})
    |(?P<month2>{MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})\b
    |(?P<iso>\d{{4}})-(?P<month4>\d{{2}})-(?P<day4>\d{{2}})\b
    |(?P<day3>\d{{1,2}})(?P<part>[/.-])(?P<month3>\d{{1,2}})(?P=part)(?P<year3>\d{{4}}|(?<!-)\d{{2}})\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_AROUND = re.compile(
    rf"\b(?:{'|'.join(AROUND_DATE)}|{WEEKDAY})\b"
    r"|\d{1,2}[.:]\d{2}|\d{1,2}\s?(?=[ap]\.?m|noon)|[ap]\.?m\b\.?|[\s,.:;()|/–-]",
    re.IGNORECASE,
)

_ROOM = re.compile(rf"(?:,|\s[-–—|]|\s(?:at|in))\s+(?:the\s+)?(?P<room>{ROOM})\.?\Z")
_ROOM_BEFORE = re.compile(
    rf"\A(?i:(?:(?:the|this) meeting )?(?:was )?(?:held )?(?:(?:at|in) )?(?:the )?)(?P<room>{ROOM})"
    r"(?i:,? ?(?:on|at)| ?[,–—|:-])*\s*\Z"
)
_LINE_MOST = 160
_HEAD = 1_000
"""Characters in which a date is looked for; what says when a meeting was is no longer, and a line may be a book."""


def find_date(text: str) -> datetime.date | None:
    """The first date in the text that is in the calendar."""
    for found in _DATE.finditer(text, 0, _HEAD):
        if date := _as_date(found):
            return date
    return None


def span_of_date(text: str) -> tuple[int, int] | None:
    """Where the first date stands, with its weekday."""
    found = _DATE.search(text, 0, _HEAD)
    return found.span() if found and _as_date(found) else None


def is_date_line(text: str) -> bool:
    """Whether the line holds a date and nothing else but weekday, time, "held on" and the room, before or behind it."""
    if len(text) > _LINE_MOST or not any(character.isdigit() for character in text):
        return False
    found = _DATE.search(text)
    if found is None or not _as_date(found):
        return False
    before, behind = text[: found.start()], text[found.end() :]
    if text.isupper():
        before, behind = before.title(), behind.title()
    behind = _ROOM.sub("", behind, count=1)
    before = "" if _ROOM_BEFORE.match(before) else before
    return not _AROUND.sub("", _DATE.sub("", before + behind))


def _as_date(found: re.Match[str]) -> datetime.date | None:
    day = found["day"] or found["day2"] or found["day3"] or found["day4"]
    year = int((found["year"] or found["year2"] or found["year3"] or found["iso"]).lstrip("’'"))
    name = found["month"] or found["month2"]
    month = _NUMBER_OF[name.lower()] if name else int(found["month3"] or found["month4"])
    if year < 100:
        year += 2000
    try:
        date = datetime.date(year, month, int(day))
    except ValueError:
        return None
    return date if 1800 <= year <= 2199 else None
