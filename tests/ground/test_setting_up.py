"""What is said on a machine that lacks something: one line, with what to install."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ALWAYS_THERE = ("cat", "cksum", "cut", "id", "make", "rm", "sh", "touch")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """The programs of a machine that has neither Python nor a browser nor apt."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ALWAYS_THERE:
        found = shutil.which(name)
        assert found
        (programs / name).symlink_to(found)
    return programs


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make` reads, and no .venv beside it."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(PROJECT / name, folder)
    return folder


def run(machine: Path, *command: str, folder: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine), "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def a_python(machine: Path, name: str, script: str) -> None:
    program = machine / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_no_python_says_which(machine: Path, checkout: Path) -> None:
    answer = run(machine, "make", "install", folder=checkout)
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[0] == (
        "Python 3.11 or newer is needed and was not found. On Debian or Ubuntu: apt install python3 python3-venv"
    )


def test_old_python_is_no_python(machine: Path, checkout: Path) -> None:
    a_python(machine, "python3", "exit 1")
    assert run(machine, "make", "install", folder=checkout).stderr.startswith("Python 3.11 or newer is needed")


def test_python_without_venv_says_what_is_missing(machine: Path, checkout: Path) -> None:
    a_python(machine, "python3.11", 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')
    answer = run(machine, "make", "install", folder=checkout)
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[0] == (
        "The venv module of python3.11 is missing. On Debian or Ubuntu: apt install python3-venv"
    )
    assert not (checkout / ".venv").exists()


def test_no_browser_says_what_to_install(machine: Path) -> None:
    answer = run(machine, "sh", ".ci/chromium")
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [
        (
            "The browser tests need Chromium: install it (Debian: sudo apt install chromium) "
            "or name one: CHROMIUM=/path/to/chrome make test"
        )
    ]


def test_a_browser_that_is_there_will_do(machine: Path) -> None:
    a_python(machine, "chromium", "exit 0")
    answer = run(machine, "sh", ".ci/chromium")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
