"""The minutes as they are recorded now: what a corrected document is compared with, and the rows behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from meetings.actions.recording import is_same_item
from meetings.actions.setting_down import Row
from meetings.minutes import Kind
from meetings.minutes.set_down import RESOLUTION, Matter, Passage
from meetings.models import AgendaItem, Meeting, Paragraph, Resolution, SourceDocument


@dataclass(frozen=True, slots=True)
class AsRecorded:
    """Agenda items by their address and passages by their anchor, and the same as `compare` takes them.

    Nothing that was taken out before is among them. `own` are the items that came from the document and those that it
    corrected; the others came from other documents, and are here because the new minutes tell of them, too.
    """

    items: dict[str, AgendaItem]
    rows: dict[str, Row]
    own: frozenset[str]

    @property
    def matters(self) -> tuple[Matter, ...]:
        paragraphs, resolutions = _by_item(self.rows, Paragraph), _by_item(self.rows, Resolution)
        return tuple(
            Matter(
                key=item.slug,
                number=item.number,
                title=item.title,
                agenda_text=item.agenda_text,
                paragraphs=tuple(map(_passage, paragraphs.get(item.pk, ()))),
                resolutions=tuple(map(_passage, resolutions.get(item.pk, ()))),
                external_id=item.external_id,
            )
            for item in self.items.values()
        )

    def without(self, slugs: Iterable[str]) -> "AsRecorded":
        gone = {self.items[slug].pk for slug in slugs}
        return AsRecorded(
            {slug: item for slug, item in self.items.items() if item.pk not in gone},
            {anchor: row for anchor, row in self.rows.items() if row.item_id not in gone},
            self.own,
        )


def as_recorded(source: SourceDocument, meeting: Meeting, new: Sequence[Matter]) -> AsRecorded:
    """What `source`, recorded in this meeting, and those that it corrected say now."""
    noted = [block for each in family_of(source, meeting) for block in each.blocks if block.get("recorded_as")]
    slugs = {block["recorded_as"] for block in noted if block["kind"] == Kind.ITEM}
    anchors = {block["recorded_as"] for block in noted if block["kind"] != Kind.ITEM}
    rows = _rows_of(meeting)
    said = {row.item_id for row in rows}
    ours = {row.item_id for row in rows if row.anchor in anchors}
    items = {item.slug: item for item in meeting.items.filter(taken_out_at__isnull=True).order_by("order")}
    own = {slug for slug, item in items.items() if item.pk in ours or (slug in slugs and item.pk not in said)}
    told = [matter for matter in new if matter.passages]
    chosen = {
        slug: item
        for slug, item in items.items()
        if slug in own or (item.pk in said and any(is_same_item(item, matter) for matter in told))
    }
    keys = {item.pk for item in chosen.values()}
    return AsRecorded(chosen, {row.anchor: row for row in rows if row.item_id in keys}, frozenset(own))


def family_of(source: SourceDocument, meeting: Meeting) -> list[SourceDocument]:
    """The recorded documents of the meeting that correct one another, the earliest first."""
    rows = {row.pk: row for row in meeting.sources.defer("content", "text", "undo", "changes").order_by("recorded_at")}

    def first(key: int) -> int:
        while (before := rows[key].corrects_id) in rows:
            key = before
        return key

    return [row for row in rows.values() if first(row.pk) == first(source.pk)]


def _rows_of(meeting: Meeting) -> list[Row]:
    """All passages that the minutes of the meeting have now, in their order."""
    found: list[Row] = []
    for rows in (
        Paragraph.objects.select_related("item"),
        Resolution.objects.select_related("item", "paragraph"),
    ):
        found += rows.filter(item__meeting=meeting, taken_out_at__isnull=True).order_by("item__order", "order")
    return found


def _by_item(rows: dict[str, Row], model: type[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows.values():
        if isinstance(row, model):
            found.setdefault(row.item_id, []).append(row)
    return found


def _passage(row: Row) -> Passage:
    if isinstance(row, Resolution):
        under = row.paragraph.anchor if row.paragraph else ""
        return Passage(row.anchor, RESOLUTION, row.number, row.text, stem=row.stem, under=under)
    return Passage(row.anchor, row.kind, row.number, row.text, level=row.level)
