"""A document comes in, and is kept: what it says stands beside the minutes that were made of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from meetings.actions.batches import start_batch
from meetings.actions.bringing_in import AlreadyBroughtIn, AlreadyRecorded, working_copy
from meetings.actions.bringing_in import bring_in as keep
from meetings.actions.bringing_in import discard_source as throw_away
from meetings.forms.bringing_in import BringInForm
from meetings.forms.working_copy import Row, WorkingCopyForm
from meetings.minutes import Block, Kind, UnreadableMinutes
from meetings.models import Batch, SourceDocument
from meetings.views.access import actor, for_clerks

PAGE = 25
FORMATS = {
    "text": "Plain text",
    "html": "Web page (HTML)",
    "word": "Word (.docx)",
    "pdf": "PDF",
    "moderngov": "XML of ModernGov",
}


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Paste or upload; below, what was brought in and waits to be recorded."""
    form = BringInForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        answer = _start(request, form) if form.many() else _keep(request, form)
        if answer is not None:
            return answer
    waiting = SourceDocument.objects.waiting().without_content().select_related("brought_in_by")
    page = Paginator(waiting, PAGE).get_page(request.GET.get("page"))
    batches = Batch.objects.unfinished().select_related("started_by")
    return render(request, "meetings/bring_in.html", {"form": form, "page": page, "batches": batches})


def _start(request: HttpRequest, form: BringInForm) -> HttpResponse:
    """Many files: they are read on their own page."""
    batch = start_batch(
        form.many(),
        name=form.name_of_many(),
        committee=form.cleaned_data["committee"],
        records=form.cleaned_data["records"],
        by=actor(request),
        at=timezone.now(),
    )
    return redirect(batch)


def _keep(request: HttpRequest, form: BringInForm) -> HttpResponse | None:
    """One document: its preview, or None where it was refused; then the form says why."""
    name, content = form.document()
    try:
        source = keep(name=name, content=content, format=None, by=actor(request), at=timezone.now())
    except UnreadableMinutes as unreadable:
        form.add_error(form.given_in, str(unreadable))
    except AlreadyBroughtIn as twice:
        form.add_error(form.given_in, where_it_is(twice.parts))
    else:
        return redirect(source)
    return None


def where_it_is(parts: Sequence[SourceDocument]) -> SafeString:
    on = date_format(timezone.localtime(parts[0].brought_in_at), "j F Y")
    places = format_html_join(", ", '<a href="{}">{}</a>', (_place(part) for part in parts))
    return format_html("This was brought in before, on {}: {}.", on, places)


def _place(source: SourceDocument) -> tuple[str, str]:
    """Where it is now, and how that is said."""
    it = f"{source.part_name} " if source.part else "it "
    if source.meeting is None:
        return source.get_absolute_url(), f"{it}waits to be recorded"
    return source.meeting.get_absolute_url(), f"{it}is recorded in {source.meeting}"


@for_clerks
@require_safe
def source(request: HttpRequest, key: str) -> HttpResponse:
    """The document as it came, line by line, beside what was made of it."""
    row = find_source(key)
    rows = WorkingCopyForm(working_copy(row)).rows
    context = {
        "source": row,
        "format": FORMATS.get(row.format, row.format),
        "parts": SourceDocument.objects.parts_of(row).without_content(),
        "corrected_by": row.corrections.recorded().without_content().first(),
        "lines": numbered_lines(row.text, [each.block for each in rows], is_part=row.part > 0),
        "rows": _recorded(row, rows),
    }
    return render(request, "meetings/source.html", context)


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def discard_source(request: HttpRequest, key: str) -> HttpResponse:
    """What was brought in by mistake is thrown away, once the clerk has said so; what is recorded stays."""
    row = find_source(key)
    if row.meeting is not None:
        return _stays(request, row)
    if request.method != "POST":
        return render(request, "meetings/discard_source.html", {"source": row})
    try:
        throw_away(row)
    except AlreadyRecorded:
        return _stays(request, row)
    messages.success(request, f"“{row.name}” is thrown away.")
    return redirect("meetings:bring_in")


def _stays(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    messages.error(request, f"“{source.name}” is recorded, so it stays beside its minutes.")
    return redirect("meetings:source", key=source.key)


_KEY = re.compile(r"(?P<sha256>[0-9a-f]{16})(?:-(?P<part>[1-9]\d{0,3}))?")


def find_source(key: str) -> SourceDocument:
    """By what stands for it in addresses: the beginning of its SHA-256, and its part where it is one of several."""
    rows = SourceDocument.objects.defer("content").select_related("meeting__committee", "brought_in_by")
    found = _KEY.fullmatch(key)
    if found is None:
        raise Http404
    return get_object_or_404(rows, sha256__startswith=found["sha256"], part=int(found["part"] or 0))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source and the piece, counted from 1, that it went into; '' for none."""

    number: str
    text: str
    piece: str


def numbered_lines(text: str, blocks: Sequence[Block], *, is_part: bool) -> list[SourceLine]:
    """The lines that say something; what is empty only keeps its number. Of a part, only the lines that are its own."""
    pieces: dict[int, int] = {}
    for place, block in enumerate(blocks, 1):
        for line in range(block.first_line, block.last_line + 1):
            pieces.setdefault(line, place)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    own = [(number, line) for number, line in lines if number in pieces] if is_part else lines
    return [SourceLine(str(number), line, str(pieces.get(number, ""))) for number, line in own]


def _recorded(source: SourceDocument, rows: Sequence[Row]) -> list[dict[str, object]]:
    """Each piece with the address of the passage it became."""
    found = []
    for row, kept in zip(rows, source.blocks, strict=True):
        anchor = kept.get("recorded_as", "")
        if anchor and row.kind == Kind.ITEM:
            anchor = f"item-{anchor}"
        meeting = source.meeting.get_absolute_url() if source.meeting else reverse("meetings:meetings")
        found.append({"row": row, "url": f"{meeting}#{anchor}" if anchor else ""})
    return found
