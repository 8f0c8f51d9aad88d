"""What is exempt stays so when minutes are corrected, wherever its words go."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from meetings.actions.correcting import (
    correct_minutes,
    correction_of,
)
from meetings.actions.exemption import set_exemption
from meetings.models import AgendaItem, Meeting, Paragraph, SourceDocument
from tests.cast import Cast
from tests.meetings.correcting import ASKED, AT, correct, corrected
from tests.meetings.sample import TEXT


@pytest.fixture
def source(meeting: Meeting) -> SourceDocument:
    return meeting.sources.get()


def make_exempt(cast: Cast, thing: AgendaItem | Paragraph) -> None:
    set_exemption(thing, is_exempt=True, exempt_paragraphs="3", exempt_until=None, by=cast.dev, at=AT)


def seen(words: str) -> bool:
    """Whether a resident reads these words somewhere in the minutes."""
    on, resident = timezone.localdate(), AnonymousUser()
    return Paragraph.objects.visible_to(resident, on=on).filter(text__contains=words).exists()


def test_what_is_exempt_stays_so_when_it_is_reworded(cast: Cast, source: SourceDocument) -> None:
    make_exempt(cast, Paragraph.objects.get(anchor="p33-2"))
    correct(cast, source)
    assert Paragraph.objects.get(anchor="p33-2").is_exempt
    assert not seen("a list of all schools")
    assert seen("Officers were thanked")


def test_what_is_put_into_an_exempt_item_is_exempt_with_it(cast: Cast, source: SourceDocument) -> None:
    make_exempt(cast, AgendaItem.objects.get(slug="33"))
    correct(cast, source)
    assert not seen("Officers were thanked")


def test_the_words_of_an_exempt_paragraph_do_not_get_out_by_being_parted(cast: Cast, source: SourceDocument) -> None:
    make_exempt(cast, Paragraph.objects.get(anchor="p33-2"))
    parted = "33.2 Members asked for a list\n\n33.3 Schools that have not signed up, by division, were named."
    new = corrected(cast, source, TEXT.replace(ASKED, parted).replace("33.3 Resolved", "33.4 Resolved"))
    assert len(correction_of(new).exempt) == 1
    correct_minutes(new, by=cast.dev, at=AT)
    assert not seen("signed up, by division")
    assert not seen("Members asked for a list")


def test_the_words_of_an_exempt_item_do_not_get_out_by_moving(cast: Cast, source: SourceDocument) -> None:
    make_exempt(cast, AgendaItem.objects.get(slug="33"))
    moved = TEXT.replace(f"{ASKED}\n\n", "").replace("33.3 R", "33.2 R")
    correct(cast, source, moved.replace("34.2 RESOLVED", f"{ASKED.replace('33.2', '34.2')}\n\n34.3 RESOLVED"))
    row = Paragraph.objects.get(anchor="p33-2", taken_out_at=None)
    assert (row.item.slug, row.is_exempt, row.exempt_paragraphs) == ("34", True, "3")
    assert not seen("a list of schools")


EXCLUSION = """2. asks that the report of the survey of parents be shared with the committee;
3. that the public be excluded for the next item under Section 100A(4) of the Local Government Act 1972 as exempt under
paragraph 3 of Schedule 12A."""


@pytest.mark.parametrize(("chosen", "is_exempt"), [(None, True), ({"34 Library opening hours"}, True), (set(), False)])
def test_an_item_that_the_correction_says_was_private_is_asked_about(
    cast: Cast, source: SourceDocument, chosen: set[str] | None, is_exempt: bool
) -> None:
    old = "2. asks that the report of the survey of parents be shared with the committee."
    text = TEXT.replace(old, EXCLUSION)
    new = corrected(cast, source, text)
    assert [item.title for item in correction_of(new).private] == ["Library opening hours"]
    correct_minutes(new, by=cast.dev, at=AT, exempt=chosen)
    assert AgendaItem.objects.get(slug="34").is_exempt is is_exempt
    again = corrected(cast, new, text.replace("presented the report", "gave the report"))
    assert correction_of(again).private == (), "nobody is asked twice"
