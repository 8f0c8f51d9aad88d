"""What a document's own lines say of how it was set: its margins, its line pitch, the size of its text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .layout import Printed, Sheet

PARAGRAPH_GAP = 1.15
"""Times the pitch: further apart two lines are not of one paragraph. Raised figures move lines by less."""
_NEAR = 6.0
_SHORT = 2.0
_USUAL_PITCH = 1.25
_LEAST_PITCH, _MOST_PITCH, _WIDEST_PITCH = 0.7, 2.0, 3.0
_ALIKE = 0.04
_LEAST_SHARE = 0.8
_SAME_MARGIN = 20.0
_FEWEST_IN_COLUMN = 4
_FULL_LINE = 0.85
_SPACE = 0.27


@dataclass(frozen=True, slots=True)
class Setting:
    """`height` is that of the text, `pitch` how many heights two lines of one paragraph stand apart.

    `spaced` says that paragraphs stand further apart than lines, so that lines at their pitch are of one paragraph.
    """

    height: float
    pitch: float
    spaced: bool
    bold: bool
    margins: dict[int, float]


def measure(sheets: Sequence[Sheet]) -> Setting:
    lines = [line for sheet in sheets for line in sheet.lines if not line.reason]
    heights: Counter[float] = Counter()
    bold = 0
    for line in lines:
        heights[round(line.height * 2) / 2] += len(line.text)
        bold += len(line.text) * line.bold
    letters = sum(heights.values())
    margins = _margins(sheets)
    pitch = _pitch(lines, margins)
    return Setting(
        height=heights.most_common(1)[0][0] if heights else 12.0,
        pitch=pitch,
        spaced=_is_spaced(lines, margins, pitch),
        bold=bold * 2 > letters,
        margins=margins,
    )


def _pitch(lines: Sequence[Printed], margins: dict[int, float]) -> float:
    """The commonest distance inside a sentence, behind a line that is full; else the least that there is."""
    full: Counter[float] = Counter()
    least = _WIDEST_PITCH
    for here, behind in pairwise(lines):
        apart = round((behind.y - here.y) / max(here.height, 1.0), 2)
        if here.page != behind.page or not _LEAST_PITCH < apart < _WIDEST_PITCH:
            continue
        least = min(least, apart)
        if here.right + behind.runs[0].first > margins[here.page] and behind.text[:1].islower():
            full[apart] += 1
    if full:
        near = {pitch: sum(full[other] for other in full if abs(other - pitch) < _ALIKE) for pitch in full}
        return max(near, key=lambda pitch: (near[pitch], -pitch))
    return least if least < _MOST_PITCH else _USUAL_PITCH


def _is_spaced(lines: Sequence[Printed], margins: dict[int, float], pitch: float) -> bool:
    """Whether most lines that end a paragraph, because they are not full, have more than the pitch behind them."""
    apart = close = 0
    for here, behind in pairwise(lines):
        distance = (behind.y - here.y) / max(here.height, 1.0)
        short = here.right + behind.runs[0].first + _SHORT * here.height < margins[here.page]
        if here.page == behind.page and distance > 0 and short:
            apart += distance > PARAGRAPH_GAP * pitch
            close += distance <= PARAGRAPH_GAP * pitch
    return apart > close


def _margins(sheets: Sequence[Sheet]) -> dict[int, float]:
    """The right edge of the text on each sheet: where many lines end and none goes further."""
    of_width: dict[int, list[Printed]] = {}
    for sheet in sheets:
        of_width.setdefault(round(sheet.width), []).extend(line for line in sheet.lines if not line.reason)
    common = {width: _edge(lines, width) for width, lines in of_width.items()}
    margins = {}
    for sheet in sheets:
        usual = common[round(sheet.width)]
        own = _edge([line for line in sheet.lines if not line.reason], sheet.width)
        margins[sheet.place] = own if len(sheet.lines) > 11 and abs(own - usual) > _SAME_MARGIN else usual
    return margins


def _edge(lines: Sequence[Printed], width: float) -> float:
    if not lines:
        return width
    rights = sorted((line.right for line in lines), reverse=True)
    needed = max(1, len(rights) // 200)
    edge = next(
        (right for at, right in enumerate(rights[: -needed or None]) if rights[at + needed] > right - _NEAR), rights[0]
    )
    lefts = Counter(round(line.left) for line in lines)
    left = min(lefts, key=lambda place: (-lefts[place] > -max(1, len(lines) // 10), place))
    full = width - left
    return edge if edge - left > _LEAST_SHARE * (full - left) else full


class Columns:
    """Which right edge a line has: that of the page, or its own column's where something stands beside it."""

    def __init__(self, sheet: Sheet, margin: float) -> None:
        self._margin = margin
        self._own: dict[int, float] = {}
        blocks = list(_blocks([line for line in sheet.lines if not line.reason]))
        for block in blocks:
            right = max(line.right for line in block)
            if right < margin - _SAME_MARGIN and _is_column(block, right) and _has_beside(block, right, blocks):
                self._own.update((id(line), right) for line in block)

    def right_of(self, line: Printed) -> float:
        return self._own.get(id(line), self._margin)

    def is_full(self, line: Printed, behind: Printed, spare: float) -> bool:
        """Whether the first word of the line behind would not have fitted on this one, but for `spare`."""
        right = self.right_of(line)
        wanted = _SPACE * line.height + behind.runs[0].first
        room = right - line.right
        if _is_centred(line, right):
            room *= 2
        return wanted > room - spare


def _is_centred(line: Printed, right: float) -> bool:
    """Set in the middle between margins that are alike, as the page's are; too far in to be an indent."""
    page = right + 72.0
    return line.left > 0.25 * page and abs((line.left + line.right) / 2 - page / 2) < 0.03 * page


def _blocks(lines: Sequence[Printed]) -> Iterable[list[Printed]]:
    block: list[Printed] = []
    for line in lines:
        before = block[-1] if block else None
        if before and not (line.y > before.y and line.left < before.right and before.left < line.right):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_column(block: Sequence[Printed], right: float) -> bool:
    left = min(line.left for line in block)
    full = sum(line.right - left > _FULL_LINE * (right - left) for line in block)
    return len(block) >= _FEWEST_IN_COLUMN and full * 5 >= len(block) * 2


def _has_beside(block: Sequence[Printed], right: float, blocks: Sequence[Sequence[Printed]]) -> bool:
    top, low = block[0].y, block[-1].y
    return any(
        other is not block and any(line.left > right - 2 and top - 2 <= line.y <= low + 2 for line in other)
        for other in blocks
    )
