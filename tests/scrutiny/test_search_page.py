"""The page of search results: what it says before, after and without a result, and what it costs."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from recommendations.choices import RecommendationKind
from tests.factories import a_paragraph, a_post, a_recommendation, a_resolution, an_item

pytestmark = pytest.mark.django_db


def page(client: Client, **asked: str) -> str:
    response = client.get(f"/search/?{urlencode(asked)}")
    assert response.status_code == 200
    return response.content.decode()


def test_what_was_typed_and_what_was_found_are_text_not_markup(client: Client) -> None:
    a_paragraph(text="<script>osprey</script>")
    shown = page(client, q="osprey <script>")
    assert "<script>osprey" not in shown
    assert "&lt;script&gt;" in shown


def test_before_anything_is_asked_the_page_says_how_to_ask(client: Client) -> None:
    shown = page(client)
    assert "Type some words, a reference such as “SSC (17/18) 01”" in shown
    assert "<title>Search – " in shown


def test_where_nothing_is_found_the_page_says_what_to_do_next(client: Client) -> None:
    shown = page(client, q="osprey")
    assert "Nothing was found for “osprey”" in shown
    assert "Look at the spelling, or use fewer words" in shown
    assert 'value="osprey"' in shown


def test_words_that_are_too_common_are_said_to_be(client: Client) -> None:
    assert "These words are too common to be looked for" in page(client, q="the of")


def test_of_a_very_long_question_the_page_says_how_much_was_read(client: Client) -> None:
    assert "Only the first 200 characters were read." in page(client, q="osprey " * 100)


def test_the_kinds_are_offered_with_how_many_there_are(client: Client) -> None:
    item = an_item()
    for _ in range(3):
        a_paragraph(item=item, text="Osprey.")
    shown = page(client, q="osprey", **{"in": "resolutions"})
    assert '<a href="?q=osprey">Everything (3)</a>' in shown
    assert '<a href="?q=osprey&amp;in=resolutions" aria-current="true">Resolutions (0)</a>' in shown
    assert '<a href="?q=osprey&amp;in=items">Agenda items (0)</a>' in shown
    assert '<a href="?q=osprey&amp;in=paragraphs">Minutes (3)</a>' in shown
    assert "Nothing of this kind." in shown
    assert '<input type="hidden" name="in" value="resolutions">' in shown


def test_agenda_items_alone_lead_to_their_pages(client: Client) -> None:
    item = an_item(number="33", title="Youth reoffending <rates>")
    a_paragraph(item=item, text="Reoffending.")
    shown = page(client, q="reoffending", **{"in": "items"})
    assert '<a href="?q=reoffending&amp;in=items" aria-current="true">Agenda items (1)</a>' in shown
    assert f'<a href="{item.get_absolute_url()}">Item 33: Youth <mark>reoffending</mark> &lt;rates&gt;' in shown
    assert "Minute 33.1" not in shown


REFERENCE_HINT = "A reference looks like “SSC (17/18) 01”"


@pytest.mark.parametrize("typed", ["SC 25/26 99", "sc252699", "SSC 17/18", "33.66"])
def test_where_a_reference_finds_nothing_the_page_says_how_references_look(client: Client, typed: str) -> None:
    shown = page(client, q=typed)
    assert "Nothing was found for" in shown
    assert REFERENCE_HINT in shown


def test_where_words_find_nothing_the_page_is_silent_on_references(client: Client) -> None:
    assert REFERENCE_HINT not in page(client, q="osprey nests")


def test_results_are_paged_and_the_address_keeps_the_question(client: Client) -> None:
    item = an_item()
    for _ in range(27):
        a_paragraph(item=item, text="Osprey.")
    shown = page(client, q="osprey", page="2")
    assert shown.count("<mark>Osprey</mark>") == 2
    assert '<ol class="list narrow" start="26">' in shown
    assert 'href="?q=osprey&amp;page=1"' in shown


@pytest.mark.parametrize("asked", [{"page": "0"}, {"page": "9999"}, {"page": "x"}, {"in": "nonsense"}, {"in": ""}])
def test_an_address_that_makes_no_sense_does_no_harm(client: Client, asked: dict[str, str]) -> None:
    a_paragraph(text="Osprey.")
    assert "<mark>Osprey</mark>" in page(client, q="osprey", **asked)


def test_only_looking_is_possible(client: Client) -> None:
    assert client.post("/search/", {"q": "osprey"}).status_code == 405


@pytest.mark.parametrize("times", [1, 3])
def test_a_page_takes_the_same_number_of_queries_whatever_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, times: int
) -> None:
    item = an_item(number="77")
    post = a_post()
    for n in range(times):
        paragraph = a_paragraph(item=item, text="Minute 77 osprey.", number=f"77.{n}")
        a_paragraph(item=an_item(title="Minute 77 osprey"), text="Minute 77 osprey.", number="77")
        a_resolution(item=item, text="Minute 77 osprey.")
        a_recommendation(
            paragraph=paragraph, title="Minute 77 osprey", lead_post=post, kind=RecommendationKind.COMMITTEE
        )
    with django_assert_num_queries(8):
        page(client, q="osprey")
    with django_assert_num_queries(10):
        page(client, q="minute 77")
