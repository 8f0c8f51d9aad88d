"""What ModernGov says of a meeting is taken over: its minutes, its agenda before there are minutes, or that it is off.

Taken over a second time, nothing changes. What changed meanwhile of minutes that were recorded waits for a clerk to
compare: what people link to is never overwritten.
"""

import datetime
import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from meetings.actions.agendas import cancel_meeting, take_over_agenda
from meetings.actions.bringing_in import AlreadyBroughtIn, bring_in
from meetings.actions.committees import create_committee, proposed_prefix
from meetings.actions.correcting import NothingChanged, bring_in_corrected
from meetings.actions.recording import record_minutes, tally
from meetings.actions.refusals import Refused
from meetings.actions.sittings import find_meeting, find_or_create_meeting
from meetings.choices import CommitteeKind, MinutesStage
from meetings.minutes import Minutes, UnreadableMinutes, assemble, read_blocks
from meetings.minutes.set_down import Matter, matters
from meetings.minutes.sources.decoding import decode
from meetings.minutes.sources.moderngov import Particulars, meeting_of, particulars
from meetings.models import Committee, FetchedAnswer, Meeting, SourceDocument
from meetings.moderngov import Answer, TheirCommittee
from meetings.permissions import Actor

FORMAT = "moderngov"
_LONGEST_TAG, _LONGEST_PREFIX = 200, 12
_KINDS = (
    ("scrutiny", CommitteeKind.SCRUTINY),
    ("cabinet", CommitteeKind.EXECUTIVE),
    ("executive", CommitteeKind.EXECUTIVE),
    ("panel", CommitteeKind.PANEL),
    ("board", CommitteeKind.PANEL),
    ("council", CommitteeKind.COUNCIL),
)


class NotHereYet(Refused):
    """ModernGov has a committee that is not here."""

    def __init__(self, theirs: TheirCommittee) -> None:
        super().__init__(
            f"There is no committee “{theirs.title}” here. Make it first, or say --create-committees; where it is here "
            f"under another name, write {theirs.key} into its ModernGov id in Administration."
        )


class End(StrEnum):
    """What became of a meeting."""

    RECORDED = "recorded"
    AGENDA = "agenda"
    UNCHANGED = "unchanged"
    WAITS = "waits"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class TakenOver:
    """`said` is one line, for people; `meeting` is None where there is none here."""

    end: End
    said: str
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is to be done: `creates`: a committee that is not here is made; `publishes`: as draft, at once."""

    by: Actor
    at: datetime.datetime
    publishes: bool = False
    creates: bool = False


# --- committees -------------------------------------------------------------------------------------------------------


def our_committee(theirs: TheirCommittee) -> Committee | None:
    """By ModernGov's own number, else by name where no number is known yet."""
    found = Committee.objects.filter(external_id=theirs.key).first()
    return found or Committee.objects.filter(name__iexact=theirs.title, external_id="").first()


def _committee(theirs: TheirCommittee, *, creates: bool) -> Committee:
    """The committee, with ModernGov's number kept. Raises NotHereYet."""
    found = our_committee(theirs)
    if found is None and creates:
        return _create(theirs)
    if found is None:
        raise NotHereYet(theirs)
    Committee.objects.select_for_update().get(pk=found.pk)  # two runs at once take turns
    if not found.external_id:
        found.external_id = theirs.key
        found.save(update_fields=["external_id"])
    return found


def _create(theirs: TheirCommittee) -> Committee:
    """Raises Refused where the name is taken by one that ModernGov gives another number."""
    if namesake := Committee.objects.filter(name__iexact=theirs.title).first():
        raise Refused(
            f"There is a “{namesake}” here, which is {namesake.external_id} in ModernGov; this one is {theirs.key}. "
            "Look at its ModernGov id in Administration."
        )
    initials = proposed_prefix(theirs.title)[: _LONGEST_PREFIX - 2] or "C"
    prefix, n = initials, 1
    while Committee.objects.filter(Q(prefix__iexact=prefix) | Q(slug=prefix.lower())).exists():
        n += 1
        prefix = f"{initials}{n}"
    name = theirs.title.lower()
    kind = next((kind for word, kind in _KINDS if word in name), CommitteeKind.OTHER)
    return create_committee(
        name=theirs.title[:200], slug=prefix.lower(), prefix=prefix, kind=kind, external_id=theirs.key
    )


