"""Addresses of the site itself: home, committees, search."""

from django.urls import path

from scrutiny.views import committees, home, search

urlpatterns = [
    path("", home.home, name="home"),
    path("committees/", committees.committees, name="committees"),
    path("committees/<slug:slug>/", committees.committee, name="committee"),
    path("search/", search.search, name="search"),
]
