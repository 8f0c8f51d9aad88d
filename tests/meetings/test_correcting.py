"""Recorded minutes are corrected: what cites a paragraph stays on it, no link dies, and nothing exempt gets out."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from meetings.actions.bringing_in import AlreadyBroughtIn, AlreadyRecorded, bring_in, correct_blocks, working_copy
from meetings.actions.correcting import (
    ComparedMeanwhile,
    NotACorrection,
    NothingChanged,
    ReasonIsMissing,
    begin_correction,
    correct_minutes,
    correction_of,
    latest_of,
    minutes_already_there,
)
from meetings.actions.publishing import approve_minutes
from meetings.actions.recording import record_minutes
from meetings.actions.refusals import Refused
from meetings.actions.suggestions import dismiss_suggestion
from meetings.choices import MinutesStage
from meetings.minutes.comparing import CannotPair
from meetings.minutes.editing import leave_out
from meetings.models import AgendaItem, Meeting, Paragraph, Resolution, SourceDocument, SuggestedAction
from scrutiny.search.asking import search
from tests.cast import Cast
from tests.factories import a_recommendation
from tests.meetings.correcting import ASKED, AT, REWORDED, correct, corrected
from tests.meetings.sample import HELD_ON, TEXT, a_source, history


@pytest.fixture
def source(meeting: Meeting) -> SourceDocument:
    return meeting.sources.get()


def rows(item: str) -> list[tuple[int, str, str, str]]:
    """Of the paragraphs of an item: order, number, anchor, and how the words begin; what is out in brackets."""
    found = []
    for row in Paragraph.objects.filter(item__slug=item).order_by("order"):
        text = row.text[:21]
        found.append((row.order, row.number, row.anchor, f"({text})" if row.taken_out_at else text))
    return found


# --- what becomes of the rows -----------------------------------------------------------------------------------------


def test_what_is_still_there_keeps_its_key_and_its_address(cast: Cast, source: SourceDocument) -> None:
    before = {row.anchor: row.pk for row in (*Paragraph.objects.all(), *Resolution.objects.all())}
    correct(cast, source)
    assert rows("33") == [
        (1, "33.1", "p33-1", "The Cabinet Member in"),
        (2, "33.2", "p33-33-2", "Officers were thanked"),
        (3, "33.3", "p33-2", "Members asked for a l"),
        (4, "33.4", "p33-3", "Resolved - That the C"),
    ]
    assert rows("34") == [
        (1, "34.1", "p34-1", "(The Head of Libraries)"),
        (2, "34.1", "p34-2", "RESOLVED that the rep"),
    ]
    now = {row.anchor: row.pk for row in (*Paragraph.objects.all(), *Resolution.objects.all())}
    assert {anchor: now[anchor] for anchor in before} == before
    assert Paragraph.objects.get(anchor="p33-2").text == (
        "Members asked for a list of all schools that have not signed up, by division."
    )
    assert [row.paragraph.anchor for row in Resolution.objects.filter(item__slug="33") if row.paragraph] == [
        "p33-3"
    ] * 2


def test_the_history_says_what_was_changed_and_why(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    correct(cast, source, reason="The Chair’s thanks had been left out.")
    note = "4 passages changed, 1 new, 1 taken out, from “corrected.txt”. Reason: The Chair’s thanks had been left out."
    assert history(meeting)[2:] == [("minutes_corrected", "Dev Patel", "Clerk", note)]


def test_the_new_document_is_the_recorded_one_and_knows_where_each_piece_went(
    cast: Cast, meeting: Meeting, source: SourceDocument
) -> None:
    new = correct(cast, source)
    new.refresh_from_db()
    assert (new.meeting, new.corrects, new.recorded_at) == (meeting, source, AT)
    went = [block.get("recorded_as") for block in new.blocks]
    assert [each for each in went if each] == [
        *("33", "p33-1", "p33-33-2", "p33-2", "p33-3", "r1", "r2"),
        *("34", "r34-2"),
    ]
    assert latest_of(source) == new == latest_of(new)


def test_a_correction_of_a_correction_is_compared_with_what_is_recorded_then(
    cast: Cast, source: SourceDocument
) -> None:
    correct(cast, source)
    again = corrected(cast, source, REWORDED.replace("Officers were thanked", "All officers were thanked"), "again.txt")
    assert str(correction_of(again).comparison) == "1 paragraph changed"
    correct_minutes(again, by=cast.dev, at=AT + datetime.timedelta(days=1))
    assert Paragraph.objects.get(anchor="p33-33-2").text == "All officers were thanked by the Chair for their patience."


def test_the_first_document_may_hold_again_and_its_words_come_back_where_they_stood(
    cast: Cast, source: SourceDocument
) -> None:
    before = list(Paragraph.objects.order_by("pk").values_list("pk", "text", "number", "anchor"))
    new = correct(cast, source)
    back = correct(cast, new, TEXT)
    assert back.key == f"{source.key}-1"
    live = Paragraph.objects.filter(taken_out_at=None).order_by("pk")
    assert list(live.values_list("pk", "text", "number", "anchor")) == before
    assert [row.anchor for row in Paragraph.objects.exclude(taken_out_at=None)] == ["p33-33-2"]


def test_a_resolution_taken_out_and_one_put_in(cast: Cast, source: SourceDocument) -> None:
    old = "2. asks that the report of the survey of parents be shared with the committee."
    correct(cast, source, TEXT.replace(old, "2. calls for a conference of head teachers in the autumn."))
    rows = Resolution.objects.filter(item__slug="33").order_by("order")
    assert [(row.order, row.number, row.anchor, row.taken_out_at) for row in rows] == [
        (1, "1", "r1", None),
        (2, "2", "r33-2", None),
        (3, "2", "r2", AT),
    ]


def test_a_paragraph_that_moves_to_another_item_leaves_word_where_it_is(
    client: Client, cast: Cast, source: SourceDocument
) -> None:
    row = Paragraph.objects.get(anchor="p33-2")
    words = ASKED.removeprefix("33.2 ")
    moved = TEXT.replace(f"{ASKED}\n\n", "").replace("33.3 R", "33.2 R")
    moved = moved.replace("34.2 RESOLVED", f"34.2 {words}\n\n34.3 RESOLVED")
    new = correct(cast, source, moved)
    row.refresh_from_db()
    assert (row.item.slug, row.number, row.get_absolute_url()) == ("34", "34.2", "/meetings/scc/2026-03-09/34/#p33-2")
    page = client.get("/meetings/scc/2026-03-09/33/").content.decode()
    assert 'id="p33-2"' in page
    link = '<a href="/meetings/scc/2026-03-09/34/#p33-2">Item 34</a>'
    assert f"Minute 33.2 stands under {link} since the minutes were corrected on 3 May 2999." in page
    whole = client.get("/meetings/scc/2026-03-09/").content.decode()
    assert whole.count('id="p33-2"') == 1
    correct(cast, new, TEXT)
    row.refresh_from_db()
    assert (row.item.slug, row.number) == ("33", "33.2")
    assert rows("33") == [
        (1, "33.1", "p33-1", "The Cabinet Member in"),
        (2, "33.2", "p33-2", "Members asked for a l"),
        (3, "33.3", "p33-3", "Resolved - That the C"),
    ]


def test_items_are_put_in_taken_out_and_named_anew(client: Client, cast: Cast, source: SourceDocument) -> None:
    text = TEXT.replace("33. Online crime", "33. Crime online").partition("34. Library")[0]
    correct(cast, source, f"{text}35. Roads\n\nMinutes:\n\n35.1 Members met the contractor.\n")
    items = AgendaItem.objects.order_by("order").values_list("order", "number", "title", "slug", "taken_out_at")
    assert list(items) == [
        (1, "33", "Crime online", "33", None),
        (2, "35", "Roads", "35", None),
        (3, "34", "Library opening hours", "34", AT),
    ]
    assert Paragraph.objects.get(anchor="p34-1").taken_out_at == AT
    page = client.get("/meetings/scc/2026-03-09/34/").content.decode()
    assert "<h1>Item 34 was taken out</h1>" in page
    assert "Library" not in page
    assert 'id="p34-1"' in page
    meeting = client.get("/meetings/scc/2026-03-09/").content.decode()
    assert "Library" not in meeting
    assert "taken in private" not in meeting


def test_an_item_of_another_document_stays_as_it_is(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    more = a_source(cast.dev, "35. Roads\n\nMinutes:\n\n35.1 Members met the contractor.\n", "more.txt")
    record_minutes(more, committee=meeting.committee, held_on=HELD_ON, by=cast.dev, at=AT, publish=True)
    correct(cast, source)
    assert rows("35") == [(1, "35.1", "p35-1", "Members met the contr")]
    assert list(meeting.items.order_by("order").values_list("number", flat=True)) == ["33", "34", "35"]


def test_an_item_of_another_document_is_compared_where_this_one_tells_of_it(
    cast: Cast, meeting: Meeting, source: SourceDocument
) -> None:
    more = a_source(cast.dev, "35. Roads\n\nMinutes:\n\n35.1 Members met the contractor.\n", "more.txt")
    record_minutes(more, committee=meeting.committee, held_on=HELD_ON, by=cast.dev, at=AT, publish=True)
    new = corrected(cast, source, f"{TEXT}\n35. Roads\n\nMinutes:\n\n35.1 Members met the contractor twice.\n")
    assert str(correction_of(new).comparison) == "1 paragraph changed"
    correct_minutes(new, by=cast.dev, at=AT)
    assert Paragraph.objects.get(anchor="p35-1").text == "Members met the contractor twice."


def test_who_was_there_is_corrected_too(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    correct(cast, source, TEXT.replace("Apologies: Councillor Reid", "Apologies: Councillors Reid and Wren"))
    meeting.refresh_from_db()
    assert (meeting.present, meeting.apologies) == (
        "Councillors Osei (Chair), Marsh and Holt",
        "Councillors Reid and Wren",
    )


# --- what cites them --------------------------------------------------------------------------------------------------


def test_links_from_recommendations_stay_on_what_they_cited(client: Client, cast: Cast, source: SourceDocument) -> None:
    tracked = a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-2"))
    correct(cast, source)
    page = client.get(tracked.get_absolute_url()).content.decode()
    assert '<a href="/meetings/scc/2026-03-09/33/#p33-2">Minute 33.3, 9 March 2026</a>' in page
    assert "a list of all schools" in page


def test_what_was_taken_out_says_so_where_it_stood_and_where_it_is_cited(
    client: Client, cast: Cast, source: SourceDocument
) -> None:
    tracked = a_recommendation(paragraph=Paragraph.objects.get(anchor="p34-1"))
    correct(cast, source)
    page = client.get("/meetings/scc/2026-03-09/34/").content.decode()
    line = page[page.index('id="p34-1"') : page.index("report be noted")]
    assert "Minute 34.1 was taken out when the minutes were corrected on 3 May 2999." in line
    assert f'<a href="{tracked.get_absolute_url()}">{tracked.reference}</a> was made from it.' in line
    assert "Head of Libraries" not in page
    page = client.get(tracked.get_absolute_url()).content.decode()
    assert '<a href="/meetings/scc/2026-03-09/34/#p34-1">Minute 34.1, 9 March 2026</a>' in page
    assert "Minute 34.1 was taken out when the minutes were corrected on 3 May 2999." in page
    assert "two computers be kept in every library" in page


def test_what_was_taken_out_is_in_no_list_and_in_no_count(client: Client, cast: Cast, source: SourceDocument) -> None:
    on = timezone.localdate()
    assert search("Head of Libraries", visitor=cast.dev, on=on).total.count == 1
    correct(cast, source, TEXT.partition("34. Library")[0])
    for visitor in (cast.dev, AnonymousUser()):
        assert search("Head of Libraries", visitor=visitor, on=on).total.count == 0
        assert search("34.1", visitor=visitor, on=on).total.count == 0
        counted: Any = Meeting.objects.with_counts(visitor, on=on).get()
        assert (counted.item_count, counted.resolution_count) == (1, 2)
    client.force_login(cast.dev)
    assert client.get("/track/scc/2026-03-09/34/p34-1/").status_code == 404
    assert "Library" not in client.get("/meetings/scc/2026-03-09/exempt/").content.decode()


def test_a_clerk_says_what_it_is_now_and_its_links_go_along(cast: Cast, source: SourceDocument) -> None:
    tracked = a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-2"))
    new = corrected(cast, source, TEXT.replace(ASKED, "33.2 Nobody knew how many there were."))
    assert str(correction_of(new).comparison) == "1 paragraph new, 1 taken out"
    key = next(each.new.key for each in correction_of(new).comparison.differences if each.new and not each.now)
    correct_minutes(new, by=cast.dev, at=AT, pairs={"p33-2": key})
    row = Paragraph.objects.get(anchor="p33-2")
    assert (row.text, row.taken_out_at) == ("Nobody knew how many there were.", None)
    assert tracked.paragraph == row
    assert not Paragraph.objects.exclude(taken_out_at=None).exists()


# --- suggestions ------------------------------------------------------------------------------------------------------


def suggestions() -> list[tuple[str, str]]:
    """The anchor of the passage that asks, and what was said to that."""
    rows = SuggestedAction.objects.select_related("paragraph", "resolution").order_by("pk")
    return [(passage.anchor, row.state) for row in rows if (passage := row.paragraph or row.resolution)]


def test_a_passage_that_says_the_same_is_not_asked_about_again(cast: Cast, source: SourceDocument) -> None:
    assert suggestions() == [("p33-2", "waiting"), ("r2", "waiting")]
    for suggestion in SuggestedAction.objects.all():
        dismiss_suggestion(suggestion, by=cast.dev, at=AT)
    correct(cast, source, TEXT.replace("presented the report", "gave the report"))
    assert suggestions() == [("p33-2", "dismissed"), ("r2", "dismissed")]


def test_a_suggestion_that_a_clerk_worded_stays_where_the_passage_does(cast: Cast, source: SourceDocument) -> None:
    SuggestedAction.objects.filter(paragraph__anchor="p33-2").update(text="Send every member one page on it.")
    correct(cast, source, TEXT.replace("presented the report", "gave the report"))
    assert SuggestedAction.objects.get(paragraph__anchor="p33-2").text == "Send every member one page on it."


def test_a_suggestion_that_waits_takes_the_new_words(cast: Cast, source: SourceDocument) -> None:
    correct(cast, source)
    assert suggestions() == [("p33-2", "waiting"), ("r2", "waiting")]
    assert SuggestedAction.objects.get(paragraph__anchor="p33-2").text == (
        "Members asked for a list of all schools that have not signed up, by division."
    )


def test_what_is_gone_asks_for_nothing_any_more(cast: Cast, source: SourceDocument) -> None:
    correct(cast, source, TEXT.replace(f"{ASKED}\n\n", "").replace("33.3 R", "33.2 R"))
    assert suggestions() == [("r2", "waiting")]


def test_what_was_settled_of_a_passage_that_is_gone_is_kept_and_not_shown(cast: Cast, source: SourceDocument) -> None:
    dismiss_suggestion(SuggestedAction.objects.get(paragraph__anchor="p33-2"), by=cast.dev, at=AT)
    correct(cast, source, TEXT.replace(f"{ASKED}\n\n", "").replace("33.3 R", "33.2 R"))
    assert suggestions() == [("p33-2", "dismissed"), ("r2", "waiting")]
    seen = SuggestedAction.objects.visible_to(cast.dev, on=timezone.localdate())
    assert [row.resolution.anchor for row in seen if row.resolution] == ["r2"]
    assert seen.count() == 1


def test_what_is_new_may_ask_for_something(cast: Cast, source: SourceDocument) -> None:
    more = "34.2 Members asked that the opening hours of every library be sent to them.\n\n34.3 RESOLVED"
    correct(cast, source, TEXT.replace("34.2 RESOLVED", more))
    assert suggestions() == [("p33-2", "waiting"), ("r2", "waiting"), ("p34-34-2", "waiting")]


# --- what is refused --------------------------------------------------------------------------------------------------


def test_the_same_minutes_are_not_kept_again(cast: Cast, source: SourceDocument) -> None:
    for text in (TEXT, f"{TEXT}\n\n\n", TEXT.replace("introduced the item", "introduced  the item")):
        with pytest.raises(NothingChanged):
            corrected(cast, source, text)
    assert list(SourceDocument.objects.all()) == [source]


def test_approved_minutes_change_only_with_a_reason(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    approve_minutes(meeting, approved_on=datetime.date(2026, 4, 1), by=cast.dev, at=AT)
    new = corrected(cast, source)
    for reason in ("", "  \n"):
        with pytest.raises(ReasonIsMissing):
            correct_minutes(new, by=cast.dev, at=AT, reason=reason)
    assert not Paragraph.objects.exclude(taken_out_at=None).exists()
    correct_minutes(new, by=cast.dev, at=AT, reason="A paragraph had been left out.")
    meeting.refresh_from_db()
    assert (meeting.minutes_stage, meeting.approved_on) == (MinutesStage.APPROVED, datetime.date(2026, 4, 1))


def test_what_was_changed_since_it_was_compared_is_not_corrected(cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    seen = correction_of(new).version
    other = corrected(cast, source, TEXT.replace("thanked the partners", "thanked everybody"), "other.txt")
    correct_minutes(other, by=cast.dev, at=AT)
    with pytest.raises(ComparedMeanwhile):
        correct_minutes(new, by=cast.dev, at=AT, seen=seen)
    assert Paragraph.objects.get(anchor="p33-1").text == "The Cabinet Member introduced the item and thanked everybody."
    correct_minutes(new, by=cast.dev, at=AT, seen=correction_of(new).version)


def test_what_is_left_out_in_the_preview_is_taken_out(cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    place = next(n for n, block in enumerate(working_copy(new)) if block.text.startswith("Officers were"))
    correct_blocks(new, blocks=leave_out(working_copy(new), place))
    assert "new" not in str(correction_of(new).comparison)


def test_each_refusal(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    by_itself = a_source(cast.dev, REWORDED, "by-itself.txt")
    with pytest.raises(NotACorrection):
        correct_minutes(by_itself, by=cast.dev, at=AT)
    with pytest.raises(Refused, match="is not recorded yet"):
        corrected(cast, by_itself, TEXT)
    with pytest.raises(AlreadyRecorded):
        begin_correction(source, source)
    new = corrected(cast, source)
    assert new == by_itself, "what waits is not kept twice"
    with pytest.raises(CannotPair):
        correct_minutes(new, by=cast.dev, at=AT, pairs={"p33-2": "p999"})
    correct_minutes(new, by=cast.dev, at=AT)
    with pytest.raises(AlreadyRecorded):
        correct_minutes(new, by=cast.dev, at=AT)
    elsewhere = TEXT.replace("33.1 The", "33.1 Then the")
    bring_in(name="elsewhere.txt", content=elsewhere.encode(), format=None, by=cast.dev, at=AT)
    record_minutes(
        SourceDocument.objects.get(name="elsewhere.txt"),
        committee=meeting.committee,
        held_on=datetime.date(2026, 3, 16),
        by=cast.dev,
        at=AT,
    )
    with pytest.raises(AlreadyBroughtIn):
        corrected(cast, source, elsewhere)


def test_what_is_there_already_is_found_by_its_items(cast: Cast, meeting: Meeting, source: SourceDocument) -> None:
    known = a_source(cast.dev, REWORDED, "new.txt")
    other = a_source(cast.dev, "35. Roads\n\nMinutes:\n\n35.1 Met.\n", "x.txt")
    committee = meeting.committee
    assert minutes_already_there(known, committee=committee, held_on=HELD_ON) == source
    assert minutes_already_there(known, committee=committee, held_on=datetime.date(2026, 3, 16)) is None
    assert minutes_already_there(other, committee=committee, held_on=HELD_ON) is None


# --- what the clerk corrected in the first document -------------------------------------------------------------------


def test_what_was_corrected_in_the_first_document_is_no_difference(cast: Cast, meeting: Meeting) -> None:
    first = a_source(cast.dev, f"{TEXT}\n34.3 Turn over.\n", "with-a-foot.txt")
    place = next(n for n, block in enumerate(working_copy(first)) if block.text == "Turn over.")
    correct_blocks(first, blocks=leave_out(working_copy(first), place))
    held_on = datetime.date(2026, 3, 16)
    record_minutes(first, committee=meeting.committee, held_on=held_on, by=cast.dev, at=AT, publish=True)
    new = corrected(cast, first, f"{TEXT}\n34.3 Turn over.\n".replace("thanked the partners", "thanked everybody"))
    assert str(correction_of(new).comparison) == "1 paragraph changed"
