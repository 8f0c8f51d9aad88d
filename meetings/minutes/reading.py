"""From a source to its blocks: the passes in their order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .checks import check
from .collecting import uncollected
from .items import mark_items
from .linked import mark_links
from .page import Form, mark_page
from .paragraphs import mark_paragraphs, mark_status_words
from .parts import leave_out_part_heads
from .piece import Label, Piece
from .pieces import pieces_of
from .questions import mark_questions
from .repeats import leave_out_other_language, leave_out_repeats
from .resolutions import mark_resolutions
from .rolls import mark_roll_calls
from .sources import Extract, Line, extract
from .structure import Block, Caution, Kind, Reading, item_places
from .tables import (
    columns_behind_decision,
    heads_actions,
    heads_owners,
    holds_rows,
    mark_action_rows,
    mark_decision_cells,
    mark_payments,
    mark_stacked_rows,
)
from .tasks import mark_actions_lines, mark_numbered_tasks
from .told import is_told, mark_told
from .words import ACTION_SUMMARY


@uncollected()
def read_blocks(source: str | bytes, format: str | None = None) -> Reading:
    """The blocks of a source, in its order. Raises UnreadableMinutes where it is not minutes that can be read."""
    return read_extract(extract(source, format))


def read_extract(found: Extract) -> Reading:
    """The blocks of what was found in a source, with all that the clerk should look at."""
    notes = list(found.warnings)
    blocks = blocks_of(found.lines, notes)
    return Reading(blocks, tuple(line.text for line in found.lines), found.format, cautions_of(blocks, notes))


def cautions_of(blocks: Sequence[Block], notes: Sequence[Caution]) -> tuple[Caution, ...]:
    """The notes, and what is uncertain about these blocks, by the line."""
    return tuple(sorted([*notes, *check(blocks)], key=lambda note: note.line or 0))


def blocks_of(lines: Sequence[Line], notes: list[Caution], form: Form | None = None) -> tuple[Block, ...]:
    """What these lines are; adds to `notes`. `form` is that of their page, where it is known from other lines."""
    items = _understood(pieces_of(lines), notes, form)
    return tuple(_block(piece) for item in items for piece in item if piece.raw or piece.text)


def _understood(pieces: list[Piece], notes: list[Caution], form: Form | None) -> Iterator[Sequence[Piece]]:
    """What stands above the items, and each item: every pass marks what it knows and leaves the rest to the next."""
    told = is_told(pieces)
    stacked, rows = not told and heads_actions(pieces), holds_rows(pieces)
    if told:
        mark_told(pieces, notes)
    else:
        found = mark_page(pieces)
        if stacked:
            mark_stacked_rows(pieces, close=True)
        if rows:
            mark_action_rows(pieces, logs=True)
        mark_numbered_tasks(pieces)
        mark_items(pieces, form or found)
    starts = item_places(pieces)
    bounds = [0, *starts, len(pieces)]
    column = heads_owners(pieces)
    behind = columns_behind_decision(pieces[: bounds[1]])
    for count, (start, end) in enumerate(pairwise(bounds)):
        item = pieces[start:end]
        if behind is not None and count:
            mark_decision_cells(item, behind)
        mark_status_words(item, several=len(starts) > 1 and not told)
        if stacked:
            mark_stacked_rows(item)
        _understand_item(item, notes, column=column, rows=rows)
        if count and end < len(pieces) and not told:
            leave_out_part_heads(item)
        yield item


def _understand_item(item: Sequence[Piece], notes: list[Caution], *, column: bool, rows: bool) -> None:
    decision = Label.DECISION
    headed = any(ACTION_SUMMARY.match(piece.body) for piece in item[:1] if piece.kind is Kind.ITEM)
    mark_links(item)
    if rows:
        mark_action_rows(item)
    mark_payments(item)
    for stated in (True, False):
        section = [piece for piece in item if piece.open and (piece.section is decision) == stated]
        if not section:
            continue
        mark_questions(section, notes)
        mark_actions_lines(section, column=column, headed=headed)
        mark_roll_calls(section)
        mark_resolutions(section, notes, stated=stated)
        mark_paragraphs(section)
    leave_out_repeats(item, notes)
    leave_out_other_language(item)


def _block(piece: Piece) -> Block:
    return Block(
        piece.kind or Kind.PARAGRAPH,
        piece.text if piece.wording is None else piece.wording,
        piece.number,
        piece.depth,
        piece.raw.strip(),
        piece.first,
        piece.last,
        piece.reason,
        piece.key,
    )
