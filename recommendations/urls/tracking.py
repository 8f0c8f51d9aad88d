"""Addresses of what is tracked."""

from django.urls import path

from recommendations.views import (
    accepting,
    changing,
    extensions,
    progress,
    raising,
    recommendations,
    responses,
    sign_off,
    waiting,
)

urlpatterns = [
    path("recommendations/", recommendations.recommendations, name="list"),
    path("recommendations/<slug:slug>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<slug:slug>/log-progress/", progress.log_progress, name="log_progress"),
    path("recommendations/<slug:slug>/discard-draft/", progress.discard_draft, name="discard_draft"),
    path("recommendations/<slug:slug>/publish-update/", progress.publish_update, name="publish_update"),
    path("recommendations/<slug:slug>/evidence/<str:name>", progress.evidence, name="evidence"),
    path("recommendations/<slug:slug>/respond/", responses.respond, name="respond"),
    path("recommendations/<slug:slug>/close/", sign_off.close, name="close"),
    path("recommendations/<slug:slug>/keep-open/", sign_off.keep_open, name="keep_open"),
    path("recommendations/<slug:slug>/reopen/", sign_off.reopen, name="reopen"),
    path("recommendations/<slug:slug>/extend/", extensions.extend, name="extend"),
    path("recommendations/<slug:slug>/correct-wording/", changing.correct_wording, name="correct_wording"),
    path("recommendations/<slug:slug>/details/", changing.change_details, name="change_details"),
    path("recommendations/<slug:slug>/exempt/", changing.exempt, name="exempt"),
    path("recommendations/<slug:slug>/publish/", changing.publish, name="publish"),
    path("track/", accepting.accept, name="accept"),
    path("track/<slug:committee>/<slug:meeting>/<slug:item>/<slug:anchor>/", raising.raise_from, name="raise"),
    path("waiting/", waiting.waiting, name="waiting"),
]
