"""A form that cites a resolution of the committee."""

import datetime
from typing import Any, cast

from django import forms

from meetings.models import Resolution
from meetings.permissions import Visitor
from recommendations.choices import Standing
from recommendations.forms.fields import ResolutionField, resolutions_of
from recommendations.forms.relevance import Relevance
from recommendations.forms.words import PlainWords
from recommendations.models import Recommendation


class DecisionForm(PlainWords, forms.Form):
    """Offers what the committee resolved since the recommendation was made; `words` narrow it, without a script."""

    words = forms.CharField(
        label="Find a resolution by its words",
        required=False,
        help_text="The list has the last twelve meetings. Words such as “library” look in all of them.",
    )
    resolution = ResolutionField(label="Resolution that decided it")
    confirmed = forms.BooleanField(label="It is the right resolution", required=False)

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

    @property
    def asks_to_confirm(self) -> bool:
        """Whether the resolution that was chosen looks like the wrong one, so that the form must be sent again."""
        return bool(self["confirmed"].errors or self["confirmed"].value())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        resolution: Resolution | None = cleaned.get("resolution")
        if resolution is not None and not cleaned.get("confirmed"):
            self._check_order(resolution.item.meeting.held_on)
        return cleaned

    def _check_order(self, decided_on: datetime.date) -> None:
        """A decision on a proposal comes after it; minutes that were brought in late may say otherwise."""
        updates = self.recommendation.updates.standing_for_something().filter(standing=Standing.COMPLETE)
        proposal = updates.latest_first().first()
        if proposal is not None and decided_on < proposal.as_at:
            self.add_error(
                "confirmed",
                f"Tick this if so, or choose a later one: that meeting was on {decided_on:%-d %B %Y}, before "
                f"completion was proposed as at {proposal.as_at:%-d %B %Y}.",
            )

    def chosen_resolution(self) -> Resolution | None:
        resolution: Resolution | None = self.cleaned_data["resolution"]
        return resolution
