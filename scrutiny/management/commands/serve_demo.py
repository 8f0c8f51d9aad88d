"""`make run`: sets up what is missing, says where to look and who may sign in, and serves until Ctrl-C."""

import logging
import os
import signal
import socket
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from scrutiny.demo.cast import CAST
from scrutiny.management import terminal

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Serves the demo council on this machine. Started by `make run`; production runs gunicorn itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where to listen, for example 8001")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This serves the demo council only: start it with `make run`, or set DEMO=true.")
        check_port(port)
        us = os.getpid()
        try:
            with terminal.ours():
                self.set_up()
                Server(port, ready=lambda: self.stdout.write(welcome(port))).run()
        except KeyboardInterrupt:  # before the server was there to take it
            pass
        except SystemExit as end:
            if end.code or os.getpid() != us:  # a failure, or a worker on its way out
                raise
        self.stdout.write("\nStopped.")

    def set_up(self) -> None:
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # inside the data folder; whitenoise warns without it
        call_command("migrate", verbosity=0)
        call_command("load_demo", verbosity=0)
        close_connections()
        # A page that is not there is the visitor's affair; what breaks is ours, and is still shown.
        logging.getLogger("django.request").setLevel(logging.ERROR)


class Server(BaseApplication):
    """gunicorn, told everything from here: it reads no configuration file and no command line."""

    def __init__(self, port: int, *, ready: Any) -> None:
        self.port = port
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        for name, value in {
            "bind": f"{HOST}:{self.port}",
            "worker_class": "gthread",
            "workers": 2,
            "threads": 4,
            "graceful_timeout": 3,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self.when_ready,
            "post_fork": leave_at_once,
            "worker_int": lambda _worker: os._exit(0),
        }.items():
            self.cfg.set(name, value)

    def when_ready(self, server: Arbiter) -> None:
        # gunicorn takes a hang-up for a wish to load its settings again; here it means that the window was closed.
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        self.ready()

    def load(self) -> WSGIHandler:
        return get_wsgi_application()


def leave_at_once(_server: Arbiter, _worker: object) -> None:
    """Ctrl-C ends a worker there and then, while it starts and, through worker_int, while a thread waits for a browser
    that only keeps its line open. What was being written is rolled back."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, lambda *_: os._exit(0))


def check_port(port: int) -> None:
    """Raise CommandError, saying how to choose another, unless the port can be had."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as gunicorn does: a closing one is no hindrance
        try:
            attempt.bind((HOST, port))
        except OverflowError as error:
            raise CommandError(f"There is no port {port}: choose one from 1024 to 65535. PORT=8001 make run") from error
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise CommandError(
                f"Port {port} cannot be had ({reason}): perhaps the demo already runs in another window. "
                f"Choose another port: PORT={port % 65535 + 1} make run"
            ) from error


def close_connections() -> None:
    """A connection made before the workers are forked must not be shared by them."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]


def welcome(port: int) -> str:
    """What is printed once the address answers."""
    width = max(len(member.name) for member in CAST)
    sign_ins = "\n".join(f"  {member.name:<{width}}  {member.email}  ({member.role})" for member in CAST)
    return (
        f"\n{settings.COUNCIL_NAME}, a council that does not exist, is open at http://{HOST}:{port}\n\n"
        f"The sign-in page offers, with one click and no password:\n{sign_ins}\n\nCtrl-C stops it."
    )
