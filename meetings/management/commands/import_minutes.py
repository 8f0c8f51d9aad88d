"""Brings minutes in from files and records them, through the same actions as the pages."""

import datetime
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from meetings.actions.bringing_in import AlreadyBroughtIn, bring_in, working_copy
from meetings.actions.recording import record_minutes, tally
from meetings.actions.refusals import Refused
from meetings.management.acting import actor
from meetings.minutes import Minutes, UnreadableMinutes, assemble
from meetings.models import Committee
from meetings.permissions import Actor


@dataclass(frozen=True, slots=True)
class _Choice:
    """What was said on the command line; None means: as the file says."""

    committee: Committee | None
    held_on: datetime.date | None
    publish: bool
    by: Actor


class _NotImported(Exception):
    """Why a file was not imported, in one sentence."""


class Command(BaseCommand):
    help = "Reads minutes from files and records them. A file is recorded whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a text or HTML file")
        parser.add_argument("--committee", help="short name or name; where not given, the one the file names")
        parser.add_argument("--date", help="day of the meeting, 2019-03-04; where not given, the one the file names")
        parser.add_argument("--publish", action="store_true", help="publish them as drafts at once")
        parser.add_argument("--by", metavar="EMAIL", help="who does it; where not given, the only administrator")

    def handle(self, *args: object, **options: Any) -> None:
        choice = _Choice(
            committee=_committee(options["committee"]),
            held_on=_date(options["date"]),
            publish=options["publish"],
            by=actor(options["by"]),
        )
        files: list[Path] = options["files"]
        failed = 0
        for count, file in enumerate(files, 1):
            before = f"[{count}/{len(files)}] " if len(files) > 1 else ""
            try:
                self.stdout.write(f"{before}{file}: {_import(file, choice)}")
            except _NotImported as reason:
                failed += 1
                self.stderr.write(self.style.ERROR(f"{before}{file}: {reason}"))
        if failed:
            raise CommandError(f"{failed} of {len(files)} files not imported." if len(files) > 1 else "Not imported.")


def _import(file: Path, choice: _Choice) -> str:
    """What to say of a file that was imported, or was there already."""
    content = _content(file)
    try:
        with transaction.atomic():
            return _record(file.name, content, choice)
    except AlreadyBroughtIn as twice:
        if twice.source.meeting is None:
            address = twice.source.get_absolute_url()
            raise _NotImported(f"it was brought in before and waits at {address} to be recorded there.") from None
        return f"recorded before, in {twice.source.meeting}; nothing was changed."
    except (UnreadableMinutes, Refused) as refused:
        raise _NotImported(str(refused)) from None


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > settings.SOURCE_LIMIT:
            raise _NotImported(f"it is larger than {filesizeformat(settings.SOURCE_LIMIT)}; split it by meeting.")
        return file.read_bytes()
    except OSError as error:
        raise _NotImported(f"{error.strerror or 'it cannot be opened'}.") from None


def _record(name: str, content: bytes, choice: _Choice) -> str:
    now = timezone.now()
    source = bring_in(name=name, content=content, format=None, by=choice.by, at=now)
    minutes = assemble(working_copy(source))
    committee = choice.committee or _named_committee(minutes)
    held_on = choice.held_on or minutes.date
    if held_on is None:
        raise _NotImported("it does not name the day of the meeting; say --date.")
    if held_on > timezone.localdate():
        raise _NotImported(f"the meeting of {held_on} is still to come; say another --date.")
    meeting = record_minutes(source, committee=committee, held_on=held_on, by=choice.by, at=now, publish=choice.publish)
    found = tally(minutes)
    private = sum(bool(item.exempt) for item in minutes.items)
    kept = f", recorded as exempt: {private}" if private else ""
    return f"{found}, suggested actions: {found.suggestions}{kept}; {meeting.get_absolute_url()}"


def _named_committee(minutes: Minutes) -> Committee:
    if not minutes.committee:
        raise _NotImported("it does not name the committee; say --committee.")
    found = Committee.objects.filter(name__iexact=minutes.committee).first()
    if found is None:
        raise _NotImported(f"it names “{minutes.committee}”, which is not here yet; say --committee.")
    return found


def _committee(given: str | None) -> Committee | None:
    if given is None:
        return None
    found = Committee.objects.filter(slug=given).first() or Committee.objects.filter(name__iexact=given).first()
    if found is None:
        known = ", ".join(Committee.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no committee “{given}”. Those that are here: {known}.")
    return found


def _date(given: str | None) -> datetime.date | None:
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        raise CommandError(f"“{given}” is not a date: write it as 2019-03-04.") from None
