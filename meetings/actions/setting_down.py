"""How what is understood becomes rows: the paragraphs, resolutions and suggestions of one agenda item."""

from collections.abc import Mapping

from meetings.actions.anchors import Anchors
from meetings.minutes import Action
from meetings.minutes.set_down import Passage
from meetings.models import AgendaItem, Paragraph, Resolution, SourceDocument, SuggestedAction

Row = Paragraph | Resolution
Rows = Mapping[str, Row]
"""Passages by the key of what was understood: “p12” is the paragraph made from block 12, “r12” the resolution."""


def new_paragraph(item: AgendaItem, said: Passage, anchors: Anchors, *, order: int) -> Paragraph:
    """Not saved; its anchor is one that nobody had before."""
    return Paragraph(
        item=item,
        order=order,
        number=said.number,
        kind=said.kind,
        text=said.text,
        level=said.level,
        anchor=anchors.paragraph(said.number, item=item.slug, order=order),
    )


def new_resolution(
    item: AgendaItem, decided: Passage, anchors: Anchors, *, order: int, under: Paragraph | None
) -> Resolution:
    """Not saved; `under` is the paragraph that holds its stem, or that it followed."""
    return Resolution(
        item=item,
        order=order,
        number=decided.number,
        text=decided.text,
        stem=decided.stem,
        paragraph=under,
        anchor=anchors.resolution(decided.number, item=item.slug, order=order),
    )


def new_suggestion(item: AgendaItem, action: Action, rows: Rows) -> SuggestedAction:
    """Not saved. It hangs on the passage that asks; for a line “Action: JB” of its own, on the one it stands behind."""
    passage = _passage_of(action.block, rows)
    return SuggestedAction(
        item=item,
        resolution=passage if isinstance(passage, Resolution) else None,
        paragraph=passage if isinstance(passage, Paragraph) else None,
        owner=(action.owner or "")[:200],
        text=action.text,
        is_marked=not action.implied,
        phrase=action.phrase[:200],
    )


def _passage_of(block: int, rows: Rows) -> Row | None:
    """Of a paragraph and a resolution made from the same block, the resolution."""
    before = [(int(key[1:]), key[0] == "r", key) for key in rows if int(key[1:]) <= block]
    return rows[max(before)[2]] if before else None


def note_where(source: SourceDocument, items: Mapping[str, AgendaItem], rows: Rows) -> None:
    """Notes beside each block of the source what it is recorded as: an item by its address, a passage by its anchor.

    Where a block became a paragraph and a resolution, it is that of the resolution.
    """
    for key, item in items.items():
        if len(key) > 1:
            source.blocks[int(key[1:])]["recorded_as"] = item.slug
    for key, row in sorted(rows.items(), key=lambda each: each[0][0]):
        source.blocks[int(key[1:])]["recorded_as"] = row.anchor
