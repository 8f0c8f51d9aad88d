"""Addresses of bringing_in."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
