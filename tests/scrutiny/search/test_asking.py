"""Searching: what is found, in what order, what is shown of it, and what never is. The same on both databases."""

import datetime
from collections.abc import Sequence

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from meetings.choices import MinutesStage
from meetings.models import AgendaItem, Paragraph
from recommendations.choices import Outcome, SignOffDecision
from recommendations.models import SignOff
from scrutiny.search import engine
from scrutiny.search.asking import Found, Kind, Tally, search
from scrutiny.search.snippets import LENGTH, Segment
from tests.cast import gather
from tests.factories import (
    TODAY,
    a_committee,
    a_meeting,
    a_paragraph,
    a_recommendation,
    a_resolution,
    an_item,
)

pytestmark = pytest.mark.django_db

RESIDENT = AnonymousUser()


def ask(text: str, kind: Kind | None = None) -> Found:
    return search(text, visitor=RESIDENT, on=TODAY, kind=kind)


def labels(text: str, kind: Kind | None = None) -> list[str]:
    found = ask(text, kind)
    return [hit.label for hit in found.hits(found.keys)]


def said(segments: Sequence[Segment]) -> str:
    """The text, with what was found in square brackets."""
    return "".join(f"[{segment.text}]" if segment.is_hit else segment.text for segment in segments)


@given(st.text() | st.text(alphabet="ab \"-()*:^{}+'\\.,/\0OR\ud800\x02’“éß33"))
def test_nothing_that_can_be_typed_does_harm(text: str) -> None:
    found = ask(text)
    found.hits(found.keys)


# What is found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("library", True),
        ("LIBRARIES", True),
        ("keeping", True),
        ("computers library", True),
        ("computers swimming", False),
        ('"two computers"', True),
        ('"computers two"', False),
        ("library -swimming", True),
        ("library -computers", False),
        ("swimming OR library", True),
        ("café", True),
        ("cafe", True),
        ("colleges", True),
        ("schools", True),
        ("children", True),
        ("children's", True),
        ("northmoor", True),
        ("the library and its computers", True),
        ("2.5", True),
        ("2.6", False),
        ("Llyn", True),
        ("comput", True),
        ("compute", True),
        ("compass", False),
    ],
)
def test_both_databases_find_the_same(text: str, is_found: bool) -> None:
    a_paragraph(
        text="To keep two computers in “libraries”, the café of schools/colleges and the children’s rooms in Llŷn: "
        "www.northmoor.example; 2.5 per cent."
    )
    assert ask(text).tallies == {
        Kind.RECOMMENDATIONS: Tally(0),
        Kind.RESOLUTIONS: Tally(0),
        Kind.ITEMS: Tally(0),
        Kind.PARAGRAPHS: Tally(int(is_found)),
    }


def test_all_kinds_are_found_and_the_best_of_each_stand_first() -> None:
    item = an_item(number="33", title="Reservoir", agenda_text="To hear of the osprey.")
    an_item(number="34", title="Osprey nests", meeting=item.meeting)
    a_paragraph(item=item, text="Osprey nests are watched, among much else that members heard of that day and later.")
    a_paragraph(item=item, text="Osprey osprey.")
    resolution = a_resolution(item=item, text="asks the Cabinet to protect the osprey.")
    a_resolution(item=item, text="notes the report.", stem="Resolved – that the osprey committee:")
    committee = a_committee(prefix="SSC")
    a_recommendation(committee=committee, title="Reservoir", wording="That the osprey be protected.")
    a_recommendation(
        committee=committee, title="Osprey nests", wording="That they be protected.", resolution=resolution
    )

    assert labels("osprey") == [
        "SSC (25/26) 02",
        "Resolution 1",
        "Item 34",
        "Minute 33.2",
        "SSC (25/26) 01",
        "Resolution 2",
        "Item 33",
        "Minute 33.1",
    ]
    assert {str(kind): str(tally) for kind, tally in ask("osprey").tallies.items()} == {
        "recommendations": "2",
        "resolutions": "2",
        "items": "2",
        "paragraphs": "2",
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.RECOMMENDATIONS, ["SSC (25/26) 01"]),
        (Kind.RESOLUTIONS, ["Resolution 1"]),
        (Kind.ITEMS, ["Item 33"]),
        (Kind.PARAGRAPHS, ["Minute 33.1"]),
    ],
)
def test_one_kind_alone_with_the_numbers_of_all(kind: Kind, expected: list[str]) -> None:
    item = an_item(number="33", title="Osprey")
    a_paragraph(item=item, text="Osprey.")
    a_resolution(item=item, text="Osprey.")
    a_recommendation(committee=a_committee(prefix="SSC"), wording="Osprey.")
    assert labels("osprey", kind) == expected
    assert ask("osprey", kind).total == Tally(4)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("youth reoffending", True),
        ('"reoffending rates"', True),
        ("wardens", True),
        ("youth wardens", True),
        ("crime", False),
    ],
)
def test_an_agenda_item_is_found_by_its_heading_and_its_agenda_text(text: str, is_found: bool) -> None:
    item = an_item(number="33", title="Youth Reoffending Rates", agenda_text="To hear the wardens.")
    a_paragraph(item=item, text="Members heard the report.")
    an_item(meeting=item.meeting, number="34", title="Libraries")
    assert labels(text) == (["Item 33"] if is_found else [])


