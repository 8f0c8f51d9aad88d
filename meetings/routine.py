"""What every meeting resolves and tells a reader of decisions nothing: minutes approved, apologies, reports noted.

The rule is the patterns below; each must match the whole of a resolution. What they miss is only shown, so they are
narrow: whatever goes on to ask, agree or regret something is no routine.
"""

import re

_VERBS = r"(?:be|is|are|was|were)"
_RECORD = (
    r"(?:[ ,]+(?:as|to be|and|by|the|a|an|true|correct|accurate|full|record|approved|confirmed|signed|"
    r"chair\w*|leader|mayor|presiding member))*"
)

_SOME, _ANY = r"[^;.]{1,200}", r"[^;.]{0,200}"
"""What may stand between, inside one sentence."""

APPROVAL_OF_MINUTES = (
    rf"(?:the )?(?:\w+ ){{0,3}}minutes(?: {_SOME}?)? {_VERBS} (?:approved|agreed|confirmed|accepted){_RECORD}",
    rf"(?:to )?(?:approve|agree|confirm|accept|sign)(?:s|d|ed)? (?:the )?(?:(?!that\b)\w+ ){{0,2}}minutes\b{_ANY}",
)
APOLOGIES = (
    rf"(?:the )?apologies\b{_ANY}? (?:received|noted|accepted|recorded)(?: (?:from|for|on behalf of) {_SOME})?",
    rf"(?:to )?(?:note|receive|accept)(?:s|d|ed)? (?:the |these )?apologies\b{_ANY}",
)
NOTED = (
    rf"{_SOME}? {_VERBS} (?:(?:received|considered|duly)(?: and |, | ))*(?:noted|received)(?: and received)?",
    r"(?:duly )?noted",
    rf"(?:to )?(?:receive(?:s|d)? and )?note(?:s|d)? (?!with\b){_SOME}",
)

_OPENING = re.compile(
    r"^(?:it was )?(?:(?:resolved|agreed)\b[\s:–—-]*)?(?:that )?"
    r"(?:(?:the )?(?:committee|panel|board|cabinet|council|members) )?(?=\w)"
)
_ALSO = re.compile(
    r"(?:\band|\bbut|[,;]) (?:(?:to|that|also|further|then) )*(?:[^,;]{1,60} be )?(?:ask|request|recommend|invit|urg"
    r"|refer|writ|extend|clos|keep|appoint|agree|approv|endors|support|establish|add|send|bring|report|express|regret)"
)
_ROUTINE = [re.compile(pattern) for pattern in (*APPROVAL_OF_MINUTES, *APOLOGIES, *NOTED)]
_APPROVAL = [re.compile(pattern) for pattern in APPROVAL_OF_MINUTES]


def is_routine(text: str) -> bool:
    """Whether this resolution approves minutes, takes apologies or only notes something."""
    return _matches(text, _ROUTINE)


def is_approval_of_minutes(text: str) -> bool:
    return _matches(text, _APPROVAL)


def _matches(text: str, patterns: list[re.Pattern[str]]) -> bool:
    words = _OPENING.sub("", " ".join(text.split()).casefold()).rstrip(" .;")
    return not _ALSO.search(words) and any(pattern.fullmatch(words) for pattern in patterns)
