"""The pages by which recorded minutes are corrected: what comes in, what it would change, and what it changed."""

import datetime
import html
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.correcting import correct_minutes, correction_of
from meetings.actions.publishing import approve_minutes
from meetings.models import Meeting, Paragraph, SourceDocument
from tests.cast import Cast
from tests.factories import a_paragraph, a_recommendation, a_resolution, an_item
from tests.meetings.correcting import ASKED, AT, REWORDED, corrected
from tests.meetings.sample import TEXT, a_source, recorded
from tests.meetings.test_preview import summary
from tests.meetings.working_copy import form_of, piece

REPLACED = TEXT.replace(ASKED, "33.2 Nobody knew how many there were.")
MINUTES = "/meetings/scc/2026-03-09/"


@pytest.fixture
def source(meeting: Meeting) -> SourceDocument:
    return meeting.sources.get()


def address(name: str, source: SourceDocument) -> str:
    return reverse(f"meetings:{name}", args=[source.key])


def text_of(answer: Any) -> str:
    """What the page says, without its marks."""
    main = answer.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def pressed(source: SourceDocument, **more: str) -> dict[str, str]:
    """What the form of the comparison sends."""
    return {"version": correction_of(source).version, "reason": ""} | more


# --- the way in -------------------------------------------------------------------------------------------------------


def test_a_corrected_version_is_pasted_and_looked_at_before_anything_changes(
    dev: Client, meeting: Meeting, source: SourceDocument
) -> None:
    door = address("bring_in_corrected", source)
    for page in (MINUTES, address("source", source)):
        assert f'href="{door}"' in dev.get(page).content.decode()
    assert "recorded" in text_of(dev.get(door))
    answer = dev.post(door, {"text": REWORDED})
    new = SourceDocument.objects.get(corrects=source)
    assert answer["Location"] == new.get_absolute_url()
    page = text_of(dev.get(new.get_absolute_url()))
    assert "This corrects the minutes of Safer Communities Committee, 9 March 2026 , recorded" in page
    assert "Record and publish" not in page
    assert meeting.events.count() == 2


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"text": " "}, "Paste the minutes here, or choose a file below."),
        (
            {"text": TEXT},
            "These minutes say the same, word for word, as those that are recorded: nothing is to be done.",
        ),
    ],
)
def test_what_comes_in_wrong_says_so_beside_the_field(
    dev: Client, source: SourceDocument, given: dict[str, str], error: str
) -> None:
    answer = dev.post(address("bring_in_corrected", source), given)
    assert summary(answer) == [f"Paste the corrected minutes: {error}"]
    assert SourceDocument.objects.count() == 1


def test_what_is_recorded_already_is_offered_to_be_compared(
    dev: Client, cast: Cast, meeting: Meeting, source: SourceDocument
) -> None:
    new = a_source(cast.dev, REWORDED, "new.txt")
    chosen = {"committee": "scc", "held_on": "2026-03-09", "publish": "yes"}
    answer = dev.post(address("record", new), form_of(new) | chosen)
    assert summary(answer) == [
        "The meeting has minutes of “33 Online crime” already: leave that item out, or choose another meeting."
    ]
    button = f'name="compare" value="{source.key}" formaction="{address("record", new)}"'
    assert button in answer.content.decode()
    n = piece(new, "The Cabinet Member")
    answer = dev.post(
        address("record", new), form_of(new, **{f"text_{n}": "The Leader spoke."}) | {"compare": source.key}
    )
    assert answer["Location"] == address("compare", new)
    new.refresh_from_db()
    assert new.corrects == source
    assert new.blocks[n - 1]["text"] == "The Leader spoke.", "every button keeps what was typed"