# --- what was fetched before ------------------------------------------------------------------------------------------


def known_tag(url: str, key: str) -> str:
    """The entity tag of the answer that was taken over; '' where the meeting is not here: then all of it must come."""
    if not Meeting.objects.filter(external_id=key).exists():
        return ""
    return FetchedAnswer.objects.filter(url=url).values_list("etag", flat=True).first() or ""


def _is_known(answer: Answer, key: str) -> bool:
    """Whether this very answer was taken over before."""
    if answer.content is None:
        return True
    sha256 = hashlib.sha256(answer.content).hexdigest()
    known = FetchedAnswer.objects.filter(url=answer.url, sha256=sha256).exists()
    return known and Meeting.objects.filter(external_id=key).exists()


def _remember(answer: Answer, *, at: datetime.datetime) -> None:
    sha256 = hashlib.sha256(answer.content or b"").hexdigest()
    etag = answer.etag if len(answer.etag) <= _LONGEST_TAG else ""
    found = {"etag": etag, "sha256": sha256, "fetched_at": at}
    FetchedAnswer.objects.update_or_create(url=answer.url, defaults=found)


# --- meetings ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def take_over_cancelled(key: str, theirs: TheirCommittee, *, held_on: datetime.date, wish: Wish) -> TakenOver:
    """A meeting that is here and has no minutes is cancelled here too; one that never was here stays away."""
    committee = our_committee(theirs)
    row = Meeting.objects.filter(external_id=key).first()
    row = row or Meeting.objects.filter(committee=committee, held_on=held_on, external_id="").first()
    if row is None:
        return TakenOver(End.SKIPPED, "cancelled, so left alone")
    if row.minutes_stage != MinutesStage.NONE:
        return TakenOver(End.SKIPPED, "cancelled in ModernGov, but there are minutes of it here: look at it", row)
    if cancel_meeting(row, by=wish.by, at=wish.at):
        return TakenOver(End.AGENDA, "cancelled; it says so here, too", row)
    return TakenOver(End.UNCHANGED, "cancelled, as it says here", row)


@transaction.atomic
def take_over(answer: Answer, key: str, theirs: TheirCommittee, *, wish: Wish) -> TakenOver:
    """What the answer of GetMeeting says becomes rows, all of it or nothing.

    Raises UnreadableMinutes, NotHereYet, or Refused where it cannot be recorded as it is.
    """
    if _is_known(answer, key):
        row = Meeting.objects.filter(external_id=key).first()
        return TakenOver(End.UNCHANGED, "unchanged", row)
    content = answer.content or b""
    said = particulars(meeting_of(decode(content)[0]))
    if said.key != key:
        raise UnreadableMinutes(f"The service answered with meeting {said.key}, which was not asked for.")
    if not said.is_public:
        return TakenOver(End.SKIPPED, "not public in ModernGov, so left alone")
    if said.date is None:
        raise UnreadableMinutes("ModernGov gives no day of this meeting, so it cannot be filed.")
    if said.is_cancelled:
        return take_over_cancelled(key, theirs, held_on=said.date, wish=wish)
    committee = _committee(theirs, creates=wish.creates)
    found = _take_over(content, said, committee, said.date, wish=wish)
    if found.meeting is not None:
        _remember(answer, at=wish.at)
    return found


