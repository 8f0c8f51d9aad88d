"""ModernGov's XML: what it says itself is taken as it says it, and what is not public is not read."""

import datetime
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.minutes import Block, Kind, UnreadableMinutes, assemble, read, read_blocks
from meetings.minutes.sources.detection import detect
from meetings.minutes.sources.moderngov import meeting_of, particulars, time_of_day
from tests.meetings.minutes.test_lossless import bare
from tests.moderngov import AGENDA, MOVED, Paper, TheirItem, TheirMeeting, their_committees, their_meetings

REAL = Path(__file__).parents[4] / "shared" / "moderngov"


def reading(*items: TheirItem, **meeting: object) -> tuple[Block, ...]:
    return read_blocks(replace(TheirMeeting(items=items), **meeting).bytes()).blocks  # type: ignore[arg-type]


def of_kind(blocks: tuple[Block, ...], kind: Kind) -> list[str]:
    return [block.text for block in blocks if block.kind is kind]


def test_a_meeting_is_read_as_it_says_it_is() -> None:
    minutes = read(TheirMeeting().bytes())
    assert (minutes.committee, minutes.date, minutes.key) == ("Ponds Committee", datetime.date(2026, 2, 10), "5001")
    assert minutes.present == (
        "Councillor Wren Alder (Chair)",
        "Councillor Kit O'Dell",
        "In attendance: Dana Brook (Ecologist)",
    )
    assert minutes.apologies == ("Councillor Jo Marsh",)
    assert minutes.documents == ("Ponds report",)
    assert minutes.warnings == ()
    (item,) = minutes.items
    assert (item.number, item.title, item.key) == ("1", "Village Ponds", "20001")
    assert item.agenda_text == ("To receive the report of the Ecologist on ponds.",)
    assert [(one.number, one.text) for one in item.paragraphs] == [
        (None, "The Ecologist said that Elmford pond was full, and that the children's pond was not.")
    ]
    assert [(one.number, one.text) for one in item.resolutions] == [
        ("a", "the report be noted; and"),
        ("b", "the pond be cleared in May."),
    ]


def test_items_are_those_of_the_xml_whatever_stands_in_their_texts() -> None:
    body = "<p>1. Apologies</p><p>None.</p><p>2. MINUTES</p><p>Agreed.</p><p>Minutes:</p><p>7/26 To Approve</p>"
    items = [TheirItem(key=str(n), number=f"{n}.", title=f"Matter {n}", minutes=body) for n in range(1, 6)]
    found = read(TheirMeeting(items=tuple(items)).bytes()).items
    assert [(item.number, item.title, item.key) for item in found] == [
        (str(n), f"Matter {n}", str(n)) for n in range(1, 6)
    ]
    assert all(item.paragraphs for item in found)


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("9.", "9", "Work Programme"),
        ("12a", "12a", "Work Programme"),
        ("PCC/26/4", "PCC/26/4", "Work Programme"),
        ("(iv)", "iv", "Work Programme"),
        ("", None, "Work Programme"),
        ("Part A of the agenda, matter number one", None, "Part A of the agenda, matter number one Work Programme"),
    ],
)
def test_the_number_is_the_printed_one(printed: str, number: str | None, title: str) -> None:
    item = read(TheirMeeting(items=(TheirItem(number=printed, title="Work Programme"),)).bytes()).items[0]
    assert (item.number, item.title) == (number, title)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Children&#39;s Services", "Children's Services"),
        ("Children&amp;#39;s Services", "Children's Services"),
        ("Health &amp; Care", "Health & Care"),
        ("Roads &Regulation", "Roads &Regulation"),
        ("Ward\n   Walks", "Ward Walks"),
        ("Tabs\tand\x1fmore", "Tabs andmore"),
    ],
)
def test_entities_are_decoded_however_often_they_were_encoded(written: str, read_as: str) -> None:
    body = f"<p>They spoke of {written}.</p>".replace("\x1f", "&#x1F;")
    item = read(TheirMeeting(items=(TheirItem(title=written, minutes=body),)).bytes()).items[0]
    assert item.title == read_as
    assert item.paragraphs[0].text == f"They spoke of {read_as}."


def test_html_that_was_escaped_twice_is_html() -> None:
    body = "&lt;p&gt;The pond\nwas full.&lt;/p&gt;&lt;p&gt;It was &lt;b&gt;cleared&lt;/b&gt;.&lt;/p&gt;"
    item = read(TheirMeeting(items=(TheirItem(minutes=body),)).bytes()).items[0]
    assert [one.text for one in item.paragraphs] == ["The pond was full.", "It was cleared."]


