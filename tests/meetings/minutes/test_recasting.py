"""A paragraph that is a resolution now, or the other way round, reads as one passage that changed."""

import pytest

from meetings.minutes.comparing import compare
from meetings.minutes.comparing.differences import Change, Comparison
from meetings.minutes.comparing.recasting import recast
from meetings.minutes.set_down import RESOLUTION, Matter, Passage

WISH = "The Panel would look at the pavements of the old town in July."
WISHED = "RESOLVED that the Panel would look at the pavements of the old town in July."
OTHER = "The Head of Highways agreed to write to the parish councils about the shelters."


def between(now: list[Passage], new: list[Passage]) -> Comparison:
    return compare([_item("a", now)], [_item("i0", new)])


def _item(key: str, passages: list[Passage]) -> Matter:
    return Matter(
        key,
        "18",
        "Work programme",
        paragraphs=tuple(each for each in passages if not each.is_resolution),
        resolutions=tuple(each for each in passages if each.is_resolution),
    )


def pairs(comparison: Comparison) -> list[tuple[str, str]]:
    return [(pair.gone.passage.key, pair.new.passage.key) for item in comparison.items for pair in recast(item)]


@pytest.mark.parametrize(("before", "now"), [("paragraph", RESOLUTION), (RESOLUTION, "paragraph")])
def test_either_way_the_likest_are_one_passage(before: str, now: str) -> None:
    comparison = between(
        [Passage("a1", before, "18.1", OTHER), Passage("a2", before, "18.2", WISH)],
        [Passage("n1", now, "1", WISHED)],
    )
    assert pairs(comparison) == [("a2", "n1")]
    assert str(comparison) == "1 passage changed, 1 taken out"
    assert [each.change for each in comparison.differences if each.now and each.new] == [], "each has its own address"


def test_words_are_told_apart_unless_they_are_the_same() -> None:
    (reworded,) = recast(
        between([Passage("a", "paragraph", "", WISH)], [Passage("n", RESOLUTION, "", WISHED)]).items[0]
    )
    assert [(str(run.mark), run.text) for run in reworded.runs[:2]] == [
        ("removed", "The"),
        ("added", "RESOLVED that the"),
    ]
    (same,) = recast(between([Passage("a", "paragraph", "", WISH)], [Passage("n", RESOLUTION, "", WISH)]).items[0])
    assert same.runs == ()


def test_what_says_something_else_is_taken_out_and_new() -> None:
    comparison = between([Passage("a", "paragraph", "", WISH)], [Passage("n", RESOLUTION, "", OTHER)])
    assert pairs(comparison) == []
    assert str(comparison) == "1 passage new, 1 taken out"


def test_a_paragraph_that_stays_beside_a_new_resolution_is_no_other_sort() -> None:
    now = [Passage("a", "paragraph", "1", WISH)]
    comparison = between(now, [Passage("p", "paragraph", "1", WISH), Passage("r", RESOLUTION, "1", WISH)])
    assert pairs(comparison) == []
    assert [each.change for each in comparison.differences] == [Change.SAME, Change.NEW]


def test_it_is_found_again_in_what_was_kept() -> None:
    comparison = between([Passage("a", "paragraph", "", WISH)], [Passage("n", RESOLUTION, "", WISHED)])
    again = Comparison.from_json(comparison.as_json())
    assert (pairs(again), str(again)) == ([("a", "n")], "1 passage changed")
