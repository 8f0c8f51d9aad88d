"""Taking over from a ModernGov that answers: the command as a clerk gives it, and all that it could have touched."""

import datetime
import io
from typing import Any

from django.core.management import CommandError, call_command
from django.forms.models import model_to_dict
from django.utils import timezone

from meetings.models import (
    AgendaItem,
    Committee,
    FetchedAnswer,
    Meeting,
    MeetingEvent,
    Paragraph,
    Resolution,
    SourceDocument,
    SuggestedAction,
)
from tests.moderngov import AGENDA, TheirItem, TheirMeeting
from tests.moderngov_service import Council

PONDS = ("--committee", "Ponds Committee")
TO_COME = timezone.localdate() + datetime.timedelta(days=20)
NEXT = TheirMeeting(
    key="5002",
    date=f"{TO_COME:%d/%m/%Y}",
    has_minutes=False,
    items=(
        TheirItem(key="20011", number="1.", title="Apologies", agenda="", minutes=""),
        TheirItem(key="20012", number="2.", title="Weirs", agenda=AGENDA, minutes=""),
    ),
)


def sync(council: Council, *arguments: str) -> tuple[str, str, str]:
    """What it printed, what it complained of, and with what it ended."""
    out, err, end = io.StringIO(), io.StringIO(), ""
    given = (*arguments, "--since", "2026-01-01", "--pause", "0", "--by", "dev@northmoor.example")
    try:
        call_command("sync_moderngov", council.url, *given, stdout=out, stderr=err, no_color=True)
    except CommandError as error:
        end = str(error)
    return out.getvalue(), err.getvalue(), end


def everything() -> list[dict[str, Any]]:
    """Every row that a take-over could touch."""
    models = (
        Committee,
        Meeting,
        AgendaItem,
        Paragraph,
        Resolution,
        SuggestedAction,
        MeetingEvent,
        SourceDocument,
        FetchedAnswer,
    )
    return [
        {"model": model.__name__, **model_to_dict(row), "pk": row.pk}
        for model in models
        for row in model.objects.order_by("pk")
    ]
