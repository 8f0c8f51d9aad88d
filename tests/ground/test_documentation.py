"""The guides name everything there is to set, and no command that there is not."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from scrutiny.environment import NAMES

PROJECT = Path(__file__).resolve().parents[2]
GUIDES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md")])
OF_THE_TESTS = {"TESTING"}
MAKE = re.compile(r"(?:^ {4}|`)(?:[A-Z]+=\S+ )?make ([a-z-]+)", re.MULTILINE)
COMMAND = re.compile(r"manage\.py ([a-z_]+)")


def test_deployment_names_every_environment_variable() -> None:
    table = re.findall(r"^\| `([A-Z_]+)` \|", (PROJECT / "docs/deployment.md").read_text(), re.MULTILINE)
    assert sorted(table) == sorted(NAMES - OF_THE_TESTS)


def test_deployment_names_every_check_of_our_own() -> None:
    raised = re.findall(r'id="(scrutiny\.[A-Z]\d{3})"', (PROJECT / "scrutiny/checks.py").read_text())
    table = re.findall(r"^\| `(scrutiny\.[A-Z]\d{3})`", (PROJECT / "docs/deployment.md").read_text(), re.MULTILINE)
    assert sorted(table) == sorted(raised)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.name))
def test_every_command_in_a_guide_exists(guide: Path) -> None:
    text = guide.read_text()
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text(), re.MULTILINE))
    assert set(MAKE.findall(text)) - targets == set()
    assert set(COMMAND.findall(text)) - set(get_commands()) == set()
