"""What happened, as officers say it: drafted, submitted, published, corrected."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from recommendations.actions.errors import (
    BeforeItWasMade,
    CannotBeDone,
    CorrectedAlready,
    CorrectsAnother,
    InTheFuture,
    NotSubmitted,
    NotYourDraft,
    NotYourPost,
    RecommendationIsClosed,
    RecommendationIsDraft,
    SubmittedAlready,
)
from recommendations.actions.progress import (
    EvidenceGiven,
    discard_draft,
    log_progress,
    publish_update,
    save_draft,
)
from recommendations.actions.sign_off import close
from recommendations.choices import UpdateStage
from recommendations.models import Holding, ProgressUpdate, Recommendation
from scrutiny.models import User
from tests.cast import Cast
from tests.factories import a_committee, a_post, a_recommendation, an_update
from tests.recommendations.history import AT, day, decided, history, led_by_tom

TOM = "Tom Reid, Officer"
SAID = {"as_at": "2026-06-01", "standing": "on_track", "text": "Two computers were bought."}


def logged(made: Recommendation, by: User, on: str = "2026-06-01", **fields: object) -> ProgressUpdate:
    given = {"as_at": day(on), "standing": "on_track", "text": "Two were bought.", "by": by, "at": AT}
    return log_progress(made, **given | fields)  # type: ignore[arg-type]


def checked(cast: Cast) -> Recommendation:
    """Of a committee whose clerk reads updates before they are public."""
    return led_by_tom(cast, committee=a_committee(checks_updates=True))


# -- The actions


def test_what_an_officer_submits_is_public_at_once(cast: Cast) -> None:
    made = led_by_tom(cast)
    update = logged(made, cast.tom, expected_on=day("2026-12-01"))
    assert (update.stage, update.published_at, update.post, update.author) == (
        "published",
        AT,
        cast.toms_post,
        cast.tom,
    )
    assert history(made) == [("progress_published", day("2026-06-01"), TOM, "")]
    assert made.events.get().update == update


def test_where_a_clerk_checks_it_waits_for_him(cast: Cast) -> None:
    made = checked(cast)
    update = logged(made, cast.tom)
    assert (update.stage, update.published_at) == ("submitted", None)
    publish_update(update, by=cast.dev, at=AT)
    update.refresh_from_db()
    assert (update.stage, update.published_at) == ("published", AT)
    assert history(made) == [
        ("progress_submitted", day("2026-06-01"), TOM, ""),
        ("progress_published", day("2026-06-01"), "Dev Patel, Clerk", ""),
    ]
    with pytest.raises(NotSubmitted):
        publish_update(update, by=cast.dev, at=AT)


def test_a_clerk_is_not_checked_and_speaks_for_no_post(cast: Cast) -> None:
    update = logged(checked(cast), cast.dev)
    assert (update.stage, update.post) == ("published", None)


def test_only_the_holder_of_the_post_on_that_day_or_a_clerk_logs(cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(NotYourPost):
        logged(made, cast.iris)
    with pytest.raises(NotYourPost):
        logged(a_recommendation(), cast.tom)
    Holding.objects.filter(holder=cast.tom).update(to_on=day("2026-09-14"))
    with pytest.raises(NotYourPost):
        logged(made, cast.tom)
    Holding.objects.create(post=cast.toms_post, holder=cast.iris, from_on=day("2026-09-15"))
    logged(made, cast.iris)
    assert history(made) == [("progress_published", day("2026-06-01"), "Iris Holt, Officer", "")]


@pytest.mark.parametrize(("on", "refusal"), [("2026-09-16", InTheFuture), ("2026-03-08", BeforeItWasMade)])
def test_a_day_of_which_nobody_can_speak_is_refused(on: str, refusal: type[CannotBeDone], cast: Cast) -> None:
    made = led_by_tom(cast)
    with pytest.raises(refusal):
        logged(made, cast.tom, on)
    assert (made.updates.count(), history(made)) == (0, [])


def test_the_day_is_the_councils_not_greenwichs(cast: Cast) -> None:
    just_after_midnight_in_london = datetime.datetime(2026, 9, 14, 23, 30, tzinfo=datetime.UTC)
    update = logged(led_by_tom(cast), cast.tom, "2026-09-15", at=just_after_midnight_in_london)
    assert update.as_at == day("2026-09-15")


def test_drafts_of_recommendations_take_no_progress(cast: Cast) -> None:
    with pytest.raises(RecommendationIsDraft):
        logged(led_by_tom(cast, published_at=None), cast.tom)


def test_a_draft_is_no_history_until_it_is_submitted(cast: Cast) -> None:
    made = led_by_tom(cast)
    draft = logged(made, cast.tom, stage=UpdateStage.DRAFT, text="")
    assert history(made) == []
    later = AT + datetime.timedelta(hours=1)
    again = save_draft(draft, as_at=day("2026-07-01"), standing="slipped", text="It broke.", by=cast.tom, at=AT)
    assert (again.pk, again.stage, again.as_at, again.standing) == (draft.pk, "draft", day("2026-07-01"), "slipped")
    assert history(made) == []
    done = save_draft(
        draft, as_at=day("2026-07-02"), standing="paused", text="We wait.", by=cast.tom, at=later, submit=True
    )
    assert (done.pk, done.stage, done.published_at, done.written_at) == (draft.pk, "published", later, later)
    assert history(made) == [("progress_published", day("2026-07-02"), TOM, "")]


def test_what_was_submitted_is_never_changed_or_thrown_away(cast: Cast) -> None:
    update = logged(led_by_tom(cast), cast.tom)
    with pytest.raises(SubmittedAlready):
        save_draft(update, as_at=day("2026-06-01"), standing="slipped", text="No.", by=cast.tom, at=AT)
    with pytest.raises(SubmittedAlready):
        discard_draft(update, by=cast.tom)


def test_a_draft_is_its_authors(cast: Cast) -> None:
    draft = logged(led_by_tom(cast), cast.tom, stage=UpdateStage.DRAFT)
    with pytest.raises(NotYourDraft):
        save_draft(draft, as_at=day("2026-06-01"), standing="slipped", text="No.", by=cast.dev, at=AT)
    with pytest.raises(NotYourDraft):
        discard_draft(draft, by=cast.dev)
    discard_draft(draft, by=cast.tom)
    assert ProgressUpdate.objects.count() == 0


def test_a_draft_on_what_was_closed_since_is_not_submitted(cast: Cast) -> None:
    made = led_by_tom(cast)
    draft = logged(made, cast.tom, stage=UpdateStage.DRAFT)
    close(made, resolution=decided(made.committee), outcome="achieved", by=cast.dev, at=AT)
    with pytest.raises(RecommendationIsClosed):
        save_draft(draft, as_at=day("2026-06-01"), standing="slipped", text="No.", by=cast.tom, at=AT, submit=True)


def test_a_correction_points_to_what_it_corrects(cast: Cast) -> None:
    made = led_by_tom(cast)
    wrong = logged(made, cast.tom)
    right = logged(made, cast.tom, standing="slipped", corrects=wrong)
    assert right.corrects == wrong
    assert [line[0] for line in history(made)] == ["progress_published", "progress_corrected"]
    with pytest.raises(CorrectedAlready):
        logged(made, cast.tom, corrects=wrong)
    with pytest.raises(CorrectsAnother):
        logged(led_by_tom(cast), cast.tom, corrects=right)
    with pytest.raises(CorrectsAnother):
        logged(made, cast.tom, corrects=logged(made, cast.tom, stage=UpdateStage.DRAFT))


def test_a_correction_that_is_checked_is_a_correction_when_it_is_published(cast: Cast) -> None:
    made = checked(cast)
    wrong = logged(made, cast.dev)
    publish_update(logged(made, cast.tom, corrects=wrong), by=cast.dev, at=AT)
    assert [line[0] for line in history(made)] == ["progress_published", "progress_submitted", "progress_corrected"]


def test_evidence_is_kept_with_it_in_order(cast: Cast) -> None:
    evidence = [
        EvidenceGiven(label="Letter", url="https://northmoor.example/letter"),
        EvidenceGiven(label="Invoice", url="https://northmoor.example/invoice", is_exempt=True),
    ]
    update = logged(led_by_tom(cast), cast.tom, evidence=evidence)
    assert [(e.label, e.is_exempt) for e in update.evidence.all()] == [("Letter", False), ("Invoice", True)]


# -- The page


def page(made: Recommendation) -> str:
    return reverse("recommendations:log_progress", args=[made.slug])


def test_the_officer_logs_progress_in_one_form(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    assert client.get(page(made)).context["form"].initial == {"as_at": timezone.localdate()}
    given = {"expected_on": "2027-01-01", "link_1": "northmoor.example/invoice", "label_1": "Invoice"}
    response = client.post(page(made), SAID | given)
    assert response["Location"] == made.get_absolute_url()
    update = made.updates.get()
    assert (update.as_at, update.standing, update.text, update.expected_on) == (
        day("2026-06-01"),
        "on_track",
        "Two computers were bought.",
        day("2027-01-01"),
    )
    assert [(e.label, e.url) for e in update.evidence.all()] == [("Invoice", "https://northmoor.example/invoice")]


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"standing": ""}, {"standing": ["Choose where it stands."]}),
        ({"standing": "closed"}, {"standing": ["That cannot be chosen here. Choose one of those that are offered."]}),
        (
            {"text": ""},
            {"text": ["Say in a sentence or two what happened, even if it is “nothing yet”, and why."]},
        ),
        ({"as_at": "2999-01-01"}, {"as_at": ["That day is still to come. Give today’s date or an earlier one."]}),
        (
            {"as_at": "2026-03-08"},
            {"as_at": ["That is before the recommendation was made, on 9 March 2026. Give a later date."]},
        ),
        (
            {"exempt_text": "The price."},
            {"exempt_paragraphs": ["Say under which paragraphs of Schedule 12A it is exempt, for example 3."]},
        ),
        (
            {"label_2": "Letter"},
            {"link_2": ["Give the link or the file that this describes, or leave the row empty."]},
        ),
        (
            {"text": "x" * 20_001},
            {"text": ["It has 20001 characters and may have 20000. Shorten it."]},
        ),
        (
            {"link_1": "not a link"},
            {"link_1": ["Give a whole address, for example https://www.northmoor.example/report."]},
        ),
    ],
)
def test_bad_input_is_said_beside_the_field_and_nothing_is_lost(
    given: dict[str, str], errors: dict[str, list[str]], client: Client, cast: Cast
) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    response = client.post(page(made), SAID | given)
    form = response.context["form"]
    assert form.errors == errors
    assert {name: form[name].value() for name in given} == given
    assert (made.updates.count(), history(made)) == (0, [])


def test_errors_are_told_in_the_order_of_the_page(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    form = client.post(page(made), {"label_1": "Letter", "as_at": ""}).context["form"]
    assert [field.name for field in form.visible_fields() if field.errors] == ["as_at", "standing", "text", "link_1"]


def test_a_draft_is_kept_gone_on_with_and_submitted(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    client.force_login(cast.tom)
    response = client.post(page(made), SAID | {"text": "", "link_1": "https://a.example", "save_draft": "yes"})
    assert response["Location"] == reverse("recommendations:waiting")
    form = client.get(page(made)).context["form"]
    assert (form.initial["as_at"], form.initial["standing"]) == (day("2026-06-01"), "on_track")
    kept = made.updates.get().evidence.get()
    client.post(page(made), SAID | {"dropped": [kept.pk], "link_1": "https://b.example"})
    update = made.updates.get()
    assert (update.stage, update.text) == ("published", SAID["text"])
    assert [e.url for e in update.evidence.all()] == ["https://b.example"]
    assert history(made) == [("progress_published", day("2026-06-01"), TOM, "")]


def test_a_draft_is_thrown_away(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast.tom, stage=UpdateStage.DRAFT, evidence=[EvidenceGiven(label="A", url="https://a.example")])
    address = reverse("recommendations:discard_draft", args=[made.slug])
    client.force_login(cast.dev)
    assert client.post(address).status_code == 404
    client.force_login(cast.tom)
    assert client.post(address)["Location"] == reverse("recommendations:waiting")
    assert made.updates.count() == 0


def test_a_correction_begins_with_what_was_said(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    logged(made, cast.tom, text="First.")
    wrong = logged(made, cast.tom, "2026-06-02", text="Second.")
    client.force_login(cast.tom)
    address = page(made) + "?corrects=2"
    assert client.get(address).context["form"].initial["text"] == "Second."
    client.post(address, SAID | {"standing": "slipped", "text": "Third."})
    assert made.updates.get(text="Third.").corrects == wrong
    assert client.get(page(made) + "?corrects=9").status_code == 404


def test_a_correction_kept_as_a_draft_stays_a_correction(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    wrong = logged(made, cast.tom)
    client.force_login(cast.tom)
    client.post(page(made) + "?corrects=1", SAID | {"save_draft": "yes"})
    client.post(page(made), SAID)
    assert [u.corrects for u in made.updates.order_by("pk")] == [None, wrong]
    assert [line[0] for line in history(made)] == ["progress_published", "progress_corrected"]


def test_what_was_closed_meanwhile_is_said_and_the_words_are_kept(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    close(made, resolution=decided(made.committee), outcome="achieved", by=cast.dev, at=AT)
    client.force_login(cast.tom)
    form = client.post(page(made), SAID).context["form"]
    assert form.non_field_errors() == [RecommendationIsClosed.message]
    assert form["text"].value() == SAID["text"]


def test_the_clerk_publishes_what_was_submitted(client: Client, cast: Cast) -> None:
    made = checked(cast)
    update = logged(made, cast.tom)
    address = reverse("recommendations:publish_update", args=[made.slug])
    client.force_login(cast.dev)
    for _ in range(2):
        assert client.post(address, {"update": update.pk})["Location"] == made.get_absolute_url()
    assert [line[0] for line in history(made)] == ["progress_submitted", "progress_published"]


@pytest.mark.parametrize("key", ["", "no number", "0", "9" * 30])
def test_an_update_that_is_not_there_is_not_published(key: str, client: Client, cast: Cast) -> None:
    made = checked(cast)
    client.force_login(cast.dev)
    address = reverse("recommendations:publish_update", args=[made.slug])
    assert client.post(address, {"update": key}).status_code == 404


def test_an_update_of_another_recommendation_is_not_published_through_this_one(client: Client, cast: Cast) -> None:
    made, other = checked(cast), an_update(stage=UpdateStage.SUBMITTED)
    client.force_login(cast.dev)
    address = reverse("recommendations:publish_update", args=[made.slug])
    assert client.post(address, {"update": other.pk}).status_code == 404


def test_a_correction_does_not_begin_with_what_another_post_said_in_private(cast: Cast, client: Client) -> None:
    made = led_by_tom(cast)
    an_update(
        recommendation=made, post=a_post(), author=cast.iris, text="Open.", exempt_text="Secret.", exempt_paragraphs="3"
    )
    client.force_login(cast.tom)
    form = client.get(page(made) + "?corrects=1").content.decode()
    assert ("Open." in form, "Secret." in form) == (True, False)
    client.force_login(cast.dev)
    assert "Secret." in client.get(page(made) + "?corrects=1").content.decode()


def test_a_key_of_nonsense_publishes_nothing(cast: Cast, client: Client) -> None:
    made = checked(cast)
    client.force_login(cast.dev)
    address = reverse("recommendations:publish_update", args=[made.slug])
    statuses = [client.post(address, {"update": key}).status_code for key in ("9" * 5000, "9" * 19, "\0", "-1", "²")]
    assert statuses == [404] * 5
