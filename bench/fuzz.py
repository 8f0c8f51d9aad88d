"""`make fuzz`: a hundred thousand damaged minutes are read. Each must be understood or refused in one line.

Whatever else comes of one is a failure: another exception, a letter that was lost, minutes that cannot be put together,
or more than some seconds' work. What failed is kept under build/fuzz/, by its seed and number.
"""

import argparse
import json
import multiprocessing
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType

from bench.damage import Damaged, damaged
from meetings.minutes import Block, UnreadableMinutes, assemble, read_blocks, read_sittings

FOLDER = Path("build/fuzz")
MOST_SECONDS = 5.0
PROGRESS_SECONDS = 2.0
READ, REFUSED, FAILED = "read", "refused", "failed"


class Fault(Exception):
    """What was read is wrong; the message says how."""


class TooSlow(BaseException):
    """Raised by the clock; no `except Exception` catches it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`fault` says what was wrong, '' where nothing was."""

    number: int
    kind: str
    came: str
    fault: str = ""


def outcome_of(seed: int, number: int) -> Outcome:
    """Reads one case. A failing one is written to build/fuzz/."""
    case = damaged(seed, number)
    try:
        came = attempt(case.content)
    except (Exception, TooSlow):  # noqa: BLE001 - whatever comes is the finding
        fault = traceback.format_exc()
        keep(case, f"{seed}-{number}", fault)
        return Outcome(number, case.kind, FAILED, fault)
    return Outcome(number, case.kind, came)


def attempt(content: bytes) -> str:
    """READ or REFUSED. Raises Fault, TooSlow, or whatever the reader should not have raised."""
    signal.signal(signal.SIGVTALRM, _too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        return _read(content)
    except UnreadableMinutes as refusal:
        told = str(refusal)
        if "\n" in told or not told.endswith("."):
            raise Fault(f"this is not one line that says what to do: {told!r}") from refusal
        return REFUSED
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _read(content: bytes) -> str:
    reading = read_blocks(content)
    printed = bare(reading.lines)
    last = len(reading.lines)
    if bare([block.source for block in reading.blocks]) != printed:
        raise Fault("letters were lost or made")
    if not all(1 <= block.first_line <= block.last_line <= last for block in reading.blocks):
        raise Fault("a block stands on lines that are not there")
    if tuple(Block.from_json(block.as_json()) for block in reading.blocks) != reading.blocks:
        raise Fault("a block is another one once it was kept")
    json.dumps(assemble(reading.blocks, warnings=reading.warnings).as_json())
    if bare([block.source for part in read_sittings(content) for block in part.blocks]) != printed:
        raise Fault("letters were lost between two meetings")
    return READ


def bare(texts: Iterable[str]) -> str:
    return "".join("".join(texts).split())


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow(f"more than {MOST_SECONDS:.0f} seconds")


def keep(case: Damaged, name: str, fault: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.{case.kind}").write_bytes(case.content)
    (FOLDER / f"{name}.fault").write_text(fault, encoding="utf-8")


def outcomes(seed: int, cases: int) -> Iterator[Outcome]:
    """Of all cases, on every core, as they come."""
    with multiprocessing.Pool() as pool:
        yield from pool.imap_unordered(partial(outcome_of, seed), range(cases), chunksize=50)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description="Reads damaged minutes.")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one case, to look at it again")
    chosen = parser.parse_args(arguments)
    if chosen.only is not None:
        return conclude([outcome_of(chosen.seed, chosen.only)], chosen.seed, 0.0)
    began = shown = time.monotonic()
    done: list[Outcome] = []
    for outcome in outcomes(chosen.seed, chosen.cases):
        done.append(outcome)
        if time.monotonic() - shown > PROGRESS_SECONDS:
            shown = time.monotonic()
            print(progress(done, chosen.cases, shown - began), flush=True)
    return conclude(done, chosen.seed, time.monotonic() - began)


def progress(done: list[Outcome], cases: int, seconds: float) -> str:
    failed = sum(outcome.came == FAILED for outcome in done)
    return f"{len(done):>9,} of {cases:,} cases, {len(done) / seconds:,.0f} a second, {failed} failed"


def conclude(done: list[Outcome], seed: int, seconds: float) -> int:
    """Says what came of all; 1 where a case failed."""
    counts = Counter((outcome.kind, outcome.came) for outcome in done)
    for kind in sorted({outcome.kind for outcome in done}):
        told = ", ".join(f"{counts[kind, came]:,} {came}" for came in (READ, REFUSED, FAILED) if counts[kind, came])
        print(f"{kind:>9}: {told}")
    failed = [outcome for outcome in done if outcome.came == FAILED]
    for outcome in failed[:10]:
        print(f"\nCase {outcome.number} ({outcome.kind}), kept in {FOLDER}/{seed}-{outcome.number}.{outcome.kind}")
        print(outcome.fault.rstrip())
    rate = f", {len(done) / seconds:,.0f} a second" if seconds else ""
    print(f"{len(done):,} cases with seed {seed}{rate}: {len(failed)} failed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
