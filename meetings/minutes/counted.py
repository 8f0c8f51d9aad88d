"""Titles that are numbered otherwise: without a stop, in words, by letters, on the line above, or over their text."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from .header import read_meeting
from .nested import is_numbered_heading
from .numbering import Marker, Style, as_style, longest_run, read_marker
from .piece import Piece
from .run_on import title_end
from .words import ACTION_MARK, AGENDA_OPENING, LIMB_LANGUAGE, STANDING_ITEM, is_heading, is_person, is_title

_GAP = 8
_PREFIXED = re.compile(r"(?P<number>(?P<prefix>[A-Z]{2,5}) (?P<figure>\d{1,3}))[.:]?\s+(?=[A-Z])")
_OF_MONTH = re.compile(r"(?P<number>(?P<year>\d\d)/(?P<month>\d\d)/(?P<count>\d{1,3}))[.:]?\s+(?=[A-Z])")
_FEWEST, _STANDING_MOST = 2, 100
HEAD_BEFORE = re.compile(r"(?P<head>[A-Z][^:;.?!–—]{2,80}?)(?::\s+|\s+[–—-]\s+)(?=\S)")
HEAD_STOPPED = re.compile(r"(?P<head>[A-Z][^:;.?!–—]{2,80})\.\s+(?=[A-Z“\d])")
_NUMBERED_IN_WORDS = re.compile(
    r"(?:(?:agenda item|item|minute|min\.?)(?: no\.?| number)?\.? (?P<number>\d{1,4}/\d{2,4}|\d{1,2}\.\d{1,2}|\d{1,3})"
    r"(?:\s*[:.–—-]\s*|\s+(?=[A-Z]))|(?P<colon>\d{1,3})\s*:\s+)(?=\S)",
    re.IGNORECASE,
)
_NUMBER_IN_WORDS = re.compile(
    r"(?:agenda item|item|minute)(?: no\.?| number)?\.? (?P<number>\d{1,4}/\d{2,4}|\d{1,3})\s*[:.]?\Z", re.IGNORECASE
)
_NUMBER_BEHIND = re.compile(
    r"\s*[(\[](?:agenda item|item|minute|min\.?)(?: no\.?| number)? ?(?P<number>\d{1,4}/\d{2,4}|\d{1,3})[)\]]\Z",
    re.IGNORECASE,
)
_CAPITAL_NUMBER = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z]))\.\s+(?=[A-Z])")
_WORDED_STARTS = frozenset("AaIiMm0123456789")
_LETTERS = frozenset({Style.LETTER, Style.ROMAN, Style.CAPITAL, Style.ROMAN_CAPITAL})
_SHORTENED = frozenset(["Cllr", "Cllrs", "Mrs", "Rev", "Hon", "Nos", "No", "St", "Mr", "Ms", "Dr"])
_BEHIND_MOST = 60
_HEADED = frozenset({Style.NUMBER, Style.NUMBER_BRACKET, Style.REFERENCE})
_PARTS, _YEARS = 2, range(15, 60)
_HEAD = 20
_HEAD_WORDS, _FEW_WORDS = 9, 5
_THROUGHOUT = 4
_NAMES_MINUTES = re.compile(r"\A(?:draft )?(?:minutes|notes) of\b", re.IGNORECASE)


def headed_chain(pieces: Sequence[Piece]) -> list[int]:
    """Items with their text on the line of their title, "1. Apologies: none were received"; two are standing ones."""
    families: dict[tuple[Style, int], list[tuple[int, Marker]]] = {}
    for place, piece in enumerate(pieces):
        marker = piece.marker
        if not piece.open or marker is None or not marker.firm or marker.style not in _HEADED:
            continue
        if is_title(piece.body) or head_before_text(piece.body):
            families.setdefault((marker.style, len(marker.value)), []).append((place, marker))
    chain = max((longest_chain(members) for members in families.values()), key=len, default=[])
    standing = sum(
        bool(STANDING_ITEM.match(head_before_text(body) or body.rstrip(".")))
        for body in (pieces[at].body for at in chain)
    )
    return chain if standing >= _FEWEST or _leads_throughout(pieces, chain) else []


def _leads_throughout(pieces: Sequence[Piece], chain: Sequence[int]) -> bool:
    """ "1. Roads. The ford was deep." to "5. Bells. ...", each title before its text, below a header of minutes."""
    markers = [marker for at in chain if (marker := pieces[at].marker)]
    if len(markers) < _THROUGHOUT or [marker.value for marker in markers] != [(at + 1,) for at in range(len(markers))]:
        return False
    if not any(_NAMES_MINUTES.search(piece.text[:_STANDING_MOST]) for piece in pieces[: chain[0]][:_HEAD]):
        return False
    return all(0 < len(leading_head(pieces[at].body).split()) <= _FEW_WORDS for at in chain)


def _bare_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "33 Apologies for Absence", a figure without a stop: two items, or one of three, are those of any agenda."""
    members = [
        (place, piece.marker)
        for place, piece in enumerate(pieces)
        if piece.open and piece.marker and piece.marker.style is Style.NUMBER and not piece.marker.firm
        if piece.body and not piece.is_row and not is_person(piece.body) and names_matter(piece.body)
    ]
    chain = longest_chain(members)
    standing = count_standing(pieces, chain)
    return chain if standing >= _FEWEST or (standing and len(chain) > _FEWEST) else []


