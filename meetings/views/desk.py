"""What the preview shows of a working copy: the whole page, and for its script only what an operation changed."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from meetings.actions.bringing_in import version, working_copy
from meetings.actions.cautions import doubts
from meetings.actions.recording import tally
from meetings.actions.steps import last_step
from meetings.actions.understood import mark_of, understood
from meetings.forms.recording import RecordForm, proposal
from meetings.forms.working_copy import Row, WorkingCopyForm, blank_row, kind_options
from meetings.minutes import Action, Block, Kind, Minutes
from meetings.minutes.splicing import splices
from meetings.models import SourceDocument
from meetings.views.bringing_in import numbered_lines

MEETING_FIELDS = ("committee", "new_name", "new_prefix", "new_slug", "held_on")
_SHORTEST_OUTLINE = 2
_MOST_ASKED = 30
"""A longer list of suggestions helps nobody here; each is told at its piece, and waits on the list once recorded."""
_DECIDED = (Kind.RESOLUTION, Kind.DECISION, Kind.STEM)
_PANELS = ("found", "cautions", "undo", "outline", "asked", "record")
"""The parts of the page around the pieces: each a template, with an element of that id."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A suggestion that recording would make. `piece` counts from 1, '' where it hangs on none; `mark` is by what it
    is dismissed, '' where the minutes themselves mark it."""

    text: str
    phrase: str = ""
    owner: str = ""
    piece: str = ""
    mark: str = ""
    may_be_marked: bool = False


@dataclass(frozen=True, slots=True)
class CautionShown:
    """`piece` is the number of the piece that holds the line, '' where none does."""

    text: str
    line: str = ""
    piece: str = ""
    is_settled: bool = False


def page(
    request: HttpRequest,
    source: SourceDocument,
    copy: WorkingCopyForm,
    form: RecordForm | None = None,
    **more: Any,
) -> HttpResponse:
    """The whole preview. `more` are the words that were `lost`, and whether it `is_conflict`."""
    context = _context(source, copy, form, request.GET) | more
    edited = set(request.GET.getlist("edit"))
    for row in copy.rows:
        row.is_chosen = row.name in edited
    form = context["form"]
    is_conflict = context.setdefault("is_conflict", False)
    context |= {
        "lines": numbered_lines(source.text, [row.block for row in copy.rows], is_part=source.part > 0),
        "parts": SourceDocument.objects.parts_of(source).without_content(),
        "version": version(source),
        "kinds": kind_options(Kind.PARAGRAPH),
        "blank": blank_row(),
        "has_errors": bool(copy.wrong or (form.is_bound and form.errors) or is_conflict),
    }
    return render(request, "meetings/preview.html", context)


def _context(
    source: SourceDocument, copy: WorkingCopyForm, form: RecordForm | None, chosen: QueryDict
) -> dict[str, Any]:
    """What the page and its panels show. Without a form there is the one that `chosen` makes."""
    minutes = understood(source)
    step = last_step(source, working_copy(source))
    cautions = _dress(copy, source, minutes)
    items = [row for row in copy.rows if row.kind == Kind.ITEM]
    asked = _asked(minutes, copy.rows)
    return {
        "source": source,
        "copy": copy,
        "form": form or proposed(chosen, minutes, on=timezone.localdate()),
        "undo": step.told if step else "",
        "cautions": [caution for caution in cautions if not caution.is_settled],
        "settled": [caution for caution in cautions if caution.is_settled],
        "outline": items if len(items) >= _SHORTEST_OUTLINE else [],
        "asked": asked[:_MOST_ASKED],
        "not_shown": max(0, len(asked) - _MOST_ASKED),
        "dismissed": [Ask(text, mark=mark_of(text)) for text in source.dismissed],
        "tally": tally(minutes),
        "left_out": len(minutes.left_out),
    }


def _dress(copy: WorkingCopyForm, source: SourceDocument, minutes: Minutes) -> list[CautionShown]:
    """Says at each piece what it seems to ask for and what is uncertain in it; gives the cautions with their pieces."""
    asked: dict[int, list[str]] = {}
    for item in minutes.items:
        for action in item.actions:
            if action.implied:
                asked.setdefault(action.block, []).append(action.phrase or action.text)
    pieces: dict[int, Row] = {}
    for row in copy.rows:
        row.suggestions, row.cautions = tuple(asked.get(row.place, ())), ()
        for line in range(row.block.first_line, row.block.last_line + 1):
            pieces.setdefault(line, row)
    shown = []
    for doubt in doubts(source, working_copy(source)):
        found = pieces.get(doubt.line or 0)
        if found is not None and not doubt.is_settled:
            found.cautions = (*found.cautions, doubt.text)
        name = found.name if found else ""
        shown.append(CautionShown(doubt.text, str(doubt.line or ""), name, is_settled=doubt.is_settled))
    return shown


def _asked(minutes: Minutes, rows: Sequence[Row]) -> list[Ask]:
    return [_ask(action, rows) for item in minutes.items for action in item.actions]


def _ask(action: Action, rows: Sequence[Row]) -> Ask:
    row = rows[action.block] if 0 <= action.block < len(rows) else None
    return Ask(
        text=action.text,
        phrase=action.phrase if action.implied else "",
        owner=action.owner or "",
        piece=row.name if row else "",
        mark=mark_of(action.text) if action.implied else "",
        may_be_marked=action.implied and row is not None and row.block.kind not in _DECIDED,
    )


def proposed(chosen: QueryDict, minutes: Minutes, *, on: datetime.date) -> RecordForm:
    """What the clerk chose before goes before what the minutes say; where these name no committee, `for` does."""
    given: dict[str, Any] = {name: value for name in MEETING_FIELDS if (value := chosen.get(name, ""))}
    is_named = "new_name" in given or "committee" in given
    if "exempt" in chosen:
        given["exempt"] = chosen.getlist("exempt")
    if not is_named:
        otherwise = {} if minutes.committee else {"committee": chosen.get("for", "")}
        given = otherwise | proposal(minutes) | given
    return RecordForm(initial=given, on=on, minutes=minutes)


# -- for the script ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece as it stood on the page that asks."""

    block: Block
    suggestions: Sequence[str] = ()
    cautions: Sequence[str] = ()
    is_posted: bool = False


