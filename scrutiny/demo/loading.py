"""Loads the demo council: all of it or nothing, and never twice, nor beside another council."""

import datetime
from collections.abc import Callable

from django.core.files.storage import default_storage
from django.db import transaction

from meetings.models import Committee
from scrutiny.demo import minutes_in
from scrutiny.demo.cast import CAST
from scrutiny.demo.council import COMMITTEES
from scrutiny.demo.days import Days
from scrutiny.demo.founding import found
from scrutiny.demo.northmoor import Northmoor
from scrutiny.demo.scenes import moment
from scrutiny.demo.stories import SCENES
from scrutiny.models import User

Progress = Callable[[int, int], None]
"""Told how many scenes of how many have been played."""


class AnotherCouncil(Exception):
    """The database holds committees that are not the demo's; the message names one."""


def is_loaded() -> bool:
    """Whether the demo council is here already, whatever else people have added to it since."""
    committees = Committee.objects.filter(slug__in=[committee.slug for committee in COMMITTEES])
    return committees.count() == len(COMMITTEES) and User.objects.filter(
        email__in=[player.email for player in CAST]
    ).count() == len(CAST)


@transaction.atomic
def load(*, on: datetime.date, progress: Progress) -> Northmoor:
    """Plays everything that happened up to `on`. Raises AnotherCouncil where there are committees already."""
    stranger = Committee.objects.order_by("pk").first()
    if stranger is not None:
        raise AnotherCouncil(
            f"This database holds another council’s committees, for example “{stranger}”. The demo council goes into "
            "an empty database only: choose another DATA_DIR or DATABASE_URL."
        )
    northmoor = Northmoor(Days.around(on))
    try:
        found(northmoor)
        _play(northmoor, progress)
    except BaseException:
        _take_away(northmoor.files)
        raise
    return northmoor


def _play(northmoor: Northmoor, progress: Progress) -> None:
    """In the order of the days, so that references are numbered as they would have been."""
    scenes = sorted((*minutes_in.scenes(), *SCENES), key=lambda scene: moment(scene, northmoor))
    for played, scene in enumerate(scenes, 1):
        scene.play(northmoor)
        progress(played, len(scenes))


def _take_away(files: list[str]) -> None:
    """The rows go with the transaction; files have to be taken away by hand."""
    for name in files:
        default_storage.delete(name)
