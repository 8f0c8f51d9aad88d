"""Where in its sentence the clause of a request or promise begins, and who speaks in that sentence."""

import re

_JOINT = re.compile(r"(?:[,;:]| and| but)\s+(?:(?:and|but|so|that) )*")
_ASKS = re.compile(
    r"(?:asked|asks|requested|requests|recommended|invited|instructed|urged|tasked|called)\b", re.IGNORECASE
)
_PROMISES = re.compile(r"(?:undertook|agreed|offered|promised|committed) to\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:it was|he|she|they|officers|members|the [\w’' -]{2,60}|(?-i:[A-Z])[\w’'.-]*(?: [\w’'.-]+){0,8})",
    re.IGNORECASE,
)
_IN_REPLY = re.compile(r"In (?:reply|response|answer) to [^,]{3,90}, ")
_SAID_THAT = re.compile(
    r"(?:confirmed|agreed|advised|said|stated|assured|replied|noted|added|undertook|promised) that "
    r"(?=(?:officers|the|an?|this|these|further) )",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bthat (?=(?:an?|the|this|these|further|more|details|copies) [^,;:]{2,80}\Z)")
_SPEAKER = re.compile(
    r"\A(?:In (?:reply|response|answer)(?: to [^,]{3,90},|,)? )?"
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|and|of|for|the|in|&)){0,9}),? "
    r"(?:replied|said|advised|explained|confirmed|stated|reported|answered|added|did not have)\b"
)
_SUGGESTED = "suggested that "
_SECOND_HALF, _AFTER_SPEAKER = 60, 30
_THAT_MOST = 120
_NAMED_MOST = 40
"""So near its beginning the sentence itself says who promises: "The Engineer confirmed that a map would be sent"."""

_NOBODY = ("Officers ", "Members ")


def clause_start(sentence: str, phrase: re.Match[str]) -> int:
    """Where the clause of the request or promise begins, whoever is to act stands in it or speaks before it; else 0.

    "... wanted more comfort and requested that the Treasurer ..." names him behind; "..., and the Treasurer agreed to
    send it" before; "The Treasurer said that he could not, and undertook to ..." as its speaker.
    """
    at, said = phrase.start(), phrase[0].lower()
    if said.startswith(_SUGGESTED):
        return at + len(_SUGGESTED)
    if told := _SAID_THAT.match(phrase[0]):
        return at + told.end() if at > _NAMED_MOST or sentence.startswith(_NOBODY) else 0
    named = at > _NAMED_MOST and bool(speaker(sentence))
    if said.startswith("would be") and named and (start := _told_behind_that(sentence, at)):
        return start
    if (reply := _IN_REPLY.match(sentence)) and _SUBJECT.fullmatch(sentence[reply.end() : at].strip()):
        return reply.end()
    return _behind_joint(sentence, phrase)


def _told_behind_that(sentence: str, at: int) -> int:
    """Of "... stated that three were lost and that a list would be sent": where "a list" begins; 0 for none."""
    head = max(0, at - _THAT_MOST)
    last = sentence.rfind(" that ", head, at)
    found = _THAT.search(sentence[last:at]) if last >= 0 else None
    return last + found.end() if found else 0


def _behind_joint(sentence: str, phrase: re.Match[str]) -> int:
    at = phrase.start()
    joints = list(_JOINT.finditer(sentence, 0, at))
    if not joints:
        return 0
    start = joints[-1].end()
    between = sentence[start:at].strip()
    if not between and at > _AFTER_SPEAKER and _PROMISES.match(phrase[0]):
        return start if _SPEAKER.match(sentence) else 0
    if at <= _SECOND_HALF:
        return 0
    if not between:
        return start if _ASKS.match(phrase[0]) else 0
    return start if start > _SECOND_HALF and _SUBJECT.fullmatch(between) else 0


def speaker(sentence: str) -> str:
    """Who speaks, as the sentence begins: "In reply to Councillor Ash, the Engineer said ..."; empty for nobody."""
    found = _SPEAKER.match(sentence)
    return found["owner"] if found else ""
