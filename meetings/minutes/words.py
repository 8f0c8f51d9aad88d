"""The formulas made ready to match: is this line a label, a stem, a furniture line, a title?"""

import re

from . import formulas, furniture, prose, undertakings
from .dates import WEEKDAY, is_date_line
from .remembering import remembered
from .seeking import Sought, anywhere, paired, whole
from .votes import COUNTED_FAVOUR

_LABEL_MOST = 60

# --- labels and furniture ---------------------------------------------------------------------------------------------

_COLON = r"\s*:"
MINUTES_LABEL = whole([paired(formulas.MINUTES_LABELS)], _COLON)
DECISION_LABEL = whole([paired(formulas.DECISION_LABELS)], _COLON)
DECISION_HEADING = whole((r"decisions?", r"resolutions?", r"decision of the \w+", r"penderfyniad(?:au)?"))
DOCUMENT_LABEL = whole([paired(formulas.DOCUMENT_LABELS)], r"\s*:?")
_DOCUMENT_NAME = re.compile(rf"(?P<title>.*?){formulas.DOCUMENT_SUFFIX}\s*\Z", re.IGNORECASE)
_FURNITURE = tuple((whole((pattern,)), reason) for pattern, reason in furniture.FURNITURE)
_FURNITURE_ANY = re.compile(rf"(?:{'|'.join(pattern for pattern, _ in furniture.FURNITURE)})\Z")
"""For a text in small letters: not to regard capitals takes three times as long, and every line is asked."""
_DETAILS = tuple((whole((pattern,)), reason) for pattern, reason in furniture.MEETING_DETAILS)
FOOT = whole(furniture.FOOT)
FORM_FIELD = whole(furniture.FORM_FIELDS, r"\s*:")
DECLARATION_COLUMN = whole(formulas.DECLARATION_COLUMNS)
PARTICULAR = re.compile(rf"(?:{'|'.join(furniture.PARTICULARS)})\s*:\s*\S[^.?!;]{{0,80}}", re.IGNORECASE)
LINKED_PAPER = whole(furniture.LINKED_PAPERS)
COLUMN_HEAD = whole(furniture.COLUMN_HEADS)
CLOSING = whole(formulas.CLOSINGS)
STATUS = whole(formulas.STATUS_WORDS, r"\.?")
CONTACT = re.compile(rf"{paired(formulas.CONTACT_LABELS)}\s*[:.]", re.IGNORECASE)
PRESENT = re.compile(
    rf"(?:{'|'.join(formulas.PRESENT_LABELS)})(?:\s*/\s*[\w ]{{3,30}})?\s*(?:[:|]|[-–—]\s|\Z)", re.IGNORECASE
)
MINUTES_OF = re.compile(
    r"(?:draft |unconfirmed |approved )?(?:minutes?|notes|record|cofnodion) of (?:(?:a|an|the|\w+) ){0,3}\w+"
    r"|cofnodion\b.{3,160}\ba gynhaliwyd\b",
    re.IGNORECASE,
)
PRESENT_FOR_ITEM = re.compile(rf"(?:{'|'.join(formulas.PRESENT_FOR_ITEM)})\s*:", re.IGNORECASE)
APOLOGIES = re.compile(
    rf"(?:{'|'.join(formulas.APOLOGY_LABELS)})(?:\s*/\s*[\w ]{{3,30}})?\s*(?:[:|]|[-–—]\s|\Z)", re.IGNORECASE
)
OWN_LABEL = re.compile(
    rf"{paired(formulas.PLAIN_PRESENT_LABELS + formulas.APOLOGY_LABELS)}\s*(?:[:|]|[-–—]\s|\Z)\s*", re.IGNORECASE
)
AGENDA_OPENING = re.compile(rf"[(\[]?(?:{'|'.join(formulas.AGENDA_OPENINGS)})", re.IGNORECASE)
NO_HEADING = whole(formulas.NO_HEADINGS, r"\.?")
WITHIN_ITEM = whole(formulas.HEADINGS_WITHIN_ITEMS, r"\s*:?")
STANDING_ITEM = whole(formulas.STANDING_ITEMS)
IMPLICATION_HEADING = whole(formulas.IMPLICATION_HEADINGS)
IMPLICATION_TITLE = whole(formulas.IMPLICATION_TITLES, r":?")
REPORT_HEADING = whole(formulas.REPORT_HEADINGS, r":?")
REPORT_LABEL = re.compile(
    rf"(?:(?P<title>{'|'.join(formulas.REPORT_TITLES)})|(?P<body>{'|'.join(formulas.REPORT_BODIES)})"
    rf"|(?P<other>{'|'.join(formulas.REPORT_PARTICULARS)}))\s*:\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
QUESTION_HEADING = whole(formulas.QUESTION_HEADINGS, r"\s*:?")
QUESTION_LABEL = re.compile(rf"(?:{'|'.join(formulas.QUESTION_LABELS)})\s*[:.)-]\s*", re.IGNORECASE)
SPOKEN = tuple(whole((pattern,)) for pattern in formulas.SPOKEN)
REPLYING = re.compile(formulas.REPLYING, re.IGNORECASE)
SPEECH_HEADING = re.compile(rf"(?:{formulas.QUESTION_SPOKEN}|{formulas.ANSWER_SPOKEN})\s*:?", re.IGNORECASE)
ANSWER_BY_LETTER = re.compile(formulas.ANSWER_BY_LETTER, re.IGNORECASE)
ANSWER_LABEL = re.compile(rf"(?:{'|'.join(formulas.ANSWER_LABELS)})\s*[:.)-]\s*", re.IGNORECASE)
TAG = re.compile(r"</?[A-Z]{2,}\d{0,4}(?:_SECTION)?>")


def document_title(text: str) -> str | None:
    """The title of a paper that bears its size behind it ("Budget PDF 96 KB"); None for any other line."""
    found = _DOCUMENT_NAME.match(text) if text[-2:].upper() in _SIZES else None
    return found["title"] if found else None


_SIZES = frozenset(["KB", "MB", "GB"])


def is_label(text: str) -> bool:
    """ "Minutes:", "Decision:", "Supporting documents:"."""
    return len(text) <= _LABEL_MOST and _is_label(text)


@remembered
def _is_label(text: str) -> bool:
    return bool(MINUTES_LABEL.match(text) or DECISION_LABEL.match(text) or DOCUMENT_LABEL.match(text))


@remembered
def _furniture(text: str) -> str:
    if not _FURNITURE_ANY.match(text.lower()):
        welsh, stroke, english = text.partition(" / ")  # "Eitem ar yr agenda / Agenda item"
        both = stroke and _FURNITURE_ANY.match(welsh.lower()) and _FURNITURE_ANY.match(english.lower())
        return _furniture(english) if both else ""
    return next((reason for pattern, reason in _FURNITURE if pattern.match(text)), "")


def furniture_reason(text: str) -> str:
    """Why a line of the page is not part of the meeting; empty where it is."""
    return _furniture(text.strip("•· ") or text) if len(text) <= 400 else ""


def meeting_detail_reason(text: str) -> str:
    return next((reason for pattern, reason in _DETAILS if pattern.match(text)), "") if len(text) <= 400 else ""


PART_OF_AGENDA = "part of the agenda"
TABLE_HEADS = "heads of the page's table"
TABLE_RULE = "rule or empty row"
MEETING_TIME = "time of the meeting"
MEETING_PLACE = "place of the meeting"


def is_formula_line(text: str) -> bool:
    """A line that is complete by itself, so nothing is joined to it."""
    return len(text) <= 120 and (is_label(text) or bool(_furniture(text)))


# --- decisions -------------------------------------------------------------------------------------------------------

PROSE_DECISION = Sought(prose.PROSE_DECISIONS, prose.PROSE_WORDS)
CAPITAL_VERB = re.compile(
    r"(?:RECEIVED (?:and|AND) )?NOTED\b(?! that\b|\s*[:–-])"
    r"|(?:APPROVED|GRANTED|REFUSED|DEFERRED)\s+(?:the|subject|with|as|for|until|in|to)\b"
    rf"|(?!(?:It|This|There|That) )(?=[A-Z])(?:(?!be |been )[\w’'-]*[a-z][\w’'-]* ){{1,7}}"
    rf"(?:{'|'.join(prose.CAPITAL_VERBS)})\b"
)
PLAIN_DECISION = anywhere(prose.PLAIN_DECISIONS)
NOT_DECISION = anywhere(prose.NOT_DECISIONS)
PRESENT_DECISION = re.compile(rf"^{formulas.BODY} (?:\w+ly )?(?:{formulas.PRESENT_TENSE_VERBS})\b", re.IGNORECASE)
LIMB_LANGUAGE = anywhere(formulas.LIMB_LANGUAGE)
BARE_THAT = re.compile(r"^That\b.{0,600}?\b(?:be|is|are|not)\b")


def decides(text: str) -> bool:
    """Whether it is worded as a decision, by whatever formula."""
    head = text[:600]
    return bool(PROSE_DECISION.search(head) or LIMB_LANGUAGE.search(head) or PRESENT_DECISION.match(head))


MOTION_OPENING = Sought(formulas.MOTION_OPENINGS, formulas.MOTION_WORDS)
MOTION_END = anywhere(formulas.MOTION_ENDS)
_VOTE = Sought(formulas.VOTES, formulas.VOTE_WORDS)
VOTE_LINE = anywhere(formulas.VOTE_LINES)
ROLL_CALL = Sought(formulas.ROLL_CALLS, formulas.ROLL_CALL_WORDS)


def tells_vote(text: str) -> bool:
    return bool(VOTE_LINE.match(text) or _VOTE.search(text))


# --- sentences and titles ---------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?<=[.?!])[”’\"')\]]{0,2}\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_SHORTENED_MOST = 6
_ABBREVIATION = re.compile(r"\b(?:Mrs?|Ms|Dr|Cllrs?|Rev|Hon|St|No|Nos|e\.g|i\.e|p|pp|para|[A-Z])\.$")
_PERSON_START = re.compile(r"(?:Councillors?|Cyng|Y Cynghorydd|Y Cynghorwyr|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_MOVER = re.compile(r"\b(?:proposed|moved|seconded)(?: by\b|:)", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Alderm[ae]n|Baillie|Provost|Sir|Dame|Lord|Rev)\.?"
    r"(?: [A-Z][\w.’'-]*){1,5}(?: \([^)]{1,40}\))?[,;]?\Z"
)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; initials and titles of persons do not end one."""
    parts: list[str] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        end = found.start()
        short = text[end - 1] == "." and not text[end - _SHORTENED_MOST - 1 : end - 1].isalpha()
        if short and _ABBREVIATION.search(text, max(start, end - _SHORTENED_MOST), end):
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


def lists_persons(text: str) -> bool:
    """ "Mr A Baxter, Mrs C Caddick, Ms E Knox"."""
    return "," in text and bool(_PERSON_START.match(text)) and not _tells(text.split())


def is_heading(text: str) -> bool:
    """A short line without an end, and not a sentence."""
    return len(text) <= HEADING_MOST and _is_heading(text)


@remembered
def _is_heading(text: str) -> bool:
    if text.rstrip("”’\"'")[-1:] in ".,;?!" or not (text[:1].isupper() or text[:1] in "“‘'\"("):
        return False
    words = text.split()
    if _PERSON_START.match(text) or _MOVER.search(text):
        return False
    if len(words) > 14 or NO_HEADING.match(text) or _NO_HEADING_START.match(text) or tells_vote(text):
        return False
    if " favour" in text and COUNTED_FAVOUR.search(text):
        return False
    if words[-1] in _GOES_ON or (text[0] == "(" and text[-1] == ")" and len(words) > _REMARK):
        return False
    if (text[-1] in ":-–" and len(words) > 6) or text.endswith((".)", ".”)")):
        return False
    if ": " in text and is_date_line(text.partition(": ")[2]):
        return False
    return text.isupper() or not _tells(words)


def _tells(words: list[str]) -> bool:
    """Whether a line is a sentence. "What would have helped" and "Actions that have been reported" name a subject."""
    bare = [word.strip("(),:") for word in words]
    verbs = [place for place, word in enumerate(bare) if word in formulas.SENTENCE_WORDS]
    if not verbs:
        return words[0] in _SENTENCE_OPENINGS and _narrates(bare)
    if len(words) > _NOUN_CLAUSE_MOST:
        return True
    if words[0].lower() in formulas.NOUN_OPENINGS:
        return False
    first = verbs[0]
    if len(verbs) == 1 and first and bare[first] in formulas.PARTICIPLES:
        return not words[first - 1].endswith("s") or words[0] in _SUBJECTS or words[first + 1 : first + 2] == ["by"]
    named = [place for place, word in enumerate(words[: first + 1]) if word.lower() in _RELATIVES]
    return not (named and named[0] and words[named[0] - 1].endswith("s"))


def _narrates(words: list[str]) -> bool:
    """ "The Chairman greeted four members of the public": a past tense right behind whoever did it."""
    least = 1 if words[0] in _SUBJECTS else 2
    for place in range(least, min(len(words) - 1, least + _SUBJECT_MOST)):
        word, before, behind = words[place], words[place - 1], words[place + 1]
        if word.endswith("ed") and word.islower() and before[:1].isupper() and behind not in _BEHIND_PARTICIPLE:
            return True
    return False


_NO_HEADING_START = re.compile(
    rf"(?:none|nil)\b|(?:read|tabled|submitted|approved|noted|received)\s*:|(?:{'|'.join(formulas.FIELDS)})\s*:\s*\S"
    rf"|{WEEKDAY},? \d",
    re.IGNORECASE,
)
_GOES_ON = frozenset(["and", "or", "the", "a", "of", "to", "was", "by"])
HEADING_MOST, _TITLE_MOST = 110, 300
_NOUN_CLAUSE_MOST = 8
_REMARK = 4
_RELATIVES = frozenset(["that", "which", "who"])
_SENTENCE_OPENINGS = frozenset(
    ["The", "Members", "Councillors", "Officers", "Residents", "Cllrs", "Councillor", "Cllr"]
)
_SUBJECT_MOST = 4
_BEHIND_PARTICIPLE = frozenset(["to", "by", "in", "for", "on", "from", "with", "under", "and", "or"])
_SUBJECTS = frozenset(["Members", "Councillors", "Officers", "Residents", "Cllrs"])


def is_title(text: str) -> bool:
    """What an agenda item may be called: longer than a heading, and it may end in a full stop when in capitals."""
    return len(text) <= _TITLE_MOST and _is_title(text)


@remembered
def _is_title(text: str) -> bool:
    if not text or text[-1] in ",;" or not (text[0].isupper() or text[0] in "“‘'\"(" or text[0].isdigit()):
        return False
    if _small_letters(text) * 10 <= len(text) * 3:  # more of them, and it is not in capitals
        letters = sum(map(str.isalpha, text))
        if sum(map(str.isupper, text)) * 10 >= letters * 7:
            return bool(letters)
    most = 8 if text[-1] == "." else 32
    words = text.split(None, most)
    return len(words) <= most and not _tells(words[:14])


def _small_letters(text: str) -> int:
    """How many of a to z."""
    plain = text.encode("ascii", "ignore")
    return len(plain) - len(plain.translate(None, b"abcdefghijklmnopqrstuvwxyz"))


# --- actions ----------------------------------------------------------------------------------------------------------

_ACTION = paired(undertakings.ACTION_MARKERS)
_NAMED = (
    r"\s*\((?P<by>(?-i:[A-Z])[^()]{1,60})\)|(?<= by|for) (?:the )?(?P<of>(?-i:[A-Z])[^:.;]{1,60})"
    rf"|\s(?P<initials>(?-i:{undertakings.INITIALS}))"
)
_NAMED_BEHIND = (
    rf"(?-i:(?=\s(?:{undertakings.INITIALS}|{undertakings.ACTORS})\.?\Z)|(?<= by)(?=\s[A-Z][^:.;]{{1,60}}\.?\Z))"
)
_MARK_WITHIN = rf"{undertakings.MARKS_WITHIN}(?: (?:[Bb]y|BY|[Ff]or|[Pp]oint|[Oo]n))?\s*:"
ACTION_LINE = re.compile(
    rf"\**[\[(]?\**{_ACTION}\**(?:\s*(?::|[-–—]+(?=\s)|[\])]\s|\Z)|(?:{_NAMED})\s*:|{_NAMED_BEHIND})\**", re.IGNORECASE
)
"""The name of who is to act may stand before the colon; or behind, without one, where the line says nothing else."""
ACTION_LIST = re.compile(rf"\**{_ACTION}\**\s*(?::|[-–—]+)?\s*\Z", re.IGNORECASE)
ACTION_SUMMARY_MOST = 60
ACTION_SUMMARY = whole(undertakings.ACTION_SUMMARIES, r"\s*:?")
ACTION_MARK = re.compile(
    rf"[\[(]\s*(?i:{_ACTION})(?:\s*[:–—-]\s*|\s+(?={undertakings.INITIALS}[\])]|{undertakings.ACTORS})"
    r"|(?<= by)\s+(?=[A-Z]))(?P<owner>(?:[^\[\]()]|\([^\[\]()]{1,60}\)){1,200})[\])]"
    rf"|(?:(?:(?<=\s)|\A){_MARK_WITHIN}\s*"
    r"|(?<=[.?!”)]\s)(?:(?:ACTIONS?|Actions?)\s+[-–—]\s+"
    rf"|(?:ACTIONS?|Action)\s+(?=(?:{undertakings.INITIALS}|{undertakings.ACTORS})\.?\Z)))"
    rf"(?P<rest>\S.*?)(?=\Z|\s{_MARK_WITHIN}\s*\S)"
)
REASONS = re.compile(
    r"(?:the )?reasons? (?:for|of)|alternative options|options considered|reason\(s\)|reasons?\s*:|rheswm",
    re.IGNORECASE,
)
