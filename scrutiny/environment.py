"""What the site is told from outside: environment variables, each with a type, all in one place.

A value of the wrong type, or a name that looks like a slip of the pen for one of ours, stops the start with one clear
message: a site that quietly runs on a default because of a typo is worse than one that does not start.
"""

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import dj_database_url
import environs
from django.core.exceptions import ImproperlyConfigured

INSECURE_KEY = "insecure-only-for-the-demo-and-the-tests"
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Environment:
    """One field for each environment variable, under the same name in small letters.

    `secret_key`: signs sessions; needed unless `demo` or `testing`.
    `database`: Django's database settings, from DATABASE_URL; SQLite in `data_dir` where none is given.
    `site_url`: the public address, used in copied links and feeds; no closing slash.
    `evidence_limit`, `source_limit`: bytes one uploaded file may have; `batch_limit`: bytes of many brought in at once.
    """

    secret_key: str
    debug: bool
    demo: bool
    testing: bool
    allowed_hosts: list[str]
    site_url: str
    council_name: str
    data_dir: Path
    database: dict[str, Any]
    evidence_limit: int
    source_limit: int
    batch_limit: int


NAMES = {field.name.upper() for field in fields(Environment)} - {"DATABASE"} | {"DATABASE_URL"}


def misspelt(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Names that are nearly one of ours, with the one that was probably meant."""
    strangers = [name for name in names if name not in NAMES and name.isupper()]
    close = ((name, difflib.get_close_matches(name, NAMES, n=1, cutoff=0.9)) for name in strangers)
    return [(name, match[0]) for name, match in close if match]


def read_environment() -> Environment:
    """Read and check every variable; raises ImproperlyConfigured with one message that says what to do."""
    slips = misspelt(os.environ)
    if slips:
        wrong, right = slips[0]
        raise ImproperlyConfigured(f"The environment variable {wrong} is not one of ours: did you mean {right}?")
    env = environs.Env()
    try:
        return _read(env)
    except environs.EnvError as error:
        raise ImproperlyConfigured(f"{error} Mend it in the environment and start again.") from error


def _read(env: environs.Env) -> Environment:
    demo, testing = env.bool("DEMO", False), env.bool("TESTING", False)
    data_dir = env.path("DATA_DIR", PROJECT / "var")
    return Environment(
        secret_key=_secret_key(env.str("SECRET_KEY", ""), needed=not (demo or testing)),
        debug=env.bool("DEBUG", False),
        demo=demo,
        testing=testing,
        allowed_hosts=env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"], subcast=str),
        site_url=urlsplit(
            env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
        ).geturl(),  # the scheme in small letters
        council_name=env.str("COUNCIL_NAME", "Northmoor County Council"),
        data_dir=data_dir,
        database=_database(env.str("DATABASE_URL", ""), data_dir),
        evidence_limit=env.int("EVIDENCE_LIMIT", 20_000_000),
        source_limit=env.int("SOURCE_LIMIT", 20_000_000),
        batch_limit=env.int("BATCH_LIMIT", 100_000_000),
    )


def _secret_key(given: str, *, needed: bool) -> str:
    if given or not needed:
        return given or INSECURE_KEY
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Give it a long random text, for example the output of: "
        "python -c 'import secrets; print(secrets.token_urlsafe(50))'. Only the demo (DEMO=true) starts without one."
    )


def _database(url: str, data_dir: Path) -> dict[str, Any]:
    if not url:
        data_dir.mkdir(parents=True, exist_ok=True)
        return sqlite(data_dir / "db.sqlite3")
    try:
        database = dict(dj_database_url.parse(url))
    except (ValueError, KeyError, dj_database_url.ParseError) as error:
        raise ImproperlyConfigured(
            f"DATABASE_URL cannot be read ({error}). It looks like postgres://user:password@host:5432/name."
        ) from error
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite(Path(str(database["NAME"])))
    if database["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL names a database we do not support: use postgres:// or sqlite:///.")
    pool = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}
    options = {**cast("dict[str, Any]", database.get("OPTIONS", {})), **pool}
    return {**database, "OPTIONS": options, "CONN_HEALTH_CHECKS": False}


def sqlite(name: Path) -> dict[str, Any]:
    """SQLite as a server wants it: readers never wait for a writer, a write takes its lock at once (TECH: measured)."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000;",
        },
    }
