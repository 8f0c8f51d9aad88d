"""Who does what a command does: his name goes into the history."""

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from meetings.permissions import BRING_IN_MINUTES, Actor, may


def actor(email: str | None) -> Actor:
    """The account of this e-mail address; where none is given, the only administrator. Raises CommandError."""
    accounts = get_user_model().objects.filter(is_active=True)
    if email is None:
        administrators = list(accounts.filter(is_superuser=True)[:2])
        if len(administrators) != 1:
            raise CommandError("Say who does it: --by E-MAIL of somebody who may bring in minutes.")
        return administrators[0]
    account = accounts.filter(email__iexact=email).first()
    if account is None:
        raise CommandError(f"Nobody signs in with {email}.")
    if not may(account, BRING_IN_MINUTES):
        raise CommandError(f"{account} may not bring in minutes.")
    return account
