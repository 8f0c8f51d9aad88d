"""First pass: what belongs to the page or the sheet, and the labels that part agenda, decision and minutes."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from .dates import find_date
from .furniture import SIGNATORIES
from .header import read_meeting
from .letters import leave_out_letter
from .numbering import Style
from .piece import Label, Piece
from .running import leave_out_running
from .sources.line import Mark
from .stems import is_stem_line
from .structure import Kind
from .words import (
    AGENDA_OPENING,
    APOLOGIES,
    CLOSING,
    COLUMN_HEAD,
    CONTACT,
    DECISION_LABEL,
    DOCUMENT_LABEL,
    FOOT,
    MINUTES_LABEL,
    PART_OF_AGENDA,
    PRESENT,
    TABLE_HEADS,
    TAG,
    document_title,
    furniture_reason,
    is_heading,
    meeting_detail_reason,
)

_ONLY_ABOVE = frozenset({"name of the page", "menu of the page", "heads of the page's table"})
_FOREIGN = frozenset({Mark.LEFT_OUT, Mark.ACTION})
_DECIDED_AT = re.compile(r"(?:decided at meeting|made at meeting|decision maker)\s*:", re.IGNORECASE)
_DECIDED_ON = re.compile(r"(?:date of decision|decision date)\s*:|decided\s*:(?=\s*\d)", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:signed|dated?(?: of (?:signing|signature|approval)| signed)?"
    rf"|(?:signature of )?(?:the )?{SIGNATORIES})\b[\s:]*[.…_]{{4,}}.{{0,80}}\Z"
    rf"|[.…_]{{4,}}\s*\(?(?:signed|dated?|(?:in the )?(?:the )?{SIGNATORIES})\b.{{0,80}}\Z",
    re.IGNORECASE,
)
_SIGNING = frozenset("SCMDLPVscmdlpv.…_")
_REFERENCE = re.compile(r"\(?ref(?:erence)?s?\s*:", re.IGNORECASE)
_DECIDED_MOST = 24
_DOCUMENT_WORDS = 25
_FIRST_ROW = 40
_FOOT_MOST = 20
_FOOT_LONGEST = 120
_FOOT_LINKS = 2
_FOOT_LINE = 400


class Form(StrEnum):
    """What kind of page or paper this is; it says where items begin."""

    AGENDA_ITEM = "agenda item"
    ISSUE = "issue"
    LIST = "list"
    PRINTED = "printed"


def mark_page(pieces: Sequence[Piece]) -> Form | None:
    """Marks furniture, labels and documents. Gives the form of the page where the page itself says it."""
    above = True
    names: set[str] = set()
    labels: Counter[Label] = Counter()
    _leave_out_foreign(pieces)
    _keep_listed_parts(pieces)
    for piece in pieces:
        if not piece.open:
            continue
        reason = furniture_reason(piece.text) if piece.mark is not Mark.ROW else ""
        label = _label(piece)
        if label:
            piece.label = label
            piece.leave_out("label")
            above = False
            labels[label] += 1
        elif _mark_decided(piece):
            continue
        elif not piece.text or (piece.text[0] == "<" and TAG.fullmatch(piece.text)) or _is_signed(piece.text):
            piece.leave_out(reason or "mark of the printed page")
            piece.wording = piece.text or piece.raw.strip()
        elif reason and (above or reason not in _ONLY_ABOVE):
            piece.leave_out(reason)
            names.add(piece.text.strip(" |•").lower())
        elif above and len(piece.text) > 60 and piece.text[-1] in ".?" and not _is_detail(piece.text):
            above = False
        elif piece.text[0] in "(Rr" and _REFERENCE.match(piece.text):
            piece.become(Kind.DOCUMENT)
        elif len(piece.text) < 140 and CLOSING.match(piece.text):
            piece.become(Kind.PARAGRAPH)
    _mark_foot(pieces)
    leave_out_running(pieces)
    _mark_column_heads(pieces)
    _mark_documents(pieces)
    return _form(names, max(labels[Label.MINUTES], labels[Label.DECISION]))


def _is_signed(text: str) -> bool:
    """ "Chair ........................" """
    return text[0] in _SIGNING and ("...." in text or "____" in text or "…" in text) and bool(_SIGNED.match(text))


def _is_detail(text: str) -> bool:
    """A long line that says where and how the meeting is held, or what its agenda asks, and is no minutes yet."""
    attended = PRESENT.match(text) or APOLOGIES.match(text)
    return bool(attended or AGENDA_OPENING.match(text) or meeting_detail_reason(text) or CONTACT.match(text))


def _mark_decided(piece: Piece) -> bool:
    """ "Decided at meeting: 3 June 2024 - Cabinet", "Date of decision: 3 June 2024"."""
    if ":" not in piece.text[:_DECIDED_MOST]:
        return False
    if _DECIDED_AT.match(piece.text):
        piece.become(Kind.MEETING) if read_meeting(piece.text) else piece.leave_out("particulars of the decision")
    elif _DECIDED_ON.match(piece.text) and find_date(piece.text):
        piece.become(Kind.DATE)
    return not piece.open


def _keep_listed_parts(pieces: Sequence[Piece]) -> None:
    """ "Part 1 - The Challenge" below "... in three parts:" is what is told, not a part of the agenda."""
    listed = False
    for before, piece in pairwise(pieces):
        part = (
            piece.text[:1] in "Pp"
            and piece.text[:5].lower() == "part "
            and furniture_reason(piece.text) == PART_OF_AGENDA
        )
        listed = part and (listed or before.text[-1:] == ":")
        if listed:
            piece.become(Kind.PARAGRAPH)


def _leave_out_foreign(pieces: Sequence[Piece]) -> None:
    """What the source itself leaves out or knows for an action, and the dress of an e-mail."""
    for piece in pieces:
        if piece.mark not in _FOREIGN:
            continue
        if piece.mark is Mark.LEFT_OUT:
            piece.leave_out(piece.reason)
        else:
            piece.become(Kind.ACTION)
    leave_out_letter(pieces)


def _label(piece: Piece) -> Label | None:
    text = piece.text
    if len(text) > 60 or piece.marker or not text:
        return None
    if MINUTES_LABEL.match(text):
        return Label.MINUTES
    if DECISION_LABEL.match(text):
        return Label.DECISION
    return Label.DOCUMENTS if DOCUMENT_LABEL.match(text) else None


def _form(names: set[str], labels: int) -> Form | None:
    if any(name.startswith("issue - ") or name == "decisions published" for name in names):
        return Form.ISSUE
    if (
        any(
            name.startswith(("no. item", "no item", "no. | item", "note no. item", "item description"))
            for name in names
        )
        or labels > 1
    ):
        return Form.LIST
    if labels == 1 or "agenda item" in names or "decision details" in names:
        return Form.AGENDA_ITEM
    return Form.LIST if any(" and minutes" in name or " and draft minutes" in name for name in names) else None


def _mark_foot(pieces: Sequence[Piece]) -> None:
    """ "Contact us", the council's address and "Privacy", behind all that is said; its telephone stays a contact."""
    start, links = len(pieces), 0
    for place in range(len(pieces) - 1, max(-1, len(pieces) - 1 - _FOOT_MOST), -1):
        piece = pieces[place]
        if not piece.marker and _links_foot(piece.text):
            start, links = place, links + 1
        elif piece.open and (piece.marker or len(piece.text) > _FOOT_LONGEST or piece.text[-1:] in ".:;?!"):
            break
    for piece in pieces[start:] if links >= _FOOT_LINKS else ():
        if piece.open and not CONTACT.match(piece.text):
            piece.leave_out("foot of the page")
        elif piece.open:
            piece.become(Kind.CONTACT)


