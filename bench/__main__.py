"""`make bench`, or `python -m bench reading pages` for some groups only. Exit code 1 where a limit is missed."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

import django

from bench.figure import REFERENCE, Figure

GROUPS = ("reading", "word", "pdf", "paper", "pages", "desk", "hostile")
FOLDER = Path("build/bench")
REPORT = Path("build/bench.json")


def main(*chosen: str) -> int:
    unknown = [name for name in chosen if name not in GROUPS]
    if unknown:
        print(f"There is no group {', '.join(unknown)}: choose from {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    prepare()
    return conclude([show(figure) for name in chosen or GROUPS for figure in measure(name)], REPORT)


def conclude(figures: list[Figure], path: Path) -> int:
    """Writes the report and sums up; 1 where a limit is missed."""
    slow = max(figure.calibration for figure in figures) / REFERENCE
    if slow > 1.5:
        print(f"The machine is slow or busy: the calibration loop took up to {slow:.1f} times its usual time.")
    path.write_text(json.dumps(report(figures), indent=2) + "\n")
    missed = [figure for figure in figures if not figure.is_kept]
    print(f"{len(figures) - len(missed)} of {len(figures)} limits kept; written to {path}")
    return 1 if missed else 0


def prepare() -> None:
    """A site of its own, without a trace of the developer's: an empty SQLite database under build/bench/."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "static").mkdir(parents=True)
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {"TESTING": "true", "DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutiny.settings"}
    django.setup()


def measure(group: str) -> Iterator[Figure]:
    """Each group is a module with `figures()`, imported only now that the site is set up: it imports the models."""
    figures: Callable[[], Iterator[Figure]] = import_module(f"bench.{group}").figures
    return figures()


def show(figure: Figure) -> Figure:
    print(figure, flush=True)
    return figure


def report(figures: list[Figure]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "calibration_reference_ms": REFERENCE,
        "figures": [
            asdict(figure)
            | {"value": round(figure.value, 2), "calibration": round(figure.calibration, 2), "kept": figure.is_kept}
            for figure in figures
        ],
    }


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
