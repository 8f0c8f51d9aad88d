"""The people who track what was asked, work on it, or read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    from tests.cast import gather  # noqa: PLC0415  (models are there only once Django is set up)

    return gather()
