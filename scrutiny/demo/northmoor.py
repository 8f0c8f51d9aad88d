"""The demo council as far as it is loaded: its rows by the names under which the stories know them."""

from dataclasses import dataclass, field
from pathlib import Path

from meetings.models import Committee, Meeting, Paragraph, Resolution
from recommendations.models import Body, Post, ProgressUpdate, Recommendation, Review
from scrutiny.demo.cast import Player
from scrutiny.demo.days import Days
from scrutiny.models import User

MINUTES = Path(__file__).parent / "minutes"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in the minutes: “minute 18.6” or “resolution 2 of item 27” of a document, as printed.

    Where no number is printed, `opening` is how the paragraph begins. `item` is empty where the document is one item's.
    """

    document: str
    item: str = ""
    paragraph: str = ""
    resolution: str = ""
    opening: str = ""


@dataclass(slots=True)
class Northmoor:
    """`sittings` are by committee and day, `meetings` by document, `updates` by the name a story gives to one that it
    refers to again; `files` are those that were written as evidence."""

    days: Days
    people: dict[str, User] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    committees: dict[str, Committee] = field(default_factory=dict)
    sittings: dict[tuple[str, str], Meeting] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    recommendations: dict[str, Recommendation] = field(default_factory=dict)
    updates: dict[str, ProgressUpdate] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def person(self, player: Player) -> User:
        return self.people[player.email]

    def text_of(self, document: str) -> str:
        """The document with the days of this demo printed in it."""
        text = (MINUTES / f"{document}.txt").read_text(encoding="utf-8")
        return self.days.written_into(text)

    def find(self, passage: Passage) -> Paragraph | Resolution:
        """Raises DoesNotExist or MultipleObjectsReturned where the text is not what the story takes it for."""
        meeting = self.meetings[passage.document]
        place = {"item__meeting": meeting, "item__number": passage.item}
        if passage.resolution:
            return Resolution.objects.with_place().get(**place, number=passage.resolution)
        if passage.paragraph:
            return Paragraph.objects.with_place().get(**place, number=passage.paragraph)
        return Paragraph.objects.with_place().get(**place, text__startswith=passage.opening)

    def resolution(self, passage: Passage) -> Resolution:
        found = self.find(passage)
        if not isinstance(found, Resolution):
            raise TypeError(f"{passage} is a paragraph")
        return found
