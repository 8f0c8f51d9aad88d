"""Who met, and when: read from lines that name the meeting, never from what was said at it."""

import datetime
import re
from dataclasses import dataclass

from .dates import find_date, is_date_line, span_of_date
from .formulas import BODIES
from .naming import OTHER_DAYS, PAPER, ROOM


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a line says of the meeting; `item` is the number in "(Item 12)"."""

    committee: str | None = None
    date: datetime.date | None = None
    item: str | None = None


_POST = re.compile(r"\b(?:officer|clerk|manager|director|cllr|councillor|mr|mrs|ms|dr)\b", re.IGNORECASE)
_BODY_MOST, _BODY_WORDS = 300, 14
_NAMED_APART = re.compile(r"\s[-–—]\s*\Z")
_NO_BODY = re.compile(r"\bdecisions? (?:taken|made) by\b|\bmember\Z", re.IGNORECASE)
_BODY_LAST = re.compile(rf"\b{BODIES}\)?\Z", re.IGNORECASE)
_BODY = re.compile(rf"\b{BODIES}\b", re.IGNORECASE)
_EDGES = " ,.:;|–—-"
_HEADER_MOST = 200
_ITEM = re.compile(r"\(\s*(?:item|eitem)\s+([\w/.]{1,12}?)\.?\s*\)", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:(?:decided|made) at meeting|(?:name of (?:the )?)?(?:meeting|committee|board|panel|body)(?: name| title)?"
    r"|meeting of|decision maker|cyfarfod|pwyllgor)\s*:\s*(?P<rest>.+)",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(r"meeting of (?:the )?(?P<rest>.{3,120}?),\s", re.IGNORECASE)
_MINUTES_OF = re.compile(
    r"""^(?:(?:draft|unconfirmed|approved|unapproved|open|public)\s+)?(?:minutes?|notes|record(?:\s+of\s+(?:the\s+)?decisions?)?|proceedings|decisions|cofnodion)\s+of\s+
    (?:(?:a|an|the)\s+)?(?:proceedings\s+of\s+(?:(?:a|the)\s+)?)?(?:(?:[\w-]+\s+){0,4}?meeting\s+of\s+(?:the\s+)?|meeting\s+(?!of\b|held\b|on\b|at\b))?
    (?:full\s+(?=(?:parish|town|community)\s+council\b))?(?P<committee>.{3,160}?)
    (?:,?\s+meeting)?\s*,?(?:\s+(?:which\s+was\s+)?(?:held|on|at|commenc|conven|via)\b.*|\s*$)""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_A_MEETING = re.compile(
    r"^at (?:a|an|the)\s+(?:[\w-]+\s+){0,3}?meeting of (?:the )?(?P<committee>.{3,160}?),?\s+(?:held|on|at)\b",
    re.IGNORECASE,
)
_WAS_HELD = re.compile(
    r"^(?:a|an|the)\s+(?!(?:last|previous|next|first|(?:\w+\s+){0,2}(?:minutes|notes))\b)(?:[\w-]+\s+){0,4}?meeting of "
    r"(?:the )?(?P<committee>.{3,100}?)"
    r"\s+(?:was\s+|which was\s+)?held\s+(?:on|at|via|in)\b",
    re.IGNORECASE,
)
_WELSH_HELD = re.compile(
    r"^cofnodion\s+(?:o\s+|o['’]r\s+)?(?:y\s+)?"
    r"(?:cyfarfod\w*\s+(?:cyffredin\s+|arbennig\s+|blynyddol\s+)?)?(?:o['’]r\s+|o\s+|yr?\s+)?"
    r"(?P<committee>.{3,100}?),?\s+a\s+gynhaliwyd\b",
    re.IGNORECASE,
)
_MEETING_WITHIN = re.compile(
    r"^(?:draft\s+)?minutes\s+of\s+(?:the|a)\s+"
    r"(?!(?:(?:annual|ordinary|extra-?ordinary|parish|town|community|full)\s+){1,3}council\s+meeting\s+of\b)"
    rf"(?P<committee>(?:[\w&,’'-]+\s+){{1,7}}?{BODIES})\s+meeting\s+of\s",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"^decisions?\s+(?:made|taken)\s+(?:by|at)\s+(?:(?:a|the)\s+meeting\s+of\s+)?(?:the\s+)?(?P<committee>.{3,120}?)"
    r"\s+(?:at\s+(?:its|a|the|their)\s+meeting|on|held)\b",
    re.IGNORECASE,
)
_CODED = re.compile(r"^[A-Z]{2,6}[\w()/.-]*\d[\w()/.-]*\s+(?=(?:draft )?minutes\b)", re.IGNORECASE)
_BODY_MINUTES = re.compile(
    r"^(?P<committee>.{3,100}?)\s+[-–—:]?\s*(?:draft\s+)?minutes\s+of\s+(?:the|a)\s+(?:[\w-]+\s+){0,3}?meeting\s+held\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?P<committee>.{3,120}?),?\s+(?:meeting\s+)?(?:held\s+)?(?:on|at|in|via|remotely)\b", re.IGNORECASE
)
_PAGE = re.compile(
    r"^(?:agenda|minutes|decisions)(?:\s+(?:of|for))?\b|^cofnodion(?: cyfarfod)?\b|\b(?:draft )?minutes$"
    r"|(?:\s[-–—])?\s(?:record of )?decisions(?: sheet| notice| record| list)?$"
    r"|\bmeeting(?: (?:held )?in (?:public|private))?(?: \(part \w{1,3}\))?$|\s\(part \w{1,3}\)$"
    r"|\s(?:[-–—]\s|\()(?:(?:informal|formal|special|private|public|joint|virtual)\s)?(?:\w+\s)?"
    r"(?:session|workshop|seminar|briefing|away ?day|meeting)\)?$"
    r"|^(?:extra-?ordinary|adjourned|reconvened|ordinary)(?: meeting of (?:the )?)?,? "
    r"|^(?:special|additional|annual|emergency|urgent), "
    r"|^(?:the )?(?:open|closed|public|private|exempt|confidential) (?:section|part|session) of (?:the )?",
    re.IGNORECASE,
)
_PAPER_BEFORE = re.compile(rf"(?:{PAPER}|meeting\s+of(?:\s+the)?)(?:\s*[-–—:|,]\s*|\s+)(?=\S)", re.IGNORECASE)
_PAPER_BEHIND = re.compile(
    rf"(?:\s*[-–—:|,(]\s*|\s+)(?:(?:{PAPER}|(?:meeting\s+)(?:minutes|notes)|meeting(?:\s+in\s+public)?)\s*)?(?:(?:was\s+)?(?:held|met)\b.*|on|[(])?\Z",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\A(?:title|subject)\s*:\s*(?=\S)", re.IGNORECASE)
_ONLY_MINUTES = re.compile(
    r"(?:draft |unconfirmed )?(?:minutes|agenda and minutes|notes)(?: of (?:the )?meeting)?", re.IGNORECASE
)
_OTHER_DAY = re.compile(rf"\b(?:{'|'.join(OTHER_DAYS)})\b", re.IGNORECASE)
_BESIDE_BODY = re.compile(r"\b(?:to|by|of|with|from|at|for)\b", re.IGNORECASE)
_ROOM = re.compile(ROOM)
_COUNCIL = r"(?:county|borough|city|district|town|parish|community|metropolitan|unitary|combined) (?:council|authority)"
_OF_COUNCIL = re.compile(rf"(?P<own>.*\b{BODIES}),? of (?:the )?[A-Z][\w’' &-]* (?:council|authority)\Z", re.IGNORECASE)
_COUNCILS_OWN = re.compile(rf"(?:(?!and )[\w’'.-]+ ){{1,4}}?{_COUNCIL}(?:['’]s)? (?!and )(?P<own>\S.*)", re.IGNORECASE)
_BODY_OF = re.compile(r"\b(?:council|authority|court)\s+of\s+(?:the\s+)?[A-Z][\w’' -]{2,40}\Z", re.IGNORECASE)
_OPENING = re.compile(r"item\s+\d{1,3}\s*[-–—:]\s*|(?:(?:a|the)\s+)?(?:meeting\s+of\s+)?(?:the\s+)?", re.IGNORECASE)
_WELSH_BODIES = frozenset(["pwyllgor", "cyngor", "is-bwyllgor", "panel", "bwrdd", "cabinet"])
_LOWER_WORDS = frozenset(["and", "of", "the", "for", "in", "on", "to", "with"])


def read_meeting(text: str) -> Meeting | None:
    """What a line above the minutes says of the meeting, None where it names neither a body nor a date of one."""
    if len(text) > 400:
        return None
    item = _ITEM.search(text)
    number = item[1] if item else None
    bare = _ITEM.sub("", text).strip() if item else text
    bare = _CODED.sub("", bare)
    named = (
        _WELSH_HELD.match(bare)
        or _MEETING_WITHIN.match(bare)
        or _MADE_BY.match(bare)
        or _MINUTES_OF.match(bare)
        or _WAS_HELD.match(bare)
        or _AT_A_MEETING.match(bare)
        or (("eeting held" in bare or "EETING HELD" in bare) and _BODY_MINUTES.match(bare))
    )
    if named:
        committee = named["committee"]
        dated = span_of_date(committee)
        found = Meeting(_name(committee[: dated[0]] if dated else committee), find_date(bare), number)
        return found if found.committee or found.date else None
    labelled = _LABELLED.match(bare)
    if labelled:
        return _split(labelled["rest"], number)
    of, span = _MEETING_OF.match(bare), span_of_date(bare)
    if of and span:
        return Meeting(_name(bare[of.start("rest") : max(of.end("rest"), span[0])]), find_date(bare), number)
    if is_date_line(bare):
        return Meeting(None, find_date(bare), number)
    if span_of_date(bare):
        return _split(bare, number)
    return None


def read_header(text: str) -> Meeting | None:
    """As `read_meeting`, for a line that stands above the minutes: the paper's own name may stand beside the body."""
    text = _TITLED.sub("", text, count=1)
    found = read_meeting(text)
    if (found and (found.committee or is_date_line(text))) or len(text) > _HEADER_MOST:
        return found
    if is_date_line(_PAPER_BEFORE.sub("", text, count=1)):
        return Meeting(None, find_date(text))
    span = span_of_date(text)
    for part in (text[: span[0]], text[span[1] :]) if span else (text,):
        name = _PAPER_BEHIND.sub("", _PAPER_BEFORE.sub("", part.strip(_EDGES), count=1), count=1).strip(_EDGES)
        name = _with_capitals(name)
        if name and (span or name != part.strip()) and is_body(name):
            return Meeting(_name(name), find_date(text), found.item if found else None)
    return found


def _with_capitals(name: str) -> str:
    """ "Governing body" as Governing Body, where no more than that is written small."""
    last = _BODY_LAST.search(name)
    if last is None or last[0][0].isupper() or not name[0].isupper() or _BESIDE_BODY.search(name):
        return name
    return name[: last.start()] + last[0].title()


def day_within(text: str) -> datetime.date | None:
    """The day that a line names among other words, unless they say that it is the day of something else."""
    return None if _OTHER_DAY.search(text) else find_date(text)


def _split(text: str, number: str | None) -> Meeting | None:
    """ "Housing Panel - Thursday, 9th May, 2024 2.00 pm" and "18/06/2024 - Housing Panel"."""
    span = span_of_date(text)
    if span is None:
        return Meeting(_name(text), None, number) if is_body(text) else None
    held = _HELD.match(text)
    if held and is_body(held["committee"]):
        return Meeting(_name(held["committee"]), find_date(text), number)
    before, behind = text[: span[0]].strip(" ,:|–—-("), text[span[1] :].strip(" ,:|–—-)")
    for part in (before, behind):
        if is_body(part) and len(part) <= 120:
            return Meeting(_name(part), find_date(text), number)
    if _NAMED_APART.search(text[: span[0]]) and is_body_of(before):
        return Meeting(_name(before), find_date(text), number)
    dated = (not before and is_date_line(text)) or (not behind and _ONLY_MINUTES.fullmatch(before))
    return Meeting(None, find_date(text), number) if dated else None


def is_body_of(text: str) -> bool:
    """ "Scrutiny Committee for Resources and Growth", which names a body where a dash and the day stand behind it."""
    words = text.split()
    body = 0 < len(words) <= _BODY_WORDS and _BODY.search(text) and not _POST.search(text)
    if not body or _NO_BODY.search(text) or _ROOM.fullmatch(text):
        return False
    return _capitals(words) and not any(character in text for character in ":;?|")


def is_body(text: str) -> bool:
    """Whether the line is the name of a committee and nothing more."""
    if len(text) > _BODY_MOST:
        return False
    words = text.split()
    if not words or len(words) > _BODY_WORDS or text[-1] in ".;:?!" or not _BODY.search(text):
        return False
    if any(character in text for character in ":;?|"):
        return False
    if _POST.search(text):
        return False
    if _BODY_OF.search(text):
        return _capitals(words)
    first, stroke, second = text.partition(" / ")
    if stroke and second:
        return is_body(first) and is_body(second)
    last = words[-1].strip("()").lower()
    if words[0].lower() in _WELSH_BODIES and "/" not in text:
        return _capitals(words[:2])
    return _capitals(words) and (
        bool(_BODY_LAST.search(text)) or last.startswith(("meeting", "minutes")) or "(" in text
    )


def _capitals(words: list[str]) -> bool:
    named = [word for word in words if word.lower().strip("(),&-–/") not in _LOWER_WORDS and word.strip("(),&-–/")]
    return all(word.strip("(‘'“\"")[:1].isupper() or word[0].isdigit() for word in named)


def _name(text: str) -> str | None:
    """The body's name in ordinary capitals."""
    name = _PAGE.sub("", text.strip(" ,.:|–—-")).strip(" ,.:|–—-")
    name = _own_name(_OPENING.sub("", name, count=1))
    if not _BODY.search(name) or _NO_BODY.search(name):
        return None
    return ordinary_capitals(name) if name.isupper() else name


def _own_name(name: str) -> str:
    """ "Housing Panel" of "Housing Panel of Elmford Borough Council" and of "Elmford Borough Council Housing Panel"."""
    for pattern in (_OF_COUNCIL, _COUNCILS_OWN):
        found = pattern.fullmatch(name)
        if found and is_body(found["own"]):
            return found["own"]
    return name


def bare_name(body: str) -> str:
    """The name of a body without the words of its paper: "Special, Housing Panel" is the Housing Panel."""
    return _name(body) or body


def in_english(name: str) -> str:
    """ "Pwyllgor Craffu / Scrutiny Committee" as Scrutiny Committee, whichever stands first."""
    first, stroke, second = name.partition(" / ")
    if not stroke or not (is_body(first) and is_body(second)):
        return name
    return first if second.split()[0].lower() in _WELSH_BODIES else second


def _capitalised(word: str) -> str:
    start = next((place for place, character in enumerate(word) if character.isalpha()), 0)
    return word[:start] + word[start:].capitalize()


def ordinary_capitals(text: str) -> str:
    """ "MAIDEN BOROUGH COUNCIL" as Maiden Borough Council."""
    words = text.lower().split()
    return " ".join(word if place and word in _LOWER_WORDS else _capitalised(word) for place, word in enumerate(words))