def test_a_heading_stands_before_the_paragraphs_that_hold_the_same_words() -> None:
    item = an_item(number="33", title="Osprey")
    for _ in range(3):
        a_paragraph(item=item, text="Osprey osprey osprey.")
    assert labels("osprey") == ["Item 33", "Minute 33.3", "Minute 33.2", "Minute 33.1"]


def test_more_than_are_ranked_are_said_to_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    item = an_item()
    for _ in range(3):
        a_paragraph(item=item, text="Osprey.")
    monkeypatch.setattr(engine, "POOL", 3)
    monkeypatch.setattr("scrutiny.search.asking.POOL", 3)
    assert str(ask("osprey").total) == "3"
    a_paragraph(item=item, text="Osprey.")
    assert str(ask("osprey").total) == "3+"


def test_a_thousand_is_written_with_a_comma() -> None:
    assert str(Tally(1000, is_more=True) + Tally(12)) == "1,012+"


# What has a name


@pytest.mark.parametrize(
    "typed",
    ["SSC (17/18) 01", "ssc 17/18 1", "SSC(17/18)01", "ssc-17-18-01", '"SSC (17/18) 01"', "  ssc (17/18)  1 "],
)
def test_a_reference_however_carelessly_typed_finds_its_recommendation_first(typed: str) -> None:
    ssc = a_committee(prefix="SSC")
    a_recommendation(committee=a_committee(prefix="HSC"), made_on=datetime.date(2018, 3, 1))
    a_recommendation(committee=ssc, made_on=datetime.date(2019, 3, 1))
    a_recommendation(committee=ssc, made_on=datetime.date(2018, 3, 1))
    a_recommendation(committee=ssc, made_on=datetime.date(2018, 3, 1), wording="Instead of SSC (17/18) 01.")
    assert labels(typed)[0] == "SSC (17/18) 01"


@pytest.mark.parametrize(
    "typed",
    ["SC2526 01", "sc 25/26 1", "SC 25 26 01", "sc252601", "SC 2526/1", "sc/25/26/01", "SC 25–26 01", "SC(25/26)1"],
)
def test_a_reference_without_its_signs_finds_its_recommendation_alone(typed: str) -> None:
    sc = a_committee(prefix="SC")
    for made_on in (datetime.date(2024, 9, 9), datetime.date(2025, 9, 9), datetime.date(2025, 9, 9)):
        a_recommendation(committee=sc, made_on=made_on)
    a_recommendation(committee=a_committee(prefix="SC2"), made_on=datetime.date(2025, 9, 9))
    assert labels(typed) == ["SC (25/26) 01"]


