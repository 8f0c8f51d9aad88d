"""`make run` as a person has it: in a terminal, stopped by Ctrl-C; and what it says when the port is taken."""

import os
import pty
import select
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
CTRL_C = b"\x03"


@pytest.fixture
def port() -> int:
    """One that nobody has just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path, port: int) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATA_DIR": str(tmp_path), "PORT": str(port)}


class Terminal:
    """A command in a terminal of its own, as in a window: it may be read, typed into and waited for."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.said = ""
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.chdir(PROJECT)
            os.execvpe(command[0], command, environment)

    def read_until(self, words: str | None, seconds: float = 180) -> None:
        """Read on until `words` are on the screen; without words, until the command has ended."""
        deadline = time.monotonic() + seconds
        while words is None or words not in self.said:
            if not select.select([self.screen], [], [], max(0, deadline - time.monotonic()))[0]:
                pytest.fail(f"waited {seconds} s for {words!r}; the screen says:\n{self.said}")
            try:
                read = os.read(self.screen, 4096)
            except OSError:  # Linux ends a terminal so
                read = b""
            if not read:
                assert words is None, f"ended before it said {words!r}; the screen says:\n{self.said}"
                return
            self.said += read.decode()

    def type(self, keys: bytes) -> None:
        os.write(self.screen, keys)

    def exit_code(self) -> int:
        self.read_until(None)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@pytest.fixture
def make_run(environment: dict[str, str]) -> Iterator[Terminal]:
    terminal = Terminal(["make", "run"], environment)
    yield terminal
    os.close(terminal.screen)  # closing the window ends whatever still runs in it


def test_serves_and_stops_cleanly(make_run: Terminal, port: int) -> None:
    address = f"http://127.0.0.1:{port}"
    make_run.read_until("Ctrl-C stops it.")
    assert address in make_run.said
    with urllib.request.urlopen(f"{address}/healthz", timeout=20) as answer:
        assert answer.status == 200

    make_run.type(CTRL_C)

    assert make_run.exit_code() == 0
    assert "Stopped." in make_run.said
    assert "Traceback" not in make_run.said
    assert "Error" not in make_run.said


def test_taken_port_says_how_to_choose_another(environment: dict[str, str], port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        run = subprocess.run(
            ["make", "run"], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=180
        )
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.splitlines()[0] == (
        f"CommandError: Port {port} cannot be had (address already in use): perhaps the demo already runs in another "
        f"window. Choose another port: PORT={port + 1} make run"
    )


def test_serves_nothing_but_the_demo(environment: dict[str, str]) -> None:
    run = subprocess.run(
        [".venv/bin/python", "manage.py", "serve_demo"],
        cwd=PROJECT,
        env=environment | {"SECRET_KEY": "long"},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "CommandError: This serves the demo council only: start it with `make run`, or set DEMO=true."
    )
