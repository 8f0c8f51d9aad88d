"""The formulas made ready to match: is this line a label, a stem, a furniture line, a title?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from . import formulas

_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACED_THAT = re.compile(r"\AT\s?H\s?A\s?T\b")
_LABEL_MOST = 60


def clean(raw: str) -> str:
    """One line of ordinary spaces, without characters that have no width."""
    if not raw.isascii():
        raw = _ZERO_WIDTH.sub("", raw)
    return " ".join(raw.split())


def whole(patterns: Iterable[str], behind: str = "") -> re.Pattern[str]:
    """Matches a text that is one of the patterns from end to end."""
    return re.compile(rf"(?:{'|'.join(patterns)}){behind}\Z", re.IGNORECASE)


def anywhere(patterns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(patterns), flags)


# --- labels and furniture ---------------------------------------------------------------------------------------------

_COLON = r"\s*:"
MINUTES_LABEL = whole(formulas.MINUTES_LABELS, _COLON)
DECISION_LABEL = whole(formulas.DECISION_LABELS, _COLON)
DECISION_HEADING = whole((r"decisions?", r"resolutions?", r"decision of the \w+", r"penderfyniad(?:au)?"))
DOCUMENT_LABEL = whole(formulas.DOCUMENT_LABELS, r"\s*:?")
DOCUMENT_NAME = re.compile(rf"(?P<title>.*?){formulas.DOCUMENT_SUFFIX}\s*\Z", re.IGNORECASE)
_FURNITURE = tuple((whole((pattern,)), reason) for pattern, reason in formulas.FURNITURE)
_FURNITURE_ANY = whole(pattern for pattern, _ in formulas.FURNITURE)
_DETAILS = tuple((whole((pattern,)), reason) for pattern, reason in formulas.MEETING_DETAILS)
CLOSING = whole(formulas.CLOSINGS)
STATUS = whole(formulas.STATUS_WORDS, r"\.?")
CONTACT = re.compile(rf"(?:{'|'.join(formulas.CONTACT_LABELS)})\s*[:.]", re.IGNORECASE)
PRESENT = re.compile(rf"(?:{'|'.join(formulas.PRESENT_LABELS)})\s*(?::|[-–—]\s|\Z)", re.IGNORECASE)
APOLOGIES = re.compile(rf"(?:{'|'.join(formulas.APOLOGY_LABELS)})\s*(?::|[-–—]\s|\Z)", re.IGNORECASE)
AGENDA_OPENING = re.compile(rf"[(\[]?(?:{'|'.join(formulas.AGENDA_OPENINGS)})", re.IGNORECASE)
NO_HEADING = whole(formulas.NO_HEADINGS, r"\.?")
IMPLICATION_HEADING = whole(formulas.IMPLICATION_HEADINGS)
QUESTION_HEADING = whole(formulas.QUESTION_HEADINGS, r"\s*:?")
QUESTION_LABEL = re.compile(rf"(?:{'|'.join(formulas.QUESTION_LABELS)})\s*[:.)-]\s*", re.IGNORECASE)
ANSWER_LABEL = re.compile(rf"(?:{'|'.join(formulas.ANSWER_LABELS)})\s*[:.)-]\s*", re.IGNORECASE)
TAG = re.compile(r"</?[A-Z]{2,}\d{0,4}(?:_SECTION)?>")


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """ "Minutes:", "Decision:", "Supporting documents:"."""
    if len(text) > _LABEL_MOST:
        return False
    return bool(MINUTES_LABEL.match(text) or DECISION_LABEL.match(text) or DOCUMENT_LABEL.match(text))


@lru_cache(maxsize=4096)
def _furniture(text: str) -> str:
    if not _FURNITURE_ANY.match(text):
        return ""
    return next((reason for pattern, reason in _FURNITURE if pattern.match(text)), "")


def furniture_reason(text: str) -> str:
    """Why a line of the page is not part of the meeting; empty where it is."""
    return _furniture(text.strip("•· ") or text) if len(text) <= 400 else ""


def meeting_detail_reason(text: str) -> str:
    return next((reason for pattern, reason in _DETAILS if pattern.match(text)), "") if len(text) <= 400 else ""


TABLE_HEADS = "heads of the page's table"
TABLE_RULE = "rule or empty row"


def is_formula_line(text: str) -> bool:
    """A line that is complete by itself, so nothing is joined to it."""
    return len(text) <= 120 and (is_label(text) or bool(_furniture(text)))


# --- stems ------------------------------------------------------------------------------------------------------------

_WORD, _AGREED, _NOUN, _BODY_VERB = formulas.STEMS
_THAT = r"(?:t\s?h\s?a\s?t|that|bod)"
_OBJECT = rf"(?:{_THAT}(?:\s*,)?(?:\s+{formulas.BODY}(?:\s+be\s+(?:asked|recommended|requested|advised)\s+to|\s+agrees?(?:\s+(?:to|that))?)?)?|to)"
_TAIL = rf"\s*[:;,.]?\s*[-–—]*\s*(?:{_OBJECT})?\s*[-–—:;,.…]*"
_BARE_STEM = re.compile(
    rf"(?:{_WORD}|{_AGREED}|{_BODY_VERB}|(?:the following (?:\w+ ){{0,2}}(?:was|were) (?:agreed|resolved|recommended)))(?:{_TAIL})\Z"
    rf"|{_NOUN}\s*:\s*[-–—]?(?:\s*{_OBJECT})?\s*[-–—:;,.…]*\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"(?P<stem>(?:{_WORD})\s*(?:[:;,]\s*[-–—]*|[-–—]+|(?=\s{_THAT}\b)|(?=\sto\b)|(?=\s[(\[]\w)|(?=\s\d))"
    rf"|(?:agreed|decided)\s*(?:[:;]\s*[-–—]*|[-–—]+|(?=\s{_THAT}\b)))\s*",
    re.IGNORECASE,
)
_CAPITAL = rf"\b(?:{formulas.DECISION_WORDS}|NOTED)\b"
_CAPITAL_WORD = re.compile(_CAPITAL)
_CAPITAL_STEM = re.compile(
    rf"(?P<stem>(?:(?:It|IT) (?:was|WAS|is) |(?:The )?(?:\w+ ){{0,4}}?)?(?:[Uu]nanimously |UNANIMOUSLY )?(?:{formulas.DECISION_WORDS})"
    rf"(?:\s+(?:UNANIMOUSLY|unanimously|ACCORDINGLY|accordingly))?(?:\s+TO\s+(?:COUNCIL|CABINET))?\s*[:;,]?\s*[-–—]*)\s*(?=\S)"
)
_MOVED = re.compile(
    rf"(?P<stem>[^;]{{0,300}}?\b(?i:{formulas.MOVERS})\b[^;]{{0,300}}?\b(?:and\s+)?(?:it was\s+)?(?:unanimously\s+)?(?:RESOLVED|AGREED|RECOMMENDED|resolved|Resolved)\b\s*[:;,]?\s*[-–—]*)\s*(?=\S)"
)
BODY_ALONE = re.compile(rf"{formulas.BODY}(?: then| also| unanimously)?\s*[:–—-]+\Z", re.IGNORECASE)
_RUN_IN = re.compile(rf"(?:{'|'.join(formulas.RUN_INS)})", re.IGNORECASE)
_STEM_LETTERS = frozenset("rRaAdDiIuUtTpPmMcCnN")
_STEM_MOST = 160


@lru_cache(maxsize=4096)
def is_stem_line(text: str) -> bool:
    """A formula that waits for what is decided: "RESOLVED: That the Committee:-", "Resolved:", "It was agreed that"."""
    return 5 < len(text) <= _STEM_MOST and text[0] in _STEM_LETTERS and bool(_BARE_STEM.match(text))


def split_stem(text: str) -> tuple[str, str] | None:
    """The formula and what was decided, where a text holds both; None where it begins with no formula."""
    if text[:1] not in _STEM_LETTERS and not text[:1].isupper():
        return None
    head = text[:700]
    found = _LEADING.match(head) or (_CAPITAL_WORD.search(head) and (_CAPITAL_STEM.match(head) or _MOVED.match(head)))
    if not found and " resolved" in head and " by " in head:
        found = _MOVED.match(head)
    if not found:
        return None
    rest = text[found.end() :].lstrip()
    return (found["stem"].strip(), unspaced(rest)) if rest else None


def unspaced(text: str) -> str:
    """ "T H A T the Strategy be endorsed" as "That the Strategy be endorsed"."""
    return _SPACED_THAT.sub("That", text, count=1) if text[:1] == "T" else text


def runs_on(text: str) -> bool:
    """Whether the sentence breaks off before what was decided: "... seconded by Councillor Fox and"."""
    return bool(_RUN_IN.search(text[-200:]))


def agrees_at_end(text: str) -> bool:
    """A paragraph whose last sentence opens a list of decisions: "... The following was agreed:"."""
    if text[-1:] not in ":-–—":
        return False
    return bool(_AGREEMENT.search(last_sentence(text[-400:])))


_AGREEMENT = re.compile(
    r"\b(?:resolved|agreed|recommended|decided)\b\s*(?:that|to|as follows|the following(?: recommendations| actions)?)?(?:\s+the\s+\w+)?\s*[:–—-]+\s*\Z"
    r"|\bthe following (?:\w+ ){0,3}(?:was|were) (?:unanimously )?(?:agreed|resolved|recommended|approved)\b"
    r"|\b(?:recommendations?|resolutions?) (?:was|were) (?:agreed|made)\b",
    re.IGNORECASE,
)
PROSE_DECISION = anywhere(formulas.PROSE_DECISIONS)
NOT_DECISION = anywhere(formulas.NOT_DECISIONS)
PRESENT_DECISION = re.compile(rf"^{formulas.BODY} (?:\w+ly )?(?:{formulas.PRESENT_TENSE_VERBS})\b", re.IGNORECASE)
LIMB_LANGUAGE = anywhere(formulas.LIMB_LANGUAGE)
BARE_THAT = re.compile(r"^That\b.{0,600}?\b(?:be|is|are|not)\b")
MOTION_OPENING = anywhere(formulas.MOTION_OPENINGS)
MOTION_END = anywhere(formulas.MOTION_ENDS)
VOTE = anywhere(formulas.VOTES)
ROLL_CALL = anywhere(formulas.ROLL_CALLS)

# --- sentences and titles ---------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?<=[.?!])[”’\"')\]]{0,2}\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:Mrs?|Ms|Dr|Cllrs?|Rev|Hon|St|No|Nos|e\.g|i\.e|p|pp|para|[A-Z])\.$")
_PERSON_START = re.compile(r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_MOVER = re.compile(r"\b(?:proposed|moved|seconded)(?: by\b|:)", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Alderm[ae]n|Baillie|Provost|Sir|Dame|Lord|Rev)\.?(?: [A-Z][\w.’'-]*){1,5}(?: \([^)]{1,40}\))?[,;]?\Z"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; initials and titles of persons do not end one."""
    parts: list[str] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, found.start() - 6), found.start()):
            continue
        parts.append(text[start : found.end()].strip())
        start = found.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def last_sentence(text: str) -> str:
    parts = sentences(text)
    return parts[-1] if parts else text


