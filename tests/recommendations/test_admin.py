"""Tracking in the administration: the same actions, and no more than on the pages."""

import pytest
from django.test import Client
from django.urls import reverse

from recommendations.actions.progress import log_progress
from recommendations.actions.sign_off import close
from recommendations.models import Body, Holding, Post, ProgressUpdate, Review
from scrutiny.models import User
from tests.cast import Cast
from tests.factories import a_committee, a_recommendation, a_review, an_update
from tests.recommendations.history import AT, day, decided, history, led_by_tom, review_history

SAID = {"as_at": "2026-06-01", "standing": "on_track", "text": "Two were bought."}
ADD = "/admin/recommendations/progressupdate/add/"
UPDATES = "/admin/recommendations/progressupdate/"


def signed_in(client: Client, person: User) -> Client:
    person.is_staff = True
    person.save()
    client.force_login(person)
    return client


def choices(client: Client, field: str) -> list[str]:
    form = client.get(ADD).context["adminform"].form
    return [label for value, label in form.fields[field].choices if value]


def test_an_officer_adds_what_happened_to_what_his_post_leads(client: Client, cast: Cast) -> None:
    made = led_by_tom(cast)
    signed_in(client, cast.tom)
    response = client.post(ADD, SAID | {"recommendation": made.pk, "link_1": "https://a.example", "label_1": "Letter"})
    assert response["Location"] == UPDATES
    update = made.updates.get()
    assert (update.as_at, update.standing, update.text, update.stage, update.author, update.post) == (
        day("2026-06-01"),
        "on_track",
        "Two were bought.",
        "published",
        cast.tom,
        cast.toms_post,
    )
    assert [(e.label, e.url) for e in update.evidence.all()] == [("Letter", "https://a.example")]
    assert history(made) == [("progress_published", day("2026-06-01"), "Tom Reid, Officer", "")]


def test_he_is_offered_nothing_else(client: Client, cast: Cast) -> None:
    own, closed = led_by_tom(cast), led_by_tom(cast)
    close(closed, resolution=decided(closed.committee), outcome="achieved", by=cast.dev, at=AT)
    led_by_tom(cast, published_at=None)
    another = a_recommendation()
    signed_in(client, cast.tom)
    assert choices(client, "recommendation") == [f"{own.reference}: {own.title}"]
    for made in (another, closed):
        response = client.post(ADD, SAID | {"recommendation": made.pk})
        assert list(response.context["adminform"].form.errors) == ["recommendation"]
    assert ProgressUpdate.objects.count() == 0


def test_a_clerk_adds_to_all_that_is_open(client: Client, cast: Cast) -> None:
    first, second = led_by_tom(cast), a_recommendation(is_exempt=True)
    signed_in(client, cast.dev)
    offered = [f"{made.reference}: {made.title}" for made in (first, second)]
    assert sorted(choices(client, "recommendation")) == sorted(offered)


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"as_at": "2999-01-01"}, "as_at", "That day is still to come. Give today’s date or an earlier one."),
        (
            {"as_at": "2026-03-01"},
            "as_at",
            "That is before the recommendation was made, on 9 March 2026. Give a later date.",
        ),
        (
            {"exempt_text": "The price."},
            "exempt_paragraphs",
            "Say under which paragraphs of Schedule 12A it is exempt, for example 3.",
        ),
        ({"text": ""}, "text", "Fill this in."),
        (
            {"label_1": "Letter"},
            "link_1",
            "Give the link or the file that this describes, or leave the row empty.",
        ),
    ],
)
def test_bad_input_is_said_beside_the_field(
    given: dict[str, str], field: str, message: str, client: Client, cast: Cast
) -> None:
    made = led_by_tom(cast)
    signed_in(client, cast.tom)
    form = client.post(ADD, SAID | {"recommendation": made.pk} | given).context["adminform"].form
    assert form.errors == {field: [message]}
    assert history(made) == []


def test_a_correction_is_of_the_same_recommendation(client: Client, cast: Cast) -> None:
    made, other = led_by_tom(cast), led_by_tom(cast)
    given = {"as_at": day("2026-06-01"), "standing": "on_track", "text": "Twelve.", "by": cast.tom, "at": AT}
    wrong = log_progress(made, **given)  # type: ignore[arg-type]
    signed_in(client, cast.tom)
    form = client.post(ADD, SAID | {"recommendation": other.pk, "corrects": wrong.pk}).context["adminform"].form
    assert form.errors == {"corrects": ["That update is of another recommendation. Choose one of this."]}
    client.post(ADD, SAID | {"recommendation": made.pk, "corrects": wrong.pk})
    assert made.updates.latest("pk").corrects == wrong
    assert choices(client, "corrects") == [str(made.updates.latest("pk"))]


@pytest.mark.parametrize("name", ["tom", "dev", "ada"])
def test_nothing_is_changed_or_deleted_by_anybody(name: str, client: Client, cast: Cast) -> None:
    update = an_update(recommendation=led_by_tom(cast), post=cast.toms_post)
    signed_in(client, getattr(cast, name))
    address = f"{UPDATES}{update.pk}/"
    assert client.get(f"{address}change/").status_code == 200
    assert client.post(f"{address}change/", SAID | {"text": "Changed."}).status_code == 403
    assert client.post(f"{address}delete/", {"post": "yes"}).status_code == 403
    recommendation = f"/admin/recommendations/recommendation/{update.recommendation.pk}/"
    assert client.post(f"{recommendation}change/", {"wording": "Changed."}).status_code == 403
    assert client.post(f"{recommendation}delete/", {"post": "yes"}).status_code == 403
    update.refresh_from_db()
    assert update.text == "Computers were ordered for four libraries."


