"""The page of a recommendation: its wording, where it comes from, what was answered, what has happened."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from meetings.choices import MinutesStage
from recommendations.actions.exemption import set_exemption
from recommendations.actions.extensions import extend_target
from recommendations.actions.progress import EvidenceGiven, log_progress, publish_update
from recommendations.actions.recommendations import correct_wording, publish_recommendation
from recommendations.actions.responses import record_response
from recommendations.actions.sign_off import close
from recommendations.choices import UpdateStage
from recommendations.models import Recommendation
from recommendations.views.timeline import Line
from tests.cast import Cast
from tests.factories import a_committee, a_meeting, a_paragraph, a_resolution, an_item
from tests.recommendations.history import AT, day, decided, led_by_tom, to_be_answered


def lines(client: Client, made: Recommendation) -> list[Line]:
    found: list[Line] = client.get(made.get_absolute_url()).context["lines"]
    return found


def logged(made: Recommendation, cast: Cast, on: str = "2026-06-01", **fields: object):  # type: ignore[no-untyped-def]
    given = {"as_at": day(on), "standing": "on_track", "text": "Two were bought.", "by": cast.tom, "at": AT}
    return log_progress(made, **given | fields)  # type: ignore[arg-type]


def responded(made: Recommendation, cast: Cast, kind: str, promised: str = "") -> None:
    record_response(
        made,
        kind=kind,
        responded_on=day("2026-05-08"),
        explanation="We agree.",
        promised_action=promised,
        expected_outcome="",
        by=cast.dev,
        at=AT,
    )


# -- Where it comes from


def test_the_paragraph_is_shown_between_its_neighbours(client: Client, cast: Cast) -> None:
    item = an_item()
    said = [a_paragraph(item=item, text=f"Sentence {n}.") for n in range(1, 6)]
    made = led_by_tom(cast, paragraph=said[2])
    source = client.get(made.get_absolute_url()).context["source"]
    assert [(line.number, line.text, line.is_cited) for line in source.lines] == [
        ("31.2", "Sentence 2.", False),
        ("31.3", "Sentence 3.", True),
        ("31.4", "Sentence 4.", False),
    ]
    assert (source.citation.label, source.citation.url) == ("Minute 31.3", said[2].get_absolute_url())


def test_exempt_neighbours_are_left_out(client: Client, cast: Cast) -> None:
    item = an_item()
    a_paragraph(item=item, text="The price is secret.", is_exempt=True)
    made = led_by_tom(cast, paragraph=a_paragraph(item=item, text="It was agreed."))
    assert "The price is secret." not in client.get(made.get_absolute_url()).content.decode()
    client.force_login(cast.dev)
    assert "The price is secret." in client.get(made.get_absolute_url()).content.decode()


def test_the_resolution_is_shown_with_its_stem(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, resolution=a_resolution())
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Resolved – that the committee:" in page
    assert "asks the Cabinet to keep two computers in every library." in page
    assert "Resolution 1, 9 March 2026" in page


def test_minutes_that_are_not_public_are_not_shown(client: Client, cast: Cast) -> None:
    meeting = a_meeting(minutes_stage=MinutesStage.IN_PREPARATION)
    made = led_by_tom(cast, paragraph=a_paragraph(item=an_item(meeting=meeting), text="Not yet public."))
    page = client.get(made.get_absolute_url())
    assert page.context["source"].citation is None
    assert "Not yet public." not in page.content.decode()
    assert meeting.get_absolute_url() not in page.content.decode()


# -- The facts


@pytest.mark.parametrize(
    ("kind", "promised", "lead", "target", "lacking"),
    [
        ("accepted", "", True, True, ""),
        ("accepted", "", False, True, "nobody is named"),
        ("accepted", "", False, False, "nobody is named and no date is set"),
        ("in_part", "", True, False, "no date is set"),
        ("in_principle", "", True, True, "accepted in principle, but no action is promised"),
        ("in_principle", "A plan.", True, True, "accepted in principle only"),
        ("in_place", "", False, False, ""),
    ],
)
def test_a_response_that_cannot_be_followed_is_incomplete(
    kind: str, promised: str, lead: bool, target: bool, lacking: str, client: Client, cast: Cast
) -> None:
    made = to_be_answered(cast, target_on=day("2026-12-01") if target else None)
    if not lead:
        Recommendation.objects.filter(pk=made.pk).update(lead_post=None)
    responded(made, cast, kind, promised)
    response = client.get(made.get_absolute_url())
    assert response.context["facts"].lacking == lacking
    assert ("Incomplete" in response.content.decode()) == bool(lacking)


def test_the_facts_say_what_was_due_and_when_it_came(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast, target_on=day("2026-06-01"), response_due_on=day("2026-05-05"))
    responded(made, cast, "accepted")
    extend_target(
        made, resolution=decided(made.committee), target_on=day("2099-01-01"), reason="Late.", by=cast.dev, at=AT
    )
    facts = client.get(made.get_absolute_url()).context["facts"]
    assert (facts.response, facts.response_note) == ("Accepted, 8 May 2026", "due 5 May 2026, 3 days late")
    assert (facts.due_on, facts.earlier, facts.times_extended) == (
        day("2099-01-01"),
        [day("2026-06-01")],
        "extended once, by resolution",
    )
    assert (facts.responsible, facts.body, facts.asked) == ("Director of Libraries", "Libraries", "")


def test_a_later_response_makes_the_first_no_later(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast, response_due_on=day("2026-06-01"))
    responded(made, cast, "accepted")
    record_response(
        made,
        kind="not_accepted",
        responded_on=day("2026-09-01"),
        explanation="The money is gone.",
        promised_action="",
        expected_outcome="",
        by=cast.dev,
        at=AT,
    )
    facts = client.get(made.get_absolute_url()).context["facts"]
    assert facts.response == "Not accepted, 1 September 2026"
    assert facts.response_note == "due 1 June 2026, first answered 8 May 2026, in time"
    Recommendation.objects.filter(pk=made.pk).update(response_due_on=None)
    facts = client.get(made.get_absolute_url()).context["facts"]
    assert facts.response_note == "first answered 8 May 2026"


def test_a_response_that_is_late_says_how_late(client: Client, cast: Cast) -> None:
    due_on = timezone.localdate() - datetime.timedelta(days=12)
    facts = client.get(to_be_answered(cast, response_due_on=due_on).get_absolute_url()).context["facts"]
    assert facts.response_note == "12 days late"
    facts = client.get(led_by_tom(cast).get_absolute_url()).context["facts"]
    assert (facts.response, facts.response_note) == ("None asked for", "")


# -- The next step


def steps(client: Client, made: Recommendation) -> tuple[str, list[str]]:
    found = client.get(made.get_absolute_url()).context["steps"]
    return found.first.label if found.first else "", [step.label for step in found.others]


def test_the_next_step_is_the_visitors(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    found = {}
    for role, visitor in cast.everyone().items():
        client.logout()
        if visitor.is_authenticated:
            client.force_login(visitor)
        found[role] = steps(client, made)[0]
    assert found == {
        "resident": "",
        "member": "",
        "officer": "Log progress",
        "other officer": "",
        "clerk": "Log progress",
        "administrator": "Log progress",
    }


def test_a_clerks_next_step_follows_from_where_it_stands(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    after = ["Correct the wording", "Exempt or open"]
    draft = led_by_tom(cast, published_at=None)
    assert steps(client, draft) == ("Publish", ["Change details", *after])
    awaiting = to_be_answered(cast)
    decisions = ["Close by a resolution", "Keep open by a resolution", "Change details", *after]
    assert steps(client, awaiting) == ("Record the response", ["Log progress", *decisions])
    proposed = led_by_tom(cast, target_on=day("2026-12-01"))
    logged(proposed, cast, standing="complete")
    assert steps(client, proposed) == (
        "Close by a resolution",
        ["Log progress", "Extend the target", *decisions[1:]],
    )
    close(proposed, resolution=decided(proposed.committee), outcome="achieved", by=cast.dev, at=AT)
    assert steps(client, proposed) == ("Reopen", after)


def test_a_draft_of_ones_own_is_gone_on_with(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast, stage=UpdateStage.DRAFT)
    client.force_login(cast.tom)
    assert steps(client, made)[0] == "Go on with your draft"


# -- The timeline


def test_the_timeline_reads_as_sentences_newest_first(client: Client, cast: Cast) -> None:
    made = to_be_answered(cast, published_at=None, target_on=day("2026-06-01"), kind="review")
    publish_recommendation(made, by=cast.dev, at=AT)
    responded(made, cast, "in_part", "A plan.")
    july = decided(made.committee)
    extend_target(made, resolution=july, target_on=day("2026-12-01"), reason="It is late.", by=cast.dev, at=AT)
    logged(made, cast, "2026-06-20")
    close(made, resolution=july, outcome="not_achieved", by=cast.dev, at=AT)
    assert [(line.on, line.what, line.standing) for line in lines(client, made)] == [
        (day("2026-09-15"), "It was published", ""),
        (day("2026-07-06"), "The committee closed it: not achieved", ""),
        (day("2026-07-06"), "The committee extended the target to 1 December 2026", ""),
        (day("2026-06-20"), "Progress", "on_track"),
        (day("2026-05-08"), "Libraries accepted it in part", ""),
    ]
    page = client.get(made.get_absolute_url()).content.decode()
    assert "Asked for because: It is late." in page
    assert "Promised: A plan." in page


def test_names_are_for_those_who_work_with_it(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast)
    assert [line.said_by for line in lines(client, made)] == ["Director of Libraries"]
    assert "Tom Reid" not in client.get(made.get_absolute_url()).content.decode()
    client.force_login(cast.dev)
    assert [line.said_by for line in lines(client, made)] == ["Tom Reid, Director of Libraries"]


def test_a_draft_leaves_no_trace_and_a_submitted_one_only_for_its_people(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, committee=a_committee(checks_updates=True))
    logged(made, cast, text="A draft text.", stage=UpdateStage.DRAFT)
    update = logged(made, cast, text="A submitted text.")
    found = {}
    for role, visitor in cast.everyone().items():
        client.logout()
        if visitor.is_authenticated:
            client.force_login(visitor)
        page = client.get(made.get_absolute_url()).content.decode()
        found[role] = ("A draft text." in page, "A submitted text." in page, "Publish this update" in page)
    assert found == {
        "resident": (False, False, False),
        "member": (False, False, False),
        "officer": (False, True, False),
        "other officer": (False, False, False),
        "clerk": (False, True, True),
        "administrator": (False, True, True),
    }
    publish_update(update, by=cast.dev, at=AT)
    client.logout()
    assert [line.what for line in lines(client, made)] == ["Progress"]


def test_exempt_text_and_evidence_are_for_clerks_and_the_post(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    evidence = [
        EvidenceGiven(label="The secret invoice", url="https://a.example", is_exempt=True),
        EvidenceGiven(label="The letter", url="https://b.example"),
    ]
    logged(made, cast, exempt_text="The secret price.", exempt_paragraphs="3", evidence=evidence)
    found = {}
    for role, visitor in cast.everyone().items():
        client.logout()
        if visitor.is_authenticated:
            client.force_login(visitor)
        page = client.get(made.get_absolute_url()).content.decode()
        found[role] = ("The secret price." in page, "The secret invoice" in page, "The letter" in page)
    open_only, everything = (False, False, True), (True, True, True)
    assert found == {
        "resident": open_only,
        "member": open_only,
        "officer": everything,
        "other officer": open_only,
        "clerk": everything,
        "administrator": everything,
    }


def test_a_correction_shows_what_it_corrects(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    wrong = logged(made, cast, text="Twelve were bought.")
    logged(made, cast, text="Two were bought.", standing="at_risk", corrects=wrong)
    newest, older = lines(client, made)
    assert (newest.what, newest.standing, newest.corrects) == ("Progress, corrected", "at_risk", wrong)
    assert (older.what, older.corrected_on) == ("Progress", day("2026-06-01"))
    assert client.get(made.get_absolute_url()).context["facts"].standing == "at_risk"


def test_what_was_never_public_is_not_shown_by_its_correction(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, committee=a_committee(checks_updates=True))
    wrong = logged(made, cast, text="The secret slip.")
    right = logged(made, cast, text="Two were bought.", corrects=wrong)
    publish_update(right, by=cast.dev, at=AT)
    assert [line.corrects for line in lines(client, made)] == [None]
    assert "The secret slip." not in client.get(made.get_absolute_url()).content.decode()


def test_a_correction_that_is_still_a_draft_shows_nowhere(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast, corrects=logged(made, cast), stage=UpdateStage.DRAFT)
    assert [line.corrected_on for line in lines(client, made)] == [None]


def test_only_who_may_correct_is_offered_it(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast)
    assert [line.correct_number for line in lines(client, made)] == [0]
    client.force_login(cast.tom)
    assert [line.correct_number for line in lines(client, made)] == [1]
    address = f"{reverse('recommendations:log_progress', args=[made.slug])}?corrects=1"
    assert address in client.get(made.get_absolute_url()).content.decode()


def test_what_officers_write_can_do_no_harm(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast, text="<script>alert(1)</script> **Bold** [link](javascript:alert(1))")
    page = client.get(made.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "<strong>Bold</strong>" in page


def test_how_a_draft_was_changed_stays_with_the_clerks(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast, published_at=None)
    correct_wording(made, wording="That three be kept.", reason="A slip.", by=cast.dev, at=AT)
    publish_recommendation(made, by=cast.dev, at=AT + datetime.timedelta(minutes=1))
    correct_wording(made, wording="That four be kept.", reason="Another.", by=cast.dev, at=AT + datetime.timedelta(1))
    found = [(line.what, line.quote) for line in lines(client, made)]
    assert found == [
        ("The wording was corrected", "Another.\n\nThe wording was: That three be kept."),
        ("It was published", ""),
    ]
    client.force_login(cast.dev)
    assert len(lines(client, made)) == 3


def test_words_taken_out_before_it_was_opened_are_not_in_its_history(client: Client, cast: Cast) -> None:
    before = AT - datetime.timedelta(1)
    made = led_by_tom(cast, is_exempt=True, exempt_paragraphs="3", wording="That £5,000 be paid.", published_at=before)
    correct_wording(made, wording="That it be paid.", reason="The sum is exempt.", by=cast.dev, at=AT)
    set_exemption(made, is_exempt=False, exempt_paragraphs="", exempt_until=None, by=cast.dev, at=AT)
    assert [(line.what, line.quote) for line in lines(client, made)] == [
        ("What is exempt was changed", "Open to the public"),
        ("The wording was corrected", ""),
    ]
    assert "5,000" not in client.get(made.get_absolute_url()).content.decode()
    for name in ("dev", "tom"):
        client.force_login(getattr(cast, name))
        assert "5,000" in client.get(made.get_absolute_url()).content.decode()


def test_what_is_exempt_says_why_and_until_when(client: Client, cast: Cast) -> None:
    client.force_login(cast.dev)
    itself = led_by_tom(cast, is_exempt=True, exempt_paragraphs="3", exempt_until=day("2099-01-01"))
    page = client.get(itself.get_absolute_url()).content.decode()
    assert "<strong>Exempt</strong> under paragraph 3 of Schedule 12A, until 1 January 2099." in page
    by_source = led_by_tom(cast, paragraph=a_paragraph(item=an_item(is_exempt=True, exempt_paragraphs="1")))
    page = client.get(by_source.get_absolute_url()).content.decode()
    assert "under paragraph 1 of Schedule 12A: the passage of the minutes it comes from is exempt." in page
    open_again = led_by_tom(cast, is_exempt=True, exempt_paragraphs="3", exempt_until=day("2026-06-01"))
    assert client.get(open_again.get_absolute_url()).context["exempt"] is None


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize(("visitor", "queries"), [("resident", 9), ("tom", 16), ("dev", 15)])
def test_a_long_history_takes_the_same_queries(
    many: int,
    visitor: str,
    queries: int,
    client: Client,
    cast: Cast,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = to_be_answered(cast, target_on=day("2026-06-01"), resolution=a_resolution())
    evidence = [EvidenceGiven(label="Letter", url="https://a.example")]
    update = None
    for month in range(4, 4 + many):
        update = logged(made, cast, f"2026-0{month}-01", evidence=evidence, corrects=update)
        meeting = decided(made.committee, f"2026-0{month}-06")
        extend_target(made, resolution=meeting, target_on=day(f"2027-0{month}-01"), reason="Late.", by=cast.dev, at=AT)
    if visitor != "resident":
        client.force_login(getattr(cast, visitor))
    with django_assert_num_queries(queries):
        client.get(made.get_absolute_url())