def wants_changes(request: HttpRequest) -> bool:
    """Whether the page's script asks, which needs only what changed."""
    return request.headers.get("Accept", "") == "application/json"


def shown(source: SourceDocument, posted: Mapping[str, str]) -> list[Shown]:
    """The pieces as the page has them; what was typed into is put there anew in any case."""
    copy = WorkingCopyForm(working_copy(source))
    _dress(copy, source, understood(source))
    return [
        Shown(row.block, row.suggestions, row.cautions, is_posted=f"text-{row.name}" in posted) for row in copy.rows
    ]


def changes(
    request: HttpRequest,
    source: SourceDocument,
    *,
    before: Sequence[Shown],
    chosen: QueryDict,
    address: str,
    said: str,
    place: int | None,
) -> JsonResponse:
    """What the page must take over to show the copy as it is now, and the piece to go to, from 1."""
    copy = WorkingCopyForm(working_copy(source))
    context = _context(source, copy, None, chosen)
    after = [Shown(row.block, row.suggestions, row.cautions) for row in copy.rows]
    return JsonResponse(
        {
            "version": version(source),
            "said": said,
            "address": address,
            "piece": None if place is None else min(place, len(copy.rows) - 1) + 1,
            "changes": _splices(before, after, copy.rows),
            "panels": {name: render_to_string(f"meetings/desk/{name}.html", context, request) for name in _PANELS},
        }
    )


def _splices(before: Sequence[Shown], after: Sequence[Shown], rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The last first; each with the HTML of the pieces that are put there."""
    found = splices(before, after)
    moved, parts = 0, []
    for splice in reversed(found):
        start = splice.at + moved
        moved += len(splice.put) - splice.gone
        html = "".join(_piece(row) for row in rows[start : start + len(splice.put)])
        parts.append({"at": splice.at, "gone": splice.gone, "html": html})
    return parts[::-1]


def wrong(source: SourceDocument, copy: WorkingCopyForm) -> JsonResponse:
    """The pieces that are wrong, each with its error beside the field; nothing was kept."""
    _dress(copy, source, understood(source))
    parts = [{"at": row.place, "gone": 1, "html": _piece(row)} for row in copy.wrong]
    first = copy.wrong[0]
    said = f"Piece {first.name}: {next(iter(first.errors.values()))}"
    return JsonResponse({"said": said, "piece": first.place + 1, "is_wrong": True, "changes": parts[::-1]})


def _piece(row: Row) -> str:
    return render_to_string("meetings/components/piece.html", {"row": row})
