"""What the reader thought was asked for: a clerk has it tracked, words it anew, or says that it is not."""

import datetime

from django.db import transaction

from meetings.actions.publishing import write_event
from meetings.actions.refusals import WrongStage
from meetings.choices import MeetingEventKind, SuggestionState
from meetings.models import SuggestedAction
from meetings.permissions import Actor


class SuggestionSettled(WrongStage):
    """Somebody tracked or dismissed it already."""


class NotDismissed(WrongStage):
    """Only what was dismissed is taken back."""

    def __init__(self) -> None:
        super().__init__("Only a dismissed suggestion can be taken back: this one is not.")


@transaction.atomic
def dismiss_suggestion(suggestion: SuggestedAction, *, by: Actor, at: datetime.datetime) -> None:
    """Raises SuggestionSettled where it waits no longer."""
    _settle(suggestion, SuggestionState.DISMISSED, by=by)
    _tell(suggestion, MeetingEventKind.SUGGESTION_DISMISSED, _worded(suggestion), by=by, at=at)


@transaction.atomic
def take_back_suggestion(suggestion: SuggestedAction, *, by: Actor, at: datetime.datetime) -> None:
    """A dismissed one waits again. Raises NotDismissed."""
    now = SuggestedAction.objects.select_for_update().get(pk=suggestion.pk)
    if now.state != SuggestionState.DISMISSED:
        raise NotDismissed
    suggestion.state, suggestion.settled_by = SuggestionState.WAITING, None
    suggestion.save(update_fields=["state", "settled_by"])
    _tell(suggestion, MeetingEventKind.SUGGESTION_TAKEN_BACK, _worded(suggestion), by=by, at=at)


@transaction.atomic
def change_suggestion(suggestion: SuggestedAction, *, owner: str, text: str, by: Actor, at: datetime.datetime) -> None:
    """Another owner or other words, while it waits; the history keeps the former ones. Raises SuggestionSettled."""
    now = _waiting(suggestion)
    if (now.owner, now.text) == (owner, text):
        return
    former = _worded(now)
    suggestion.owner, suggestion.text = owner, text
    suggestion.save(update_fields=["owner", "text"])
    note = f"{_worded(suggestion)}\nBefore: {former}"
    _tell(suggestion, MeetingEventKind.SUGGESTION_CHANGED, note, by=by, at=at)


@transaction.atomic
def take_up_suggestion(suggestion: SuggestedAction, *, by: Actor) -> None:
    """For whoever tracks, inside the same transaction: the history of what was raised from it tells of it.

    Raises SuggestionSettled where it waits no longer, so that two clerks never raise the same thing twice.
    """
    _settle(suggestion, SuggestionState.TAKEN_UP, by=by)


def _settle(suggestion: SuggestedAction, state: SuggestionState, *, by: Actor) -> None:
    _waiting(suggestion)
    suggestion.state = state
    suggestion.settled_by_id = by.pk
    suggestion.save(update_fields=["state", "settled_by"])


def _waiting(suggestion: SuggestedAction) -> SuggestedAction:
    """As it is now, held until the transaction ends."""
    now = SuggestedAction.objects.select_for_update().get(pk=suggestion.pk)
    if now.state != SuggestionState.WAITING:
        raise SuggestionSettled(f"This suggestion was settled already: {now.get_state_display().lower()}.")
    return now


def _worded(suggestion: SuggestedAction) -> str:
    return f"{suggestion.owner}: {suggestion.text}" if suggestion.owner else suggestion.text


def _tell(suggestion: SuggestedAction, kind: MeetingEventKind, note: str, *, by: Actor, at: datetime.datetime) -> None:
    write_event(suggestion.item.meeting, kind, by=by, at=at, note=note)
