"""What corrected minutes seem to ask for, beside what those before them did.

Whatever a clerk tracked or dismissed stays settled, and a passage that says what it said is not asked about again.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from meetings.actions.as_recorded import AsRecorded
from meetings.actions.replacing import Replaced
from meetings.actions.setting_down import Row, new_suggestion
from meetings.choices import SuggestionState
from meetings.minutes import Item
from meetings.minutes.comparing.differences import Change, Comparison
from meetings.minutes.comparing.likeness import features, likeness
from meetings.models import Paragraph, Resolution, SuggestedAction

_LIKE = 0.5
"""So like are the words of a suggestion before and after its passage was corrected."""

Place = tuple[type[Row], int] | int
"""The passage that asks, or the item where the words hang on no passage."""


def renew_suggestions(
    recorded: AsRecorded, comparison: Comparison, made: Replaced, items: Iterable[tuple[str, Item]]
) -> None:
    """Inside the transaction that replaced the rows; `items` are those of the new minutes, by their key."""
    before = _by_place(_all_of(recorded, made))
    fresh = _by_place(
        new_suggestion(made.items[key], action, made.rows) for key, item in items for action in item.actions
    )
    unchanged = set(_unchanged(recorded, comparison))
    for place in {**before, **fresh}:
        if place not in unchanged or place not in before:
            _renew(before.get(place, []), fresh.get(place, []))
    for row in recorded.rows.values():
        own = {"paragraph": row} if isinstance(row, Paragraph) else {"resolution": row}
        SuggestedAction.objects.filter(**own).exclude(item=row.item_id).update(item=row.item_id)


def _all_of(recorded: AsRecorded, made: Replaced) -> Iterable[SuggestedAction]:
    items = {row.pk for row in (*recorded.items.values(), *made.items.values())}
    rows = (*recorded.rows.values(), *made.rows.values())
    paragraphs = {row.pk for row in rows if isinstance(row, Paragraph)}
    resolutions = {row.pk for row in rows if isinstance(row, Resolution)}
    return SuggestedAction.objects.filter(
        Q(item__in=items) | Q(paragraph__in=paragraphs) | Q(resolution__in=resolutions)
    ).order_by("pk")


def _by_place(suggestions: Iterable[SuggestedAction]) -> dict[Place, list[SuggestedAction]]:
    found: dict[Place, list[SuggestedAction]] = {}
    for suggestion in suggestions:
        place: Place = suggestion.item_id
        if suggestion.resolution_id is not None:
            place = Resolution, suggestion.resolution_id
        elif suggestion.paragraph_id is not None:
            place = Paragraph, suggestion.paragraph_id
        found.setdefault(place, []).append(suggestion)
    return found


def _unchanged(recorded: AsRecorded, comparison: Comparison) -> Iterable[Place]:
    """The passages that say what they said; a new number is no new wording."""
    for each in comparison.differences:
        if each.now is not None and each.change is not Change.GONE and not each.runs:
            row = recorded.rows[each.now.key]
            yield type(row), row.pk


def _renew(before: Sequence[SuggestedAction], fresh: Sequence[SuggestedAction]) -> None:
    """A suggestion that waits takes the new words; one that is not made any more goes, unless it was settled."""
    left = list(before)
    for suggestion in fresh:
        known = _likest(suggestion, left)
        if known is None:
            suggestion.save()
            continue
        left.remove(known)
        if known.state == SuggestionState.WAITING:
            known.owner, known.text = suggestion.owner, suggestion.text
            known.is_marked, known.phrase = suggestion.is_marked, suggestion.phrase
            known.save(update_fields=["owner", "text", "is_marked", "phrase"])
    for gone in left:
        if gone.state == SuggestionState.WAITING:
            gone.delete()


def _likest(suggestion: SuggestedAction, among: Sequence[SuggestedAction]) -> SuggestedAction | None:
    said = features(suggestion.text)
    scored = [(likeness(said, features(each.text)), -each.pk, each) for each in among]
    best = max(scored, key=lambda each: each[:2], default=None)
    return best[2] if best is not None and best[0] >= _LIKE else None