def _worded_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "Item 4: Empty Homes", "Agenda Item 5 - Parks", "6: Ponds": the number is in words, and counts upwards."""
    members: list[tuple[int, Marker]] = []
    for place, piece in enumerate(pieces):
        worded = piece.open and not piece.marker and piece.text[:1] in _WORDED_STARTS
        found = _NUMBERED_IN_WORDS.match(piece.text) if worded else None
        if found and names_matter(piece.text[found.end() :]) and not is_person(piece.text[found.end() :]):
            marker = read_marker(f"{found['number'] or found['colon']}. ")
            members += [(place, marker._replace(length=found.end()))] if marker else []
    return _numbered(pieces, members)


def _chain_above(pieces: Sequence[Piece]) -> list[int]:
    """ "Item 4" on a line of its own, over the title."""
    members: list[tuple[int, Marker]] = []
    heads: dict[int, Piece] = {}
    for place, (piece, behind) in enumerate(pairwise(pieces), 1):
        if piece.marker or piece.text[:1] not in "AaIiMm" or not behind.open or behind.marker:
            continue
        found = _NUMBER_IN_WORDS.match(piece.text)
        marker = read_marker(f"{found['number']}. ") if found and names_matter(behind.text) else None
        if marker and not is_person(behind.text):
            members.append((place, marker._replace(length=0)))
            heads[place] = piece
    chain = _numbered(pieces, members)
    for place in chain if len(chain) >= _FEWEST else ():
        heads[place].leave_out("number of the item")
    return chain


def _chain_behind(pieces: Sequence[Piece]) -> list[int]:
    """ "Ponds (Agenda Item 4)": the number stands behind the title."""
    members: list[tuple[int, Marker]] = []
    titles: dict[int, str] = {}
    for place, piece in enumerate(pieces):
        bracketed = piece.open and piece.text[-1:] in ")]"
        found = _NUMBER_BEHIND.search(piece.text, max(0, len(piece.text) - _BEHIND_MOST)) if bracketed else None
        marker = read_marker(f"{found['number']}. ") if found and not piece.marker else None
        title = piece.text[: found.start()] if found else ""
        meeting = read_meeting(piece.text) if marker else None  # "Meeting: 01/02/2020 - Board (Item 1)"
        if marker and names_matter(title) and not (meeting and meeting.date):
            members.append((place, marker._replace(length=0)))
            titles[place] = title
    chain = _numbered(pieces, members)
    for place in chain if len(chain) >= _FEWEST else ():
        pieces[place].body = titles[place]
    return chain


def _numbered(pieces: Sequence[Piece], members: Sequence[tuple[int, Marker]]) -> list[int]:
    """The chain of these, each with the number that was found as its marker."""
    chain = [members[chosen] for chosen in longest_run([marker for _, marker in members], gap=_GAP)]
    for place, marker in chain if len(chain) >= _FEWEST else ():
        pieces[place].marker, pieces[place].body = marker, pieces[place].text[marker.length :]
    return [place for place, _ in chain]


def _lettered_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "(a) Apologies", "(b) Roads", "(c) Date of Next Meeting": two are those of any agenda."""
    members = [
        (place, piece.marker)
        for place, piece in enumerate(pieces)
        if piece.marker and piece.marker.style in _LETTERS and is_numbered_heading(pieces, place)
    ]
    chain = longest_chain(members)
    return chain if count_standing(pieces, chain) >= _FEWEST else []


def _capital_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "I. APOLOGIES", "II. PONDS", or "A. Apologies", "B. Ponds": two are those of any agenda."""
    families: dict[Style, list[tuple[int, Marker]]] = {Style.ROMAN_CAPITAL: [], Style.CAPITAL: []}
    for place, piece in enumerate(pieces):
        found = _CAPITAL_NUMBER.match(piece.text[:_HEAD]) if piece.open and not piece.marker else None
        marker = read_marker(f"({found['roman'] or found['letter']})") if found else None
        if found is None or marker is None or not names_matter(piece.text[found.end() :]):
            continue
        for style, members in families.items():
            if same := as_style(marker, style):
                members.append((place, same._replace(length=found.end())))
    for members in sorted(families.values(), key=len, reverse=True):
        run = [members[chosen] for chosen in longest_run([marker for _, marker in members], gap=1)]
        titles = [pieces[place].text[marker.length :] for place, marker in run]
        if sum(bool(STANDING_ITEM.match(title)) for title in titles) >= _FEWEST:
            return _numbered(pieces, run)
    return []


def _year_behind_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "31.26 Apologies", "32.26 Ponds": the count of the year, and the year."""
    members = [
        (place, piece.marker._replace(value=piece.marker.value[:1]))
        for place, piece in enumerate(pieces)
        if piece.open and piece.marker and piece.marker.style is Style.DECIMAL and len(piece.marker.value) == _PARTS
        if piece.marker.value[1] in _YEARS and names_matter(piece.body) and not is_person(piece.body)
    ]
    chain = longest_chain(members)
    return chain if count_standing(pieces, chain) >= _FEWEST else []


