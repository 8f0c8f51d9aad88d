"""Makes the full-text index of minutes and recommendations; what that is, and who keeps it: `scrutiny.search.index`."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scrutiny.search.index import MADE_BY, drop_search_index, make_search_index

SHARE = MADE_BY["0003_search_index"]


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    make_search_index(schema_editor.connection, SHARE)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    drop_search_index(schema_editor.connection, SHARE)


class Migration(migrations.Migration):
    dependencies = [("scrutiny", "0002_roles")]

    operations = [migrations.RunPython(make, drop)]
