"""Second pass: where each agenda item begins, what stands above the first, and what of an item is only its agenda."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .above import mark_above, mark_single_header, title_under_header
from .headed import headed_items
from .header import read_meeting
from .listed import titles_of_list
from .nested import mark_nested
from .numbering import Style
from .page import Form
from .piece import Label, Piece
from .stems import split_stem
from .structure import Kind, item_places
from .titles import become_item, cut_agenda, item_chain, mark_chain, sub_items
from .tongues import leave_out_other_titles
from .words import (
    AGENDA_OPENING,
    DECISION_HEADING,
    MEETING_TIME,
    MINUTES_OF,
    PARTICULAR,
    STANDING_ITEM,
    TABLE_HEADS,
    WITHIN_ITEM,
    document_title,
    is_heading,
    is_title,
    meeting_detail_reason,
)

_REPORT = re.compile(r"(?:report (?:of|to|by|from)\b|purpose of (?:the )?report|subject\s*:)", re.IGNORECASE)
_MINUTES_OF = re.compile(r"\A(?:draft )?minutes\b|\b(?:minutes|meeting) (?:of|held)\b|\bpresent\s*:", re.IGNORECASE)
_OF_MEETING = re.compile(r"(?:draft )?minutes of (?:a|the) (?:\w+ )?meeting of\b", re.IGNORECASE)
_HEAD = 10_000
_DECIDED_ON = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\s+[-–]\s+(?=\S)")
_ISSUE_PAGE = re.compile(r"issue - ", re.IGNORECASE)
_TITLE_AGAIN = "title printed again"
_CONTINUED = re.compile(r"\s*\(cont(?:inue)?(?:[’']?d)?\.?\)\Z", re.IGNORECASE)
_CONTINUED_MOST = 14
_SEVERAL = 2
_FIELD_MOST = 24
_CASE = re.compile(r"[A-Z]{1,4}/(?:[A-Z]{1,4}/)?\d{2,4}/\d{2,5}")
_MINUTE_CITED = ("Minute ", "MINUTE ", "Min ", "Min. ", "MIN ")
_EXCLUSION = re.compile(
    r"exclusion of (?:the )?(?:press|public)(?:(?:\s*[/&]\s*| and )(?:the )?(?:press|public))?(?: from the meeting)?",
    re.IGNORECASE,
)
_LABELS = (Label.MINUTES, Label.DECISION)


def mark_items(pieces: list[Piece], form: Form | None) -> None:
    """Marks the title of every item, the header above, and agenda text; what is left open is minutes."""
    chain = item_chain(pieces)
    if form is Form.AGENDA_ITEM and _holds_label(pieces, chain):
        form = None
    headed = _headed(pieces, chain, form)
    if form is Form.ISSUE:
        _mark_issue(pieces)
    elif headed:
        for place in headed:
            become_item(pieces[place])
        mark_above(pieces[: headed[0]])
    elif form is Form.AGENDA_ITEM:
        _mark_single(pieces)
    elif form is Form.LIST or sum(1 for piece in pieces if piece.open and document_title(piece.text) is not None) > 1:
        _mark_list(pieces, chain)
    elif len(chain) > 1 and not _is_report(pieces):
        mark_chain(pieces, chain)
        above = pieces[: _first_item(pieces)]
        mark_above(above)
        _mark_unnumbered_first(above)
        _mark_exclusion(pieces)
    elif headings := _capital_headings(pieces):
        for place in headings:
            become_item(pieces[place])
        mark_above(pieces[: _first_item(pieces)])
    else:
        _mark_single(pieces)
    _read_cited_minutes(pieces)
    mark_nested(pieces)
    mark_repeated_titles(pieces)
    leave_out_other_titles(pieces)
    _mark_agenda_text(pieces)


def _read_cited_minutes(pieces: Sequence[Piece]) -> None:
    """ "Minute 41/26 - Rope Rescue. The van had come." tells of a minute of another day; its number is none of this.

    Nor is "DC/27/6104 Mill House, a porch", the number of an application, where items count 1, 2, 3.
    """
    plain = sum((piece.number or "").isdecimal() for piece in pieces if piece.kind is Kind.ITEM) >= _SEVERAL
    for piece in pieces:
        if piece.marker is None or piece.marker.style is not Style.REFERENCE or not piece.open:
            continue
        if piece.text.startswith(_MINUTE_CITED) or (plain and _CASE.fullmatch(piece.marker.printed)):
            piece.marker, piece.body = None, piece.text


def _holds_label(pieces: Sequence[Piece], chain: Sequence[int]) -> bool:
    """Whether the one label of the page stands within one of several numbered items: no page of one item, then."""
    label = next((place for place, piece in enumerate(pieces) if piece.label in _LABELS), None)
    if label is None or len(chain) <= _SEVERAL:
        return False
    headed = any(MINUTES_OF.match(piece.text) for piece in pieces[: chain[0]])
    return label > chain[0 if headed else 1]


def _headed(pieces: Sequence[Piece], chain: Sequence[int], form: Form | None) -> list[int]:
    """The items that are known by their headings: those of the source's own depth, or those below a whole header."""
    if form is Form.ISSUE:
        return []
    if form is not Form.AGENDA_ITEM and (titles := headed_items(pieces, chain)):
        return titles
    under = title_under_header(pieces) if len(chain) < _SEVERAL else None
    headed = [] if under is None else _under_header(pieces, under)
    return headed or ([] if form else _standing_headings(pieces, chain))


