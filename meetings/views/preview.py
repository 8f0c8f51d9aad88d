"""The clerk's desk: what was understood of a document, beside it, to be corrected and recorded.

The page is one form. Every button of it first keeps all that was changed, so that nothing typed is lost; only then does
it do what it says. Which meeting it is stays in the address until the minutes are recorded. The script of the page
presses the same buttons, and is answered with what they changed instead of the whole page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST

from meetings.actions.bringing_in import ChangedMeanwhile, correct_blocks, version, working_copy
from meetings.actions.committees import create_committee
from meetings.actions.correcting import begin_correction, minutes_already_there
from meetings.actions.recording import ItemAlreadyThere, MinutesAreSettled, exempt_key, record_minutes, tally
from meetings.actions.refusals import Refused, WrongStage
from meetings.actions.steps import former_kind
from meetings.actions.understood import dismiss_before_recording, take_back_before_recording, understood
from meetings.actions.undoing import NothingToUndo, undo_correction
from meetings.forms.operations import Operation, closed, edited, lacks_pieces, operation_of
from meetings.forms.recording import RecordForm
from meetings.forms.working_copy import WorkingCopyForm
from meetings.minutes import Block, Minutes
from meetings.minutes.editing import CannotEdit
from meetings.models import Committee, Meeting, SourceDocument
from meetings.views import desk
from meetings.views.access import actor, for_clerks
from meetings.views.batches import tell_what_waits
from meetings.views.bringing_in import find_source


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a button: what a script says of it, the piece to go to, from 0, what everybody must be told, and the
    pieces that show their fields next."""

    said: str = ""
    place: int | None = None
    note: str = ""
    edits: Sequence[int] = ()


@for_clerks
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, key: str) -> HttpResponse:
    source = find_source(key)
    if source.meeting is not None:
        return _is_recorded(request, source)
    if request.method == "POST":
        return _correct(request, source)
    return desk.page(request, source, WorkingCopyForm(working_copy(source)))


@for_clerks
@require_POST
def record(request: HttpRequest, key: str) -> HttpResponse:
    """Keeps what was changed, then records all of it; where that is refused, the page says why and keeps everything."""
    source = find_source(key)
    if source.meeting is not None:
        return _is_recorded(request, source)
    if "compare" in request.POST or source.corrects_id is not None:
        return _compare(request, source)
    copy = WorkingCopyForm(working_copy(source), request.POST)
    form = RecordForm(request.POST, on=timezone.localdate(), minutes=_as_typed(source, copy))
    try:
        _keep(request, source, copy)
    except ChangedMeanwhile:
        return _conflict(request, source, form)
    except Refused as refused:
        form.add_error(None, str(refused))
    if not (copy.is_valid() and form.is_valid()):
        return desk.page(request, source, copy, form)
    try:
        meeting = _record(request, source, form)
    except Refused as refused:
        form.add_error(None, str(refused))
        there = _there_already(source, form) if isinstance(refused, ItemAlreadyThere | MinutesAreSettled) else None
        return desk.page(request, source, WorkingCopyForm(working_copy(source)), form, there=there)
    messages.success(request, _recorded(understood(source)))
    if not _tell_next_part(request, source):
        tell_what_waits(request, source)
    return redirect(meeting)


def _tell_next_part(request: HttpRequest, source: SourceDocument) -> bool:
    """Leads on to the next meeting of the same document, if one waits."""
    parts = SourceDocument.objects.parts_of(source).without_content()
    waiting = [part for part in parts if part.pk != source.pk and part.meeting_id is None]
    behind = [part for part in waiting if part.part > source.part]
    for part in [*behind, *waiting][:1]:
        words = '<a href="{}">{}</a> of the same document waits to be recorded.'
        messages.info(request, format_html(words, part.get_absolute_url(), part.part_name))
    return bool(waiting)


def _there_already(source: SourceDocument, form: RecordForm) -> SourceDocument | None:
    """The recorded document that this one may be the corrected form of."""
    committee: Committee | None = form.cleaned_data["committee"]
    if committee is None:
        return None
    return minutes_already_there(source, committee=committee, held_on=form.cleaned_data["held_on"])


