"""What stands above the first item: who met, when, where, who was there."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .attendance import mark_attendance
from .dates import is_date_line, span_of_date
from .formulas import SENTENCE_WORDS
from .header import day_within, is_body, is_body_of, read_header, read_meeting
from .naming import PAPER
from .piece import Piece
from .sources.line import Mark
from .structure import Kind
from .words import (
    AGENDA_OPENING,
    APOLOGIES,
    CONTACT,
    MEETING_PLACE,
    MEETING_TIME,
    MINUTES_OF,
    PRESENT,
    REPORT_LABEL,
    is_heading,
    is_person,
    is_title,
    meeting_detail_reason,
)

_ATTENDANCE = re.compile(
    r"\b(?:were|was) (?:also )?(?:present|in attendance)\b|\bin attendance\b|\battended (?:the|this) meeting\b",
    re.IGNORECASE,
)
_SENT_APOLOGIES = re.compile(
    r"(?:an )?apolog(?:y|ies)(?: for (?:absence|lateness|inability to attend))? (?:was|were|(?:had|have|has) been) "
    r"(?:received|submitted|given|noted|reported|tendered)\b.{0,300}\Z",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}[A-Z][\w’'-]+(?:\s*[,;(–-].*)?\Z")
_LEGAL_HEADER = 12
_ITEM_NUMBER = re.compile(
    r"(?:agenda|minute|eitem) (?:item )?(?:no\.? ?|number )?:?\s?(\d[\w/]{0,10})\.?(?:\s+/\s+[\w ]{3,30})?\Z",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s*(?:\||\t)\s*")
_LABEL_AND_TEXT, _LABEL_MOST = 2, 30
_SHORT_LINE = 12
_PAPER_ALONE = re.compile(PAPER, re.IGNORECASE)
_COMMENCED = re.compile(r"\(?(?:the )?meeting (?:commenced|started|began|opened)\b", re.IGNORECASE)
_FAR = 60
_SET_IN = 4
_HEADER_MOST = 600
"""Pieces over the minutes that may be their header: more than there are names in the longest attendance."""
ABOVE = "above the minutes"
_ATTENDED = (Kind.PRESENT, Kind.APOLOGIES)
_OF_PAGE = ("name of the page", "menu of the page")


def mark_above(pieces: Sequence[Piece]) -> None:
    """The header of minutes of several items; a sentence that is none of it stays open and is minutes."""
    pieces = pieces[:_HEADER_MOST]
    region: Kind | None = None
    mark_attendance(pieces)
    _leave_out_place(pieces)
    titled = False
    named = any(piece.open and MINUTES_OF.match(piece.text) for piece in pieces)
    for piece in pieces:
        if not piece.open:
            if piece.kind is Kind.PARAGRAPH and _COMMENCED.match(piece.text):
                piece.leave_out(MEETING_TIME)
            continue
        region = _region(piece.text, region)
        if region:
            piece.become(region, wording=piece.text.replace(" | ", ": ", 1) if piece.mark is Mark.ROW else None)
        elif _mark_line(piece, titled=titled):
            titled = titled or piece.kind is Kind.TITLE
        elif _ATTENDANCE.search(piece.text) and len(piece.text) < 300:
            piece.become(Kind.PRESENT)
        elif _SENT_APOLOGIES.match(piece.text):
            piece.become(Kind.APOLOGIES)
        elif not titled and MINUTES_OF.match(piece.text) and not _is_sentence(piece):
            piece.become(Kind.TITLE)
            titled = True
        elif not _is_sentence(piece):
            _leave_or_title(piece, titled=titled or named)
            titled = titled or piece.kind is Kind.TITLE
    _take_back_headings(pieces)
    _find_unsaid(pieces)


def _leave_out_place(pieces: Sequence[Piece]) -> None:
    """ "Place: Council Chamber" and the lines right below it: "County Hall, Elmford"."""
    inside, before = False, ""
    for piece in pieces:
        set_in = piece.raw[:_SET_IN].isspace() or before.endswith(",")
        before = piece.text
        if piece.open and meeting_detail_reason(piece.text) == MEETING_PLACE:
            inside = True
        elif inside and set_in and piece.open and not piece.gap and not piece.marker and _goes_on_place(piece.text):
            piece.leave_out(MEETING_PLACE)
        else:
            inside = False


def _goes_on_place(text: str) -> bool:
    named = is_body(text) or read_header(text) or PRESENT.match(text) or APOLOGIES.match(text) or CONTACT.match(text)
    return not (named or ":" in text or _PAPER_ALONE.fullmatch(text)) and is_heading(text)


def _find_unsaid(pieces: Sequence[Piece]) -> None:
    """Where no line says plainly who met or when: the first that says it among other words."""
    rest = [piece for piece in pieces if piece.reason == ABOVE or piece.kind is Kind.TITLE]
    said = [read_header(piece.wording or piece.text) for piece in pieces if piece.kind in (Kind.MEETING, Kind.TITLE)]
    kinds = {piece.kind for piece in pieces}
    if Kind.COMMITTEE not in kinds and not any(met and met.committee for met in said):
        body = next((piece for piece in rest if is_body_of(piece.text)), None)
        if body is not None:
            body.become(Kind.COMMITTEE)
    if Kind.DATE not in kinds and not any(met and met.date for met in said):
        day = next((piece for piece in rest if day_within(piece.text)), None)
        if day is not None and day.kind is not Kind.TITLE:
            day.become(Kind.DATE)


def _take_back_headings(pieces: Sequence[Piece]) -> None:
    """A heading right over a sentence that is minutes is minutes too."""
    for piece, behind in pairwise(pieces):
        if behind.open and is_heading(piece.text) and (piece.reason == ABOVE or _ends_names(piece)):
            piece.reopen()


def _ends_names(piece: Piece) -> bool:
    """ "PUBLIC SESSION" below the names of those present, set apart from them."""
    labelled = PRESENT.match(piece.text) or APOLOGIES.match(piece.text)
    return piece.kind in _ATTENDED and piece.gap > 0 and piece.text.isupper() and piece.text[-1] != ":" and not labelled


def _region(text: str, region: Kind | None) -> Kind | None:
    """Names follow "Present:" until something that is no name."""
    if PRESENT.match(text):
        return Kind.PRESENT
    if APOLOGIES.match(text):
        return Kind.APOLOGIES
    if (
        region is None
        or _PAPER_ALONE.fullmatch(text)
        or read_header(text)
        or is_date_line(text)
        or CONTACT.match(text)
        or meeting_detail_reason(text)
    ):
        return None
    return region if is_person(text) or _are_names(text) else None


def _are_names(text: str) -> bool:
    """A short line, or a long list of names."""
    words = [word.strip("(),.;*") for word in text.split()]
    if len(words) <= _SHORT_LINE and not any(word in SENTENCE_WORDS for word in words if word != "were"):
        return True
    named = [word for word in words if word and word not in ("and", "of", "the", "for", "in", "to")]
    return bool(named) and all(word[0].isupper() or word[0].isdigit() or word in ("-", "–") for word in named)


def _mark_line(piece: Piece, *, titled: bool) -> bool:
    """A line that names the meeting, its place or its clerk."""
    text = piece.body if piece.alone else _of_two_cells(piece) or piece.text
    meeting = read_header(text)
    if meeting and meeting.committee:
        piece.become(Kind.MEETING if titled else Kind.TITLE, wording=text)
    elif CONTACT.match(text):
        piece.become(Kind.CONTACT)
    elif reason := meeting_detail_reason(text):
        piece.leave_out(reason)
    elif is_date_line(text):
        piece.become(Kind.DATE)
    elif meeting:
        piece.become(Kind.MEETING)
    elif is_body(text):
        piece.become(Kind.COMMITTEE, wording=text)
    else:
        return False
    return True


def _of_two_cells(piece: Piece) -> str:
    """ "Meeting: Housing Panel" of a row with a bar or tab between its two cells; empty for any other line."""
    if "|" not in piece.raw and "\t" not in piece.raw:
        return ""
    cells = [" ".join(cell.split()) for cell in _CELL.split(piece.raw.strip(" |\t"))]
    labelled = len(cells) == _LABEL_AND_TEXT and cells[0] and len(cells[0]) <= _LABEL_MOST
    return f"{cells[0].rstrip(':')}: {cells[1]}" if labelled else ""


def _is_sentence(piece: Piece) -> bool:
    return piece.text[-1:] in ".?!”" and len(piece.text.split()) > 7


def _leave_or_title(piece: Piece, *, titled: bool) -> None:
    other_day = span_of_date(piece.text) and not day_within(piece.text)
    if not titled and is_title(piece.text) and not piece.marker and not other_day:
        piece.become(Kind.TITLE)
    else:
        piece.leave_out(ABOVE)


def title_under_header(pieces: Sequence[Piece]) -> int | None:
    """The first line below the header of a whole meeting; None without such a header, or where a sentence follows."""
    region: Kind | None = None
    full = body = False
    for place, piece in enumerate(pieces[:_HEADER_MOST]):
        if not piece.open:
            continue
        text = piece.text
        region = _names_region(piece, pieces[place + 1 : place + 2], region)
        if region or MINUTES_OF.match(text):
            full = full or bool(MINUTES_OF.match(text)) or (body and region is Kind.PRESENT)
            continue
        body = body or is_body(text)
        if not (is_body(text) or read_header(text) or CONTACT.match(text) or _is_detail(text)):
            return place if full and may_be_called(piece.body) else None
    return None


def _is_detail(text: str) -> bool:
    return bool(is_date_line(text) or meeting_detail_reason(text) or (len(text) < 300 and _ATTENDANCE.search(text)))


def _names_region(piece: Piece, behind: Sequence[Piece], region: Kind | None) -> Kind | None:
    """As `_region`, but a title below the names is none of them: it stands apart and is no name."""
    opens = PRESENT.match(piece.text) or APOLOGIES.match(piece.text)
    if opens:
        told = (
            any(other.text[-1:] == "." and not is_title(other.text) for other in behind)
            and is_heading(piece.text)
            and ":" not in piece.text
        )
        return None if told else _region(piece.text, region)
    named = piece.gap == 0 or is_person(piece.text) or ("," in piece.text and _NAMES.match(piece.text))
    return _region(piece.text, region) if named and not piece.marker else None


def may_be_called(text: str) -> bool:
    """Whether a line may be a title by its place alone, whatever its words."""
    if not text or len(text) > _TITLE_MOST or text[-1] in ".,;:?!" or AGENDA_OPENING.match(text):
        return False
    return is_title(text) or (text[0].isupper() and len(text.split()) <= _TITLE_WORDS)


_TITLE_MOST = 200
_TITLE_WORDS = 24


def mark_single_header(pieces: Sequence[Piece], label: int | None) -> int | None:
    """The header of a page of one item; gives the place of its title.

    A line that is only a committee's name is the title where nothing else can be (a Police and Crime Panel reports to
    another committee under its own name).
    """
    end = label if label is not None else len(pieces)
    above = [place for place in range(end) if pieces[place].open][:_LEGAL_HEADER]
    title: int | None = None
    bodies: list[int] = []
    for before, place in pairwise([-1, *above]):
        piece = pieces[place]
        meeting = read_meeting(piece.body)
        labelled = REPORT_LABEL.match(piece.body) if label is None else None
        if labelled and (labelled["title"] or not meeting or not meeting.date):
            title = _read_report_label(piece, labelled, place, title)
        elif meeting and (meeting.item or (meeting.date and _may_say_when(piece, title, before))):
            piece.become(Kind.DATE if is_date_line(piece.body) else Kind.MEETING, wording=piece.body)
            piece.number = meeting.item
        elif title is None and is_body(piece.text) and (label is None or _is_banner(pieces, place, end)):
            bodies.append(place)
        elif PRESENT.match(piece.text) and ":" in piece.text:
            piece.become(Kind.PRESENT)
        elif title is None and _is_title_here(piece, labelled=label is not None):
            title = place
        elif label is None:
            break
        elif CONTACT.match(piece.text):
            piece.become(Kind.CONTACT)
    if title is None and label is not None:
        title = _worded_title(pieces, above, bodies)
    _mark_named_below(pieces, end)
    numbered = next((found[1] for piece in pieces[:_FAR] if (found := _ITEM_NUMBER.match(piece.text))), None)
    return _settle(pieces, title, bodies, numbered)


def _worded_title(pieces: Sequence[Piece], above: Sequence[int], bodies: Sequence[int]) -> int | None:
    """ "To elect a Chair" or "Derbyn yr adroddiad", where nothing but the council's own name may be the title else."""
    if not all(pieces[at].text.lower().endswith("council") for at in bodies):
        return None
    return next((at for at in above if pieces[at].open and at not in bodies and is_title(pieces[at].body)), None)


