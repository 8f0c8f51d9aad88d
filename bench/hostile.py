"""The worst that can be sent within the limits: each is read or refused within five seconds' work and 500 MB.

Every attack of `bench.attacks` is made here and read in a process of its own, as a document is read that is brought in:
parted into its meetings, understood, and put together. A traceback is no figure: it ends the run.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from bench.attacks import Attacks, pages, pdf, text, twice, word, zips
from bench.figure import Figure, count

_ALL: tuple[Attacks, ...] = (text.ATTACKS, pages.ATTACKS, word.ATTACKS, pdf.ATTACKS, zips.ATTACKS, twice.ATTACKS)
_SECONDS, _MEGABYTES = 5, 500
_CALLS = {"zip": "read_each", "twice": "read_twice"}
"""Of the reader below, by the kind of attack; of all others `read`."""
_READER = """
import json, os, re, resource, sys
from io import BytesIO
from pathlib import Path

from bench.attacks.twice import BETWEEN
from meetings.minutes import UnreadableMinutes, assemble, read_sittings
from meetings.minutes.comparing import compare
from meetings.minutes.set_down import matters
from meetings.zipped import CannotOpen, UnusableZip, files_in

def seconds():
    return sum(os.times()[:4])

def read(content):
    for reading in read_sittings(content):
        assemble(reading.blocks)

def read_each(content):
    for packed in files_in(BytesIO(content), each=20_000_000, together=200_000_000):
        packed.content()

def read_twice(content):
    now, new = (read_sittings(each)[0].blocks for each in content.split(BETWEEN))
    compare(matters(assemble(now), now), matters(assemble(new), new)).as_json()

content = sys.stdin.buffer.read()
began = seconds()
try:
    {call}(content)
    came = "read"
except (UnreadableMinutes, UnusableZip, CannotOpen) as refusal:
    came = f"refused: {{refusal}}"
own = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
kilobytes = own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([seconds() - began, kilobytes / 1000, came]))
"""
"""What this process and those it started held at most is added up, though they may not have held it at once."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`came` is "read", or "refused: " and why."""

    seconds: float
    megabytes: float
    came: str


def figures() -> Iterator[Figure]:
    for attacks in _ALL:
        heaviest, most = "", 0.0
        for name, make in attacks.items():
            outcome = outcome_of(name, make())
            yield count(f"hostile: {name}", outcome.seconds, "s", limit=_SECONDS)
            if outcome.megabytes > most:
                heaviest, most = name, outcome.megabytes
        yield count(f"memory: {heaviest}", most, "MB", limit=_MEGABYTES)


def outcome_of(name: str, content: bytes) -> Outcome:
    """What comes of it in a process of its own."""
    call = _CALLS.get(name.partition(":")[0], "read")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _READER.format(call=call)], input=content, capture_output=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"bench: {name} ended with {done.returncode}: {done.stderr[-2000:].decode()}")
    return Outcome(*json.loads(done.stdout))