def _standing_headings(pieces: Sequence[Piece], chain: Sequence[int]) -> list[int]:
    """Headings without numbers, of which two are in every agenda, before any number that may be one of a report."""
    headings = [place for place in range(len(pieces)) if _is_plain_heading(pieces, place)]
    standing = [place for place in headings if _is_standing(pieces[place])]
    if len(standing) < _SEVERAL or (chain and chain[0] < standing[1]):
        return []
    if sum(_is_standing(pieces[place]) for place in chain) >= _SEVERAL:  # those that are numbered are the agenda's
        return []
    return [place for place in headings if place >= standing[0] and pieces[place].text[0] not in "“‘\"'"]


def _is_standing(piece: Piece) -> bool:
    """An item of every agenda; "Minutes of a meeting of the Cabinet" is what the paper calls itself."""
    return bool(STANDING_ITEM.match(piece.body)) and not _OF_MEETING.match(piece.body)


def _under_header(pieces: Sequence[Piece], first: int) -> list[int]:
    """The items below a whole meeting's header: all its headings where they are those of an agenda, or the first."""
    if capitals := _capital_headings(pieces[first:]):
        return [first + place for place in capitals]
    headings = [place for place in range(first, len(pieces)) if _is_plain_heading(pieces, place)]
    if any(STANDING_ITEM.match(pieces[place].body) for place in headings) and len(headings) > 1:
        return headings
    return [first]


def _is_plain_heading(pieces: Sequence[Piece], place: int) -> bool:
    """A heading with text or a table behind it, which is no label of the text."""
    piece, behind = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
    table = behind is not None and behind.reason == TABLE_HEADS
    if not piece.open or piece.marker or behind is None or not (behind.open or table or behind.kind is Kind.ACTION):
        return False
    if not is_heading(piece.text) or piece.text[-1] == ":" or DECISION_HEADING.match(piece.text):
        return False
    if WITHIN_ITEM.match(piece.text):
        return False
    return table or behind.marker is not None or not is_heading(behind.text)


# --- forms of page ----------------------------------------------------------------------------------------------------


def _mark_single(pieces: list[Piece]) -> None:
    """One item: the first line that can be a title is it."""
    label = next((place for place, piece in enumerate(pieces) if piece.label in _LABELS), None)
    title = mark_single_header(pieces, label)
    if title is not None:
        become_item(pieces[title], pieces[title].number)
        return
    _mark_agenda_of(pieces, has_label=False, expected=False)


