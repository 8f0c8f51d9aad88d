"""What the reader was unsure of is settled once the clerk has mended it, and unsettled when he takes that back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from meetings.actions.bringing_in import correct_blocks, working_copy
from meetings.actions.cautions import doubts
from meetings.actions.correcting import bring_in_corrected
from meetings.actions.recording import record_minutes
from meetings.actions.undoing import undo_correction
from meetings.minutes import Block, Kind
from meetings.minutes.editing import change, join_above, leave_out
from meetings.models import SourceDocument
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.correcting import AT
from tests.meetings.sample import HELD_ON, TEXT, a_source
from tests.meetings.working_copy import blocks, form_of, piece

SKIPS = TEXT.replace("33.2 Members", "33.7 Members").replace("33.3 Resolved", "Resolved")
SAID = "number 33.7 follows 33.1."
Mend = Callable[[tuple[Block, ...], int], tuple[Block, ...]]


@pytest.fixture
def skipping(cast: Cast) -> SourceDocument:
    return a_source(cast.dev, SKIPS)


def open_ones(source: SourceDocument) -> list[str]:
    return [doubt.text for doubt in doubts(source, blocks(source)) if not doubt.is_settled]


def renumbered(blocks: tuple[Block, ...], place: int, number: str) -> tuple[Block, ...]:
    block = blocks[place]
    return change(blocks, place, kind=block.kind, number=number, text=block.text, level=block.level)


@pytest.mark.parametrize(
    "mend",
    [
        lambda copy, n: renumbered(copy, n, "33.2"),
        lambda copy, n: renumbered(copy, n - 1, "33.6"),
        lambda copy, n: change(copy, n, kind=Kind.PARAGRAPH, number="33.7", text="Members asked.", level=0),
        leave_out,
        join_above,
    ],
    ids=["its number", "the number before it", "its words", "left out", "joined"],
)
def test_a_caution_is_settled_by_what_mends_it(skipping: SourceDocument, mend: Mend) -> None:
    assert SAID in open_ones(skipping)
    before = open_ones(skipping)
    correct_blocks(skipping, blocks=mend(blocks(skipping), piece(skipping, "Members asked") - 1))
    assert open_ones(skipping) == [said for said in before if said != SAID]
    undo_correction(skipping)
    assert open_ones(skipping) == before


def test_what_has_nothing_to_do_with_it_leaves_it_open(skipping: SourceDocument) -> None:
    correct_blocks(skipping, blocks=leave_out(blocks(skipping), piece(skipping, "The Head of Libraries") - 1))
    assert SAID in open_ones(skipping)


def test_a_caution_about_the_whole_document_is_settled_where_it_holds_no_more(cast: Cast) -> None:
    source = a_source(
        cast.dev, TEXT.replace("Minutes of the Safer Communities Committee held on 9 March 2026", "Minutes")
    )
    missing = "No date of the meeting was found; say when it was held."
    assert missing in open_ones(source)
    copy = working_copy(source)
    given = change(copy, 0, kind=Kind.DATE, number="", text="9 March 2026", level=0)
    correct_blocks(source, blocks=given)
    assert missing not in open_ones(source)


def test_what_came_in_before_cautions_were_remembered_stays_open(skipping: SourceDocument) -> None:
    skipping.cautions = [{"line": row["line"], "text": row["text"]} for row in skipping.cautions]
    skipping.save()
    correct_blocks(skipping, blocks=leave_out(blocks(skipping), piece(skipping, "Members asked") - 1))
    assert SAID in open_ones(skipping)


def test_what_was_mended_in_the_first_document_is_settled_in_its_corrected_form(cast: Cast) -> None:
    source = a_source(cast.dev, SKIPS)
    correct_blocks(source, blocks=renumbered(blocks(source), piece(source, "Members asked") - 1, "33.2"))
    committee = a_committee(name="Safer Communities Committee", slug="scc", prefix="SCC")
    record_minutes(source, committee=committee, held_on=HELD_ON, by=cast.dev, at=AT, publish=True)
    content = SKIPS.replace("thanked the partners", "thanked all partners").encode()
    corrected = bring_in_corrected(source, name="b.txt", content=content, format=None, by=cast.dev, at=AT)
    assert piece(corrected, "Members asked")
    assert SAID in [row["text"] for row in corrected.cautions]
    assert SAID not in open_ones(corrected)


def test_the_page_says_what_is_settled(dev: Client, skipping: SourceDocument) -> None:
    n = piece(skipping, "Members asked")
    page = dev.get(skipping.get_absolute_url()).content.decode()
    assert ("To look at" in page, "Settled (" in page) == (True, False)
    typed = {f"number-{n}": "33.2", f"kind-{n}": "paragraph", f"text-{n}": blocks(skipping)[n - 1].text}
    told = answered(dev, skipping, typed)
    assert "Settled (1)" in told["panels"]["cautions"]
    assert SAID in told["panels"]["cautions"].partition("Settled (1)")[2]
    assert "Nothing is left to look at" in told["panels"]["cautions"]
    assert [change["at"] for change in told["changes"]] == [n - 1]
    assert "data-unsure" not in told["changes"][0]["html"]


def answered(dev: Client, source: SourceDocument, typed: dict[str, str]) -> Any:
    sent = {"version": form_of(source)["version"]} | typed
    return dev.post(source.get_absolute_url(), sent, headers={"accept": "application/json"}).json()
