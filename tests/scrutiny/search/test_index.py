"""The database keeps the index right by itself, whoever writes: a form, a bulk write, or somebody at its prompt."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.checks import Warning as CheckWarning
from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from meetings.models import AgendaItem, Paragraph, Resolution
from recommendations.models import Recommendation
from scrutiny.apps import ScrutinyConfig
from scrutiny.checks import search_index_is_whole
from scrutiny.search.engine import INDEX_OF, match
from scrutiny.search.index import (
    INDEXED,
    ITEMS,
    MADE_BY,
    PARAGRAPHS,
    Indexed,
    drop_search_index,
    lost_parts,
    make_search_index,
    restore_search_index,
)
from scrutiny.search.words import understand
from tests.factories import a_paragraph, a_recommendation, a_resolution, an_item

pytestmark = pytest.mark.django_db

Make = Callable[..., models.Model]

FIND: dict[str, tuple[type[models.Model], Make, str]] = {
    "paragraph": (Paragraph, a_paragraph, "text"),
    "resolution": (Resolution, a_resolution, "text"),
    "stem": (Resolution, a_resolution, "stem"),
    "title": (Recommendation, a_recommendation, "title"),
    "wording": (Recommendation, a_recommendation, "wording"),
    "heading": (AgendaItem, an_item, "title"),
    "agenda text": (AgendaItem, an_item, "agenda_text"),
}
COLUMNS = pytest.mark.parametrize(("model", "make", "column"), FIND.values(), ids=FIND)


def found(model: type[models.Model], text: str) -> list[int]:
    rows = match(model._default_manager.all(), understand(text))
    return sorted(row.pk for row in rows)


def execute(sql: str, *params: str | int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def settle() -> None:
    """PostgreSQL alters no table while foreign keys written in the same transaction wait to be checked."""
    connection.check_constraints()


def index_agrees_with_the_tables() -> bool:
    """FTS5 compares what it holds with the table it stands for; PostgreSQL's generated column cannot differ."""
    if connection.vendor == "sqlite":
        for indexed in INDEXED:
            execute(f"INSERT INTO {indexed.name}({indexed.name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    return lost_parts(connection) == []


@COLUMNS
def test_a_new_row_is_found(model: type[models.Model], make: Make, column: str) -> None:
    row = make(**{column: "Osprey nests on the reservoir."})
    make()
    assert found(model, "osprey") == [row.pk]


@COLUMNS
def test_a_changed_row_is_found_by_its_new_words_alone(model: type[models.Model], make: Make, column: str) -> None:
    row = make(**{column: "Osprey nests on the reservoir."})
    setattr(row, column, "Heron nests on the reservoir.")
    row.save()
    assert found(model, "heron") == [row.pk]
    assert found(model, "osprey") == []
    assert index_agrees_with_the_tables()


@COLUMNS
def test_a_row_changed_or_deleted_at_the_prompt_is_found_as_it_now_is(
    model: type[models.Model], make: Make, column: str
) -> None:
    kept, deleted = make(**{column: "Osprey nests."}), make(**{column: "Osprey nests."})
    table = model._meta.db_table
    execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", "Heron nests.", kept.pk)  # noqa: S608
    execute(f"DELETE FROM {table} WHERE id = %s", deleted.pk)  # noqa: S608
    assert found(model, "heron") == [kept.pk]
    assert found(model, "osprey") == []
    assert index_agrees_with_the_tables()


def test_many_rows_written_at_once_are_found() -> None:
    item = an_item()
    rows = Paragraph.objects.bulk_create(
        Paragraph(item=item, order=n, number=f"31.{n}", anchor=f"p31-{n}", text=f"Osprey {n}") for n in range(1, 4)
    )
    assert found(Paragraph, "osprey") == [row.pk for row in rows]
    Paragraph.objects.filter(item=item).update(text="Heron")
    assert found(Paragraph, "osprey") == []
    assert found(Paragraph, "heron") == [row.pk for row in rows]


def test_what_is_taken_back_is_not_found() -> None:
    with transaction.atomic():
        a_paragraph(text="Osprey nests.")
        transaction.set_rollback(True)
    assert found(Paragraph, "osprey") == []
    assert index_agrees_with_the_tables()


def test_a_text_of_many_pages_is_stored_and_found() -> None:
    row = a_paragraph(text="osprey " + " ".join(f"word{n}" for n in range(200_000)))
    assert found(Paragraph, "osprey") == [row.pk]


def test_making_it_twice_changes_nothing() -> None:
    row = a_paragraph(text="Osprey nests.")
    make_search_index(connection)
    assert lost_parts(connection) == []
    assert found(Paragraph, "osprey") == [row.pk]


def test_dropped_it_is_missed_by_name_and_made_again_it_holds_what_was_there() -> None:
    row = a_paragraph(text="Osprey nests.")
    settle()
    drop_search_index(connection)
    assert PARAGRAPHS.name in lost_parts(connection)
    make_search_index(connection)
    assert lost_parts(connection) == []
    assert found(Paragraph, "osprey") == [row.pk]
    assert index_agrees_with_the_tables()


KEPT = pytest.mark.parametrize("indexed", INDEXED, ids=lambda indexed: indexed.table)


def lose_a_part(indexed: Indexed) -> str:
    """On SQLite what a remade table costs, on PostgreSQL what a careless hand does. The name of what is lost."""
    if connection.vendor == "sqlite":
        execute(f"DROP TRIGGER {indexed.name}_update")
        return f"{indexed.name}_update"
    execute(f"DROP INDEX {indexed.name}")
    return indexed.name


@KEPT
def test_the_check_names_what_is_lost_and_says_what_to_do(indexed: Indexed) -> None:
    assert search_index_is_whole(app_configs=None, databases=["default"]) == []
    part = lose_a_part(indexed)
    assert search_index_is_whole(app_configs=None, databases=["default"]) == [
        CheckWarning(
            f"The search index of the database “default” is not whole: {part} is missing.",
            hint="Run `manage.py migrate`: it puts back what is missing.",
            id="scrutiny.W001",
        )
    ]
    assert search_index_is_whole(app_configs=None, databases=None) == []


@COLUMNS
def test_migrate_puts_back_what_is_lost(model: type[models.Model], make: Make, column: str) -> None:
    lose_a_part(INDEX_OF[model._meta.db_table])
    row = make(**{column: "Osprey nests."})
    model._default_manager.filter(pk=row.pk).update(**{column: "Heron nests."})
    settle()
    call_command("migrate", verbosity=0)
    assert lost_parts(connection) == []
    assert found(model, "heron") == [row.pk]
    assert found(model, "osprey") == []


@pytest.mark.django_db(transaction=True)
class TestRemadeTables:
    def test_a_migration_that_alters_a_table_costs_no_search(self) -> None:
        """Django's schema editor for SQLite makes a table anew, and its triggers are gone with the old one."""
        row = a_paragraph(text="Osprey nests.")
        longer = models.CharField(max_length=31, blank=True)
        longer.set_attributes_from_name("number")
        was = Paragraph._meta.get_field("number")
        with connection.schema_editor() as editor:
            editor.alter_field(Paragraph, was, longer)
        try:
            if connection.vendor == "sqlite":
                assert f"{PARAGRAPHS.name}_insert" in lost_parts(connection)
            unseen = a_paragraph(text="Osprey chicks.")
            restore_search_index(sender=ScrutinyConfig, using="default")
            assert found(Paragraph, "osprey") == [row.pk, unseen.pk]
            assert index_agrees_with_the_tables()
            later = a_paragraph(text="Osprey eggs.")
            assert found(Paragraph, "osprey") == [row.pk, unseen.pk, later.pk]
        finally:
            with connection.schema_editor() as editor:
                editor.alter_field(Paragraph, longer, was)
            restore_search_index(sender=ScrutinyConfig, using="default")

    def test_the_migration_can_be_taken_back_and_made_again(self) -> None:
        row = a_paragraph(text="Osprey nests.")
        try:
            call_command("migrate", "scrutiny", "0002", verbosity=0)
            assert PARAGRAPHS.name in lost_parts(connection)
            assert search_index_is_whole(app_configs=None, databases=["default"]) == []
            a_paragraph(text="Heron nests.", item=row.item)
        finally:
            call_command("migrate", "scrutiny", verbosity=0)
        assert lost_parts(connection) == []
        assert found(Paragraph, "osprey") == [row.pk]
        assert len(found(Paragraph, "nests")) == 2

    def test_a_database_without_the_index_of_agenda_items_gets_it_filled(self) -> None:
        """The first migration of the index makes its own share alone, and `migrate` mends no more than that."""
        row = a_paragraph(text="Osprey nests.", item=an_item(title="Osprey"))
        try:
            call_command("migrate", "scrutiny", "0003", verbosity=0)
            assert lost_parts(connection, MADE_BY["0003_search_index"]) == []
            assert ITEMS.name in lost_parts(connection)
            assert search_index_is_whole(app_configs=None, databases=["default"]) == []
            assert found(Paragraph, "osprey") == [row.pk]
            later = an_item(title="Osprey chicks")
        finally:
            call_command("migrate", "scrutiny", verbosity=0)
        assert found(AgendaItem, "osprey") == [row.item_id, later.pk]
        assert index_agrees_with_the_tables()

    def test_the_migrations_make_the_index_one_after_the_other(self) -> None:
        """Each by itself, without the mending that `migrate` does behind it."""

        def to(name: str) -> None:
            MigrationExecutor(connection).migrate([("scrutiny", name)])

        row = a_paragraph(text="Osprey nests.", item=an_item(title="Osprey"))
        try:
            to("0002_roles")
            to("0003_search_index")
            assert lost_parts(connection, MADE_BY["0003_search_index"]) == []
            assert ITEMS.name in lost_parts(connection)
            to("0004_search_items")
            assert lost_parts(connection) == []
        finally:
            call_command("migrate", "scrutiny", verbosity=0)
        assert found(Paragraph, "osprey") == [row.pk]
        assert found(AgendaItem, "osprey") == [row.item_id]
        assert index_agrees_with_the_tables()


def test_a_remade_index_still_asks_who_looks() -> None:
    a_paragraph(text="Osprey nests.", is_exempt=True)
    settle()
    drop_search_index(connection)
    make_search_index(connection)
    rows = Paragraph.objects.visible_to(AnonymousUser(), on=datetime.date(2026, 9, 15))
    assert list(match(rows, understand("osprey"))) == []
    an_item(title="Osprey", is_exempt=True)
    items = AgendaItem.objects.visible_to(AnonymousUser(), on=datetime.date(2026, 9, 15))
    assert list(match(items, understand("osprey"))) == []
