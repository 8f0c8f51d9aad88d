"""What stands in the margin of minutes: notes of what a passage led to.

Minutes know nothing of what is tracked. Whoever tracks registers a provider when the site starts; pages of minutes
ask for the margins of all the passages they show at once, so that the number of queries does not grow with the minutes.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from meetings.models import Paragraph, Resolution
from meetings.permissions import Visitor

Passage = Paragraph | Resolution


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the margin: “Tracked as SSC (22/23) 11”, where it stands, and by when it is due."""

    reference: str
    url: str
    standing: str
    standing_label: str
    due_on: datetime.date | None = None


@dataclass(slots=True)
class Margin:
    """The notes of one passage; `track_url` is where this visitor may have it tracked, or ''."""

    notes: list[Note] = field(default_factory=list)
    track_url: str = ""


Margins = dict[tuple[type[Passage], int], Margin]
Provider = Callable[[Sequence[Passage], Visitor, datetime.date], Margins]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Called once by an app that has something to say in the margin."""
    if provider not in _providers:
        _providers.append(provider)


def margins(passages: Sequence[Passage], visitor: Visitor, *, on: datetime.date) -> Margins:
    """The margins of these passages, by their model and key; a passage without any has an empty one."""
    found: Margins = {(type(passage), passage.pk): Margin() for passage in passages}
    for provider in _providers:
        for key, margin in provider(passages, visitor, on).items():
            found[key].notes.extend(margin.notes)
            found[key].track_url = found[key].track_url or margin.track_url
    return found
