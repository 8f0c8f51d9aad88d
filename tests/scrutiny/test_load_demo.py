"""The command that loads the demo council: once, whole, and never where it does not belong."""

import datetime
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db.models import Max
from pytest_django import Settings

from meetings.models import Committee, Meeting
from recommendations.models import Evidence, Recommendation
from scrutiny.demo.cast import CAST, PAUL
from scrutiny.demo.days import Days
from scrutiny.demo.loading import load
from scrutiny.models import User
from tests.factories import a_committee

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.DEMO = True


def load_demo(**options: Any) -> str:
    said = StringIO()
    call_command("load_demo", stdout=said, **options)
    return said.getvalue()


def rows() -> dict[str, tuple[int, int | None]]:
    """How many rows each table has, and the last key it gave."""
    models = [
        model
        for name in ("meetings", "recommendations", "scrutiny")
        for model in apps.get_app_config(name).get_models()
    ]
    return {
        model._meta.label: (
            model._base_manager.count(),
            model._base_manager.aggregate(last=Max("pk"))["last"],
        )
        for model in models
    }


@pytest.mark.usefixtures("demo")
def test_loading_twice_changes_nothing() -> None:
    """Not even what people have added to the demo since."""
    counted, said = load_demo().splitlines()
    names = "Priya Shah, Dev Patel, Tom Reid, Iris Holt, Marian Okell, Gareth Pryce, Kofi Osei, Ada Wren"
    assert counted == "Loading the demo council: 179 of 179"
    assert said == f"The demo council is loaded. Sign in as {names}."
    a_committee(name="Task group on ponds", slug="ponds", prefix="TGP")
    once = rows()

    assert load_demo() == "The demo council is loaded already: nothing was changed.\n"
    assert load_demo(verbosity=0) == ""
    assert rows() == once
    assert once["meetings.Committee"][0] == 7


@pytest.mark.usefixtures("demo")
def test_refuses_beside_another_council() -> None:
    a_committee(name="Planning Committee")

    with pytest.raises(CommandError) as refusal:
        load_demo()

    assert str(refusal.value) == (
        "This database holds another council’s committees, for example “Planning Committee”. The demo council goes "
        "into an empty database only: choose another DATA_DIR or DATABASE_URL."
    )
    assert Committee.objects.count() == 1
    assert User.objects.count() == 0


def test_refuses_on_a_site_that_is_no_demo(settings: Settings) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError) as refusal:
        load_demo()

    assert str(refusal.value).startswith(
        "DEMO is not set, and the demo council does not belong on a council’s own site."
    )
    assert Committee.objects.count() == 0


def test_may_be_forced_and_lets_nobody_in_by_password(settings: Settings) -> None:
    settings.DEMO = False

    assert load_demo(force=True, verbosity=0) == ""

    accounts = {user.email: user for user in User.objects.prefetch_related("groups")}
    assert set(accounts) == {player.email for player in (*CAST, PAUL)}
    assert [str(accounts[player.email]) for player in CAST] == [player.name for player in CAST]
    assert [accounts[player.email].groups.get().name for player in CAST] == [player.role for player in CAST]
    assert [email for email, user in accounts.items() if user.has_usable_password()] == []
    assert [email for email, user in accounts.items() if not user.is_active] == [PAUL.email]


def test_nothing_is_left_of_a_load_that_breaks_off() -> None:
    """Its files go with its rows."""
    stopped = RuntimeError("the power went")

    def break_off(played: int, scenes: int) -> None:
        if Evidence.objects.exclude(file="").exists():
            kept.extend(Evidence.objects.exclude(file="").values_list("file", flat=True))
            raise stopped

    kept: list[str] = []
    with pytest.raises(RuntimeError):
        load(on=datetime.date(2026, 9, 15), progress=break_off)

    assert len(kept) == 1
    assert not default_storage.exists(kept[0])
    assert (Committee.objects.count(), Meeting.objects.count(), User.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    "day",
    [datetime.date(2027, 5, 1), datetime.date(2028, 2, 29)],
    ids=str,
)
def test_loads_on_any_day(day: datetime.date) -> None:
    """The first of a municipal year, and a leap day."""
    told: list[tuple[int, int]] = []

    load(on=day, progress=lambda played, scenes: told.append((played, scenes)))

    assert told == [(n, len(told)) for n in range(1, len(told) + 1)]
    assert Recommendation.objects.count() == 31


def test_days_are_counted_from_the_monday_of_the_week() -> None:
    saturday = datetime.date(2026, 11, 21)
    days = Days.around(saturday)

    assert days.monday == datetime.date(2026, 11, 16)
    assert days.on("Tue -24") == datetime.date(2026, 6, 2)
    assert days.on("Wed +2") == datetime.date(2026, 12, 2)
    assert days.at("Tue -24", 9).isoformat() == "2026-06-02T09:00:00+01:00"
    assert days.written_into("{full Tue -24}; {Wed +2}; {month of Tue -24}; {two months from Wed -19}") == (
        "Tuesday, 2 June 2026; 2 December 2026; June 2026; 7 September 2026"
    )
