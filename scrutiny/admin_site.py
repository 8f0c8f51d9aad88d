"""The admin site: the same house, behind the same sign-in."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest


class ScrutinyAdminSite(admin.AdminSite):
    index_title = "What is kept here"
    enable_nav_sidebar = False

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {
            "site_header": f"{settings.COUNCIL_NAME}: scrutiny",
            "site_title": "Scrutiny",
        }
