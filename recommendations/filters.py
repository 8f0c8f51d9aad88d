"""How a list of recommendations is narrowed; what is chosen stands in the address, so that it can be shared."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet

from meetings.models import Committee
from recommendations.choices import RecommendationKind, Standing
from recommendations.models import Body, Recommendation, Review
from recommendations.querysets.recommendations import RecommendationQuerySet


def unknown(what: str) -> dict[str, str]:
    """What an address with a slip is told."""
    return {"invalid_choice": f"There is no such {what}. Choose one from the list."}


class RecommendationFilter(django_filters.FilterSet):
    """Over a queryset that has been through `with_position`."""

    committee = django_filters.ModelChoiceFilter(
        label="Committee",
        error_messages=unknown("committee"),
        field_name="committee",
        lookup_expr="exact",
        queryset=Committee.objects.all(),
        to_field_name="slug",
        empty_label="Every committee",
    )
    review = django_filters.ModelChoiceFilter(
        label="Review",
        error_messages=unknown("review"),
        field_name="review",
        lookup_expr="exact",
        queryset=Review.objects.all(),
        to_field_name="slug",
        empty_label="Every review, or none",
    )
    standing = django_filters.ChoiceFilter(
        label="Standing",
        error_messages=unknown("standing"),
        field_name="standing",
        lookup_expr="exact",
        choices=Standing.choices,
        empty_label="Wherever it stands",
    )
    addressee = django_filters.ModelChoiceFilter(
        label="Addressee",
        error_messages=unknown("body"),
        field_name="addressee",
        lookup_expr="exact",
        queryset=Body.objects.all(),
        to_field_name="slug",
        empty_label="Whoever is asked",
    )
    kind = django_filters.ChoiceFilter(
        label="Kind",
        error_messages=unknown("kind"),
        field_name="kind",
        lookup_expr="exact",
        choices=RecommendationKind.choices,
        empty_label="Every kind",
    )
    overdue = django_filters.BooleanFilter(
        label="Only what is late", method="only_overdue", widget=forms.CheckboxInput(attrs={"value": "yes"})
    )

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def __init__(self, data: Any, queryset: RecommendationQuerySet, **options: Any) -> None:
        """Offers no body but those asked in what this visitor sees: the name of another may itself be exempt."""
        super().__init__(data, queryset, **options)
        asked = queryset.order_by().values("addressee")
        self.filters["addressee"].queryset = Body.objects.filter(pk__in=asked)

    def only_overdue(
        self, queryset: RecommendationQuerySet, _name: str, is_wanted: bool | None
    ) -> QuerySet[Recommendation]:
        return queryset.overdue() if is_wanted else queryset

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return any(self.form.cleaned_data.values()) if self.form.is_valid() else True
