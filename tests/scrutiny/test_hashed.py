"""Static files as production serves them: every script, and every module that a script imports, by the hash of it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings

IMPORTED = re.compile(r"""^import .*?["'](?P<name>[^"']+)["'];$""", re.MULTILINE)


@pytest.fixture
def collected(settings: Settings, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "scrutiny.hashed.HashedFiles"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_modules_import_each_other_by_the_hash_of_what_they_hold(collected: Path) -> None:
    address = staticfiles_storage.url("desk/workbench.js")
    assert re.fullmatch(r".*/desk/workbench\.[0-9a-f]{12}\.js", address)
    waiting, seen = [collected / "desk" / address.rpartition("/")[2]], set()
    while waiting:
        module = waiting.pop()
        seen.add(module.name.partition(".")[0])
        for name in IMPORTED.findall(module.read_text()):
            assert re.fullmatch(r"\./[a-z]+\.[0-9a-f]{12}\.js", name), f"{module.name} imports {name}"
            waiting.append(module.parent / name)
    own = {path.stem for path in Path("static/desk").glob("*.js")}
    assert seen == own - {"batch", "scripted"}, "the pages ask for these two by themselves"
