"""A meeting's page: its agenda, then every item with its minutes, as far as the visitor may read them."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from meetings.models import Meeting, Paragraph, Resolution
from tests.cast import Cast
from tests.factories import a_meeting, a_paragraph, a_recommendation, a_resolution, an_item

ADDRESS = "/meetings/scc/2026-03-09/"


def ids(page: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', page)


def test_the_agenda_leads_to_every_item(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    assert '<a href="#item-33">Online crime</a>' in page
    assert '<section class="item" id="item-34"' in page
    assert '<a href="/meetings/scc/2026-03-09/34/"><span class="number">34</span> Library opening hours</a>' in page
    assert "The Committee is asked to examine how partners deal with online crime." in page


def test_every_passage_has_its_anchor_once_and_a_copy_link(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    anchors = [name for name in ids(page) if re.fullmatch(r"[pr]\d.*", name)]
    assert anchors == ["p33-1", "p33-2", "p33-3", "r1", "r2", "p34-1", "p34-2", "r34-2"]
    assert len(ids(page)) == len(set(ids(page)))
    for item, anchor in (("33", "p33-2"), ("33", "r2"), ("34", "r34-2")):
        assert f'<a class="copy-link" href="/meetings/scc/2026-03-09/{item}/#{anchor}" data-copy>' in page


def test_a_numbered_stem_is_printed_once_with_its_limbs(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    assert page.count("Resolved - That the Committee:") == 1
    assert page.count("that the report be noted") + page.count("RESOLVED that the report be noted") == 1


def test_present_and_apologies(client: Client, meeting: Meeting) -> None:
    page = client.get(ADDRESS).content.decode()
    assert "<dt>Present</dt><dd><p>Councillors Osei (Chair), Marsh and Holt</p></dd>" in page
    assert "<dt>Apologies</dt><dd><p>Councillor Reid</p></dd>" in page


def test_minutes_in_preparation_are_for_clerks_alone(client: Client, cast: Cast, meeting: Meeting) -> None:
    Meeting.objects.update(minutes_stage=MinutesStage.IN_PREPARATION)
    for user in (None, cast.osei, cast.tom):
        if user is not None:
            client.force_login(user)
        page = client.get(ADDRESS).content.decode()
        assert "The minutes of this meeting are not published yet." in page
        for hidden in ("Online crime", "Councillors Osei", "taken in private", "Library"):
            assert hidden not in page
    client.force_login(cast.dev)
    page = client.get(ADDRESS).content.decode()
    assert "Only clerks see these minutes." in page
    assert "Online crime" in page
    assert '<button type="submit" class="button">Publish as draft</button>' in page


def test_what_is_exempt_is_counted_not_named(client: Client, cast: Cast, meeting: Meeting) -> None:
    meeting.items.update(is_exempt=True, exempt_paragraphs="3")
    page = client.get(ADDRESS).content.decode()
    assert "2 items were taken in private." in page
    assert "Online crime" not in page
    client.force_login(cast.dev)
    page = client.get(ADDRESS).content.decode()
    assert "taken in private" not in page
    assert page.count("<strong>Exempt</strong> under paragraph 3") == 2


def test_an_exempt_resolution_is_left_out_alone(client: Client, meeting: Meeting) -> None:
    Resolution.objects.filter(anchor="r1").update(is_exempt=True)
    page = client.get(ADDRESS).content.decode()
    assert "thanks the officers" not in page
    assert "survey of parents" in page


def test_a_resolution_whose_paragraph_is_exempt_stands_at_the_end(client: Client, meeting: Meeting) -> None:
    meeting.items.get(slug="33").paragraphs.filter(anchor="p33-3").update(is_exempt=True)
    page = client.get(ADDRESS).content.decode()
    assert 'id="p33-3"' not in page
    assert page.index("asked for a list of schools") < page.index("thanks the officers") < page.index("presented")


def test_a_decision_printed_before_the_minutes_stands_before_them(client: Client, cast: Cast) -> None:
    item = an_item()
    a_resolution(item=item, text="That the report be noted.", stem="")
    a_paragraph(item=item, text="Members met.")
    page = client.get(item.meeting.get_absolute_url()).content.decode()
    assert page.index("That the report be noted.") < page.index("Members met.")
    assert "<h3>Resolved</h3>" in page


@pytest.mark.parametrize(
    ("stem", "heading"),
    [
        ("Resolved –", "Resolved"),
        ("RESOLVED –", "Resolved"),
        ("RESOLVED UNANIMOUSLY:", "Resolved unanimously"),
        ("It was resolved:", "It was resolved"),
        ("", "Resolved"),
        ("Resolved – That the Committee:", "Resolved – That the Committee:"),
        ("RESOLVED that –", "RESOLVED that"),
    ],
)
def test_a_box_is_headed_without_the_dash_that_led_on(stem: str, heading: str, client: Client, cast: Cast) -> None:
    resolution = a_resolution(stem=stem)
    page = client.get(resolution.item.meeting.get_absolute_url()).content.decode()
    assert f"<h3>{heading}</h3>" in page
    assert Resolution.objects.get().stem == stem


def test_letters_and_roman_numerals_stand_in_brackets(client: Client, cast: Cast) -> None:
    item = an_item()
    for number in ("ii", "a(i)", "2"):
        a_resolution(item=item, number=number, anchor=f"r{number[0]}")
    page = client.get(item.get_absolute_url()).content.decode()
    printed = re.findall(r'<span class="number"><a href="[^"]+">([^<]+)</a>', page)
    assert printed == ["(ii)", "(a)(i)", "2"]


def test_the_heading_of_implications_that_ends_a_report_is_left_out(client: Client, cast: Cast) -> None:
    item = an_item()
    a_paragraph(item=item, kind="heading", text="Conclusions", number="", anchor="p31-para-1")
    a_paragraph(item=item, text="The review is done.")
    last = a_paragraph(item=item, kind="heading", text="Appendix 1: Implications", number="", anchor="p31-para-3")
    assert "Implications" not in client.get(item.get_absolute_url()).content.decode()
    a_recommendation(paragraph=last)
    assert "<h3>Appendix 1: Implications</h3>" in client.get(item.get_absolute_url()).content.decode()
    a_paragraph(item=item, text="Finance: none.", anchor="p31-4")
    assert "Finance: none." in client.get(item.get_absolute_url()).content.decode()


def test_the_margin_says_what_became_of_it(client: Client, meeting: Meeting) -> None:
    resolution = Resolution.objects.select_related("item__meeting__committee").get(anchor="r2")
    tracked = a_recommendation(resolution=resolution, target_on=datetime.date(2026, 1, 31))
    page = client.get(ADDRESS).content.decode()
    assert f'Tracked as <a href="{tracked.get_absolute_url()}">{tracked.reference}</a>' in page
    assert " · due 31 January 2026" in page
    assert "Track this" not in page


def test_what_a_numbered_stem_led_to_stands_in_the_head_of_its_box(client: Client, meeting: Meeting) -> None:
    stem = Paragraph.objects.select_related("item__meeting__committee").get(anchor="p33-3")
    tracked = a_recommendation(paragraph=stem)
    page = client.get(ADDRESS).content.decode()
    head = page[page.index("<h3>Resolved - That the Committee:</h3>") : page.index("thanks the officers")]
    assert tracked.reference in head
    assert 'href="/meetings/scc/2026-03-09/33/#p33-3" data-copy' in head


def test_a_paragraph_that_decides_is_printed_once_with_what_came_of_either(client: Client, meeting: Meeting) -> None:
    paragraph = Paragraph.objects.select_related("item__meeting__committee").get(anchor="p34-2")
    resolution = Resolution.objects.select_related("item__meeting__committee").get(anchor="r34-2")
    tracked = [a_recommendation(paragraph=paragraph), a_recommendation(resolution=resolution)]
    page = client.get("/meetings/scc/2026-03-09/34/").content.decode()
    assert all(page.count(f">{recommendation.reference}<") == 1 for recommendation in tracked)
    assert page.count(">34.2<") == 1
    assert page.count("the report be noted") == 1


def test_a_clerk_finds_what_he_may_do_and_what_was_done(client: Client, cast: Cast, meeting: Meeting) -> None:
    public = client.get(ADDRESS).content.decode()
    client.force_login(cast.dev)
    page = client.get(ADDRESS).content.decode()
    source = meeting.sources.get()
    for own in (
        f'<a class="button" href="{ADDRESS}approve/">Mark as approved</a>',
        f'<a class="button quiet" href="{ADDRESS}exempt/">Mark something exempt</a>',
        f'<a href="/minutes/{source.key}/source/">minutes.txt</a>',
        '<p class="what">Draft minutes were published</p><p>Priya Shah, Clerk</p>',
        'href="/track/scc/2026-03-09/33/p33-1/">Track this</a>',
    ):
        assert own in page
        assert own not in public


def test_a_coming_meeting(client: Client, cast: Cast) -> None:
    coming = a_meeting(
        held_on=datetime.date(2999, 3, 9), minutes_stage=MinutesStage.NONE, starts_at=datetime.time(10), place="Hall"
    )
    page = client.get(coming.get_absolute_url()).content.decode()
    for words in ("To be held", "There are no minutes of this meeting yet.", "<dd>10.00 a.m.</dd>", "<dd>Hall</dd>"):
        assert words in page


@pytest.mark.parametrize("address", ["/meetings/scc/2026-03-10/", "/meetings/other/2026-03-09/"])
def test_a_meeting_that_is_not_there_is_not_found(client: Client, meeting: Meeting, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_queries_however_long_the_minutes(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = a_meeting()
    for _ in range(count):
        item = an_item(meeting=meeting)
        for n in range(count):
            a_paragraph(item=item)
            resolution = a_resolution(item=item, anchor=f"r{item.number}-{n}")
            a_recommendation(resolution=resolution)
    # The meeting, items, paragraphs, resolutions, what is tracked, how many in private, corrections.
    with django_assert_num_queries(7):
        client.get(meeting.get_absolute_url())


@pytest.mark.parametrize("count", [1, 3])
def test_so_it_does_for_a_clerk(
    client: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = a_meeting()
    for _ in range(count):
        paragraph = a_paragraph(item=an_item(meeting=meeting))
        paragraph.suggestions.create(item=paragraph.item, text="Asked.", is_marked=False)
    client.force_login(cast.dev)
    with django_assert_num_queries(14):  # as above; session, user, permissions (2), suggestions, sources, history
        client.get(meeting.get_absolute_url())


def test_the_same_page_at_any_time_of_day(client: Client, meeting: Meeting) -> None:
    """What is exempt ends at midnight in London."""
    today = timezone.localdate()
    meeting.items.filter(slug="33").update(is_exempt=True, exempt_until=today)
    meeting.items.filter(slug="34").update(is_exempt=True, exempt_until=today + datetime.timedelta(days=1))
    page = client.get(ADDRESS).content.decode()
    assert "Online crime" in page
    assert "Library opening hours" not in page
    assert "One item was taken in private." in page
