"""Takes over from a council's ModernGov what is new: minutes, and the agendas of meetings to come."""

import datetime
import logging
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from meetings.actions.refusals import Refused
from meetings.actions.taking_over import (
    End,
    NotHereYet,
    TakenOver,
    Wish,
    known_tag,
    our_committee,
    take_over,
    take_over_cancelled,
)
from meetings.management.acting import actor
from meetings.minutes import UnreadableMinutes
from meetings.moderngov import ListedMeeting, Service, ServiceFailed, TheirCommittee

_AHEAD = datetime.timedelta(days=365)
_FAILURES = 3
"""After so many meetings in a row that the service gave no answer for, it is left in peace."""
_INTERRUPTED = 130
_TOLD = (
    (End.RECORDED, "recorded"),
    (End.AGENDA, "agenda taken over"),
    (End.WAITS, "waiting for a clerk"),
    (End.UNCHANGED, "unchanged"),
    (End.SKIPPED, "left alone"),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    theirs: TheirCommittee
    meeting: ListedMeeting

    def __str__(self) -> str:
        return f"{self.theirs.title}, {date_format(self.meeting.date)}"


class Command(BaseCommand):
    help = (
        "Takes over minutes and agendas from the web service of a council’s ModernGov. Each meeting comes over whole "
        "or not at all; what was taken over is left alone the next time, until it changes there."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", metavar="URL", help="the ModernGov site, https://democracy.example.gov.uk")
        parser.add_argument(
            "--committee",
            action="append",
            default=[],
            metavar="ID|NAME",
            help="ModernGov's number of the committee, or its name; may be given several times",
        )
        parser.add_argument("--since", required=True, metavar="DATE", help="the first day, 2026-01-01")
        parser.add_argument("--until", metavar="DATE", help="the last day; where not given, a year from today")
        parser.add_argument("--publish", action="store_true", help="publish new minutes as drafts at once")
        parser.add_argument("--by", metavar="EMAIL", help="who does it; where not given, the only administrator")
        parser.add_argument("--create-committees", action="store_true", help="make committees that are not here yet")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
        parser.add_argument("--pause", type=float, default=1.0, metavar="SECONDS", help="between two questions (1)")

    def handle(self, *args: object, **options: Any) -> None:
        since = _date(options["since"])
        until = _date(options["until"]) if options["until"] else timezone.localdate() + _AHEAD
        if until < since:
            raise CommandError(f"The last day, {until}, lies before the first, {since}.")
        wish = Wish(
            by=actor(options["by"]),
            at=timezone.now(),
            publishes=options["publish"],
            creates=options["create_committees"],
        )
        logging.getLogger("urllib3").setLevel(logging.ERROR)  # what failed is said in our own words
        agent = f"scrutiny-tracker (+{settings.SITE_URL})"
        try:
            with Service(options["url"], agent=agent, pause=max(0.0, options["pause"])) as service:
                listed = _listed(service, options["committee"], since, until, creates=wish.creates)
                self._take_over_all(service, listed, wish, dry_run=options["dry_run"])
        except ServiceFailed as failed:
            raise CommandError(str(failed)) from None
        except KeyboardInterrupt:
            told = "Stopped. What was taken over stays; run it again to go on."
            raise CommandError(told, returncode=_INTERRUPTED) from None

    def _take_over_all(self, service: Service, listed: Sequence[_Listed], wish: Wish, *, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("A dry run: nothing is written.")
        if not listed:
            self.stdout.write("ModernGov has no meetings of these days.")
        ends: Counter[End] = Counter()
        failed = unanswered = 0
        for count, each in enumerate(listed, 1):
            before = f"[{count}/{len(listed)}] {each}"
            try:
                found = _take_over(service, each, replace(wish, at=timezone.now()), dry_run=dry_run)
            except (UnreadableMinutes, Refused, ServiceFailed) as error:
                failed += 1
                unanswered = unanswered + 1 if isinstance(error, ServiceFailed) else 0
                self.stderr.write(self.style.ERROR(f"{before}: {error}"))
                if unanswered == _FAILURES:
                    raise CommandError("The service gives no answers; run this again later to go on.") from None
                continue
            unanswered = 0
            ends[found.end] += 1
            self.stdout.write(f"{before}: {_sentence(found)}")
        self._conclude(ends, failed, len(listed))

    def _conclude(self, ends: Counter[End], failed: int, total: int) -> None:
        told = ", ".join(f"{ends[end]} {words}" for end, words in _TOLD if ends[end])
        if told:
            self.stdout.write(f"{total} meeting{'' if total == 1 else 's'}: {told}.")
        if ends[End.WAITS]:
            address = f"{settings.SITE_URL}{reverse('meetings:bring_in')}"
            self.stdout.write(f"What changed in ModernGov waits to be compared: {address}")
        if failed:
            raise CommandError(f"{failed} of {total} meetings not taken over; run this again once that is mended.")


def _take_over(service: Service, listed: _Listed, wish: Wish, *, dry_run: bool) -> TakenOver:
    """One meeting, in a transaction of its own; the service is asked before that begins."""
    key = listed.meeting.key
    if listed.meeting.is_cancelled:
        held_on = listed.meeting.date
        return _written(lambda: take_over_cancelled(key, listed.theirs, held_on=held_on, wish=wish), dry_run=dry_run)
    answer = service.meeting(key, etag=known_tag(service.url_of_meeting(key), key))
    return _written(lambda: take_over(answer, key, listed.theirs, wish=wish), dry_run=dry_run)


def _written(action: Callable[[], TakenOver], *, dry_run: bool) -> TakenOver:
    with transaction.atomic():
        found = action()
        if dry_run:
            transaction.set_rollback(True)
    return found


def _sentence(found: TakenOver) -> str:
    if found.meeting is None or found.end not in (End.RECORDED, End.AGENDA):
        return f"{found.said}."
    return f"{found.said}; {found.meeting.get_absolute_url()}"


def _listed(
    service: Service, asked: Sequence[str], since: datetime.date, until: datetime.date, *, creates: bool
) -> list[_Listed]:
    """The meetings of the committees that were asked for. Raises CommandError where one of these is not known."""
    there = service.committees()
    committees = list({each.key: each for each in (_committee(name, there) for name in asked)}.values())
    if not committees:
        raise CommandError(f"Say which committees: --committee ID or NAME. {_known(there)}")
    for theirs in committees:
        if not creates and our_committee(theirs) is None:
            raise CommandError(str(NotHereYet(theirs)))
    return [
        _Listed(theirs, meeting)
        for theirs in committees
        for meeting in service.meetings(theirs.key, since=since, until=until)
    ]


def _committee(asked: str, there: Sequence[TheirCommittee]) -> TheirCommittee:
    wanted = " ".join(asked.split()).casefold()
    for theirs in sorted(there, key=lambda each: each.is_over):
        if wanted in (theirs.key, theirs.title.casefold()):
            return theirs
    raise CommandError(f"ModernGov has no committee “{asked}”. {_known(there)}")


def _known(there: Sequence[TheirCommittee]) -> str:
    rows = [f"\n  {each.key}  {each.title}" for each in sorted(there, key=lambda each: each.title) if not each.is_over]
    return f"Those it has:{''.join(rows)}" if rows else "It has none."


def _date(given: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(given)
    except ValueError:
        raise CommandError(f"“{given}” is not a date: write it as 2026-01-01.") from None
