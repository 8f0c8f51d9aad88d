"""Which suggested actions to list, and what a clerk changes of one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.formats import date_format

from meetings.choices import SuggestionState
from meetings.models import Meeting, SuggestedAction

STATES = [(SuggestionState.WAITING.value, "Waiting"), (SuggestionState.DISMISSED.value, "Dismissed")]


class SuggestionsForm(forms.Form):
    """Kept in the address; what makes no sense there is passed over. `meetings` are those with suggestions."""

    of = forms.ChoiceField(label="Committee or meeting", required=False)
    state = forms.ChoiceField(label="State", choices=STATES, required=False)

    def __init__(self, *args: Any, meetings: Iterable[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of: dict[str, list[tuple[str, str]]] = {}
        for meeting in meetings:
            committee = meeting.committee
            choices = of.setdefault(committee.name, [(committee.slug, f"{committee.name}, every meeting")])
            choices.append((f"{committee.slug}/{meeting.slug}", date_format(meeting.held_on, "j F Y")))
        offered: list[object] = [("", "Every meeting"), *sorted(of.items())]
        self.fields["of"].choices = offered  # type: ignore[attr-defined]  # the stubs know no choices of a field by its name

    @property
    def state_chosen(self) -> str:
        return self._chosen("state") or SuggestionState.WAITING

    @property
    def place_chosen(self) -> tuple[str, str]:
        """The slugs of the committee and of the meeting, '' for every one."""
        committee, _, meeting = self._chosen("of").partition("/")
        return committee, meeting

    def _chosen(self, name: str) -> str:
        self.errors  # noqa: B018  (reads the address)
        return str(self.cleaned_data.get(name, ""))


class ChangeForm(forms.ModelForm[SuggestedAction]):
    class Meta:
        model = SuggestedAction
        fields = ("owner", "text")
        labels = {"owner": "For whom", "text": "What is asked"}
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}
        error_messages = {"text": {"required": "Say what is asked, or dismiss the suggestion."}}
