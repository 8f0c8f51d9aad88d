"""Plain functions that make one valid row each, about a council that does not exist. What a test cares about it says
itself."""

import datetime
import itertools
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from meetings.choices import MinutesStage
from meetings.models import AgendaItem, Committee, Meeting, Paragraph, Resolution
from meetings.municipal_years import municipal_year
from recommendations.choices import BodyKind, RecommendationKind, Standing, UpdateStage
from recommendations.deadlines import reference
from recommendations.models import Body, Holding, Post, ProgressUpdate, Recommendation, Review
from scrutiny.models import User

TODAY = datetime.date(2026, 9, 15)
"""The day on which most tests happen, where they may choose it."""

_count = itertools.count(1)


def a_user(
    email: str = "", *, role: str = "", first_name: str = "Alex", last_name: str = "Marsh", **fields: Any
) -> User:
    user = User.objects.create_user(
        email or f"person{next(_count)}@northmoor.example",
        "correct horse",
        first_name=first_name,
        last_name=last_name,
        **fields,
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def a_committee(**fields: Any) -> Committee:
    n = next(_count)
    return Committee.objects.create(
        **{"name": f"Safer Communities Committee {n}", "slug": f"scc{n}", "prefix": f"SCC{n}"} | fields
    )


def a_meeting(**fields: Any) -> Meeting:
    """With published draft minutes, unless told otherwise."""
    held_on = fields.setdefault("held_on", datetime.date(2026, 3, 9))
    fields.setdefault("committee", None) or fields.update(committee=a_committee())
    fields.setdefault("slug", held_on.isoformat())
    fields.setdefault("minutes_stage", MinutesStage.DRAFT)
    return Meeting.objects.create(**fields)


def an_item(**fields: Any) -> AgendaItem:
    fields.setdefault("meeting", None) or fields.update(meeting=a_meeting())
    order = fields.setdefault("order", fields["meeting"].items.count() + 1)
    fields.setdefault("number", str(30 + order))
    fields.setdefault("slug", fields["number"] or f"item-{order}")
    return AgendaItem.objects.create(**{"title": "Online crime"} | fields)


def a_paragraph(**fields: Any) -> Paragraph:
    fields.setdefault("item", None) or fields.update(item=an_item())
    item = fields["item"]
    order = fields.setdefault("order", item.paragraphs.count() + 1)
    number = fields.setdefault("number", f"{item.number}.{order}")
    fields.setdefault("anchor", "p" + number.replace(".", "-"))
    return Paragraph.objects.create(**{"text": "Members asked for a list of libraries without a computer."} | fields)


def a_resolution(**fields: Any) -> Resolution:
    fields.setdefault("item", None) or fields.update(item=an_item())
    order = fields.setdefault("order", fields["item"].resolutions.count() + 1)
    number = fields.setdefault("number", str(order))
    fields.setdefault("anchor", f"r{number}")
    return Resolution.objects.create(
        **{"text": "asks the Cabinet to keep two computers in every library.", "stem": "Resolved – that the committee:"}
        | fields
    )


def a_body(**fields: Any) -> Body:
    n = next(_count)
    return Body.objects.create(**{"name": f"Cabinet {n}", "slug": f"cabinet{n}", "kind": BodyKind.EXECUTIVE} | fields)


def a_post(*, holder: User | None = None, from_on: datetime.date = datetime.date(2020, 1, 1), **fields: Any) -> Post:
    fields.setdefault("body", None) or fields.update(body=a_body())
    post = Post.objects.create(**{"title": f"Head of Libraries {next(_count)}"} | fields)
    if holder is not None:
        Holding.objects.create(post=post, holder=holder, from_on=from_on)
    return post


def a_review(**fields: Any) -> Review:
    n = next(_count)
    fields.setdefault("committee", None) or fields.update(committee=a_committee())
    return Review.objects.create(
        **{"title": f"Young people and online crime {n}", "slug": f"online-crime-{n}"} | fields
    )


def a_recommendation(**fields: Any) -> Recommendation:
    """A published action, unless told otherwise, so that no response is awaited."""
    source = fields.get("resolution") or fields.get("paragraph")
    if not fields.get("committee"):
        review = fields.get("review")
        fields["committee"] = review.committee if review else source.item.meeting.committee if source else a_committee()
    made_on = fields.setdefault("made_on", source.item.meeting.held_on if source else datetime.date(2026, 3, 9))
    committee, year = fields["committee"], municipal_year(made_on)
    sequence = fields.setdefault("sequence", committee.recommendations.filter(municipal_year=year).count() + 1)
    fields.setdefault("addressee", None) or fields.update(addressee=a_body())
    fields.setdefault("reference", reference(committee.prefix, year, sequence))
    return Recommendation.objects.create(
        **{
            "municipal_year": year,
            "slug": f"{committee.slug}-{year % 100:02d}-{(year + 1) % 100:02d}-{sequence:02d}",
            "kind": RecommendationKind.ACTION,
            "title": "Computers in libraries",
            "wording": "That two computers be kept in every library.",
            "published_at": timezone.now(),
        }
        | fields
    )


def an_update(**fields: Any) -> ProgressUpdate:
    """A published update, unless told otherwise."""
    fields.setdefault("recommendation", None) or fields.update(recommendation=a_recommendation())
    stage = fields.setdefault("stage", UpdateStage.PUBLISHED)
    fields.setdefault("author", None) or fields.update(author=a_user())
    now = timezone.now()
    return ProgressUpdate.objects.create(
        **{
            "as_at": datetime.date(2026, 6, 1),
            "standing": Standing.ON_TRACK,
            "text": "Computers were ordered for four libraries.",
            "written_at": now,
            "published_at": now if stage == UpdateStage.PUBLISHED else None,
        }
        | fields
    )
