"""What came of what was resolved, one file for each story; the scenes of all are played in the order of their days."""

from scrutiny.demo.scenes import Scene
from scrutiny.demo.stories import (
    drains,
    going_home,
    online_safety,
    online_safety_rounds,
    police_panel,
    rural_buses,
    safer_requests,
)

SCENES: tuple[Scene, ...] = (
    *online_safety.SCENES,
    *online_safety_rounds.SCENES,
    *safer_requests.SCENES,
    *drains.SCENES,
    *rural_buses.SCENES,
    *going_home.SCENES,
    *police_panel.SCENES,
)
