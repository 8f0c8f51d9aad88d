"""Tags and filters of every template, and the components they feed."""

import datetime
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from recommendations.choices import Outcome, Standing
from recommendations.prose import to_html
from scrutiny.templatetags.scrutiny import day, page_numbers, paragraphs, standing_label


def rendered(source: str, **context: Any) -> str:
    return Template(source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2019, 3, 4), "4 March 2019"),
        (datetime.datetime(2019, 7, 4, 23, 30, tzinfo=datetime.UTC), "5 July 2019"),
        (None, ""),
    ],
)
def test_a_day_is_written_as_the_council_writes_it(value: datetime.date | None, words: str) -> None:
    assert day(value) == words


def test_plain_text_keeps_its_paragraphs_and_loses_its_power() -> None:
    assert paragraphs("One.\nTwo.\n\n<b>Three</b>") == "<p>One.<br>Two.</p>\n\n<p>&lt;b&gt;Three&lt;/b&gt;</p>"


def test_markdown_becomes_plain_html() -> None:
    assert (
        to_html("It is *done*.\n\n- one\n- two")
        == "<p>It is <em>done</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
    )


def test_a_link_leads_out_without_recommending_anything() -> None:
    assert to_html("[letter](https://example.org/a)") == (
        '<p><a href="https://example.org/a" rel="nofollow noopener">letter</a></p>\n'
    )


def test_a_heading_does_not_break_the_outline_of_the_page() -> None:
    assert to_html("# Next *steps*\n\nNone.") == "<p><strong>Next <em>steps</em></strong></p>\n<p>None.</p>\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>\n"),
        ("[x](vbscript:1)", "<p>[x](vbscript:1)</p>\n"),
        ("[x](ftp://example.org)", '<p><a rel="nofollow noopener">x</a></p>\n'),
        ("![a map](https://example.org/map.png)", "<p>a map</p>\n"),
        (
            "<https://example.org>",
            '<p><a href="https://example.org" rel="nofollow noopener">https://example.org</a></p>\n',
        ),
        ("", ""),
    ],
)
def test_nothing_harmful_gets_through(written: str, shown: str) -> None:
    assert to_html(written).strip() == shown.strip()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Standing.ON_TRACK, "On track"),
        ("complete", "Complete (proposed)"),
        (Outcome.ACHIEVED, "Achieved"),
        ("Our own", "Our own"),
    ],
)
def test_a_standing_has_words(value: str, words: str) -> None:
    assert standing_label(value) == words


@pytest.mark.parametrize("value", [*Standing, *Outcome])
def test_a_standing_is_a_shape_and_a_word(value: str) -> None:
    html = rendered('{% include "components/standing.html" with value=value only %}', value=value)
    assert html.startswith('<span class="standing is-')
    assert 'aria-hidden="true"' in html
    assert standing_label(value) in html


def test_standings_that_can_be_confused_have_shapes_of_their_own() -> None:
    source = '{% include "components/shape.html" with value=value only %}'
    open_standings = [standing for standing in Standing if standing != Standing.CLOSED]
    assert len({rendered(source, value=standing) for standing in open_standings}) == len(open_standings)


def test_a_council_says_a_standing_in_its_own_words() -> None:
    source = '{% include "components/standing.html" with value="at_risk" label="No reply from the partner" only %}'
    assert rendered(source).endswith("No reply from the partner</span>")


def test_a_bar_shows_shares_and_says_them() -> None:
    html = rendered("{% standing_bar counts %}", counts={"slipped": 1, "on_track": 3, "paused": 0})
    assert 'role="img" aria-label="3 on track, 1 slipped"' in html
    assert '<rect class="is-good at-on_track" x="0" width="480" height="24" />' in html
    assert '<rect class="is-bad at-slipped" x="482" width="160" height="24" />' in html
    assert "paused" not in html
    assert "style=" not in html


def test_even_one_in_a_thousand_can_be_seen() -> None:
    assert 'width="6" height="24"' in rendered("{% standing_bar counts %}", counts={"on_track": 999, "slipped": 1})


def test_the_words_of_a_bar_can_lead_to_what_they_count() -> None:
    html = rendered('{% standing_bar counts "/recommendations/?standing=" %}', counts={"at_risk": 2})
    assert '<a href="/recommendations/?standing=at_risk">' in html


def test_nothing_makes_no_bar() -> None:
    assert rendered("{% standing_bar counts %}", counts={"on_track": 0}) == ""


def test_a_long_list_offers_its_ends_and_its_neighbours() -> None:
    page = Paginator(range(500), 25).page(10)
    assert list(page_numbers(page)) == [1, None, 9, 10, 11, None, 20]


def test_the_pager_keeps_the_filters_in_the_address() -> None:
    request = RequestFactory().get("/recommendations/?standing=slipped&page=2")
    source = '{% include "components/pager.html" with page=page request=request only %}'
    html = rendered(source, page=Paginator(range(60), 25).page(2), request=request)
    assert '<a href="?standing=slipped&amp;page=3" rel="next">' in html
    assert "26 to 50 of 60" in html
    assert html.count('aria-current="page"') == 1


def test_one_page_needs_no_pager() -> None:
    source = '{% include "components/pager.html" with page=page only %}'
    assert rendered(source, page=Paginator(range(25), 25).page(1)) == ""


@pytest.mark.parametrize(
    ("trail", "html"),
    [("", ""), ("<li>Here</li>", '<nav aria-label="Breadcrumb"><ol class="trail"><li>Here</li></ol></nav>')],
)
def test_a_page_without_a_trail_has_no_empty_one(trail: str, html: str) -> None:
    assert rendered("{% breadcrumb %}" + trail + "{% endbreadcrumb %}") == html
