"""Makes the paper: the position as at a date, in the words of the cover or, where that is silent, in those proposed."""

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import count

from meetings.permissions import Visitor
from recommendations.models import PaperCover, Review
from recommendations.reports.paper import (
    Implication,
    ImplicationsAppendix,
    NumberedParagraph,
    Paper,
    ProgressAppendix,
    Section,
)
from recommendations.reports.position import Position, position_of
from recommendations.reports.template import HOUSE, Part, Template
from recommendations.reports.wording import proposed_texts, proposed_title


def assemble(
    review: Review,
    *,
    as_at: datetime.date,
    cover: PaperCover | None,
    audience: Visitor,
    on: datetime.date,
    template: Template = HOUSE,
) -> Paper:
    """The paper as the audience may read it on the day `on`. `cover` is None where no clerk has begun one."""
    position = position_of(review, as_at=as_at, audience=audience, on=on)
    texts = _texts(cover, proposed=propose(review, position, template))
    return Paper(
        committee=review.committee.name,
        meeting_on=cover.meeting_on if cover else None,
        title=cover.title if cover else proposed_title(review.title),
        report_of=_whose(cover.report_of) if cover else "",
        as_at=as_at,
        sections=tuple(_sections(texts, template)),
        implications=_implications(cover.implications if cover else {}, template),
        progress=ProgressAppendix(f"{template.progress_heading}, as at {as_at:%-d %B %Y}", position.rows),
    )


def _whose(report_of: str) -> str:
    """“the Director of Communities”, though the clerk may have written “Report of the Director of Communities”."""
    return re.sub(r"^report\s+of\s+", "", report_of.strip(), flags=re.IGNORECASE)


def propose(review: Review, position: Position, template: Template = HOUSE) -> dict[str, str]:
    """The texts that stand where the clerk has written none."""
    appendix, _, _ = template.progress_heading.partition(":")
    return proposed_texts(position, contact=review.committee.contact, appendix=appendix)


def _texts(cover: PaperCover | None, *, proposed: Mapping[str, str]) -> dict[str, str]:
    return {name: (getattr(cover, name).strip() if cover else "") or text for name, text in proposed.items()}


def _sections(texts: Mapping[str, str], template: Template) -> Iterator[Section]:
    """Every heading, with paragraphs numbered straight through the whole paper."""
    numbers = count(1)
    for part in template.parts:
        yield Section(part.heading, tuple(_numbered(part, texts.get(part.text, ""), numbers, template)))


def _numbered(part: Part, text: str, numbers: Iterator[int], template: Template) -> Iterator[NumberedParagraph]:
    for paragraph in paragraphs_of(text) or [template.nothing]:
        yield NumberedParagraph(next(numbers) if part.is_numbered else None, paragraph)


def paragraphs_of(text: str) -> list[str]:
    """One paragraph a blank line."""
    return [
        paragraph.strip() for paragraph in re.split(r"\n[^\S\n]*\n", text.replace("\r\n", "\n")) if paragraph.strip()
    ]


def _implications(given: Mapping[str, str], template: Template) -> ImplicationsAppendix:
    """Every heading of the template, then those the cover speaks to that the template no longer has."""
    others = (heading for heading, text in given.items() if heading not in template.implications and text.strip())
    headings = [*template.implications, *others]
    return ImplicationsAppendix(
        template.implications_heading,
        tuple(Implication(heading, given.get(heading, "").strip() or template.nothing) for heading in headings),
    )
