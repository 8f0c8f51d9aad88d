"""What somebody sends who means no good: for each format the worst that is just within the limits, made on the spot.

Each module has ATTACKS, by their names; a value makes the bytes. `bench.hostile` reads each in a process of its own.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from meetings.minutes.limits import SOURCE_LIMIT

Attacks: TypeAlias = Mapping[str, Callable[[], bytes]]

_SPARE = 1_000
"""Bytes below the limit of a source, for what stands around what is repeated."""


def times(count: int, make: Callable[[int], str], head: str = "", foot: str = "") -> bytes:
    """What `make` writes for 1, 2, 3 ..., so often, or as often as a source may be long."""
    made, long = [head], len(head) + len(foot) + _SPARE
    for number in range(1, count + 1):
        line = make(number)
        long += len(line.encode())
        if long > SOURCE_LIMIT:
            break
        made.append(line)
    return "".join((*made, foot)).encode()
