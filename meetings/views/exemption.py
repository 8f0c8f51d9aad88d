"""A clerk marks an item, a paragraph or a resolution exempt, or opens it again."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from meetings.actions.exemption import Exempted, set_exemption
from meetings.actions.refusals import Refused
from meetings.forms.exemption import ExemptionForm
from meetings.margin import Passage, margins
from meetings.models import AgendaItem, Meeting, Paragraph
from meetings.permissions import SEE_EXEMPT
from meetings.views.access import actor, for_clerks
from meetings.views.minutes import find_meeting


@for_clerks
@permission_required(SEE_EXEMPT, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def exempt(request: HttpRequest, committee: str, meeting: str) -> HttpResponse:
    """`?item=` names an item by its address, `?passage=` a passage by its anchor; without either, items are offered."""
    row = find_meeting(committee, meeting)
    items = _items(request, row)
    thing = _chosen(request, items)
    if thing is None:
        return render(request, "meetings/exempt_items.html", {"meeting": row, "items": items})
    form = ExemptionForm(request.POST or None, thing=thing, on=timezone.localdate())
    if form.is_valid():
        try:
            set_exemption(thing, **form.cleaned_data, by=actor(request), at=timezone.now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{_name(thing)} is {'exempt' if thing.is_exempt else 'open'}.")
            return redirect(thing)
    return render(request, "meetings/exempt.html", {"form": form, "meeting": row, **_context(request, thing)})


def _items(request: HttpRequest, row: Meeting) -> list[AgendaItem]:
    on = timezone.localdate()
    items = AgendaItem.objects.visible_to(request.user, on=on).filter(meeting=row).with_minutes(request.user, on=on)
    found = list(items)
    for item in found:
        item.meeting = row
        for passage in _passages(item):
            passage.item = item
    return found


def _passages(item: AgendaItem) -> list[Passage]:
    return [*item.paragraphs.all(), *item.resolutions.all()]


def _chosen(request: HttpRequest, items: list[AgendaItem]) -> Exempted | None:
    slug, anchor = request.GET.get("item", ""), request.GET.get("passage", "")
    if not slug and not anchor:
        return None
    things: dict[tuple[str, str], Exempted] = {("item", item.slug): item for item in items}
    for item in items:
        things |= {("passage", passage.anchor): passage for passage in _passages(item)}
    thing = things.get(("passage", anchor) if anchor else ("item", slug))
    if thing is None:
        raise Http404
    return thing


def _context(request: HttpRequest, thing: Exempted) -> dict[str, object]:
    """What is marked, and what is tracked from it: that has a mark of its own."""
    item = thing if isinstance(thing, AgendaItem) else thing.item
    passages = _passages(item) if isinstance(thing, AgendaItem) else [thing]
    beside = margins(passages, request.user, on=timezone.localdate())
    tracked = [note for margin in beside.values() for note in margin.notes]
    return {
        "item": item,
        "name": _name(thing),
        "text": thing.title if isinstance(thing, AgendaItem) else thing.text,
        "passages": passages if isinstance(thing, AgendaItem) else [],
        "tracked": tracked,
    }


def _name(thing: Exempted) -> str:
    if isinstance(thing, AgendaItem):
        return thing.label
    if isinstance(thing, Paragraph) or thing.number:
        return thing.label
    return f"The resolution of {thing.item.label}"
