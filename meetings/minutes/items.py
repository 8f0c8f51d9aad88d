"""Second pass: where each agenda item begins, what stands above the first, and what of an item is only its agenda."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .above import mark_above, mark_single_header
from .header import read_meeting
from .numbering import Marker, Style, longest_run
from .page import Form
from .piece import Label, Piece
from .structure import Kind
from .words import (
    AGENDA_OPENING,
    DOCUMENT_NAME,
    TAG,
    is_heading,
    is_person,
    is_title,
    split_stem,
)

_GAP = 8
_REPORT = re.compile(r"(?:report (?:of|to|by|from)\b|purpose of (?:the )?report|subject\s*:)", re.IGNORECASE)
_MINUTES_OF = re.compile(r"\b(?:minutes|meeting) (?:of|held)\b|\bpresent\s*:", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[-–—]\s+(?=[A-Z])|:\s+(?=[A-Z])|\.\s+(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9’'&,()/.\-–: ]{3,}(?=\s+[A-Z][a-z]|\s*\Z)")
_TEXT_BEHIND = re.compile(
    r"\s+(?=(?:It was|There (?:was|were)|The \w+(?: \w+)? (?:was|were|had|said|reported)|[A-Z][a-z]+ (?:was|were|had been)|No \w+ (?:was|were)"
    r"|Cllrs?\b|Councillors?\b|Proposed|PROPOSED|RESOLVED|Resolved|AGREED)\b)"
)
_AGENDA_MOST = 14
_AGENDA_BEHIND = re.compile(
    r"(?:\bPDF \d+(?:\.\d+)? [KM]B(?=\s+[A-Z])|(?<=[a-zA-Z).])(?=\s+(?:To (?:receive|consider|approve|note|agree|confirm)|Members are|Report of the)\b))"
)


def mark_items(pieces: list[Piece], form: Form | None) -> None:
    """Marks the title of every item, the header above, and agenda text; what is left open is minutes."""
    chain = item_chain(pieces)
    if form is Form.ISSUE:
        _mark_issue(pieces)
    elif form is Form.AGENDA_ITEM:
        _mark_single(pieces)
    elif form is Form.LIST:
        _mark_list(pieces, chain)
    elif len(chain) > 1 and not _is_report(pieces):
        _mark_chain(pieces, chain)
        mark_above(pieces[: _first_item(pieces)])
    elif headings := _capital_headings(pieces):
        for place in headings:
            become_item(pieces[place])
        mark_above(pieces[: _first_item(pieces)])
    else:
        _mark_single(pieces)
    _mark_repeated_titles(pieces)
    _mark_agenda_text(pieces)


def become_item(piece: Piece, number: str | None = None) -> None:
    """This piece is the title of an item: its number, and its title without the size of the paper behind it."""
    title = piece.body
    named = DOCUMENT_NAME.match(title)
    if named and named["title"].strip():
        title = named["title"]
    printed = piece.marker.printed if piece.marker and piece.marker.style is not Style.BULLET else None
    piece.become(Kind.ITEM, number=printed or number, wording=title.strip(" |").rstrip(" -–—:").strip() or title)


# --- numbered items ---------------------------------------------------------------------------------------------------


def item_chain(pieces: Sequence[Piece]) -> list[int]:
    """The places of the titles that are numbered upwards, one list for the whole paper; empty where there is none."""
    families: dict[tuple[Style, bool, int], list[int]] = {}
    for place, piece in enumerate(pieces):
        marker = piece.marker
        if not piece.open or marker is None or not _may_number_item(piece, marker):
            continue
        families.setdefault((marker.style, piece.alone, len(marker.value)), []).append(place)
    chains = [_longest_chain(pieces, places) for places in families.values()]
    return max(chains, key=lambda chain: _weight(pieces, chain), default=[])


def _may_number_item(piece: Piece, marker: Marker) -> bool:
    if not piece.body or marker.style in (Style.BULLET, Style.LETTER, Style.ROMAN, Style.CAPITAL):
        return False
    if marker.style is Style.REFERENCE:
        return "/" in marker.printed or is_title(piece.body)
    if marker.style is Style.DECIMAL and len(marker.value) > 2:
        return False
    titled = is_title(piece.body) and not is_person(piece.body) and not AGENDA_OPENING.match(piece.body)
    return (titled or _capitals(piece.body) > 0) and (
        marker.firm or _capitals(piece.body) > 0 or piece.alone or _wide(piece)
    )


def _wide(piece: Piece) -> bool:
    """A figure set off by a tab or several spaces is a number, not the beginning of a sentence."""
    return bool(re.match(r"\s*\d+(?:\t|\s{2,})", piece.raw))


def _longest_chain(pieces: Sequence[Piece], places: list[int]) -> list[int]:
    markers = [marker for place in places if (marker := pieces[place].marker)]
    return [places[chosen] for chosen in longest_run(markers, gap=_GAP)]


def _weight(pieces: Sequence[Piece], chain: list[int]) -> float:
    """Numbers on a line of their own, capitals and references speak for items; so does coming first."""
    if not chain:
        return 0.0
    piece = pieces[chain[0]]
    capitals = sum(_capitals(pieces[place].body) > 0 for place in chain) * 2 > len(chain)
    sure = piece.alone or capitals or (piece.marker is not None and piece.marker.style is Style.REFERENCE)
    return len(chain) * (2.0 if sure else 1.0) - chain[0] / (len(pieces) + 1)


def _capitals(text: str) -> int:
    """How much of the beginning is a title in capitals, 0 where it is not."""
    found = _CAPITALS.match(text)
    if found is None or sum(character.isalpha() for character in found[0]) < 4:
        return 0
    return found.end()


def _mark_chain(pieces: list[Piece], chain: Sequence[int]) -> None:
    for place in reversed(chain):
        _cut_title(pieces, place)
        become_item(pieces[place])


def _cut_agenda(pieces: list[Piece], place: int) -> None:
    """ "Minutes PDF 135 KB To approve the minutes ..." and "Apologies To receive apologies": the agenda stands on the title's line."""
    found = _AGENDA_BEHIND.search(pieces[place].text, 3)
    if found and not pieces[place].section:
        agenda = pieces[place].split(found.end())
        agenda.become(Kind.AGENDA_TEXT)
        pieces.insert(place + 1, agenda)


