"""An item's page: the minutes of one matter, and the way to the items beside it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage, ParagraphKind
from meetings.models import Meeting, SuggestedAction
from tests.cast import Cast
from tests.factories import a_meeting, a_paragraph, a_resolution, an_item

ADDRESS = "/meetings/scc/2026-03-09/33/"


def test_the_item_with_its_minutes(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    assert "<h1>Online crime</h1>" in page
    assert '<div class="num"><a href="/meetings/scc/2026-03-09/33/#p33-2">33.2</a></div>' in page
    assert '<li id="r2">' in page
    assert "Item 33 · draft minutes" in page
    assert "<strong>Draft minutes.</strong>" in page


def test_passages_link_here_by_themselves(client: Client, meeting: Meeting) -> None:
    for passage in (*meeting.items.get(slug="33").paragraphs.all(), *meeting.items.get(slug="34").resolutions.all()):
        address, _, anchor = passage.get_absolute_url().partition("#")
        assert f'id="{anchor}"' in client.get(address).content.decode()


def test_the_items_before_and_behind(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    assert (
        '<a href="/meetings/scc/2026-03-09/34/" rel="next"><small>Next item</small>34 Library opening hours</a>' in page
    )
    assert "Previous item" not in page
    page = client.get("/meetings/scc/2026-03-09/34/").content.decode()
    assert '<a href="/meetings/scc/2026-03-09/33/" rel="prev"><small>Previous item</small>33 Online crime</a>' in page
    assert "Next item" not in page


@pytest.mark.django_db
def test_the_way_leads_past_what_is_exempt(client: Client) -> None:
    meeting = a_meeting()
    first, private, last = (an_item(meeting=meeting, title=title) for title in ("One", "Secret", "Three"))
    private.is_exempt = True
    private.save()
    page = client.get(first.get_absolute_url()).content.decode()
    assert f'<a href="{last.get_absolute_url()}" rel="next">' in page
    assert "Secret" not in page
    assert client.get(private.get_absolute_url()).status_code == 404


def test_minutes_in_preparation_are_not_found(client: Client, cast: Cast, meeting: Meeting) -> None:
    Meeting.objects.update(minutes_stage=MinutesStage.IN_PREPARATION)
    for user in (None, cast.osei, cast.tom):
        if user is not None:
            client.force_login(user)
        assert client.get(ADDRESS).status_code == 404
    client.force_login(cast.dev)
    assert "minutes not published" in client.get(ADDRESS).content.decode()


def test_a_clerk_tracks_or_dismisses_where_it_stands(client: Client, cast: Cast, meeting: Meeting) -> None:
    assert "Seems to ask for something" not in client.get(ADDRESS).content.decode()
    client.force_login(cast.dev)
    page = client.get(ADDRESS).content.decode()
    asked = "Members asked for a list of schools that have not signed up, by division."
    assert f"Seems to ask for something: <q>{asked}</q>" in page
    assert 'href="/track/scc/2026-03-09/33/p33-2/?suggestion=1">Track this</a>' in page
    assert '<input type="hidden" name="back" value="/meetings/scc/2026-03-09/33/#p33-2">' in page
    source = meeting.sources.get()
    assert f'<a href="/minutes/{source.key}/source/">The source beside these minutes</a>' in page
    assert '<a href="/meetings/scc/2026-03-09/exempt/?item=33">Mark as exempt</a>' in page
    SuggestedAction.objects.update(is_marked=True)
    assert f"Marked as an action: <q>{asked}</q>" in client.get(ADDRESS).content.decode()


@pytest.mark.django_db
def test_kinds_are_said_in_words(client: Client) -> None:
    item = an_item()
    for kind in (ParagraphKind.QUESTION, ParagraphKind.ANSWER, ParagraphKind.MOTION, ParagraphKind.VOTE):
        a_paragraph(item=item, kind=kind, text=f"A {kind}.")
    a_paragraph(item=item, kind=ParagraphKind.HEADING, text="Prevention", number="", anchor="p31-para-5")
    a_paragraph(item=item, kind=ParagraphKind.BULLET, text="<b>two</b> libraries", level=1, number="", anchor="p31-b")
    page = client.get(item.get_absolute_url()).content.decode()
    for label in ("Question", "Answer", "Motion", "Vote"):
        assert f'<span class="kind">{label}</span>' in page
    assert "<h3>Prevention</h3>" in page
    assert '<div class="row is-bullet is-inner" id="p31-b">' in page
    assert "&lt;b&gt;two&lt;/b&gt; libraries" in page


@pytest.mark.django_db
def test_an_item_without_minutes_says_so(client: Client) -> None:
    item = an_item(number="", slug="apologies", title="Apologies for absence")
    page = client.get(item.get_absolute_url()).content.decode()
    assert "Nothing is minuted under this item." in page
    assert "<title>Apologies for absence – " in page


@pytest.mark.parametrize("slug", ["99", "publishing"])
def test_an_item_that_is_not_there_is_not_found(client: Client, meeting: Meeting, slug: str) -> None:
    assert client.get(f"/meetings/scc/2026-03-09/{slug}/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_queries_however_long_the_minutes(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = an_item()
    for _ in range(count):
        a_paragraph(item=item)
        a_resolution(item=item)
    # The meeting, the item, its paragraphs and resolutions, what is tracked, the items before and behind.
    with django_assert_num_queries(7):
        client.get(item.get_absolute_url())


def test_a_question_and_its_answers_show_their_number_once(client: Client, cast: Cast) -> None:
    item = an_item()
    for place, (number, kind) in enumerate([("1", "question"), ("1", "answer"), ("1", "answer"), ("2", "question")]):
        a_paragraph(item=item, number=number, kind=kind, anchor=f"q{place}")
    page = client.get(item.get_absolute_url()).content.decode()
    assert re.findall(r'<div class="num">(?:<a href="[^"]+">(\w+)</a>)?</div>', page) == ["1", "", "", "2"]
    assert page.count('<span class="kind">Answer<span class="visually-hidden"> to question 1</span></span>') == 2
    assert f'href="{item.get_absolute_url()}#q2" data-copy' in page
