"""Actions in the wording: marked ones with their owners, unmarked ones suggested with the phrase that made them."""

import re
from dataclasses import dataclass
from itertools import islice

from . import formulas, undertakings
from .clauses import clause_start, speaker
from .numbering import Style, read_marker
from .seeking import Begun, anywhere, whole
from .stems import split_stem
from .words import ACTION_LINE, ACTION_MARK, is_heading, last_sentence, sentences

_IMPLIED = Begun(undertakings.IMPLIED_ACTIONS)
_REQUIRED, _OPENS_REQUIRING = anywhere(undertakings.REQUIRED), anywhere(undertakings.OPENS_REQUIRING)
_PAPER_REQUIRED, _BE_MADE = (anywhere([one]) for one in (undertakings.PAPER_REQUIRED, undertakings.BE_MADE))
_PAPER_MOST = 160
_ASKING = re.compile(r"(?:asked|requested|invited|urged|called)\b", re.IGNORECASE)
_NOT_IMPLIED = anywhere(undertakings.NOT_IMPLIED)
_NARRATED = anywhere(undertakings.NARRATED)
_OWNERS = tuple(re.compile(pattern) for pattern in undertakings.OWNERS)
_OWNER_MOST = 7
_WELSH_TASK = re.compile(r"[A-Z][^/]{2,120}? i [a-z][^/]{2,200} / (?=[A-Z])")
_TRAILING_OWNER = re.compile(r"[\[(](?P<owner>[^\[\]()]{1,60})[\])][.;]?\s*\Z")
_LEADING_OWNER = re.compile(
    rf"(?!(?i:{undertakings.TASKS}) to\b)"
    r"(?P<owner>(?:[Tt]he )?[A-Z](?:[\w’'&/.,-]| (?![–—-]+ )| [–—-]+ (?=[A-Z])){0,70}?)"
    r" (?:to (?!be\b)|will |would |should |shall )\s*(?=[a-z])"
    r"|(?:Yr? )(?P<doer>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) i (?=[a-z])"
    r"|(?P<named>[A-Z][\w’'&/.\- ]{1,50}?)\s*(?::|\s[-–—])\s+(?=\S)"
)
_TRAILING_NAME = re.compile(
    r"(?P<rest>.{6,}?)\s+[-–—]\s+(?P<owner>[A-Z]{2,4}(?:(?:\s*[,/&]\s*|\s+and\s+)[A-Z]{2,4}){0,5}|[A-Z][^.;:]{2,60})\.?\Z"
)
POST = re.compile(
    r"\A(?:all\b|(?:the )?chair|cllr|councillor|mr\b|mrs\b|ms\b|dr\b)"
    r"|\b(?:clerk|officer|director|manager|head of|secretary|treasurer|team|engineer|surveyor|co-?ordinator|solicitor"
    r"|chief executive|cabinet member|portfolio holder|administrator|advis[eo]r|ranger|warden|caretaker|planner)s?\b",
    re.IGNORECASE,
)
_WORKER = (
    rf"(?!(?i:{'|'.join(formulas.DECIDING + formulas.AGREEING)}|{undertakings.NO_WORKERS})\b)"
    r"(?:The )?[A-Z][\w’'/&-]*\.?(?: (?:[A-Z][\w’'/&-]*\.?|and|of|for|&)){0,5}"
)
_NAME_MOST = 60
_WITHIN_NAME = frozenset(["and", "of", "for", "&"])
_NOT_DECIDED = "".join(f"(?<!{word})" for word in formulas.CAPITAL_DECISIONS)
_TO_DO = re.compile(rf" to (?:{undertakings.TASKS})\b")
_TASK_WITHIN = re.compile(rf"(?:\A|(?<=[.;–—-] )){_WORKER}{_NOT_DECIDED} to (?:{undertakings.TASKS})\b")
_TASK_BEHIND = re.compile(rf"(?<= [–—-] ){_WORKER}{_NOT_DECIDED} to (?:{undertakings.TASKS})\b")
_TO_ACTION = re.compile(
    r"(?:\s[–—-]|\.?\s\(|(?<=[.?!])\s)\s*"
    r"(?P<owner>[A-Z][\w’'&/,.]*(?: (?:[A-Z&][\w’'&/,.]*|and)){0,5}) to action\)?[.;]?\Z"
    rf"|\s[–—-]\s*(?:ACTIONS?|Actions?)(?: by)?:? (?P<initials>{undertakings.INITIALS}|Clerk)\.?\Z"
    r"|(?:\s[–—-]\s*(?:ACTIONS?|Actions?)|\s[\[(]\s*(?:ACTIONS?|Actions?)\s*[\])]|(?<=[.?!”)])\s+ACTIONS?)\.?\Z"
)
_BY_WHEN = re.compile(
    r"(?P<owner>.{2,60}?)"
    r"(?:[,;]?\s(?P<due>(?:by|before|due) (?:the )?(?:end of )?(?:\d{1,2}|next|[A-Z][a-z]{2,8}\b)[\w /]{0,30})"
    r"|(?:[,;]|\s[–—-])\s(?P<day>\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|[A-Z][a-z]{2,8} \d{4}|ASAP|[Oo]ngoing|[Ii]mmediately))\Z"
)
_COLUMN = re.compile(rf"(?:{'|'.join(undertakings.OWNER_COLUMNS)})\s*:\s*", re.IGNORECASE)
_NAMES = re.compile(r"(?:The )?[A-Z][\w’'&/.-]*(?:[,;]?\s(?:[A-Z&/][\w’'&/.-]*|and|of|for|the))*")
_PERSON = re.compile(r"(?!(?i:the)\b)[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}")
_ONLY_INITIALS = re.compile(undertakings.INITIALS)
_NAMES_MOST = 200
_OF_ITEM = re.compile(r"(?:item|agenda item|minute|ref)\.? [\w./]{1,10}(?:\s*:|\s+[-–—])\s+", re.IGNORECASE)
_NO_OWNER = re.compile(
    r"\A(?:it|it’s|in|at|on|after|following|during|with|as|when|having)\b|\b(?:he|she|they|it|and)\Z", re.IGNORECASE
)
_TAIL_LEAST, _TAIL_MOST = 30, 100
_MARKS_MOST, _TASKS_MOST = 60, 100
"""Of one paragraph: a line of two million characters that says nothing else has 180,000."""
_INITIALS_BEFORE = re.compile(rf"(?P<owner>[A-Z]{{2,4}}) (?=(?i:{undertakings.TASKS})\b)")
_BY = re.compile(r"\W*actions?\s+(?:by|for)\b", re.IGNORECASE)
_IMPERATIVE = re.compile(
    rf"(?i:to)\b|(?i:{undertakings.TASKS}) [a-z]|\w+ (?:the|an?|all|any|this|these|that|those|their|its)\b"
)
_BETWEEN = re.compile(
    r"(?<=[.;)\]])(?<![(\[]\w[)\]])(?<![(\[][ivx]{2}[)\]])(?<!\A\d\.)(?<!\s\d\.)\s+(?=[A-Z(]|\d[.)]\s)"
    r"|;\s+|,\s+(?:and\s+)?(?=[A-Z]{2,4} to [a-z])|\s+(?=(?:ACTIONS?|Actions?)(?: \d{1,2})?\s*:\s*\S)"
)
_NOTHING = whole(undertakings.NO_ACTION, r"\.?")
_LABELLED_OWNER = re.compile(
    rf"(?:\A|[.;,]\s+)(?:{'|'.join(undertakings.OWNER_COLUMNS)})\s*:\s*(?P<owner>[^.;:]{{2,80}}?)"
    rf"(?:[.;,]?\s+(?:{'|'.join(undertakings.DUE_COLUMNS)})\s*:\s*(?P<due>[^;:]{{2,40}}?))?[.;]?\s*\Z",
    re.IGNORECASE,
)