def test_the_button_of_the_preview_keeps_what_was_typed(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    n = piece(new, "Officers were thanked")
    typed = form_of(new, **{f"text_{n}": "All officers were thanked."}) | {"compare": "yes"}
    assert dev.post(address("record", new), typed)["Location"] == address("compare", new)
    assert "All officers were thanked." in text_of(dev.get(address("compare", new)))
    answer = dev.post(address("record", new), typed)
    assert "changed in another window" in summary(answer)[0]


# --- what would change ------------------------------------------------------------------------------------------------


def test_the_comparison_tells_words_apart_for_everybody(dev: Client, cast: Cast, source: SourceDocument) -> None:
    page = dev.get(address("compare", corrected(cast, source)))
    assert '<ins><span class="visually-hidden">[added: </span>all<span class="visually-hidden">]</span></ins>' in (
        page.content.decode()
    )
    text = text_of(page)
    assert "4 passages changed, 1 new, 1 taken out. Nothing is changed before you press the button at the end." in text
    for words in (
        "1 paragraph unchanged",
        "New Minute 33.2 Recorded now Nothing. Corrected Officers were thanked by the Chair for their patience.",
        "Changed Minute 33.2 → is now Minute 33.3",
        "1 paragraph renumbered [removed: Minute 33.3 ] [added: Minute 33.4 ] Resolved - That the Committee:",
        "2 resolutions unchanged",
        "Taken out Minute 34.1 Recorded now The Head of Libraries presented the report on opening hours.",
    ):
        assert words in text
    assert not Paragraph.objects.exclude(taken_out_at=None).exists()


def test_items_without_a_change_are_folded(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source, TEXT.replace("thanked the partners", "thanked everybody"))
    assert "1 item unchanged 34 Library opening hours" in text_of(dev.get(address("compare", new)))


def test_what_was_made_of_a_passage_that_is_gone_is_named_and_it_may_be_paired(
    dev: Client, cast: Cast, source: SourceDocument
) -> None:
    tracked = a_recommendation(paragraph=Paragraph.objects.get(anchor="p33-2"))
    new = corrected(cast, source, REPLACED)
    page = dev.get(address("compare", new))
    assert f"{tracked.reference} was made from this." in text_of(page)
    key = next(each.new.key for each in correction_of(new).comparison.differences if each.new and not each.now)
    assert f'<option value="{key}">Minute 33.2: Nobody knew how many there were.</option>' in page.content.decode()
    answer = dev.post(address("compare", new), pressed(new, **{"pair-p33-2": key}))
    assert answer["Location"] == MINUTES
    assert Paragraph.objects.get(anchor="p33-2").text == "Nobody knew how many there were."


def test_two_passages_cannot_become_the_same_one(dev: Client, cast: Cast, source: SourceDocument) -> None:
    for anchor in ("p33-1", "p33-2"):
        a_recommendation(paragraph=Paragraph.objects.get(anchor=anchor))
    first = "33.1 The Cabinet Member introduced the item and thanked the partners.\n\n"
    new = corrected(cast, source, REPLACED.replace(first, ""))
    key = next(each.new.key for each in correction_of(new).comparison.differences if each.new and not each.now)
    answer = dev.post(address("compare", new), pressed(new, **{"pair-p33-1": key, "pair-p33-2": key}))
    assert summary(answer) == [
        "It is now: You have chosen this for another passage already: choose another one.",
    ]
    assert not Paragraph.objects.exclude(taken_out_at=None).exists()


def test_the_button_corrects_and_the_page_says_when_and_why(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    answer = dev.post(
        address("compare", new), pressed(new, reason="The Chair’s thanks had been left out."), follow=True
    )
    assert "The minutes are corrected: 4 passages changed, 1 new, 1 taken out." in text_of(answer)
    resident = Client().get(MINUTES)
    today = timezone.localdate()
    shown = f"Corrected. These minutes were corrected on {today:%-d %B %Y}. The Chair’s thanks had been left out."
    assert shown in text_of(resident)
    assert "Officers were thanked" in text_of(resident)
    assert "What changed" not in text_of(resident)


def test_approved_minutes_ask_for_the_reason_beside_the_field(
    dev: Client, cast: Cast, meeting: Meeting, source: SourceDocument
) -> None:
    approve_minutes(meeting, approved_on=datetime.date(2026, 4, 1), by=cast.dev, at=AT)
    new = corrected(cast, source)
    answer = dev.post(address("compare", new), pressed(new))
    (error,) = summary(answer)
    assert error == (
        "Why the minutes are corrected: These minutes are approved: say why they are corrected. "
        "Everybody can read the reason."
    )
    assert dev.post(address("compare", new), pressed(new, reason="A slip."))["Location"] == MINUTES
    assert "Minutes approved 1 April 2026" in text_of(Client().get(MINUTES))


def test_what_was_changed_meanwhile_is_compared_anew(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    old = pressed(new, reason="Typed already.")
    other = corrected(cast, source, TEXT.replace("thanked the partners", "thanked everybody"))
    correct_minutes(other, by=cast.dev, at=AT)
    answer = dev.post(address("compare", new), old)
    assert summary(answer) == [
        "The minutes or the document were changed since this page was opened. Below is what would be changed now."
    ]
    assert "Typed already.</textarea>" in answer.content.decode()
    assert "5 passages changed, 1 new, 1 taken out." in text_of(answer)
    assert dev.post(address("compare", new), pressed(new))["Location"] == MINUTES


def test_what_was_changed_can_be_looked_up_afterwards(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    dev.post(address("compare", new), pressed(new, reason="A slip."))
    page = text_of(dev.get(address("compare", new)))
    assert "4 passages changed, 1 new, 1 taken out. Reason A slip." in page
    assert "Taken out Minute 34.1 Before The Head of Libraries presented the report on opening hours." in page
    assert "Correct the minutes" not in page
    former = text_of(dev.get(address("source", source)))
    assert "corrected.txt corrected these minutes on" in former
    assert "Bring in a corrected version" not in former
    assert "It corrected the minutes recorded from minutes.txt" in text_of(dev.get(address("source", new)))


def test_a_document_of_another_day_says_so(dev: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source, REWORDED.replace("held on 9 March", "held on 16 March"))
    words = "Another day. The document says that it is of 16 March 2026; these minutes are of 9 March 2026."
    assert words in text_of(dev.get(address("compare", new)))
    assert "Another day" not in text_of(dev.get(address("compare", corrected(cast, source))))


def test_approved_minutes_are_offered_to_be_compared_too(
    dev: Client, cast: Cast, meeting: Meeting, source: SourceDocument
) -> None:
    approve_minutes(meeting, approved_on=datetime.date(2026, 4, 1), by=cast.dev, at=AT)
    new = a_source(cast.dev, REWORDED, "new.txt")
    answer = dev.post(address("record", new), form_of(new) | {"committee": "scc", "held_on": "2026-03-09"})
    assert f'name="compare" value="{source.key}"' in answer.content.decode()
    other = a_source(cast.dev, "35. Roads\n\nMinutes:\n\n35.1 Members met.\n", "other.txt")
    answer = dev.post(address("record", other), form_of(other) | {"committee": "scc", "held_on": "2026-03-09"})
    assert 'name="compare"' not in answer.content.decode()


def test_a_document_that_corrects_nothing_is_sent_back(dev: Client, cast: Cast, source: SourceDocument) -> None:
    waiting = a_source(cast.dev, REWORDED, "waiting.txt")
    assert dev.get(address("compare", waiting))["Location"] == waiting.get_absolute_url()
    assert dev.get(address("bring_in_corrected", waiting))["Location"] == waiting.get_absolute_url()
    assert dev.get(address("compare", source))["Location"] == address("source", source)


def test_only_clerks_compare(client: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    for page in (address("compare", new), address("bring_in_corrected", source)):
        for user in (cast.osei, cast.tom):
            client.force_login(user)
            assert client.get(page).status_code == 403
            assert client.post(page, pressed(new)).status_code == 403
    assert not Paragraph.objects.exclude(taken_out_at=None).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_item_takes_the_same_queries_however_much_was_taken_out(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries, db: None
) -> None:
    item = an_item()
    for _ in range(count):
        a_recommendation(paragraph=a_paragraph(item=item, taken_out_at=AT))
        a_recommendation(resolution=a_resolution(item=item, taken_out_at=AT))
    # The meeting, the item, its paragraphs and resolutions, what is tracked, where they are now (2), the items beside.
    with django_assert_num_queries(9):
        page = client.get(item.get_absolute_url()).content.decode()
    assert page.count("was taken out when the minutes were corrected on 3 May 2999.") == 2 * count
    assert page.count("was made from it.") == 2 * count


def test_the_administration_counts_what_the_minutes_say(client: Client, cast: Cast, source: SourceDocument) -> None:
    new = corrected(cast, source)
    correct_minutes(new, by=cast.dev, at=AT)
    client.force_login(cast.ada)
    page = client.get(reverse("admin:meetings_meeting_change", args=[Meeting.objects.get().pk])).content.decode()
    assert re.findall(r"\d+ and \d+", page) == ["4 and 2", "1 and 1"]


def long_minutes(count: int, verb: str) -> str:
    """So many items, each with so many paragraphs."""
    items = [
        f"{n}. Matter {n}\n\nMinutes:\n\n"
        + "".join(f"{n}.{m} Member {m} {verb} the report on matter {n} of the plan.\n\n" for m in range(1, count + 1))
        for n in range(10, 10 + count)
    ]
    return "Minutes of the Safer Communities Committee held on 9 March 2026\n\n" + "".join(items)


@pytest.mark.parametrize("count", [1, 3])
def test_the_comparison_takes_the_same_queries_however_long_the_minutes(
    dev: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = recorded(cast.dev, long_minutes(count, "presented"))
    for row in Paragraph.objects.filter(item__meeting=meeting).select_related("item__meeting__committee"):
        a_recommendation(paragraph=row)
    new = corrected(cast, meeting.sources.get(), long_minutes(count, "introduced"))
    with django_assert_num_queries(13):
        assert f"{count**2} paragraph" in text_of(dev.get(address("compare", new)))
