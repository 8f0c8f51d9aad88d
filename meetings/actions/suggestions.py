"""What the reader thought was asked for: a clerk has it tracked, or says that it is not."""

import datetime

from django.db import transaction

from meetings.actions.publishing import write_event
from meetings.actions.refusals import WrongStage
from meetings.choices import MeetingEventKind, SuggestionState
from meetings.models import SuggestedAction
from meetings.permissions import Actor


class SuggestionSettled(WrongStage):
    """Somebody tracked or dismissed it already."""


@transaction.atomic
def dismiss_suggestion(suggestion: SuggestedAction, *, by: Actor, at: datetime.datetime) -> None:
    """Raises SuggestionSettled where it waits no longer."""
    _settle(suggestion, SuggestionState.DISMISSED, by=by)
    note = f"{suggestion.owner}: {suggestion.text}" if suggestion.owner else suggestion.text
    write_event(suggestion.item.meeting, MeetingEventKind.SUGGESTION_DISMISSED, by=by, at=at, note=note)


@transaction.atomic
def take_up_suggestion(suggestion: SuggestedAction, *, by: Actor) -> None:
    """For whoever tracks, inside the same transaction: the history of what was raised from it tells of it.

    Raises SuggestionSettled where it waits no longer, so that two clerks never raise the same thing twice.
    """
    _settle(suggestion, SuggestionState.TAKEN_UP, by=by)


def _settle(suggestion: SuggestedAction, state: SuggestionState, *, by: Actor) -> None:
    now = SuggestedAction.objects.select_for_update().get(pk=suggestion.pk)
    if now.state != SuggestionState.WAITING:
        raise SuggestionSettled(f"This suggestion was settled already: {now.get_state_display().lower()}.")
    suggestion.state = state
    suggestion.settled_by_id = by.pk
    suggestion.save(update_fields=["state", "settled_by"])
