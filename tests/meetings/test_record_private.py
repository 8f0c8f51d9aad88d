"""What the minutes say was taken in private stays private from the moment it is recorded; what is asked for is said."""

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import AgendaItem, Committee, Paragraph, SourceDocument, SuggestedAction
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.sample import a_source, history
from tests.meetings.working_copy import form_of

PRIVATE = """\
Safer Communities Committee

9 March 2026

47.     Exclusion of the public

RESOLVED: That under Section 100A(4) of the Local Government Act 1972 the public be excluded from the meeting for
item 48, because exempt information as defined in paragraphs 3 and 5 of Part 1 of Schedule 12A would be disclosed.

48.     The contract for alarms

48.1     The Committee considered the tenders for alarms.

48.2     RESOLVED: That the tender of the second bidder be preferred.

49.     Date of the next meeting

49.1     The next meeting would be held in June.

ACTION: Head of Libraries to send members the list of libraries.
"""
CHOSEN = {"committee": "scc", "held_on": "2026-03-09", "publish": "yes"}
CHECKED = 'value="48 The contract for alarms" id="id_exempt_0" checked'
ASKED = {"asks_exempt": ["48 The contract for alarms"]}


@pytest.fixture
def source(cast: Cast) -> SourceDocument:
    a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")
    return a_source(cast.dev, PRIVATE)


def exempt_items() -> list[tuple[str, bool, str]]:
    return list(AgendaItem.objects.order_by("order").values_list("number", "is_exempt", "exempt_paragraphs"))


def test_the_preview_asks_about_what_was_taken_in_private(dev: Client, source: SourceDocument) -> None:
    page = dev.get(reverse("meetings:preview", args=[source.key])).content.decode()
    assert "Taken in private" in page
    assert "48 The contract for alarms (under paragraph 3 and 5)" in page
    assert CHECKED in page


def test_what_is_ticked_is_exempt_before_the_public_can_look(dev: Client, source: SourceDocument) -> None:
    dev.post(
        reverse("meetings:record", args=[source.key]),
        form_of(source) | CHOSEN | ASKED | {"exempt": ASKED["asks_exempt"]},
    )
    assert exempt_items() == [("47", False, ""), ("48", True, "3 and 5"), ("49", False, "")]
    meeting = Committee.objects.get().meetings.get()
    assert [kind for kind, *_ in history(meeting)] == ["exemption_set", "minutes_recorded", "minutes_published"]

    dev.logout()
    page = dev.get(meeting.get_absolute_url()).content.decode()
    assert "One item was taken in private" in page
    assert "second bidder" not in page
    assert "The contract for alarms" not in page


def test_the_clerk_may_say_that_it_was_not(dev: Client, source: SourceDocument) -> None:
    dev.post(reverse("meetings:record", args=[source.key]), form_of(source) | CHOSEN | ASKED)
    assert exempt_items() == [("47", False, ""), ("48", False, ""), ("49", False, "")]


def test_what_the_page_did_not_ask_about_stays_private(dev: Client, source: SourceDocument) -> None:
    dev.post(reverse("meetings:record", args=[source.key]), form_of(source) | CHOSEN)
    assert exempt_items() == [("47", False, ""), ("48", True, "3 and 5"), ("49", False, "")]


def test_an_unticked_item_stays_unticked_while_rows_are_corrected(dev: Client, source: SourceDocument) -> None:
    answer = dev.post(reverse("meetings:preview", args=[source.key]), form_of(source) | ASKED)
    page = dev.get(answer["Location"]).content.decode()
    assert "Taken in private" in page
    assert CHECKED not in page


def test_a_line_that_is_nothing_but_an_action_is_said_and_suggested(dev: Client, source: SourceDocument) -> None:
    dev.post(reverse("meetings:record", args=[source.key]), form_of(source) | CHOSEN)
    said = Paragraph.objects.filter(item__number="49").order_by("order")
    assert list(said.values_list("number", "text")) == [
        ("49.1", "The next meeting would be held in June."),
        ("", "ACTION: Head of Libraries to send members the list of libraries."),
    ]
    suggested = SuggestedAction.objects.get(is_marked=True)
    assert (suggested.paragraph, suggested.owner) == (said[1], "Head of Libraries")
