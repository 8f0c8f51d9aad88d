"""The people who bring minutes in, read them, or may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from meetings.models import SourceDocument
    from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    from tests.cast import gather  # noqa: PLC0415  (models are there only once Django is set up)

    return gather()


@pytest.fixture
def dev(client: Client, cast: Cast) -> Client:
    """The clerk's browser."""
    client.force_login(cast.dev)
    return client


@pytest.fixture
def source(cast: Cast) -> SourceDocument:
    """A document that was brought in and waits."""
    from tests.meetings.sample import a_source  # noqa: PLC0415  (models are there only once Django is set up)

    return a_source(cast.priya)
