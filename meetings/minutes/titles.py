"""Titles of items: numbered ones found by their count upwards, and where a title ends when text follows on its line."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .counted import (
    HEAD_BEFORE,
    HEAD_STOPPED,
    OTHERWISE,
    count_standing,
    head_before_text,
    head_of,
    headed_chain,
    leading_head,
    longest_chain,
    names_matter,
)
from .dates import MONTH
from .numbering import Marker, Style, follows, is_below_reference, is_first
from .piece import Piece
from .run_on import title_end
from .stems import is_stem_line
from .structure import Kind
from .words import (
    AGENDA_OPENING,
    LIMB_LANGUAGE,
    STANDING_ITEM,
    document_title,
    is_heading,
    is_person,
    is_title,
)

_GAP = 8
_FEWEST = 2
_LEAD = 30
_NEVER_ITEMS = frozenset({Style.BULLET, Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL})
_PLAIN_NUMBERS = frozenset({Style.NUMBER, Style.NUMBER_BRACKET})
_DEEPEST = 2
_LONG = 160
_TITLE_END = re.compile(r"\s+[-–—]\s+(?=[A-Z])|:\s+(?=[A-Z])|\.\s+(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9’'&,()/.\-–: ]{3,}(?=\s+[A-Z][a-z]|\s*\Z)")
_NOTHING_BEHIND = re.compile(
    r"\s*[-–—:.]\s+(?=(?:none|nil|no(?:thing| \w+)?|not applicable|n/a)\b(?: (?:were |was )?\w+)?\.?\Z)", re.IGNORECASE
)
_LABEL = re.compile(r"\A(?:title|subject)\s*:\s*(?=\S)", re.IGNORECASE)
_STATUS_OF_DECISION = re.compile(r"\s+ref:\s*\d{1,6}\b.{0,60}\Z", re.IGNORECASE)
_DAY = re.compile(r"\s+\d{1,2}\Z")
_MONTH = re.compile(rf"\s+(?:{MONTH})\b", re.IGNORECASE)
_REST_MOST = 4
_OPENS_BELOW = ("It was", "The Council", "The Committee", "Members", "The Chairman", "The Clerk")
_CODE = re.compile(r"\s*(?P<code>[A-Z]{1,2}\d{1,2})[.:]?(?:\t|\s{2,})")
_WIDE = re.compile(r"\s*\d+(?:\t|\s{2,})")
_TEXT_BEHIND = re.compile(
    r"\s+(?=(?:It was|There (?:was|were)|The \w+(?: \w+)? (?:was|were|had|said|reported)"
    r"|[A-Z][a-z]+ (?:was|were|had been)|No \w+ (?:was|were)"
    r"|Cllrs?\b|Councillors?\b|Proposed|PROPOSED|RESOLVED|Resolved|AGREED)\b(?![’']))"
)
_AGENDA_WITHIN = 400
"""Characters within which the agenda begins: no title is longer."""
_AGENDA_BEHIND = re.compile(
    r"\bPDF \d+(?:\.\d+)? [KM]B(?=\s+[A-Z])"
    r"|(?<=[a-zA-Z).])(?=\s+(?:(?:1 )?To (?:receive|consider|approve|note|agree|confirm"
    r"|identify|disclose|declare|highlight|sign)"
    r"|Members (?:are|may)|Members of the \w+(?: \w+){0,5} are"
    r"|Members and officers|Any (?:apologies|members?|items)|The (?:Chair\w*|Mayor) will"
    r"|The (?:Panel|Committee|Board|Commission|Council) (?:welcomes|is asked)|Report of the)\b)"
)


def become_item(piece: Piece, number: str | None = None) -> None:
    """This piece is the title of an item: its number, and its title without the size of the paper behind it."""
    title = _LABEL.sub("", _STATUS_OF_DECISION.sub("", piece.body))
    if named := (document_title(title) or "").strip():
        title = named
    printed = piece.marker.printed if piece.marker and piece.marker.style is not Style.BULLET else None
    coded = _CODE.match(piece.raw) if not printed else None
    if coded and title.startswith(coded["code"]):
        printed, title = coded["code"], title[len(coded["code"]) :]
    piece.become(Kind.ITEM, number=printed or number, wording=title.strip(" |-–—").rstrip(":").strip() or title)


def item_chain(pieces: Sequence[Piece]) -> list[int]:
    """The places of the titles that are numbered upwards, one list for the whole paper; empty where there is none.

    Parishes call their items as the agenda did ("To receive apologies"): these fill the gaps of a list, or make one.
    """
    chain = _chain_of(pieces, worded=False)
    if len(chain) < _FEWEST and any(map(_calls_item, pieces)):
        worded = _chain_of(pieces, worded=True)
        chain = worded if len(worded) > len(chain) else chain
    if len(chain) < _FEWEST:
        chain = next((found for of in OTHERWISE if (found := of(pieces))), chain)
    elif not count_standing(pieces, chain):
        chain = headed_chain(pieces) or chain
    return _filled(pieces, chain) if len(chain) >= _FEWEST else chain


def _filled(pieces: Sequence[Piece], chain: list[int]) -> list[int]:
    """The chain with the numbers it skips, where a line bears them that is worded as an agenda."""
    found: list[int] = []
    before, style = 0, Style.NUMBER
    start = max(0, chain[0] - _LEAD)
    for place in chain:
        marker = pieces[place].marker
        if marker is None or marker.style not in _PLAIN_NUMBERS:
            return chain
        for at in range(start, place):
            other = pieces[at].marker
            skipped = other is not None and other.style is marker.style and before < other.value[0] < marker.value[0]
            if skipped and other is not None and pieces[at].open and _may_fill(pieces[at]):
                found.append(at)
                before = other.value[0]
        found.append(place)
        before, start, style = marker.value[0], place + 1, marker.style
    for at in range(start, len(pieces)):
        other = pieces[at].marker
        if other and other.style is style and other.value[0] == before + 1 and _goes_on(pieces, at):
            found.append(at)
            before += 1
    return found


def _goes_on(pieces: Sequence[Piece], place: int) -> bool:
    """ "9. Finance: the balance was ..." behind item 8, the last that stands on a line of its own; none of a list."""
    piece = pieces[place]
    if not piece.open or not piece.marker or not piece.marker.firm or not leading_head(piece.body):
        return False
    return pieces[place - 1].text[-1:] not in (":", ";", ",")


def _calls_item(piece: Piece) -> bool:
    """ "5. To receive apologies"."""
    marker = piece.marker
    firm = piece.open and marker is not None and marker.firm and marker.style is Style.NUMBER
    return firm and _worded_title(piece)


def _may_fill(piece: Piece) -> bool:
    return _worded_title(piece) or bool(piece.marker and piece.marker.firm and head_before_text(piece.body))


def _worded_title(piece: Piece) -> bool:
    body = piece.body
    return bool(AGENDA_OPENING.match(body)) and len(body) < _LONG and body[-1] not in ".;:," and is_title(body)


def _chain_of(pieces: Sequence[Piece], *, worded: bool) -> list[int]:
    families: dict[tuple[Style, bool, int], list[tuple[int, Marker]]] = {}
    parents: set[tuple[int, ...]] = set()
    limb: Piece | None = None
    for place, piece in enumerate(pieces):
        marker = piece.marker
        if not piece.open or marker is None:
            continue
        if marker.style is Style.NUMBER and _is_limb(pieces, place, limb):
            limb = piece
            continue
        extra = worded and _calls_item(piece)
        own = _has_own(pieces, place, marker)
        if own:
            parents.add(marker.value)
        if not (extra or own or _may_number_item(piece, marker)) or _is_below(marker, parents):
            continue
        counted = _counted(marker)
        apart = piece.alone and marker.style is Style.NUMBER
        families.setdefault((marker.style, apart, len(counted.value)), []).append((place, counted))
    chains = [_best_chain(pieces, members) for members in families.values()]
    return max(
        (chain for chain in chains if not _is_list(pieces, chain)), key=lambda one: _weight(pieces, one), default=[]
    )


def _is_below(marker: Marker, parents: set[tuple[int, ...]]) -> bool:
    """Whether it is 7.1 or 7.2 below a title numbered 7."""
    return marker.style is Style.DECIMAL and marker.value[-1] > 0 and marker.value[:1] in parents


def _is_limb(pieces: Sequence[Piece], place: int, before: Piece | None) -> bool:
    """Whether this number counts what was resolved: the first under a formula, or one behind the limb `before`.

    A title that goes on with the count of the limbs ends in no stop, and has text of its own behind it.
    """
    piece = pieces[place]
    marker, above = piece.marker, pieces[place - 1] if place else None
    if marker is None or above is None:
        return False
    behind = pieces[place + 1].marker if place + 1 < len(pieces) else None
    ends = piece.body[-1:] in (".", ";", ",", "?")
    if is_first(marker):
        listed = above.text[-1:] == ":" and (ends or (behind is not None and follows(behind, marker)))
        return above.open and (is_stem_line(above.body) or bool(listed))
    if before is None or before.marker is None or not follows(marker, before.marker) or _has_own(pieces, place, marker):
        return False
    if ends or piece.body[:1].islower() or LIMB_LANGUAGE.match(piece.body):
        return True
    return above is before and (before.text[-1] in ";," or behind is not None)


def _best_chain(pieces: Sequence[Piece], members: Sequence[tuple[int, Marker]]) -> list[int]:
    """The longest chain; of several that are as long the one of capital titles, or of titles without a full stop."""
    bare = [one for one in members if pieces[one[0]].body[-1:] != "."]
    capital = [one for one in bare if capitals_end(pieces[one[0]].body)]
    narrowing = (members, bare, capital)
    different = [one for one, inner in pairwise((*narrowing, ())) if len(one) > len(inner)]
    return max(map(longest_chain, different[::-1]), key=len, default=[])


def _has_own(pieces: Sequence[Piece], place: int, marker: Marker) -> bool:
    """Whether 76.1 stands right behind a line numbered 76: that line is a title, whatever its words."""
    body = pieces[place].body
    if len(marker.value) > 1 or marker.style is not Style.NUMBER or not body or len(body) > _LONG or body[-1] in ".;:,":
        return False
    behind = pieces[place + 1] if place + 1 < len(pieces) else None
    own = behind.marker if behind and behind.open else None
    return own is not None and own.style is Style.DECIMAL and own.value == (*marker.value, 1)


def _counted(marker: Marker) -> Marker:
    """1.0, 2.0, 3.0 count as 1, 2, 3."""
    rounded = marker.style is Style.DECIMAL and marker.value[-1] == 0
    return marker._replace(value=marker.value[:-1]) if rounded else marker


def _is_list(pieces: Sequence[Piece], chain: Sequence[int]) -> bool:
    """Whether these are the lines of a list in the text: a colon announces them, or nothing stands between them."""
    before = next((pieces[place] for place in range(chain[0] - 1, -1, -1) if pieces[place].open), None)
    if before is not None and before.text[-1:] == ":" and not capitals_end(before.text):
        return True
    adjacent = sum(behind == here + 1 for here, behind in pairwise(chain))
    return len(chain) > 2 and adjacent == len(chain) - 1 and not any(pieces[place].cell_end for place in chain)


def _may_number_item(piece: Piece, marker: Marker) -> bool:
    if not piece.body or marker.style in _NEVER_ITEMS or piece.is_row:
        return False
    if marker.style is Style.REFERENCE:
        return not is_below_reference(marker) and ("/" in marker.printed or is_title(piece.body))
    if len(marker.value) > _DEEPEST:
        return False
    capitals = capitals_end(piece.body) > 0
    if not capitals and (not names_matter(piece.body) or is_person(piece.body)):
        return False
    return marker.firm or capitals or piece.alone or is_set_off(piece)


def is_set_off(piece: Piece) -> bool:
    """A figure set off by a tab or several spaces is a number, not the beginning of a sentence."""
    return bool(_WIDE.match(piece.raw))


def _weight(pieces: Sequence[Piece], chain: list[int]) -> float:
    """Numbers on a line of their own, capitals and references speak for items; so does coming first."""
    if not chain:
        return 0.0
    piece = pieces[chain[0]]
    capitals = sum(capitals_end(pieces[place].body) > 0 for place in chain) * 2 > len(chain)
    sure = piece.alone or capitals or (piece.marker is not None and piece.marker.style is Style.REFERENCE)
    return len(chain) * (2.0 if sure else 1.0) - chain[0] / (len(pieces) + 1)


def sub_items(pieces: Sequence[Piece], chain: Sequence[int]) -> list[int]:
    """ "4.1" on a line of its own under item 4: an item within an item, with minutes of its own."""
    numbers = {marker.value: place for place in chain if (marker := pieces[place].marker)}
    return [
        place
        for place, piece in enumerate(pieces)
        if piece.open
        and piece.alone
        and piece.marker
        and piece.marker.style is Style.DECIMAL
        and numbers.get(piece.marker.value[:1], place) < place
        and is_title(piece.body)
    ]


def capitals_end(text: str) -> int:
    """Where a title in capitals at the beginning ends, 0 where there is none."""
    found = _CAPITALS.match(text)
    if found is None or sum(character.isalpha() for character in found[0]) < 4:
        return 0
    day = _DAY.search(found[0]) if found[0][-1].isdigit() else None
    return day.start() if day and _MONTH.match(text, found.end()) else found.end()


def mark_chain(pieces: list[Piece], chain: Sequence[int]) -> None:
    """From the last to the first, so that cutting a title off its text moves no place that is still needed."""
    for place in sorted(chain, reverse=True):
        _cut_title(pieces, place)
        become_item(pieces[place])


def _cut_title(pieces: list[Piece], place: int) -> None:
    """Where text follows a title on its line, the text becomes a piece of its own."""
    piece = pieces[place]
    lead = len(piece.text) - len(piece.body)
    at = capitals_end(piece.body)
    if at and not _title_goes_on(piece.body, at):
        if len(piece.body) - at > 3:
            pieces.insert(place + 1, piece.split(lead + at))
    elif end := _NOTHING_BEHIND.search(piece.body, 3) or _told_behind(piece.body):
        pieces.insert(place + 1, piece.split(lead + end.end()))
    elif not is_title(piece.body) or len(piece.body) > _LONG:
        end = _TITLE_END.search(piece.body, 0, _LONG)
        text = _TEXT_BEHIND.search(piece.body, 8)
        ends = [found.end() for found in (end, text) if found]
        ends += [opened] if (opened := title_end(piece.body)) else []
        if ends:
            _put_behind(pieces, place, piece.split(lead + min(ends)))


def _put_behind(pieces: list[Piece], place: int, told: Piece) -> None:
    """The text behind a title; "It was" goes on with the line below: "RESOLVED that the minutes be signed"."""
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    if below and below.open and not below.gap and not below.marker and told.text in _OPENS_BELOW:
        below.raw, below.first = f"{told.raw}\n{below.raw}", told.first
        below.text = below.body = f"{told.text} {below.text}"
    else:
        pieces.insert(place + 1, told)


def _told_behind(body: str) -> re.Match[str] | None:
    """Where text follows a title that every agenda has: "Finance: the balance was ...", not "Minutes: 3 May 2024"."""
    head = HEAD_BEFORE.match(body)
    if head is None or not head_of(body):
        return HEAD_STOPPED.match(body) if body[-1] == "." and leading_head(body) else None
    rest = body[head.end() :]
    told = not is_title(rest[:1].upper() + rest[1:]) or (rest[-1] == "." and STANDING_ITEM.match(head["head"].strip()))
    return head if told else None


def _title_goes_on(body: str, at: int) -> bool:
    """ "EDDC Update": one word in capitals, and the rest of its title behind it."""
    rest = (document_title(body) or body)[at:].strip()
    standing = STANDING_ITEM.match(body[:at].strip())
    return (
        not standing
        and " " not in body[:at].strip()
        and len(rest.split()) <= _REST_MOST
        and is_heading(rest)
        and not is_person(rest)
    )


def names_agenda(text: str) -> bool:
    """Whether a title and its agenda stand on this one line."""
    found = _AGENDA_BEHIND.search(text, 3, _AGENDA_WITHIN)
    return found is not None and is_title(text[: found.end()].strip())


def cut_agenda(pieces: list[Piece], place: int) -> None:
    """ "Minutes PDF 135 KB To approve the minutes": the agenda stands on the title's line."""
    found = _AGENDA_BEHIND.search(pieces[place].text, 3)
    if found and not pieces[place].section:
        agenda = pieces[place].split(found.end())
        agenda.become(Kind.AGENDA_TEXT)
        pieces.insert(place + 1, agenda)