def test_figures_that_mean_two_references_find_the_one_there_is_and_neither_of_two() -> None:
    """SC12131401 is SC (12/13) 1401 or SC12 (13/14) 01."""
    a_recommendation(committee=a_committee(prefix="SC12"), made_on=datetime.date(2013, 9, 9))
    assert labels("SC12131401") == ["SC12 (13/14) 01"]
    sc = a_committee(prefix="SC")
    hidden = a_recommendation(committee=sc, made_on=datetime.date(2012, 9, 9), sequence=1401, is_exempt=True)
    assert labels("SC12131401") == ["SC12 (13/14) 01"], "what one may not see makes nothing ambiguous"
    hidden.is_exempt = False
    hidden.save()
    assert labels("SC12131401") == []
    assert labels("SC12 13/14 01") == ["SC12 (13/14) 01"]
    assert labels("SC 12/13 1401") == ["SC (12/13) 1401"]


def test_the_number_of_an_item_may_look_like_a_reference() -> None:
    sc = a_committee(prefix="SC")
    a_recommendation(committee=sc, made_on=datetime.date(2016, 9, 9))
    an_item(number="SC/16/17/1", slug="sc-16-17-1")
    assert labels("SC/16/17/1") == ["SC (16/17) 01", "Item SC/16/17/1"]


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("SSC 17/18", True),
        ("sc252699", True),
        ("SC (17/19) 01", True),
        ("33.66", True),
        ("minute 33.66", True),
        ("osprey", False),
        ("osprey nests 2025 report", False),
        ("", False),
    ],
)
def test_what_was_perhaps_meant_for_a_name_is_known(typed: str, is_one: bool) -> None:
    assert ask(typed).is_for_a_name is is_one


@pytest.mark.parametrize("typed", ["SSC (17/19) 01", "SSC (17/18) 99", "SSC 17/18"])
def test_a_reference_that_is_none_finds_nothing(typed: str) -> None:
    a_recommendation(committee=a_committee(prefix="SSC"), made_on=datetime.date(2018, 3, 1))
    assert labels(typed) == []


@pytest.mark.parametrize("typed", ["33.6", "minute 33.6", "Minutes 33.6", "33.6."])
def test_the_number_of_a_minute_finds_it_first_the_newest_before_the_others(typed: str) -> None:
    older = an_item(meeting=a_meeting(held_on=datetime.date(2019, 3, 4)))
    newer = an_item(meeting=a_meeting(held_on=datetime.date(2025, 3, 4)))
    a_paragraph(item=newer, number="34.1", text="As minute 33.6 says.")
    a_paragraph(item=newer, number="33.6", text="Libraries.")
    a_paragraph(item=older, number="33.6", text="Libraries.")
    found = ask(typed)
    assert [(hit.label, hit.context[-4:]) for hit in found.hits(found.keys)] == [
        ("Minute 33.6", "2025"),
        ("Minute 33.6", "2019"),
        ("Minute 34.1", "2025"),
    ]


@pytest.mark.parametrize("typed", ["ESC/16/25", "esc/16/25", "item ESC/16/25"])
def test_the_number_of_an_agenda_item_finds_it(typed: str) -> None:
    an_item(number="ESC/16/25", slug="esc-16-25", title="Libraries")
    found = ask(typed)
    assert [(hit.label, said(hit.title)) for hit in found.hits(found.keys)] == [("Item ESC/16/25", "Libraries")]


# What is shown


def test_a_hit_says_what_it_is_where_it_comes_from_and_marks_what_was_found() -> None:
    committee = a_committee(name="Libraries Committee", prefix="LC", slug="lc")
    item = an_item(
        meeting=a_meeting(committee=committee, held_on=datetime.date(2026, 3, 9)), number="33", title="Books"
    )
    an_item(
        meeting=item.meeting, number="34", title="Computers & libraries", agenda_text="Which library has a computer."
    )
    a_paragraph(item=item, text="Members asked which libraries have computers.")
    resolution = a_resolution(item=item)
    a_recommendation(resolution=resolution)
    found = ask("library computers")
    assert [
        (hit.label, said(hit.title), hit.url, hit.context, said(hit.snippet), hit.standing)
        for hit in found.hits(found.keys)
    ] == [
        (
            "LC (25/26) 01",
            "[Computers] in [libraries]",
            "/recommendations/lc-25-26-01/",
            "Libraries Committee · made 9 March 2026",
            "That two [computers] be kept in every [library].",
            "not_started",
        ),
        (
            "Resolution 1",
            "Books",
            "/meetings/lc/2026-03-09/33/#r1",
            "Libraries Committee, 9 March 2026",
            "Resolved – that the committee: asks the Cabinet to keep two [computers] in every [library].",
            "",
        ),
        (
            "Item 34",
            "[Computers] & [libraries]",
            "/meetings/lc/2026-03-09/34/",
            "Libraries Committee, 9 March 2026",
            "Which [library] has a [computer].",
            "",
        ),
        (
            "Minute 33.1",
            "Books",
            "/meetings/lc/2026-03-09/33/#p33-1",
            "Libraries Committee, 9 March 2026",
            "Members asked which [libraries] have [computers].",
            "",
        ),
    ]


