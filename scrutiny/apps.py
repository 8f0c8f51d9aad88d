from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate


class ScrutinyConfig(AppConfig):
    """The site on top: accounts, home, search."""

    name = "scrutiny"
    default = True

    def ready(self) -> None:
        from scrutiny import checks  # noqa: F401  (registers its checks)
        from scrutiny.search.index import restore_search_index

        post_migrate.connect(restore_search_index, sender=self)


class AdminConfig(admin_apps.AdminConfig):
    default = False
    default_site = "scrutiny.admin_site.ScrutinyAdminSite"
