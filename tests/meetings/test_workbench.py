"""What the clerk does with pieces by a button: one, several, split at a cursor; and what the page's script is told."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.actions.bringing_in import working_copy
from meetings.actions.refusals import WrongStage
from meetings.actions.understood import dismiss_before_recording, mark_of, take_back_before_recording
from meetings.minutes import Kind
from meetings.models import Paragraph, SourceDocument, SuggestedAction
from tests.cast import Cast
from tests.meetings.sample import TEXT, a_source, recorded
from tests.meetings.test_record_private import PRIVATE
from tests.meetings.working_copy import blocks, form_of, piece

ASKED = "Members asked for a list of schools that have not signed up, by division."


Press = Callable[..., Any]


@pytest.fixture
def press(dev: Client, source: SourceDocument) -> Press:
    """Presses a button of the page with all its fields, as without a script."""
    return lambda **button: dev.post(source.get_absolute_url(), form_of(source) | button)


@pytest.fixture
def ask(dev: Client, source: SourceDocument) -> Press:
    """Presses as the script does: only what was typed, and the button."""

    def ask(typed: dict[str, str] | None = None, **button: object) -> Any:
        given = form_of(source)
        sent = {"version": given["version"]} | (typed or {}) | button
        return dev.post(source.get_absolute_url(), sent, headers={"accept": "application/json"})

    return ask


def errors(answer: Any) -> list[str]:
    return re.findall(r'<p class="errorlist" id="error-text-(\d+)">', answer.content.decode())


# -- buttons


@pytest.mark.parametrize(("button", "kind"), [("resolution", Kind.RESOLUTION), ("action", Kind.ACTION)])
def test_one_button_makes_a_resolution_or_an_action(
    source: SourceDocument, press: Press, button: str, kind: Kind
) -> None:
    n = piece(source, "Members asked")
    assert press(**{button: n})["Location"] == f"{source.get_absolute_url()}#block-{n}"
    made = blocks(source)[n - 1]
    assert (made.kind, made.number, made.text) == (kind, "33.2", ASKED)


@pytest.mark.parametrize(
    ("give", "kinds"),
    [("bullet", ["bullet"] * 2), ("inner_bullet", ["bullet"] * 2), ("left_out", ["left_out"] * 2)],
)
def test_several_pieces_are_given_one_kind(source: SourceDocument, press: Press, give: str, kinds: list[str]) -> None:
    n = piece(source, "The Cabinet Member")
    press(give="chosen", run_kind=give, marked=[n, n + 1])
    given = blocks(source)[n - 1 : n + 1]
    assert [str(block.kind) for block in given] == kinds
    assert [block.level for block in given] == [{"bullet": 1, "inner_bullet": 2}.get(give, 0)] * 2
    assert {block.reason for block in given} == {"left out by the clerk" if give == "left_out" else ""}


@pytest.mark.parametrize(
    "button",
    [
        {"give": "chosen", "run_kind": "poem", "marked": "3"},
        {"give": "poem", "marked": "3"},
        {"give": "bullet"},
        {"give": "bullet", "marked": "x"},
        {"marked": "3"},
    ],
)
def test_what_makes_no_sense_changes_nothing(source: SourceDocument, press: Press, button: dict[str, str]) -> None:
    before = blocks(source)
    assert press(**button).status_code == 302
    assert blocks(source) == before


@pytest.mark.parametrize("button", [{"resolution": "999"}, {"give": "bullet", "marked": "999"}, {"take_in": "0"}])
def test_a_piece_that_is_not_there_is_told(source: SourceDocument, press: Press, button: dict[str, str]) -> None:
    before = blocks(source)
    answer = press(**button)
    assert "There is no such piece any more: look at the page again." in answer.content.decode()
    assert blocks(source) == before


@pytest.mark.parametrize("kind", ["paragraph", "bullet", "resolution", "item"])
def test_taking_in_again_is_as_it_was_before(source: SourceDocument, press: Press, kind: str) -> None:
    n = piece(source, "The Cabinet Member")
    press(give=kind, marked=n)
    before = blocks(source)
    press(leave_out=n)
    assert (blocks(source)[n - 1].kind, blocks(source)[n - 1].reason) == (Kind.LEFT_OUT, "left out by the clerk")
    press(take_in=n)
    assert blocks(source) == before


def test_what_the_reader_left_out_is_taken_in_as_a_paragraph(source: SourceDocument, press: Press) -> None:
    n = next(n for n, block in enumerate(blocks(source), 1) if block.kind is Kind.LEFT_OUT)
    press(take_in=n)
    assert (blocks(source)[n - 1].kind, blocks(source)[n - 1].reason) == (Kind.PARAGRAPH, "")


@pytest.mark.parametrize("button", ["join", "split"])
def test_the_tools_join_or_split_the_one_that_is_ticked(source: SourceDocument, press: Press, button: str) -> None:
    n = piece(source, "Members asked")
    before = blocks(source)
    answer = press(**{button: "marked"}, marked=[n, n + 1])
    assert errors(answer) == [str(n)]
    assert "You have ticked several pieces: tick the one to join" in answer.content.decode()
    assert blocks(source) == before
    if button == "join":
        assert press(join="marked", marked=[n])["Location"].endswith(f"#block-{n - 1}")
        assert len(blocks(source)) == len(before) - 1


def test_a_button_opens_pieces_and_keeps_what_was_typed(dev: Client, source: SourceDocument) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    sent = form_of(source, **{f"text_{other}": "The Head spoke."})
    answer = dev.post(source.get_absolute_url(), sent | {"edit": str(n)})
    assert answer["Location"] == f"{source.get_absolute_url()}?edit={n}#block-{n}"
    assert fields_shown(dev, answer["Location"]) == [str(n)]
    assert blocks(source)[other - 1].text == "The Head spoke."
    ticked = {"edit": "marked", "marked": [str(n), str(other)], "held_on": "2026-03-10"}
    answer = dev.post(source.get_absolute_url(), form_of(source) | ticked)
    assert answer["Location"] == f"{source.get_absolute_url()}?held_on=2026-03-10&edit={n}&edit={other}#block-{n}"
    assert fields_shown(dev, answer["Location"]) == [str(n), str(other)]
    answer = dev.post(source.get_absolute_url(), form_of(source) | {"close": str(n)})
    assert answer["Location"] == f"{source.get_absolute_url()}#block-{n}"
    assert fields_shown(dev, answer["Location"]) == []


def test_where_something_is_wrong_all_that_was_typed_stays_open(source: SourceDocument, press: Press) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    answer = press(**{f"text-{n}": "", f"text-{other}": "The Head spoke."})
    assert re.findall(r'<textarea id="text-(\d+)"', shown(answer)) == [str(n), str(other)]
    assert "The Head spoke.</textarea>" in shown(answer)


@pytest.mark.parametrize("button", [{"give": "left_out"}, {"join": "marked"}, {"edit": "marked"}, {"split": "marked"}])
def test_a_tool_without_a_ticked_piece_says_what_to_do(
    dev: Client, source: SourceDocument, press: Press, button: dict[str, str]
) -> None:
    before = blocks(source)
    press(**button)
    told = "Tick the pieces first, in front of them; then press what is to be done with them."
    assert told in dev.get(source.get_absolute_url()).content.decode()
    assert blocks(source) == before


def shown(answer: Any) -> str:
    """The pieces of the page, without the template that its script makes fields from."""
    return str(answer.content.decode().partition("<template")[0])


def fields_shown(dev: Client, address: str) -> list[str]:
    return re.findall(r'<textarea id="text-(\d+)"', shown(dev.get(address)))


def test_a_split_at_the_cursor(source: SourceDocument, press: Press) -> None:
    n = piece(source, "The Cabinet Member")
    press(split=n, cut="38")
    first, second = blocks(source)[n - 1 : n + 1]
    assert (first.text, second.text) == ("The Cabinet Member introduced the item", "and thanked the partners.")


@pytest.mark.parametrize("cut", ["0", "500"])
def test_a_cursor_at_an_end_splits_nothing(source: SourceDocument, press: Press, cut: str) -> None:
    before, n = blocks(source), piece(source, "The Cabinet Member")
    answer = press(split=n, cut=cut)
    assert "Put the cursor where the second piece begins, then split." in answer.content.decode()
    assert errors(answer) == [str(n)]
    assert blocks(source) == before


def test_a_title_that_would_be_too_long_says_so(dev: Client, cast: Cast) -> None:
    source = a_source(cast.dev, TEXT.replace("introduced the item", "spoke of " + "roads and " * 60))
    n = piece(source, "The Cabinet Member")
    answer = dev.post(source.get_absolute_url(), form_of(source) | {"give": "item", "marked": str(n)})
    assert "A title has at most 500 characters: split it first." in answer.content.decode()


def test_enter_in_a_field_keeps_and_does_nothing_else(dev: Client, source: SourceDocument, press: Press) -> None:
    """A browser presses the first button of a form for whoever presses Enter in a field."""
    press(leave_out=3)
    page = dev.get(source.get_absolute_url()).content.decode()
    form = page[page.index("data-desk") :]
    first = re.search(r"<button type=\"submit\"[^>]*>", form)
    assert first is not None
    assert "name=" not in first[0]


def test_the_items_are_listed_to_jump_to(dev: Client, source: SourceDocument) -> None:
    page = dev.get(source.get_absolute_url()).content.decode()
    n = piece(source, "Library opening hours")
    assert "<summary>Items (2)</summary>" in page
    assert f'<a href="#block-{n}"><span class="number">34</span>Library opening hours</a>' in page


def test_a_caution_stands_at_its_piece_too(dev: Client, cast: Cast) -> None:
    source = a_source(cast.dev, TEXT.replace("33.2 Members", "33.7 Members"))
    n = piece(source, "Members asked")
    page = dev.get(source.get_absolute_url()).content.decode()
    assert f'number 33.7 follows 33.1. <a href="#block-{n}">Piece {n}</a>' in page
    assert '<span class="piece-caution">number 33.7 follows 33.1.</span>' in page
    assert len(re.findall(r"<li [^>]*data-unsure", page)) == len([c for c in source.cautions if c["line"]])


# -- suggestions before recording


def test_a_dismissed_suggestion_is_not_made_when_it_is_recorded(dev: Client, cast: Cast, press: Press) -> None:
    source = SourceDocument.objects.get()
    page = dev.get(source.get_absolute_url()).content.decode()
    assert f'name="dismiss" value="{mark_of(ASKED)}"' in page
    assert "Found: 2 items, 5 paragraphs, 3 resolutions; 2 passages seem to ask for something" in page
    press(dismiss=mark_of(ASKED))
    page = dev.get(source.get_absolute_url()).content.decode()
    assert "1 passage seems to ask for something" in page
    assert f'name="take_back" value="{mark_of(ASKED)}"' in page
    fields = form_of(source) | {"new_name": "Panel", "new_prefix": "P", "new_slug": "p", "held_on": "2026-03-09"}
    dev.post(reverse("meetings:record", args=[source.key]), fields)
    assert list(SuggestedAction.objects.values_list("phrase", flat=True)) == ["shared with the committee"]


def test_a_dismissed_suggestion_is_taken_back(dev: Client, source: SourceDocument, press: Press) -> None:
    press(dismiss=mark_of(ASKED))
    press(take_back=mark_of(ASKED))
    source.refresh_from_db()
    assert source.dismissed == []
    assert "2 passages seem to ask" in dev.get(source.get_absolute_url()).content.decode()


def test_words_that_were_changed_since_are_suggested_again(dev: Client, source: SourceDocument, press: Press) -> None:
    press(dismiss=mark_of(ASKED))
    n = piece(source, "Members asked")
    dev.post(source.get_absolute_url(), form_of(source, **{f"text_{n}": "Members asked for a list of roads."}))
    assert "2 passages seem to ask" in dev.get(source.get_absolute_url()).content.decode()


def test_what_the_minutes_mark_as_an_action_is_not_dismissed(dev: Client, cast: Cast) -> None:
    source = a_source(cast.dev, TEXT.replace("by division.", "by division. [Action: PCP]"))
    text = next(ask.text for ask in dev.get(source.get_absolute_url()).context["asked"] if not ask.phrase)
    assert dismiss_before_recording(source, mark=mark_of(text)) is None
    assert source.dismissed == []


def test_once_recorded_it_is_settled_on_the_list_of_suggestions(cast: Cast) -> None:
    source = recorded(cast.dev).sources.get()
    with pytest.raises(WrongStage):
        dismiss_before_recording(source, mark=mark_of(ASKED))
    with pytest.raises(WrongStage):
        take_back_before_recording(source, mark=mark_of(ASKED))


def test_a_paragraph_marked_as_action_keeps_its_number_and_words(dev: Client, cast: Cast, press: Press) -> None:
    source = SourceDocument.objects.get()
    press(action=piece(source, "Members asked"))
    fields = form_of(source) | {"new_name": "Panel", "new_prefix": "P", "new_slug": "p", "held_on": "2026-03-09"}
    dev.post(reverse("meetings:record", args=[source.key]), fields)
    paragraph = Paragraph.objects.get(text__contains="asked for a list")
    assert (paragraph.number, paragraph.text, paragraph.anchor) == ("33.2", ASKED, "p33-2")
    action = SuggestedAction.objects.get(paragraph=paragraph)
    assert (action.is_marked, action.text) == (True, ASKED)


# -- what the script is told


def test_the_script_is_told_only_what_changed(source: SourceDocument, ask: Press) -> None:
    n = piece(source, "Members asked")
    told = ask(join=n).json()
    assert told["said"] == f"Joined piece {n} with the one above."
    assert told["piece"] == n - 1
    assert [(change["at"], change["gone"]) for change in told["changes"]] == [(n - 2, 2)]
    (html,) = [change["html"] for change in told["changes"]]
    assert re.findall(r'<li class="piece[^"]*" id="([^"]*)"', html) == [f"block-{n - 1}"]
    assert set(told["panels"]) == {"found", "cautions", "undo", "outline", "asked", "record"}
    assert all(f'id="{name}"' in html for name, html in told["panels"].items())
    assert "Found: 2 items, 4 paragraphs, 3 resolutions" in told["panels"]["found"]
    assert f"Undo: joined piece {n} with the one above" in told["panels"]["undo"]
    assert told["address"] == source.get_absolute_url()


def test_what_was_typed_comes_back_kept(source: SourceDocument, ask: Press) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    typed = {f"number-{other}": "34.1", f"kind-{other}": "paragraph", f"text-{other}": "The Head spoke."}
    told = ask(typed, resolution=n, held_on="2026-03-10", new_name="Roads Panel").json()
    assert [(change["at"], change["gone"]) for change in told["changes"]] == [(other - 1, 1), (n - 1, 1)]
    assert '<div class="piece-text">The Head spoke.</div>' in told["changes"][0]["html"]
    assert blocks(source)[other - 1].text == "The Head spoke."
    assert told["address"] == f"{source.get_absolute_url()}?new_name=Roads+Panel&held_on=2026-03-10"
    assert 'value="2026-03-10"' in told["panels"]["record"]


def test_a_piece_that_asks_no_more_is_shown_anew(source: SourceDocument, ask: Press) -> None:
    """Its words are the same, but what they seem to ask for is dismissed."""
    n = piece(source, "Members asked")
    told = ask(dismiss=mark_of(ASKED)).json()
    assert [(change["at"], change["gone"]) for change in told["changes"]] == [(n - 1, 1)]
    assert "seems to ask" not in told["changes"][0]["html"]
    assert told["said"] == f"Dismissed: {ASKED}"
    assert told["piece"] is None


def test_what_is_wrong_comes_back_with_its_error_and_nothing_is_kept(source: SourceDocument, ask: Press) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    before = blocks(source)
    told = ask({f"text-{n}": "", f"text-{other}": "Other words."}, join=n).json()
    assert told["said"] == f"Piece {n}: Write the wording, or choose “Left out” as its kind."
    assert (told["is_wrong"], told["piece"]) == (True, n)
    assert [(change["at"], change["gone"]) for change in told["changes"]] == [(n - 1, 1)]
    assert f'id="error-text-{n}"' in told["changes"][0]["html"]
    assert "data-typed" in told["changes"][0]["html"]
    assert blocks(source) == before


def test_an_outdated_page_is_told_to_send_all(dev: Client, source: SourceDocument, ask: Press, press: Press) -> None:
    press(leave_out=3)
    answer = ask(version="0123456789abcdef")
    assert (answer.status_code, answer.json()) == (409, {"is_outdated": True})


def test_once_recorded_the_script_is_sent_away(dev: Client, cast: Cast) -> None:
    source = recorded(cast.dev).sources.get()
    answer = dev.post(source.get_absolute_url(), {"undo": "yes"}, headers={"accept": "application/json"})
    assert answer["Location"] == reverse("meetings:source", args=[source.key])


def test_an_item_that_is_private_since_then_is_ticked(dev: Client, cast: Cast) -> None:
    """The page has not asked about it yet: nothing becomes public that nobody looked at."""
    source = a_source(cast.dev, PRIVATE)
    sent = {"version": form_of(source)["version"], "asks_exempt": "47 Another item", "exempt": ["47 Another item"]}
    told = dev.post(source.get_absolute_url(), sent, headers={"accept": "application/json"}).json()
    assert re.findall(r'name="exempt" value="([^"]*)"[^>]* checked', told["panels"]["record"]) == [
        "48 The contract for alarms"
    ]


def test_only_clerks_are_answered(client: Client, cast: Cast, source: SourceDocument) -> None:
    before = working_copy(source)
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        answer = client.post(
            source.get_absolute_url(), form_of(source) | {"leave_out": "3"}, headers={"accept": "application/json"}
        )
        assert answer.status_code == 403
    assert blocks(source) == before


def test_a_long_list_of_suggestions_is_cut_short(dev: Client, cast: Cast) -> None:
    text = "Roads\n\nMinutes:\n\n" + "\n\n".join(f"1.{n} Members asked for a list of roads {n}." for n in range(1, 36))
    context = dev.get(a_source(cast.dev, text).get_absolute_url()).context
    assert (len(context["asked"]), context["not_shown"], context["tally"].suggestions) == (30, 5, 35)