_BARE_MARK = re.compile(
    r"(?<=[.?!”])\s*[\[(](?:AP ?\d{0,3}|ACTIONS?|Actions?)[\])](?=\s)|(?<=[.?!”])\s*[\[(]AP ?\d{0,3}[\])]\.?\Z"
)
_LABELLED_DAY = re.compile(rf"(?:{'|'.join(undertakings.DUE_COLUMNS)})\s*:\s*(?P<day>[^:;]{{2,40}}?)\.?", re.IGNORECASE)
_LABEL_MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """`text` may be empty where only an owner is printed: the action is then the text before it."""

    owner: str | None
    text: str
    phrase: str
    implied: bool = False


def marked_in(text: str) -> list[Found]:
    """Actions marked inside a paragraph: "... at a future meeting. [Action: PCP]"."""
    if ("ction" not in text and "CTION" not in text and "weithred" not in text) or not _may_be_marked(text):
        return _bare_marks(text) if "AP" in text and ("(AP" in text or "[AP" in text) else []
    end = text[-_TAIL_LEAST:].lower()
    tail = _TO_ACTION.search(text[-_TAIL_MOST:]) if "action" in end else None
    if tail:
        said = text[: len(text) - len(tail[0])].rstrip()
        sentence = last_sentence(said)
        if parted := split_stem(sentence):
            sentence = parted[1]
        if owner := tail["owner"] or tail["initials"]:
            return [*_marks_within(said), Found(owner.strip(), sentence, tail[0].strip())]
        if not is_heading(sentence):
            return [*_marks_within(said), Found(_owner(sentence), sentence, tail[0].strip())]
    return _marks_within(text)


