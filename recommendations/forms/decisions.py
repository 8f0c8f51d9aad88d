"""A form that cites a resolution of the committee."""

import datetime
from typing import Any, cast

from django import forms

from meetings.models import Resolution
from meetings.permissions import Visitor
from recommendations.forms.fields import ResolutionField, resolutions_of
from recommendations.forms.relevance import Relevance
from recommendations.models import Recommendation


class DecisionForm(forms.Form):
    """Offers what the committee resolved since the recommendation was made; `words` narrow it, without a script."""

    words = forms.CharField(
        label="Find a resolution by its words",
        required=False,
        help_text="The list has the last twelve meetings. Words such as “library” look in all of them.",
    )
    resolution = ResolutionField(label="Resolution that decided it")

    def __init__(
        self, *args: Any, recommendation: Recommendation, visitor: Visitor, on: datetime.date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.recommendation, self.on = recommendation, on
        given = self.data if self.is_bound else self.initial
        field = cast("ResolutionField", self.fields["resolution"])
        field.rank = Relevance.to(recommendation)
        field.queryset = resolutions_of(
            recommendation.committee,
            visitor,
            on=on,
            since=recommendation.made_on,
            words=str(given.get("words", "")),
            chosen=str(given.get("resolution", "")),
        )

    def chosen_resolution(self) -> Resolution | None:
        resolution: Resolution | None = self.cleaned_data["resolution"]
        return resolution
