"""Nothing of a source is lost, and nothing but UnreadableMinutes is raised, whatever comes in."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meetings.minutes import Block, Kind, Minutes, UnreadableMinutes, assemble, read, read_blocks

LAYOUTS = sorted(path for path in (Path(__file__).parent / "layouts").iterdir() if path.suffix in (".txt", ".html"))
WORDS = [
    "Agenda item",
    "Agenda and minutes",
    "No. Item",
    "Minutes:",
    "Decision:",
    "Decision",
    "Additional documents:",
    "Supporting documents:",
    "Issue - meetings",
    "Meeting: 18/06/2024 - Housing Panel (Item 12)",
    "Scrutiny Panel - Monday, 4th March, 2024 6.00 pm",
    "Present:",
    "Apologies:",
    "Contact: Dev Anand",
    "RESOLVED:",
    "Resolved – That the Committee:",
    "It was agreed that",
    "RESOLVED that the report be noted.",
    "Moved by Councillor Fox, seconded by Councillor Hay and",
    "“That the motion be rejected.”",
    "On a vote, nine voted for and two against.",
    "(a) the report be noted; and",
    "(i) a note be sent.",
    "1.",
    "33.1\xa0\xa0 Officers agreed to send a list to Members.",
    "33.2 Members asked for a report.",
    "2. Title",
    "45/21 To Approve",
    "ESC/16/25",
    "· A point",
    "Ø Another",
    "[The answer begins",
    "and ends.]",
    "(1) Who pays?",
    "[Action: PCP]",
    "ACTIONS:",
    "Clerk to write.",
    "<AI1>",
    "</AI1>",
    "|",
    "A | B | C",
    "Domestic abuse",
    "Finance – None",
    "Appendix 1: Implications",
    "12 TITLE IN CAPITALS Then text.",
    "From: Priya Nand <priya@westmere.example>",
    "Sent: 14 November 2026 09:12",
    "Subject: Minutes",
    "Kind regards,",
    ">",
    "> RESOLVED: That",
    "> (a) the pool be opened; and",
    "Item | Discussion | Action",
    "1. Welcome | The Chair opened the meeting. | JB",
    "4a",
    "EC 021/26 BINS",
    "C/160/2017 APOLOGIES",
    "The Committee NOTED:",
    "That",
    "Present for this item:",
    "Part 1 - The Quay",
    "\u200b",
    "\ufeff",
    "",
    "A long sentence that was broken in the",
    "middle by whoever made the page",
    "T H A T the plan be kept.",
    "Cllr Fox",
    "6",
    "The Committee:",
    "\t",
    "\xa0",
]


def bare(text: str) -> str:
    return "".join(text.split())


def readable(text: str) -> bool:
    return bool(text.strip()) and "\x00" not in text


def found_or_refused(content: bytes, chosen: str | None = None) -> bool:
    """Whether the content gave Minutes, or one line that says what is wrong; any other exception comes through."""
    try:
        return isinstance(read(content, chosen), Minutes)
    except UnreadableMinutes as refusal:
        return "\n" not in str(refusal) and str(refusal).endswith(".")


@given(st.text(max_size=400))
@example("\u200b")
@example("a\u2028b\x1cc\x85d")
@example("\ufeff\ufeff1.")
def test_any_text_keeps_every_character(text: str) -> None:
    if not readable(text.removeprefix("\ufeff")):
        with pytest.raises(UnreadableMinutes):
            read_blocks(text, "text")
        return
    reading = read_blocks(text, "text")
    assert bare("".join(block.source for block in reading.blocks)) == bare(text.removeprefix("\ufeff"))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.sampled_from(["\n", "\n\n", " ", "\n\u00a0\n"]))
def test_pieces_of_minutes_in_any_order_keep_every_character(words: list[str], between: str) -> None:
    text = between.join(words)
    if not text.removeprefix("\ufeff").strip():
        return
    reading = read_blocks(text, "text")
    assert bare("".join(block.source for block in reading.blocks)) == bare(text.removeprefix("\ufeff"))
    assert isinstance(assemble(reading.blocks), Minutes)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25),
    st.lists(st.sampled_from(["p", "li", "td", "h2", "div", "br"])),
)
def test_html_keeps_every_character_of_its_lines(words: list[str], tags: list[str]) -> None:
    wrapped = [f"<{tags[place % len(tags)] if tags else 'p'}>{word}" for place, word in enumerate(words)]
    try:
        reading = read_blocks("".join(wrapped), "html")
    except UnreadableMinutes:
        return
    assert bare("".join(block.source for block in reading.blocks)) == bare("".join(reading.lines))


@pytest.mark.parametrize("source", LAYOUTS, ids=lambda path: path.name)
def test_layouts_keep_every_character_in_the_order_of_the_lines(source: Path) -> None:
    reading = read_blocks(source.read_bytes())
    assert bare("".join(block.source for block in reading.blocks)) == bare("".join(reading.lines))
    firsts = [block.first_line for block in reading.blocks]
    assert firsts == sorted(firsts)
    assert all(1 <= block.first_line <= block.last_line <= len(reading.lines) for block in reading.blocks)
    assert all(block.reason for block in reading.blocks if block.kind is Kind.LEFT_OUT)


@settings(max_examples=300)
@given(
    st.sampled_from(LAYOUTS), st.integers(min_value=0), st.integers(min_value=0, max_value=200), st.binary(max_size=6)
)
def test_damaged_layouts_raise_nothing_but_the_readers_own_error(source: Path, at: int, cut: int, put: bytes) -> None:
    content = source.read_bytes()
    at %= len(content)
    damaged = content[:at] + put + content[at + cut :]
    assert found_or_refused(damaged)


@given(st.binary(max_size=300), st.sampled_from([None, "text", "html"]))
def test_any_bytes_raise_nothing_but_the_readers_own_error(content: bytes, chosen: str | None) -> None:
    assert found_or_refused(content, chosen)


@pytest.mark.parametrize("source", LAYOUTS, ids=lambda path: path.name)
def test_blocks_come_back_from_json_as_they_were(source: Path) -> None:
    blocks = read_blocks(source.read_bytes()).blocks
    assert tuple(Block.from_json(block.as_json()) for block in blocks) == blocks
