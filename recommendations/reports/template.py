"""How the house sets out a paper: its headings in order, which are numbered, and the implications it must speak to.

Another council's paper is another `Template`; nothing else changes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of the cover part. `text` is the text that stands under it, by its name among the cover's texts."""

    text: str
    heading: str
    is_numbered: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """`nothing` is printed where a heading has nothing to say: headings are never left out."""

    parts: tuple[Part, ...]
    implications_heading: str
    implications: tuple[str, ...]
    progress_heading: str
    nothing: str = "None"


HOUSE = Template(
    parts=(
        Part("purpose", "Purpose of the report"),
        Part("background", "Background"),
        Part("recommendations", "Recommendations"),
        Part("background_papers", "Background papers", is_numbered=False),
        Part("contact", "Contact", is_numbered=False),
    ),
    implications_heading="Appendix 1: Implications",
    implications=(
        "Finance",
        "Staffing",
        "Risk",
        "Equality and Diversity / Public Sector Equality Duty",
        "Accommodation",
        "Crime and Disorder",
        "Human Rights",
        "Consultation",
        "Procurement",
        "Disability Issues",
        "Legal Implications",
    ),
    progress_heading="Appendix 2: Progress against each recommendation",
)
