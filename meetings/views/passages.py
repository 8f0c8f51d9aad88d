"""Minutes as a page shows them: passages in order, each with its margin; decisions in a box where they were taken."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from meetings.margin import Margin, Margins, Passage, margins
from meetings.models import AgendaItem, Resolution, SuggestedAction
from meetings.permissions import BRING_IN_MINUTES, Visitor, may
from meetings.views.asked import Asked, Source, counted


@dataclass(slots=True)
class Shown:
    """A passage, what stands beside it, and what it seems to ask for (clerks see that alone)."""

    passage: Passage
    url: str
    margin: Margin
    asked: Sequence[Asked] = ()
    has_number: bool = True

    @property
    def asks(self) -> list[dict[str, Any]]:
        """What it seems to ask for, each with where that may be tracked."""
        return [{"suggestion": each.suggestion, "track_url": each.track_url(self.margin)} for each in self.asked]


@dataclass(slots=True)
class Box:
    """What was resolved under one stem."""

    stem: str
    resolutions: list[Shown]


@dataclass(slots=True)
class Entry:
    """One step of an item's minutes: a paragraph, a box of resolutions, or a numbered stem that is both.

    `is_said` is False where the paragraph's words are in the box already.
    """

    paragraph: Shown | None = None
    boxes: list[Box] = field(default_factory=list)
    is_said: bool = True


@dataclass(slots=True)
class ItemMinutes:
    """An agenda item with its minutes. `loose` is what asks for something and hangs on no passage."""

    item: AgendaItem
    entries: list[Entry]
    loose: Sequence[Asked] = ()


def minutes_of(items: Sequence[AgendaItem], visitor: Visitor, *, on: datetime.date) -> list[ItemMinutes]:
    """The items, which come from `with_minutes`, with all that is shown; as many queries for one as for many."""
    passages: list[Passage] = []
    for item in items:
        for passage in _passages(item):
            passage.item = item  # no query for what is here
            passages.append(passage)
    beside = margins(passages, visitor, on=on)
    waiting = _waiting(items, visitor, on=on)
    return [_item_minutes(item, beside, waiting) for item in items]


def _passages(item: AgendaItem) -> Iterator[Passage]:
    yield from item.paragraphs.all()
    yield from item.resolutions.all()


def _waiting(items: Sequence[AgendaItem], visitor: Visitor, *, on: datetime.date) -> Mapping[Source, Sequence[Asked]]:
    """The suggestions that wait, for clerks alone."""
    if not may(visitor, BRING_IN_MINUTES):
        return {}
    return counted(SuggestedAction.objects.visible_to(visitor, on=on).filter(item__in=items))


def _item_minutes(item: AgendaItem, beside: Margins, waiting: Mapping[Source, Sequence[Asked]]) -> ItemMinutes:
    address = item.get_absolute_url()

    def shown(passage: Passage) -> Shown:
        key = (type(passage), passage.pk)
        return Shown(passage, f"{address}#{passage.anchor}", beside[key], waiting.get(key, ()))

    paragraphs = [shown(paragraph) for paragraph in item.paragraphs.all()]
    resolutions = [shown(resolution) for resolution in item.resolutions.all()]
    return ItemMinutes(item, list(_entries(paragraphs, resolutions)), waiting.get(item.pk, ()))


def _entries(paragraphs: Sequence[Shown], resolutions: Sequence[Shown]) -> Iterator[Entry]:
    """Each box behind the paragraph it hangs on; one that hangs on nothing seen here comes first or last."""
    behind: dict[int | None, list[Shown]] = defaultdict(list)
    for resolution in resolutions:
        behind[_resolution(resolution).paragraph_id].append(resolution)
    if first := behind.pop(None, None):
        yield Entry(boxes=_boxes(first))
    for paragraph in paragraphs:
        boxes = _boxes(behind.pop(paragraph.passage.pk, ()))
        is_said = not _is_in_box(paragraph.passage, boxes)
        if not is_said:
            _number_once(paragraph.passage, boxes[0])
        yield Entry(paragraph, boxes, is_said=is_said)
    for left in behind.values():
        yield Entry(boxes=_boxes(left))


def _boxes(resolutions: Iterable[Shown]) -> list[Box]:
    grouped = groupby(resolutions, key=lambda shown: _resolution(shown).stem)
    return [Box(stem, list(limbs)) for stem, limbs in grouped]


def _is_in_box(passage: Passage, boxes: Sequence[Box]) -> bool:
    """Whether the box says these words already: as its stem, as the decision, or as both."""
    if not boxes:
        return False
    box = boxes[0]
    decision = box.resolutions[0].passage.text
    said = {_plain(words) for words in (box.stem, decision, f"{box.stem} {decision}")}
    return _plain(passage.text) in said


def _plain(words: str) -> str:
    """The letters alone: stops and dashes between stem and decision are the printer's."""
    return "".join(character for character in words.casefold() if character.isalnum())


def _number_once(paragraph: Passage, box: Box) -> None:
    """A decision that is a paragraph has one number, which hangs in the margin."""
    for limb in box.resolutions:
        limb.has_number = limb.passage.number != paragraph.number


def _resolution(shown: Shown) -> Resolution:
    if not isinstance(shown.passage, Resolution):
        raise TypeError("Only resolutions stand in a box.")
    return shown.passage
