"""What corrected minutes change in those that were recorded: item by item, passage by passage, word by word.

`compare` takes what is recorded now and what the corrected document says, both as `set_down` gives them. Each
passage of the one is the same, changed, moved to another item or gone, each other passage of the new one is new; none
stands in two differences.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

from meetings.minutes.set_down import Matter, Passage

from .differences import Change, Comparison, Difference, ItemDifference, words_changed
from .effort import Effort
from .likeness import same_words
from .pairing import Entry, Pairs, pair, pair_same

_TELLING = 8
"""So many words, found in two items, are the same passage that moved; fewer may be anybody's, unless numbered alike."""


class CannotPair(ValueError):
    """Two passages cannot be the same one; the message says why."""


def compare(now: Sequence[Matter], new: Sequence[Matter], pairs: Mapping[str, str] | None = None) -> Comparison:
    """`pairs` is what a clerk knows better: the key of a new passage by the key of the recorded one that it is now.

    Raises CannotPair where one of them is not there, is paired twice, or is a paragraph and the other a resolution.
    """
    items = _pair_items(now, new)
    passages = _pair_passages(now, new, items, _checked(now, new, pairs or {}))
    found = _Differences(now, passages)
    return Comparison(
        tuple(
            found.of_item(now[i] if i is not None else None, new[j] if j is not None else None)
            for i, j in merged(range(len(now)), range(len(new)), items)
        )
    )


def merged(now: Iterable[int], new: Iterable[int], pairs: Mapping[int, int]) -> list[tuple[int | None, int | None]]:
    """Old and new in one order: the new ones in theirs, and what of the old is in no pair behind what it stood behind.

    What is new at the same place goes before it.
    """
    behind: dict[int | None, list[int]] = {None: []}
    last: int | None = None
    for i in now:
        if i in pairs:
            last = pairs[i]
        else:
            behind.setdefault(last, []).append(i)
    before = {j: i for i, j in pairs.items()}
    order: list[tuple[int | None, int | None]] = []
    waiting = behind[None]
    for j in new:
        if j in before:
            order += [(i, None) for i in waiting]
            waiting = behind.get(j, [])
        order.append((before.get(j), j))
    return order + [(i, None) for i in waiting]


# --- pairs ------------------------------------------------------------------------------------------------------------


def _pair_items(now: Sequence[Matter], new: Sequence[Matter]) -> Pairs:
    """By what the council's system calls them, by title and number, by title, by likeness."""
    known = {matter.external_id: j for j, matter in enumerate(new) if matter.external_id}
    named = {i: known[matter.external_id] for i, matter in enumerate(now) if matter.external_id in known}
    titled = pair_same(_titles(now), _titles(new), named)
    return pair([_whole(matter) for matter in now], [_whole(matter) for matter in new], titled)


def _titles(matters: Sequence[Matter]) -> list[Entry]:
    return [Entry(matter.number, matter.title) for matter in matters]


def _whole(matter: Matter) -> Entry:
    return Entry(matter.number, "\n".join([matter.title, *(passage.text for passage in matter.passages)]))


def _checked(now: Sequence[Matter], new: Sequence[Matter], pairs: Mapping[str, str]) -> dict[str, str]:
    old = {passage.key: passage for matter in now for passage in matter.passages}
    fresh = {passage.key: passage for matter in new for passage in matter.passages}
    for one, other in pairs.items():
        if one not in old or other not in fresh:
            raise CannotPair("A passage that you chose is not there any more: look at the page again.")
        if old[one].is_resolution != fresh[other].is_resolution:
            raise CannotPair("A paragraph cannot become a resolution, nor a resolution a paragraph.")
    if len(set(pairs.values())) < len(pairs):
        raise CannotPair("Two passages cannot become the same one: choose another for one of them.")
    return dict(pairs)


