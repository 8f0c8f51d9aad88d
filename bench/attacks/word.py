"""Word: most paragraphs with all levels of numbering, most styles, cells, runs and notes, and numbers that are long."""

from functools import partial

from bench.attacks import Attacks
from meetings.minutes.sources.word.printing import LINE_WEIGHT, TEXT_LIMIT
from tests.wordprocessing import abstract, begins_anew, document, level, number, style

_NUMBERED = "<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>"
_LEVELS = range(9)
_SAID = "The plan was kept."


def _most(text: str) -> int:
    """Paragraphs of this text that a document may have."""
    return TEXT_LIMIT // (LINE_WEIGHT + len(text)) - 10


def _p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _numbered(text: str, *, lists: int = 1, label: str = "", format: str = "decimal") -> bytes:
    """Paragraphs on all levels of so many lists; on each level this label is drawn, or its own number and a stop."""
    body = "".join(
        _p(text, _NUMBERED.format(level=place % len(_LEVELS), list=place % lists + 1)) for place in range(_most(text))
    )
    levels = (level(at, label or f"%{at + 1}.", format, start=3888) for at in _LEVELS)
    anew = [begins_anew(at, 3888) for at in _LEVELS]
    nums = "".join(number(name, 1, *anew) for name in range(1, lists + 1))
    return document(body, numbering=abstract(1, *levels) + nums)


def _styled(*, chained: bool) -> bytes:
    """Each paragraph with a style of its own; each based on the next, or on none."""
    count = _most(_SAID)
    body = "".join(_p(_SAID, f"<w:pPr><w:pStyle w:val='s{place}'/></w:pPr>") for place in range(count))
    styles = (style(f"s{place}", based_on=f"s{place + 1}" if chained else "") for place in range(count))
    return document(body, styles="".join(styles))


def _heavy(part: str, unit: str) -> bytes:
    """The text and another part, each as heavy as one may be."""
    return document(_p("Tolls", _NUMBERED.format(level=0, list=1)) + "<w:p/>" * 1_200_000, **{part: unit * 240_000})


def _table(rows: int, cells: int, text: str = "x") -> bytes:
    cell = f"<w:tc>{_p(text)}</w:tc>"
    return document("<w:tbl>" + f"<w:tr>{cell * cells}</w:tr>" * rows + "</w:tbl>")


def _nested(opens: str, closes: str, depth: int, inside: str) -> bytes:
    return document(opens * depth + inside + closes * depth)


ATTACKS: Attacks = {
    "word: paragraphs": lambda: document(_p("Cllr A Fox") * _most("Cllr A Fox")),
    "word: numbered paragraphs on nine levels": lambda: _numbered(_SAID),
    "word: numbered paragraphs of many lists": lambda: _numbered(_SAID, lists=20_000),
    "word: numbers of all levels each": lambda: _numbered("x", label="%1.%2.%3.%4.%5.%6.%7.%8.%9", format="lowerRoman"),
    "word: numbers of 255 characters": lambda: _numbered("x", label="%1" * 127, format="lowerRoman"),
    "word: numbers in words": lambda: _numbered("x", label="%1" * 127, format="cardinalText"),
    "word: a style for each paragraph": lambda: _styled(chained=False),
    "word: styles based on each other": lambda: _styled(chained=True),
    "word: runs": lambda: document(f"<w:p>{'<w:r><w:t>x </w:t></w:r>' * 450_000}</w:p>"),
    "word: runs with properties": lambda: document(
        f"<w:p>{'<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>x</w:t></w:r>' * 220_000}</w:p>"
    ),
    "word: breaks": lambda: document("<w:p><w:r>" + "<w:t>x</w:t><w:br/>" * _most("x") + "</w:r></w:p>"),
    "word: tabs": lambda: document(f"<w:p><w:r>{'<w:tab/>' * 1_500_000}</w:r></w:p>"),
    "word: cells in rows": partial(_table, 20_000, 3),
    "word: cells in one row": partial(_table, 1, 60_000),
    "word: a row with long cells": partial(_table, 7_000, 3, "a plan " * 22),
    "word: a table for each cell": lambda: document(f"<w:tbl><w:tr><w:tc>{_p('x')}</w:tc></w:tr></w:tbl>" * 60_000),
    "word: cells that print nothing": lambda: document(
        "<w:tbl>" + f"<w:tr>{'<w:tc/>' * 9}</w:tr>" * 150_000 + "</w:tbl>"
    ),
    "word: tables within tables": lambda: _nested(
        "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80, _p("x") * 60_000
    ),
    "word: boxes within boxes": lambda: _nested(
        "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 80, _p("x") * 60_000
    ),
    "word: fields": lambda: document(
        "<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 300_000 + "</w:p>" + _p("Tolls")
    ),
    "word: notes": lambda: document(
        "<w:p><w:r>" + "<w:footnoteReference w:id='1'/>" * 60_000 + "</w:r></w:p>",
        footnotes=f"<w:footnote w:id='1'>{_p('x')}</w:footnote>",
    ),
    "word: changes": lambda: document(f"<w:p>{'<w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:del/>' * 250_000}</w:p>"),
    "word: paragraphs that do not end": lambda: document(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>" * 60_000
    ),
    "word: paragraphs that print nothing": lambda: document("<w:p/>" * 1_500_000 + _p("Tolls")),
    "word: heavy styles": partial(_heavy, "styles", "<w:style w:styleId='a'><w:name w:val='a'/></w:style>"),
    "word: heavy numbering": partial(_heavy, "numbering", "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"),
    "word: one text": lambda: document(_p("x" * 9_000_000)),
    "word: attributes": lambda: document(
        "<w:p " + " ".join(f"w:a{number}='1'" for number in range(900_000)) + "/>" + _p("Tolls")
    ),
}
