"""The rows of meetings and minutes, one file for each idea."""

from meetings.models.batches import Batch, BatchFile
from meetings.models.committees import Committee
from meetings.models.fetching import FetchedAnswer
from meetings.models.history import AbstractEvent, MeetingEvent
from meetings.models.meetings import AgendaItem, Meeting
from meetings.models.minutes import Paragraph, Resolution, SuggestedAction
from meetings.models.sources import SourceDocument

__all__ = [
    "AbstractEvent",
    "AgendaItem",
    "Batch",
    "BatchFile",
    "Committee",
    "FetchedAnswer",
    "Meeting",
    "MeetingEvent",
    "Paragraph",
    "Resolution",
    "SourceDocument",
    "SuggestedAction",
]
