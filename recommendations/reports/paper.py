"""The committee paper itself: what it says and in which order. Plain Python: whoever writes it out knows nothing else.

A paper is what the public may read, so it never holds exempt text. Texts are plain, but for what an officer reported,
which is Markdown. Addresses begin with a slash: a writer whose work leaves the site puts the site's own in front.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

NO_UPDATE = "No update received"
"""Said of a recommendation on which nobody has reported."""

COLUMNS = ("Reference", "Recommendation", "Responsible", "Target", "Standing", "Progress")
"""The head of the table of progress."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of minutes: “Resolution 2, 27 March 2018”."""

    label: str
    url: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A link or a file that shows what was reported. `url` may lead to another site."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """`number` runs through the whole paper; None where the heading's paragraphs bear none."""

    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the second level, below the title."""

    heading: str
    paragraphs: tuple[NumberedParagraph, ...]


@dataclass(frozen=True, slots=True)
class Implication:
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ImplicationsAppendix:
    heading: str
    implications: tuple[Implication, ...]


@dataclass(frozen=True, slots=True)
class FormalResponse:
    """What the executive or a partner said: the kind in words, and when. None of it is progress."""

    kind: str
    responded_on: datetime.date


@dataclass(frozen=True, slots=True)
class ReportedUpdate:
    """The update that holds as at the paper's date. `text` is Markdown; `post` is '' where no post is named."""

    as_at: datetime.date
    text: str
    post: str
    evidence: tuple[EvidenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One recommendation as at the paper's date.

    `standing` and, once closed, `outcome` are the fixed values, for whoever draws a shape; `standing_label` says both
    in words. `decision` is the resolution that closed it. `earlier_targets` are the dates that extensions replaced and
    `responses` what was formally answered, both oldest first: by the first response its timeliness is judged, the
    last one holds.
    """

    reference: str
    number: int | None
    url: str
    wording: str
    addressee: str
    responsible: str
    standing: str
    standing_label: str
    source: Citation | None = None
    needs_response: bool = False
    responses: tuple[FormalResponse, ...] = ()
    response_due_on: datetime.date | None = None
    target_on: datetime.date | None = None
    earlier_targets: tuple[datetime.date, ...] = ()
    is_overdue: bool = False
    outcome: str = ""
    decision: Citation | None = None
    update: ReportedUpdate | None = None


@dataclass(frozen=True, slots=True)
class ProgressAppendix:
    heading: str
    rows: tuple[ProgressRow, ...]
    columns: tuple[str, ...] = COLUMNS


@dataclass(frozen=True, slots=True)
class Paper:
    """A report to one meeting of a committee, as at a date. `meeting_on` is None until it is known."""

    committee: str
    meeting_on: datetime.date | None
    title: str
    report_of: str
    as_at: datetime.date
    sections: tuple[Section, ...]
    implications: ImplicationsAppendix
    progress: ProgressAppendix

    def numbered(self) -> Iterator[NumberedParagraph]:
        """The paragraphs that bear a number, in order."""
        for section in self.sections:
            yield from (paragraph for paragraph in section.paragraphs if paragraph.number is not None)
