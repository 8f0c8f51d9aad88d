"""The people of the tests, so that a test of who may do what reads as a sentence."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from recommendations.models import Post
from scrutiny.models import User
from scrutiny.roles import ADMINISTRATOR, CLERK, MEMBER, OFFICER
from tests.factories import a_body, a_post, a_user


@dataclass(frozen=True, slots=True)
class Cast:
    """Priya is the scrutiny officer and Dev the committee clerk (both clerks by role), Tom the director who answers,
    Iris an officer who holds no post here, Cllr Osei chairs, Ada administers; the resident is not signed in."""

    priya: User
    dev: User
    tom: User
    iris: User
    osei: User
    ada: User
    resident: AnonymousUser
    toms_post: Post

    def everyone(self) -> "dict[str, User | AnonymousUser]":
        """By role, for tables of who may see what."""
        return {
            "resident": self.resident,
            "member": self.osei,
            "officer": self.tom,
            "other officer": self.iris,
            "clerk": self.dev,
            "administrator": self.ada,
        }


def gather() -> Cast:
    """Needs the database."""
    tom = a_user("tom@northmoor.example", role=OFFICER, first_name="Tom", last_name="Reid")
    return Cast(
        priya=a_user("priya@northmoor.example", role=CLERK, first_name="Priya", last_name="Shah"),
        dev=a_user("dev@northmoor.example", role=CLERK, first_name="Dev", last_name="Patel"),
        tom=tom,
        iris=a_user("iris@northmoor.example", role=OFFICER, first_name="Iris", last_name="Holt"),
        osei=a_user("osei@northmoor.example", role=MEMBER, first_name="Kofi", last_name="Osei"),
        ada=a_user("ada@northmoor.example", role=ADMINISTRATOR, first_name="Ada", last_name="Wren", is_staff=True),
        resident=AnonymousUser(),
        toms_post=a_post(holder=tom, title="Director of Libraries", body=a_body(name="Libraries", slug="libraries")),
    )
