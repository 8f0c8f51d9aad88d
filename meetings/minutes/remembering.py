"""Pass after pass asks the same of the same text: the answer is kept while one source is read, and no longer."""

from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar

from .limits import PIECES_LIMIT

Answer = TypeVar("Answer")
Part = TypeVar("Part")

_FEW = 4_096
"""Answers that may stay: those about labels and formulas serve the next source too."""
_kept: "list[_lru_cache_wrapper[Any]]" = []
_last: list[list[Any]] = []


def remembered(ask: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Asks once for each text. Of as many texts as there may be pieces: a pass that goes over all of them and begins
    anew would find nothing in a smaller store."""
    kept = lru_cache(maxsize=PIECES_LIMIT)(ask)
    _kept.append(kept)
    return kept


def remembered_of_all(ask: Callable[[Sequence[Part]], Answer]) -> Callable[[Sequence[Part]], Answer]:
    """Asks once of a whole that cannot change, when it is asked again right behind: of the blocks of one source."""
    last: list[tuple[Sequence[Part], Answer]] = []
    _last.append(last)

    def answer(parts: Sequence[Part]) -> Answer:
        for asked, answered in last:
            if asked is parts:
                return answered
        found = ask(parts)
        if isinstance(parts, tuple):
            last[:] = [(parts, found)]
        return found

    return answer


def forget() -> None:
    """Lets go of what a large source left."""
    for last in _last:
        last.clear()
    for kept in _kept:
        if kept.cache_info().currsize > _FEW:
            kept.cache_clear()
