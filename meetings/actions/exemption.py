"""What is taken in private, and until when."""

import datetime

from django.db import transaction
from django.utils.formats import date_format

from meetings.actions.publishing import write_event
from meetings.actions.refusals import Refused
from meetings.choices import MeetingEventKind
from meetings.models import AgendaItem, Paragraph, Resolution
from meetings.permissions import Actor

Exempted = AgendaItem | Paragraph | Resolution


@transaction.atomic
def set_exemption(
    thing: Exempted,
    *,
    is_exempt: bool,
    exempt_paragraphs: str,
    exempt_until: datetime.date | None,
    by: Actor,
    at: datetime.datetime,
) -> None:
    """Marks an item, a paragraph or a resolution exempt, changes why or until when, or opens it; no change, no event.

    What is tracked from it has a mark of its own, which this does not touch. Raises Refused where it is exempt under
    no paragraph.
    """
    exempt_paragraphs = exempt_paragraphs.strip() if is_exempt else ""
    exempt_until = exempt_until if is_exempt else None
    if is_exempt and not exempt_paragraphs:
        raise Refused("Say under which paragraphs of Schedule 12A it is exempt, for example 3.")
    wanted = (is_exempt, exempt_paragraphs, exempt_until)
    if wanted == (thing.is_exempt, thing.exempt_paragraphs, thing.exempt_until):
        return
    thing.is_exempt, thing.exempt_paragraphs, thing.exempt_until = wanted
    thing.save(update_fields=["is_exempt", "exempt_paragraphs", "exempt_until"])
    item = thing if isinstance(thing, AgendaItem) else thing.item
    kind = MeetingEventKind.EXEMPTION_SET if is_exempt else MeetingEventKind.EXEMPTION_LIFTED
    write_event(item.meeting, kind, by=by, at=at, note=_sentence(thing))


def _sentence(thing: Exempted) -> str:
    """Names it by number and place only: the history must not say what is exempt."""
    if not thing.is_exempt:
        return f"{_place(thing)} is open."
    until = f" until {date_format(thing.exempt_until)}" if thing.exempt_until else ""
    return f"{_place(thing)} is exempt under paragraph {thing.exempt_paragraphs}{until}."


def _place(thing: Exempted) -> str:
    if isinstance(thing, AgendaItem):
        return f"Item {thing.number}" if thing.number else f"The item in place {thing.order} of the agenda"
    kind = "Minute" if isinstance(thing, Paragraph) else "Resolution"
    within = _place(thing.item)
    within = within[0].lower() + within[1:]
    return f"{kind} {thing.number} of {within}" if thing.number else f"{kind} in place {thing.order} of {within}"
