"""Reviews in the administration, written by the same actions as on their pages."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from recommendations.actions.errors import NothingChanged
from recommendations.actions.reviews import ReviewDetails, change_review, start_review
from recommendations.admin.keeping import DAYS, NothingIsDeleted, actor_of
from recommendations.models import Review


@admin.register(Review)
class ReviewAdmin(NothingIsDeleted):
    list_display = ("title", "committee", "stage")
    list_filter = ("committee", "stage")
    list_select_related = ("committee",)
    search_fields = ("title",)
    formfield_overrides: ClassVar[Any] = {**DAYS, models.URLField: {"assume_scheme": "https"}}
    fields = (
        "committee",
        "title",
        "scope",
        "lead_member",
        "stage",
        "agreed_by",
        "report_url",
        "received_on",
        "notice_on",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Review | None = None) -> tuple[str, ...]:
        """The committee is in every reference; the resolution is chosen on the review's own page."""
        return ("committee", "agreed_by") if obj else ("agreed_by",)

    def save_model(self, request: HttpRequest, obj: Review, form: Any, change: bool) -> None:
        by, at = actor_of(request), timezone.now()
        details = {name: getattr(obj, name) for name in ReviewDetails.__slots__}
        if not change:
            started = start_review(committee=obj.committee, by=by, at=at, **details)
            obj.pk, obj.slug = started.pk, started.slug
            return
        try:
            change_review(obj, to=ReviewDetails(**details), by=by, at=at)
        except NothingChanged:
            return