def _mark_issue(pieces: list[Piece]) -> None:
    """The same matter at several meetings: behind each "Meeting: date - committee (Item 12)" stands the title."""
    _part_issue(pieces)
    number: str | None = None
    waits = first = True
    for piece in pieces:
        waits = waits and piece.label not in _LABELS
        if not piece.open:
            continue
        meeting = read_meeting(piece.text)
        if meeting and (meeting.date or meeting.committee) and len(piece.text) < 200 and not piece.marker:
            piece.become(Kind.MEETING)
            number, waits, first = meeting.item, True, False
        elif first and not piece.marker and (is_title(piece.body) or piece.text.endswith(("...", "…"))):
            piece.become(Kind.TITLE)
            first = False
        elif waits and not first and _worded_as_agenda(piece):
            piece.become(Kind.AGENDA_TEXT)
        elif waits and not first and is_title(piece.body):
            become_item(piece, number)
            waits = False
    kinds = [piece.kind for piece in pieces]
    if Kind.TITLE in kinds and Kind.ITEM not in kinds and kinds.count(Kind.MEETING) == 1:
        become_item(pieces[kinds.index(Kind.TITLE)], number)


def _part_issue(pieces: list[Piece]) -> None:
    """Leaves out what stands above the name of the page, and cuts the title behind a date on its line."""
    named = next((at for at, piece in enumerate(pieces) if _ISSUE_PAGE.match(piece.text)), 0)
    for piece in pieces[:named]:
        if piece.open:
            piece.leave_out("above the name of the page")
    for place in range(len(pieces) - 1, -1, -1):
        decided = _DECIDED_ON.match(pieces[place].text) if pieces[place].open else None
        if decided and not read_meeting(pieces[place].text):
            pieces.insert(place + 1, pieces[place].split(decided.end()))


def _mark_list(pieces: list[Piece], chain: list[int]) -> None:
    """A meeting's page: by numbers where they go up, else by what stands before each "Minutes:"."""
    if len(chain) > 1 or (chain and pieces[chain[0]].alone):
        before = pieces[: chain[0]]
        if any(piece.label in _LABELS for piece in before):
            for place in titles_of_list(before):
                become_item(pieces[place])
        mark_chain(pieces, [*chain, *sub_items(pieces, chain)])
    else:
        for place in reversed(titles_of_list(pieces)):
            cut_agenda(pieces, place)
            become_item(pieces[place])
    mark_above(pieces[: _first_item(pieces)])


def _capital_headings(pieces: Sequence[Piece]) -> list[int]:
    """Unnumbered printed minutes: titles in capitals, each with text behind it."""
    if not any(_MINUTES_OF.search(piece.text, 0, _HEAD) for piece in pieces[:12]):
        return []
    places = [place for place, piece in enumerate(pieces) if piece.open and _is_capital_heading(piece)]
    followed = [here for here, behind in pairwise([*places, len(pieces)]) if behind > here + 1]
    return followed if len(followed) > 1 else []


def _mark_unnumbered_first(above: Sequence[Piece]) -> None:
    """ "PUBLIC PARTICIPATION" with its minutes, before the first number: an item of its own."""
    first = next((place for place, piece in enumerate(above) if piece.open), None)
    if first is None or first + 1 == len(above) or above[first].marker:
        return
    text = above[first].text
    if is_heading(text) and (STANDING_ITEM.match(text) or text.isupper()):
        become_item(above[first])


def _mark_exclusion(pieces: Sequence[Piece]) -> None:
    """ "EXCLUSION OF THE PUBLIC" between numbered items, which bears no number: an item of its own."""
    for place in range(_first_item(pieces) + 1, len(pieces) - 1):
        piece = pieces[place]
        if piece.text[:1] not in "Ee" or not piece.open or not piece.gap or not _EXCLUSION.fullmatch(piece.text):
            continue
        if pieces[place + 1].open and pieces[place + 1].text[-1:] != ":":
            become_item(piece)


def _is_capital_heading(piece: Piece) -> bool:
    if piece.marker and piece.marker.style is not Style.BULLET:
        return False
    return piece.body.isupper() and is_heading(piece.body) and not read_meeting(piece.body)


