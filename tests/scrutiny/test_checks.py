"""What `check` says, and that a production site set up as it should be hears nothing."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import CheckMessage
from django.test import override_settings

from scrutiny import checks
from scrutiny.environment import INSECURE_KEY

PROJECT = Path(__file__).resolve().parents[2]
PROPER = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "SITE_URL": "https://scrutiny.westmoor.example",
    "ALLOWED_HOSTS": "scrutiny.westmoor.example",
    "COUNCIL_NAME": "Westmoor Council",
}


def said(messages: list[CheckMessage]) -> list[tuple[str | None, str]]:
    return [(message.id, message.msg) for message in messages]


def deploy(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`check --deploy` in a process of its own that knows these variables and no others."""
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)} | PROPER | variables
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_set_up_as_it_should_be_hears_nothing(tmp_path: Path) -> None:
    run = deploy(tmp_path)
    assert (run.returncode, run.stdout, run.stderr) == (
        0,
        "System check identified no issues (0 silenced).\n",
        "",
    )


def test_a_site_set_up_wrongly_hears_what_to_do(tmp_path: Path) -> None:
    run = deploy(tmp_path, SITE_URL="http://scrutiny.westmoor.example", ALLOWED_HOSTS="localhost", DEMO="true")
    assert run.returncode == 1
    for identity in ("scrutiny.W002", "scrutiny.W003", "scrutiny.W004"):
        assert identity in run.stderr


@pytest.mark.parametrize(
    ("address", "is_sound"),
    [
        ("https://scrutiny.westmoor.example", True),
        ("http://127.0.0.1:8000", True),
        ("https://scrutiny.westmoor.example/scrutiny", False),
        ("scrutiny.westmoor.example", False),
        ("ftp://scrutiny.westmoor.example", False),
        ("https://", False),
        ("https://scrutiny.westmoor.example?x", False),
    ],
)
def test_the_address_of_the_site_is_one(address: str, is_sound: bool) -> None:
    with override_settings(SITE_URL=address):
        messages = checks.site_url_is_an_address()
    expected = [] if is_sound else [("scrutiny.E001", f"SITE_URL is not the address of a site: “{address}”.")]
    assert said(messages) == expected


@pytest.mark.parametrize(
    ("demo", "key", "hosts", "why"),
    [
        (True, INSECURE_KEY, ["localhost", "127.0.0.1", "[::1]"], ""),
        (False, "own", ["scrutiny.westmoor.example"], ""),
        (True, "own", ["localhost"], "it has a SECRET_KEY of its own"),
        (True, INSECURE_KEY, ["scrutiny.westmoor.example", "localhost"], "it answers to scrutiny.westmoor.example"),
    ],
)
def test_a_demo_is_only_a_demo(demo: bool, key: str, hosts: list[str], why: str) -> None:
    with override_settings(DEMO=demo, SECRET_KEY=key, ALLOWED_HOSTS=hosts):
        messages = checks.demo_is_only_a_demo()
    expected = [("scrutiny.W002", f"DEMO is on, so anybody may sign in as anybody, and {why}.")] if why else []
    assert said(messages) == expected


@pytest.mark.parametrize(
    ("address", "hosts", "ids"),
    [
        ("https://scrutiny.westmoor.example", ["scrutiny.westmoor.example"], []),
        ("https://scrutiny.westmoor.example", [".westmoor.example"], []),
        ("http://scrutiny.westmoor.example", ["scrutiny.westmoor.example"], ["scrutiny.W003"]),
        ("https://scrutiny.westmoor.example", ["localhost"], ["scrutiny.W004"]),
        ("http://127.0.0.1:8000", ["scrutiny.westmoor.example"], ["scrutiny.W003", "scrutiny.W004"]),
    ],
)
def test_the_address_is_fit_for_the_public(address: str, hosts: list[str], ids: list[str]) -> None:
    with override_settings(SITE_URL=address, ALLOWED_HOSTS=hosts):
        assert [message.id for message in checks.site_url_is_fit_for_the_public()] == ids


def test_evidence_can_be_kept_where_the_folder_can_be_made(tmp_path: Path) -> None:
    with override_settings(MEDIA_ROOT=tmp_path / "not" / "yet"):
        assert checks.evidence_can_be_kept() == []


def test_evidence_cannot_be_kept_where_a_file_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with override_settings(MEDIA_ROOT=tmp_path / "data" / "evidence"):
        messages = checks.evidence_can_be_kept()
    assert said(messages) == [("scrutiny.E002", f"Evidence cannot be kept: {tmp_path / 'data'} cannot be written to.")]


@pytest.mark.parametrize(
    ("name", "demo", "ids"),
    [("Westmoor Council", False, []), (checks.DEMO_COUNCIL, True, []), (checks.DEMO_COUNCIL, False, ["scrutiny.I001"])],
)
def test_a_council_has_a_name_of_its_own(name: str, demo: bool, ids: list[str]) -> None:
    with override_settings(COUNCIL_NAME=name, DEMO=demo):
        assert [message.id for message in checks.council_has_a_name()] == ids


def test_the_name_of_the_demo_is_the_one_a_site_has_until_it_is_told_another() -> None:
    assert settings.COUNCIL_NAME == checks.DEMO_COUNCIL
