"""Text that was written with the marks of Markdown, as notes in a chat or a wiki are: "## 5. Title", "**RESOLVED**"."""

import re

from .line import Line, Mark

_SAMPLE = 20_000
_FEWEST = 3
_MARKS = re.compile(r"^(?:#{1,6} +\w|[^\w\n]{0,6}\*\*\w[^*\n]{0,200}\*\*)", re.MULTILINE)
_HEADING = re.compile(r" {0,3}(?P<depth>#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"\*\*(?=[^\s*])(?P<said>[^*\n]{1,400})(?<=\S)\*\*")
_SLANTED = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<said>[^*\n]{1,400})(?<=\S)\*(?![\w*])")
_ESCAPED = re.compile(r"\\(?=[\\*_#.()\[\]|>+-])")


def is_markdown(content: str) -> bool:
    """Whether several lines bear its marks, by what stands at the beginning."""
    head = content[:_SAMPLE]
    if "**" not in head and "# " not in head:
        return False
    return sum(1 for _ in zip(range(_FEWEST), _MARKS.finditer(head), strict=False)) == _FEWEST


def line(text: str) -> Line:
    """The line as it would be printed; a heading keeps its depth."""
    heading = _HEADING.match(text) if "#" in text[:10] else None
    said = text[heading.end() :].rstrip(" #") if heading else text
    if "*" in said:
        said = _SLANTED.sub(r"\g<said>", _BOLD.sub(r"\g<said>", said))
    said = _ESCAPED.sub("", said) if "\\" in said else said
    return Line(said, Mark.HEADING, len(heading["depth"])) if heading else Line(said)
