"""How much is spent on finding what two sequences have in common: difflib's way may take the cube of their length."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Sequence

_MOST_STEPS = 100_000_000
"""Of all that one comparison looks at, in the worst of cases: some three seconds. Minutes of a hundred pages in which
every paragraph changed in two places take a hundredth of it."""


class Effort:
    """What is left of it, while two forms of the same minutes are compared."""

    def __init__(self, steps: int = _MOST_STEPS) -> None:
        self._left = steps

    def allows(self, now: Sequence[Hashable], new: Sequence[Hashable]) -> bool:
        """Whether these may be compared one by one; where they may, so much less is left for the others."""
        steps = most_steps(now, new)
        if steps > self._left:
            return False
        self._left -= steps
        return True


def most_steps(now: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Each of the matches is looked for among all that are equal, and there may be as many matches as things."""
    counted = Counter(new)
    equal = sum(counted[one] for one in now)
    return min(len(now), len(new), equal) * (len(now) + len(new) + equal)


def in_step(now: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of equal things of which no two cross: the first with the first, the second with the second, as many as
    stand in order. Not always the most there are, but found in a few steps for each."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for j, one in enumerate(new):
        waiting[one].append(j)
    pairs = [(i, waiting[one].popleft()) for i, one in enumerate(now) if waiting.get(one)]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        last[at : at + 1] = [place]
    found: list[tuple[int, int]] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]
