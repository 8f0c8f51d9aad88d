"""Minutes as a page shows them: passages in order, each with its margin; decisions in a box where they were taken."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from meetings.choices import ParagraphKind
from meetings.margin import Margin, Margins, Passage, margins
from meetings.models import AgendaItem, Paragraph, Resolution, SuggestedAction
from meetings.permissions import BRING_IN_MINUTES, Visitor, may
from meetings.views.asked import Asked, Source, counted
from meetings.views.taken_out import Elsewhere, TakenOut, elsewhere, name_of

_LEADS_ON = re.compile(r"\b(?:that|to)\b", re.IGNORECASE)
"""What makes of a stem the beginning of a sentence, which its limbs end."""


_IMPLICATIONS = re.compile(r"\bimplications\b", re.IGNORECASE)


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

    @property
    def heading(self) -> str:
        """The stem without the dash, and where no sentence begins in it without the colon, that led on to the text;
        not shouted: “RESOLVED –” gives “Resolved”."""
        leads_on = _LEADS_ON.search(self.stem)
        words = self.stem.rstrip(" \n–—-" if leads_on else " \n–—-:;,.") or "Resolved"
        return words.capitalize() if words.isupper() and not leads_on else words


@dataclass(slots=True)
class Entry:
    """One step of an item's minutes: a paragraph, a box of resolutions, or a numbered stem that is both.

    `is_said` is False where the paragraph's words are in the box already. `head` then has the paragraph's margin, where
    it is not the same as that of the decision. `taken_out` is what stood here before a correction.
    """

    paragraph: Shown | None = None
    boxes: list[Box] = field(default_factory=list)
    is_said: bool = True
    head: Shown | None = None
    taken_out: TakenOut | None = None


@dataclass(slots=True)
class ItemMinutes:
    """An agenda item with its minutes. `loose` is what asks for something and hangs on no passage."""

    item: AgendaItem
    entries: list[Entry]
    loose: Sequence[Asked] = ()


def minutes_of(items: Sequence[AgendaItem], visitor: Visitor, *, on: datetime.date) -> list[ItemMinutes]:
    """The items, which come from `with_places`, with all that is shown; as many queries for one as for many."""
    passages: list[Passage] = []
    for item in items:
        for passage in _passages(item):
            passage.item = item  # no query for what is here
            passages.append(passage)
    beside = margins(passages, visitor, on=on)
    waiting = _waiting(items, visitor, on=on)
    moved = elsewhere(passages, visitor, on=on)
    here = {item.pk for item in items}
    return [_item_minutes(item, beside, waiting, _Signs(beside, moved, here)) for item in items]


@dataclass(frozen=True, slots=True)
class _Signs:
    """Makes the lines that stand where something was taken out."""

    beside: Margins
    moved: Elsewhere
    here: set[int]

    def of(self, passage: Passage) -> TakenOut:
        now = self.moved.get((type(passage), passage.anchor))
        on_this_page = now is not None and now.item_id in self.here
        assert passage.taken_out_at is not None, "it was taken out"  # noqa: S101 - for mypy; only such rows come here
        return TakenOut(
            name=name_of(passage),
            anchor="" if on_this_page else passage.anchor,
            at=passage.taken_out_at,
            notes=self.beside[type(passage), passage.pk].notes,
            now=now,
        )


def _passages(item: AgendaItem) -> Iterator[Passage]:
    yield from item.paragraphs.all()
    yield from item.resolutions.all()


def _waiting(items: Sequence[AgendaItem], visitor: Visitor, *, on: datetime.date) -> Mapping[Source, Sequence[Asked]]:
    """The suggestions that wait, for clerks alone."""
    if not may(visitor, BRING_IN_MINUTES):
        return {}
    return counted(SuggestedAction.objects.visible_to(visitor, on=on).filter(item__in=items))


def _item_minutes(
    item: AgendaItem, beside: Margins, waiting: Mapping[Source, Sequence[Asked]], signs: _Signs
) -> ItemMinutes:
    address = item.get_absolute_url()

    def shown(passage: Passage) -> Shown:
        key = (type(passage), passage.pk)
        return Shown(passage, f"{address}#{passage.anchor}", beside[key], waiting.get(key, ()))

    said = [passage for passage in _passages(item) if passage.taken_out_at is None]
    paragraphs = [shown(passage) for passage in said if isinstance(passage, Paragraph)]
    resolutions = [shown(passage) for passage in said if isinstance(passage, Resolution)]
    _number_once(paragraphs)
    entries = _without_empty_end(list(_entries(paragraphs, resolutions)))
    out = [passage for passage in _passages(item) if passage.taken_out_at is not None]
    orders = {paragraph.pk: paragraph.order for paragraph in item.paragraphs.all()}
    behind = [(orders.get(each.paragraph_id or 0, 0) if isinstance(each, Resolution) else each.order) for each in out]
    return ItemMinutes(
        item, _with_signs(entries, zip(behind, map(signs.of, out), strict=True)), waiting.get(item.pk, ())
    )


def _with_signs(entries: Sequence[Entry], out: Iterable[tuple[int, TakenOut]]) -> list[Entry]:
    """With the lines of what was taken out, each behind the paragraph of that order, or of the last before it."""
    found = list(entries)
    for order, taken_out in reversed(list(out)):
        before = [n for n, entry in enumerate(found, 1) if entry.paragraph and entry.paragraph.passage.order <= order]
        found.insert(before[-1] if before else 0, Entry(taken_out=taken_out))
    return found


def _number_once(paragraphs: Sequence[Shown]) -> None:
    """A question and all paragraphs of its answers bear one number: it is printed beside the first of them."""
    for before, shown in pairwise(paragraphs):
        said = shown.passage
        if isinstance(said, Paragraph) and said.kind == ParagraphKind.ANSWER:
            shown.has_number = said.number != before.passage.number


def _entries(paragraphs: Sequence[Shown], resolutions: Sequence[Shown]) -> Iterator[Entry]:
    """Each box behind the paragraph it hangs on; one that hangs on nothing seen here comes first or last."""
    behind: dict[int | None, list[Shown]] = defaultdict(list)
    for resolution in resolutions:
        behind[_resolution(resolution).paragraph_id].append(resolution)
    if first := behind.pop(None, None):
        yield Entry(boxes=_boxes(first))
    for paragraph in paragraphs:
        yield _entry(paragraph, _boxes(behind.pop(paragraph.passage.pk, ())))
    for left in behind.values():
        yield Entry(boxes=_boxes(left))


def _without_empty_end(entries: list[Entry]) -> list[Entry]:
    """Without the heading of a report's implications where it ends the item: they stand in the source alone, because
    they are no minutes."""
    if not entries or entries[-1].boxes or entries[-1].paragraph is None:
        return entries
    last = entries[-1].paragraph
    is_empty = isinstance(last.passage, Paragraph) and last.passage.kind == ParagraphKind.HEADING
    if is_empty and not last.margin.notes and not last.asked and _IMPLICATIONS.search(last.passage.text):
        return entries[:-1]
    return entries


def _boxes(resolutions: Iterable[Shown]) -> list[Box]:
    grouped = groupby(resolutions, key=lambda shown: _resolution(shown).stem)
    return [Box(stem, list(limbs)) for stem, limbs in grouped]


def _entry(paragraph: Shown, boxes: list[Box]) -> Entry:
    """The same words are printed once: a numbered stem heads its box, and a paragraph that decides is the box."""
    if not boxes:
        return Entry(paragraph)
    words, stem, decision = (
        _plain(text) for text in (paragraph.passage.text, boxes[0].stem, boxes[0].resolutions[0].passage.text)
    )
    if words == stem:
        return Entry(paragraph, boxes, is_said=False, head=paragraph)
    if words not in (decision, stem + decision):
        return Entry(paragraph, boxes)
    decided = boxes[0].resolutions[0]
    decided.has_number = decided.passage.number != paragraph.passage.number
    decided.margin.notes.extend(paragraph.margin.notes)
    return Entry(paragraph, boxes, is_said=False, head=paragraph if paragraph.asked else None)


def _plain(words: str) -> str:
    """The letters alone: stops and dashes between stem and decision are the printer's."""
    return "".join(character for character in words.casefold() if character.isalnum())


def _resolution(shown: Shown) -> Resolution:
    if not isinstance(shown.passage, Resolution):
        raise TypeError("Only resolutions stand in a box.")
    return shown.passage
