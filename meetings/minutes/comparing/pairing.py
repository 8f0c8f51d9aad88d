"""Which of the new stands for which of the old: the passages of minutes that were brought in again, or their items.

What both say goes first, in the order in which both say it; what is left over is paired by how like it is. Nothing is
paired twice, and the same lists always give the same pairs.
"""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from .effort import Effort, in_step
from .likeness import Features, features, likeness, plain

Pairs = dict[int, int]
"""The place of the new by the place of the old."""

LIKE = 0.5
"""So like are two texts that are the same one, reworded."""

LIKE_BY_NUMBER = 0.3
"""So like, where both bear the same number."""

_SAME_NUMBER, _SAME_GAP = 0.1, 0.05
"""What speaks for a pair besides its words."""

_MOST_CELLS = 1_000_000
"""Of the table in which the longest common order is found; beyond it, difflib finds nearly the same in less room, or
`in_step` what stands in order."""

_MOST_PAIRS, _RARE, _LOOKED_UP, _CANDIDATES = 2_500, 40, 100, 8
"""Where more pairs are possible, only some are looked at: those that share what so few of the others say."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the things to be paired: the number it bears, and what it says."""

    number: str
    text: str


@dataclass(slots=True)
class _Sides:
    """The old and the new, and what of them is paired by now."""

    now: Sequence[Entry]
    new: Sequence[Entry]
    pairs: Pairs = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Of pairs that want the same thing, the first has it."""
        for i, j in pairs:
            if i not in self.pairs and j not in self.taken:
                self.pairs[i] = j
                self.taken.add(j)

    def left(self) -> tuple[list[int], list[int]]:
        return (
            [i for i in range(len(self.now)) if i not in self.pairs],
            [j for j in range(len(self.new)) if j not in self.taken],
        )


def pair(now: Sequence[Entry], new: Sequence[Entry], known: Mapping[int, int] | None = None) -> Pairs:
    """`known` pairs are taken as they are."""
    sides = _Sides(now, new)
    sides.take(pair_same(now, new, known).items())
    sides.take(_by_likeness(sides))
    return sides.pairs


def pair_same(now: Sequence[Entry], new: Sequence[Entry], known: Mapping[int, int] | None = None) -> Pairs:
    """Only those that say the same, and the `known` ones."""
    sides = _Sides(now, new)
    sides.take((known or {}).items())
    sides.take(_in_order(sides))
    sides.take(_in_turn(sides, lambda entry: (entry.number, plain(entry.text))))
    sides.take(_in_turn(sides, lambda entry: plain(entry.text)))
    return sides.pairs


# --- the same words ---------------------------------------------------------------------------------------------------


def _in_order(sides: _Sides) -> list[tuple[int, int]]:
    """The most of what says the same, without any two of the pairs crossing; of two ways, the one that keeps more
    numbers."""
    said_now, said_new = _said(sides.now, sides.left()[0]), _said(sides.new, sides.left()[1])
    both = {words for words, _ in said_now.values()} & {words for words, _ in said_new.values()}
    left_now = [i for i, (words, _) in said_now.items() if words in both]
    left_new = [j for j, (words, _) in said_new.items() if words in both]
    now, new = [said_now[i] for i in left_now], [said_new[j] for j in left_new]
    first = next((n for n, (a, b) in enumerate(zip(now, new, strict=False)) if a != b), min(len(now), len(new)))
    rest = min(len(now), len(new)) - first
    last = next((n for n in range(rest) if now[-1 - n] != new[-1 - n]), rest)
    middle = _common_order(now[first : len(now) - last], new[first : len(new) - last])
    found = [
        *((n, n) for n in range(first)),
        *((first + i, first + j) for i, j in middle),
        *((len(now) - n, len(new) - n) for n in range(last, 0, -1)),
    ]
    return [(left_now[i], left_new[j]) for i, j in found]


Said = tuple[str, str]
"""The words, and the number before them."""


def _said(entries: Sequence[Entry], places: Sequence[int]) -> dict[int, Said]:
    return {place: (plain(entries[place].text), entries[place].number) for place in places}


def _common_order(now: Sequence[Said], new: Sequence[Said]) -> list[tuple[int, int]]:
    if len(now) * len(new) > _MOST_CELLS:
        words = [said for said, _ in now], [said for said, _ in new]
        if not Effort().allows(*words):
            return in_step(*words)
        matcher = SequenceMatcher(None, *words, autojunk=False)
        return [(i + n, j + n) for i, j, size in matcher.get_matching_blocks() for n in range(size)]
    best = _table(now, new)
    found, i, j = [], 0, 0
    while i < len(now) and j < len(new):
        if now[i][0] == new[j][0] and best[i][j] == best[i + 1][j + 1] + _worth(now[i], new[j], best):
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _worth(one: Said, other: Said, best: Sequence[Sequence[int]]) -> int:
    """Of two that say the same: one pair more is worth more than all numbers together."""
    return len(best) + (one[1] == other[1])


def _table(now: Sequence[Said], new: Sequence[Said]) -> list[list[int]]:
    """The worth of the best order of what stands at these places and behind."""
    best = [[0] * (len(new) + 1) for _ in range(len(now) + 1)]
    for i in range(len(now) - 1, -1, -1):
        row, below, one = best[i], best[i + 1], now[i]
        for j in range(len(new) - 1, -1, -1):
            skipped = max(below[j], row[j + 1])
            if one[0] == new[j][0]:
                skipped = max(skipped, below[j + 1] + _worth(one, new[j], best))
            row[j] = skipped
    return best


def _in_turn(sides: _Sides, key: Callable[[Entry], Hashable]) -> list[tuple[int, int]]:
    """Of what changed places, the first old with the first new of the same key, the second with the second."""
    left_now, left_new = sides.left()
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for j in left_new:
        waiting[key(sides.new[j])].append(j)
    return [(i, waiting[wanted].popleft()) for i in left_now if waiting.get(wanted := key(sides.now[i]))]


# --- like words -------------------------------------------------------------------------------------------------------


def _by_likeness(sides: _Sides) -> list[tuple[int, int]]:
    """The likest first; between equals, what stands in the same place of the order."""
    left_now, left_new = sides.left()
    now = {i: features(sides.now[i].text) for i in left_now}
    likely = _Likely(sides.now, now, every=len(left_now) * len(left_new) <= _MOST_PAIRS)
    gaps_now = _gaps(left_now, sorted(sides.pairs))
    gaps_new = _gaps(left_new, sorted(sides.pairs.values()))
    scored = []
    for j in left_new:
        number, said = sides.new[j].number, features(sides.new[j].text)
        for i in likely.of(number, said):
            like = likeness(now[i], said)
            same_number = bool(number) and number == sides.now[i].number
            if like >= (LIKE_BY_NUMBER if same_number else LIKE):
                score = like + _SAME_NUMBER * same_number + _SAME_GAP * (gaps_now[i] == gaps_new[j])
                scored.append((-score, abs(i - j), i, j))
    return [(i, j) for _, _, i, j in sorted(scored)]


def _gaps(left: Sequence[int], paired: Sequence[int]) -> dict[int, int]:
    """How many that are paired stand before each that is not."""
    return {place: bisect_left(paired, place) for place in left}


class _Likely:
    """Which of the old may be the same as a new one: every one of a few, else those that share what few others say."""

    def __init__(self, entries: Sequence[Entry], now: Mapping[int, Features], *, every: bool) -> None:
        self._every = list(now) if every else []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._numbered: dict[str, list[int]] = defaultdict(list)
        for i, said in now.items() if not every else ():
            self._numbered[entries[i].number].append(i)
            for feature in said:
                self._holding[feature].append(i)

    def of(self, number: str, said: Features) -> Iterable[int]:
        if self._every:
            return self._every
        shared: Counter[int] = Counter()
        rare = [held for feature in said if (held := self._holding.get(feature)) and len(held) <= _RARE]
        for held in rare if len(rare) <= _LOOKED_UP else sorted(rare, key=len)[:_LOOKED_UP]:
            shared.update(held)
        likely = [i for i, _ in shared.most_common(_CANDIDATES)]
        same = self._numbered.get(number, [])[:_CANDIDATES] if number else []
        return dict.fromkeys([*likely, *same])