def _pair_passages(
    now: Sequence[Matter], new: Sequence[Matter], items: Pairs, known: Mapping[str, str]
) -> dict[str, str]:
    """The key of the new passage by that of the recorded one: first inside each item, then from item to item."""
    found = dict(known)
    taken = set(found.values())
    for i, j in items.items():
        for old, fresh in (
            (now[i].paragraphs, new[j].paragraphs),
            (now[i].resolutions, new[j].resolutions),
        ):
            pairs = _inside(_unpaired(old, found), _unpaired(fresh, taken))
            found |= pairs
            taken |= set(pairs.values())
    for is_resolution in (False, True):
        old_left = [p for m in now for p in m.passages if p.is_resolution == is_resolution and p.key not in found]
        new_left = [p for m in new for p in m.passages if p.is_resolution == is_resolution and p.key not in taken]
        pairs = _moved(old_left, new_left)
        found |= pairs
        taken |= set(pairs.values())
    return found


def _unpaired(passages: Iterable[Passage], taken: Container[str]) -> list[Passage]:
    return [passage for passage in passages if passage.key not in taken]


def _inside(now: Sequence[Passage], new: Sequence[Passage]) -> dict[str, str]:
    return {now[i].key: new[j].key for i, j in pair(_entries(now), _entries(new)).items()}


def _moved(now: Sequence[Passage], new: Sequence[Passage]) -> dict[str, str]:
    """Only what cannot be chance: the same words, and enough of them or under the same number."""
    found = {}
    for i, j in pair_same(_entries(now), _entries(new)).items():
        old, fresh = now[i], new[j]
        if len(old.text.split()) >= _TELLING or (old.number and old.number == fresh.number):
            found[old.key] = fresh.key
    return found


def _entries(passages: Sequence[Passage]) -> list[Entry]:
    return [Entry(passage.number, passage.text) for passage in passages]


# --- differences ------------------------------------------------------------------------------------------------------


class _Differences:
    """Makes the differences of pairs that are known."""

    def __init__(self, now: Sequence[Matter], pairs: Mapping[str, str]) -> None:
        self._now = {passage.key: passage for matter in now for passage in matter.passages}
        self._homes = {passage.key: matter.key for matter in now for passage in matter.passages}
        self._pairs = pairs
        self._effort = Effort()
        self._before = {fresh: old for old, fresh in pairs.items()}

    def of_item(self, old: Matter | None, fresh: Matter | None) -> ItemDifference:
        key = old.key if old else ""
        return ItemDifference(
            change=_item_change(old, fresh),
            now=old,
            new=fresh,
            paragraphs=self._of(key, old.paragraphs if old else (), fresh.paragraphs if fresh else ()),
            resolutions=self._of(key, old.resolutions if old else (), fresh.resolutions if fresh else ()),
        )

    def _of(self, item: str, now: Sequence[Passage], new: Sequence[Passage]) -> tuple[Difference, ...]:
        """What stands in this item, and what stood in it and is nowhere now."""
        places = {passage.key: j for j, passage in enumerate(new)}
        inside = {i: places[self._pairs[old.key]] for i, old in enumerate(now) if self._pairs.get(old.key) in places}
        staying = [i for i, old in enumerate(now) if i in inside or old.key not in self._pairs]
        return tuple(
            self._between(now[i] if i is not None else None, new[j] if j is not None else None, item)
            for i, j in merged(staying, range(len(new)), inside)
        )

    def _between(self, old: Passage | None, fresh: Passage | None, item: str) -> Difference:
        if fresh is None:
            return Difference(Change.GONE, old, None)
        old = self._now.get(self._before.get(fresh.key, ""))
        if old is None:
            return Difference(Change.NEW, None, fresh)
        said = words_changed(old, fresh, self._effort)
        home = self._homes[old.key]
        if home != item:
            return Difference(Change.MOVED, old, fresh, said, moved_from=home)
        same = (old.number, old.kind, old.level) == (fresh.number, fresh.kind, fresh.level)
        is_same = same and not said and same_words(old.stem, fresh.stem)
        return Difference(Change.SAME if is_same else Change.CHANGED, old, fresh, said)


def _item_change(old: Matter | None, fresh: Matter | None) -> Change:
    """An agenda text that the new document does not repeat stays."""
    if old is None:
        return Change.NEW
    if fresh is None:
        return Change.GONE
    same = old.number == fresh.number and same_words(old.title, fresh.title)
    same_agenda = not fresh.agenda_text or same_words(old.agenda_text, fresh.agenda_text)
    return Change.SAME if same and same_agenda else Change.CHANGED