def _compare(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """Keeps what was changed, then shows what it would change in the minutes that are recorded; `compare` names the
    recorded document, where that was not said before."""
    copy = WorkingCopyForm(working_copy(source), request.POST)
    form = _unjudged(request, source, copy)
    try:
        _keep(request, source, copy)
        if copy.is_valid() and source.corrects_id is None:
            begin_correction(source, find_source(request.POST["compare"]))
    except ChangedMeanwhile:
        return _conflict(request, source, form)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(source)
    if not copy.is_valid():
        return desk.page(request, source, copy, form)
    return redirect("meetings:compare", key=source.key)


def _as_typed(source: SourceDocument, copy: WorkingCopyForm) -> Minutes:
    """The minutes as the rows on the page say; as they were kept where a row is wrong."""
    return understood(source, copy.blocks() if copy.is_valid() else None)


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
    before = desk.shown(source, request.POST) if desk.wants_changes(request) else []
    pressed, done = operation_of(request.POST), Done()
    try:
        done = _do(request, source, copy, pressed)
    except CannotEdit as refused:
        row = copy.rows[min(max(pressed.place, 0), len(copy.rows) - 1)] if pressed else copy.rows[0]
        row.errors["text"] = str(refused)
    except ChangedMeanwhile:
        return _conflict(request, source)
    except WrongStage:
        return _is_recorded(request, source)
    if not copy.is_valid() and before:
        return desk.wrong(source, copy)
    if not copy.is_valid():
        return desk.page(request, source, copy, _unjudged(request, source, copy))
    chosen = _chosen(request, source)
    if before:
        address = _address(source, chosen, None)
        return desk.changes(
            request, source, before=before, chosen=chosen, address=address, said=done.said, place=done.place
        )
    if done.note:
        messages.warning(request, done.note)
    for place in done.edits:
        chosen.appendlist("edit", str(place + 1))
    return redirect(_address(source, chosen, done.place))


def _do(request: HttpRequest, source: SourceDocument, copy: WorkingCopyForm, pressed: Operation | None) -> Done:
    """Keeps what was typed, then does what was pressed: each can be taken back by itself. Where a row is wrong, nothing
    is kept: the page comes back with all of it.
    """
    _refuse_old_page(request, source)
    if not copy.is_valid():
        return Done()
    if "undo" in request.POST:
        return _undo(source, copy)
    typed = copy.blocks()
    if pressed is None:
        return _keep_only(request, source, typed)
    after = pressed.done_to(typed, lambda block: former_kind(source, block))
    with transaction.atomic():
        correct_blocks(source, blocks=typed, seen=version(source))
        correct_blocks(source, blocks=after, told=pressed.told)
    return Done(said=_sentence(pressed.told), place=pressed.place_behind)


def _undo(source: SourceDocument, copy: WorkingCopyForm) -> Done:
    typed = copy.blocks()
    try:
        undone = undo_correction(source, typed=typed, seen=version(source))
    except NothingToUndo as nothing:
        correct_blocks(source, blocks=typed, seen=version(source))
        return Done(said=str(nothing), note=str(nothing))
    note = "".join(f"What you had typed there is taken back too: “{words}” " for words in undone.lost).strip()
    return Done(said=f"Taken back: {undone.told}. {note}".strip(), place=undone.place, note=note)


def _keep_only(request: HttpRequest, source: SourceDocument, typed: Sequence[Block]) -> Done:
    """What was typed, what was dismissed of the suggestions or taken back, and which pieces are edited next."""
    changed = typed != working_copy(source)
    correct_blocks(source, blocks=typed, seen=version(source))
    if edits := edited(request.POST):
        return Done(place=edits[0], edits=edits)
    if lacks_pieces(request.POST):
        return Done(note="Tick the pieces first, in front of them; then press what is to be done with them.")
    if text := dismiss_before_recording(source, mark=request.POST.get("dismiss", "")):
        return Done(said=f"Dismissed: {text}")
    if text := take_back_before_recording(source, mark=request.POST.get("take_back", "")):
        return Done(said=f"Suggested again: {text}")
    return Done(said="Kept." if changed else "", place=closed(request.POST))


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."


def _keep(request: HttpRequest, source: SourceDocument, copy: WorkingCopyForm) -> None:
    _refuse_old_page(request, source)
    if copy.is_valid():
        correct_blocks(source, blocks=copy.blocks(), seen=version(source))


def _refuse_old_page(request: HttpRequest, source: SourceDocument) -> None:
    if request.POST.get("version") != version(source):
        raise ChangedMeanwhile


def _unjudged(request: HttpRequest, source: SourceDocument, copy: WorkingCopyForm) -> RecordForm:
    """What was chosen of the meeting, as it was sent."""
    initial = request.POST.dict() | {"exempt": request.POST.getlist("exempt")}
    return RecordForm(on=timezone.localdate(), minutes=_as_typed(source, copy), initial=initial)


def _chosen(request: HttpRequest, source: SourceDocument) -> QueryDict:
    """What was chosen of the meeting, as it stands in the address. A private item that the page had not asked about yet
    counts as ticked: nothing becomes public that nobody looked at.
    """
    chosen = QueryDict(mutable=True)
    for name in desk.MEETING_FIELDS:
        if value := request.POST.get(name, ""):
            chosen[name] = value
    asked = request.POST.getlist("asks_exempt")
    if asked:  # what is ticked, even where that is nothing
        private = [exempt_key(item) for item in understood(source).items if item.exempt]
        ticked = request.POST.getlist("exempt") + [key for key in private if key not in asked]
        chosen.setlist("exempt", ticked or [""])
    return chosen


def _address(source: SourceDocument, chosen: QueryDict, place: int | None) -> str:
    """The page again, at the piece."""
    address = reverse("meetings:preview", args=[source.key])
    if chosen:
        address += f"?{chosen.urlencode()}"
    return address if place is None else f"{address}#block-{place + 1}"


def _conflict(request: HttpRequest, source: SourceDocument, form: RecordForm | None = None) -> HttpResponse:
    """The working copy as it is now, with what was typed on the older page below it, to be taken over by hand.

    The script, which sent only some of it, is told to send all.
    """
    if desk.wants_changes(request):
        return JsonResponse({"is_outdated": True}, status=409)
    source = find_source(source.key)
    blocks = working_copy(source)
    texts = {"".join(block.text.split()) for block in blocks}
    posted = [str(value) for name, value in request.POST.items() if name.startswith("text-")]
    lost = [text for text in posted if text.strip() and "".join(text.split()) not in texts]
    copy = WorkingCopyForm(blocks)
    form = form or _unjudged(request, source, copy)
    return desk.page(request, source, copy, form, lost=lost, is_conflict=True)
