"""What a document's own lines say of how it was set: its margins, its line pitch, the size of its text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .layout import Printed, Sheet

PARAGRAPH_GAP = 1.15
"""Times the pitch: further apart two lines are not of one paragraph. Raised figures move lines by less."""
_NEAR = 6.0
_NEAR_EDGE = 2.5
_SHORT = 2.0
_FEWEST_AT_EDGE = 3
_USUAL_PITCH = 1.25
_LEAST_PITCH, _MOST_PITCH, _WIDEST_PITCH = 0.7, 1.8, 3.0
_ALIKE = 0.04
_LEAST_SHARE = 0.8
_SAME_MARGIN = 20.0
_FEWEST_IN_COLUMN = 4
_FULL_LINE = 0.85
_SPACE = 0.27


@dataclass(frozen=True, slots=True)
class Setting:
    """`height` is that of the text, `pitch` how many heights two lines of one paragraph stand apart.

    `wraps` says that sentences were seen to go on in the next line, `spaced` that paragraphs stand further apart than
    lines, so that lines at their pitch are of one paragraph.
    """

    height: float
    pitch: float
    wraps: bool
    spaced: bool
    bold: bool
    lefts: dict[int, float]
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
    pitch, wraps = _pitch(lines, margins)
    return Setting(
        height=heights.most_common(1)[0][0] if heights else 12.0,
        pitch=pitch,
        wraps=wraps,
        spaced=_is_spaced(lines, margins, pitch),
        bold=bold * 2 > letters,
        lefts={sheet.place: _left([line for line in sheet.lines if not line.reason]) for sheet in sheets},
        margins=margins,
    )


def _pitch(lines: Sequence[Printed], margins: dict[int, float]) -> tuple[float, bool]:
    """The commonest distance inside a sentence, behind a line that is full; where there is none, the least distance.

    And whether lines wrap: also where most of those that stand closest are full.
    """
    inside: Counter[float] = Counter()
    distances: list[tuple[float, bool]] = []
    for here, behind in pairwise(lines):
        apart = round((behind.y - here.y) / max(here.height, 1.0), 2)
        if here.page != behind.page or not _LEAST_PITCH < apart < _WIDEST_PITCH:
            continue
        full = here.right + behind.runs[0].first > margins[here.page] and not behind.numbered
        distances.append((apart, full))
        inside[apart] += full and behind.text[:1].islower()
    if inside := +inside:
        near = {pitch: sum(inside[other] for other in inside if abs(other - pitch) < _ALIKE) for pitch in inside}
        return max(near, key=lambda pitch: (near[pitch], -pitch)), True
    least = min((apart for apart, _ in distances), default=_WIDEST_PITCH)
    closest = [full for apart, full in distances if apart < least + _ALIKE]
    return (least if least < _MOST_PITCH else _USUAL_PITCH), sum(closest) * 3 > len(closest) * 2


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
    """Where several lines end and hardly one goes further; else as far from the right as the text is from the left."""
    if not lines:
        return width
    rights = sorted((line.right for line in lines), reverse=True)
    beyond = len(rights) // 200
    left = _left(lines)
    full = width - left
    for at in range(min(beyond + 1, len(rights))):
        near = sum(right > rights[at] - _NEAR for right in rights[at : at + _FEWEST_AT_EDGE])
        if near == _FEWEST_AT_EDGE and rights[at] - left > _LEAST_SHARE * (full - left):
            return rights[at]
    return full


def _left(lines: Sequence[Printed]) -> float:
    """Where the outermost column of lines begins; a line that alone stands further out is none."""
    lefts = Counter(round(line.left) for line in lines)
    return min(lefts, key=lambda place: (lefts[place] < max(1, len(lines) // 10), place), default=0)


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
        self._add_narrow(sheet)

    def _add_narrow(self, sheet: Sheet) -> None:
        """Columns of a few lines each, as in a table: where sentences were seen to break well before the margin."""
        groups: dict[int, list[Printed]] = {}
        for line in sheet.lines:
            if not line.reason:
                groups.setdefault(round(line.text_left), []).append(line)
        for lines in groups.values():
            broken = [here.right for here, behind in pairwise(lines) if _breaks(here, behind)]
            edge = max(broken, default=self._margin)
            if (
                len(broken) > 1
                and edge < self._margin - _SAME_MARGIN
                and all(line.right < edge + _NEAR for line in lines)
            ):
                self._own.update((id(line), edge) for line in lines if id(line) not in self._own)

    def right_of(self, line: Printed) -> float:
        return self._own.get(id(line), self._margin)

    def is_full(self, line: Printed, behind: Printed, spare: float) -> bool:
        """Whether the first word of the line behind would not have fitted on this one, but for `spare`."""
        right = self.right_of(line)
        wanted = _SPACE * line.height + behind.runs[0].first
        room = right - line.right
        if is_centred(line, behind):
            room *= 2
        return wanted > room - spare


def _breaks(here: Printed, behind: Printed) -> bool:
    """Whether a sentence goes on in the next line of the column."""
    near = 0 < behind.y - here.y < _MOST_PITCH * here.height
    return near and behind.text[:1].islower() and here.text[-1] not in ".:;?!"


def is_centred(line: Printed, behind: Printed) -> bool:
    """Whether two lines have the same middle, and not for having the same edges."""
    apart = abs(line.left - behind.left) > _NEAR_EDGE
    return apart and abs(line.left + line.right - behind.left - behind.right) < 2 * _NEAR_EDGE


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
