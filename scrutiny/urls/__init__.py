"""The addresses of the site."""

from django.contrib import admin
from django.urls import include, path

from scrutiny.urls import accounts, site

urlpatterns = [
    *site.urlpatterns,
    *accounts.urlpatterns,
    path("", include("meetings.urls")),
    path("", include("recommendations.urls")),
    path("admin/", admin.site.urls),
]