def _may_say_when(piece: Piece, title: int | None, before: int) -> bool:
    """Above the title, or right below it where it does not speak of the minutes of another day."""
    return title is None or (title == before and "inutes" not in piece.text)


def _mark_named_below(pieces: Sequence[Piece], label: int) -> None:
    """ "Meeting of Housing Panel, 3 June 2024 (Item 4)" as the first line below the label."""
    first = next((piece for piece in pieces[label:] if piece.open), None)
    meeting = read_meeting(first.body) if first and not first.marker else None
    if first and meeting and meeting.item and meeting.date:
        first.become(Kind.MEETING, wording=first.body, number=meeting.item)


def _is_banner(pieces: Sequence[Piece], place: int, end: int) -> bool:
    """The council's name on top of its page, over the menu, the page's own name, or the committee and its day."""
    if not pieces[place].text.lower().endswith("council"):
        return False
    below = next((read_meeting(piece.body) for piece in pieces[place + 1 : end] if piece.open), None)
    named = below is not None and below.committee and below.date
    return bool(named) or any(piece.reason in _OF_PAGE for piece in pieces[place + 1 : end])


def _read_report_label(piece: Piece, labelled: re.Match[str], place: int, title: int | None) -> int | None:
    """A line above a report: "Report to: Housing Panel", "Title: Empty Garages"; gives the title so far."""
    rest = labelled["rest"]
    if labelled["title"] and is_title(rest):
        piece.body = rest
        return place
    if labelled["body"] and is_body(rest):
        piece.become(Kind.COMMITTEE, wording=rest)
    else:
        piece.leave_out("particulars of the report")
    return title


def _is_title_here(piece: Piece, *, labelled: bool) -> bool:
    if AGENDA_OPENING.match(piece.text):
        return False
    return is_title(piece.body) or (labelled and may_be_called(piece.body))


def _settle(pieces: Sequence[Piece], title: int | None, bodies: list[int], numbered: str | None) -> int | None:
    if title is None and bodies:
        title = bodies.pop()
    for place in bodies:
        pieces[place].become(Kind.COMMITTEE)
    number = next((piece.number for piece in pieces[:_FAR] if piece.kind is Kind.MEETING and piece.number), None)
    for piece in pieces[:_FAR]:
        if piece.kind in (Kind.MEETING, Kind.DATE):
            piece.number = None
    if title is not None:
        pieces[title].number = number or numbered
    return title
