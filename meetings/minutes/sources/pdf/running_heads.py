"""Running heads and feet and page numbers: what stands at the same height on page after page."""

import re
from collections import defaultdict
from collections.abc import Sequence

from .layout import Printed, Sheet

_ABOVE, _BELOW = 0.17, 0.85
"""Shares of the page's height above and below which a line may be a head or a foot."""
_IN_MARGIN = 0.085
_OUTERMOST = 8
_LEVEL = 4.0
_FEWEST_SHARE = 0.3
_MOST_SHARE = 0.6
_SET_APART = 1.7
_FIGURE = re.compile(r"\d+|\b[ivxlc]{1,6}\b(?=\W*\Z)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page|tudalen|pg\.?|p\.)? ?[-–—\[(|]? ?#(?: ?(?:of|o|/|\|) ?#)? ?[-–—\])|]?", re.IGNORECASE
)


def mark_running_heads(sheets: Sequence[Sheet]) -> None:
    """Marks them on every sheet. On one page nothing runs; on two it must also be set apart from the text."""
    edges = [(_edge(sheet, top=True), _edge(sheet, top=False)) for sheet in sheets]
    for side in (0, 1):
        running = _running([edge[side] for edge in edges], len(sheets))
        for sheet, edge in zip(sheets, edges, strict=True):
            _mark(edge[side], running, sheet)
    _mark_above_text(sheets)
    for sheet in sheets:
        for outermost in (_edge(sheet, top=True)[:1], _edge(sheet, top=False)[:1]):
            _mark_own_number(outermost, sheet)


def _edge(sheet: Sheet, *, top: bool) -> list[Printed]:
    """The outermost lines at the top or the bottom, from the edge of the paper inwards."""
    if top:
        near = sorted((line for line in sheet.lines if line.y < sheet.height * _ABOVE), key=lambda line: line.y)
    else:
        near = sorted((line for line in sheet.lines if line.y > sheet.height * _BELOW), key=lambda line: -line.y)
    return near[:_OUTERMOST]


def _key(line: Printed) -> str:
    return " ".join(_FIGURE.sub("#", line.text).split()).lower()


def _running(edges: Sequence[Sequence[Printed]], pages: int) -> dict[str, float]:
    """What repeats, and on which share of the pages; 0 where on two only."""
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, edge in enumerate(edges):
        for line in edge:
            seen[_key(line)].append((place, line.y))
    found = {}
    for key, places in seen.items():
        usual = sorted(y for _, y in places)[len(places) // 2]
        on = {place for place, y in places if abs(y - usual) < _LEVEL}
        if len(on) > 1 and len(on) >= _FEWEST_SHARE * pages:
            found[key] = len(on) / pages if len(on) > 2 else 0.0
    return found


def _mark(edge: Sequence[Printed], running: dict[str, float], sheet: Sheet) -> None:
    """From the edge inwards, up to the first line that is the page's own."""
    heads = []
    for line in edge:
        key = _key(line)
        in_margin = not _IN_MARGIN < line.y / sheet.height < 1 - _IN_MARGIN or _PAGE_NUMBER.fullmatch(key)
        if key not in running or not (running[key] or in_margin):
            break
        heads.append(line)
    while heads and not (running[_key(heads[-1])] > _MOST_SHARE or _is_set_apart(heads, sheet)):
        heads.pop()
    for line in heads:
        line.reason = "page number" if _PAGE_NUMBER.fullmatch(_key(line)) else "running head of the page"


def _mark_own_number(outermost: Sequence[Printed], sheet: Sheet) -> None:
    """A page's own number at its very edge, that no other page's stands level with: that of a paper of one page."""
    for line in outermost:
        own = str(sheet.place + 1) in _FIGURE.findall(line.text)
        if not line.reason and own and _PAGE_NUMBER.fullmatch(_key(line)) and _is_set_apart([line], sheet):
            line.reason = "page number"


def _mark_above_text(sheets: Sequence[Sheet]) -> None:
    """A head that the first page has not: it stands higher than any page's text, and only it in the margin."""
    tops = [[line for line in edge if not line.reason] for edge in (_edge(sheet, top=True) for sheet in sheets)]
    for place, sheet in enumerate(sheets[1:], 1):
        others = [lines[0].y for at, lines in enumerate(tops) if at != place and lines]
        if not others or len(tops[place]) < 2:
            continue
        head, text = tops[place][:2]
        level = text.y > min(others) - text.height / 2 or head.y < _IN_MARGIN * sheet.height < text.y
        if head.y < min(others) - head.height and level and _is_set_apart([head], sheet):
            head.reason = "running head of the page"


def _is_set_apart(heads: Sequence[Printed], sheet: Sheet) -> bool:
    ids = {id(line) for line in heads}
    inner = [line for line in sheet.lines if id(line) not in ids]
    gap = min((abs(line.y - head.y) for line in inner for head in heads), default=0.0)
    return gap > _SET_APART * max(line.height for line in heads)
