"""Actions in the wording: marked ones with their owners, unmarked ones suggested with the phrase that made them."""

import re
from dataclasses import dataclass

from . import formulas
from .words import ACTION_LINE, ACTION_MARK, Sought, anywhere, last_sentence, sentences

_IMPLIED = Sought(formulas.IMPLIED_ACTIONS, formulas.IMPLIED_WORDS)
_NOT_IMPLIED = anywhere(formulas.NOT_IMPLIED)
_NARRATED = anywhere(formulas.NARRATED)
_OWNERS = tuple(re.compile(pattern) for pattern in formulas.OWNERS)
_OWNER_MOST = 7
_SECOND_HALF = 60
_TRAILING_OWNER = re.compile(r"[\[(](?P<owner>[^\[\]()]{1,60})[\])][.;]?\s*\Z")
_LEADING_OWNER = re.compile(
    r"(?P<owner>(?:The )?[A-Z][\w’'&/.,\- ]{0,70}?) (?:to|will|would|should|shall)\s+(?=[a-z])"
    r"|(?P<named>[A-Z][\w’'&/.\- ]{1,50}?)\s*(?::|\s[-–—])\s+(?=\S)"
)
_BETWEEN = re.compile(r"(?<=[.;)\]])\s+(?=[A-Z(])|;\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """`text` may be empty where only an owner is printed: the action is then the text before it."""

    owner: str | None
    text: str
    phrase: str
    implied: bool = False


def marked_in(text: str) -> list[Found]:
    """Actions marked inside a paragraph: "... at a future meeting. [Action: PCP]"."""
    if "ction" not in text and "CTION" not in text:
        return []
    found: list[Found] = []
    start = 0
    for mark in ACTION_MARK.finditer(text):
        sentence = last_sentence(text[max(start, mark.start() - 2000) : mark.start()].strip())
        if mark["owner"]:
            owned = _owned(mark["owner"].strip())
            found.append(Found(owned.owner, owned.text or sentence, mark[0]))
        else:
            parts = read_action_line(mark["rest"])
            found.extend(Found(part.owner, part.text or sentence, mark[0][:60]) for part in parts)
        start = mark.end()
    return found


def read_action_line(text: str) -> list[Found]:
    """The actions of a line that is only that, with or without its marker; several may stand on it."""
    marker = ACTION_LINE.match(text)
    body = text[marker.end() :].strip() if marker else text.strip()
    phrase = marker[0].strip() if marker else ""
    bracketed = text.startswith(("[", "(")) and body.endswith(("]", ")"))
    body = (
        body[:-1].strip()
        if bracketed and body.count("(") + body.count("[") < body.count(")") + body.count("]")
        else body
    )
    parts = [part.strip(" ;") for part in _BETWEEN.split(body) if part.strip(" ;.")]
    if len(parts) > 1 and not all(_owned(part).owner for part in parts):
        parts = [body]
    return [Found(owned.owner, owned.text, phrase) for owned in map(_owned, parts or [body])]


def _owned(text: str) -> Found:
    """Who is to act, and what is to be done; no text where only names stand."""
    text = text.strip()
    if trailing := _TRAILING_OWNER.search(text):
        rest = text[: trailing.start()].strip()
        if rest:
            return Found(trailing["owner"].strip(), rest, "")
    leading = _LEADING_OWNER.match(text)
    if leading and leading["owner"]:
        return Found(_bare_owner(leading["owner"]), text, "")
    if leading and leading["named"] and len(leading["named"].split()) <= _OWNER_MOST:
        return Found(leading["named"].strip(), text[leading.end() :].strip(), "")
    if len(text.split()) <= _OWNER_MOST and not text.endswith("."):
        return Found(text.strip(" .") or None, "", "")
    return Found(None, text, "")


def implied_in(text: str) -> list[Found]:
    """Sentences that ask for something or promise it, without a marker."""
    lowered = text.lower()
    if not any(word in lowered for word in formulas.IMPLIED_WORDS):
        return []
    found: list[Found] = []
    for sentence in sentences(text):
        head = sentence[:1200]
        phrase = _IMPLIED.search(head)
        if (
            phrase is None
            or _NARRATED.match(head)
            or _NOT_IMPLIED.search(head, max(0, phrase.start() - 40), phrase.end() + 20)
        ):
            continue
        clause = sentence[phrase.start() :] if _joined(head, phrase.start()) else sentence
        found.append(Found(_owner(clause[:1200]), clause, phrase[0], implied=True))
    return found


def _joined(sentence: str, at: int) -> bool:
    """Whether the request is the second half of its sentence: "... wanted more comfort and requested that ..."."""
    return at > _SECOND_HALF and sentence[:at].endswith((" and ", ", "))


def _owner(sentence: str) -> str | None:
    for pattern in _OWNERS[::-1]:
        found = pattern.search(sentence)
        owner = _bare_owner(found["owner"]) if found else ""
        if owner and not owner.lower().startswith(("it ", "it’s")) and owner.lower() not in formulas.GENERAL_OWNERS:
            return owner
    return None


def _bare_owner(text: str) -> str:
    return re.sub(r"^the\s+", "", text.strip(" ,.:;"), flags=re.IGNORECASE)