def test_lists_and_tables_come_as_they_are_printed() -> None:
    body = (
        "<p>RESOLVED: That</p><ol type='a'><li>it be noted; and</li><li>a note be sent.</li></ol>"
        "<table><tr><td>Pond</td><td>Depth</td></tr><tr><td>Elmford</td><td>2 m</td></tr></table>"
    )
    item = read(TheirMeeting(items=(TheirItem(minutes=body),)).bytes()).items[0]
    assert [(one.number, one.text) for one in item.resolutions] == [("a", "it be noted; and"), ("b", "a note be sent.")]
    assert [one.text for one in item.paragraphs] == ["Pond | Depth", "Elmford | 2 m"]


def test_a_decision_that_the_minutes_repeat_counts_once() -> None:
    decision = "<p>That the pond be cleared in May.</p>"
    minutes = "<p>Members spoke.</p><p>RESOLVED: That the pond be cleared in May.</p>"
    item = read(TheirMeeting(items=(TheirItem(decision=decision, minutes=minutes),)).bytes()).items[0]
    assert len(item.resolutions) == 1
    assert [one.text for one in item.paragraphs] == ["Members spoke."]


def test_a_decision_alone_is_a_resolution() -> None:
    item = read(TheirMeeting(items=(TheirItem(decision="<p>That it be noted.</p>", minutes=""),)).bytes()).items[0]
    assert [one.text for one in item.resolutions] == ["That it be noted."]


def test_the_field_of_actions_gives_marked_actions() -> None:
    actions = "Clerk to write to the school\nHead of Parks: clear the pond"
    item = read(TheirMeeting(items=(TheirItem(actions=actions, presented_by="Dana Brook"),)).bytes()).items[0]
    assert [(one.owner, one.text, one.implied) for one in item.actions] == [
        ("Clerk", "Clerk to write to the school", False),
        ("Head of Parks", "clear the pond", False),
    ]


def test_who_presented_it_and_who_only_was_expected_is_left_out_with_its_reason() -> None:
    blocks = reading(TheirItem(presented_by="Dana Brook"))
    assert [(block.text, block.reason) for block in blocks if block.kind is Kind.LEFT_OUT] == [
        ("Moot Hall, Elmford", "place of the meeting"),
        ("Councillor Sam Reed: Expected", "not said to have been there"),
        ("Minutes:", "label"),
        ("Presented By: Dana Brook", "particulars of the item"),
    ]


SECRET = "Quarry Lane tender"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (TheirItem(number="4.", title=SECRET, is_restricted=True), "Item 4 is not public in ModernGov"),
        (TheirItem(number="4.", title=SECRET, is_displayed=False), "Item 4 is not public in ModernGov"),
        (TheirItem(number="", title=SECRET, is_restricted=True), "An item is not public in ModernGov"),
        (TheirItem(number="4.", title=f"{SECRET} (Exempt)"), "Item 4 was not read, because its title says"),
        (TheirItem(number="4.", title=f"Part Two: {SECRET}"), "Item 4 was not read, because its title says"),
        (TheirItem(number="4.", title=f"CONFIDENTIAL {SECRET}"), "Item 4 was not read, because its title says"),
    ],
)
def test_of_an_item_that_is_not_public_nothing_is_read(item: TheirItem, said: str) -> None:
    item = replace(item, agenda=f"<p>{SECRET}</p>", minutes=f"<p>{SECRET}</p>", papers=(Paper(title=SECRET),))
    found = read_blocks(TheirMeeting(items=(TheirItem(), item)).bytes())
    assert SECRET not in "\n".join(found.lines)
    assert [block.text for block in found.blocks if block.kind is Kind.ITEM] == ["Village Ponds"]
    assert [(block.text[: len(said)], block.reason) for block in found.blocks[-1:]] == [
        (said, "not public in ModernGov")
    ]
    assert [str(warning) for warning in found.warnings] == [
        f"Line {found.blocks[-1].first_line}: {found.blocks[-1].text}"
    ]


@pytest.mark.parametrize("title", ["Exempt Accommodation Inquiry", "Council Tax Exemptions", "Confidentiality Policy"])
def test_titles_that_only_speak_of_such_things_are_read(title: str) -> None:
    assert of_kind(reading(TheirItem(title=title)), Kind.ITEM) == [title]