def _marks_within(text: str) -> list[Found]:
    """Marks with their owners, and bare ones, wherever they stand behind a sentence."""
    found: list[Found] = []
    start = 0
    for mark in islice(ACTION_MARK.finditer(text), _MARKS_MOST):
        sentence = last_sentence(text[max(start, mark.start() - 2000) : mark.start()].strip())
        if mark["owner"]:
            found.append(with_day(_owned(mark["owner"].strip()), sentence, mark[0]))
        else:
            rest = sentences(mark["rest"])[0] if mark.end() < len(text) else mark["rest"]
            found.extend(with_day(part, sentence, mark[0][:60]) for part in read_action_line(rest))
            start = mark.start("rest") + len(rest)
            continue
        start = mark.end()
    return found + _bare_marks(text) if "(A" in text or "[A" in text else found


def _may_be_marked(text: str) -> bool:
    """Whether a mark of an action may stand where its letters do; quickly said, and never no where one does."""
    if "action" not in text:
        return "Action" in text or "ACTION" in text or "weithred" in text
    opened = ":" in text or "(" in text or "[" in text or "Action" in text or "ACTION" in text
    return opened or "action" in text[-_TAIL_LEAST:]


def _bare_marks(text: str) -> list[Found]:
    """ "Clerk to order six. (AP) He would send the dates. (AP)": a mark that names nobody, behind its sentence."""
    found: list[Found] = []
    start = 0
    for mark in islice(_BARE_MARK.finditer(text), _MARKS_MOST):
        sentence = last_sentence(text[max(start, mark.start() - 2000) : mark.start()])
        owned = _owned(sentence)
        found.append(Found((owned.owner if owned.text == sentence else None) or _owner(sentence), sentence, mark[0]))
        start = mark.end()
    return found


def with_day(part: Found, sentence: str, phrase: str) -> Found:
    """ "ACTION – AV by 1 June" behind a sentence: the day is none of the owner's name."""
    due = _BY_WHEN.fullmatch(part.owner) if part.owner and not part.text else None
    if due is None:
        return Found(part.owner, part.text or sentence, phrase)
    return Found(due["owner"], f"{sentence.rstrip('.')}, {due['due'] or due['day']}", phrase)


def read_action_line(text: str) -> list[Found]:
    """The actions of a line that is only that, with or without its marker; several may stand on it."""
    marker = ACTION_LINE.match(text)
    body = text[marker.end() :].strip() if marker else text.strip()
    body = _OF_ITEM.sub("", body, count=1) if body[:1] in "AaIiMmRr" and _OF_ITEM.match(body) else body
    phrase = marker[0].strip() if marker else ""
    if _NOTHING.match(body):
        return []
    if marker and (named := marker["by"] or marker["of"] or marker["initials"]):
        return [Found(named.strip(), body, phrase)]
    bracketed = text.startswith(("[", "(")) and body.endswith(("]", ")"))
    body = (
        body[:-1].strip()
        if bracketed and body.count("(") + body.count("[") < body.count(")") + body.count("]")
        else body
    )
    if phrase and _BY.match(phrase) and " to " not in body:
        return [Found(body.strip(" .") or None, "", phrase)]
    parts = [_bare_task(part) for part in _tasks(body)]
    if len(parts) > 1 and not all(_owned(part).owner for part in parts):
        parts = [body]
    return [Found(owned.owner, owned.text, phrase) for owned in map(_owned, parts or [body])]


