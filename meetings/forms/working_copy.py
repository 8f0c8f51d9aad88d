"""The rows of the preview: what each piece of the source was understood to be, and what the clerk makes of it.

Long minutes have hundreds of rows, so these are plain objects and no formset, and only a row that is edited shows its
fields.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.forms import Select
from django.utils.safestring import SafeString

from meetings.minutes import Block, Kind
from meetings.minutes.editing import change

INNER_BULLET = "inner_bullet"
"""A bullet inside a bullet, which a clerk chooses as a kind; the reader counts its level instead, from 1."""

KINDS = (
    (
        "Minutes",
        (
            (Kind.PARAGRAPH, "Paragraph"),
            (Kind.HEADING, "Heading"),
            (Kind.BULLET, "Bullet"),
            (INNER_BULLET, "Inner bullet"),
            (Kind.QUESTION, "Question"),
            (Kind.ANSWER, "Answer"),
            (Kind.MOTION, "Motion"),
            (Kind.VOTE, "Vote"),
            (Kind.TABLE, "Table"),
            (Kind.ACTION, "Action"),
        ),
    ),
    (
        "What was decided",
        (
            (Kind.STEM, "Opening words"),
            (Kind.RESOLUTION, "Resolution"),
            (Kind.DECISION, "Deciding paragraph"),
        ),
    ),
    ("Agenda", ((Kind.ITEM, "Item title"), (Kind.AGENDA_TEXT, "Agenda text"), (Kind.DOCUMENT, "Document"))),
    (
        "Meeting",
        (
            (Kind.TITLE, "Page title"),
            (Kind.MEETING, "Committee, date"),
            (Kind.COMMITTEE, "Committee"),
            (Kind.DATE, "Date"),
            (Kind.PRESENT, "Present"),
            (Kind.APOLOGIES, "Apologies"),
            (Kind.CONTACT, "Contact"),
            (Kind.IMPLICATION, "Implication"),
        ),
    ),
    ("Not minutes", ((Kind.LEFT_OUT, "Left out"),)),
)
KIND_LABELS = {str(value): label for _, group in KINDS for value, label in group}
LONGEST_TITLE = 500
_BETWEEN_TAGS = re.compile(r">\s+<")  # many rows may be open at once
_LONGEST_NUMBER = 30


@cache
def kind_options(chosen: str) -> SafeString:
    """The options of the list of kinds, one of them chosen."""
    rendered = Select(choices=[(group, [(str(v), label) for v, label in kinds]) for group, kinds in KINDS]).render(
        "kind", chosen
    )
    inner = rendered.partition(">")[2].rpartition("</select>")[0]
    return SafeString(_BETWEEN_TAGS.sub("><", inner.strip()))


@dataclass(slots=True)
class Row:
    """One piece, as it stands on the page; `place` counts from 0."""

    place: int
    block: Block
    kind: str
    number: str
    text: str
    suggestions: Sequence[str] = ()
    cautions: Sequence[str] = ()
    errors: dict[str, str] = field(default_factory=dict)
    is_chosen: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it shows its fields: where the clerk edits it, and where something typed is not kept."""
        return self.is_chosen or bool(self.errors) or self.is_typed

    @property
    def name(self) -> str:
        """What the clerk calls it: pieces are counted from 1. Text, because templates take their time over figures."""
        return str(self.place + 1)

    @property
    def first_line(self) -> str:
        return str(self.block.first_line)

    @property
    def last_line(self) -> str:
        return str(self.block.last_line)

    @property
    def is_typed(self) -> bool:
        """Whether it stands here otherwise than it is kept."""
        return (self.kind, self.number, self.text) != _as_row(self.block)

    @property
    def options(self) -> SafeString:
        return kind_options(self.kind)

    @property
    def is_left_out(self) -> bool:
        return self.kind == Kind.LEFT_OUT

    @property
    def kind_label(self) -> str:
        return KIND_LABELS.get(self.kind, self.kind)

    @property
    def lines(self) -> str:
        """“line 12” or “lines 12 to 14”."""
        first, last = self.block.first_line, self.block.last_line
        return f"line {first}" if first == last else f"lines {first} to {last}"


class WorkingCopyForm:
    """The rows of a working copy, and what was posted for them; what is not posted stays as it is."""

    def __init__(self, blocks: Sequence[Block], posted: Mapping[str, str] | None = None) -> None:
        self._blocks = tuple(blocks)
        self.rows = [_row(place, block, posted or {}) for place, block in enumerate(blocks)]
        if posted is not None:
            for row in self.rows:
                _check(row)

    def is_valid(self) -> bool:
        return not any(row.errors for row in self.rows)

    @property
    def wrong(self) -> list[Row]:
        """The rows with an error, for the summary."""
        return [row for row in self.rows if row.errors]

    def blocks(self) -> tuple[Block, ...]:
        """The working copy as the clerk would have it."""
        blocks: list[Block] = []
        for row in self.rows:
            if not row.is_typed:
                blocks.append(row.block)
                continue
            kind, level = kind_and_level(row.kind, row.block)
            blocks.extend(change((row.block,), 0, kind=kind, number=row.number, text=row.text, level=level))
        return tuple(blocks)


def blank_row() -> Row:
    """What the script of the page makes the fields of a row from; no row is called 0."""
    return Row(place=-1, block=Block(Kind.PARAGRAPH, ""), kind=str(Kind.PARAGRAPH), number="", text="")


def _as_row(block: Block) -> tuple[str, str, str]:
    is_inner = block.kind is Kind.BULLET and block.level > 1
    return (INNER_BULLET if is_inner else str(block.kind)), block.number or "", block.text


def _row(place: int, block: Block, posted: Mapping[str, str]) -> Row:
    kind, number, text = _as_row(block)
    return Row(
        place=place,
        block=block,
        kind=posted.get(f"kind-{place + 1}", kind),
        number=posted.get(f"number-{place + 1}", number).strip(),
        text=_posted_text(posted.get(f"text-{place + 1}"), text),
    )


def _posted_text(posted: str | None, text: str) -> str:
    """A browser sends other line ends; a text that is otherwise the same was not changed."""
    if posted is None:
        return text
    posted = posted.replace("\r\n", "\n").replace("\r", "\n")
    return text if posted.strip() == text.strip() else posted.strip()


def _check(row: Row) -> None:
    if row.kind not in KIND_LABELS:
        row.errors["kind"] = "Choose a kind from the list."
    if len(row.number) > _LONGEST_NUMBER:
        row.errors["number"] = f"A number has at most {_LONGEST_NUMBER} characters."
    if not row.text and not row.is_left_out:
        row.errors["text"] = "Write the wording, or choose “Left out” as its kind."
    if row.kind == Kind.ITEM and len(row.text) > LONGEST_TITLE:
        row.errors["text"] = f"A title has at most {LONGEST_TITLE} characters: split it, or choose another kind."
    for name, value in (("number", row.number), ("text", row.text)):
        if "\0" in value:
            row.errors[name] = "This holds a character that is not text: type it again."


def kind_and_level(chosen: str, block: Block) -> tuple[Kind, int]:
    """What a piece becomes when the clerk chooses this of the list of kinds."""
    if chosen == INNER_BULLET:
        return Kind.BULLET, max(2, block.level)
    kind = Kind(chosen)
    if kind is Kind.BULLET:
        return kind, 1
    if kind is not block.kind:
        return kind, 0
    return kind, block.level
