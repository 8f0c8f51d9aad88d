"""The order in which a comparison is read, and what it calls a passage that became another sort."""

import pytest
from django.test import Client

from meetings.actions.correcting import bring_in_corrected
from meetings.minutes.comparing import compare
from meetings.minutes.set_down import RESOLUTION, Matter, Passage
from meetings.models import Paragraph, Resolution, SourceDocument
from meetings.views.compared import in_reading_order, parts_of
from tests.cast import Cast
from tests.factories import a_recommendation
from tests.meetings.correcting import AT
from tests.meetings.sample import TEXT, recorded
from tests.meetings.test_compare import address, pressed, text_of


def passages(prefix: str, order: str) -> Matter:
    """An item of one letter for each passage: capitals are resolutions, which follow the paragraph before them."""
    paragraphs: list[Passage] = []
    resolutions: list[Passage] = []
    for letter in order:
        key, said = f"{prefix}{letter}", " ".join(f"{letter}{n}" for n in range(8))
        if letter.isupper():
            under = paragraphs[-1].key if paragraphs else ""
            resolutions.append(Passage(key, RESOLUTION, "", said, under=under))
        else:
            paragraphs.append(Passage(key, "paragraph", "", said))
    return Matter(prefix, "1", "Roads", paragraphs=tuple(paragraphs), resolutions=tuple(resolutions))


@pytest.mark.parametrize(
    ("now", "new", "read"),
    [
        ("abAB", "aAB", "abAB"),  # the last paragraph before the resolutions is taken out
        ("abAc", "aAc", "abAc"),
        ("aAbBc", "aAc", "aAbBc"),
        ("aABb", "aAb", "aABb"),
        ("aA", "cA", "caA"),
        ("aAB", "B", "aAB"),
        ("aA", "", "aA"),
        ("", "aA", "aA"),
        ("abA", "cabA", "cabA"),
    ],
)
def test_what_is_taken_out_stands_where_it_stood(now: str, new: str, read: str) -> None:
    (item,) = compare([passages("o", now)], [passages("n", new)]).items
    assert "".join(each.passage.key[1] for each in in_reading_order(item)) == read


DECIDED = (
    TEXT.replace("33.2 Members asked for a list of schools that have not signed up, by division.\n\n", "")
    .replace(
        "1. thanks the officers",
        "1. Members asked for a list of schools that have not signed up, by division;\n2. thanks the officers",
    )
    .replace("2. asks that the report", "3. asks that the report")
)


@pytest.fixture
def source(cast: Cast) -> SourceDocument:
    return recorded(cast.priya).sources.get()


def test_a_paragraph_that_is_a_resolution_now_is_one_that_changed(
    dev: Client, cast: Cast, source: SourceDocument
) -> None:
    paragraph = Paragraph.objects.get(anchor="p33-2")
    tracked = a_recommendation(paragraph=paragraph)
    new = bring_in_corrected(source, name="b.txt", content=DECIDED.encode(), format=None, by=cast.dev, at=AT)
    page = text_of(dev.get(address("compare", new)))
    assert "Changed Minute 33.2 → is now Resolution 1 It was a paragraph and is a resolution now." in page
    assert f"{tracked.reference} was made from this, and goes on citing the paragraph, as taken out." in page
    assert "Taken out" not in page
    dev.post(address("compare", new), pressed(new))
    paragraph.refresh_from_db()
    tracked.refresh_from_db()
    assert paragraph.taken_out_at is not None
    assert (tracked.paragraph, tracked.resolution) == (paragraph, None)
    assert Resolution.objects.get(text__startswith="Members asked").taken_out_at is None
    assert "It was a paragraph and is a resolution now." in text_of(dev.get(address("compare", new)))


def test_another_kind_of_paragraph_is_told_too() -> None:
    now = Matter("o", "1", "Roads", paragraphs=(Passage("o1", "paragraph", "1.1", "Who mends the roads?"),))
    new = Matter("n", "1", "Roads", paragraphs=(Passage("n1", "answer", "1.1", "Who mends the roads?"),))
    (part,) = parts_of(compare([now], [new]))
    assert part.item is not None
    (step,) = part.item.steps
    assert step.passage is not None
    assert (step.passage.label, step.passage.became) == ("Changed", "It was a paragraph and is an answer now.")


def test_an_item_that_is_taken_out_while_all_that_was_said_moves_says_so() -> None:
    said = "The officers told of the bridges that carry less than ten tonnes."
    now = [
        Matter("a", "1", "Roads", paragraphs=(Passage("a1", "paragraph", "", "Members spoke of the roads."),)),
        Matter("b", "2", "Bridges under ten tonnes", paragraphs=(Passage("b1", "paragraph", "", said),)),
    ]
    moved = (Passage("n1", "paragraph", "", "Members spoke of the roads."), Passage("n2", "paragraph", "", said))
    parts = [part.item for part in parts_of(compare(now, [Matter("n", "1", "Roads", paragraphs=moved)])) if part.item]
    assert [(item.label, item.is_emptied) for item in parts] == [("", False), ("Taken out", True)]