def _tasks(body: str) -> list[str]:
    """The tasks on a line, each with the name in brackets behind it: "Clerk to ask the school. (Clerk)" is one."""
    tasks: list[str] = []
    for part in _BETWEEN.split(body, _TASKS_MOST):
        if tasks and _TRAILING_OWNER.fullmatch(part.strip()):
            tasks[-1] = f"{tasks[-1]} {part.strip()}"
        elif part.strip(" ;."):
            tasks.append(part)
    return tasks


def _bare_task(part: str) -> str:
    """One of several tasks on a line, without what counts or joins them: "(2) ", "Action 2: ", "and "."""
    task = part.strip(" ;").removeprefix("and ")
    marker = ACTION_LINE.match(task)
    task = task[marker.end() :].strip() if marker and marker.end() < len(task) else task
    number = read_marker(task)
    return task[number.length :] if number and number.firm and number.style is not Style.BULLET else task


def labelled_owner(text: str) -> Found | None:
    """ "Owner: Head of Roads", on the line behind its action."""
    found = _LABELLED_OWNER.match(text) if ":" in text else None
    return Found(found["owner"].strip(), "", found[0].strip()) if found else None


def labelled_day(text: str) -> str:
    """ "Deadline: 3 May", on the line behind its action or behind who is to do it; empty where there is none."""
    found = _LABELLED_DAY.fullmatch(text) if ":" in text[:_LABEL_MOST] else None
    return found["day"] if found else ""


def _owned(text: str) -> Found:
    """Who is to act, and what is to be done; no text where only names stand."""
    text = text.strip()
    if ":" in text and (labelled := _LABELLED_OWNER.search(text)) and labelled.start():
        due = f", due {labelled['due'].strip()}" if labelled["due"] else ""
        return Found(labelled["owner"].strip(), text[: labelled.start()].rstrip(". ") + due, "")
    if owned := _owned_in_brackets(text):
        return owned
    named = _TRAILING_NAME.match(text)
    if named and (named["owner"].isupper() or POST.search(named["owner"])) and not POST.match(named["rest"]):
        return Found(named["owner"].strip(), named["rest"].strip(), "")
    if (dated := _BY_WHEN.fullmatch(text)) and dated["day"] and _NAMES.fullmatch(dated["owner"]):
        return Found(text, "", "")
    if initials := _INITIALS_BEFORE.match(text):
        return Found(initials["owner"], text[initials.end() :], "")
    start = _english_of(text)
    if _IMPERATIVE.match(text, start):
        return Found(None, text, "")
    leading = _LEADING_OWNER.match(text, start)
    if leading and (owner := leading["owner"] or leading["doer"]):
        return Found(None if _NO_OWNER.search(owner) else _bare_owner(_post_of(owner)), text, "")
    if leading and leading["named"] and len(leading["named"].split()) <= _OWNER_MOST:
        return Found(leading["named"].strip(), text[leading.end() :].strip(), "")
    short = len(text.split()) <= _OWNER_MOST and not text.endswith(".") and not text[:1].islower()
    if short or _only_names(text):
        return Found(text.strip(" .") or None, "", "")
    return Found(None, text, "")


def _owned_in_brackets(text: str) -> Found | None:
    """ "Mend the wall (Lead: Engineer; by 3 May)"; "Jo Reed (Head of Roads)" names one person, with her post."""
    trailing = _TRAILING_OWNER.search(text)
    rest = text[: trailing.start()].strip() if trailing else ""
    if not trailing or not rest:
        return None
    said = _COLUMN.sub("", trailing["owner"].strip(), count=1)
    due = _BY_WHEN.fullmatch(said)
    owner, day = (due["owner"], f", {due['due'] or due['day']}") if due else (said, "")
    if any(map(str.isdigit, owner)):  # "(June 2025)" says when, not who
        return None
    if trailing[0][0] == "(" and rest[-1] != "." and _PERSON.fullmatch(rest):
        return Found(text, "", "")
    return Found(owner, rest.rstrip(".") + day if day else rest, "")


