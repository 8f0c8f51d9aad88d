"""The clerk corrects what was understood: every button keeps all that was changed, and works without a script."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from meetings.actions.bringing_in import (
    AlreadyRecorded,
    ChangedMeanwhile,
    SourceWouldBeLost,
    correct_blocks,
    version,
    working_copy,
)
from meetings.minutes import Kind
from meetings.models import SourceDocument
from tests.cast import Cast
from tests.meetings.sample import HELD_ON, TEXT, a_source, recorded
from tests.meetings.working_copy import blocks, form_of, piece


def summary(answer: Any) -> list[str]:
    """What the error summary says."""
    found = re.search(r'<div class="error-summary".*?<ul>(.*?)</ul>', answer.content.decode(), re.DOTALL)
    return re.findall(r"<li>(?:<a [^>]*>)?(.*?)(?:</a>)?</li>", found[1], re.DOTALL) if found else []


def test_the_page_shows_the_source_beside_what_was_understood(dev: Client, source: SourceDocument) -> None:
    page = dev.get(source.get_absolute_url()).content.decode()
    n = piece(source, "Members asked for a list")
    block = blocks(source)[n - 1]
    assert f'<li id="line-{block.first_line}"><a href="#block-{n}"' in page
    assert f'id="block-{n}"' in page
    assert f'<a href="#line-{block.first_line}">Line {block.first_line}</a>' in page
    assert f'<span class="number">{block.number}</span>' in page
    assert f'name="number-{n}"' not in page, "only a piece that is edited shows its fields"
    assert f'name="number-{n}" value="33.2"' in dev.get(f"{source.get_absolute_url()}?edit={n}").content.decode()
    assert "seems to ask for something: “asked for a list”" in page
    assert "Found: 2 items, 5 paragraphs, 3 resolutions" in page


def test_committee_and_date_are_proposed_as_the_source_names_them(dev: Client, source: SourceDocument) -> None:
    form = dev.get(source.get_absolute_url()).context["form"]
    assert {name: form[name].value() for name in form.fields if form[name].value()} == {
        "new_name": "Safer Communities Committee",
        "new_prefix": "SCC",
        "new_slug": "scc",
        "held_on": HELD_ON,
    }


def test_cautions_stand_on_top_with_their_lines(dev: Client, cast: Cast) -> None:
    source = a_source(cast.dev, TEXT.replace("33.2 Members", "33.7 Members"))
    assert source.cautions
    line = source.cautions[0]["line"]
    assert f'<a href="#line-{line}">Line {line}</a>: ' in dev.get(source.get_absolute_url()).content.decode()


def test_number_kind_and_wording_are_changed(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "The Cabinet Member")
    before = blocks(source)
    changed = {f"number_{n}": "33.1A", f"kind_{n}": "heading", f"text_{n}": "Opening\r\n\r\nwords"}
    answer = dev.post(source.get_absolute_url(), form_of(source, **changed))
    assert answer["Location"] == source.get_absolute_url()
    after = blocks(source)
    assert (after[n - 1].number, after[n - 1].kind, after[n - 1].text) == ("33.1A", Kind.HEADING, "Opening\n\nwords")
    assert (*after[: n - 1], *after[n:]) == (*before[: n - 1], *before[n:])


def test_promoting_to_a_resolution_counts_it(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "The Head of Libraries")
    dev.post(source.get_absolute_url(), form_of(source, **{f"kind_{n}": "resolution"}))
    assert "4 paragraphs, 4 resolutions" in dev.get(source.get_absolute_url()).content.decode()


def test_joining_keeps_what_was_changed_elsewhere(dev: Client, source: SourceDocument) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    fields = form_of(source, **{f"text_{other}": "The Head of Libraries spoke."}) | {"join": str(n)}
    answer = dev.post(source.get_absolute_url(), fields)
    assert answer["Location"] == f"{source.get_absolute_url()}#block-{n - 1}"
    after = blocks(source)
    assert after[n - 2].text == (
        "The Cabinet Member introduced the item and thanked the partners. "
        "33.2 Members asked for a list of schools that have not signed up, by division."
    )
    assert after[other - 2].text == "The Head of Libraries spoke."


def test_splitting_where_the_clerk_put_an_empty_line(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "The Cabinet Member")
    text = "The Cabinet Member introduced the item\r\n\r\nand thanked the partners."
    answer = dev.post(source.get_absolute_url(), form_of(source, **{f"text_{n}": text}) | {"split": str(n)})
    assert answer["Location"] == f"{source.get_absolute_url()}#block-{n}"
    first, second = blocks(source)[n - 1 : n + 1]
    assert (first.number, first.text) == ("33.1", "The Cabinet Member introduced the item")
    assert (second.number, second.text, second.kind) == (None, "and thanked the partners.", Kind.PARAGRAPH)
    assert first.source + second.source == "33.1 The Cabinet Member introduced the item and thanked the partners."


def test_leaving_out_and_taking_back(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "The Cabinet Member")
    dev.post(source.get_absolute_url(), form_of(source) | {"leave_out": str(n)})
    left = blocks(source)[n - 1]
    assert (left.kind, left.reason) == (Kind.LEFT_OUT, "left out by the clerk")
    dev.post(source.get_absolute_url(), form_of(source, **{f"kind_{n}": "paragraph"}))
    back = blocks(source)[n - 1]
    assert (back.kind, back.reason, back.text) == (Kind.PARAGRAPH, "", left.text)


def test_what_was_chosen_of_the_meeting_stays_in_the_address(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "Members asked")
    chosen = {"new_name": "Roads Panel", "new_prefix": "RP", "held_on": "2026-03-10"}
    answer = dev.post(source.get_absolute_url(), form_of(source) | {"join": str(n)} | chosen)
    assert answer["Location"] == (
        f"{source.get_absolute_url()}?new_name=Roads+Panel&new_prefix=RP&held_on=2026-03-10#block-{n - 1}"
    )
    form = dev.get(answer["Location"]).context["form"]
    assert (form["new_name"].value(), form["held_on"].value()) == ("Roads Panel", "2026-03-10")


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("text", " ", "Write the wording, or choose “Left out” as its kind."),
        ("number", "3" * 31, "A number has at most 30 characters."),
        ("kind", "poem", "Choose a kind from the list."),
        ("text", "a\0b", "This holds a character that is not text: type it again."),
    ],
)
def test_a_wrong_row_says_what_to_do_and_keeps_every_field(
    dev: Client, source: SourceDocument, field: str, value: str, error: str
) -> None:
    n, other = piece(source, "Members asked"), piece(source, "The Head of Libraries")
    before = blocks(source)
    fields = form_of(source, **{f"{field}_{n}": value, f"text_{other}": "Other words."}) | {"join": str(other)}
    answer = dev.post(source.get_absolute_url(), fields)
    assert summary(answer) == [f"Piece {n}: {error}"]
    assert f'<p class="errorlist" id="error-{field}-{n}">{error}</p>' in answer.content.decode()
    assert "Other words.</textarea>" in answer.content.decode()
    assert blocks(source) == before


def test_a_title_that_is_too_long_is_refused(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "Online crime")
    answer = dev.post(source.get_absolute_url(), form_of(source, **{f"text_{n}": "x" * 501}))
    assert summary(answer) == [f"Piece {n}: A title has at most 500 characters: split it, or choose another kind."]


def test_splitting_without_an_empty_line_keeps_the_page(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "Members asked")
    other = piece(source, "The Head of Libraries")
    answer = dev.post(source.get_absolute_url(), form_of(source, **{f"text_{other}": "Other."}) | {"split": str(n)})
    assert summary(answer) == [f"Piece {n}: Put an empty line where the second piece begins, then split."]
    assert "Other.</textarea>" in answer.content.decode()


@pytest.mark.parametrize("value", ["0", "999", "x", "", "99999999999999999999"])
def test_a_button_for_a_piece_that_is_not_there_changes_nothing(
    dev: Client, source: SourceDocument, value: str
) -> None:
    before = blocks(source)
    assert dev.post(source.get_absolute_url(), form_of(source) | {"join": value}).status_code in (200, 302)
    assert blocks(source) == before


def test_a_page_that_is_out_of_date_is_not_kept_and_its_words_are_shown(dev: Client, source: SourceDocument) -> None:
    n = piece(source, "Members asked")
    old = form_of(source, **{f"text_{n}": "Members demanded a list."})
    dev.post(source.get_absolute_url(), form_of(source) | {"join": str(n)})
    now = blocks(source)
    answer = dev.post(source.get_absolute_url(), old)
    assert "changed in another window" in summary(answer)[0]
    assert "<pre>Members demanded a list.</pre>" in answer.content.decode()
    assert blocks(source) == now
    assert f'name="version" value="{version(source)}"' in answer.content.decode()


def test_a_long_document_is_one_form(dev: Client, cast: Cast) -> None:
    text = "Roads\n\nMinutes:\n\n" + "\n\n".join(
        f"1.{n} Members spoke of road {n} in the county." for n in range(1, 501)
    )
    source = a_source(cast.dev, text, "long.txt")
    assert len(blocks(source)) > 500
    n = piece(source, "Members spoke of road 500 ")
    assert dev.get(source.get_absolute_url()).status_code == 200
    answer = dev.post(source.get_absolute_url(), form_of(source) | {"join": str(n)})
    assert answer["Location"].endswith(f"#block-{n - 1}")
    assert blocks(source)[n - 2].text.endswith("road 500 in the county.")


def test_a_recorded_source_is_not_corrected_any_more(dev: Client, cast: Cast) -> None:
    meeting = recorded(cast.dev)
    source = meeting.sources.get()
    before = blocks(source)
    for answer in (
        dev.get(source.get_absolute_url()),
        dev.post(source.get_absolute_url(), form_of(source, text_1="No")),
    ):
        assert answer["Location"] == reverse("meetings:source", args=[source.key])
    assert blocks(source) == before


def test_the_action_itself_refuses_what_would_lose_something(cast: Cast, source: SourceDocument) -> None:
    before = blocks(source)
    with pytest.raises(SourceWouldBeLost):
        correct_blocks(source, blocks=before[1:])
    with pytest.raises(ChangedMeanwhile):
        correct_blocks(source, blocks=before, seen="0123456789abcdef")
    assert blocks(source) == before
    done = recorded(cast.dev, TEXT + "\n").sources.get()
    with pytest.raises(AlreadyRecorded):
        correct_blocks(done, blocks=working_copy(done))


@pytest.mark.parametrize("address", ["a", "0123456789abcdef", "0123456789ABCDEF"])
def test_an_address_of_no_source_is_not_found(dev: Client, source: SourceDocument, address: str) -> None:
    assert dev.get(reverse("meetings:preview", args=[address])).status_code == 404


def test_the_queries_do_not_grow_with_the_rows(
    dev: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for text in (TEXT, "Roads\n\nMinutes:\n\n" + "\n\n".join(f"1.{n} Members met." for n in range(1, 60))):
        address = a_source(cast.dev, text).get_absolute_url()
        with django_assert_num_queries(6):  # session, user, permissions of user and groups, source, committees
            dev.get(address + "?committee=scc")


def test_only_clerks_see_and_correct(client: Client, cast: Cast, source: SourceDocument) -> None:
    address = source.get_absolute_url()
    for method in (client.get, client.post):
        assert method(address)["Location"] == f"{reverse('sign_in')}?next={address}"
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.get(address).status_code == 403
        assert client.post(address, form_of(source, text_1="No")).status_code == 403
    assert blocks(source)[0].text == "Northmoor County Council"


def test_an_agenda_says_that_there_is_nothing_to_record(dev: Client, cast: Cast) -> None:
    source = a_source(cast.dev, "Roads Panel\n\n9 March 2026\n\n1. Apologies\n\n2. Bridges\n\n3. Next meeting\n")
    for n, block in enumerate(blocks(source), 1):
        if block.kind not in ("item", "left_out"):
            dev.post(source.get_absolute_url(), form_of(source) | {"leave_out": str(n)})
    page = dev.get(source.get_absolute_url()).content.decode()
    assert "Nothing is minuted in this." in page
    assert f'<a href="{reverse("meetings:discard_source", args=[source.key])}">throw it away</a>' in page
    other = a_source(cast.dev, name="other.txt")
    assert "Nothing is minuted in this." not in dev.get(other.get_absolute_url()).content.decode()
