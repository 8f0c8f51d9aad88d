"""What an officer says in one short form."""

import datetime
from typing import Any

from django import forms

from meetings.forms.days import DayField
from recommendations.choices import REPORTED_STANDINGS
from recommendations.forms.evidence import EvidenceForm
from recommendations.models import Evidence, ProgressUpdate, Recommendation

LONGEST = 20_000
"""Characters of one text: what is longer belongs into evidence, and would take seconds to show."""

STANDINGS = [(standing.value, standing.label) for standing in REPORTED_STANDINGS]


def check_as_at(as_at: datetime.date, recommendation: Recommendation, *, on: datetime.date) -> None:
    """Raises ValidationError where nobody can know the position as at that day, or there was nothing yet."""
    if as_at > on:
        raise forms.ValidationError("That day is still to come. Give today’s date or an earlier one.")
    if as_at < recommendation.made_on:
        made_on = f"{recommendation.made_on:%-d %B %Y}"
        raise forms.ValidationError(f"That is before the recommendation was made, on {made_on}. Give a later date.")


def check_exempt(form: forms.BaseForm) -> None:
    """What is not for publication says under which paragraphs."""
    cleaned = form.cleaned_data
    if (cleaned.get("exempt_text") or cleaned.get("exempt_evidence")) and not cleaned.get("exempt_paragraphs"):
        form.add_error("exempt_paragraphs", "Say under which paragraphs of Schedule 12A it is exempt, for example 3.")


class KeptEvidenceField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, evidence: Evidence) -> str:
        return evidence.label


class ProgressForm(EvidenceForm):
    """`draft` is the one that is gone on with, or the one that is corrected (then `is_new`); `on` is today.

    With `is_draft` the text may still be missing.
    """

    field_order = (
        "as_at",
        "standing",
        "text",
        "expected_on",
        "dropped",
    )  # as on the page: errors are told in this order

    as_at = DayField(label="Position as at", help_text="The day up to which you know what happened.")
    standing = forms.ChoiceField(
        label="Where it stands",
        choices=STANDINGS,
        widget=forms.RadioSelect,
        help_text="“Complete” proposes to the committee that it be closed. Only the committee closes it.",
        error_messages={"required": "Choose where it stands."},
    )
    text = forms.CharField(
        label="What happened",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="A few plain sentences for everybody. A line that begins with “-” makes a list; Markdown works.",
        error_messages={"required": "Say in a sentence or two what happened, even if it is “nothing yet”, and why."},
    )
    expected_on = DayField(label="Expected completion", required=False)
    exempt_text = forms.CharField(
        label="What is not for publication",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Read only by clerks and by those who hold your post.",
    )
    exempt_paragraphs = forms.CharField(
        label="Exempt under",
        required=False,
        max_length=120,
        help_text="The paragraphs of Schedule 12A, for example “3” or “1 and 2”.",
    )
    dropped = KeptEvidenceField(
        label="Remove this evidence",
        queryset=Evidence.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        recommendation: Recommendation,
        on: datetime.date,
        draft: ProgressUpdate | None = None,
        is_new: bool = True,
        is_draft: bool = False,
        **options: Any,
    ) -> None:
        options["initial"] = {"as_at": on} | _said(draft) | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.recommendation, self.on, self.is_draft = recommendation, on, is_draft
        self.fields["text"].required = not is_draft
        if draft is not None and not is_new and draft.evidence.exists():
            self.fields["dropped"].queryset = draft.evidence.all()  # type: ignore[attr-defined]
        else:
            del self.fields["dropped"]

    @property
    def exempt_is_open(self) -> bool:
        """Whether anything stands in the part that is not for publication, so that it must be seen."""
        return any(
            self[name].errors or self[name].value() for name in ("exempt_text", "exempt_paragraphs", "exempt_evidence")
        )

    def clean_as_at(self) -> datetime.date:
        as_at: datetime.date = self.cleaned_data["as_at"]
        check_as_at(as_at, self.recommendation, on=self.on)
        return as_at

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.is_draft:
            check_exempt(self)
        return cleaned

    def said(self) -> dict[str, Any]:
        """What the actions take."""
        names = ("as_at", "standing", "text", "expected_on", "exempt_text", "exempt_paragraphs")
        return {name: self.cleaned_data[name] for name in names} | {"evidence": self.given_evidence()}


def _said(update: ProgressUpdate | None) -> dict[str, Any]:
    if update is None:
        return {}
    names = ("as_at", "standing", "text", "expected_on", "exempt_text", "exempt_paragraphs")
    return {name: getattr(update, name) for name in names}
