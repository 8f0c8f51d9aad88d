"""Forms of committee papers."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BoundField

from meetings.forms.days import DayField
from recommendations.actions.papers import CoverTexts
from recommendations.forms.words import PlainWords
from recommendations.models import PaperCover
from recommendations.reports.template import HOUSE

PROPOSED = "Proposed from the records. Left as it is, it follows them; emptied, it is proposed anew."
BLANK_LINE = "A blank line begins a new paragraph."


def text_field(label: str, help_text: str = "", *, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs={"rows": rows, "cols": 80})
    )


class PaperDatesForm(PlainWords, forms.Form):
    """The two dates of a paper."""

    as_at = DayField(
        label="Position as at",
        help_text="The paper says how things stood on this day. Nothing dated later is in it.",
        error_messages={"required": "Give the date of the position."},
    )
    meeting_on = DayField(
        label="Date of the meeting",
        help_text="The meeting of the committee that the paper goes to.",
        error_messages={"required": "Give the date of the meeting."},
    )


class PaperForm(PaperDatesForm):
    """The cover part of one paper: what the clerk may put in words of his own.

    A field shows what he wrote or, where he wrote nothing, what is `proposed`.
    """

    title = forms.CharField(max_length=200, error_messages={"required": "Give the paper a title."})
    report_of = forms.CharField(
        label="Report of",
        max_length=200,
        required=False,
        help_text="Whose report it is, for example “the Director of Communities”.",
    )
    purpose = text_field("Purpose of the report", PROPOSED)
    background = text_field("Background", f"{PROPOSED} {BLANK_LINE}", rows=10)
    recommendations = text_field(
        "Recommendations to the committee", f"{PROPOSED} Each paragraph is one thing to resolve. {BLANK_LINE}", rows=8
    )
    background_papers = text_field("Background papers", "Printed as “None” where you write nothing.", rows=2)
    contact = text_field("Contact", "Whom to ask about the report.", rows=2)

    def __init__(self, data: Any = None, files: Any = None, *, cover: PaperCover, proposed: Mapping[str, str]) -> None:
        self.proposed = proposed
        shown = {name: getattr(cover, name) or text for name, text in proposed.items()}
        kept = {name: getattr(cover, name) for name in ("as_at", "meeting_on", "title", "report_of")}
        super().__init__(data, files, initial=kept | shown)
        self.headings = {f"implication_{n}": heading for n, heading in enumerate(HOUSE.implications, start=1)}
        for name, heading in self.headings.items():
            self.fields[name] = text_field(heading, rows=2)
            self.initial[name] = cover.implications.get(heading, "")

    def implications(self) -> list[BoundField]:
        return [self[name] for name in self.headings]

    def texts(self) -> CoverTexts:
        """What was written. A text that is still the proposed one is kept empty, so that it follows the records."""
        given: dict[str, Any] = {name: _tidy(value) for name, value in self.cleaned_data.items()}
        said = {heading: given.pop(name) for name, heading in self.headings.items()}
        for name, text in self.proposed.items():
            given[name] = "" if given[name] == _tidy(text) else given[name]
        return CoverTexts(**given, implications={heading: text for heading, text in said.items() if text})


def _tidy(value: str | datetime.date) -> str | datetime.date:
    """Line ends as they are kept; browsers send two characters."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
