# ruff: noqa: S608, S611  (what is put into the SQL are names of our own; what the visitor typed is a parameter)
"""The three questions put to the index, in the SQL of each database: which rows, in what order, where in the text."""

from typing import TypeVar, cast

from django.db import connections
from django.db.models import Model, QuerySet, TextField
from django.db.models.expressions import RawSQL

from scrutiny.search.index import INDEXED, Indexed, folded
from scrutiny.search.snippets import START, STOP
from scrutiny.search.words import Words

POOL = 1000
"""Only so many matches are ranked, the newest: ranking half a million takes over a second, and nobody reads them."""

INDEX_OF = {indexed.table: indexed for indexed in INDEXED}
TSQUERY = "websearch_to_tsquery('english', %s)"
HEADLINE = f'HighlightAll=true, StartSel="{START}", StopSel="{STOP}"'

Row = TypeVar("Row", bound=Model)


def match(rows: QuerySet[Row], words: Words) -> QuerySet[Row]:
    """Those of the rows that hold the words: a filter like any other."""
    if not words:
        return rows.none()
    indexed = _index_of(rows)
    if _is_postgresql(rows):
        sql, asked = f"SELECT id FROM {indexed.table} WHERE search @@ {TSQUERY}", words.websearch
    else:
        sql, asked = f"SELECT rowid FROM {indexed.name} WHERE {indexed.name} MATCH %s", words.fts5
    return rows.filter(pk__in=RawSQL(sql, [asked]))


def ranked(rows: QuerySet[Row], words: Words) -> list[int]:
    """The keys of those that hold the words, best first; one more than POOL when there are more than POOL."""
    if not words:
        return []
    indexed = _index_of(rows)
    pool = match(rows, words).order_by("-pk").values("pk")[: POOL + 1]
    pool_sql, pool_params = pool.query.get_compiler(using=rows.db).as_sql()
    if _is_postgresql(rows):
        sql = (
            f"SELECT id FROM {indexed.table} WHERE id IN ({pool_sql})"
            f" ORDER BY ts_rank(search, {TSQUERY}, 1) DESC, id DESC"
        )
        params = [*pool_params, words.websearch]
    else:
        weights = ", ".join(map(str, indexed.weights))
        sql = (  # the plus keeps SQLite from asking FTS5 once for each row of the pool
            f"SELECT rowid FROM {indexed.name} WHERE {indexed.name} MATCH %s AND +rowid IN ({pool_sql})"
            f" ORDER BY bm25({indexed.name}, {weights}), rowid DESC"
        )
        params = [words.fts5, *pool_params]
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, params)
        return [int(key) for (key,) in cursor.fetchall()]


def with_marks(rows: QuerySet[Row], words: Words) -> QuerySet[Row]:
    """Adds `marked_…` for each indexed column: its text with the found words between START and STOP, or None."""
    indexed = _index_of(rows)
    if not words:
        return rows
    marked = {f"marked_{column}": _marked(indexed, column, words, rows) for column in indexed.columns}
    return cast("QuerySet[Row]", rows.annotate(**marked))


def _marked(indexed: Indexed, column: str, words: Words, rows: QuerySet[Row]) -> RawSQL:
    if _is_postgresql(rows):
        text = folded(f"{indexed.table}.{column}")
        sql, asked = f"ts_headline('english', {text}, {TSQUERY}, '{HEADLINE}')", words.websearch
    else:
        marks = f"{indexed.columns.index(column)}, char({ord(START)}), char({ord(STOP)})"
        sql = (
            f"(SELECT highlight({indexed.name}, {marks}) FROM {indexed.name}"
            f" WHERE {indexed.name} MATCH %s AND rowid = {indexed.table}.id)"
        )
        asked = words.fts5
    return RawSQL(sql, [asked], output_field=TextField())


def _index_of(rows: QuerySet[Row]) -> Indexed:
    return INDEX_OF[rows.model._meta.db_table]


def _is_postgresql(rows: QuerySet[Row]) -> bool:
    return connections[rows.db].vendor == "postgresql"
