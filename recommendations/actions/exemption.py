"""What is not for publication. What is exempt in the minutes stays exempt in what comes of it."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from meetings.models import Paragraph, Resolution
from meetings.models.exemption import Exemptible
from meetings.permissions import Actor
from recommendations.actions.errors import NothingChanged, SourceIsExempt
from recommendations.actions.history import day_of, locked, record
from recommendations.choices import EventKind
from recommendations.models import Recommendation


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why something is not for publication, and until when: the first day on which it is open again."""

    is_exempt: bool = False
    paragraphs: str = ""
    until: datetime.date | None = None

    @classmethod
    def of(cls, row: Exemptible) -> "Exemption":
        if not row.is_exempt:
            return OPEN
        return cls(True, row.exempt_paragraphs, row.exempt_until)

    def and_also(self, other: "Exemption") -> "Exemption":
        """Exempt where either is, under the paragraphs of both, for as long as the longer."""
        if not (self.is_exempt and other.is_exempt):
            return self if self.is_exempt else other
        paragraphs = " and ".join(dict.fromkeys(p for p in (self.paragraphs, other.paragraphs) if p))
        until = max(self.until, other.until) if self.until and other.until else None
        return Exemption(True, paragraphs, until)

    def fields(self) -> dict[str, bool | str | datetime.date | None]:
        """As the columns of a row."""
        return {"is_exempt": self.is_exempt, "exempt_paragraphs": self.paragraphs, "exempt_until": self.until}


OPEN = Exemption()


def exemption_of_source(source: Paragraph | Resolution | None, *, on: datetime.date | None = None) -> Exemption:
    """Of the passage and of the agenda item it stands in; with a day, as far as they still hold on that day."""
    if source is None:
        return OPEN
    passage, item = (Exemption.of(row) if on is None or row.is_exempt_on(on) else OPEN for row in (source, source.item))
    return passage.and_also(item)


@transaction.atomic
def set_exemption(
    recommendation: Recommendation,
    *,
    is_exempt: bool,
    exempt_paragraphs: str,
    exempt_until: datetime.date | None,
    by: Actor,
    at: datetime.datetime,
) -> None:
    """Mark a recommendation exempt, or open it. One whose passage in the minutes is exempt cannot be opened."""
    row = locked(recommendation)
    wanted = Exemption(is_exempt, exempt_paragraphs, exempt_until) if is_exempt else OPEN
    if wanted == Exemption.of(row):
        raise NothingChanged
    if not is_exempt and exemption_of_source(row.source, on=day_of(at)).is_exempt:
        raise SourceIsExempt
    for name, value in wanted.fields().items():
        setattr(row, name, value)
    row.save(update_fields=list(wanted.fields()))
    note = f"Exempt under paragraph {exempt_paragraphs} of Schedule 12A" if is_exempt else "Open to the public"
    record(row, EventKind.EXEMPTION_CHANGED, on=day_of(at), by=by, at=at, note=note)
