"""Raising something, and saying anew what may change about it."""

from typing import Any

from django import forms

from meetings.forms.days import DayField
from meetings.models import Committee
from recommendations.choices import ANSWERED_KINDS, RecommendationKind
from recommendations.forms.answerer import AnswererForm
from recommendations.forms.words import PlainWords
from recommendations.models import Recommendation, Review

PUBLISH = [("yes", "Publish it now"), ("no", "Keep it as a draft, which only clerks see")]


class RaiseForm(AnswererForm):
    """`can_publish` is false where the minutes it cites are not public."""

    field_order = ("kind", "wording", "title")

    kind = forms.ChoiceField(label="Kind", choices=RecommendationKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(
        label="Title",
        max_length=200,
        help_text="A few words by which everybody knows it.",
        error_messages={"required": "Give it a short title."},
    )
    wording = forms.CharField(
        label="Wording",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="As resolved. It cannot be edited afterwards, only corrected with a reason.",
        error_messages={"required": "Give the wording, as it stands in the minutes."},
    )
    target_on = DayField(label="Target date", required=False)
    review = forms.ModelChoiceField(
        label="Review", queryset=Review.objects.none(), required=False, empty_label="Belongs to no review"
    )
    notice_on = DayField(
        label="Notice given on",
        required=False,
        help_text="Only for recommendations outside a review: the time to respond begins with that day.",
    )
    publish = forms.ChoiceField(label="Publish", choices=PUBLISH, widget=forms.RadioSelect, initial="yes")

    def __init__(self, *args: Any, committee: Committee, can_publish: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        reviews = Review.objects.filter(committee=committee).in_progress()
        self.fields["review"].queryset = reviews  # type: ignore[attr-defined]
        if not can_publish:
            del self.fields["publish"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind, review = cleaned.get("kind"), cleaned.get("review")
        if kind == RecommendationKind.REVIEW and not review and "review" not in self.errors:
            self.add_error("review", "Choose the review to which this recommendation belongs.")
        if cleaned.get("notice_on") and kind and kind not in ANSWERED_KINDS:
            self.add_error(
                "notice_on", "Actions and requests for information have no formal response. Leave this empty."
            )
        elif cleaned.get("notice_on") and review:
            self.add_error("notice_on", "The review has the date of notice. Leave this empty.")
        return cleaned

    @property
    def is_published_now(self) -> bool:
        return self.cleaned_data.get("publish") == "yes"


class DetailsForm(AnswererForm):
    field_order = ("kind", "title")
    kind = forms.ChoiceField(label="Kind", choices=RecommendationKind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label="Title", max_length=200, error_messages={"required": "Give it a short title."})
    target_on = DayField(
        label="Target date",
        required=False,
        help_text="The first target. A later one that the committee granted is recorded under “Extend the target”.",
    )
    reason = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=500,
        help_text="Shown in the history, with what stood there before.",
    )

    def __init__(self, *args: Any, recommendation: Recommendation, **options: Any) -> None:
        names = ("kind", "title", "addressee", "lead_post", "target_on")
        options["initial"] = {name: getattr(recommendation, name) for name in names} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.recommendation = recommendation

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        before = self.recommendation.target_on
        is_moved = before is not None and "target_on" in cleaned and cleaned["target_on"] != before
        if is_moved and self.recommendation.published_at and not cleaned.get("reason"):
            self.add_error(
                "reason", "Say why the target changes. If the committee granted more time, extend it instead."
            )
        return cleaned


class WordingForm(PlainWords, forms.Form):
    wording = forms.CharField(
        label="Wording as resolved",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Give the wording, as it stands in the minutes."},
    )
    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example: a word was left out when it was copied from the minutes.",
        error_messages={"required": "Say why the wording is corrected: it is shown in the history."},
    )


class ExemptionForm(PlainWords, forms.Form):
    is_exempt = forms.BooleanField(label="Exempt: not for the public", required=False)
    exempt_paragraphs = forms.CharField(
        label="Exempt under",
        required=False,
        max_length=120,
        help_text="The paragraphs of Schedule 12A, for example “3” or “1 and 2”.",
    )
    exempt_until = DayField(
        label="Exempt until", required=False, help_text="The first day on which it is open again, where that is known."
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("is_exempt") and not cleaned.get("exempt_paragraphs"):
            self.add_error(
                "exempt_paragraphs", "Say under which paragraphs of Schedule 12A it is exempt, for example 3."
            )
        return cleaned
