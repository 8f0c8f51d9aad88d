"""What corrected minutes change: nothing is paired twice, nothing is lost, and equal paragraphs do not cross."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.minutes.comparing import CannotPair, compare
from meetings.minutes.comparing.differences import Change, Comparison, Difference
from meetings.minutes.comparing.effort import Effort, in_step
from meetings.minutes.comparing.likeness import Mark, features, likeness, runs
from meetings.minutes.set_down import RESOLUTION, Matter, Passage

Told = list[tuple[str, str, str]]
"""Of each passage what became of it, its number before and its number now."""


def said(key: str, number: str, text: str, kind: str = "paragraph", stem: str = "") -> Passage:
    return Passage(key, kind, number, text, stem=stem)


def an_item(
    *passages: Passage, key: str = "33", number: str = "33", title: str = "Online crime", external_id: str = ""
) -> Matter:
    return Matter(
        key,
        number,
        title,
        paragraphs=tuple(each for each in passages if not each.is_resolution),
        resolutions=tuple(each for each in passages if each.is_resolution),
        external_id=external_id,
    )


def texts(prefix: str, *pairs: tuple[str, str]) -> list[Passage]:
    return [said(f"{prefix}{n}", number, text) for n, (number, text) in enumerate(pairs)]


def told(comparison: Comparison) -> Told:
    return [
        (str(each.change), each.now.number if each.now else "", each.new.number if each.new else "")
        for each in comparison.differences
    ]


def between(now: list[Passage], new: list[Passage]) -> Comparison:
    return compare([an_item(*now)], [an_item(*new, key="i0")])


ONE = "The Cabinet Member introduced the item and thanked the partners for their work."
TWO = "Members asked for a list of schools that have not signed up, by division."
THREE = "Trading Standards can have websites taken down within two working days."


def test_the_same_minutes_are_the_same() -> None:
    pairs = (("33.1", ONE), ("33.2", TWO))
    comparison = between(texts("a", *pairs), texts("p", *pairs))
    assert comparison.is_same
    assert str(comparison) == "Nothing changed"
    assert told(comparison) == [("same", "33.1", "33.1"), ("same", "33.2", "33.2")]


def test_white_space_is_the_printers() -> None:
    assert between([said("a", "33.1", ONE)], [said("p", "33.1", ONE.replace(" ", "\n "))]).is_same


def test_a_reworded_paragraph_is_changed_word_by_word() -> None:
    comparison = between([said("a", "33.2", TWO)], [said("p", "33.2", TWO.replace("have not", "had not yet"))])
    (each,) = comparison.differences
    assert each.change is Change.CHANGED
    assert [(str(run.mark), run.text) for run in each.runs] == [
        ("kept", "Members asked for a list of schools that"),
        ("removed", "have"),
        ("added", "had"),
        ("kept", "not"),
        ("added", "yet"),
        ("kept", "signed up, by division."),
    ]
    assert str(comparison) == "1 paragraph changed"


def test_a_paragraph_put_in_renumbers_those_behind_it() -> None:
    now = texts("a", ("33.1", ONE), ("33.2", TWO), ("33.3", THREE))
    new = texts("p", ("33.1", ONE), ("33.2", "A new one."), ("33.3", TWO), ("33.4", THREE.replace("two", "three")))
    assert told(between(now, new)) == [
        ("same", "33.1", "33.1"),
        ("new", "", "33.2"),
        ("changed", "33.2", "33.3"),
        ("changed", "33.3", "33.4"),
    ]


def test_what_is_likest_goes_before_what_bears_the_number() -> None:
    opening = "The Cabinet Member told the committee that the council had"
    now = texts("a", ("33.1", f"{opening} bought four vans for the libraries of the north."))
    new = texts(
        "p",
        ("33.1", f"{opening} closed a school at the end of the summer term."),
        ("33.2", f"{opening} bought five vans for the libraries of the north."),
    )
    assert told(between(now, new)) == [("new", "", "33.1"), ("changed", "33.1", "33.2")]


def test_another_text_under_the_same_number_is_another_paragraph() -> None:
    comparison = between([said("a", "33.2", TWO)], [said("p", "33.2", "Nobody spoke against the budget.")])
    assert told(comparison) == [("new", "", "33.2"), ("gone", "33.2", "")]
    assert str(comparison) == "1 paragraph new, 1 taken out"


def test_of_equal_paragraphs_the_one_that_keeps_its_number_stays() -> None:
    now = texts("a", ("1", ONE), ("2", "Noted."), ("3", "Noted."), ("4", TWO))
    new = texts("p", ("1", ONE), ("3", "Noted."), ("4", TWO))
    assert told(between(now, new)) == [("same", "1", "1"), ("gone", "2", ""), ("same", "3", "3"), ("same", "4", "4")]


def test_of_three_that_are_equal_the_one_in_the_middle_may_stay() -> None:
    now = texts("a", ("2", "Noted."), ("3", "Noted."), ("4", "Noted."))
    assert told(between(now, texts("p", ("3", "Noted.")))) == [("gone", "2", ""), ("same", "3", "3"), ("gone", "4", "")]


def test_equal_paragraphs_do_not_cross_when_all_are_renumbered() -> None:
    now = texts("a", ("1", ONE), ("2", "Noted."), ("3", "Noted."), ("4", TWO))
    new = texts("p", ("1", "Put in."), ("2", ONE), ("3", "Noted."), ("4", "Noted."), ("5", TWO))
    assert told(between(now, new)) == [
        ("new", "", "1"),
        *(("changed", str(number), str(number + 1)) for number in range(1, 5)),
    ]


def test_a_paragraph_that_changed_places_is_the_same_one() -> None:
    now, new = texts("a", ("", ONE), ("", TWO), ("", THREE)), texts("p", ("", THREE), ("", ONE), ("", TWO))
    assert [each.now.key for each in between(now, new).differences if each.now] == ["a2", "a0", "a1"]
    assert between(now, new).is_same


def test_a_paragraph_never_becomes_a_resolution() -> None:
    comparison = between([said("a", "2", TWO)], [said("r", "2", TWO, RESOLUTION)])
    assert told(comparison) == [("gone", "2", ""), ("new", "", "2")]
    assert str(comparison) == "1 passage changed", "it reads as one passage, and is two"


def test_another_stem_changes_a_resolution() -> None:
    now = said("a", "1", TWO, RESOLUTION, stem="Resolved - That the Committee:")
    new = said("r", "1", TWO, RESOLUTION, stem="Recommended - That the Committee:")
    (each,) = between([now], [new]).differences
    assert (each.change, each.runs) == (Change.CHANGED, ())


# --- items ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "new", "changes"),
    [
        (("33", "Online crime"), ("33", "Online crime"), ["same"]),
        (("33", "Online crime"), ("34", "Online crime"), ["changed"]),
        (("33", "Online crime"), ("33", "Crime online and its victims"), ["changed"]),
        (("33", "Online crime"), ("33", "Budget"), ["new", "gone"]),
    ],
)
def test_items_are_found_by_number_and_title_by_title_and_by_likeness(
    now: tuple[str, str], new: tuple[str, str], changes: list[str]
) -> None:
    old, fresh = (Matter(key, *each) for key, each in (("33", now), ("i0", new)))
    assert [str(item.change) for item in compare([old], [fresh]).items] == changes


def test_an_item_is_found_by_what_the_councils_system_calls_it() -> None:
    now = [an_item(said("a", "1", ONE), external_id="7", title="One"), Matter("34", "34", "Two", external_id="8")]
    new = [Matter("i0", "33", "One", external_id="8"), an_item(said("p", "1", ONE), key="i1", external_id="7")]
    pairs = [(each.now.key, each.new.key) for each in compare(now, new).items if each.now and each.new]
    assert pairs == [("34", "i0"), ("33", "i1")]


def test_an_item_whose_words_stay_is_the_same_under_another_name() -> None:
    passages = texts("a", ("1", ONE), ("2", TWO))
    comparison = compare(
        [an_item(*passages)], [an_item(*texts("p", ("1", ONE), ("2", TWO)), key="i0", number="9", title="The internet")]
    )
    assert [str(item.change) for item in comparison.items] == ["changed"]
    assert told(comparison) == [("same", "1", "1"), ("same", "2", "2")]


def test_an_agenda_text_that_is_not_repeated_stays() -> None:
    now = Matter("33", "33", "Online crime", "The Committee is asked to examine it.")
    assert compare([now], [Matter("i0", "33", "Online crime")]).is_same


def test_a_paragraph_that_goes_to_another_item_has_moved() -> None:
    now = [an_item(*texts("a", ("33.1", ONE), ("33.2", TWO))), an_item(key="34", number="34", title="Libraries")]
    new = [
        an_item(said("p0", "33.1", ONE), key="i0"),
        an_item(said("p1", "34.1", TWO), key="i1", number="34", title="Libraries"),
    ]
    comparison = compare(now, new)
    assert told(comparison) == [("same", "33.1", "33.1"), ("moved", "33.2", "34.1")]
    assert comparison.differences[1].moved_from == "33"
    assert str(comparison) == "1 paragraph moved to another item"


def test_a_few_words_that_anybody_may_say_do_not_move() -> None:
    now = [an_item(said("a", "33.2", "Noted.")), an_item(key="34", number="34", title="Libraries")]
    new = [an_item(key="i0"), an_item(said("p", "34.1", "Noted."), key="i1", number="34", title="Libraries")]
    assert told(compare(now, new)) == [("gone", "33.2", ""), ("new", "", "34.1")]


# --- what a clerk knows better ----------------------------------------------------------------------------------------


def test_a_clerk_says_which_passage_it_is_now() -> None:
    now, new = [an_item(said("a", "33.2", TWO))], [an_item(said("p", "33.7", "Nobody spoke."), key="i0")]
    assert told(compare(now, new, {"a": "p"})) == [("changed", "33.2", "33.7")]


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({"z": "p"}, "A passage that you chose is not there any more: look at the page again."),
        ({"a": "z"}, "A passage that you chose is not there any more: look at the page again."),
        ({"a": "r"}, "A paragraph cannot become a resolution, nor a resolution a paragraph."),
        ({"a": "p", "b": "p"}, "Two passages cannot become the same one: choose another for one of them."),
    ],
)
def test_what_cannot_be_is_refused(pairs: dict[str, str], message: str) -> None:
    now = [an_item(*texts("", ("1", ONE)), said("a", "2", TWO), said("b", "3", THREE))]
    new = [an_item(said("p", "1", "Nobody spoke."), said("r", "1", ONE, RESOLUTION), key="i0")]
    with pytest.raises(CannotPair) as refused:
        compare(now, new, pairs)
    assert str(refused.value) == message


# --- whatever the minutes ---------------------------------------------------------------------------------------------

SAID = ("noted", "agreed", "the", "report", "schools", "asked", "members", "of", "libraries")
WORDS = st.lists(st.sampled_from(SAID), max_size=9)
PASSAGES = st.lists(
    st.tuples(st.sampled_from(["", "1", "2", "3", "33.4"]), WORDS.map(" ".join), st.booleans()), max_size=7
)
MINUTES = st.lists(st.tuples(st.sampled_from(["33", "34", ""]), st.sampled_from(["A", "B", "C"]), PASSAGES), max_size=4)
Drawn = list[tuple[str, str, list[tuple[str, str, bool]]]]


def drawn(minutes: Drawn, prefix: str) -> list[Matter]:
    found = []
    for place, (number, title, passages) in enumerate(minutes):
        rows = [
            said(f"{prefix}{place}-{n}", number, text, RESOLUTION if is_resolution else "paragraph")
            for n, (number, text, is_resolution) in enumerate(passages)
        ]
        found.append(an_item(*rows, key=f"{prefix}{place}", number=number, title=title))
    return found


@given(MINUTES, MINUTES)
def test_applied_to_the_old_minutes_the_difference_gives_the_new_ones(one: Drawn, other: Drawn) -> None:
    now, new = drawn(one, "a"), drawn(other, "p")
    comparison = compare(now, new)
    for sort in ("paragraphs", "resolutions"):
        rows = [(item.new.key, getattr(item, sort)) for item in comparison.items if item.new]
        applied = [(key, [each.new for each in differences if each.new]) for key, differences in rows]
        assert applied == [(matter.key, list(getattr(matter, sort))) for matter in new]


@given(MINUTES, MINUTES)
def test_every_passage_stands_in_one_difference(one: Drawn, other: Drawn) -> None:
    now, new = drawn(one, "a"), drawn(other, "p")
    differences = compare(now, new).differences
    for matters, sides in ((now, [each.now for each in differences]), (new, [each.new for each in differences])):
        counts = Counter(passage.key for passage in sides if passage)
        assert counts == Counter(passage.key for matter in matters for passage in matter.passages)


@given(MINUTES, MINUTES)
def test_the_words_of_a_difference_are_those_of_both_sides(one: Drawn, other: Drawn) -> None:
    for each in compare(drawn(one, "a"), drawn(other, "p")).differences:
        if each.now and each.new and each.runs:
            assert words_of(each, Mark.ADDED) == each.now.text.split()
            assert words_of(each, Mark.REMOVED) == each.new.text.split()


def words_of(difference: Difference, without: Mark) -> list[str]:
    return " ".join(run.text for run in difference.runs if run.mark is not without).split()


@given(MINUTES)
def test_minutes_do_not_differ_from_themselves(minutes: Drawn) -> None:
    assert compare(drawn(minutes, "a"), drawn(minutes, "p")).is_same


@given(MINUTES, MINUTES)
def test_a_comparison_is_kept_and_shown_again(one: Drawn, other: Drawn) -> None:
    comparison = compare(drawn(one, "a"), drawn(other, "p"))
    again = Comparison.from_json(comparison.as_json())
    assert again.differences == comparison.differences
    assert str(again) == str(comparison)


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_likeness_is_nothing_to_everything(one: list[str], other: list[str]) -> None:
    first, second = features(" ".join(one)), features(" ".join(other))
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, first) == (1 if one else 0)


# --- fast -------------------------------------------------------------------------------------------------------------


def test_a_long_text_is_compared_sentence_by_sentence() -> None:
    sentences = [f"Member {n} asked for figure {n} of the report on libraries." for n in range(2000)]
    changed = [*sentences[:700], "Nobody spoke.", *sentences[701:1500], *sentences[1501:]]
    began = time.process_time()
    found = runs(" ".join(sentences), " ".join(changed))
    assert time.process_time() - began < 2
    assert [run.text for run in found if run.mark is Mark.ADDED] == ["Nobody spoke."]
    assert len([run for run in found if run.mark is Mark.REMOVED]) == 2


def test_sentences_that_all_say_the_same_in_another_order_take_no_time() -> None:
    began = time.process_time()
    found = runs("It was. " * 3000 + "It is. " * 3000 + "Agreed.", "It is. It was. " * 3000 + "Agreed.")
    assert time.process_time() - began < 2
    assert [(run.mark, len(run.text.split())) for run in found] == [
        (Mark.KEPT, 1),
        (Mark.REMOVED, 11_999),
        (Mark.ADDED, 11_999),
        (Mark.KEPT, 1),
    ]


def test_paragraphs_that_all_say_the_same_in_another_order_take_no_time() -> None:
    now = [said(f"a{n}", "", ONE if n < 2000 else TWO) for n in range(4000)]
    new = [said(f"p{n}", "", (ONE, TWO)[n % 2]) for n in range(4000)]
    began = time.process_time()
    comparison = between(now, new)
    assert time.process_time() - began < 3
    assert len(comparison.of(Change.SAME)) == 4000


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_pairs_in_step_are_equal_and_do_not_cross(now: list[int], new: list[int]) -> None:
    pairs = in_step(now, new)
    assert all(now[i] == new[j] for i, j in pairs)
    assert pairs == sorted(pairs)
    assert len({j for _, j in pairs}) == len(pairs) == len({i for i, _ in pairs})
    assert in_step(now, now) == [(n, n) for n in range(len(now))]


def test_effort_is_spent_once() -> None:
    effort = Effort(steps=8)
    assert effort.allows("ab", "bc")
    assert not effort.allows("ab", "bc")
    assert effort.allows("ab", "cd")


def test_four_hundred_paragraphs_that_all_changed_take_no_time() -> None:
    now = [said(f"a{n}", f"33.{n}", f"Member {n} asked for {n * 7} figures. {ONE} {TWO} {THREE}") for n in range(400)]
    new = [said(f"p{n}", f"34.{n}", each.text.replace("figures", "numbers")) for n, each in enumerate(now)]
    began = time.process_time()
    comparison = between(now, new)
    assert time.process_time() - began < 3
    assert len(comparison.of(Change.CHANGED)) == 400
    assert all(each.now and each.new and each.now.key[1:] == each.new.key[1:] for each in comparison.differences)
