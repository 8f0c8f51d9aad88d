"""Addresses of bringing in minutes: the clerk's."""

from django.urls import path

from meetings.views import bringing_in, preview, suggestions

urlpatterns = [
    path("minutes/bring-in/", bringing_in.bring_in, name="bring_in"),
    path("minutes/suggestions/", suggestions.suggestions, name="suggestions"),
    path("minutes/<slug:key>/", preview.preview, name="preview"),
    path("minutes/<slug:key>/record/", preview.record, name="record"),
    path("minutes/<slug:key>/discard/", bringing_in.discard_source, name="discard_source"),
    path("minutes/<slug:key>/source/", bringing_in.source, name="source"),
]
