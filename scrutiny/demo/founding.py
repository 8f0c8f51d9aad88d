"""Makes what is there before the first meeting: accounts, committees, bodies, posts and their holders, the calendar."""

import datetime

from django.contrib.auth.models import Group

from meetings.actions.committees import create_committee
from meetings.actions.sittings import create_meeting
from meetings.models import Committee
from recommendations.models import Body, Holding, Post
from scrutiny.demo.cast import CAST, IRIS, PAUL, Player
from scrutiny.demo.council import BODIES, COMMITTEES, DemoCommittee
from scrutiny.demo.northmoor import Northmoor
from scrutiny.demo.sittings import PLACE, SITTINGS
from scrutiny.models import User
from scrutiny.roles import MEMBER

SCRUTINY_OFFICE = "scrutiny@northmoor.example"
HANDED_OVER = ("Fri -41", "Mon -40")
"""Paul's last day in the post, and Iris's first."""


def found(northmoor: Northmoor) -> None:
    """Accounts have no password: the sign-in page of the demo asks for none, and no other page lets them in."""
    for player in (*CAST, PAUL):
        northmoor.people[player.email] = _account(player)
    for committee in COMMITTEES:
        northmoor.committees[committee.slug] = _committee(committee, northmoor)
    for body in BODIES:
        row = northmoor.bodies[body.slug] = Body.objects.create(slug=body.slug, name=body.name, kind=body.kind)
        for title in body.posts:
            northmoor.posts[title] = Post.objects.create(body=row, title=title)
    for player in (*CAST, PAUL):
        _give_posts(player, northmoor)
    for sitting in SITTINGS:
        northmoor.sittings[sitting.committee, sitting.held] = create_meeting(
            committee=northmoor.committees[sitting.committee],
            held_on=northmoor.days.on(sitting.held),
            starts_at=datetime.time.fromisoformat(sitting.starts),
            place=PLACE,
        )


def _account(player: Player) -> User:
    user = User.objects.create_user(
        player.email,
        first_name=player.first_name,
        last_name=player.last_name,
        is_staff=player.role != MEMBER,
        is_active=player in CAST,
    )
    user.groups.add(Group.objects.get(name=player.role))
    return user


def _committee(committee: DemoCommittee, northmoor: Northmoor) -> Committee:
    """A successor stands before the one it took over from, in the table of committees."""
    return create_committee(
        name=committee.name,
        slug=committee.slug,
        prefix=committee.prefix,
        kind=committee.kind,
        about=committee.about,
        contact=SCRUTINY_OFFICE,
        founded_on=northmoor.days.on(committee.founded),
        ended_on=northmoor.days.on(committee.ended) if committee.ended else None,
        successor=northmoor.committees[committee.successor] if committee.successor else None,
        checks_updates=committee.checks_updates,
    )


def _give_posts(player: Player, northmoor: Northmoor) -> None:
    last, first = (northmoor.days.on(day) for day in HANDED_OVER)
    beginning = northmoor.days.on("Mon -200")
    for title in player.posts:
        Holding.objects.create(
            post=northmoor.posts[title],
            holder=northmoor.person(player),
            from_on=first if player == IRIS else beginning,
            to_on=last if player == PAUL else None,
        )
