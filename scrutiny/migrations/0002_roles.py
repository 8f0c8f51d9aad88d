"""Makes the four roles as groups, with what each may do. Permissions are made here, because Django makes them only later."""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from scrutiny.roles import KEPT_IN_ADMIN, ROLES


def make_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")

    def permission(app_label: str, model_name: str, codename: str, name: str) -> Any:
        content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model_name)
        return Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})[
            0
        ]

    special = {}
    for app_label in ("meetings", "recommendations"):
        for model in apps.get_app_config(app_label).get_models():
            for codename, name in model._meta.permissions:
                special[f"{app_label}.{codename}"] = permission(app_label, str(model._meta.model_name), codename, name)
    for role, names in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.add(*(special[name] for name in names))
    for role, kept in KEPT_IN_ADMIN.items():
        Group.objects.get(name=role).permissions.add(
            *(
                permission(app_label, model_name, f"{verb}_{model_name}", f"Can {verb} {model_name}")
                for app_label, model_names in kept.items()
                for model_name in model_names
                for verb in ("add", "change", "view")
            )
        )


def remove_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("scrutiny", "0001_accounts"),
        ("meetings", "0001_meetings_and_minutes"),
        ("recommendations", "0001_recommendations"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
