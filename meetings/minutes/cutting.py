"""One line, several pieces: where labels, numbers, bullets and resolutions begin in the middle of a line."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from .actions import POST
from .dates import MONTH, WEEKDAY
from .formulas import BODY_WORDS, CAPITAL_DECISIONS, HAVING_OPENS, MOVERS
from .numbering import Marker, Style, follows, is_first, read_marker
from .stems import holds_capital_decision, is_body_alone
from .words import last_sentence

_CAPITALS = "|".join(CAPITAL_DECISIONS)
_COUNTED_OTHERWISE = frozenset({Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL})
_ENDS_BODY = ":-–—"
"""What stands before the first number of a list that a body opens: "The Committee: (1) noted ..."."""
_FIRST, _FIRST_MOST, _OPENS_MOST = frozenset("1aAiI"), 9, 200
Places: TypeAlias = Callable[[str], list[int]]

_TAG = re.compile(r"</?[A-Z]{2,}\d{0,4}(?:_SECTION)?>")
_LABEL = re.compile(
    r"(?:(?<=\s)|\A)(?:Minutes|Cofnodion|Decisions?|Penderfyniad|(?:Additional|Supporting|Accompanying) documents)"
    r"\s*:(?=\s|\Z)(?!\s+(?:Read the|pdf icon|PDF \d))"
    rf"(?i:(?!\s+(?:{WEEKDAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})|(?:{MONTH})\s+\d)))"
)
_LABEL_WORDS = ("inutes", "ecision", "documents", "ofnodion", "enderfyniad")
_NOT_LABEL = re.compile(
    r"\b(?:the|of|draft|these|those|previous|last|and|to|following|key|for|reason|date|such|any|executive|cabinet|officer|member|delegated|urgent)\s\Z|\A\s*\d[\w./]{0,9}\s+\Z",
    re.IGNORECASE,
)
_INLINE_BULLETS = "·•▪\uf0b7"
_INLINE_BULLET = re.compile(rf"(?<=\s)[{_INLINE_BULLETS}](?=\s+\S)")
_CAPITAL_STEM = re.compile(
    rf"\b(?<!\bbe\s)(?<!\bbeen\s)(?:UNANIMOUSLY\s+)?(?:{_CAPITALS})(?:\s*/\s*(?:{_CAPITALS}))?\b"
    r"(?=\s*(?:[:;,–—-]|that\b|THAT\b|to\b|T H A T|[(\[]\w|\d|unanimously|\Z))"
)
_MIXED_STEM = re.compile(r"(?<=[.!?] )(?:Resolved|Agreed|Recommended)(?:\s*[:–—-]+\s|\s(?:that|to)\s)")
_NEXT_STEM = re.compile(
    rf"[.;!?][”’\"')\]]{{0,2}}\s+(?=(?:It was (?:further |also |then |unanimously )?)?(?:{_CAPITALS})\b"
    r"(?:\s+(?:unanimously|UNANIMOUSLY))?\s*(?:[:–—-]|that\b|THAT\b|to\b))"
)
_SEVERAL, _LEAST_DECIDED = 2, 4
_CLOSING = re.compile(
    r"(?<=[.!?)])\s+(?=The meeting (?:closed|ended|finished|concluded|rose|was closed) at "
    r"\d[^.]{0,30}(?:\.\d\d[^.]{0,12})?\.?\s*\Z)"
)
_EDGE_MOST = 80
_RIGHT_EDGE = re.compile(
    r"(?<=[a-z]{2})[.?!)](?:\s{3,}|[ ]?\t\s*)"
    r"(?=(?:[A-Z]{2,4}|Clerk|All)(?:\s?[/,&]\s?(?:[A-Z]{2,4}|Clerk|All)){0,4}\s*\Z)"
)
_NAMED_EDGE = re.compile(
    r"(?<=[a-z]{2})[.?!)](?:\s{3,}|[ ]?\t\s*)"
    r"(?=(?P<named>[A-Z][\w’'/-]*(?: (?:[A-Z][\w’'/-]*|of|and|for|&)){0,6})\s*\Z)"
)
_STATUS_LETTERS = frozenset("NARCD")
_STATUS = re.compile(
    r"(?:Noted|Agreed|Approved|Resolved|Received|Carried|Deferred)(?:\s{2,}|\t\s*)"
    r"(?!That )(?=[A-Z][^.:;]{2,80} to [a-z])"
)
_SENTENCE = re.compile(r"[.?!:;][”’\"')\]]{0,2}\s+(?=[“‘\"'(\[]?[A-Z])")
_FORMAL = re.compile(
    rf"\A{HAVING_OPENS}\b.*\b(?:{BODY_WORDS}|meeting|members|it was)\s*\Z|\b{MOVERS}\b"
    rf"|\A(?:it\s+(?:was|is)|(?:the\s+(?:\w+\s+){{0,4}})?(?:{BODY_WORDS}|meeting)|members|accordingly|and|cllrs?\b.{{0,80}})"
    r"\s*(?:was|then|also|further|therefore|accordingly|unanimously|it was|(?:\w+ed )?and)?\s*\Z",
    re.IGNORECASE,
)
_FORMAL_MOST = 300
_TOLD_MOST = 40
_TOLD_OF = re.compile(
    r"\b(?:had|having|not|already|previously|never|which|who|(?:when|where|whether|that) (?:it|this) (?:was|is))\Z",
    re.IGNORECASE,
)
"""What stands before a decision of which somebody only tells: "he said that it was RESOLVED in May to ..."."""

_NARRATION = re.compile(
    r"[.!?][”’\"')\]]{0,2}\s+(?=(?:The (?:[A-Z][\w’'-]+ ){1,4}|Members |Officers |A (?:resident|member|parishioner) "
    r"|(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.? (?:[A-Z][\w.’'-]* ){1,4})(?:then |also )?"
    r"(?:reported|said|asked|explained|advised|stated|told|thanked|came|left|returned|rejoined|spoke|wondered|thought)\b)"
)
_DECIDED_OR_ACTION = ("RESOLVED", "AGREED", "ACTION:")
_INLINE_MARKER = re.compile(
    rf"(?:[.;:?!,)\]”’–—-]|\b(?:and|that|THAT|That|{_CAPITALS}|Resolved|resolved|Agreed|agreed|following))\s+"
    r"(?=[\[(]\w{1,5}[\])]|\d{1,4}(?:\.\d{1,3}){0,3}[.)]?\s|[a-z]{1,4}[.)]\s)"
)
_FIRST_WITHIN = re.compile(r"[\s(\[](?:[1aiAI][.)\]]|1\s)")
_LIST_OPENS = re.compile(rf"\b(?:{_CAPITALS}|[Rr]esolved|[Aa]greed|[Rr]ecommended)\b[^.]{{0,120}}\Z")


def cut(line: str, starts: Sequence[int] = ()) -> Sequence[str]:
    """The pieces of one line, in order; joined they are the line. At the columns `starts` it is cut in any case."""
    parts = [line[start:end] for start, end in pairwise([0, *starts, len(line)])] if starts else [line]
    if "<" in line:
        parts = _split_all(parts, _at_tags)
    if ":" in line and any(map(line.__contains__, _LABEL_WORDS)):
        parts = _split_all(parts, _at_labels)
    if not line.isascii() and any(map(line[1:].__contains__, _INLINE_BULLETS)):
        parts = _split_all(parts, _at_bullets)
    if "The meeting " in line:
        parts = _split_all(parts, _at_closing)
    if "   " in (edge := line[-_EDGE_MOST:]) or "\t" in edge:
        parts = _split_all(parts, _at_right_edge)
    if line[:1] in _STATUS_LETTERS and ("  " in line[5:11] or "\t" in line[5:9]):
        parts = _split_all(parts, _at_status)
    if holds_capital_decision(line) or ((". Resolved" in line or ". Agreed" in line) and _MIXED_STEM.search(line)):
        parts = _split_all(parts, _at_stems)
    if "RESOLVED" in line or "AGREED" in line or "ACTION:" in line:
        parts = _split_all(parts, _at_narration)
    return _split_all(parts, _at_markers)


def _split_all(parts: list[str], places: Places) -> list[str]:
    found: list[str] = []
    for part in parts:
        cuts = places(part)
        if not cuts:
            found.append(part)
            continue
        start = 0
        for place in cuts:
            if place > start:
                found.append(part[start:place])
                start = place
        found.append(part[start:])
    return found


def _at_tags(part: str) -> list[int]:
    return [place for found in _TAG.finditer(part) for place in found.span()]


def _at_labels(part: str) -> list[int]:
    """Before and behind each label, where a title or the text stands on the same line."""
    places: list[int] = []
    for found in _LABEL.finditer(part):
        before = part[max(0, found.start() - 14) : found.start()]
        if before.rstrip().endswith("/"):  # "Cofnodion / Minutes:" is one label
            places.append(found.end())
        elif not _NOT_LABEL.search(before):
            places.extend(found.span())
    return places


def _at_bullets(part: str) -> list[int]:
    lead = len(part) - len(part.lstrip())
    return [found.start() for found in _INLINE_BULLET.finditer(part, lead + 1)]


def _at_closing(part: str) -> list[int]:
    return [found.end() for found in _CLOSING.finditer(part)]


def _at_right_edge(part: str) -> list[int]:
    """Before the initials, or the post, that stand far to the right of a sentence: who is to act on it."""
    edge = part[-_EDGE_MOST:]
    found = _RIGHT_EDGE.search(edge) or ((named := _NAMED_EDGE.search(edge)) and POST.search(named["named"]) and named)
    return [len(part) - _EDGE_MOST + found.end() if len(part) > _EDGE_MOST else found.end()] if found else []


def _at_status(part: str) -> list[int]:
    """Behind "Noted", where a column of the table said so, and before who is to act in the next column."""
    found = _STATUS.match(part)
    return [found.end()] if found else []


def _at_stems(part: str) -> list[int]:
    """Before each sentence that resolves: behind the first, those that begin with no more than "It was"."""
    first = _at_stem(part)
    if part.count("ED ") < _SEVERAL and part.count("ED:") < _SEVERAL:
        return first
    begun = (found.end() for found in _NEXT_STEM.finditer(part, first[0] if first else 0))
    return first + [place for place in begun if not first or place > first[0] + _LEAST_DECIDED]


def _at_narration(part: str) -> list[int]:
    """Where somebody goes on speaking behind what was decided, or is to be done: "RESOLVED to wait. The Clerk said"."""
    places: list[int] = []
    last = 0
    for end in _NARRATION.finditer(part):
        if any(word in part[last : end.start()] for word in _DECIDED_OR_ACTION):
            places.append(end.end())
        last = end.end()
    return places


def _at_stem(part: str) -> list[int]:
    """Before the sentence that resolves; a formal run-in ("It was moved by ... and") stays with it."""
    found = _CAPITAL_STEM.search(part)
    if found is None and (mixed := _MIXED_STEM.search(part)):
        return [mixed.start()]
    if found is None or not part[: found.start()].strip(" \t“\"‘'"):
        return []
    before = part[: found.start()]
    start = 0
    for end in _SENTENCE.finditer(before[-_FORMAL_MOST * 2 :]):
        start = max(0, len(before) - _FORMAL_MOST * 2) + end.end()
    run_in = before[start:].strip()
    marker = read_marker(f"{run_in} ")
    formal = run_in[marker.length :].strip() if marker else run_in
    if formal.startswith("That "):  # "(a) That the Cabinet, as RECOMMENDED to it, ..." is a limb
        return [start] if start else []
    if _TOLD_OF.search(formal[-_TOLD_MOST:]):
        return []
    if len(formal) <= _FORMAL_MOST and (not formal or _FORMAL.search(formal)):
        return [start] if start else []
    return [found.start()]


def _at_markers(part: str) -> list[int]:
    """Where the next number of a list that began on this line stands behind the end of a sentence."""
    if len(part) < 20:
        return []
    lead = len(part) - len(part.lstrip()) if part[0].isspace() else 0
    last = _opening(part[lead : lead + 100])
    if not (_opens_list_within(part) if last is None else _goes_on_within(part, last)):
        return []
    places: list[int] = []
    wanted = _next_figure(last)
    for found in _INLINE_MARKER.finditer(part, lead):
        head = part[found.end() : found.end() + 24]
        if wanted not in head or (last is None and _FIRST.isdisjoint(head[:_FIRST_MOST])):
            continue
        marker = _behind(head)
        if marker is None:
            continue
        if last is not None:
            same = follows(marker, last)
            if same is None:
                continue
            last = same
        elif is_first(marker) and _opens_list(part, found):
            last = marker
        else:
            continue
        wanted = _next_figure(last)
        places.append(found.end())
    return places


def _next_figure(last: Marker | None) -> str:
    """What the number behind `last` holds; nothing where it is no figure, or where a list is yet to begin."""
    return "" if last is None or last.style in _COUNTED_OTHERWISE else str(last.value[-1] + 1)


def _opens_list(part: str, found: re.Match[str]) -> bool:
    """Whether a list may begin with the number behind `found`."""
    start, end = max(0, found.start() - _OPENS_MOST), found.end()
    before = part[start:end]
    if _names_decision(before) and _LIST_OPENS.search(part, start, found.start() + 1):
        return True
    before = before.strip()
    return before[-1:] in _ENDS_BODY and is_body_alone(last_sentence(before))


def _opens_list_within(part: str) -> bool:
    """Whether a word stands there behind which a list may begin; quickly said, and never no where one does."""
    if (" (1) " in part and " (2) " in part) or (" (i) " in part and " (ii) " in part):
        return _names_decision(part) or any(map(part.__contains__, _ENDS_BODY))
    return _names_decision(part) and _FIRST_WITHIN.search(part) is not None


def _names_decision(part: str) -> bool:
    return "esolved" in part or "greed" in part or "ecommended" in part or holds_capital_decision(part)


def _goes_on_within(part: str, last: Marker) -> bool:
    """Whether the number behind `last` may stand there; quickly said, and never no where it does."""
    if last.style in _COUNTED_OTHERWISE:
        return True
    if last.style is Style.REFERENCE:  # `references` finds those, where they go on in the whole source
        return False
    return str(last.value[-1] + 1) in part


def _opening(head: str) -> Marker | None:
    plain = head.isascii() and not ("\t" in head or "  " in head)
    marker = read_marker(head if plain else " ".join(head.split()))
    return marker if marker and marker.firm and marker.style is not Style.BULLET else None


def _behind(head: str) -> Marker | None:
    words = " ".join(head.split())
    marker = read_marker(words)
    if marker and not marker.firm and words.startswith(("That ", "that ", "To ", "to "), marker.length):
        return marker
    if marker is None or not marker.firm or marker.style in (Style.BULLET, Style.REFERENCE):
        return None
    return marker
