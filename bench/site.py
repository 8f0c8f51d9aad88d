"""The site that is measured: its tables made once, and filled with the council of `bench.council`."""

from functools import cache

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from bench import council
from scrutiny.models import User


@cache
def officer() -> User:
    """The officer whose post leads every recommendation of the council, which is there from now on."""
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        return council.make()
