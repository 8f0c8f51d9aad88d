"""One figure, measured so that a slow machine can be told from a slow program.

Times are processor time, the median of several runs. Before each run a fixed loop is timed, which knows nothing of the
program: where it takes much longer than REFERENCE, the machine is slow or busy, and a missed limit says little.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

REFERENCE = 18.0
"""Milliseconds of the fixed loop on the machine on which the limits were set (2 cores, 2026)."""
RUNS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """`limit` is the most that `value` may be, in the same unit; `calibration` the fixed loop's milliseconds."""

    name: str
    value: float
    unit: str
    limit: float
    calibration: float

    @property
    def is_kept(self) -> bool:
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.is_kept else "   MISSED"
        return (
            f"{self.name:<44} {self.value:>9.1f} {self.unit:<8} limit {self.limit:>8.1f}"
            f"   calibration {self.calibration:5.1f} ms{verdict}"
        )


def calibrate() -> float:
    """Milliseconds that the fixed loop takes just now: integers, strings and dictionaries, as a page is made of."""
    began = time.process_time()
    counts: dict[str, int] = {}
    for number in range(100_000):
        word = f"word {number % 997}"
        counts[word] = counts.get(word, 0) + number % 7
    return (time.process_time() - began) * 1000


def milliseconds(name: str, work: Callable[[], object], *, limit: float, runs: int = RUNS) -> Figure:
    """The median processor time of `work`, which is done once beforehand, so that nothing is measured cold."""
    work()
    times, calibrations = [], []
    for _ in range(runs):
        calibrations.append(calibrate())
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return Figure(name, statistics.median(times), "ms", limit, statistics.median(calibrations))


def count(name: str, value: float, unit: str, *, limit: float) -> Figure:
    """A figure that no clock has a part in: queries, bytes, rows."""
    return Figure(name, value, unit, limit, calibrate())
