"""The formulas of decisions: "RESOLVED: That the Committee:-", "It was moved by ... and RESOLVED that"."""

import re

from . import formulas
from .remembering import remembered
from .seeking import Sought, anywhere, paired
from .words import CAPITAL_VERB, last_sentence

_SPACED_THAT = re.compile(r"\AT\s?H\s?A\s?T\b(?! [A-Z]{2})")
_BEGINS_THAT = ("TH", "T ")
_LONGEST_STEM = 160
_DECIDED_LEAST = 3
_ENDS_STEM = frozenset(":-–—")
_LONGEST_HEAD = 700
_LONGEST_END = 200
_LONGEST_HAVING = 400

_DECIDING = paired(formulas.DECIDING)
_AGREEING = paired(formulas.AGREEING)
_NOUNS = "|".join(formulas.DECISION_NOUNS)
_CAPITALS = paired(formulas.CAPITAL_DECISIONS)
_FIRST_WORDS = [*formulas.DECIDING, *formulas.AGREEING, *formulas.DECISION_NOUNS, *formulas.BODY_WORDS.split("|")]
_STEM_LETTERS = frozenset("".join(word[0] + word[0].upper() for word in [*_FIRST_WORDS, *"itafum"]))
_CAPITAL_ENDINGS = tuple({word[-2:] for word in formulas.CAPITAL_DECISIONS})
_LEVEL = r"(?:council|cabinet|the executive|full council)"
_HOW = r"(?:then\s+|also\s+|further\s+|accordingly\s+|therefore\s+)?(?:unanimously\s+)?"
_BY_VOTES = r",?\s+by \w+ votes?[^.;:]{0,80}?(?=\s+that\b|\s*[:–-])"
_COUNT = (
    r"(?:\([^()]{0,40}\b(?:votes?|for|favour|against|abst\w{0,8}|unanimous(?:ly)?|majority|dissenting)\b[^()]{0,40}\)"
    r"|\(\d{1,2}(?:\s?[:/–-]\s?\d{1,2}){1,2}\))"
)
_HOW_BEHIND = (
    rf"(?:\s+unanimously|\s+accordingly|\s+to {_LEVEL}|\s*\((?:unanimously|nem\.? con\.?|to {_LEVEL})\)"
    r"|,?\s+nem\.? con\.?,?|,?\s+by (?:a )?majority,?|,?\s+on a show of hands,?"
    r"|\s*\((?:min(?:ute)? )?[\w/.-]{0,4}\d[\w/.-]{1,9}\)"
    r"|,?\s+with [^,;:]{3,60} (?:abstaining|dissenting|voting against),?|\s*\([^()]{3,60} dissenting\)"
    rf"|\s*{_COUNT}|{_BY_VOTES})?"
)
_WORD = rf"(?:it (?:was|is)\s+)?{_HOW}(?:{_DECIDING}){_HOW_BEHIND}"
_AGREED = rf"(?:it was\s+)?{_HOW}(?:{_AGREEING})(?:\s+unanimously)?"
_BODY_VERB = (
    rf"{formulas.AFTERWARDS}(?:the )?(?:{formulas.BODY_WORDS}|members|meeting)\s+{_HOW}(?:{_DECIDING}|{_AGREEING})"
)
_FOLLOWING = rf"the following (?:\w+ ){{0,2}}(?:was|were) (?:{_DECIDING}|{_AGREEING})"
_NOUN = rf"(?:(?:{_NOUNS})(?: to {_LEVEL})?|(?:resolution|decision) (?:no\.? ?)?\d{{1,4}}(?:/\d{{1,4}}){{0,2}})"
_THAT = r"(?:t\s?h\s?a\s?t|that|bod)"
_ASKED = r"\s+be\s+(?:asked|recommended|requested|advised)\s+to|\s+agrees?(?:\s+(?:to|that))?"
_ONWARD = (
    rf"to (?:recommend\s*:?\s*\(to {_LEVEL}\)"
    rf"|(?:recommend|request|advise|ask)(?:\s+(?:to\s+)?(?:full )?{formulas.BODY})?(?:\s+{_THAT})?)"
)
_OBJECT = (
    rf"(?:{_THAT}(?:\s*,)?(?:\s+{formulas.BODY}(?:{_ASKED})?)?|{_ONWARD}"
    r"|to(?: note| approve| endorse| support| adopt| agree)?)"
)
_DASHES = r"[-–—:;,.…]*(?:\s[-–—]+)?"
_WAITING = re.compile(
    rf"(?:{_WORD}|{_AGREED}|{_BODY_VERB}|{_FOLLOWING})\s*[:;,./]?\s*[-–—]*\s*(?:{_COUNT}\s*)?"
    rf"(?:{_OBJECT})?\s*{_DASHES}\Z"
    rf"|{_NOUN}\s*:\s*[-–—]?(?:\s*{_OBJECT})?\s*{_DASHES}\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"(?P<stem>(?:{_WORD})\s*(?:(?:[:;,/]\s*[-–—]*|[-–—]+)(?:\s*{_COUNT}\s*[:–—-]*)?|(?=\s{_THAT}\b)|(?=\sto\b)|(?=\s[(\[]\w)|(?=\s\d))"
    rf"|(?:{_AGREEING})\s*(?:[:;]\s*[-–—]*|[-–—]+|(?=\s{_THAT}\b))"
    rf"|(?:{_NOUN})\s*:(?=\s*{_THAT}\b)"
    r"|(?:decisions?(?: made| taken)?|resolutions?)\s*:(?=\s*(?-i:[A-Z]))"
    r"|(?:resolution|decision) (?:no\.? ?)?\d{1,4}(?:/\d{1,4}){0,2}\s*[:–-])\s*",
    re.IGNORECASE,
)
_CAPITAL_STEM = re.compile(
    r"(?P<stem>(?:(?:It|IT) (?:was|WAS|is) |(?:The )?(?:\w+ ){0,4}?)?(?:[Uu]nanimously |UNANIMOUSLY )?"
    rf"(?<!\bbe )(?<!\bbeen )(?<!\bhad )(?<!\bnot )(?:{_CAPITALS})"
    r"(?:\s+(?:UNANIMOUSLY|unanimously|ACCORDINGLY|accordingly))?(?:\s+TO\s+(?:COUNCIL|CABINET))?"
    rf"(?:\s*{_COUNT})?"
    rf"\s*[:;,/]?\s*[-–—]*(?:(?<=[:–—-])\s*{_COUNT}\s*[:–—-]*)?)\s*(?=\S)"
)
_HAVING = re.compile(
    rf"(?P<stem>{formulas.HAVING_OPENS}\b[^;]{{3,300}}?\b(?:{_CAPITALS})(?:\s+[Uu]nanimously)?\s*[:;,]?\s*[-–—]*)\s*(?=\S|\Z)"
)
_MOVED = re.compile(
    rf"(?P<stem>[^;]{{0,300}}?\b(?i:{formulas.MOVERS})\b[^;]{{0,300}}?"
    r"\b(?:RESOLVED|AGREED|RECOMMENDED|resolved|Resolved)\b(?:\s+unanimously)?+\s*[:;,]?\s*[-–—]*)\s*(?=[^\s:;,–—-])"
)
_MOVED_AGREED = re.compile(
    rf"(?P<stem>(?:it was )?{formulas.MOVERS}\b[^.;]{{0,200}}?\band (?:it was |all |all members )?(?:unanimously )?"
    r"agreed\s*[:,–-]*)\s*(?=(?:that|to)\b)",
    re.IGNORECASE,
)
_ON_PROPOSAL = re.compile(
    r"(?P<stem>(?:it was )?(?:unanimously )?(?:agreed|resolved),? on the (?:proposal|motion) of [^;]{3,160}?,)"
    r"\s*(?=(?:that|to)\b)",
    re.IGNORECASE,
)
_BODY_DECIDED = re.compile(
    rf"\b(?i:{formulas.BODY_WORDS}|members)\b.*(?:{'|'.join((*formulas.DECIDING, *formulas.AGREEING)).upper()})\Z"
)
_MOVERS_BEHIND = re.compile(
    rf"(?:(?:on the (?:proposal|proposition|motion) of|{formulas.MOVERS}(?: by)?)\b[^.;]{{3,160}}?,\s*"
    r"(?:it was (?:agreed|resolved)\s+)?)(?=(?:that|to)\b)"
    rf"|\((?:on the (?:proposal|proposition|motion) of|{formulas.MOVERS}(?: by)?)\b[^().;]{{3,160}}\)[:,]?\s*"
    r"(?=(?:that|to)\b)",
    re.IGNORECASE,
)
_RUN_IN_ENDS = (
    "and", "so", "was", "is", "then", "further", "also", "therefore", "accordingly", "unanimously", "it",
    "agreed", "resolved", "that",
)  # fmt: skip
_RUN_IN = anywhere(formulas.RUN_INS)
_ANNOUNCED = Sought(formulas.ANNOUNCEMENTS, formulas.ANNOUNCEMENT_WORDS)
_OBJECT_ALONE = re.compile(
    rf"That (?:this|the) (?:\w+ ){{0,3}}(?:{formulas.BODY_WORDS})\s*[:,–—-]*\Z"
    rf"|[“\"‘']?(?:That )?this (?:\w+ ){{0,3}}(?:{formulas.BODY_WORDS}),? (?:(?:also|further|therefore),? )?"
    r"(?:notes|believes|resolves|recognises|welcomes|agrees|supports|regrets|calls)\b"
    r"(?: that| to| further)?\s*[:–—-]+\Z",
    re.IGNORECASE,
)
_RUN_IN_ALONE = re.compile(
    r"(?:(?:having|following|after|upon|in (?:the )?light of|accordingly|whereupon|thereupon|thereafter)"
    r"\b[^.;:]{0,130}?,? )?"
    r"it was(?: \w+ly)?",
    re.IGNORECASE,
)
_TOLD = re.compile(r"[Ii]t (?:was|is) [a-z ]+\Z")
_THAT_ALONE = re.compile(r"(?:That|THAT)\s*[:–—-]*\Z")
_NOTING = re.compile(rf"{formulas.NOTING}\Z")
_BODY_BARE = re.compile(rf"{formulas.BODY}\Z", re.IGNORECASE)
_LONGEST_BODY = 60
_BODY_ALONE = re.compile(
    rf"(?:{formulas.BODY}{formulas.HAVING}(?: then| also| unanimously)?|{formulas.WELSH_BODY_DECIDES})\s*[:–—-]+\Z",
    re.IGNORECASE,
)


def holds_capital_decision(text: str) -> bool:
    """Whether one of the words that decide in capitals stands in it; most texts are told by two letters."""
    for ending in _CAPITAL_ENDINGS:
        if ending in text:
            return any(map(text.__contains__, formulas.CAPITAL_DECISIONS))
    return False


def is_stem_line(text: str) -> bool:
    """A formula that waits for what is decided: "RESOLVED: That the Committee:-", "Resolved:", "It was agreed that"."""
    if text[-1:] in _ENDS_STEM and text[0] in "HAFU" and holds_capital_decision(text[-_LONGEST_END:]):
        having = _HAVING.match(text[:_LONGEST_HEAD])
        if having and having.end() == len(text):
            return True
    return 5 < len(text) <= _LONGEST_STEM and text[0] in _STEM_LETTERS and _is_waiting(text)


@remembered
def _is_waiting(text: str) -> bool:
    return bool(_WAITING.match(text))


def split_stem(text: str) -> tuple[str, str] | None:
    """The formula and what was decided, where a text holds both; None where it begins with no formula."""
    if (text[:1] not in _STEM_LETTERS and not text[:1].isupper()) or text.startswith("That "):
        return None
    head = text[:_LONGEST_HEAD]
    found = _LEADING.match(head)
    if not found and holds_capital_decision(head):
        found = _CAPITAL_STEM.match(head) or _MOVED.match(head) or _HAVING.match(head)
    elif not found and " by " in head:
        found = (_ON_PROPOSAL.match(head) or _MOVED_AGREED.match(head)) if "greed" in head else _ON_PROPOSAL.match(head)
        found = found or (_MOVED.match(head) if " resolved" in head else None)
    if not found:
        told = "ED" in head and text[-1] != ":" and CAPITAL_VERB.match(head)
        return ("", text) if told else None
    end = found.end()
    if movers := _MOVERS_BEHIND.match(text, end + len(text[end:]) - len(text[end:].lstrip())):
        rest = text[movers.end() :].lstrip()
        return (text[: movers.end()].strip(), unspaced(rest)) if rest else None
    rest = text[end:].lstrip()
    if len(rest) < _DECIDED_LEAST or rest == "that":
        return None
    stem = found["stem"].strip()
    if _TOLD.match(stem):
        return "", text  # "It was resolved that the lane be closed" is a sentence, not a formula and what it opens
    if stem[-1] == "D" and _BODY_DECIDED.search(stem):
        return "", text  # "The Council AGREED the dues" says nothing without its verb
    return stem, unspaced(rest)


def unspaced(text: str) -> str:
    """ "T H A T the Strategy be endorsed" as "That the Strategy be endorsed"."""
    return _SPACED_THAT.sub("That", text, count=1) if text[:2] in _BEGINS_THAT else text


def runs_on(text: str) -> bool:
    """Whether the sentence breaks off before what was decided: "... seconded by Councillor Fox and"."""
    end = text[-_LONGEST_END:]
    return end.rstrip(" :,–-").endswith(_RUN_IN_ENDS) and bool(_RUN_IN.search(end))


def announces_decisions(text: str) -> bool:
    """A paragraph whose last sentence opens a list of decisions: "... The following was agreed:"."""
    return text[-1:] in ":-–—" and _ANNOUNCED.search(last_sentence(text[-2 * _LONGEST_END :]))


def ends_with_body(text: str) -> bool:
    """ "... presented a report. The Committee:", a paragraph whose last sentence waits for what was decided."""
    return text[-1:] in ":-–—" and is_body_alone(last_sentence(text[-2 * _LONGEST_END :]))


def notes_list(text: str) -> bool:
    """ "NOTED:", "The Committee NOTED:", which decide where a numbered list stands below."""
    return len(text) <= _LONGEST_STEM and text[-1:] in ":-–—" and bool(_NOTING.match(text))


def is_that_alone(text: str) -> bool:
    """ "That", whose word RESOLVED was lost."""
    return len(text) <= len("That ....") and bool(_THAT_ALONE.match(text))


def is_object_alone(text: str) -> bool:
    """ "That this Council", which goes on in the limbs below."""
    return len(text) <= _LONGEST_STEM // 2 and bool(_OBJECT_ALONE.match(text))


def is_body_alone(text: str) -> bool:
    """ "The Committee:", "The Committee, having considered the report:-"."""
    return len(text) <= _LONGEST_HAVING and text[-1:] in ":-–—" and bool(_BODY_ALONE.match(text))


def is_run_in(text: str) -> bool:
    """ "Having considered the issues raised, it was" on a line of its own, which tells of no mover."""
    return len(text) <= _LONGEST_STEM and text.endswith(" was") and bool(_RUN_IN_ALONE.fullmatch(text))


def is_body_bare(text: str) -> bool:
    """ "The Committee", which goes on on the next line."""
    return len(text) <= _LONGEST_BODY and text[-1:].isalpha() and bool(_BODY_BARE.match(text))
