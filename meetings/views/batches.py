"""Many documents at once: the page that reads them step by step, and says what became of each.

There is no worker behind it. Each press of the button reads for about two seconds; with a script the page presses it by
itself. Whoever closes the page goes on later where it stopped.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from meetings.actions.batches import leave_out_rest as forget
from meetings.actions.batches import read_next
from meetings.choices import BatchFileState
from meetings.models import Batch, BatchFile, SourceDocument
from meetings.views.access import actor, for_clerks

SECONDS = 2.0
GONE = "gone"
"""What waited for the clerk, and was thrown away."""

_NEEDED_FIRST = (
    BatchFileState.FAILED,
    BatchFileState.BROUGHT_IN,
    GONE,
    BatchFileState.KNOWN,
    BatchFileState.RECORDED,
)
_TONES: Mapping[str, str] = {
    BatchFileState.FAILED: "is-bad",
    BatchFileState.BROUGHT_IN: "is-warn",
    BatchFileState.RECORDED: "is-good",
}


@for_clerks
@require_safe
def batch(request: HttpRequest, key: str) -> HttpResponse:
    """How far it is, and what became of each file."""
    row = _find(key)
    files = list(row.files.for_list())
    shown = _shown(row, files)
    unread = sum(file.state == BatchFileState.WAITING for file in files)
    if not unread:
        shown.sort(key=lambda file: _NEEDED_FIRST.index(file.state))
    waiting = [file for file in shown if file.state == BatchFileState.BROUGHT_IN and file.places]
    context = {
        "batch": row,
        "files": shown,
        "count": len(files),
        "unread": unread,
        "read": len(files) - unread,
        "outcome": _outcome(shown),
        "waiting": len(waiting),
        "first_waiting": waiting[0].places[0].url if waiting else "",
        "failed": sum(file.state == BatchFileState.FAILED for file in shown),
    }
    return render(request, "meetings/batch.html", context)


@for_clerks
@require_POST
def read_batch(request: HttpRequest, key: str) -> HttpResponse:
    """Reads file after file until the time is up; the one that was begun is brought to its end."""
    row = _find(key)
    until = time.monotonic() + SECONDS
    while read_next(row, by=actor(request), on=timezone.localdate(), at=timezone.now()):
        if time.monotonic() >= until:
            break
    return redirect(row)


@for_clerks
@require_POST
def leave_out_rest(request: HttpRequest, key: str) -> HttpResponse:
    """What is not read yet is forgotten; what was read stays as it is."""
    row = _find(key)
    count = forget(row)
    messages.success(request, f"{count} file{'' if count == 1 else 's'} left out of “{row.name}”.")
    return redirect(row) if row.pk else redirect("meetings:bring_in")


def tell_what_waits(request: HttpRequest, source: SourceDocument) -> None:
    """Leads on, once a document that came in with many others is done."""
    waiting = list(BatchFile.objects.waiting_beside(source).for_list().select_related("batch__committee")[:1])
    if waiting:
        row = waiting[0].batch
        (place, *_) = _shown(row, waiting)[0].places
        words = 'More of “<a href="{}">{}</a>” waits for you: <a href="{}">look at the next</a>.'
        messages.info(request, format_html(words, row.get_absolute_url(), row.name, place.url))


def _find(key: str) -> Batch:
    return get_object_or_404(Batch.objects.select_related("started_by", "committee"), key=key)


# -- what became of each file ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where one meeting of a file is now."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class FileShown:
    """`state` is how it stands now: what waited may have been recorded since, or be GONE."""

    number: str
    name: str
    state: str
    label: str
    tone: str
    message: str
    places: Sequence[Place]


def _shown(row: Batch, files: Sequence[BatchFile]) -> list[FileShown]:
    kept = _kept(files)
    return [_file(row, file, kept.get(file.source.sha256, ()) if file.source else ()) for file in files]


def _kept(files: Sequence[BatchFile]) -> Mapping[str, list[SourceDocument]]:
    """What is kept of the files, by SHA-256: one for each meeting."""
    sums = {file.source.sha256 for file in files if file.source}
    rows = SourceDocument.objects.without_content().select_related("meeting__committee").order_by("part")
    found: dict[str, list[SourceDocument]] = defaultdict(list)
    for source in rows.filter(sha256__in=sums) if sums else ():
        found[source.sha256].append(source)
    return found


def _file(row: Batch, file: BatchFile, sources: Sequence[SourceDocument]) -> FileShown:
    state, label = file.state, file.get_state_display()
    if state == BatchFileState.BROUGHT_IN and not sources:
        state, label = GONE, "Thrown away since"
    elif state == BatchFileState.BROUGHT_IN and all(source.meeting_id for source in sources):
        state, label = BatchFileState.RECORDED, "Recorded since"
    waiting_first = sorted(sources, key=lambda source: source.meeting_id is not None)
    return FileShown(
        number=str(file.order),
        name=file.name,
        state=state,
        label=label,
        tone=_TONES.get(state, "is-still"),
        message=file.message,
        places=[_place(row, source) for source in waiting_first],
    )


def _place(row: Batch, source: SourceDocument) -> Place:
    if source.meeting is not None:
        return Place(source.meeting.get_absolute_url(), str(source.meeting))
    query = f"?{urlencode({'for': row.committee.slug})}" if row.committee else ""
    address = reverse("meetings:preview", args=[source.key])
    return Place(address + query, source.part_name or "Preview")


def _outcome(files: Sequence[FileShown]) -> str:
    """“28 recorded, 7 wait for you, 3 failed”."""
    counts = Counter(file.state for file in files)
    told = (
        (BatchFileState.RECORDED, "recorded", "recorded"),
        (BatchFileState.BROUGHT_IN, "waits for you", "wait for you"),
        (GONE, "thrown away since", "thrown away since"),
        (BatchFileState.KNOWN, "was here already", "were here already"),
        (BatchFileState.FAILED, "failed", "failed"),
    )
    return ", ".join(f"{n} {one if n == 1 else several}" for state, one, several in told if (n := counts[state]))
