"""A council of some size, made in bulk, the same each time: twelve committees, two years of meetings, 600 wishes."""

import datetime
import random
from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.utils import timezone

from bench.wording import SUBJECTS, paragraph
from meetings.choices import MinutesStage
from meetings.models import AgendaItem, Committee, Meeting, Paragraph, Resolution
from meetings.municipal_years import municipal_year
from recommendations.choices import (
    REPORTED_STANDINGS,
    BodyKind,
    EventKind,
    RecommendationKind,
    ReviewStage,
    UpdateStage,
)
from recommendations.deadlines import reference
from recommendations.models import Body, Event, Holding, Post, ProgressUpdate, Recommendation, Review
from scrutiny.models import User
from scrutiny.roles import OFFICER

COMMITTEES, MEETINGS, ITEMS, PARAGRAPHS, RESOLUTIONS = 12, 20, 8, 10, 2
REVIEWS, RECOMMENDATIONS, UPDATES = 24, 600, 3
IN_FIRST_REVIEW = 200
TODAY = datetime.date(2026, 9, 15)


def make() -> User:
    """Fills the database; returns the officer whose post leads everything."""
    chance = random.Random(1)
    committees = Committee.objects.bulk_create(
        Committee(name=f"Committee {n}", slug=f"c{n}", prefix=f"C{n}") for n in range(COMMITTEES)
    )
    items = make_meetings(committees)
    Paragraph.objects.bulk_create(make_paragraphs(items, chance), batch_size=2000)
    resolutions = Resolution.objects.bulk_create(make_resolutions(items, chance), batch_size=2000)
    officer = User.objects.create(email="officer@northmoor.example", first_name="Tom", last_name="Reid")
    officer.groups.add(Group.objects.get(name=OFFICER))
    body = Body.objects.create(name="Cabinet", slug="cabinet", kind=BodyKind.EXECUTIVE)
    post = Post.objects.create(body=body, title="Director of Libraries")
    Holding.objects.create(post=post, holder=officer, from_on=datetime.date(2020, 1, 1))
    make_progress(make_recommendations(resolutions, post), officer, post, chance)
    return officer


def make_meetings(committees: list[Committee]) -> list[AgendaItem]:
    dates = [TODAY - datetime.timedelta(days=35 * n) for n in range(MEETINGS)]
    meetings = Meeting.objects.bulk_create(
        Meeting(committee=committee, held_on=date, slug=date.isoformat(), minutes_stage=MinutesStage.DRAFT)
        for committee in committees
        for date in dates
    )
    return AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, order=n, number=str(n), slug=str(n), title=SUBJECTS[n % len(SUBJECTS)].capitalize())
        for meeting in meetings
        for n in range(1, ITEMS + 1)
    )


def make_paragraphs(items: list[AgendaItem], chance: random.Random) -> Iterator[Paragraph]:
    for item in items:
        for n in range(1, PARAGRAPHS + 1):
            number = f"{item.number}.{n}"
            anchor = f"p{item.number}-{n}"
            yield Paragraph(item=item, order=n, number=number, anchor=anchor, text=paragraph(chance))


def make_resolutions(items: list[AgendaItem], chance: random.Random) -> Iterator[Resolution]:
    for item in items:
        for n in range(1, RESOLUTIONS + 1):
            text = f"asks the Cabinet to look again at {chance.choice(SUBJECTS)}."
            yield Resolution(item=item, order=n, number=str(n), anchor=f"r{item.number}-{n}", text=text)


def make_recommendations(resolutions: list[Resolution], post: Post) -> list[Recommendation]:
    reviews = Review.objects.bulk_create(
        Review(committee_id=n % COMMITTEES + 1, title=f"Review {n}", slug=f"review-{n}", stage=ReviewStage.MONITORING)
        for n in range(REVIEWS)
    )
    every = len(resolutions) // RECOMMENDATIONS
    return Recommendation.objects.bulk_create(
        make_recommendation(n, resolution, reviews[0 if n < IN_FIRST_REVIEW else n % REVIEWS], post)
        for n, resolution in enumerate(resolutions[::every][:RECOMMENDATIONS])
    )


def make_recommendation(n: int, resolution: Resolution, review: Review, post: Post) -> Recommendation:
    meeting = resolution.item.meeting
    committee, year = meeting.committee, municipal_year(meeting.held_on)
    return Recommendation(
        reference=reference(committee.prefix, year, n + 1),
        slug=f"{committee.slug}-{year}-{n + 1}",
        committee=committee,
        municipal_year=year,
        sequence=n + 1,
        kind=RecommendationKind.ACTION,
        title=f"Look again at {SUBJECTS[n % len(SUBJECTS)]}",
        wording=f"That the Cabinet {resolution.text}",
        made_on=meeting.held_on,
        review=review,
        number=n + 1,
        resolution=resolution,
        addressee=post.body,
        lead_post=post,
        target_on=meeting.held_on + datetime.timedelta(days=180),
        published_at=timezone.now(),
    )


def make_progress(recommendations: list[Recommendation], officer: User, post: Post, chance: random.Random) -> None:
    now = timezone.now()
    updates = ProgressUpdate.objects.bulk_create(
        ProgressUpdate(
            recommendation=recommendation,
            as_at=recommendation.made_on + datetime.timedelta(days=30 * n),
            standing=chance.choice(REPORTED_STANDINGS),
            text=paragraph(chance),
            stage=UpdateStage.PUBLISHED,
            post=post,
            author=officer,
            written_at=now,
            published_at=now,
        )
        for recommendation in recommendations
        for n in range(1, UPDATES + 1)
    )
    Event.objects.bulk_create(
        Event(
            recommendation=update.recommendation,
            kind=EventKind.PROGRESS_PUBLISHED,
            on=update.as_at,
            update=update,
            at=now,
            actor=officer,
            actor_name=officer.get_full_name(),
            actor_role=OFFICER,
        )
        for update in updates
    )