def _post_of(owner: str) -> str:
    """ "Director – Roads" whole, as it is one post; of "Mill Lane – Clerk" the clerk."""
    place, dash, named = owner.rpartition(" – ")
    return owner if not dash or POST.search(place) or place.isupper() else named


def names_owner(text: str) -> bool:
    """ "JB, SL", "Head of Roads": nothing but who is to act."""
    return bool(_ONLY_INITIALS.fullmatch(text)) or _only_names(text)


def _only_names(text: str) -> bool:
    """ "Engineer.", "Jo Reed, Head of Roads and Sam Poole, Engineer": names, and a post among them."""
    return len(text) <= _NAMES_MOST and bool(_NAMES.fullmatch(text.rstrip("."))) and bool(POST.search(text))


def _english_of(text: str) -> int:
    """Where the English begins of "Y Clerc i ysgrifennu ... / Clerk to write ...", which names in it who is to act."""
    welsh = _WELSH_TASK.match(text)
    return welsh.end() if welsh else 0


def implied_in(text: str) -> list[Found]:
    """Sentences that ask for something or promise it, without a marker."""
    first = _IMPLIED.search(text)
    worker = _TO_DO.search(text) is not None and _names_worker(text)
    if not (first or (worker and _TASK_WITHIN.search(text))):
        return []
    found: list[Found] = []
    start, place = first.start() if first else len(text), 0
    for sentence in sentences(text):
        place = text.index(sentence, place) + len(sentence)
        head = sentence[:1200]
        phrase = _IMPLIED.search(head) if place > start else None
        if phrase is None and worker:
            phrase = _TASK_WITHIN.match(head) or _TASK_BEHIND.search(head)
        if (
            phrase is None
            or _NARRATED.match(head)
            or _NOT_IMPLIED.search(head, max(0, phrase.start() - 40), phrase.end() + 20)
        ):
            continue
        start_of = phrase.start() if phrase.re is _TASK_BEHIND else clause_start(head, phrase)
        clause = sentence[start_of:]
        tasked = phrase.re in (_TASK_WITHIN, _TASK_BEHIND)
        owner = _owner(clause[:1200]) or (_bare_owner(phrase[0].partition(" to ")[0]) if tasked else None)
        if start_of and not owner and (said := speaker(head)) and not _ASKING.match(clause):
            owner = _named(said)
        found.append(Found(owner, clause, phrase[0].strip(), implied=True))
    return found


def _names_worker(text: str) -> bool:
    """Whether a name may stand before something to do; quickly said, and never no where one does."""
    before = (
        text[max(0, found.start() - _NAME_MOST) : found.start()].rsplit(" ", 1)[-1] for found in _TO_DO.finditer(text)
    )
    return any(word[:1].isupper() or word in _WITHIN_NAME for word in before)


def required_in(text: str) -> list[Found]:
    """What a resolution requires of somebody, who may be named: "That a report be brought to the next meeting"."""
    if found := implied_in(text):
        return found
    head = text[:1200]
    asked = _OPENS_REQUIRING.match(head) or (_REQUIRED.search(head) if " be " in head else None)
    phrase = _paper_required(head) or (asked[0].strip() if asked else "")
    return [Found(_owner(head), text, phrase, implied=True)] if phrase else []


def _paper_required(text: str) -> str:
    """ "report on cranes be brought": looked for from its end, since "a" may stand anywhere."""
    made = _BE_MADE.search(text) if " be " in text else None
    start = made.start() if made else 0
    paper = _PAPER_REQUIRED.search(text, max(0, start - _PAPER_MOST), start) if made else None
    return text[paper.start() : made.end()] if paper and made else ""


def _owner(sentence: str) -> str | None:
    for pattern in _OWNERS[::-1]:
        found = pattern.search(sentence)
        if owner := _named(found["owner"]) if found else None:
            return owner
    return None


def _named(text: str) -> str | None:
    """Whoever this names; nobody where it is "it" or "Members"."""
    owner = _bare_owner(text)
    return owner if owner and not _NO_OWNER.search(owner) and owner.lower() not in undertakings.GENERAL_OWNERS else None


def _bare_owner(text: str) -> str:
    return re.sub(r"^the\s+", "", text.strip(" ,.:;"), flags=re.IGNORECASE)