def test_an_officer_reads_only_the_updates_of_his_posts(client: Client, cast: Cast) -> None:
    own = an_update(recommendation=led_by_tom(cast), post=cast.toms_post)
    others = an_update(exempt_text="The secret price.", exempt_paragraphs="3")
    signed_in(client, cast.tom)
    assert list(client.get(UPDATES).context["cl"].result_list) == [own]
    assert "The secret price." not in client.get(f"{UPDATES}{others.pk}/change/", follow=True).content.decode()
    signed_in(client, cast.dev)
    assert len(client.get(UPDATES).context["cl"].result_list) == 2


def test_exempt_and_draft_recommendations_are_listed_for_those_who_may_see_them(client: Client, cast: Cast) -> None:
    a_recommendation(title="Open")
    a_recommendation(title="Secret", is_exempt=True)
    a_recommendation(title="Draft", published_at=None)
    address = "/admin/recommendations/recommendation/"
    found = {}
    for name in ("iris", "dev"):
        signed_in(client, getattr(cast, name))
        found[name] = sorted(row.title for row in client.get(address).context["cl"].result_list)
    assert found == {"iris": ["Open"], "dev": ["Draft", "Open", "Secret"]}


def test_members_have_no_business_here(client: Client, cast: Cast) -> None:
    signed_in(client, cast.osei)
    for name in ("progressupdate", "recommendation", "body", "post", "holding", "review"):
        assert client.get(f"/admin/recommendations/{name}/").status_code == 403


def test_officers_keep_no_bodies_posts_or_reviews(client: Client, cast: Cast) -> None:
    signed_in(client, cast.tom)
    for name in ("body", "post", "holding", "review"):
        assert client.get(f"/admin/recommendations/{name}/").status_code == 403


def test_a_clerk_keeps_bodies_posts_and_who_holds_them(client: Client, cast: Cast) -> None:
    signed_in(client, cast.dev)
    client.post("/admin/recommendations/body/add/", {"name": "Northmoor Fire", "slug": "fire", "kind": "partner"})
    body = Body.objects.get(slug="fire")
    inline = {"holdings-TOTAL_FORMS": "1", "holdings-INITIAL_FORMS": "0"}
    held = {"holdings-0-holder": cast.iris.pk, "holdings-0-from_on": "2026-01-01"}
    client.post("/admin/recommendations/post/add/", {"body": body.pk, "title": "Area Manager"} | inline | held)
    assert [str(h) for h in Holding.objects.filter(post=Post.objects.get(title="Area Manager"))] == [
        "Iris Holt: Area Manager"
    ]
    changed = {"name": "Northmoor Fire and Rescue", "slug": "changed", "kind": "partner"}
    client.post(f"/admin/recommendations/body/{body.pk}/change/", changed)
    body.refresh_from_db()
    assert (body.name, body.slug) == ("Northmoor Fire and Rescue", "fire")
    assert client.post(f"/admin/recommendations/body/{body.pk}/delete/", {"post": "yes"}).status_code == 403


def test_a_review_is_started_and_changed_with_its_history(client: Client, cast: Cast) -> None:
    committee = a_committee()
    signed_in(client, cast.dev)
    given = {"committee": committee.pk, "title": "Rural buses", "stage": "scoping"}
    client.post("/admin/recommendations/review/add/", given)
    review = Review.objects.get()
    assert review.slug == "rural-buses"
    address = f"/admin/recommendations/review/{review.pk}/change/"
    for _ in range(2):
        client.post(address, {"title": "Rural buses", "stage": "evidence"})
    assert review_history(review) == [
        ("started", "Dev Patel, Clerk", ""),
        ("stage_changed", "Dev Patel, Clerk", "From “Scoping” to “Gathering evidence”"),
    ]


@pytest.mark.parametrize("name", ["body", "post", "holding", "review", "recommendation", "progressupdate"])
def test_every_list_and_its_search_open(name: str, client: Client, cast: Cast) -> None:
    an_update(recommendation=led_by_tom(cast, review=a_review()))
    signed_in(client, cast.ada)
    address = reverse(f"admin:recommendations_{name}_changelist")
    assert client.get(address).status_code == 200
    assert client.get(address, {"q": "libraries"}).status_code == 200


def test_what_is_wrong_is_said_in_words_of_our_own(client: Client, cast: Cast) -> None:
    signed_in(client, cast.dev)
    form = client.post("/admin/recommendations/body/add/", {"slug": "a b", "kind": "wrong"}).context["adminform"].form
    assert form.errors == {
        "name": ["Fill this in."],
        "slug": ["Write it with letters, figures and hyphens only, for example northmoor-fire."],
        "kind": ["That cannot be chosen here. Choose one of those that are offered."],
    }


def test_evidence_stands_line_by_line_and_more_of_it_is_folded(client: Client, cast: Cast) -> None:
    signed_in(client, cast.tom)
    fieldsets = dict(client.get(ADD).context["adminform"].fieldsets)
    assert fieldsets["Evidence"] == {"fields": ("link_1", "file_1", "label_1")}
    assert fieldsets["More evidence"] == {
        "fields": ("link_2", "file_2", "label_2", "link_3", "file_3", "label_3"),
        "classes": ("collapse",),
    }
