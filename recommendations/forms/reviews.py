"""Reviews, and the recommendations they make."""

import datetime
from typing import Any, cast

from django import forms

from meetings.forms.days import DayField
from meetings.models import Committee, Meeting
from meetings.permissions import Visitor
from recommendations.actions.errors import TargetBeforeItWasMade
from recommendations.actions.recommendations import Asked
from recommendations.actions.reviews import ReviewDetails
from recommendations.choices import RecommendationKind, ReviewStage
from recommendations.forms.fields import BodyField, PostField, ResolutionField, resolutions_of
from recommendations.forms.words import PlainWords
from recommendations.models import Review
from recommendations.sentences import proposed_title

EMPTY_ROWS, MOST_ROWS = 3, 40


class ReviewForm(PlainWords, forms.Form):
    """Start a review, or change one: then the committee is given and stays."""

    committee = forms.ModelChoiceField(
        label="Committee", queryset=Committee.objects.all(), empty_label="Choose the committee"
    )
    title = forms.CharField(
        label="Title",
        max_length=200,
        help_text="For example: young people and online crime",
        error_messages={"required": "Give the review a title."},
    )
    scope = forms.CharField(
        label="Scope",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What the review asks, and what it leaves out.",
    )
    lead_member = forms.CharField(label="Lead member", required=False, max_length=200)
    stage = forms.ChoiceField(label="Stage", choices=ReviewStage.choices, initial=ReviewStage.SCOPING)
    agreed_by = ResolutionField(
        label="Resolution that agreed the report",
        required=False,
        empty_label="Not agreed yet, or not in the minutes here",
    )
    report_url = forms.URLField(label="Address of the report", required=False, assume_scheme="https")
    received_on = DayField(
        label="Report received on",
        required=False,
        help_text="The day on which the executive or the partner received it.",
    )
    notice_on = DayField(
        label="Notice given on",
        required=False,
        help_text="The day of the committee’s written notice. The time to respond begins with the later of both.",
    )

    def __init__(
        self, *args: Any, visitor: Visitor, on: datetime.date, review: Review | None = None, **options: Any
    ) -> None:
        if review is not None:
            options["initial"] = {name: getattr(review, name) for name in ReviewDetails.__slots__}
        super().__init__(*args, **options)
        self.on = on
        if review is None:
            self.fields["committee"].queryset = Committee.objects.sitting_on(on)  # type: ignore[attr-defined]
            del self.fields["agreed_by"]
        else:
            del self.fields["committee"]
            chosen = str(review.agreed_by_id or "")
            self.fields["agreed_by"].queryset = resolutions_of(  # type: ignore[attr-defined]
                review.committee, visitor, on=on, chosen=chosen
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("received_on", "notice_on"):
            if cleaned.get(name) and cleaned[name] > self.on:
                self.add_error(name, "That day is still to come. Give it once it has passed.")
        return cleaned

    def details(self) -> ReviewDetails:
        return ReviewDetails(**{name: self.cleaned_data[name] for name in ReviewDetails.__slots__})


class MadeForm(PlainWords, forms.Form):
    """When the review made its recommendations, and whether they are public at once."""

    made_on = DayField(
        label="Made on", help_text="The day of the meeting that agreed them. It decides the year in the reference."
    )
    publish = forms.ChoiceField(
        label="Publish",
        choices=[("yes", "Publish them now"), ("no", "Keep them as drafts, which only clerks see")],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, *args: Any, on: datetime.date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.on = on

    def clean_made_on(self) -> datetime.date:
        made_on: datetime.date = self.cleaned_data["made_on"]
        if made_on > self.on:
            raise forms.ValidationError("That day is still to come. Give the day of the meeting that agreed them.")
        return made_on


class AskedForm(PlainWords, forms.Form):
    """One recommendation. A row in which nothing is written is left out."""

    wording = forms.CharField(
        label="Wording as resolved",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give the wording as resolved, or leave this one out."},
    )
    title = forms.CharField(
        label="Title", required=False, max_length=200, help_text="Left empty, it is made from the first words."
    )
    addressee = BodyField(label="Addressee", error_messages={"required": "Choose who is asked."})
    lead_post = PostField(label="Lead post", required=False)
    target_on = DayField(label="Target date", required=False)
    resolution = ResolutionField(
        label="Resolution it comes from", required=False, empty_label="None in the minutes here"
    )

    def asked(self) -> Asked | None:
        cleaned = self.cleaned_data
        if not cleaned.get("wording"):  # an untouched row has nothing at all
            return None
        return Asked(
            kind=RecommendationKind.REVIEW,
            title=cleaned["title"] or proposed_title(cleaned["wording"]),
            wording=cleaned["wording"],
            addressee=cleaned["addressee"],
            lead_post=cleaned["lead_post"],
            target_on=cleaned["target_on"],
            resolution=cleaned["resolution"],
        )


class BaseAskedFormSet(forms.BaseFormSet[AskedForm]):
    """The rows share one list of resolutions, bodies and posts, read once."""

    def __init__(
        self,
        *args: Any,
        review: Review,
        visitor: Visitor,
        on: datetime.date,
        meeting: Meeting | None = None,
        least: int = 0,
        made_on: datetime.date | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.made_on = made_on
        self.extra = max(least - len(self.initial or []), 0)
        found = resolutions_of(review.committee, visitor, on=on)
        if meeting is not None:
            found = (
                found.model.objects.visible_to(visitor, on=on).with_place().latest_first().filter(item__meeting=meeting)
            )
        template = AskedForm()
        self.choices: dict[str, Any] = {}
        template.fields["resolution"].queryset = found  # type: ignore[attr-defined]
        for name in ("addressee", "lead_post", "resolution"):
            self.choices[name] = list(template.fields[name].choices)  # type: ignore[attr-defined]
        self.resolutions = found

    def add_fields(self, form: AskedForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Leave this one out"
        form.fields["resolution"].queryset = self.resolutions  # type: ignore[attr-defined]
        for name, choices in self.choices.items():
            form.fields[name].widget.choices = choices

    def clean(self) -> None:
        for form in self.forms:
            target_on = form.cleaned_data.get("target_on") if form.is_valid() else None
            if target_on is not None and self.made_on is not None and target_on < self.made_on:
                form.add_error("target_on", TargetBeforeItWasMade.message)
        if not self.wrong_rows and not self.asked():
            raise forms.ValidationError("Give the wording of at least one recommendation.")

    def asked(self) -> list[Asked]:
        kept = [form for form in self.forms if form not in self.deleted_forms]
        return [asked for form in kept if (asked := form.asked()) is not None]

    @property
    def wrong_rows(self) -> list[tuple[int, AskedForm]]:
        """The rows that have to be mended, counted from 1."""
        rows = enumerate(self.forms, start=1)
        return [(n, form) for n, form in rows if form.errors and not self._should_delete_form(form)]  # type: ignore[attr-defined]


AskedFormSet = cast(
    "type[BaseAskedFormSet]",
    forms.formset_factory(
        AskedForm, formset=BaseAskedFormSet, extra=0, max_num=MOST_ROWS, can_delete=True, can_delete_extra=False
    ),
)
