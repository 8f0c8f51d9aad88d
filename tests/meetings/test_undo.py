"""Corrections are taken back one press after the other, and the copy is then exactly as it was."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from meetings.actions.bringing_in import (
    AlreadyRecorded,
    ChangedMeanwhile,
    correct_blocks,
    version,
    working_copy,
)
from meetings.actions.steps import MOST, Step, last_step
from meetings.actions.undoing import NothingToUndo, undo_correction
from meetings.minutes.editing import join_above, leave_out
from meetings.minutes.splicing import Splice, spliced, splices
from meetings.models import SourceDocument
from tests.cast import Cast
from tests.meetings.sample import a_source, recorded
from tests.meetings.working_copy import blocks, form_of, piece

Press = Callable[..., str]


@pytest.fixture
def press(dev: Client, source: SourceDocument) -> Press:
    """Presses a button of the page, with what was typed; gives where that leads."""

    def press(typed: dict[str, str] | None = None, **button: object) -> str:
        return dev.post(source.get_absolute_url(), form_of(source, **(typed or {})) | button)["Location"]

    return press


def rows(source: SourceDocument) -> list[object]:
    source.refresh_from_db()
    return list(source.blocks)


def told(dev: Client, source: SourceDocument) -> str:
    """What the button says would be taken back."""
    return str(dev.get(source.get_absolute_url()).context["undo"])


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ("join", "joined piece {n} with the one above"),
        ("leave_out", "left out piece {n}"),
        ("resolution", "marked piece {n} as resolution"),
        ("action", "marked piece {n} as action"),
    ],
)
def test_the_button_says_what_it_takes_back_and_does(
    dev: Client, source: SourceDocument, press: Press, button: str, words: str
) -> None:
    before, n = rows(source), piece(source, "Members asked")
    press(**{button: n})
    assert rows(source) != before
    assert told(dev, source) == words.format(n=n)
    page = dev.get(source.get_absolute_url()).content.decode()
    assert f'<button type="submit" name="undo" value="yes" class="button quiet small">Undo: {words.format(n=n)}' in page
    where = press(undo="yes")
    assert where == f"{source.get_absolute_url()}#block-{n - (button == 'join')}"
    assert rows(source) == before
    assert source.undo == []
    assert told(dev, source) == ""


def test_what_was_typed_is_a_step_of_its_own(dev: Client, source: SourceDocument, press: Press) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    before = rows(source)
    press({f"text_{other}": "The Head of Libraries spoke."}, join=n)
    assert told(dev, source) == f"joined piece {n} with the one above"
    press(undo="yes")
    assert told(dev, source) == f"changed piece {other}"
    assert blocks(source)[other - 1].text == "The Head of Libraries spoke."
    press(undo="yes")
    assert rows(source) == before


def test_what_is_typed_elsewhere_stays_when_something_is_taken_back(
    dev: Client, source: SourceDocument, press: Press
) -> None:
    """The page has typed words below and above the join that is taken back."""
    n = piece(source, "Members asked")
    before = rows(source)
    press(join=n)
    above, below = piece(source, "Online crime"), piece(source, "The Head of Libraries")
    press({f"text_{above}": "Crime online", f"text_{below}": "The Head spoke."}, undo="yes")
    texts = [block.text for block in blocks(source)]
    assert texts[above - 1] == "Crime online"
    assert texts[below] == "The Head spoke."
    assert texts[n - 1].startswith("Members asked")
    assert told(dev, source) == "changed 2 pieces"
    press(undo="yes")
    assert rows(source) == before


def test_words_typed_into_what_is_taken_back_are_told(dev: Client, source: SourceDocument, press: Press) -> None:
    n = piece(source, "Members asked")
    press(join=n)
    where = press({f"text_{n - 1}": "My own words."}, undo="yes")
    page = dev.get(where).content.decode()
    assert "What you had typed there is taken back too: “My own words.”" in page


def test_nothing_to_take_back_keeps_what_was_typed(dev: Client, source: SourceDocument, press: Press) -> None:
    n = piece(source, "Members asked")
    where = press({f"text_{n}": "Members spoke."}, undo="yes")
    assert "There is nothing to take back." in dev.get(where).content.decode()
    assert blocks(source)[n - 1].text == "Members spoke."


def test_every_step_leads_back_to_the_beginning(dev: Client, source: SourceDocument, press: Press) -> None:
    copies = [rows(source)]
    n = piece(source, "The Cabinet Member")
    for button in (
        {"leave_out": n},
        {"take_in": n},
        {"split": n, "cut": "35"},
        {"join": n + 1},
        {"give": "heading", "marked": [n, n + 1]},
        {"resolution": n + 2},
    ):
        press(**button)
        copies.append(rows(source))
    assert len({json.dumps(copy) for copy in copies}) == 6, "taking in again is as before leaving out"
    for copy in copies[-2::-1]:
        press(undo="yes")
        assert rows(source) == copy
    assert source.undo == []


def test_another_window_does_not_confuse_it(dev: Client, source: SourceDocument, press: Press) -> None:
    n = piece(source, "Members asked")
    old_page = form_of(source)
    press(join=n)
    now = rows(source)
    answer = dev.post(source.get_absolute_url(), old_page | {"undo": "yes"})
    assert "changed in another window" in answer.content.decode()
    assert rows(source) == now
    press(undo="yes")
    assert told(dev, source) == ""


def test_a_copy_that_changed_without_a_step_is_left_alone(
    dev: Client, cast: Cast, source: SourceDocument, press: Press
) -> None:
    press(join=piece(source, "Members asked"))
    source.refresh_from_db()
    source.blocks = source.blocks[:-1]
    source.save()
    now = rows(source)
    assert told(dev, source) == ""
    with pytest.raises(NothingToUndo):
        undo_correction(source)
    press(undo="yes")
    assert rows(source) == now


def test_it_is_refused_once_the_minutes_are_recorded(dev: Client, cast: Cast) -> None:
    source = recorded(cast.dev).sources.get()
    with pytest.raises(AlreadyRecorded):
        undo_correction(source)
    answer = dev.post(source.get_absolute_url(), {"undo": "yes", "version": version(source)}, follow=True)
    assert answer.redirect_chain == [(reverse("meetings:source", args=[source.key]), 302)]
    assert "“minutes.txt” was recorded already." in answer.content.decode()


def test_it_refuses_another_version(cast: Cast, source: SourceDocument) -> None:
    correct_blocks(source, blocks=leave_out(working_copy(source), 0))
    with pytest.raises(ChangedMeanwhile):
        undo_correction(source, seen="0123456789abcdef")


def test_only_the_last_are_remembered_and_each_is_small(cast: Cast) -> None:
    text = "Roads\n\nMinutes:\n\n" + "\n\n".join(f"1.{n} Members met." for n in range(1, 200))
    source = a_source(cast.dev, text)
    for n in range(MOST + 3):
        copy = working_copy(source)
        correct_blocks(source, blocks=join_above(copy, len(copy) - 2), told=f"join {n}")
    source.refresh_from_db()
    assert [row["told"] for row in source.undo] == [f"join {n}" for n in range(3, MOST + 3)]
    assert {len(change["put"]) for row in source.undo for change in row["changes"]} == {2}
    for _ in range(MOST):
        undo_correction(source)
    with pytest.raises(NothingToUndo):
        undo_correction(source)


def test_what_changed_nothing_is_no_step(cast: Cast, source: SourceDocument) -> None:
    correct_blocks(source, blocks=working_copy(source))
    assert source.undo == []
    assert last_step(source, working_copy(source)) is None


def test_a_step_survives_the_database(source: SourceDocument) -> None:
    before = working_copy(source)
    step = Step.between(before, leave_out(before, 3), told="left out piece 4")
    again = Step.from_json(json.loads(json.dumps(step.as_json())))
    assert again == step
    assert again.place == 3
    assert again.taken_back(leave_out(before, 3)) == before


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", []),
        ("abcdef", "aXcdYf", [Splice(4, 1, ("Y",)), Splice(1, 1, ("X",))]),
        ("abcd", "abd", [Splice(2, 1, ())]),
        ("abd", "abcd", [Splice(2, 0, ("c",))]),
        ("", "ab", [Splice(0, 0, ("a", "b"))]),
        ("abcd", "aMd", [Splice(1, 2, ("M",))]),
    ],
)
def test_a_change_is_said_briefly(before: str, after: str, expected: list[Splice[str]]) -> None:
    assert list(splices(before, after)) == expected
    assert "".join(spliced(before, splices(before, after))) == after
