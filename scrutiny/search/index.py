# ruff: noqa: S608  (what is put into the SQL are names of our own)
"""The full-text index, made and kept by the database itself: nothing that writes a row has to think of it.

PostgreSQL: each table has a stored generated column `search` (a tsvector) with a GIN index. SQLite: each table has an
FTS5 table that reads its text from it, kept by three triggers. Neither is in the models' state: Django's schema editor
for SQLite makes a table anew when a migration alters it, and its triggers are lost; `restore_search_index` runs after
every `migrate` and puts back what is missing. A migration that drops or retypes an indexed column calls
`drop_search_index` first.

Both databases see the same words: no accents, and whatever is neither letter nor figure parts two words, so that
“33.6”, “schools/colleges” and “children’s” are found the same way on both.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

LONGEST_TEXT = 200_000
"""Characters of one text that PostgreSQL indexes: a tsvector may have 1 MB, and a row with more could not be stored."""

PARTING = (
    *((0x01, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0xA9), (0xAB, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBB)),
    *((0xBF, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2190, 0x245F), (0x2500, 0x2BFF)),
)
"""Characters that part words, from first to last. PostgreSQL's own parser would keep “33.6” and web addresses whole
and, in the C locale, take a curly quotation mark for a letter."""

PARTING_CLASS = "[" + "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in PARTING) + "]"
"""The same as a class of a regular expression, in Python as in PostgreSQL."""

ACCENTED = "".join(
    letter
    for letter in map(chr, (*range(0xC0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3))
    if unicodedata.normalize("NFD", letter)[0].isascii()
)
PLAIN = "".join(unicodedata.normalize("NFD", letter)[0] for letter in ACCENTED)


def folded(expression: str) -> str:
    """SQL (PostgreSQL) for a text without accents, each parting character a space: as long as the text itself.

    Only a text with an accent in it is translated, for that takes four times as long as all the rest.
    """
    parted = f"regexp_replace({expression}, '{PARTING_CLASS}', ' ', 'g')"
    return (
        f"CASE WHEN {expression} ~ '[{ACCENTED}]' THEN translate({parted}, '{ACCENTED}', '{PLAIN}') ELSE {parted} END"
    )


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table whose rows are found by their words; its columns with the weight of each, the heaviest first."""

    table: str
    columns: tuple[str, ...]
    weights: tuple[float, ...]

    @property
    def name(self) -> str:
        """The FTS5 table on SQLite, the GIN index on PostgreSQL."""
        return f"search_{self.table}"

    def fts_table(self) -> str:
        columns = ", ".join(self.columns)
        return (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({columns}, content='{self.table}', content_rowid='id', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )

    def triggers(self) -> dict[str, str]:
        """What keeps the FTS5 table right, by name. A row is taken out of FTS5 by telling it what was in it."""
        columns = ", ".join(self.columns)
        old, new = (", ".join(f"{row}.{column}" for column in self.columns) for row in ("old", "new"))
        leave = f"INSERT INTO {self.name}({self.name}, rowid, {columns}) VALUES ('delete', old.id, {old});"
        enter = f"INSERT INTO {self.name}(rowid, {columns}) VALUES (new.id, {new});"
        bodies = {
            "insert": f"AFTER INSERT ON {self.table} BEGIN {enter} END",
            "delete": f"AFTER DELETE ON {self.table} BEGIN {leave} END",
            "update": f"AFTER UPDATE OF id, {columns} ON {self.table} BEGIN {leave} {enter} END",
        }
        return {f"{self.name}_{event}": f"CREATE TRIGGER {self.name}_{event} {body}" for event, body in bodies.items()}

    def vector(self) -> str:
        """The expression of the generated column."""
        return " || ".join(
            f"setweight(to_tsvector('english', {folded(f'left({column}, {LONGEST_TEXT})')}), '{weight}')"
            for column, weight in zip(self.columns, "AB", strict=False)
        )

    def version(self) -> str:
        """Stands as a comment on the generated column, to tell when its expression has changed."""
        return hashlib.sha256(self.vector().encode()).hexdigest()[:16]


PARAGRAPHS = Indexed("meetings_paragraph", ("text",), (1.0,))
RESOLUTIONS = Indexed("meetings_resolution", ("text", "stem"), (4.0, 1.0))
RECOMMENDATIONS = Indexed("recommendations_recommendation", ("title", "wording"), (4.0, 1.0))
ITEMS = Indexed("meetings_agendaitem", ("title", "agenda_text"), (4.0, 1.0))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the index; of the tables in `numbered`, rows are also found by their printed number."""

    indexed: tuple[Indexed, ...]
    numbered: tuple[str, ...] = ()


MADE_BY = {
    "0003_search_index": Share((PARAGRAPHS, RESOLUTIONS, RECOMMENDATIONS), (PARAGRAPHS.table, ITEMS.table)),
    "0004_search_items": Share((ITEMS,)),
}
"""What each migration of `scrutiny` makes of the index; from then on, that share is kept."""


def _together(shares: Iterable[Share]) -> Share:
    shares = tuple(shares)
    return Share(
        tuple(indexed for share in shares for indexed in share.indexed),
        tuple(table for share in shares for table in share.numbered),
    )


WHOLE = _together(MADE_BY.values())
INDEXED = WHOLE.indexed


def lost_parts(connection: BaseDatabaseWrapper, share: Share = WHOLE) -> list[str]:
    """What of the index is missing or out of date, by name; nothing when it is whole."""
    find = _lost_on_postgresql if connection.vendor == "postgresql" else _lost_on_sqlite
    lost = [part for indexed in share.indexed for part in find(connection, indexed)]
    return lost + [f"search_{table}_number" for table in share.numbered if not _has_number_index(connection, table)]


def _lost_on_sqlite(connection: BaseDatabaseWrapper, indexed: Indexed) -> list[str]:
    wanted = {indexed.name: indexed.fts_table()} | indexed.triggers()
    there = dict(_rows(connection, "SELECT name, sql FROM sqlite_master WHERE name LIKE %s", [f"{indexed.name}%"]))
    return [name for name, sql in wanted.items() if there.get(name) != sql]


def _lost_on_postgresql(connection: BaseDatabaseWrapper, indexed: Indexed) -> list[str]:
    column = _rows(
        connection,
        "SELECT col_description(attrelid, attnum) FROM pg_attribute"
        " WHERE attrelid = to_regclass(%s) AND attname = 'search' AND NOT attisdropped",
        [indexed.table],
    )
    if column != [(indexed.version(),)]:
        return [f"{indexed.table}.search", indexed.name]
    return [] if _rows(connection, "SELECT to_regclass(%s)", [indexed.name]) != [(None,)] else [indexed.name]


def _has_number_index(connection: BaseDatabaseWrapper, table: str) -> bool:
    with connection.cursor() as cursor:
        return f"search_{table}_number" in connection.introspection.get_constraints(cursor, table)


def make_search_index(connection: BaseDatabaseWrapper, share: Share = WHOLE) -> None:
    """Makes and fills what is missing or out of date; changes nothing where all is there."""
    lost = set(lost_parts(connection, share))
    make = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    statements = [sql for indexed in share.indexed for sql in make(indexed, lost)]
    statements += [
        f"CREATE INDEX {name} ON {table} (number)"
        for table in share.numbered
        if (name := f"search_{table}_number") in lost
    ]
    _execute(connection, statements)


def _on_sqlite(indexed: Indexed, lost: set[str]) -> list[str]:
    """A part that is missing may have been missed for a while: all is made anew, and filled from the table."""
    if lost.isdisjoint({indexed.name, *indexed.triggers()}):
        return []
    return [
        *_off_sqlite(indexed),
        indexed.fts_table(),
        *indexed.triggers().values(),
        f"INSERT INTO {indexed.name}({indexed.name}) VALUES ('rebuild')",
    ]


def _off_sqlite(indexed: Indexed) -> list[str]:
    triggers = [f"DROP TRIGGER IF EXISTS {name}" for name in indexed.triggers()]
    return [*triggers, f"DROP TABLE IF EXISTS {indexed.name}"]


def _on_postgresql(indexed: Indexed, lost: set[str]) -> list[str]:
    statements = []
    if f"{indexed.table}.search" in lost:
        statements = [
            *_off_postgresql(indexed),
            f"ALTER TABLE {indexed.table} ADD COLUMN search tsvector GENERATED ALWAYS AS ({indexed.vector()}) STORED",
            f"COMMENT ON COLUMN {indexed.table}.search IS '{indexed.version()}'",
        ]
    if indexed.name in lost:
        statements.append(f"CREATE INDEX {indexed.name} ON {indexed.table} USING gin (search)")
    return statements


def _off_postgresql(indexed: Indexed) -> list[str]:
    return [f"ALTER TABLE {indexed.table} DROP COLUMN IF EXISTS search"]


def drop_search_index(connection: BaseDatabaseWrapper, share: Share = WHOLE) -> None:
    """Takes away all that `make_search_index` makes."""
    take = _off_postgresql if connection.vendor == "postgresql" else _off_sqlite
    statements = [sql for indexed in share.indexed for sql in take(indexed)]
    _execute(connection, [*statements, *(f"DROP INDEX IF EXISTS search_{table}_number" for table in share.numbered)])


def kept(connection: BaseDatabaseWrapper) -> Share:
    """What this database is to have: the shares whose migrations it has come to, and not gone back behind."""
    recorder = MigrationRecorder(connection)
    applied = recorder.applied_migrations() if recorder.has_table() else {}
    return _together(share for name, share in MADE_BY.items() if ("scrutiny", name) in applied)


def restore_search_index(*, using: str, **_signal: Any) -> None:
    """After `migrate`: puts back what altering a table has cost."""
    connection = connections[using]
    make_search_index(connection, kept(connection))


def _rows(connection: BaseDatabaseWrapper, sql: str, params: list[str]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [tuple(row) for row in cursor.fetchall()]


def _execute(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
