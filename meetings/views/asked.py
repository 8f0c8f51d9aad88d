"""Suggestions as a page shows them: what was said, by whom it is to be done, and where it may be tracked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meetings.choices import SuggestionState
from meetings.margin import Margin, Passage
from meetings.models import Paragraph, Resolution, SuggestedAction

Source = tuple[type[Passage], int] | int
"""The passage that asks, or the item where the words hang on no passage."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A suggestion that waits. `place` counts the suggestions of its passage from 1: that is its name in addresses."""

    suggestion: SuggestedAction
    place: int

    def track_url(self, margin: Margin | None) -> str:
        """Where it may be tracked, with its words and its owner filled in; '' where this visitor may not."""
        return f"{margin.track_url}?suggestion={self.place}" if margin and margin.track_url else ""


def source_of(suggestion: SuggestedAction) -> Source:
    if suggestion.resolution_id is not None:
        return Resolution, suggestion.resolution_id
    if suggestion.paragraph_id is not None:
        return Paragraph, suggestion.paragraph_id
    return suggestion.item_id


def counted(suggestions: Iterable[SuggestedAction]) -> Mapping[Source, Sequence[Asked]]:
    """Those that wait, by their source. Takes settled ones too, because they count."""
    found: dict[Source, list[Asked]] = defaultdict(list)
    seen: dict[Source, int] = defaultdict(int)
    for suggestion in sorted(suggestions, key=lambda row: row.pk):
        source = source_of(suggestion)
        seen[source] += 1
        if suggestion.state == SuggestionState.WAITING:
            found[source].append(Asked(suggestion, seen[source]))
    return found
