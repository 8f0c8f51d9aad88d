"""Corrections of a working copy are taken back, one press after the other, until the minutes are recorded."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from meetings.actions.bringing_in import to_be_corrected, working_copy
from meetings.actions.refusals import Refused
from meetings.actions.steps import Step, last_step
from meetings.minutes import Block
from meetings.models import SourceDocument


class NothingToUndo(Refused):
    """No correction is remembered, or the copy came to be otherwise."""

    def __init__(self) -> None:
        super().__init__("There is nothing to take back.")


@dataclass(frozen=True, slots=True)
class Undone:
    """`told` is what was taken back, `place` the first piece it was about, from 0, `lost` what had been typed into
    pieces that are no more."""

    told: str
    place: int
    lost: Sequence[str] = ()


@transaction.atomic
def undo_correction(source: SourceDocument, *, typed: Sequence[Block] = (), seen: str = "") -> Undone:
    """Takes the last correction back: the copy is as it was before. `typed` is the copy as the clerk has it on the
    page, where it is not kept yet; what he typed into other pieces stays, as a correction of its own.

    Raises AlreadyRecorded, ChangedMeanwhile or NothingToUndo.
    """
    kept = to_be_corrected(source, seen=seen)
    copy = working_copy(kept)
    step = last_step(kept, copy)
    if step is None:
        raise NothingToUndo
    before = step.taken_back(copy)
    wanted = step.taken_back(typed or copy)
    undo = kept.undo[:-1]
    if wanted != before:
        undo = [*undo, Step.between(before, wanted, told="").as_json()]
    kept.blocks = source.blocks = [block.as_json() for block in wanted]
    kept.undo = source.undo = undo
    kept.save(update_fields=["blocks", "undo"])
    return Undone(step.told, step.place, step.lost_of(typed or copy, copy))
