"""One document that tells of several meetings is kept once for each, and each goes its own way."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.actions.bringing_in import AlreadyBroughtIn, bring_in, bring_in_parts, correct_blocks, working_copy
from meetings.actions.recording import record_minutes
from meetings.minutes import assemble
from meetings.minutes.editing import leave_out
from meetings.models import Meeting, SourceDocument
from tests.cast import Cast
from tests.factories import a_committee
from tests.meetings.minutes.test_sittings import ISSUE, JULY, JUNE, SEPTEMBER
from tests.meetings.sample import TEXT
from tests.meetings.working_copy import form_of

THREE = f"{JUNE}\n{JULY}\n{SEPTEMBER}"


def brought_in(cast: Cast, text: str = THREE, name: str = "2024.docx") -> tuple[SourceDocument, ...]:
    return bring_in_parts(name=name, content=text.encode(), format=None, by=cast.priya, at=timezone.now())


def record(source: SourceDocument, cast: Cast) -> Meeting:
    minutes = assemble(working_copy(source))
    assert minutes.date is not None
    committee = a_committee(name="Housing Panel", slug="hp", prefix="HP")
    return record_minutes(source, committee=committee, held_on=minutes.date, by=cast.dev, at=timezone.now())


def test_each_meeting_has_a_source_of_its_own(cast: Cast) -> None:
    june, july, september = brought_in(cast)
    assert [(source.part, source.name) for source in (june, july, september)] == [
        (1, "2024.docx, part 1 of 3: Housing Panel, 3 June 2024"),
        (2, "2024.docx, part 2 of 3: Housing Panel, 1 July 2024"),
        (3, "2024.docx, part 3 of 3: Housing Panel, 2 September 2024"),
    ]
    assert {bytes(source.content) for source in (june, july, september)} == {THREE.encode()}
    assert {source.sha256 for source in (june, july, september)} == {june.sha256}
    assert june.text == july.text == THREE.rstrip("\n")
    assert [assemble(working_copy(source)).items[-1].title for source in (june, july, september)] == [
        "Date of Next Meeting",
        "Damp",
        "Lifts",
    ]
    assert july.part_name == "Part 2 of 3: Housing Panel, 1 July 2024"


def test_nothing_is_lost_between_the_parts(cast: Cast) -> None:
    kept = "".join(block.source for source in brought_in(cast) for block in working_copy(source))
    assert "".join(kept.split()) == "".join(THREE.split())


def test_what_was_pasted_is_called_after_its_meeting(cast: Cast) -> None:
    panel, cabinet = brought_in(cast, ISSUE, name="")
    assert panel.name == "Pasted, part 1 of 2: Waterways Panel, 18 June 2024"
    assert cabinet.name == "Pasted, part 2 of 2: Cabinet, 17 September 2024"


def test_a_long_name_keeps_its_part(cast: Cast) -> None:
    june = brought_in(cast, name="n" * 250)[0]
    assert len(june.name) == 200
    assert june.part_name == "Part 1 of 3: Housing Panel, 3 June 2024"


def test_a_document_of_one_meeting_is_no_part(cast: Cast) -> None:
    (source,) = brought_in(cast, TEXT)
    assert (source.part, source.name, source.part_name) == (0, "2024.docx", "")
    assert not SourceDocument.objects.parts_of(source).exists()


# -- brought in again --------------------------------------------------------------------------------------------------


def test_the_same_again_is_recognised(cast: Cast) -> None:
    parts = brought_in(cast)
    with pytest.raises(AlreadyBroughtIn) as twice:
        bring_in(name="again.docx", content=THREE.encode(), format=None, by=cast.dev, at=timezone.now())
    assert twice.value.parts == parts
    assert twice.value.source == parts[0]


def test_a_part_that_was_thrown_away_comes_back_with_the_document(cast: Cast) -> None:
    june, july, september = brought_in(cast)
    july.delete()
    (back,) = brought_in(cast)
    assert (back.part, back.name) == (2, "2024.docx, part 2 of 3: Housing Panel, 1 July 2024")
    assert list(SourceDocument.objects.parts_of(june)) == [june, back, september]


def test_what_was_corrected_meanwhile_stays_as_it_is(cast: Cast) -> None:
    june, july, _ = brought_in(cast)
    correct_blocks(june, blocks=leave_out(working_copy(june), 0))
    july.delete()
    brought_in(cast)
    june.refresh_from_db()
    assert working_copy(june)[0].reason == "left out by the clerk"


def test_where_it_would_be_parted_otherwise_today_nothing_is_added(cast: Cast) -> None:
    june, july, _ = brought_in(cast)
    SourceDocument.objects.filter(pk=june.pk).update(blocks=june.blocks[1:])
    july.delete()
    with pytest.raises(AlreadyBroughtIn):
        brought_in(cast)


# -- the pages ---------------------------------------------------------------------------------------------------------


def test_addresses_name_the_part(dev: Client, cast: Cast) -> None:
    june, july, _ = brought_in(cast)
    start = june.sha256[:16]
    assert july.get_absolute_url() == f"/minutes/{start}-2/"
    assert "Housing Panel, 1 July 2024</h1>" in dev.get(july.get_absolute_url()).content.decode()
    for key in (start, f"{start}-0", f"{start}-4", f"{start}-02", f"{start}-2-2", f"{start[:-1]}-2", start.upper()):
        assert dev.get(f"/minutes/{key}/").status_code == 404
    (whole,) = brought_in(cast, TEXT)
    assert dev.get(f"/minutes/{whole.sha256[:16]}-1/").status_code == 404


def test_the_preview_leads_to_the_other_meetings(dev: Client, cast: Cast) -> None:
    june, july, september = brought_in(cast)
    record(june, cast)
    page = dev.get(july.get_absolute_url()).content.decode()
    assert "<strong>Part 2 of 3: Housing Panel, 1 July 2024</strong>, which is this one" in page
    assert f'<a href="/minutes/{june.key}/source/">Part 1 of 3: Housing Panel, 3 June 2024</a>, recorded' in page
    assert f'<a href="{september.get_absolute_url()}">Part 3 of 3' in page
    source = dev.get(f"/minutes/{july.key}/source/").content.decode()
    assert "<strong>Part 2 of 3: Housing Panel, 1 July 2024</strong>, which is this one" in source
    (whole,) = brought_in(cast, TEXT)
    assert "One document, several meetings" not in dev.get(whole.get_absolute_url()).content.decode()


def test_a_part_shows_only_its_own_lines(dev: Client, cast: Cast) -> None:
    _, july, _ = brought_in(cast)
    for address in (july.get_absolute_url(), f"/minutes/{july.key}/source/"):
        lines = dev.get(address).context["lines"]
        assert [line.text for line in lines] == [line for line in JULY.splitlines() if line]
        assert THREE.splitlines()[int(lines[0].number) - 1] == "HOUSING PANEL"


def test_one_is_recorded_by_itself(cast: Cast) -> None:
    june, july, september = brought_in(cast)
    meeting = record(july, cast)
    assert [item.title for item in meeting.items.all()] == ["Damp"]
    assert list(SourceDocument.objects.waiting().order_by("part")) == [june, september]


def test_recording_one_leads_on_to_the_next_that_waits(dev: Client, cast: Cast) -> None:
    a_committee(name="Housing Panel", slug="hp", prefix="HP")
    june, july, september = brought_in(cast)

    def told_after(source: SourceDocument) -> str:
        chosen = form_of(source) | {"committee": "hp", "held_on": str(assemble(working_copy(source)).date)}
        answer = dev.post(reverse("meetings:record", args=[source.key]), chosen, follow=True)
        return str(answer.content.decode().partition("<h1")[0])

    waits = '<a href="{}">{}</a> of the same document waits to be recorded.'
    assert waits.format(september.get_absolute_url(), september.part_name) in told_after(july)
    assert waits.format(june.get_absolute_url(), june.part_name) in told_after(september), "from the first again"
    assert "of the same document waits" not in told_after(june)


def test_one_is_thrown_away_by_itself(dev: Client, cast: Cast) -> None:
    june, july, september = brought_in(cast)
    page = dev.get(f"/minutes/{july.key}/discard/").content.decode()
    assert "The other meetings of the same document stay as they are, and bringing it in again brings this one" in page
    dev.post(f"/minutes/{july.key}/discard/")
    assert list(SourceDocument.objects.order_by("part")) == [june, september]


def test_bringing_it_in_leads_to_the_first_that_is_new(dev: Client, cast: Cast) -> None:
    answer = dev.post("/minutes/bring-in/", {"text": THREE})
    june, july, _ = SourceDocument.objects.order_by("part")
    assert answer["Location"] == june.get_absolute_url()
    july.delete()
    answer = dev.post("/minutes/bring-in/", {"text": THREE})
    assert answer["Location"] == f"/minutes/{june.sha256[:16]}-2/"


def test_bringing_it_in_twice_says_where_each_is(dev: Client, cast: Cast) -> None:
    june, july, _ = brought_in(cast)
    meeting = record(june, cast)
    page = dev.post("/minutes/bring-in/", {"text": THREE}).content.decode()
    place = "Part 1 of 3: Housing Panel, 3 June 2024 is recorded in Housing Panel, 3 June 2024"
    assert f'<a href="{meeting.get_absolute_url()}">{place}</a>, ' in page
    waits = "Part 2 of 3: Housing Panel, 1 July 2024 waits to be recorded"
    assert f'<a href="{july.get_absolute_url()}">{waits}</a>, ' in page


@pytest.mark.parametrize("text", [ISSUE, THREE], ids=["two", "three"])
def test_the_preview_takes_the_same_queries_however_many_meetings(
    dev: Client, cast: Cast, text: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = brought_in(cast, text)[0]
    dev.get(source.get_absolute_url())
    with django_assert_num_queries(8):  # session, user, permissions of user and groups, source, parts, committee twice
        dev.get(source.get_absolute_url())