def _cut_title(pieces: list[Piece], place: int) -> None:
    """Where text follows a title on its line, the text becomes a piece of its own."""
    piece = pieces[place]
    lead = len(piece.text) - len(piece.body)
    at = _capitals(piece.body)
    if at and len(piece.body) - at > 3:
        pieces.insert(place + 1, piece.split(lead + at))
    elif not is_title(piece.body) or len(piece.body) > 160:
        end = _TITLE_END.search(piece.body, 0, 160)
        text = _TEXT_BEHIND.search(piece.body, 8)
        if text and (end is None or text.start() < end.start()):
            pieces.insert(place + 1, piece.split(lead + text.end()))
        elif end:
            pieces.insert(place + 1, piece.split(lead + end.end()))


# --- forms of page ----------------------------------------------------------------------------------------------------


def _mark_single(pieces: list[Piece]) -> None:
    """One item: the first line that can be a title is it."""
    label = next((place for place, piece in enumerate(pieces) if piece.label in (Label.MINUTES, Label.DECISION)), None)
    title = mark_single_header(pieces, label)
    if title is not None:
        become_item(pieces[title], pieces[title].number)


def _mark_issue(pieces: list[Piece]) -> None:
    """The same matter at several meetings: behind each "Meeting: date - committee (Item 12)" stands the title."""
    number: str | None = None
    waits = first = True
    for piece in pieces:
        if not piece.open:
            continue
        meeting = read_meeting(piece.text)
        if meeting and (meeting.date or meeting.committee) and len(piece.text) < 200 and not piece.marker:
            piece.become(Kind.MEETING)
            number, waits, first = meeting.item, True, False
        elif first and is_title(piece.body):
            piece.become(Kind.TITLE)
            first = False
        elif waits and not first and is_title(piece.body):
            become_item(piece, number)
            waits = False


def _mark_list(pieces: list[Piece], chain: list[int]) -> None:
    """A meeting's page: by numbers where they go up, else by what stands before each "Minutes:"."""
    if not (len(chain) > 1 or (chain and pieces[chain[0]].alone)):
        chain = _titles_of_list(pieces)
        for place in reversed(chain):
            _cut_agenda(pieces, place)
            become_item(pieces[place])
    else:
        _mark_chain(pieces, chain)
    mark_above(pieces[: _first_item(pieces)])


def _titles_of_list(pieces: Sequence[Piece]) -> list[int]:
    """Unnumbered items: a title on the line of its label, closed by a bar, with the size of its paper, or above a label."""
    found: set[int] = set()
    for place, piece in enumerate(pieces):
        if piece.open and DOCUMENT_NAME.match(piece.text) and is_title(piece.text):
            found.add(place)
        if piece.label in (Label.MINUTES, Label.DECISION):
            title = _title_above(pieces, place)
            if title is not None:
                found.add(title)
            elif piece.label is Label.MINUTES and _second_minutes(pieces, place, found):
                found.add(_untitled(pieces, place))
    return sorted(found)


