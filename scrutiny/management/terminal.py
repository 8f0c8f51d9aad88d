"""Who is told of Ctrl-C: the kernel sends it to every process of the terminal's foreground group."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ours() -> Iterator[None]:
    """Inside, Ctrl-C reaches this process and its children alone.

    Started by `make`, we would share its group; make dies of the signal and reports a failure, however cleanly we
    stopped. Where there is no terminal, or we have it to ourselves already, nothing changes.
    """
    terminal = _terminal()
    parents = os.getpgrp()
    if terminal is None or parents == os.getpid() or os.tcgetpgrp(terminal) != parents:
        yield
        return
    # Handing the terminal back is done from the background, which earns this signal; Ctrl-Z would stop us and leave
    # the shell, which sees only make, waiting for ever.
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    us = os.getpid()
    os.setpgid(0, 0)
    os.tcsetpgrp(terminal, us)
    try:
        yield
    finally:
        if os.getpid() == us:  # not a worker on its way out
            os.tcsetpgrp(terminal, parents)
            os.close(terminal)


def _terminal() -> int | None:
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return None
