"""The differences between two forms of the same minutes, and how they are kept and told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from meetings.minutes.set_down import Matter, Passage
from meetings.minutes.structure import Json

from .effort import Effort
from .likeness import Run, runs, same_words
from .recasting import recast


class Change(StrEnum):
    """What became of a passage, or of an item."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One passage as it is recorded `now`, None where it is new, and as it would be, None where it is gone.

    `runs` says of the words what was kept, removed and added, where both are there and differ. `moved_from` is the key
    of the item it stood in before, where that is another one.
    """

    change: Change
    now: Passage | None
    new: Passage | None
    runs: tuple[Run, ...] = ()
    moved_from: str = ""

    @property
    def passage(self) -> Passage:
        """As it would be; as it is where it is gone."""
        found = self.new or self.now
        assert found is not None, "a difference has a passage"  # noqa: S101 - for mypy; compare makes no other
        return found


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """One item; its `change` is that of its number, title and agenda text, not of what was said on it.

    `paragraphs` and `resolutions` stand in the order of the new ones, what is gone behind what it stood behind.
    """

    change: Change
    now: Matter | None
    new: Matter | None
    paragraphs: tuple[Difference, ...] = ()
    resolutions: tuple[Difference, ...] = ()

    @property
    def matter(self) -> Matter:
        """As it would be; as it is where it is gone."""
        found = self.new or self.now
        assert found is not None, "a difference has an item"  # noqa: S101 - for mypy; compare makes no other
        return found

    @property
    def differences(self) -> tuple[Difference, ...]:
        return (*self.paragraphs, *self.resolutions)


@dataclass(frozen=True, slots=True)
class Comparison:
    items: tuple[ItemDifference, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        return tuple(each for item in self.items for each in item.differences)

    @property
    def is_same(self) -> bool:
        changes = {item.change for item in self.items} | {each.change for each in self.differences}
        return changes <= {Change.SAME}

    def of(self, change: Change) -> tuple[Difference, ...]:
        """The passages that went this way."""
        return tuple(each for each in self.differences if each.change is change)

    def __str__(self) -> str:
        """“3 paragraphs changed, 1 new, 1 taken out; 1 item new”. What became another sort is changed."""
        sorts = {each.passage.is_resolution for each in self.differences if each.change is not Change.SAME}
        noun = "passage" if len(sorts) == 2 else "resolution" if True in sorts else "paragraph"
        pairs = [each for item in self.items for each in recast(item)]
        parted = {id(each) for pair in pairs for each in (pair.gone, pair.new)}
        changes = [each.change for each in self.differences if id(each) not in parted]
        told = [
            _told([*changes, *(Change.CHANGED for _ in pairs)], noun),
            _told([item.change for item in self.items], "item"),
        ]
        return "; ".join(each for each in told if each) or "Nothing changed"

    def as_json(self) -> list[Json]:
        """One object for each item, with all its passages: enough to show the comparison again."""
        return [_kept(each) for each in self.items]

    @classmethod
    def from_json(cls, rows: Iterable[Mapping[str, Any]]) -> "Comparison":
        """What `as_json` wrote."""
        effort = Effort()
        return cls(tuple(_item(row, effort) for row in rows))


def words_changed(old: Passage, fresh: Passage, effort: Effort) -> tuple[Run, ...]:
    """What was kept, removed and added; nothing where the words are the same."""
    return () if same_words(old.text, fresh.text) else runs(old.text, fresh.text, effort)


# --- told -------------------------------------------------------------------------------------------------------------

_TOLD = {Change.CHANGED: "changed", Change.MOVED: "moved to another item", Change.NEW: "new", Change.GONE: "taken out"}


def _told(changes: Sequence[Change], noun: str) -> str:
    """“3 paragraphs changed, 1 new, 1 taken out”: the noun stands once; '' where nothing changed."""
    found: list[str] = []
    for change, verb in _TOLD.items():
        if count := sum(each is change for each in changes):
            name = "" if found else f"{noun}{'' if count == 1 else 's'} "
            found.append(f"{count} {name}{verb}")
    return ", ".join(found)


# --- kept -------------------------------------------------------------------------------------------------------------


def _kept(item: ItemDifference) -> Json:
    return {
        "change": str(item.change),
        "now": _without_passages(item.now),
        "new": _without_passages(item.new),
        "paragraphs": [_kept_passage(each) for each in item.paragraphs],
        "resolutions": [_kept_passage(each) for each in item.resolutions],
    }


def _without_passages(matter: Matter | None) -> Json | None:
    if matter is None:
        return None
    return {name: value for name, value in asdict(matter).items() if name not in ("paragraphs", "resolutions")}


def _kept_passage(each: Difference) -> Json:
    return {
        "change": str(each.change),
        "now": asdict(each.now) if each.now else None,
        "new": asdict(each.new) if each.new else None,
        "moved_from": each.moved_from,
    }


def _item(row: Mapping[str, Any], effort: Effort) -> ItemDifference:
    return ItemDifference(
        change=Change(row["change"]),
        now=Matter(**row["now"]) if row["now"] else None,
        new=Matter(**row["new"]) if row["new"] else None,
        paragraphs=tuple(_passage(passage, effort) for passage in row["paragraphs"]),
        resolutions=tuple(_passage(passage, effort) for passage in row["resolutions"]),
    )


def _passage(row: Mapping[str, Any], effort: Effort) -> Difference:
    now = Passage(**row["now"]) if row["now"] else None
    new = Passage(**row["new"]) if row["new"] else None
    said = words_changed(now, new, effort) if now and new else ()
    return Difference(Change(row["change"]), now, new, said, row["moved_from"])
