"""Addresses of bringing in minutes: the clerk's."""

from django.urls import path

from meetings.views import batches, bringing_in, correcting, preview, suggestions

urlpatterns = [
    path("minutes/bring-in/", bringing_in.bring_in, name="bring_in"),
    path("minutes/suggestions/", suggestions.suggestions, name="suggestions"),
    path("minutes/batches/<slug:key>/", batches.batch, name="batch"),
    path("minutes/batches/<slug:key>/read/", batches.read_batch, name="read_batch"),
    path("minutes/batches/<slug:key>/leave-out-rest/", batches.leave_out_rest, name="leave_out_rest"),
    path("minutes/<slug:key>/", preview.preview, name="preview"),
    path("minutes/<slug:key>/record/", preview.record, name="record"),
    path("minutes/<slug:key>/discard/", bringing_in.discard_source, name="discard_source"),
    path("minutes/<slug:key>/source/", bringing_in.source, name="source"),
    path("minutes/<slug:key>/bring-in-corrected/", correcting.bring_in_corrected, name="bring_in_corrected"),
    path("minutes/<slug:key>/compare/", correcting.compare, name="compare"),
]