def _links_foot(text: str) -> bool:
    """ "Privacy", or several such links on a line: "Privacy and cookies | Accessibility statement"."""
    return len(text) <= _FOOT_LINE and all(FOOT.match(link.strip()) for link in text.split("|"))


def _mark_column_heads(pieces: Sequence[Piece]) -> None:
    """ "Item", "Discussion", "Action", one to a line above the first row."""
    run: list[Piece] = []
    for piece in pieces[:_FIRST_ROW]:
        if (piece.open or piece.reason == TABLE_HEADS) and len(piece.text) < 20 and COLUMN_HEAD.match(piece.text):
            run = run[-1:] if len(run) > 1 and run[-1].gap and not piece.gap else run  # a heading of its own above them
            run.append(piece)
        elif len(run) > 1:
            break
        else:
            run = []
    for piece in run if len(run) > 1 else ():
        piece.leave_out(TABLE_HEADS)


def _mark_documents(pieces: Sequence[Piece]) -> None:
    """The papers listed under "Supporting documents:", up to the next label, number on its own, or sentence."""
    inside = listed = False
    for piece in pieces:
        if piece.label:
            inside, listed = piece.label is Label.DOCUMENTS, False
        elif inside and piece.open:
            bullet = piece.marker is not None and piece.marker.style is Style.BULLET
            inside = _is_document(piece, listed=listed and bullet)
            listed = bullet
            if inside:
                piece.become(Kind.DOCUMENT)


def _is_document(piece: Piece, *, listed: bool) -> bool:
    """`listed`: a bullet below a paper that has one too."""
    if piece.alone or is_stem_line(piece.text) or read_meeting(piece.text):
        return False
    if document_title(piece.text) is not None:
        return piece.marker is None or not piece.marker.firm or not piece.alone
    words = piece.text.split()
    return (
        len(words) <= _DOCUMENT_WORDS
        and (piece.text[-1] not in ".:" or is_heading(piece.text[:-1]))
        and (listed or not piece.marker)
    )
