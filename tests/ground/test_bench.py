"""The benchmark says which limit is missed, and whether the machine or the program is slow."""

import json
from pathlib import Path

import pytest

from bench.__main__ import conclude, main
from bench.figure import REFERENCE, Figure, milliseconds

FAST = Figure("reading: one item", 10.0, "ms", 40.0, REFERENCE)
SLOW = Figure("page: home", 90.0, "ms", 60.0, REFERENCE)


def test_kept_limits_end_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert conclude([FAST], tmp_path / "bench.json") == 0
    assert capsys.readouterr().out == f"1 of 1 limits kept; written to {tmp_path / 'bench.json'}\n"


def test_missed_limit_ends_badly(tmp_path: Path) -> None:
    assert conclude([FAST, SLOW], tmp_path / "bench.json") == 1
    figures = json.loads((tmp_path / "bench.json").read_text())["figures"]
    assert [(figure["name"], figure["kept"]) for figure in figures] == [
        ("reading: one item", True),
        ("page: home", False),
    ]


def test_slow_machine_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    conclude([Figure("page: home", 90.0, "ms", 60.0, REFERENCE * 2)], tmp_path / "bench.json")
    assert capsys.readouterr().out.startswith("The machine is slow or busy: the calibration loop took up to 2.0 times")


def test_figure_prints_on_one_line_with_its_limit() -> None:
    assert " ".join(str(SLOW).split()) == f"page: home 90.0 ms limit 60.0 calibration {REFERENCE} ms MISSED"


def test_figure_is_the_median_of_its_runs() -> None:
    done: list[int] = []
    figure = milliseconds("counting", lambda: done.append(1), limit=1000, runs=3)
    assert len(done) == 4
    assert figure.is_kept
    assert figure.calibration > 0


def test_unknown_group_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("nonsense") == 2
    assert capsys.readouterr().err.startswith("There is no group nonsense: choose from ")
