"""Words made from dates and minutes: how late, what a passage asks. Plain Python, no rows."""

import datetime
import re

TITLE_LENGTH = 70
WEEKS_FROM, MONTHS_FROM = 21, 91
"""From three weeks on one counts in weeks, from three months on in months: nobody feels “187 days”."""

_RESOLVED = re.compile(r"^\s*(?:it was )?(?:resolved|agreed|recommended)\b[\s:–—-]*", re.IGNORECASE)
_WHO = r"(?:(?:the|an?|mr|mrs|ms|miss|dr|cllr|councillor)\s+[\w\s.,’'-]{1,60}?|members|officers)"
_ASKS = re.compile(
    rf"^(?:that\s+)?{_WHO}\s+be\s+(?:asked|requested|invited)\s+to\s+"
    rf"|^(?:that\s+)?(?:{_WHO}\s+)?"
    r"(?:asks?|asked|requests?|requested|recommends?|recommended|invites?|invited|urges?|calls on)\s+"
    r"(?:to\s+the\s+[\w\s,’']{1,60}?\s+(?=that\s))?(?:that\s+(?:(?:it|they)\s+)?|for\s+)?"
    r"(?:the\s+[\w\s,’']{1,60}?\s+(?:to|should)\s+)?",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:[Tt]hat\s+)?[Tt]he\s+(?:Cabinet|Executive|Council|[Cc]ommittee|[Pp]anel|Board|Director|Head|Chief)"
    r"(?:\s+(?:(?:and|for|of|the)\s+)*[A-Z][\w’'-]*,?)*\s+(?:should\s+|must\s+)?"
    r"(?!(?:is|are|was|were|has|had|have|can|may|will|and|or|for|of|in|on|at|to|with)\b)(?=[a-z]+(?:ss|[^s\W])\s)"
    r"(?!\w+\s+(?:be|is|are|was|were)\b)(?!be\b)"
)
"""“That the Cabinet Member for Roads mend …”: who is to do it, before what is to be done."""
_LEFT_OVER = re.compile(r"(?:[\s.;:,]|[;,]\s*(?:and|or))+$")
"""What a limb of a list ends in."""
_INFORMATION = re.compile(r"\b(?:ask(?:s|ed)?|request(?:s|ed)?)\s+(?:for|to (?:be sent|see|receive))\b", re.IGNORECASE)


def length_of_time(days: int) -> str:
    """“1 day”, “12 days”, “5 weeks”, “4 months”, “2 years”: rounded down."""
    if days >= 730:
        return f"{days // 365} years"
    if days >= MONTHS_FROM:
        return f"{days * 12 // 365} months"
    if days >= WEEKS_FROM:
        return f"{days // 7} weeks"
    return "1 day" if days == 1 else f"{days} days"


def late(due_on: datetime.date, *, on: datetime.date) -> str:
    """“12 days late”; '' where it is not."""
    days = (on - due_on).days
    return f"{length_of_time(days)} late" if days > 0 else ""


def when_due(due_on: datetime.date, *, on: datetime.date) -> str:
    """“12 days late”, “due today”, “due in 5 weeks”."""
    days = (due_on - on).days
    if days < 0:
        return late(due_on, on=on)
    return "due today" if days == 0 else f"due in {length_of_time(days)}"


def kept_to(done_on: datetime.date, *, due_on: datetime.date) -> str:
    """How something done compares with when it was due: “on the day”, “3 days late”, “in time”."""
    if done_on == due_on:
        return "on the day"
    return "in time" if done_on < due_on else late(due_on, on=done_on)


def resolved_wording(stem: str, text: str) -> str:
    """A resolution as it was resolved: a limb that goes on where its stem stops is joined to it.

    “Resolved – that the committee:” and “asks the Cabinet …” give “That the committee asks the Cabinet …”; a limb that
    is a sentence of its own stands alone.
    """
    start = _RESOLVED.sub("", stem).strip().rstrip(":").strip()
    if not start or not text[:1].islower():
        return text
    return f"{start[:1].upper()}{start[1:]} {text}"


def proposed_title(wording: str) -> str:
    """A short name for what is asked: without who asks whom, the first sentence only, never cut within a word, and
    without the “; and” with which a limb of a list ends."""
    sentence = re.split(r"(?<=[a-z)])[.;:](?:\s|$)", wording.strip(), maxsplit=1)[0].strip()
    rest = _ASKS.sub("", sentence, count=1).strip() or sentence
    rest = re.sub(r"^that\s+", "", _DOES.sub("", rest, count=1), flags=re.IGNORECASE)
    rest = _LEFT_OVER.sub("", rest)
    if len(rest) > TITLE_LENGTH:
        rest = rest[: TITLE_LENGTH + 1].rsplit(" ", 1)[0].rstrip(".;:, ") + "…"
    return rest[:1].upper() + rest[1:]


def asks_for_information(text: str) -> bool:
    """Whether words ask to be told something rather than for something to be done."""
    return bool(_INFORMATION.search(text))
