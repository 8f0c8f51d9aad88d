"""Recommendations in the administration: to be read. What happens to them happens on their pages."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from recommendations.admin.keeping import OnlyRead
from recommendations.models import Recommendation
from recommendations.querysets.recommendations import RecommendationQuerySet


@admin.register(Recommendation)
class RecommendationAdmin(OnlyRead):
    list_display = ("reference", "title", "committee", "addressee", "lead_post", "target_on")
    list_filter = ("committee", "kind")
    list_select_related = ("committee", "addressee", "lead_post")
    search_fields = ("reference", "title")
    fields = (
        "reference",
        "kind",
        "title",
        "wording",
        "committee",
        "review",
        "number",
        "made_on",
        "addressee",
        "lead_post",
        "target_on",
        "response_due_on",
        "published_at",
    )

    def get_queryset(self, request: HttpRequest) -> RecommendationQuerySet:
        return Recommendation.objects.visible_to(request.user, on=timezone.localdate())