def is_person(text: str) -> bool:
    return len(text) <= 60 and bool(_PERSON.match(text))


def is_heading(text: str) -> bool:
    """A short line without an end, and not a sentence."""
    if len(text) > 110 or text[-1:] in ".,;?!" or not (text[:1].isupper() or text[:1] in "“‘'\"("):
        return False
    words = text.split()
    if _PERSON_START.match(text) or _MOVER.search(text):
        return False
    if len(words) > 14 or NO_HEADING.match(text) or VOTE.search(text):
        return False
    if text[-1] == ":" and len(words) > 6:
        return False
    return text.isupper() or not any(word.strip("(),") in formulas.SENTENCE_WORDS for word in words)


def is_title(text: str) -> bool:
    """What an agenda item may be called: longer than a heading, and it may end in a full stop when in capitals."""
    if not text or len(text) > 300 or text[-1] in ",;":
        return False
    letters = [character for character in text if character.isalpha()]
    if not letters or not (text[0].isupper() or text[0] in "“‘'\"(" or text[0].isdigit()):
        return False
    capitals = sum(character.isupper() for character in letters)
    if capitals * 10 >= len(letters) * 7:
        return True
    words = text.split()
    if len(words) > 32 or (text[-1] == "." and len(words) > 8):
        return False
    return len(words) > 60 or not any(word.strip("(),") in formulas.SENTENCE_WORDS for word in words[:14])


# --- actions ----------------------------------------------------------------------------------------------------------

_ACTION = rf"(?:{'|'.join(formulas.ACTION_MARKERS)})"
ACTION_LINE = re.compile(rf"\**[\[(]?\**{_ACTION}\**\s*(?::|[-–—]+(?=\s)|\Z)", re.IGNORECASE)
ACTION_LIST = re.compile(rf"\**{_ACTION}\**\s*(?::|[-–—]+)?\s*\Z", re.IGNORECASE)
ACTION_MARK = re.compile(
    rf"[\[(]\s*(?i:{_ACTION})\s*[:–—-]\s*(?P<owner>[^\])]{{1,200}})[\])]|(?:(?<=\s)|\A)(?:ACTIONS?|Actions?)(?: (?:[Bb]y|BY|[Ff]or|[Pp]oint|[Oo]n))?\s*:\s*(?P<rest>\S.*)\Z"
)
REASONS = re.compile(
    r"(?:the )?reasons? (?:for|of)|alternative options|options considered|reason\(s\)|reasons?\s*:|rheswm",
    re.IGNORECASE,
)
