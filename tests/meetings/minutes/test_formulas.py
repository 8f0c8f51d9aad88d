"""House formulas: each compiles by itself, brings its word with it, and does what its list says."""

import re
from collections.abc import Sequence

import pytest

from meetings.minutes import exclusions, formulas, furniture, prose, undertakings, words
from meetings.minutes.seeking import first_words
from meetings.minutes.stems import announces_decisions, is_stem_line, runs_on, split_stem

LISTS = {
    name: value
    for data in (exclusions, formulas, furniture, prose, undertakings)
    for name, value in vars(data).items()
    if name.isupper() and isinstance(value, tuple)
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_formula_compiles_by_itself(name: str) -> None:
    for formula in LISTS[name]:
        assert re.compile(formula[0] if isinstance(formula, tuple) else formula)


def test_what_belongs_to_the_page_is_written_in_small_letters() -> None:
    """A line is made small before it is compared with all of them at once: a capital would never match."""
    assert [pattern for pattern, _ in furniture.FURNITURE if re.search(r"(?<!\\)[A-Z]", pattern)] == []


@pytest.mark.parametrize(
    ("patterns", "words"),
    [
        (prose.PROSE_DECISIONS, prose.PROSE_WORDS),
        (formulas.MOTION_OPENINGS, formulas.MOTION_WORDS),
        (formulas.VOTES, formulas.VOTE_WORDS),
        (formulas.ROLL_CALLS, formulas.ROLL_CALL_WORDS),
    ],
)
def test_every_formula_has_its_word_in_the_list_that_lets_it_be_sought(
    patterns: Sequence[str], words: Sequence[str]
) -> None:
    without = [pattern for pattern in patterns if not any(word in pattern.lower() for word in words)]
    assert without == []


@pytest.mark.parametrize("formula", undertakings.IMPLIED_ACTIONS)
def test_every_formula_of_an_action_begins_with_a_word(formula: str) -> None:
    assert all(word.isalpha() for word in first_words(formula))


@pytest.mark.parametrize(
    "mark",
    [
        "Action", "Agreed action", "Further actions", "Follow-up action", "Key actions", "New action", "AP 3", "To do",
        "Officers to action", "Matters for action", "Items for action", "Points for action", "For action by",
        "To be actioned", "Actions and information", "Camau gweithredu", "Gweithredu", "Camau i’w cymryd",
    ],
)  # fmt: skip
def test_a_mark_of_an_action_begins_with_two_letters_that_are_known(mark: str) -> None:
    assert words.ACTION_LINE.match(f"{mark}: write to the school")
    assert mark[:2].lower() in undertakings.ACTION_BEGINNINGS


def test_a_formula_that_begins_with_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with no word"):
        first_words(r"(?:to )?send")


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED: That the Committee:-",
        "RESOLVED: That –",
        "Resolved – That the Committee:",
        "Resolved:",
        "RESOLVED that:",
        "RESOLVED, that:",
        "RECOMMENDED – T H A T",
        "RECOMMENDED to Cabinet:",
        "It was agreed that:",
        "It was unanimously RESOLVED:",
        "AGREED:",
        "The Committee agreed:",
        "The following was agreed:",
        "RESOLUTION:",
        "Penderfynwyd:",
        "Resolved that the Cabinet be asked to:",
    ],
)
def test_a_stem_waits(line: str) -> None:
    assert is_stem_line(line)


@pytest.mark.parametrize(
    "line", ["Recommendations", "Agreed with the Chair that this was so", "Resolution", "Members:", "Decision"]
)
def test_what_waits_for_nothing_is_no_stem(line: str) -> None:
    assert not is_stem_line(line)


@pytest.mark.parametrize(
    ("line", "decided"),
    [
        ("RESOLVED that the report be noted.", "that the report be noted."),
        ("RESOLVED – That the report be noted.", "That the report be noted."),
        ("RESOLVED:That the report be noted.", "That the report be noted."),
        ("UNANIMOUSLY RESOLVED that the minutes be signed.", "that the minutes be signed."),
        ("RECOMMENDED – T H A T the plan be kept.", "That the plan be kept."),
        ("It was RESOLVED that Cllr Fox be Chair.", "that Cllr Fox be Chair."),
        ("The Board RESOLVED to note the report.", "The Board RESOLVED to note the report."),
        ("It was PROPOSED by Cllr A, SECONDED by Cllr B and RESOLVED that it be paid.", "that it be paid."),
        ("It was proposed by Cllr Fox and resolved to go into closed session.", "to go into closed session."),
        ("AGREED that the plan be kept.", "that the plan be kept."),
        ("Agreed: the plan be kept.", "the plan be kept."),
    ],
)
def test_a_stem_is_parted_from_what_was_decided(line: str, decided: str) -> None:
    parted = split_stem(line)
    assert parted is not None
    assert parted[1] == decided


@pytest.mark.parametrize("line", ["Agreed with the Chair.", "The report was noted.", "Resolved", "He resolved to go."])
def test_a_sentence_without_a_formula_is_not_parted(line: str) -> None:
    assert split_stem(line) is None


def test_a_sentence_that_runs_into_its_resolution() -> None:
    assert runs_on("After further discussion it was")
    assert runs_on("It was moved by Councillor Fox, seconded by Councillor Hay and")
    assert not runs_on("a presentation on one area of the plan; and")


def test_a_paragraph_that_announces_decisions() -> None:
    assert announces_decisions("The officer spoke. The following was agreed:")
    assert not announces_decisions("The officer made the following points:")
