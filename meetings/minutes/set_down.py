"""What is set down of minutes: each item with its passages, in the words and in the order in which they are recorded.

A passage is a paragraph or a resolution; a line that is nothing but an action is a paragraph too. What is recorded and
what is compared with it come from here, so that the same minutes are never taken for others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .structure import Block, Item, Kind, Minutes, item_places

RESOLUTION = "resolution"
"""The kind of a passage that was decided; all others are paragraphs."""

_ACTION = re.compile(r"\W*(?:actions?|camau|cam) ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """`key` names it among its like: the anchor of a recorded passage, “p12” or “r12” of the block a new one is made
    from. `number` is '' where none is printed; `level` counts bullets inside bullets, from 0.

    Of a resolution, `stem` is the words it completes, and `under` the key of the paragraph that holds these, else of
    the one it follows.
    """

    key: str
    kind: str
    number: str
    text: str
    level: int = 0
    stem: str = ""
    under: str = ""

    @property
    def is_resolution(self) -> bool:
        return self.kind == RESOLUTION


@dataclass(frozen=True, slots=True)
class Matter:
    """An agenda item with what was said and resolved on it.

    `key` is the address of a recorded one, “i11” of the block of a new one’s title, “i” where there is no title.

    `external_id` is what the council's own system calls it, '' where it says nothing.
    """

    key: str
    number: str
    title: str
    agenda_text: str = ""
    paragraphs: tuple[Passage, ...] = ()
    resolutions: tuple[Passage, ...] = ()
    external_id: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        return (*self.paragraphs, *self.resolutions)

    @property
    def name(self) -> str:
        """“33 Online crime”."""
        return f"{self.number} {self.title}".strip()


def matters(minutes: Minutes, blocks: Sequence[Block]) -> tuple[Matter, ...]:
    """One for each item of the minutes, which were assembled from these blocks."""
    places = item_places(blocks)
    untitled = [None] * (len(minutes.items) - len(places))
    return tuple(_matter(item, blocks, place) for item, place in zip(minutes.items, [*untitled, *places], strict=True))


def action_lines(item: Item) -> set[int]:
    """The blocks that are nothing but an action, such as “Action: Head of Libraries to report”."""
    said = {paragraph.block for paragraph in item.paragraphs} | {resolution.block for resolution in item.resolutions}
    return {action.block for action in item.actions if action.block >= 0} - said


def _matter(item: Item, blocks: Sequence[Block], place: int | None) -> Matter:
    paragraphs = _paragraphs(item, blocks)
    places = sorted(paragraphs)
    return Matter(
        key="i" if place is None else f"i{place}",
        number=item.number or "",
        title=item.title or "Minutes",
        agenda_text="\n\n".join(item.agenda_text),
        paragraphs=tuple(paragraphs[block] for block in places),
        external_id=item.key,
        resolutions=tuple(
            Passage(
                key=f"r{resolution.block}",
                kind=RESOLUTION,
                number=resolution.number or "",
                text=resolution.text,
                stem=resolution.stem,
                under=_under(resolution.paragraph, resolution.block, places),
            )
            for resolution in item.resolutions
        ),
    )


def _paragraphs(item: Item, blocks: Sequence[Block]) -> dict[int, Passage]:
    """By the block each is made from."""
    found = {
        paragraph.block: Passage(
            key=f"p{paragraph.block}",
            kind=printed_kind(paragraph.kind),
            number=paragraph.number or "",
            text=paragraph.text,
            level=max(0, paragraph.level - 1),
        )
        for paragraph in item.paragraphs
    }
    for place in action_lines(item):
        block = blocks[place]
        number = block.number if block.number and not _is_marked(block) else ""
        found[place] = Passage(f"p{place}", str(Kind.PARAGRAPH), number, block.text if number else _action_text(block))
    return found


def _is_marked(block: Block) -> bool:
    """Whether “Action” is printed before it; a numbered paragraph that a clerk calls an action is printed as it was."""
    printed = " ".join(block.source.split())
    at = printed.find(" ".join(block.text.split())[:40])
    return bool(_ACTION.search(printed[: max(0, at)])) or bool(_ACTION.match(block.text))


def _action_text(block: Block) -> str:
    """As it is printed: the reader keeps the mark apart from the words."""
    return block.text if _ACTION.match(block.text) else f"Action: {block.text}"


def _under(stem: int | None, block: int, places: Sequence[int]) -> str:
    """The paragraph that holds its stem, else the one it followed; '' for none."""
    if stem is not None:
        return f"p{stem}" if stem in places else ""
    before = [place for place in places if place <= block]
    return f"p{before[-1]}" if before else ""


def printed_kind(kind: Kind) -> str:
    """The kind of the row: a paragraph that also decides is recorded as a paragraph, beside its resolution."""
    return str(Kind.PARAGRAPH if kind is Kind.DECISION else kind)