def test_an_item_without_number_and_agenda_text_is_shown_by_its_heading() -> None:
    an_item(number="", title="Osprey nests")
    found = ask("osprey")
    assert [(hit.label, said(hit.title), hit.snippet) for hit in found.hits(found.keys)] == [
        ("Item", "[Osprey] nests", [])
    ]


def test_a_closed_recommendation_says_how_it_ended() -> None:
    closed = a_recommendation(title="Osprey")
    SignOff.objects.create(
        recommendation=closed,
        decision=SignOffDecision.CLOSED,
        outcome=Outcome.ACHIEVED,
        decided_on=TODAY,
        resolution=a_resolution(),
    )
    found = ask("osprey")
    assert [hit.standing for hit in found.hits(found.keys)] == ["achieved"]


def test_what_was_found_in_the_stem_is_marked_there() -> None:
    a_resolution(stem="Resolved – that the Cabinet protect ospreys by:", text="watching nests;")
    found = ask("osprey")
    assert (
        said(found.hits(found.keys)[0].snippet) == "Resolved – that the Cabinet protect [ospreys] by: watching nests;"
    )


def test_of_a_long_text_the_piece_with_the_words_is_shown_from_word_to_word() -> None:
    a_paragraph(text=f"Osprey. {'Members spoke of it at length. ' * 40}Two osprey nests. {'Others did not. ' * 40}")
    hit = ask("osprey nests").hits(ask("osprey nests").keys)[0]
    shown = said(hit.snippet)
    assert "Two [osprey nests]. Others" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= LENGTH + len("… [] …")
    assert hit.snippet[1].text.split()[0] in {"Members", "spoke", "of", "it", "at", "length."}


@pytest.mark.parametrize(
    "text", ["Café & <b>osprey</b>", "schools/osprey’s “nest”", "Llŷn osprey\n\nnest", "OSPREY–x €5 ²"]
)
def test_signs_in_the_text_stay_as_they_are(client: Client, text: str) -> None:
    a_paragraph(text=text)
    found = ask("osprey")
    shown = said(found.hits(found.keys)[0].snippet)
    assert shown.replace("[", "").replace("]", "") == text
    assert "[osprey]" in shown.lower()


# What is never shown


def test_what_is_exempt_or_not_published_is_in_no_list_and_in_no_count() -> None:
    people = gather()
    open_item = an_item(number="33")
    hidden = an_item(meeting=a_meeting(minutes_stage=MinutesStage.IN_PREPARATION), number="33")
    closed = an_item(meeting=open_item.meeting, number="34", is_exempt=True)
    a_paragraph(item=open_item, text="Osprey.", number="33.1", is_exempt=True)
    a_resolution(item=open_item, text="Osprey.", is_exempt=True)
    a_paragraph(item=closed, text="Osprey.", number="34.1")
    a_resolution(item=closed, text="Osprey.")
    a_paragraph(item=hidden, text="Osprey.", number="33.1")
    a_resolution(item=hidden, text="Osprey.")
    ssc = a_committee(prefix="SSC")
    a_recommendation(committee=ssc, title="Osprey", is_exempt=True, lead_post=people.toms_post)
    a_recommendation(committee=ssc, title="Osprey", published_at=None)

    def seen(text: str) -> dict[str, tuple[str, int]]:
        answers = {name: search(text, visitor=visitor, on=TODAY) for name, visitor in people.everyone().items()}
        return {name: (str(found.total), len(found.hits(found.keys))) for name, found in answers.items()}

    nobody = dict.fromkeys(people.everyone(), ("0", 0))
    assert seen("osprey") == nobody | {"officer": ("1", 1), "clerk": ("8", 8), "administrator": ("8", 8)}
    assert seen("34.1") == nobody | {"clerk": ("1", 1), "administrator": ("1", 1)}
    assert seen("34") == nobody | {"clerk": ("1", 1), "administrator": ("1", 1)}
    assert seen("SSC 25/26 1") == nobody | {"officer": ("1", 1), "clerk": ("1", 1), "administrator": ("1", 1)}
    assert seen("SSC 25/26 2") == nobody | {"clerk": ("1", 1), "administrator": ("1", 1)}


