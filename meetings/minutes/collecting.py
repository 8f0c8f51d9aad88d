"""Reading makes very many small objects and no cycles among them; looking for cycles would take a tenth of its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from .remembering import forget


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles inside; whoever found it running sets it going again, however many threads read at once."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
            forget()
