"""Who may do what with minutes. Groups get these in `scrutiny.migrations`; a council may grant them differently."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AbstractUser, AnonymousUser

Visitor = AbstractBaseUser | AnonymousUser
"""Whoever asks for a page, signed in or not."""

Actor = AbstractUser
"""Somebody with an account, whose name and role go into the history of what he does."""

BRING_IN_MINUTES = "meetings.bring_in_minutes"
SEE_UNPUBLISHED = "meetings.see_unpublished"
SEE_EXEMPT = "meetings.see_exempt"


def may(visitor: Visitor, permission: str) -> bool:
    """Whether the visitor holds the permission; an anonymous one holds none, without a query."""
    return isinstance(visitor, AbstractUser) and visitor.has_perm(permission)


def role_of(actor: Actor) -> str:
    """The actor's role as it is now, in words, for the history."""
    if actor.is_superuser:
        return "Administrator"
    return ", ".join(actor.groups.order_by("name").values_list("name", flat=True)) or "No role"
