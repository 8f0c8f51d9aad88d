"""Addresses of the site itself: home, committees, search, accounts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