def test_a_restricted_paper_is_not_named() -> None:
    papers = (Paper(), Paper(title=SECRET, is_restricted=True), Paper(title="Confidential Appendix"))
    blocks = reading(TheirItem(papers=papers))
    assert of_kind(blocks, Kind.DOCUMENT) == ["Ponds report"]
    assert [block.text for block in blocks if block.reason == "not public in ModernGov"] == [
        "A paper that is not public",
        "A paper that is not public",
    ]


@pytest.mark.parametrize(
    ("meeting", "said"),
    [
        (replace(TheirMeeting(), status="Cancelled"), "ModernGov says that this meeting was cancelled."),
        (
            replace(TheirMeeting(), has_minutes=False),
            "ModernGov says that the minutes of this meeting are not published.",
        ),
    ],
)
def test_the_clerk_is_told_what_state_the_meeting_is_in(meeting: TheirMeeting, said: str) -> None:
    assert [warning.partition(": ")[2] for warning in read(meeting.bytes()).warnings] == [said]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (replace(TheirMeeting(), is_displayed=False).xml(), "not public, so it was not read"),
        (TheirMeeting(items=()).xml(), "has no agenda in ModernGov"),
        (their_committees(("7", "Ponds Committee")), "a list of committees, not a meeting"),
        (their_meetings("7", "Ponds Committee", TheirMeeting()), "a list of meetings, not a meeting"),
        ("<?xml version='1.0'?><catalogue><book/></catalogue>", "not of ModernGov"),
        (TheirMeeting().xml()[:-40], "broken in line"),
        ("<meeting><meetingid>1</meetingid></meeting><meeting/>", "broken in line"),
        ("<meeting><meetingid>&notknown;</meetingid></meeting>", "broken in line"),
        ('<!DOCTYPE m [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><meeting>&b;</meeting>', "rules of its own"),
        ('<?xml version="1.0"?><!DOCTYPE m SYSTEM "file:///etc/passwd"><meeting/>', "rules of its own"),
        ("<meeting>" * 100_000, "larger or deeper"),
        ("<meeting>" + "<agendaitems/>" * 200_000, "larger or deeper"),
        ("<meeting " + " ".join(f'a{n}=""' for n in range(600_000)) + "/>", "larger or deeper"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(content: str, said: str) -> None:
    with pytest.raises(UnreadableMinutes, match=said) as refusal:
        read(content, "moderngov")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_reads_the_same_whatever_the_xml_says_of_it(encoding: str) -> None:
    content = TheirMeeting(items=(TheirItem(title="Tolls – £2"),)).xml().encode(encoding)
    assert read(content).items[0].title == "Tolls – £2"


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (TheirMeeting().xml(), "moderngov"),
        (TheirMeeting().xml().partition("\n")[2], "moderngov"),
        ("<meeting>\n", "moderngov"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html><p>Minutes</p></html>', "html"),
        ("<MEETING OF THE COUNCIL\n\nMinutes: ponds", "text"),
        ("Meeting\n", "text"),
    ],
)
def test_the_format_is_known_from_the_root(content: str, format_: str) -> None:
    assert detect(content) == format_


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("10.00 am", datetime.time(10)),
        ("6.30 p.m.", datetime.time(18, 30)),
        ("12.15 pm", datetime.time(12, 15)),
        ("2 pm", datetime.time(14)),
        ("14:05", datetime.time(14, 5)),
        ("25.00", None),
        ("On the rising of Council", None),
        ("", None),
    ],
)
def test_times_of_day(printed: str, meant: datetime.time | None) -> None:
    assert time_of_day(printed) == meant


def test_the_committee_is_the_one_most_papers_were_published_for() -> None:
    other = replace(TheirItem(), committee="Rivers Panel")
    root = meeting_of(TheirMeeting(items=(other, TheirItem(), TheirItem())).xml())
    assert particulars(root).committee == "Ponds Committee"
    bare = replace(TheirItem(), committee="", papers=())
    assert particulars(meeting_of(TheirMeeting(items=(bare,)).xml())).committee is None


def test_an_item_that_comes_twice_keeps_its_id_once() -> None:
    assert [item.key for item in assemble(reading(TheirItem(), TheirItem())).items] == ["20001", ""]


def test_a_paragraph_of_nothing_that_prints_is_read() -> None:
    found = read(TheirMeeting(items=(TheirItem(title="Ponds", minutes="<p>&#8203;</p><p>Members met.</p>"),)).bytes())
    assert [one.text for one in found.items[0].paragraphs if one.text] == ["Members met."]


