"""Loads the demo council, once, into an empty database."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from scrutiny.demo.cast import CAST
from scrutiny.demo.loading import AnotherCouncil, is_loaded, load


class Command(BaseCommand):
    help = (
        "Loads Northmoor County Council, which does not exist, into an empty database: its committees, two years of "
        "minutes, three reviews, and what came of them. Loading it again changes nothing. Its accounts have no "
        "password: with DEMO=true the sign-in page offers them without one, on any other site nobody can sign in as "
        "them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="load it although DEMO is not set")

    def handle(self, *args: Any, force: bool, verbosity: int, **options: Any) -> None:
        if not (settings.DEMO or force):
            raise CommandError(
                "DEMO is not set, and the demo council does not belong on a council’s own site. Set DEMO=true, or say "
                "--force if this database is to hold it all the same."
            )
        if is_loaded():
            self.say("The demo council is loaded already: nothing was changed.", verbosity)
            return
        try:
            load(on=timezone.localdate(), progress=lambda n, of: self.count(n, of, verbosity))
        except AnotherCouncil as error:
            raise CommandError(str(error)) from error
        names = ", ".join(player.name for player in CAST)
        self.say(f"The demo council is loaded. Sign in as {names}.", verbosity)

    def say(self, words: str, verbosity: int) -> None:
        if verbosity:
            self.stdout.write(words)

    def count(self, played: int, scenes: int, verbosity: int) -> None:
        """On one line that counts up, in a terminal; elsewhere only what it came to."""
        if verbosity and (played == scenes or self.stdout.isatty()):
            end = "\n" if played == scenes else "\r"
            self.stdout.write(f"Loading the demo council: {played} of {scenes}", ending=end)
            self.stdout.flush()
