"""What the site says when it is told something wrong: one line that says what to mend, and no start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BARE = {"PATH": os.environ["PATH"]}


def start(**variables: str) -> subprocess.CompletedProcess[str]:
    """The settings, read by a process of its own that knows these variables and no others."""
    return subprocess.run(
        [sys.executable, "-c", "import scrutiny.settings as s; print(s.DATABASES['default']['ENGINE'], s.SECURE)"],
        cwd=PROJECT,
        env=BARE | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def complaint(**variables: str) -> str:
    run = start(**variables)
    assert run.returncode == 1
    return run.stderr.strip().splitlines()[-1].removeprefix("django.core.exceptions.ImproperlyConfigured: ")


@pytest.mark.parametrize("permission", ["DEMO", "TESTING"])
def test_demo_and_tests_start_without_a_key(permission: str) -> None:
    assert start(**{permission: "true"}).stdout == "django.db.backends.sqlite3 False\n"


def test_nothing_else_starts_without_a_key() -> None:
    assert complaint().startswith("SECRET_KEY is not set. Give it a long random text")


@pytest.mark.parametrize("site_url", ["https://scrutiny.example/", "HTTPS://scrutiny.example"])
def test_https_address_makes_the_site_strict(site_url: str) -> None:
    run = start(SECRET_KEY="long", SITE_URL=site_url)
    assert run.stdout == "django.db.backends.sqlite3 True\n"


def test_database_url_chooses_postgresql() -> None:
    run = start(SECRET_KEY="long", DATABASE_URL="postgres://scrutiny:pass@localhost:5432/scrutiny")
    assert run.stdout == "django.db.backends.postgresql False\n"


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"SECRT_KEY": "long"}, "The environment variable SECRT_KEY is not one of ours: did you mean SECRET_KEY?"),
        ({"DEMO": "perhaps"}, 'Environment variable "DEMO" invalid'),
        ({"DEMO": "true", "SOURCE_LIMIT": "ten"}, 'Environment variable "SOURCE_LIMIT" invalid'),
        ({"DEMO": "true", "DATABASE_URL": "mysql://localhost/scrutiny"}, "DATABASE_URL names a database we do not"),
        ({"DEMO": "true", "DATABASE_URL": "nonsense"}, "DATABASE_URL cannot be read"),
    ],
    ids=["misspelt name", "not a truth value", "not a number", "unknown database", "not an address"],
)
def test_wrong_value_says_what_to_mend(variables: dict[str, str], said: str) -> None:
    assert complaint(**variables).startswith(said)