BODIES = ["", AGENDA, MOVED, "plain words\nin two lines", "<ul><li>A point</li></ul>", "<p>&amp;#163;5</p>", "<!-- -->"]
BODIES += ["<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>", "<p>Minutes:</p><p>1. X</p>"]


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            TheirItem,
            key=st.sampled_from(["1", "2", ""]),
            number=st.sampled_from(["1.", "", "12a", "x" * 40]),
            title=st.sampled_from(["Ponds", "", "Minutes:", "A\tB", "| Tables |", "Exempt matter"]),
            agenda=st.sampled_from(BODIES),
            decision=st.sampled_from(BODIES),
            minutes=st.sampled_from(BODIES),
            actions=st.sampled_from(BODIES),
            is_restricted=st.booleans(),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["", "31/02/2026", "10/02/2026"]),
)
def test_every_line_is_in_the_blocks_and_every_public_item_is_an_item(items: list[TheirItem], date: str) -> None:
    found = read_blocks(TheirMeeting(items=tuple(items), date=date).bytes())
    assert bare("".join(block.source for block in found.blocks)) == bare("".join(found.lines))
    firsts = [block.first_line for block in found.blocks]
    assert firsts == sorted(firsts)
    assert all(block.reason for block in found.blocks if block.kind is Kind.LEFT_OUT)
    public = [item for item in items if not item.is_restricted and "Exempt" not in item.title]
    assert len(assemble(found.blocks).items) == len(public)
    assert tuple(Block.from_json(block.as_json()) for block in found.blocks) == found.blocks


@settings(max_examples=150)
@given(st.integers(min_value=0), st.integers(min_value=0, max_value=200), st.binary(max_size=6))
def test_damaged_answers_raise_nothing_but_the_readers_own_error(at: int, cut: int, put: bytes) -> None:
    content = TheirMeeting().bytes()
    at %= len(content)
    assert read_or_refused(content[:at] + put + content[at + cut :])


MILLIONS = 19_000_000


def of(minutes: str) -> str:
    return TheirMeeting(items=(TheirItem(minutes=minutes),)).xml()


HOSTILE: dict[str, Callable[[], str]] = {
    "one long text": lambda: f"<meeting><meetingid>1</meetingid><a>{'x' * MILLIONS}</a></meeting>",
    "entities": lambda: f"<meeting><meetingid>1</meetingid><a>{'&amp;' * (MILLIONS // 5)}</a></meeting>",
    "comments": lambda: f"<meeting><meetingid>1</meetingid>{'<!-- x -->' * (MILLIONS // 10)}</meeting>",
    "one name": lambda: f"<meeting><{'m' * MILLIONS}/></meeting>",
    "openings": lambda: "<meeting>" + "<" * MILLIONS,
    "unclosed tags": lambda: "<?xml version='1.0'?>" + "<a b='" * (MILLIONS // 6),
    "double encoded": lambda: of("&amp;#39;" * 400_000),
    "deep html": lambda: of("<div>" * 300_000),
    "flat html": lambda: of("<b/>" * 900_000),
    "pictures": lambda: of(f'<p>x<img src="data:image/png;base64,{"A" * 3_000_000}"></p>'),
    "paragraphs": lambda: of("<p>Members spoke.</p>" * 24_000),
    "more paragraphs than may be": lambda: of("<p>a" * 1_000_000),
    "lines": lambda: of("Members spoke.\n" * 300_000),
    "items": lambda: TheirMeeting(items=(TheirItem(papers=()),) * 5_000).xml(),
}


def read_or_refused(content: str | bytes) -> bool:
    """Anything but the reader's own error comes through."""
    try:
        return bool(read(content).items)
    except UnreadableMinutes as refusal:
        return str(refusal).endswith(".") and "\n" not in str(refusal)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_take_no_longer_than_they_may(name: str) -> None:
    content = HOSTILE[name]()
    start = time.process_time()
    assert read_or_refused(content)
    assert time.process_time() - start < 5


@pytest.mark.skipif(not REAL.is_dir(), reason="the real answers are not here")
def test_real_answers_are_read_item_by_item() -> None:
    minutes = read((REAL / "meeting_with_minutes.xml").read_bytes())
    assert (minutes.committee, minutes.date, minutes.key) == ("Audit Committee", datetime.date(2026, 2, 10), "4967")
    assert [(item.number, item.key, len(item.agenda_text), len(item.paragraphs)) for item in minutes.items] == [
        ("1", "18831", 1, 1),
        ("9", "18833", 1, 1),
    ]
    assert len(minutes.documents) == 2
    for name in ("committees.xml", "meetings.xml"):
        with pytest.raises(UnreadableMinutes, match="This is a list of"):
            read((REAL / name).read_bytes())
