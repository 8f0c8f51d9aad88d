from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class ScrutinyConfig(AppConfig):
    """The site on top: accounts, home, search."""

    name = "scrutiny"
    default = True

    def ready(self) -> None:
        from scrutiny import checks  # noqa: F401  (registers its checks)


class AdminConfig(admin_apps.AdminConfig):
    default = False
    default_site = "scrutiny.admin_site.ScrutinyAdminSite"
