"""Minutes come in: the texts through the reader, and from the clerk's desk to the public, as on the pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.actions.bringing_in import bring_in
from meetings.actions.publishing import approve_minutes, publish_minutes
from meetings.actions.recording import record_minutes
from scrutiny.demo.cast import DEV
from scrutiny.demo.northmoor import Northmoor
from scrutiny.demo.scenes import Scene, moment
from scrutiny.demo.sittings import SITTINGS, WAITING_DOCUMENT, Sitting


@dataclass(frozen=True, slots=True)
class BringIn:
    """One text comes in; it is recorded as minutes of its `sitting`, or waits on the desk where it has none."""

    day: str
    document: str
    sitting: Sitting | None
    hour: int = 9

    def play(self, northmoor: Northmoor) -> None:
        by, at = northmoor.person(DEV), moment(self, northmoor)
        content = northmoor.text_of(self.document).encode()
        _, name = self.document.split("-", 1)
        source = bring_in(name=f"{name}.txt", content=content, format="text", by=by, at=at)
        if self.sitting:
            committee = northmoor.committees[self.sitting.committee]
            held_on = northmoor.days.on(self.sitting.held)
            northmoor.meetings[self.document] = record_minutes(
                source, committee=committee, held_on=held_on, by=by, at=at
            )


@dataclass(frozen=True, slots=True)
class Publish:
    day: str
    sitting: Sitting
    hour: int = 9

    def play(self, northmoor: Northmoor) -> None:
        meeting = northmoor.meetings[self.sitting.documents[0]]
        publish_minutes(meeting, by=northmoor.person(DEV), at=moment(self, northmoor))


@dataclass(frozen=True, slots=True)
class Approve:
    day: str
    sitting: Sitting
    hour: int = 18

    def play(self, northmoor: Northmoor) -> None:
        meeting = northmoor.meetings[self.sitting.documents[0]]
        approved_on = northmoor.days.on(self.day)
        approve_minutes(meeting, approved_on=approved_on, by=northmoor.person(DEV), at=moment(self, northmoor))


def scenes() -> Iterator[Scene]:
    """Of all the sittings, each with its documents, and of the document that waits."""
    for sitting in SITTINGS:
        for document in sitting.documents:
            yield BringIn(sitting.brought_in, document, sitting)
        if sitting.published:
            yield Publish(sitting.published, sitting)
        if sitting.approved:
            yield Approve(sitting.approved, sitting)
    document, day = WAITING_DOCUMENT
    yield BringIn(day, document, None)
