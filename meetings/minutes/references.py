"""Items that begin inside a line ("... at the usual place 45/21 To Approve ..."): only a count upwards shows them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from string import digits

from .dates import MONTH
from .limits import PIECES_LIMIT, refuse_pieces
from .numbering import Marker, longest_run, read_marker
from .sources.line import Line, Mark

_CAPITALS = r"[A-Z][A-Z’'&,()/-]{2,}(?:\s+[A-Z(&\d][A-Z’'&,()/-]*){0,12}"
_CANDIDATE = re.compile(
    r"(?<![\w/.£:-])(?:(?P<ref>(?:[A-Z]{2,6} )?\d{1,4}/\d{2}|[A-Z]{2,6}/\d{1,4}/\d{1,4})(?=\.?\s+[A-Z])"
    rf"|(?P<number>\d{{1,4}})\.?\s+(?!(?i:{MONTH})\b)(?=[A-Z]{{5,}}\b|{_CAPITALS}\s+[A-Z][A-Z]))"
)
_HINT = re.compile(r"[0-9](?:/\d|\.?\s+[A-Z][A-Z])")
APPLICATION = re.compile(
    r"(?:[A-Z]{1,6}/)?\d{2,4}/\d{3,5}/[A-Z]{1,5}\b"
    r"(?!\s+(?:but|and|or|had|has|have|was|were|is|in|on|at|by|of|to|as|which|that|for|with|because|when)\b)"
)
"""The number of a planning application, which begins a paragraph of its own; not where its sentence goes on."""
_CITED = re.compile(
    r"\b(?:minutes?|min|nos?|numbers?|refs?|references?|items?|paragraphs?|paras?|pages?|sections?|applications?|rules?|and|to|the)\.?\s*\Z",
    re.IGNORECASE,
)
_NUMBER_MOST, _HEAD = 12, 40
_PREFIX = re.compile(r"\s*[A-Z][A-Z&]{1,5}\s*")
"""What may stand before the figure of one number: "O&S 41", "CAB 12"."""

_GAP = 3
_FEWEST = 2


def lines_with_figures(lines: Sequence[Line]) -> list[int]:
    """The places of lines that hold a figure behind their own number: few do, and only there a number may begin."""
    found: list[int] = []
    for place, line in enumerate(lines):
        behind = line.text[_NUMBER_MOST:]
        if behind and any(map(behind.__contains__, digits)):
            found.append(place)
    return found


def starts_within(lines: Sequence[Line], figured: Sequence[int]) -> dict[int, list[int]]:
    """For each line, by its place, the columns where an item begins behind other text; `figured` are those lines."""
    holding = frozenset(figured)
    candidates = (
        (place, at, marker)
        for place, line in enumerate(lines)
        if line.text and _HINT.search(line.text, 0, len(line.text) if place in holding else _HEAD)
        for at, marker in _candidates(line)
    )
    found = list(islice(candidates, PIECES_LIMIT + 1))
    refuse_pieces(0, len(found))
    if not any(at for _, at, _ in found):
        return {}
    starts: dict[int, list[int]] = {}
    for family in {(marker.style, "/" in marker.printed) for _, _, marker in found}:
        members = [one for one in found if (one[2].style, "/" in one[2].printed) == family]
        run = longest_run([marker for _, _, marker in members], gap=_GAP)
        if len(run) < _FEWEST + (not family[1]):
            continue
        for chosen in run:
            place, at, _ = members[chosen]
            if at:
                starts.setdefault(place, []).append(at)
    return {place: sorted(columns) for place, columns in starts.items()}


def _candidates(line: Line) -> Iterator[tuple[int, Marker]]:
    text = line.text
    if line.mark is Mark.ROW:
        return
    for candidate in _CANDIDATE.finditer(text):
        before = text[max(0, candidate.start() - 16) : candidate.start()]
        marker = read_marker(f"{candidate['ref'] or candidate['number']}. ")
        if marker is None or (before.strip() and _CITED.search(before)):
            continue
        within = before.strip() and not _PREFIX.fullmatch(text, 0, candidate.start())
        yield candidate.start() if within else 0, marker
