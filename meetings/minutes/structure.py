"""What minutes are made of: the flat list of blocks that a clerk corrects, and the Minutes assembled from it."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from .errors import UnreadableMinutes

Json: TypeAlias = dict[str, object]


class Kind(StrEnum):
    """What a block is. A DECISION is a paragraph of prose that also decides; a MEETING line names committee or date."""

    ITEM = "item"
    AGENDA_TEXT = "agenda_text"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    QUESTION = "question"
    ANSWER = "answer"
    MOTION = "motion"
    VOTE = "vote"
    TABLE = "table"
    STEM = "stem"
    RESOLUTION = "resolution"
    DECISION = "decision"
    ACTION = "action"
    TITLE = "title"
    MEETING = "meeting"
    COMMITTEE = "committee"
    DATE = "date"
    PRESENT = "present"
    APOLOGIES = "apologies"
    DOCUMENT = "document"
    IMPLICATION = "implication"
    CONTACT = "contact"
    LEFT_OUT = "left_out"


class Understood(Protocol):
    """A piece or a block: what is understood to be of a kind."""

    @property
    def kind(self) -> Kind | None: ...


def item_places(parts: Sequence[Understood]) -> list[int]:
    """Where the titles of items stand among these. Many passes ask it, so it asks the enumeration once."""
    item = Kind.ITEM
    return [place for place, part in enumerate(parts) if part.kind is item]


PARAGRAPH_KINDS = frozenset(
    {
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.BULLET,
        Kind.QUESTION,
        Kind.ANSWER,
        Kind.MOTION,
        Kind.VOTE,
        Kind.TABLE,
        Kind.DECISION,
    }
)
_PRINTED_KINDS = {Kind.MOTION: Kind.PARAGRAPH, Kind.VOTE: Kind.PARAGRAPH, Kind.DECISION: Kind.PARAGRAPH}


class Block(NamedTuple):
    """One piece of the source and what it was understood to be.

    `number` is as printed without brackets and closing stop, nested limbs joined ("a(i)"); `source` is the exact piece
    with number, marker and white space; `first_line` and `last_line` count from 1; `reason` says why it was left out.
    `key` is what the system it came from calls this item, meeting or document; empty where it came from a paper.
    """

    kind: Kind
    text: str
    number: str | None = None
    level: int = 0
    source: str = ""
    first_line: int = 0
    last_line: int = 0
    reason: str = ""
    key: str = ""

    def as_json(self) -> Json:
        return {
            "kind": str(self.kind),
            "text": self.text,
            "number": self.number,
            "level": self.level,
            "source": self.source,
            "first_line": self.first_line,
            "last_line": self.last_line,
            "reason": self.reason,
            "key": self.key,
        }

    @classmethod
    def from_json(cls, row: object) -> "Block":
        """Raises UnreadableMinutes where the row is not what as_json wrote."""
        if not isinstance(row, Mapping):
            raise UnreadableMinutes("A block of the working copy is not an object; bring the minutes in again.")
        return cls(
            kind=_kind(row.get("kind")),
            text=_string(row, "text"),
            number=None if row.get("number") is None else _string(row, "number"),
            level=_count(row, "level"),
            source=_string(row, "source"),
            first_line=_count(row, "first_line"),
            last_line=_count(row, "last_line"),
            reason=_string(row, "reason"),
            key=_string(row, "key"),
        )


def _kind(value: object) -> Kind:
    try:
        return Kind(str(value))
    except ValueError:
        allowed = ", ".join(Kind)
        raise UnreadableMinutes(f"“{str(value)[:40]}” is not a kind of block; choose one of: {allowed}.") from None


def _string(row: Mapping[object, object], key: str) -> str:
    value = row.get(key, "")
    if not isinstance(value, str):
        raise UnreadableMinutes(f"“{key}” of a block must be text; bring the minutes in again.")
    return value


def _count(row: Mapping[object, object], key: str) -> int:
    value = row.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UnreadableMinutes(f"“{key}” of a block must be a whole number from 0; bring the minutes in again.")
    return value


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the clerk should look at; `line` counts from 1, None where it concerns the whole source."""

    line: int | None
    text: str

    def __str__(self) -> str:
        return self.text if self.line is None else f"Line {self.line}: {self.text}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as lines, and the blocks that were understood in them, in the same order."""

    blocks: tuple[Block, ...]
    lines: tuple[str, ...]
    format: str
    warnings: tuple[Caution, ...] = ()