def _take_over(
    content: bytes, said: Particulars, committee: Committee, held_on: datetime.date, *, wish: Wish
) -> TakenOver:
    if not said.has_agenda:
        return _agenda(said, committee, held_on, (), wish=wish)
    blocks = read_blocks(content, FORMAT).blocks
    minutes = assemble(blocks)
    if said.has_minutes and any(item.paragraphs or item.resolutions for item in minutes.items):
        return _minutes(content, minutes, said, committee, held_on, wish=wish)
    found = zip(minutes.items, matters(minutes, blocks), strict=True)
    agenda = tuple(matter for item, matter in found if not item.exempt)
    return _agenda(said, committee, held_on, agenda, wish=wish)


def _agenda(
    said: Particulars, committee: Committee, held_on: datetime.date, agenda: tuple[Matter, ...], *, wish: Wish
) -> TakenOver:
    row = find_or_create_meeting(committee=committee, held_on=held_on, external_id=said.key)
    if row.minutes_stage != MinutesStage.NONE:
        return TakenOver(End.UNCHANGED, "no minutes in ModernGov; those that are here stay", row)
    changed = take_over_agenda(
        row, held_on=held_on, starts_at=said.starts_at, place=said.place, matters=agenda, by=wish.by, at=wish.at
    )
    counted = f"agenda of {len(agenda)} item{'' if len(agenda) == 1 else 's'}"
    return TakenOver(End.AGENDA if changed else End.UNCHANGED, f"{counted}, no minutes yet", row)


def _minutes(
    content: bytes, minutes: Minutes, said: Particulars, committee: Committee, held_on: datetime.date, *, wish: Wish
) -> TakenOver:
    name = f"ModernGov: {committee}, {date_format(held_on)}"
    row = find_meeting(committee=committee, held_on=held_on, external_id=said.key)
    if row is not None and row.minutes_stage != MinutesStage.NONE:
        return _changed(row, said.key, name, content, held_on, wish=wish)
    try:
        source = bring_in(name=name, content=content, format=FORMAT, by=wish.by, at=wish.at)
    except AlreadyBroughtIn as twice:
        return _there(twice.source)
    meeting = record_minutes(
        source, committee=committee, held_on=held_on, by=wish.by, at=wish.at, publish=wish.publishes
    )
    found = tally(minutes)
    asked = f", suggested actions: {found.suggestions}" if found.suggestions else ""
    return TakenOver(End.RECORDED, f"{found}{asked}", meeting)


def _changed(row: Meeting, key: str, name: str, content: bytes, held_on: datetime.date, *, wish: Wish) -> TakenOver:
    """There are minutes of it here, perhaps from another source: what ModernGov says otherwise waits to be compared."""
    if not row.external_id:
        row.external_id = key
        row.save(update_fields=["external_id"])
    recorded = _latest(row)
    if recorded is None:
        return TakenOver(End.UNCHANGED, "there are minutes of it here, which came from no document; they stay", row)
    moved = f"; ModernGov now gives {date_format(held_on)} as its day" if row.held_on != held_on else ""
    try:
        source = bring_in_corrected(recorded, name=name, content=content, format=FORMAT, by=wish.by, at=wish.at)
    except NothingChanged:
        return TakenOver(End.UNCHANGED, f"says the same as what is recorded{moved}", row)
    except AlreadyBroughtIn as twice:
        return _there(twice.source)
    compare = reverse("meetings:compare", args=[source.key])
    return TakenOver(End.WAITS, f"changed in ModernGov; compare it at {compare}{moved}", row)


def _latest(row: Meeting) -> SourceDocument | None:
    """The latest document its minutes were recorded from, of ModernGov’s own where there is one."""
    rows = sorted(row.sources.without_content(), key=lambda source: (source.format == FORMAT, source.recorded_at))
    return rows[-1] if rows else None


def _there(source: SourceDocument) -> TakenOver:
    if source.meeting is None:
        return TakenOver(End.WAITS, f"brought in before; it waits to be recorded at {source.get_absolute_url()}")
    return TakenOver(End.UNCHANGED, f"recorded before, in {source.meeting}", source.meeting)
