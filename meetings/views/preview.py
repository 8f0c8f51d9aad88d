"""The clerk's desk: what was understood of a document, beside it, to be corrected and recorded.

The page is one form. Every button of it first keeps all that was changed, so that nothing typed is lost; only then does
it do what it says. Which meeting it is stays in the address until the minutes are recorded.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from meetings.actions.bringing_in import ChangedMeanwhile, correct_blocks, version, working_copy
from meetings.actions.committees import create_committee
from meetings.actions.recording import record_minutes, tally
from meetings.actions.refusals import Refused, WrongStage
from meetings.forms.recording import RecordForm, proposal
from meetings.forms.working_copy import WorkingCopyForm
from meetings.minutes import Block, Minutes, assemble
from meetings.minutes.editing import CannotEdit, join_above, leave_out, split
from meetings.models import Committee, Meeting, SourceDocument
from meetings.views.access import actor, for_clerks
from meetings.views.bringing_in import find_source, numbered_lines

Operation = Callable[[Sequence[Block], int], tuple[Block, ...]]
OPERATIONS: dict[str, Operation] = {"join": join_above, "split": split, "leave_out": leave_out}
"""The buttons of a row, by their name; their value is the number of the piece."""

MEETING_FIELDS = ("committee", "new_name", "new_prefix", "new_slug", "held_on")


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, key: str) -> HttpResponse:
    source = find_source(key)
    if source.meeting is not None:
        return _is_recorded(request, source)
    if request.method == "POST":
        return _correct(request, source)
    return _page(request, source, WorkingCopyForm(working_copy(source)))


@for_clerks
@require_POST
def record(request: HttpRequest, key: str) -> HttpResponse:
    """Keeps what was changed, then records all of it; where that is refused, the page says why and keeps everything."""
    source = find_source(key)
    if source.meeting is not None:
        return _is_recorded(request, source)
    copy = WorkingCopyForm(working_copy(source), request.POST)
    form = RecordForm(request.POST, on=timezone.localdate(), minutes=_understood(source, copy))
    try:
        _keep(request, source, copy)
    except ChangedMeanwhile:
        return _conflict(request, source, form)
    except Refused as refused:
        form.add_error(None, str(refused))
    if not (copy.is_valid() and form.is_valid()):
        return _page(request, source, copy, form)
    try:
        meeting = _record(request, source, form)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, source, WorkingCopyForm(working_copy(source)), form)
    messages.success(request, _recorded(assemble(working_copy(source))))
    return redirect(meeting)


def _understood(source: SourceDocument, copy: WorkingCopyForm) -> Minutes:
    """The minutes as the rows on the page say; as they were kept where a row is wrong."""
    return assemble(copy.blocks() if copy.is_valid() else working_copy(source))


def _record(request: HttpRequest, source: SourceDocument, form: RecordForm) -> Meeting:
    """The new committee, if there is one, goes with its first minutes: both or neither."""
    with transaction.atomic():
        committee: Committee = form.cleaned_data["committee"] or create_committee(**form.new_committee())
        return record_minutes(
            source,
            committee=committee,
            held_on=form.cleaned_data["held_on"],
            by=actor(request),
            at=timezone.now(),
            publish=request.POST.get("publish") == "yes",
            exempt=form.exempt_keys(request.POST.getlist("asks_exempt")),
        )


def _recorded(minutes: Minutes) -> SafeString | str:
    """“Recorded 1 item, 16 paragraphs, 5 resolutions. 3 passages seem to ask for something: …”."""
    found = tally(minutes)
    if not found.suggestions:
        return f"Recorded {found}."
    verb = "passage seems" if found.suggestions == 1 else "passages seem"
    return format_html(
        'Recorded {}. {} {} to ask for something: look at the <a href="{}">suggested actions</a>.',
        found,
        found.suggestions,
        verb,
        reverse("meetings:suggestions"),
    )


def _is_recorded(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    messages.info(request, f"“{source.name}” was recorded already.")
    return redirect("meetings:source", key=source.key)


def _correct(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """Keeps all rows, does what the pressed button says, and returns to the row it was pressed in."""
    copy = WorkingCopyForm(working_copy(source), request.POST)
    initial = request.POST.dict() | {"exempt": request.POST.getlist("exempt")}
    form = RecordForm(on=timezone.localdate(), minutes=_understood(source, copy), initial=initial)
    pressed = _pressed(request)
    try:
        _keep(request, source, copy, pressed)
    except CannotEdit as refused:
        if pressed is not None and 0 <= pressed[1] < len(copy.rows):
            copy.rows[pressed[1]].errors["text"] = str(refused)
        return _page(request, source, copy, form)
    except ChangedMeanwhile:
        return _conflict(request, source, form)
    except WrongStage:
        return _is_recorded(request, source)
    if not copy.is_valid():
        return _page(request, source, copy, form)
    return redirect(_back(request, source, pressed))


def _keep(
    request: HttpRequest, source: SourceDocument, copy: WorkingCopyForm, pressed: tuple[Operation, int] | None = None
) -> None:
    """Where a row is wrong, nothing is kept: the page comes back with all of it."""
    if request.POST.get("version") != version(source):
        raise ChangedMeanwhile
    if not copy.is_valid():
        return
    blocks = copy.blocks()
    if pressed is not None:
        operation, place = pressed
        blocks = operation(blocks, place)
    correct_blocks(source, blocks=blocks, seen=version(source))


def _pressed(request: HttpRequest) -> tuple[Operation, int] | None:
    """The operation of the button that was pressed, and the place of its piece."""
    for name, operation in OPERATIONS.items():
        value = request.POST.get(name, "")
        if value.isdecimal() and len(value) < 9:
            return operation, int(value) - 1
    return None


def _back(request: HttpRequest, source: SourceDocument, pressed: tuple[Operation, int] | None) -> str:
    """The page again, at the piece; what was chosen of the meeting goes along in the address."""
    chosen = [(name, value) for name in MEETING_FIELDS if (value := request.POST.get(name, ""))]
    if "asks_exempt" in request.POST:  # what is ticked, even where that is nothing
        chosen += [("exempt", key) for key in request.POST.getlist("exempt") or [""]]
    address = reverse("meetings:preview", args=[source.key])
    if chosen:
        address += "?" + urlencode(chosen)
    if pressed is None:
        return address
    operation, place = pressed
    return f"{address}#block-{place if operation is join_above else place + 1}"


def _conflict(request: HttpRequest, source: SourceDocument, form: RecordForm) -> HttpResponse:
    """The working copy as it is now, with what was typed on the older page below it, to be taken over by hand."""
    source = find_source(source.key)
    blocks = working_copy(source)
    texts = {"".join(block.text.split()) for block in blocks}
    posted = [str(value) for name, value in request.POST.items() if name.startswith("text-")]
    lost = [text for text in posted if text.strip() and "".join(text.split()) not in texts]
    return _page(request, source, WorkingCopyForm(blocks), form, lost=lost, is_conflict=True)


def _page(
    request: HttpRequest,
    source: SourceDocument,
    copy: WorkingCopyForm,
    form: RecordForm | None = None,
    **more: Any,
) -> HttpResponse:
    minutes = assemble(working_copy(source))
    _mark_suggestions(copy, minutes)
    form = form or _proposed(request, minutes, on=timezone.localdate())
    context = {
        "source": source,
        "lines": numbered_lines(source.text, [row.block for row in copy.rows]),
        "copy": copy,
        "form": form,
        "version": version(source),
        "tally": tally(minutes),
        "left_out": len(minutes.left_out),
        "has_errors": bool(copy.wrong or (form.is_bound and form.errors) or more.get("is_conflict")),
    }
    return render(request, "meetings/preview.html", context | more)


def _mark_suggestions(copy: WorkingCopyForm, minutes: Minutes) -> None:
    asked: dict[int, list[str]] = {}
    for item in minutes.items:
        for action in item.actions:
            asked.setdefault(action.block, []).append(action.phrase or action.text)
    for row in copy.rows:
        row.suggestions = asked.get(row.place, ())


def _proposed(request: HttpRequest, minutes: Minutes, *, on: datetime.date) -> RecordForm:
    """What the clerk chose before goes before what the minutes say."""
    chosen: dict[str, Any] = {name: value for name in MEETING_FIELDS if (value := request.GET.get(name, ""))}
    is_named = "new_name" in chosen or "committee" in chosen
    if "exempt" in request.GET:
        chosen["exempt"] = request.GET.getlist("exempt")
    return RecordForm(initial=chosen if is_named else proposal(minutes) | chosen, on=on, minutes=minutes)
