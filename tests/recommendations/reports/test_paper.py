"""The paper itself."""

import subprocess
import sys
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from recommendations.reports.paper import (
    ImplicationsAppendix,
    NumberedParagraph,
    Paper,
    ProgressAppendix,
    Section,
)
from recommendations.reports.template import HOUSE


def a_paper() -> Paper:
    return Paper(
        committee="Safer Communities Committee",
        meeting_on=date(2026, 7, 13),
        title="Libraries online",
        report_of="",
        as_at=date(2026, 6, 30),
        sections=(
            Section("Purpose", (NumberedParagraph(1, "To tell members."),)),
            Section("Background papers", (NumberedParagraph(None, "None"),)),
            Section("Recommendations", (NumberedParagraph(2, "That it be noted."),)),
        ),
        implications=ImplicationsAppendix("Appendix 1", ()),
        progress=ProgressAppendix("Appendix 2", ()),
    )


def test_the_numbered_paragraphs_are_found_in_order_whatever_their_section() -> None:
    assert list(a_paper().numbered()) == [
        NumberedParagraph(1, "To tell members."),
        NumberedParagraph(2, "That it be noted."),
    ]


def test_a_paper_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        a_paper().title = "Another"  # type: ignore[misc]


def test_the_paper_and_the_template_need_no_django() -> None:
    script = (
        "import sys, recommendations.reports.paper, recommendations.reports.template;"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] == 'django'))"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"


def test_the_house_speaks_to_eleven_implications_and_five_headings() -> None:
    assert [part.heading for part in HOUSE.parts] == [
        "Purpose of the report",
        "Background",
        "Recommendations",
        "Background papers",
        "Contact",
    ]
    assert len(HOUSE.implications) == 11