def _title_above(pieces: Sequence[Piece], label: int) -> int | None:
    """The title of the item whose minutes begin at `label`, going up over its agenda text."""
    candidate: int | None = None
    for place in range(label - 1, max(-1, label - _AGENDA_MOST), -1):
        piece = pieces[place]
        if piece.label in (Label.MINUTES, Label.DECISION) or piece.kind is Kind.ITEM:
            break
        if not piece.open:
            continue
        same_line = piece.last == pieces[label].first
        if same_line or DOCUMENT_NAME.match(piece.text):
            return place
        if is_heading(piece.text) and not AGENDA_OPENING.match(piece.text) and not piece.marker:
            candidate = place
            if place == 0 or pieces[place - 1].cell_end or not pieces[place - 1].open:
                break
        elif candidate is not None:
            break
    return candidate


def _second_minutes(pieces: Sequence[Piece], place: int, found: set[int]) -> bool:
    """Whether the item that is open has its minutes already, so that this label begins another one."""
    for back in range(place - 1, -1, -1):
        if back in found:
            return False
        if pieces[back].label is Label.MINUTES:
            return True
    return False


def _untitled(pieces: Sequence[Piece], label: int) -> int:
    """An item that lost its title is called by its first line, label and all."""
    piece = pieces[label]
    behind = pieces[label + 1] if label + 1 < len(pieces) else None
    piece.label, piece.kind, piece.section = None, None, None
    if behind is not None and behind.open and behind.first == piece.last and is_heading(behind.text):
        piece.raw += behind.raw
        piece.text = f"{piece.text} {behind.text}"
        piece.body = piece.text
        behind.raw, behind.text, behind.body = "", "", ""
        behind.leave_out("")
    piece.section = Label.MINUTES
    return label


def _capital_headings(pieces: Sequence[Piece]) -> list[int]:
    """Unnumbered printed minutes: titles in capitals, each with text behind it."""
    if not any(_MINUTES_OF.search(piece.text) for piece in pieces[:12]):
        return []
    places = [
        place
        for place, piece in enumerate(pieces)
        if piece.open
        and not piece.marker
        and piece.text.isupper()
        and is_heading(piece.text)
        and not read_meeting(piece.text)
    ]
    follows_text = [here for here, behind in pairwise([*places, len(pieces)]) if behind > here + 1]
    return follows_text if len(follows_text) > 1 else []


def _is_report(pieces: Sequence[Piece]) -> bool:
    head = pieces[:40]
    return any(_REPORT.match(piece.text) for piece in head) and not any(
        _MINUTES_OF.search(piece.text) for piece in head
    )


def _first_item(pieces: Sequence[Piece]) -> int:
    return next((place for place, piece in enumerate(pieces) if piece.kind is Kind.ITEM), len(pieces))


# --- within an item ---------------------------------------------------------------------------------------------------


def _mark_repeated_titles(pieces: Sequence[Piece]) -> None:
    title = ""
    for piece in pieces:
        if piece.kind is Kind.ITEM:
            title = _plain(piece.wording or piece.text)
        elif piece.open and title and _plain(piece.text) == title:
            piece.leave_out("title printed again")
        elif piece.open and len(piece.text) > 40:
            title = ""


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text).strip().lower()


def _mark_agenda_text(pieces: Sequence[Piece]) -> None:
    """Between a title and its first label stands the agenda; without a label only what is worded like one."""
    starts = [place for place, piece in enumerate(pieces) if piece.kind is Kind.ITEM]
    with_labels = any(piece.label is Label.MINUTES for piece in pieces)
    for start, end in pairwise([*starts, len(pieces)]):
        label = next(
            (place for place in range(start, end) if pieces[place].label in (Label.MINUTES, Label.DECISION)), None
        )
        if pieces[start].section is Label.MINUTES:
            continue
        for piece in pieces[start + 1 : label if label is not None else end]:
            if not piece.open or TAG.fullmatch(piece.text):
                continue
            if label is None and not (with_labels and len(starts) > 1) and not _worded_as_agenda(piece):
                break
            if label is None and split_stem(piece.body):
                break
            piece.become(Kind.AGENDA_TEXT)
        _mark_sections(pieces[start:end])


def _worded_as_agenda(piece: Piece) -> bool:
    return bool(AGENDA_OPENING.match(piece.text)) and len(piece.text) < 600


def _mark_sections(pieces: Sequence[Piece]) -> None:
    section: Label | None = None
    for piece in pieces:
        section = piece.label or section
        piece.section = piece.section or section
