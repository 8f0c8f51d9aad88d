"""The roles of the house and what each may do. A migration makes them groups; a council may change those in admin."""

from meetings.permissions import BRING_IN_MINUTES, SEE_EXEMPT, SEE_UNPUBLISHED
from recommendations.permissions import LOG_PROGRESS, TRACK

MEMBER, OFFICER, CLERK, ADMINISTRATOR = "Member", "Officer", "Clerk", "Administrator"

CLERK_MODELS = {
    "meetings": ("committee", "meeting"),
    "recommendations": ("body", "post", "holding", "review"),
}
"""What a clerk keeps in admin, beyond the actions of the pages."""

KEPT_IN_ADMIN = {CLERK: CLERK_MODELS, ADMINISTRATOR: CLERK_MODELS | {"scrutiny": ("user",)}}
"""The rows a role adds, changes and views in admin; nothing is deleted there."""

ROLES: dict[str, tuple[str, ...]] = {
    MEMBER: (),
    OFFICER: (LOG_PROGRESS,),
    CLERK: (BRING_IN_MINUTES, SEE_UNPUBLISHED, SEE_EXEMPT, TRACK, LOG_PROGRESS),
    ADMINISTRATOR: (BRING_IN_MINUTES, SEE_UNPUBLISHED, SEE_EXEMPT, TRACK, LOG_PROGRESS),
}
