"""The people who bring minutes in, read them, or may not, and a ModernGov to take them over from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.moderngov_service import Council, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from meetings.models import Committee, Meeting, SourceDocument
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


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """The meeting of the sample, recorded."""
    from tests.meetings.sample import recorded  # noqa: PLC0415  (models are there only once Django is set up)

    return recorded(cast.priya)


@pytest.fixture
def council(monkeypatch: pytest.MonkeyPatch) -> Iterator[Council]:
    """Its ModernGov answers, and is asked without a proxy."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving(Council()) as there:
        yield there


@pytest.fixture
def ponds(cast: Cast) -> Committee:
    from tests.factories import a_committee  # noqa: PLC0415  (models are there only once Django is set up)

    return a_committee(name="Ponds Committee", slug="ponds", prefix="PC")
