"""Brings minutes in from files, folders and zips and records them, through the same actions as the pages."""

import datetime
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from meetings.actions.bringing_in import AlreadyBroughtIn, bring_in_parts, working_copy
from meetings.actions.committees import committee_named
from meetings.actions.recording import record_minutes, tally
from meetings.actions.refusals import Refused
from meetings.management.acting import actor
from meetings.minutes import Minutes, UnreadableMinutes, assemble
from meetings.models import Committee, SourceDocument
from meetings.permissions import Actor
from meetings.zipped import CannotOpen, UnusableZip, files_in, is_wanted, is_zip, megabytes


@dataclass(frozen=True, slots=True)
class _Choice:
    """What was said on the command line; None means: as the file says."""

    committee: Committee | None
    held_on: datetime.date | None
    publish: bool
    by: Actor


class _NotImported(Exception):
    """Why a file was not imported, in one sentence."""


class _Known(Exception):
    """Where the minutes of a file are recorded already, in one sentence."""


@dataclass(frozen=True, slots=True)
class _File:
    """What it is called on the screen and beside its minutes, and how to get what is in it."""

    shown: str
    name: str
    content: Callable[[], bytes]


class Command(BaseCommand):
    help = "Reads minutes from files, folders and zips, and records them. A file is recorded whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        paths = "a file (Word, PDF, HTML, text, XML of ModernGov), a folder or a zip of such files"
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path, help=paths)
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
        with ExitStack() as opened:
            files = [file for path in options["paths"] for file in _files(path, opened)]
            self._import_all(files, choice)

    def _import_all(self, files: Sequence[_File], choice: _Choice) -> None:
        """One line for each file, and what became of all of them in the last line."""
        became: Counter[str] = Counter()
        for count, file in enumerate(files, 1):
            before = f"[{count}/{len(files)}] {file.shown}" if len(files) > 1 else file.shown
            try:
                self.stdout.write(f"{before}: {_import(file, choice)}")
                became["recorded"] += 1
            except _Known as known:
                self.stdout.write(f"{before}: {known}")
                became["here already"] += 1
            except _NotImported as reason:
                self.stderr.write(self.style.ERROR(f"{before}: {reason}"))
                became["not imported"] += 1
        told = ", ".join(
            f"{became[each]} {each}" for each in ("recorded", "here already", "not imported") if became[each]
        )
        if became["not imported"]:
            raise CommandError(f"{len(files)} files: {told}." if len(files) > 1 else "Not imported.")
        if len(files) > 1:
            self.stdout.write(f"{len(files)} files: {told}.")


def _files(path: Path, opened: ExitStack) -> list[_File]:
    """The file; the files of a folder and of the folders in it; the files of a zip. What cannot be opened says so when
    its turn comes.
    """
    try:
        if path.is_dir():
            return _in_folder(path, opened)
        if is_zip(path.name):
            zipped = opened.enter_context(path.open("rb"))
            packed = files_in(zipped, each=settings.SOURCE_LIMIT, together=settings.BATCH_LIMIT)
            return [_File(f"{path}: {one.name}", one.name, one.content) for one in packed]
    except OSError as error:
        return [_File(str(path), path.name, partial(_refuse, f"{error.strerror or 'it cannot be opened'}."))]
    except UnusableZip as reason:
        return [_File(str(path), path.name, partial(_refuse, str(reason)))]
    return [_File(str(path), path.name, partial(_content, path))]


def _in_folder(folder: Path, opened: ExitStack) -> list[_File]:
    wanted = [path for path in sorted(folder.rglob("*")) if is_wanted(path.relative_to(folder).as_posix())]
    found = [file for path in wanted if path.is_file() for file in _files(path, opened)]
    return found or [_File(str(folder), folder.name, partial(_refuse, "there is no file in this folder."))]


def _refuse(reason: str) -> bytes:
    raise _NotImported(reason)


def _import(file: _File, choice: _Choice) -> str:
    """What to say of a file that was imported. Raises _Known or _NotImported."""
    try:
        content = file.content()
        with transaction.atomic():
            return _record(file.name, content, choice)
    except AlreadyBroughtIn as twice:
        waits = next((part for part in twice.parts if part.meeting is None), None)
        if waits is not None:
            address = waits.get_absolute_url()
            raise _NotImported(f"it was brought in before and waits at {address} to be recorded there.") from None
        where = " and ".join(dict.fromkeys(str(part.meeting) for part in twice.parts))
        raise _Known(f"recorded before, in {where}; nothing was changed.") from None
    except (UnreadableMinutes, Refused, CannotOpen) as refused:
        raise _NotImported(str(refused)) from None


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > settings.SOURCE_LIMIT:
            raise _NotImported(f"it is larger than {megabytes(settings.SOURCE_LIMIT)}; split it by meeting.")
        return file.read_bytes()
    except OSError as error:
        raise _NotImported(f"{error.strerror or 'it cannot be opened'}.") from None


def _record(name: str, content: bytes, choice: _Choice) -> str:
    """All the meetings that the file tells of, or none: one line, or one below it for each."""
    now = timezone.now()
    sources = bring_in_parts(name=name, content=content, format=None, by=choice.by, at=now)
    if len(sources) == 1:
        return _record_one(sources[0], choice, now)
    if choice.held_on is not None:
        raise _NotImported(f"it tells of {len(sources)} meetings, which were not all on one day; leave out --date.")
    lines = [f"\n    part {source.part}: {_record_one(source, choice, now)}" for source in sources]
    return f"{len(sources)} meetings{''.join(lines)}"


def _record_one(source: SourceDocument, choice: _Choice, now: datetime.datetime) -> str:
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
    found = committee_named(minutes.committee)
    if found is None:
        raise _NotImported(f"it names “{minutes.committee}”, which is not here yet; say --committee.")
    return found


def _committee(given: str | None) -> Committee | None:
    if given is None:
        return None
    found = Committee.objects.filter(slug=given).first() or committee_named(given)
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
