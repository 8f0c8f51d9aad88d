"""Reads minutes and prints what was understood, without touching the database."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meetings.minutes import Minutes, UnreadableMinutes, read
from meetings.minutes.outline import outline
from meetings.minutes.sources import FORMATS


class Command(BaseCommand):
    help = "Reads council minutes from files and prints an outline of them, or JSON. Nothing is recorded."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        told = "a text, HTML, Word or PDF file; - reads standard input"
        parser.add_argument("files", nargs="+", metavar="FILE", help=told)
        parser.add_argument("--json", action="store_true", help="print one JSON array, one object a file, in order")
        parser.add_argument("--format", choices=list(FORMATS), help="what the files are; found out where not given")

    def handle(self, *args: object, **options: Any) -> None:
        files: list[str] = options["files"]
        as_json: bool = options["json"]
        chosen: str | None = options["format"]
        found = [_read(name, chosen) for name in files]
        if as_json:
            self.stdout.write(json.dumps([minutes.as_json() for minutes in found], ensure_ascii=False, indent=1))
            return
        for name, minutes in zip(files, found, strict=True):
            if len(files) > 1:
                self.stdout.write(f"== {name}\n")
            self.stdout.write(f"{outline(minutes)}\n")


def _read(name: str, chosen: str | None) -> Minutes:
    """Raises CommandError with the file's name and what is wrong."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return read(content, chosen)
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror or 'cannot be opened'}.") from error
    except UnreadableMinutes as error:
        raise CommandError(f"{name}: {error}") from error
