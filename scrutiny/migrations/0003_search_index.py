"""Makes the full-text index. What it consists of, and how it is kept: `scrutiny.search.index`."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scrutiny.search.index import drop_search_index, make_search_index


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    make_search_index(schema_editor.connection)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    drop_search_index(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("scrutiny", "0002_roles")]

    operations = [migrations.RunPython(make, drop)]
