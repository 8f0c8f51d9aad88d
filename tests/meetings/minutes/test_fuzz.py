"""A small share of `make fuzz`: the damaged minutes are read or refused, and a fault would be told."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench import fuzz
from bench.damage import damaged

CASES, SEED = 300, 2026


def test_damaged_minutes_are_read_or_refused() -> None:
    faults, came = [], Counter[str]()
    for number in range(CASES):
        case = damaged(SEED, number)
        if case.kind == "pdf":
            continue  # each in a process of its own: they are left to `make fuzz`
        outcome = fuzz.outcome_of(SEED, number)
        came[outcome.came] += 1
        faults += [f"{number}: {outcome.fault}"] if outcome.fault else []
    assert faults == []
    assert came[fuzz.READ] > CASES / 2


def test_a_case_follows_from_its_seed_and_number() -> None:
    cases = [damaged(SEED, number) for number in range(12)]
    assert cases == [damaged(SEED, number) for number in range(12)]
    assert len({case.content for case in cases}) == len(cases)


def test_what_fails_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With no time at all every case is too slow."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fuzz, "MOST_SECONDS", 1e-6)
    outcome = next(one for one in (fuzz.outcome_of(SEED, number) for number in range(50)) if one.came == fuzz.FAILED)
    assert fuzz.conclude([outcome], SEED, 1.0) == 1
    kept = tmp_path / "build" / "fuzz" / f"{SEED}-{outcome.number}.{outcome.kind}"
    assert kept.read_bytes() == damaged(SEED, outcome.number).content
    assert "TooSlow" in kept.with_suffix(".fault").read_text(encoding="utf-8")
    assert capsys.readouterr().out.endswith("1 cases with seed 2026, 1 a second: 1 failed.\n")


def test_the_command_reads_on_every_core_and_sums_up() -> None:
    root = Path(__file__).parents[3]
    asked = [sys.executable, "-m", "bench.fuzz", "--cases", "20", "--seed", "5"]
    done = subprocess.run(asked, cwd=root, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("20 cases with seed 5, ")
    assert done.stdout.endswith(": 0 failed.\n")
