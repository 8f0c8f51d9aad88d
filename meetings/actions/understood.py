"""The minutes that a working copy makes, without the suggestions that the clerk dismissed before recording."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from meetings.actions.bringing_in import to_be_corrected, working_copy
from meetings.minutes import Action, Block, Minutes, assemble
from meetings.models import SourceDocument

MARK_LENGTH = 16


def mark_of(text: str) -> str:
    """What stands for the words of a suggestion, however they are spaced."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:MARK_LENGTH]


def understood(source: SourceDocument, blocks: Sequence[Block] | None = None) -> Minutes:
    """The minutes that would be recorded: of the kept working copy, or of these blocks."""
    minutes = assemble(working_copy(source) if blocks is None else blocks)
    dismissed = {mark_of(text) for text in source.dismissed}
    if not dismissed:
        return minutes
    items = (
        replace(item, actions=tuple(action for action in item.actions if not _is_among(action, dismissed)))
        for item in minutes.items
    )
    return replace(minutes, items=tuple(items))


def _is_among(action: Action, dismissed: set[str]) -> bool:
    """Only what the reader made is dismissed; what the minutes mark as an action is one."""
    return action.implied and mark_of(action.text) in dismissed


@transaction.atomic
def dismiss_before_recording(source: SourceDocument, *, mark: str) -> str | None:
    """The suggestion whose words have this mark is not made. Gives its words; None where it is not there.

    Raises AlreadyRecorded.
    """
    kept = to_be_corrected(source)
    actions = (action for item in understood(kept).items for action in item.actions if action.implied)
    text = next((action.text for action in actions if mark_of(action.text) == mark), None)
    if text is not None:
        kept.dismissed = source.dismissed = [*kept.dismissed, text]
        kept.save(update_fields=["dismissed"])
    return text


@transaction.atomic
def take_back_before_recording(source: SourceDocument, *, mark: str) -> str | None:
    """The suggestion is made again. Gives its words; None where it was not dismissed. Raises AlreadyRecorded."""
    kept = to_be_corrected(source)
    text = next((text for text in kept.dismissed if mark_of(text) == mark), None)
    if text is not None:
        kept.dismissed = source.dismissed = [each for each in kept.dismissed if mark_of(each) != mark]
        kept.save(update_fields=["dismissed"])
    return text
