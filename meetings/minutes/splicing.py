"""What changed between two lists, said briefly: for taking a correction back, and for a page that shows it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Splice(Generic[T]):
    """At the place `at`, from 0, `gone` members give way to `put`."""

    at: int
    gone: int
    put: tuple[T, ...]


def splices(before: Sequence[T], after: Sequence[T]) -> tuple[Splice[T], ...]:
    """What makes `after` of `before`: the last place first, so that none moves the place of another."""
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Splice(i, j - i, tuple(after[k:m])) for tag, i, j, k, m in reversed(codes) if tag != "equal")


def spliced(members: Sequence[T], changes: Sequence[Splice[T]]) -> tuple[T, ...]:
    """The list with these done to it, in their order."""
    done = list(members)
    for change in changes:
        done[change.at : change.at + change.gone] = change.put
    return tuple(done)