def test_the_heading_of_an_exempt_or_unpublished_item_is_in_no_list_and_in_no_count() -> None:
    people = gather()
    closed = {"is_exempt": True, "exempt_paragraphs": "3"}
    hidden = a_meeting(minutes_stage=MinutesStage.IN_PREPARATION)
    an_item(title="Osprey", agenda_text="Heron", number="77", **closed)
    an_item(title="Osprey", agenda_text="Heron", number="78", meeting=hidden)
    an_item(title="Osprey", agenda_text="Heron", number="79", meeting=hidden, **closed)

    def seen(text: str, kind: Kind | None) -> dict[str, tuple[str, str, list[str]]]:
        answers = {
            name: search(text, visitor=visitor, on=TODAY, kind=kind) for name, visitor in people.everyone().items()
        }
        return {
            name: (
                str(found.total),
                str(found.tallies[Kind.ITEMS]),
                sorted(hit.label for hit in found.hits(found.keys)),
            )
            for name, found in answers.items()
        }

    nobody: dict[str, tuple[str, str, list[str]]] = dict.fromkeys(people.everyone(), ("0", "0", []))
    everything = ("3", "3", ["Item 77", "Item 78", "Item 79"])
    for text in ("osprey", "heron", "osprey heron"):
        for kind in (None, Kind.ITEMS):
            assert seen(text, kind) == nobody | {"clerk": everything, "administrator": everything}
    for number in ("77", "78", "79"):
        one = ("1", "1", [f"Item {number}"])
        assert seen(number, None) == nobody | {"clerk": one, "administrator": one}
    keys = [(AgendaItem, item.pk) for item in AgendaItem.objects.all()]
    assert ask("osprey").hits(keys) == []


def test_what_was_exempt_is_found_from_the_day_on_which_it_is_open() -> None:
    a_paragraph(text="Osprey.", is_exempt=True, exempt_until=TODAY)
    an_item(title="Osprey", is_exempt=True, exempt_until=TODAY)
    assert ask("osprey").total == Tally(2)
    the_day_before = TODAY - datetime.timedelta(days=1)
    assert search("osprey", visitor=RESIDENT, on=the_day_before).total == Tally(0)


def test_keys_of_what_may_not_be_seen_give_no_hits() -> None:
    secret = a_paragraph(text="Osprey.", is_exempt=True)
    assert ask("osprey").hits([(Paragraph, secret.pk)]) == []


def test_a_clerk_is_told_what_is_exempt_and_what_is_not_published(client: Client) -> None:
    people = gather()
    meeting = a_meeting(minutes_stage=MinutesStage.IN_PREPARATION, committee=a_committee(name="Libraries Committee"))
    a_paragraph(item=an_item(meeting=meeting), text="Osprey.", is_exempt=True)
    an_item(meeting=meeting, title="Osprey", is_exempt=True)
    a_recommendation(committee=meeting.committee, title="Osprey", published_at=None, is_exempt=True)
    found = search("osprey", visitor=people.dev, on=TODAY)
    assert [hit.context for hit in found.hits(found.keys)] == [
        "Libraries Committee · made 9 March 2026 · exempt · not published",
        "Libraries Committee, 9 March 2026 · not published · exempt",
        "Libraries Committee, 9 March 2026 · not published · exempt",
    ]