def count_standing(pieces: Sequence[Piece], chain: Sequence[int]) -> int:
    """How many of these are items of any agenda."""
    return sum(bool(STANDING_ITEM.match(pieces[place].body)) for place in chain)


def _month_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "24/05/01 Election of Chair", "24/05/02 Apologies": the year, the month and a count, which looks like a day."""
    members: list[tuple[int, Marker]] = []
    for place, piece in enumerate(pieces):
        found = _OF_MONTH.match(piece.text) if piece.open and not piece.marker and piece.text[2:3] == "/" else None
        if found and names_matter(piece.text[found.end() :]):
            value = (int(found["year"]), int(found["month"]), int(found["count"]))
            if not members or members[0][1].value[:2] == value[:2]:
                members.append((place, Marker(found["number"], Style.REFERENCE, value, found.end())))
    return _numbered(pieces, members)


def _prefixed_chain(pieces: Sequence[Piece]) -> list[int]:
    """ "CAB 41 Apologies", "CAB 42 Ponds": each with the same letters before the figure; one is of any agenda."""
    families: dict[str, list[tuple[int, Marker]]] = {}
    for place, piece in enumerate(pieces):
        capitals = piece.open and not piece.marker and piece.text[1:2].isupper() and len(piece.text) < _STANDING_MOST
        found = _PREFIXED.match(piece.text) if capitals else None
        if found and names_matter(piece.text[found.end() :]):
            marker = Marker(found["number"], Style.REFERENCE, (int(found["figure"]),), found.end())
            families.setdefault(found["prefix"], []).append((place, marker))
    members = max(families.values(), key=len, default=[])
    standing = any(STANDING_ITEM.match(pieces[place].text[marker.length :]) for place, marker in members)
    return _numbered(pieces, members) if standing and len(members) > _FEWEST else []


OTHERWISE: tuple[Callable[[Sequence[Piece]], list[int]], ...] = (
    headed_chain,
    _bare_chain,
    _worded_chain,
    _chain_above,
    _chain_behind,
    _lettered_chain,
    _capital_chain,
    _year_behind_chain,
    _month_chain,
    _prefixed_chain,
)
"""Where no titles are numbered in the usual way, these are tried in their order; each gives the places of a chain."""


def head_of(body: str) -> str:
    """The title before the text on its line: "Apologies" of "Apologies: none were received"; empty without one."""
    found = HEAD_BEFORE.match(body)
    head = found["head"].strip() if found else ""
    return head if head and is_heading(head) and not is_person(head) and len(head.split()) <= _HEAD_WORDS else ""


def leading_head(body: str) -> str:
    """As `head_of`, and "Finance" of "Finance. The balance was ...", where text follows on the line."""
    if head := head_of(body):
        return head
    found = HEAD_STOPPED.match(body)
    head = found["head"] if found else ""
    if not head or head.rpartition(" ")[2] in _SHORTENED:
        return ""
    return head if len(head.split()) <= _HEAD_WORDS and is_heading(head) and not is_person(head) else ""


def head_before_text(body: str) -> str:
    """As `leading_head`, and "Finance" of "Finance The balance was ...", where nothing stands between."""
    if (head := leading_head(body)) or not body[:1].isupper() or body.startswith("The "):
        return head
    end = title_end(body)
    return body[:end].strip() if end and not LIMB_LANGUAGE.search(body[:_STANDING_MOST]) else ""


def names_matter(body: str) -> bool:
    titled = is_title(body) or (body[-1:] == "." and len(body) < _STANDING_MOST and _is_standing(body))
    return titled and not AGENDA_OPENING.match(body) and not ACTION_MARK.search(body[:400])


def _is_standing(body: str) -> bool:
    """ "Declarations of interest in respect of items on the agenda.", longer than other titles with a stop."""
    return ":" not in body and bool(STANDING_ITEM.match(body.rstrip(".")))


def longest_chain(members: Sequence[tuple[int, Marker]]) -> list[int]:
    return [members[chosen][0] for chosen in longest_run([marker for _, marker in members], gap=_GAP)]