class Paragraph(NamedTuple):
    """`block` is the place of its block in the list the Minutes were assembled from."""

    number: str | None
    kind: Kind
    text: str
    level: int
    block: int

    def as_json(self) -> Json:
        printed = _PRINTED_KINDS.get(self.kind, self.kind)
        return {
            "number": self.number,
            "kind": str(printed),
            "text": self.text,
            "level": self.level,
            "says": str(self.kind),
            "block": self.block,
        }


@dataclass(frozen=True, slots=True)
class Resolution:
    """`stem` is the formula it hangs on; `paragraph` is the block of a stem that is a paragraph itself (33.16)."""

    number: str | None
    text: str
    stem: str
    paragraph: int | None
    block: int

    def as_json(self) -> Json:
        return {"number": self.number, "text": self.text, "stem": self.stem, "block": self.block}


@dataclass(frozen=True, slots=True)
class Action:
    """`block` is the paragraph or resolution it came from; `phrase` the words that made it an action."""

    owner: str | None
    text: str
    implied: bool
    block: int
    phrase: str

    def as_json(self) -> Json:
        return {
            "owner": self.owner,
            "text": self.text,
            "implied": self.implied,
            "phrase": self.phrase,
            "block": self.block,
        }


@dataclass(frozen=True, slots=True)
class Vote:
    """How members voted, where the minutes say it in figures or words; None is what was not said."""

    text: str
    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    casting: bool
    block: int

    def as_json(self) -> Json:
        return {
            "text": self.text,
            "for": self.votes_for,
            "against": self.votes_against,
            "abstentions": self.abstentions,
            "casting": self.casting,
            "block": self.block,
        }


@dataclass(frozen=True, slots=True)
class Item:
    """`exempt` proposes that the public was excluded: the paragraphs as printed ("3", "1 and 2"), or else the law.

    `key` is the item's own name in the system it came from, as `Minutes.key` is the meeting's.
    """

    number: str | None
    title: str
    agenda_text: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    resolutions: tuple[Resolution, ...]
    actions: tuple[Action, ...]
    votes: tuple[Vote, ...] = ()
    exempt: str = ""
    key: str = ""

    def as_json(self) -> Json:
        return {
            "number": self.number,
            "title": self.title,
            "agenda_text": list(self.agenda_text),
            "paragraphs": [paragraph.as_json() for paragraph in self.paragraphs],
            "resolutions": [resolution.as_json() for resolution in self.resolutions],
            "actions": [action.as_json() for action in self.actions],
            "votes": [vote.as_json() for vote in self.votes],
            "exempt": self.exempt,
            "key": self.key,
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    text: str
    reason: str

    def as_json(self) -> Json:
        return {"text": self.text, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Implication:
    """One line of a report's appendix of implications: "Finance" and "None"."""

    heading: str
    text: str

    def as_json(self) -> Json:
        return {"heading": self.heading, "text": self.text}


@dataclass(frozen=True, slots=True)
class Minutes:
    title: str | None
    committee: str | None
    date: datetime.date | None
    items: tuple[Item, ...]
    warnings: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    present: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    implications: tuple[Implication, ...] = ()
    contact: tuple[str, ...] = ()
    key: str = ""

    def as_json(self) -> Json:
        """The shape that `read_minutes --json` prints."""
        return {
            "title": self.title,
            "committee": self.committee,
            "date": self.date.isoformat() if self.date else None,
            "items": [item.as_json() for item in self.items],
            "warnings": list(self.warnings),
            "left_out": [left.as_json() for left in self.left_out],
            "present": list(self.present),
            "apologies": list(self.apologies),
            "documents": list(self.documents),
            "implications": [implication.as_json() for implication in self.implications],
            "contact": list(self.contact),
            "key": self.key,
        }
