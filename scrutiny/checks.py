"""System checks of our own: what a visitor would otherwise find out first.

`check` looks at the settings, `check --deploy` also at what only matters in production, `check --database default` (and
`migrate`) at the search index.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register  # noqa: A004
from django.db import connections
from django.http.request import validate_host

from scrutiny.environment import INSECURE_KEY
from scrutiny.search.index import kept, lost_parts

DEMO_COUNCIL = "Northmoor County Council"
OWN_MACHINE = frozenset(("localhost", "127.0.0.1", "[::1]"))


@register(Tags.database)
def search_index_is_whole(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Before the index is first made there is nothing to miss."""
    return [
        Warning(
            f"The search index of the database “{alias}” is not whole: {', '.join(lost)} "
            f"{'is' if len(lost) == 1 else 'are'} missing.",
            hint="Run `manage.py migrate`: it puts back what is missing.",
            id="scrutiny.W001",
        )
        for alias in databases or ()
        if (lost := lost_parts(connections[alias], kept(connections[alias])))
    ]


@register(Tags.urls)
def site_url_is_an_address(**_: Any) -> list[CheckMessage]:
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme in ("http", "https") and parts.hostname and not (parts.path or parts.query or parts.fragment):
        return []
    return [
        Error(
            f"SITE_URL is not the address of a site: “{settings.SITE_URL}”.",
            hint="Give the scheme and the host, and nothing behind them: https://scrutiny.northmoor.example.",
            id="scrutiny.E001",
        )
    ]


@register(Tags.security)
def demo_is_only_a_demo(**_: Any) -> list[CheckMessage]:
    """In the demo anybody signs in as anybody: a site that others can reach, or that has a key of its own, is none."""
    outside = sorted(set(settings.ALLOWED_HOSTS) - OWN_MACHINE)
    if not settings.DEMO or (settings.SECRET_KEY == INSECURE_KEY and not outside):
        return []
    why = f"it answers to {', '.join(outside)}" if outside else "it has a SECRET_KEY of its own"
    return [
        Warning(
            f"DEMO is on, so anybody may sign in as anybody, and {why}.",
            hint="Take DEMO out of the environment, unless this is a demonstration with nothing real in it.",
            id="scrutiny.W002",
        )
    ]


@register(Tags.security, deploy=True)
def site_url_is_fit_for_the_public(**_: Any) -> list[CheckMessage]:
    """Cookies, redirects and copied links all follow SITE_URL."""
    parts = urlsplit(settings.SITE_URL)
    found: list[CheckMessage] = []
    if parts.scheme != "https":
        found.append(
            Warning(
                f"SITE_URL does not begin with https: “{settings.SITE_URL}”. Passwords would travel in the clear.",
                hint="Set SITE_URL to the public address of the site, for example https://scrutiny.northmoor.example.",
                id="scrutiny.W003",
            )
        )
    if parts.hostname and not validate_host(parts.hostname, settings.ALLOWED_HOSTS):
        found.append(
            Warning(
                f"ALLOWED_HOSTS does not name {parts.hostname}, the host of SITE_URL: every request would be refused.",
                hint=f"Set ALLOWED_HOSTS={parts.hostname}.",
                id="scrutiny.W004",
            )
        )
    return found


@register(deploy=True)
def evidence_can_be_kept(**_: Any) -> list[CheckMessage]:
    """Asks of the nearest folder that exists, because the folder itself is made with the first file."""
    folder = Path(settings.MEDIA_ROOT)
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"Evidence cannot be kept: {nearest} cannot be written to.",
            hint=f"Let the account that runs the site write to {folder}, or set DATA_DIR to a folder it may write to.",
            id="scrutiny.E002",
        )
    ]


@register(deploy=True)
def council_has_a_name(**_: Any) -> list[CheckMessage]:
    if settings.DEMO or settings.COUNCIL_NAME != DEMO_COUNCIL:
        return []
    return [
        Info(
            f"The site calls itself {DEMO_COUNCIL}, which does not exist.",
            hint="Set COUNCIL_NAME to the name of the council.",
            id="scrutiny.I001",
        )
    ]
