"""Corrected minutes take the place of those that were recorded, row by row.

A passage that is still there keeps its primary key, its anchor and whatever cites it; what is gone stays as a row that
says when it was taken out; what is new gets an anchor that nobody ever had.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import F

from meetings.actions.anchors import Anchors
from meetings.actions.as_recorded import AsRecorded
from meetings.actions.recording import anchors_of, is_same_item, new_item
from meetings.actions.setting_down import Row, new_paragraph, new_resolution
from meetings.minutes.comparing import merged
from meetings.minutes.comparing.differences import Comparison, Difference
from meetings.minutes.comparing.likeness import same_words
from meetings.minutes.set_down import Matter, Passage
from meetings.models import AgendaItem, Meeting, Paragraph, Resolution

_ASIDE = 1_000_000
"""Orders are unique: rows step so far aside before they get their new ones."""


@dataclass(slots=True)
class Replaced:
    """The rows that stand for the new minutes: items and passages by the keys of what was understood."""

    items: dict[str, AgendaItem] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)


def replace_minutes(
    meeting: Meeting, recorded: AsRecorded, comparison: Comparison, *, at: datetime.datetime
) -> Replaced:
    """Inside a transaction that holds the meeting."""
    made = Replaced()
    _replace_items(meeting, recorded, comparison, made, at=at)
    anchors = Anchors(anchors_of(meeting))
    for model in (Paragraph, Resolution):
        _replace_passages(model, recorded, comparison, made, anchors, at)
    return made


# --- items ------------------------------------------------------------------------------------------------------------


def _replace_items(
    meeting: Meeting, recorded: AsRecorded, comparison: Comparison, made: Replaced, *, at: datetime.datetime
) -> None:
    there = [recorded.items.get(row.slug, row) for row in meeting.items.order_by("order")]
    others = [row for row in there if row.slug not in recorded.items]
    everything = list(there)
    for each in comparison.items:
        if each.new is None:
            recorded.items[each.matter.key].taken_out_at = at
        elif each.now is not None:
            made.items[each.new.key] = _named(recorded.items[each.now.key], each.new)
        else:
            row = _there_already(others, each.new)
            if row is None:
                row = new_item(meeting, each.new, order=_behind(everything), taken=[row.slug for row in everything])
                everything.append(row)
            else:
                others.remove(row)
            made.items[each.new.key] = row
    order = _in_order(there, list(made.items.values()))
    meeting.items.update(order=F("order") + _ASIDE)
    AgendaItem.objects.bulk_update(order, ["order", "number", "title", "agenda_text", "external_id", "taken_out_at"])


def _there_already(others: Sequence[AgendaItem], matter: Matter) -> AgendaItem | None:
    """An item of the agenda that these are the first minutes of, or one that an earlier correction took out and that
    is back."""
    for row in others:
        if not is_same_item(row, matter):
            continue
        if row.taken_out_at is None:
            row.agenda_text = row.agenda_text or matter.agenda_text
            return row
        if same_words(row.title, matter.title) or (row.external_id and row.external_id == matter.external_id):
            return _named(row, matter)
    return None


def _named(row: AgendaItem, matter: Matter) -> AgendaItem:
    row.number, row.title = matter.number, matter.title
    row.agenda_text = matter.agenda_text or row.agenda_text
    row.external_id = matter.external_id or row.external_id
    row.taken_out_at = None
    return row


def _behind(rows: Sequence[AgendaItem]) -> int:
    return max((row.order for row in rows), default=0) + 1


Ordered = TypeVar("Ordered", bound=AgendaItem | Paragraph | Resolution)


def _in_order(there: Sequence[Ordered], fresh: Sequence[Ordered]) -> list[Ordered]:
    """The new order of all, counted from 1: what is not said any more stays behind what it stood behind."""
    rows = {id(row): row for row in (*there, *fresh)}
    staying = {id(row) for row in there} & {id(row) for row in fresh}
    pairs = merged([id(row) for row in there], [id(row) for row in fresh], {key: key for key in staying})
    order = [rows[key] for old, new in pairs if (key := new if new is not None else old) is not None]
    for place, row in enumerate(order, 1):
        row.order = place
    return order


# --- passages ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Passages:
    """The paragraphs, or the resolutions, of all the items: as they were, item by item, and as they are to be."""

    model: Any
    recorded: AsRecorded
    made: Replaced
    anchors: Anchors
    there: dict[int, list[Row]] = field(default_factory=dict)
    fresh: dict[int, list[Row]] = field(default_factory=dict)
    added: list[Row] = field(default_factory=list)

    def load(self) -> None:
        """All rows of the items, also what was taken out before; those that are compared, as they are known."""
        items = [*self.recorded.items.values(), *self.made.items.values()]
        for row in self.model.objects.filter(item__in=items).order_by("item", "order"):
            known = self.recorded.rows.get(row.anchor)
            kept = known if known is not None and known.pk == row.pk and type(known) is self.model else row
            self.there.setdefault(row.item_id, []).append(kept)

    def put(self, item: AgendaItem, difference: Difference, at: datetime.datetime) -> None:
        """The next passage of the item."""
        said = difference.passage
        order = len(self.fresh.setdefault(item.pk, [])) + 1
        if difference.now is not None:
            row = self.recorded.rows[difference.now.key]
            if row.item_id != item.pk:
                self._move(row, item, at)
        else:
            row = self._back(item, said) or self._new(item, said, order)
        _say(row, said, self.made)
        self.made.rows[said.key] = row
        self.fresh[item.pk].append(row)

    def _new(self, item: AgendaItem, said: Passage, order: int) -> Row:
        if self.model is Resolution:
            row: Row = new_resolution(item, said, self.anchors, order=order, under=None)
        else:
            row = new_paragraph(item, said, self.anchors, order=order)
        self.added.append(row)
        return row

    def _back(self, item: AgendaItem, said: Passage) -> Row | None:
        """What an earlier correction took out, and what is said again now in the same words."""
        live = self.recorded.rows
        for row in self.there.get(item.pk, ()):
            is_free = row.taken_out_at is not None and row.anchor not in live and row not in self.made.rows.values()
            if is_free and row.number == said.number and same_words(row.text, said.text):
                return row
        return None

    def _move(self, row: Row, item: AgendaItem, at: datetime.datetime) -> None:
        """Its former address goes on answering: what stays there has the same anchor, and says where it is now."""
        stays = self.model(
            item_id=row.item_id,
            number=row.number,
            text=row.text,
            anchor=row.anchor,
            taken_out_at=at,
            is_exempt=row.is_exempt,
            exempt_paragraphs=row.exempt_paragraphs,
            exempt_until=row.exempt_until,
        )
        rows = self.there[row.item_id]
        rows[next(n for n, each in enumerate(rows) if each is row)] = stays
        self.added.append(stays)
        stood_here = [each for each in self.there.get(item.pk, ()) if each.anchor == row.anchor]
        for each in stood_here:  # it comes back to where it was
            self.there[item.pk].remove(each)
            each.delete()
        row.item = item

    def save(self) -> None:
        items = self.there.keys() | self.fresh.keys()
        for item in items:
            _in_order(self.there.get(item, []), self.fresh.get(item, []))
        self.model.objects.filter(item__in=items).update(order=F("order") + _ASIDE)
        added = {id(row) for row in self.added}
        rows = {id(row): row for each in (*self.there.values(), *self.fresh.values()) for row in each}
        kept = [row for key, row in rows.items() if key not in added]
        self.model.objects.bulk_update(kept, _FIELDS[self.model])
        self.model.objects.bulk_create(self.added)


_FIELDS: dict[Any, list[str]] = {
    Paragraph: ["item", "order", "number", "text", "kind", "level", "taken_out_at"],
    Resolution: ["item", "order", "number", "text", "stem", "paragraph", "taken_out_at"],
}


def _replace_passages(
    model: Any, recorded: AsRecorded, comparison: Comparison, made: Replaced, anchors: Anchors, at: datetime.datetime
) -> None:
    passages = _Passages(model, recorded, made, anchors)
    passages.load()
    for each in comparison.items:
        item = made.items[each.new.key] if each.new else None
        for difference in each.resolutions if model is Resolution else each.paragraphs:
            if item is None or difference.new is None:
                recorded.rows[difference.passage.key].taken_out_at = at
            else:
                passages.put(item, difference, at)
    passages.save()


def _say(row: Row, said: Passage, made: Replaced) -> None:
    """The row says what the corrected minutes say; who cites it sees that."""
    row.number, row.text, row.taken_out_at = said.number, said.text, None
    if isinstance(row, Resolution):
        under = made.rows.get(said.under)
        row.stem, row.paragraph = said.stem, under if isinstance(under, Paragraph) else None
    else:
        row.kind, row.level = said.kind, said.level
