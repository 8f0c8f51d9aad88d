"""The working copy becomes minutes: all at once or not at all."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.actions.bringing_in import AlreadyRecorded, correct_blocks, working_copy
from meetings.actions.recording import ItemAlreadyThere, MinutesAreSettled, NothingToRecord, record_minutes
from meetings.actions.refusals import Refused
from meetings.choices import MinutesStage
from meetings.minutes.editing import leave_out
from meetings.models import AgendaItem, Committee, Meeting, Paragraph, Resolution, SourceDocument, SuggestedAction
from tests.cast import Cast
from tests.factories import a_committee, a_meeting
from tests.meetings.sample import HELD_ON, TEXT, a_source, history, recorded
from tests.meetings.test_preview import summary
from tests.meetings.working_copy import blocks, form_of, piece


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")


def address(source: SourceDocument) -> str:
    return reverse("meetings:record", args=[source.key])


CHOSEN = {"committee": "scc", "held_on": "2026-03-09"}
NOTE = "2 items, 5 paragraphs, 3 resolutions, from “minutes.txt”."


def test_recording_makes_meeting_items_paragraphs_and_resolutions(
    dev: Client, source: SourceDocument, committee: Committee
) -> None:
    answer = dev.post(address(source), form_of(source) | CHOSEN)
    assert answer["Location"] == "/meetings/scc/2026-03-09/"
    meeting = Meeting.objects.get()
    assert (meeting.held_on, meeting.minutes_stage) == (HELD_ON, MinutesStage.IN_PREPARATION)
    assert (meeting.present, meeting.apologies) == ("Councillors Osei (Chair), Marsh and Holt", "Councillor Reid")
    assert list(meeting.items.values_list("order", "number", "title", "slug", "agenda_text")) == [
        (1, "33", "Online crime", "33", "The Committee is asked to examine how partners deal with online crime."),
        (2, "34", "Library opening hours", "34", ""),
    ]
    first = meeting.items.get(slug="33")
    assert list(first.paragraphs.values_list("order", "number", "kind", "anchor")) == [
        (1, "33.1", "paragraph", "p33-1"),
        (2, "33.2", "paragraph", "p33-2"),
        (3, "33.3", "paragraph", "p33-3"),
    ]
    assert list(first.resolutions.values_list("number", "anchor", "stem", "paragraph__number")) == [
        ("1", "r1", "Resolved - That the Committee:", "33.3"),
        ("2", "r2", "Resolved - That the Committee:", "33.3"),
    ]
    assert history(meeting) == [("minutes_recorded", "Dev Patel", "Clerk", NOTE)]


def test_suggestions_wait_and_are_never_tracked_by_themselves(
    dev: Client, source: SourceDocument, committee: Committee
) -> None:
    dev.post(address(source), form_of(source) | CHOSEN)
    rows = SuggestedAction.objects.values_list(
        "paragraph__anchor", "resolution__anchor", "state", "is_marked", "phrase"
    )
    assert list(rows) == [
        ("p33-2", None, "waiting", False, "asked for a list"),
        (None, "r2", "waiting", False, "shared with the committee"),
    ]
    page = dev.get("/meetings/scc/2026-03-09/").content.decode()
    assert "Recorded 2 items, 5 paragraphs, 3 resolutions. 2 passages seem to ask for something" in page


def test_recording_and_publishing_at_once(dev: Client, source: SourceDocument, committee: Committee) -> None:
    dev.post(address(source), form_of(source) | CHOSEN | {"publish": "yes"})
    meeting = Meeting.objects.get()
    assert meeting.minutes_stage == MinutesStage.DRAFT
    assert history(meeting) == [
        ("minutes_recorded", "Dev Patel", "Clerk", NOTE),
        ("minutes_published", "Dev Patel", "Clerk", ""),
    ]


def test_the_source_is_kept_with_where_each_piece_went(
    dev: Client, source: SourceDocument, committee: Committee
) -> None:
    dev.post(address(source), form_of(source) | CHOSEN)
    source.refresh_from_db()
    assert source.meeting == Meeting.objects.get()
    assert source.recorded_at is not None
    assert bytes(source.content) == TEXT.encode()
    went = [row.get("recorded_as") for row in source.blocks]
    assert [anchor for anchor in went if anchor] == [
        "33",
        "p33-1",
        "p33-2",
        "p33-3",
        "r1",
        "r2",
        "34",
        "p34-1",
        "r34-2",
    ]


def test_what_was_changed_on_the_page_is_recorded(dev: Client, source: SourceDocument, committee: Committee) -> None:
    n = piece(source, "The Cabinet Member")
    dev.post(address(source), form_of(source, **{f"text_{n}": "The Leader spoke."}) | CHOSEN)
    assert Paragraph.objects.get(number="33.1").text == "The Leader spoke."


def test_a_new_committee_comes_with_its_first_minutes(dev: Client, source: SourceDocument) -> None:
    new = {"new_name": "Safer Communities Committee", "new_prefix": "SCC", "new_slug": "safer", "held_on": "2026-03-09"}
    answer = dev.post(address(source), form_of(source) | new)
    assert answer["Location"] == "/meetings/safer/2026-03-09/"
    made = Committee.objects.get()
    assert (made.name, made.prefix, made.slug) == ("Safer Communities Committee", "SCC", "safer")


@pytest.mark.parametrize(
    ("chosen", "errors"),
    [
        ({"held_on": "2026-03-09"}, ["Committee: Choose the committee, or name a new one below it."]),
        ({"committee": "scc"}, ["Date of the meeting: Give a date."]),
        (
            {"committee": "scc", "held_on": "31 June"},
            ["Date of the meeting: Give a date, for example 4 March 2019 as 2019-03-04."],
        ),
        (
            {"committee": "scc", "held_on": "2999-01-01"},
            ["Date of the meeting: That day is still to come, so there are no minutes of it. Give an earlier one."],
        ),
        (
            {"committee": "scc", "new_name": "Roads Panel", "held_on": "2026-03-09"},
            ["Committee: You have chosen a committee and named a new one. Choose one of the two."],
        ),
        (
            {"new_name": "Roads Panel", "held_on": "2026-03-09"},
            [
                "Prefix of its references: This field cannot be blank.",
                "Its short name in addresses: This field cannot be blank.",
            ],
        ),
        (
            {"new_name": "Roads Panel", "new_prefix": "SCC", "new_slug": "roads", "held_on": "2026-03-09"},
            ["Prefix of its references: Committee with this Reference prefix already exists."],
        ),
    ],
)
def test_a_wrong_meeting_says_so_and_keeps_everything(
    dev: Client, source: SourceDocument, committee: Committee, chosen: dict[str, str], errors: list[str]
) -> None:
    n = piece(source, "The Cabinet Member")
    answer = dev.post(address(source), form_of(source, **{f"text_{n}": "The Leader spoke."}) | chosen)
    assert summary(answer) == errors
    assert "The Leader spoke.</textarea>" in answer.content.decode()
    assert all(f'value="{value}"' in answer.content.decode() for value in chosen.values())
    assert not Meeting.objects.exists()
    assert blocks(source)[n - 1].text == "The Leader spoke."


def test_a_wrong_row_stops_the_recording(dev: Client, source: SourceDocument, committee: Committee) -> None:
    answer = dev.post(address(source), form_of(source, text_1="") | CHOSEN)
    assert summary(answer) == ["Piece 1: Write the wording, or choose “Left out” as its kind."]
    assert not Meeting.objects.exists()


def test_a_page_that_is_out_of_date_records_nothing(dev: Client, source: SourceDocument, committee: Committee) -> None:
    old = form_of(source, text_1="Northmoor")
    dev.post(source.get_absolute_url(), form_of(source) | {"join": "2"})
    answer = dev.post(address(source), old | CHOSEN)
    assert "changed in another window" in summary(answer)[0]
    assert not Meeting.objects.exists()


def test_recording_twice_says_so_and_makes_nothing(dev: Client, cast: Cast) -> None:
    meeting = recorded(cast.dev)
    source = meeting.sources.get()
    answer = dev.post(address(source), form_of(source) | CHOSEN)
    assert answer["Location"] == reverse("meetings:source", args=[source.key])
    assert AgendaItem.objects.count() == 2
    with pytest.raises(AlreadyRecorded):
        record_minutes(source, committee=meeting.committee, held_on=HELD_ON, by=cast.dev, at=timezone.now())


def again(cast: Cast, meeting: Meeting, text: str, *, publish: bool = True) -> Meeting:
    """Another source of the same meeting."""
    source = a_source(cast.dev, text, "more.txt")
    return record_minutes(
        source, committee=meeting.committee, held_on=meeting.held_on, by=cast.dev, at=timezone.now(), publish=publish
    )


def test_another_source_adds_its_items_behind_with_anchors_of_their_own(cast: Cast) -> None:
    meeting = recorded(cast.dev)
    text = "35. Roads\n\nMinutes:\n\n35.1 Members met.\n\nResolved - That the Panel:\n\n1. thanks;\n2. asks."
    assert again(cast, meeting, text) == meeting
    assert list(meeting.items.values_list("order", "slug")) == [(1, "33"), (2, "34"), (3, "35")]
    assert list(Resolution.objects.filter(item__slug="35").values_list("anchor", flat=True)) == ["r35-1", "r35-2"]
    assert [kind for kind, *_ in history(meeting)] == ["minutes_recorded", "minutes_published", "minutes_recorded"]


def test_an_item_that_has_minutes_is_not_doubled(cast: Cast) -> None:
    meeting = recorded(cast.dev)
    with pytest.raises(ItemAlreadyThere, match="has minutes of “33 Online crime” already"):
        again(cast, meeting, "33. Online crime\n\nMinutes:\n\n33.9 Members met again.")
    assert AgendaItem.objects.count() == 2
    assert SourceDocument.objects.get(name="more.txt").meeting is None
    assert len(history(meeting)) == 2


def test_an_item_of_the_agenda_without_minutes_is_filled(cast: Cast, committee: Committee) -> None:
    meeting = a_meeting(committee=committee, held_on=HELD_ON, minutes_stage=MinutesStage.NONE)
    item = AgendaItem.objects.create(meeting=meeting, order=5, number="33", title="Crime online", slug="crime")
    assert recorded(cast.dev, committee=committee) == meeting
    assert list(meeting.items.values_list("order", "slug")) == [(5, "crime"), (6, "34")]
    assert item.paragraphs.count() == 3


def test_published_minutes_do_not_grow_unseen(cast: Cast) -> None:
    meeting = recorded(cast.dev)
    with pytest.raises(MinutesAreSettled, match="published already"):
        again(cast, meeting, "35. Roads\n\nMinutes:\n\n35.1 Members met.", publish=False)
    assert AgendaItem.objects.count() == 2


def test_approved_minutes_are_not_added_to(cast: Cast) -> None:
    meeting = recorded(cast.dev)
    Meeting.objects.update(minutes_stage=MinutesStage.APPROVED, approved_on=datetime.date(2026, 6, 8))
    with pytest.raises(MinutesAreSettled, match="are approved"):
        again(cast, meeting, "35. Roads\n\nMinutes:\n\n35.1 Members met.")
    assert AgendaItem.objects.count() == 2


def test_nothing_to_record(dev: Client, source: SourceDocument, committee: Committee) -> None:
    copy = working_copy(source)
    for place in range(len(copy)):
        copy = leave_out(copy, place)
    correct_blocks(source, blocks=copy)
    answer = dev.post(address(source), form_of(source) | CHOSEN)
    assert summary(answer) == ["There is no paragraph and no resolution to record: say which pieces are minutes."]
    assert not Meeting.objects.exists()
    with pytest.raises(NothingToRecord):
        record_minutes(source, committee=committee, held_on=HELD_ON, by=source.brought_in_by, at=timezone.now())


def test_an_item_without_a_title_is_refused(cast: Cast, committee: Committee) -> None:
    source = a_source(cast.dev, "Members met and " + "spoke at length about it " * 40 + ".")
    with pytest.raises(Refused, match="say which piece is the title"):
        record_minutes(source, committee=committee, held_on=HELD_ON, by=cast.dev, at=timezone.now())
    assert not Meeting.objects.exists()


def test_a_second_meeting_of_the_day_is_the_one_without_minutes(cast: Cast) -> None:
    first = recorded(cast.dev)
    second = a_meeting(committee=first.committee, held_on=HELD_ON, slug="2026-03-09-2", minutes_stage=MinutesStage.NONE)
    text = "35. Roads\n\nMinutes:\n\n35.1 Members met."
    assert again(cast, first, text) == second


def test_get_is_refused(dev: Client, source: SourceDocument) -> None:
    assert dev.get(address(source)).status_code == 405


def test_only_clerks_record(client: Client, cast: Cast, source: SourceDocument, committee: Committee) -> None:
    fields = form_of(source) | CHOSEN
    assert client.post(address(source), fields)["Location"].startswith(reverse("sign_in"))
    for user in (cast.osei, cast.tom):
        client.force_login(user)
        assert client.post(address(source), fields).status_code == 403
    assert not Meeting.objects.exists()