def _is_report(pieces: Sequence[Piece]) -> bool:
    head = pieces[:40]
    reports = any(_REPORT.match(piece.text) for piece in head)
    return reports and not any(_MINUTES_OF.search(piece.text) for piece in head)


def _first_item(pieces: Sequence[Piece]) -> int:
    return next((place for place, piece in enumerate(pieces) if piece.kind is Kind.ITEM), len(pieces))


# --- within an item ---------------------------------------------------------------------------------------------------


def mark_repeated_titles(pieces: Sequence[Piece]) -> None:
    title = whole = ""
    for piece in pieces:
        if piece.kind is Kind.ITEM:
            title = whole = _plain(piece.wording or piece.text)
        elif piece.open and title and _plain(piece.text) == title:
            piece.leave_out(_TITLE_AGAIN)
        elif piece.open and piece.text[-1:] == ")" and (again := _CONTINUED.search(piece.body[-_CONTINUED_MOST:])):
            if whole and _plain(piece.body.removesuffix(again[0])) == whole:
                piece.leave_out(_TITLE_AGAIN)
        elif piece.open and len(piece.text) > 40:
            title = ""


def _plain(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text[:400]).strip().lower()


def _mark_agenda_text(pieces: Sequence[Piece]) -> None:
    """Between a title and its first label stands the agenda; without a label only what is worded like one."""
    starts = item_places(pieces)
    if not starts:
        _mark_sections(pieces)
    items = [pieces[start:end] for start, end in pairwise([*starts, len(pieces)])]
    labels = (Label.MINUTES,) if _is_printed(pieces) else _LABELS
    labelled = [any(piece.label in labels for piece in item) or item[0].section is Label.MINUTES for item in items]
    expected = len(items) > 1 and sum(labelled) * 2 >= len(items)
    for item, has_label in zip(items, labelled, strict=True):
        _leave_out_particulars(item)
        if item[0].section is not Label.MINUTES:
            _mark_agenda_of(item, has_label=has_label, expected=expected)
        _mark_sections(item)


def _is_printed(pieces: Sequence[Piece]) -> bool:
    """Minutes as printed, with a header and "Decision:" within each item: what stands in front of that was said."""
    if any(piece.label is Label.MINUTES for piece in pieces):
        return False
    above = pieces[: _first_item(pieces)]
    return any(piece.kind is Kind.PRESENT for piece in above) and any(MINUTES_OF.match(piece.text) for piece in above)


def _mark_agenda_of(item: Sequence[Piece], *, has_label: bool, expected: bool) -> None:
    """`expected`: on this page minutes stand under a label, so an item without one has only its agenda."""
    seen = False
    papers = None if has_label else _papers_within(item)
    for place, piece in enumerate(item):
        if piece.label in _LABELS or place == papers:
            return
        if not piece.open:
            continue
        worded = (
            papers is not None
            or _worded_as_agenda(piece)
            or (seen and meeting_detail_reason(piece.text) == MEETING_TIME)
        )
        if not has_label and (split_stem(piece.body) or not (expected or worded)):
            return
        seen = True
        piece.become(Kind.AGENDA_TEXT)


def _leave_out_particulars(item: Sequence[Piece]) -> None:
    """ "Lead: Director of Housing" right under the title, one or several, says of the item and not of what was said."""
    for piece in item[1:]:
        if piece.open and ":" in piece.text[:_FIELD_MOST] and PARTICULAR.fullmatch(piece.text):
            piece.leave_out("particulars of the item")
        elif piece.open or piece.label:
            return


def _papers_within(item: Sequence[Piece]) -> int | None:
    """Where "Additional documents:" stands with text behind it, though "Minutes:" was lost: the agenda ends there."""
    place = next((place for place, piece in enumerate(item) if piece.label is Label.DOCUMENTS), None)
    return place if place is not None and any(piece.open for piece in item[place:]) else None


def _worded_as_agenda(piece: Piece) -> bool:
    return bool(AGENDA_OPENING.match(piece.text)) and len(piece.text) < 600


def _mark_sections(pieces: Sequence[Piece]) -> None:
    section: Label | None = None
    for piece in pieces:
        section = piece.label or section
        piece.section = piece.section or section
