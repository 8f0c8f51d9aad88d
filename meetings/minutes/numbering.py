"""Printed numbers: what stands before the text of a line, what follows what, and which is nested under which."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

from .dates import MONTH
from .ordinals import roman


class Style(StrEnum):
    """How a number is dressed. Limbs of one list share their style; a change of style is another list."""

    REFERENCE = "reference"  # 107/20, ESC/16/25, F312
    DECIMAL = "decimal"  # 33.1, 2.4.1
    NUMBER = "number"  # 1. or 1
    NUMBER_BRACKET = "number)"  # (1) or 1)
    LETTER = "letter"  # (a), a) or a.
    ROMAN = "roman"  # (i), i) or i.
    CAPITAL = "capital"  # (A), A) or, before a small letter, A.; and R1, R2 of recommendations
    ROMAN_CAPITAL = "ROMAN"  # (II), II) or II.
    BULLET = "bullet"


class Marker(NamedTuple):
    """`printed` has no brackets and no closing stop; `length` counts the characters it takes with the gap behind it.

    `value` orders it within its list: the parts of a decimal, one number else. `firm` is False for a figure without
    stop or bracket, which may as well begin a sentence.
    """

    printed: str
    style: Style
    value: tuple[int, ...]
    length: int
    firm: bool = True
    inner: "Marker | None" = None


_ROMAN_FORM = "(?=[ivx])(?:x{0,3})(?:ix|iv|v?i{0,3})"
_ROMANS = {roman(number): number for number in range(1, 40)}
_BULLETS = "·•▪◦‣●○■□➢➤►✓✔→♦❖⁃∙\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
_WORD_BULLETS = "Øo§ü"
_GAP = r"(?:\s+|$)"
_YEARS = r"(?:[A-Z]{1,6}[/.]?)?\d{2}(?:\d{2})?[-/]\d{2}(?:[-.]\d{1,3}|/\d{3}|[/-][A-Z]{1,5}[/-]\d{1,3})(?![\d/])"
"""24/25-015, 2024/25.12, TC24/25-9, 23-24/PC/031: two years, and the count behind them; 24/09/15 is a day."""
_WORDED = (
    r"[A-Z][A-Z&]{0,5}/(?:[A-Z&]{1,6}/)?\d{1,4}/\d{1,4}(?![\d/])"
    r"|[A-Z]{1,4}(?:-?\d{2}-|\.\d{2}\.|\d{1,3}\.)\d{2,3}(?![\d/])|[A-Z]{1,4}\d{2}/\d(?![\d/])|\d{2}-\d{3}(?=\.?\s+[A-Z])|\d{2}\.[A-Z]{2,4}\.\d{1,3}(?![\d.])"
)
"""O&S/23/15, C24/1, EH/C/24/12, PL24-017, P.24.05, EX12.24, 24-051, 24.CAB.7."""
_MARKER = re.compile(
    rf"""
    (?P<lettered_count>R\d{{1,2}})[.:)]?\s+(?=(?:[Tt]hat|[Tt]o)\s)
    |(?P<decimal>\d{{1,4}}(?:\.\d{{1,3}}){{1,3}})[.)]?{_GAP}
    |(?P<minute>M(?:in|IN)(?:ute|UTE)?\.?[ ](?:N[oO]\.?[ ])?)?
        (?=[A-Z&/. -]{{0,14}}\d)(?P<ref>\d{{4}}[-/]\d{{2}}_\d{{1,3}}|{_YEARS}|{_WORDED}
        |[A-Z]{{2,6}}[ ]\d{{1,4}}/\d{{2}}(?![\d/])|[A-Z]{{1,3}}&[A-Z]{{1,3}}[ .]?\d{{1,4}}(?=\.?\s+[A-Z]|\.?$)
        |(?:[A-Z]{{1,6}}[/.-]?)?\d{{1,4}}/\d{{2,4}}(?![\d/])
        |[A-Z]{{2,6}}/\d{{1,4}}(?:/\d{{1,4}})*(?:\.\d{{1,2}}){{0,2}}(?![\d/])|[A-Z]{{2,4}}\.\d{{1,4}}(?=\.?(?:\s|$))|[A-Z]{{1,3}}\d{{2,5}}(?=\.?\s|\.?$)|[A-Z]{{2,3}}\d(?=\.?\s+[A-Z]))\.?:?{_GAP}(?:[-–—]\s+)?
    |[\[(](?P<bracket>\d{{1,3}}|[a-z]|{_ROMAN_FORM}|[A-Z]|[a-z]{{2}}|[IVX]{{2,4}})[\])][.:]?(?P<nested>[\[(](?:\d{{1,2}}|[a-z]|{_ROMAN_FORM})[\])])?{_GAP}?
    |(?P<closing>\d{{1,3}}|[a-z]|{_ROMAN_FORM}|[A-Z]|[a-z]{{2}}|[IVX]{{2,4}})\){_GAP}?
    |(?P<lettered>\d{{1,3}}\(?[a-z]\)?)(?:[.)]?\s*$|\s+(?=[A-Z“]))
    |(?P<stop>\d{{1,4}}|[a-z]|{_ROMAN_FORM})\.(?:\s+|$|(?=[A-Z“"‘'(][a-z“]))
    |(?P<upper>[A-Z]|[IVX]{{2,4}})\.\s+(?=(?:[Tt]hat|THAT|[Tt]o|[Tt]he|an?|it|this|all|no)\s)
    |(?P<bare>\d{{1,4}})(?:\s+[-–—|]\s+(?=[A-Z])|{_GAP})
    |(?P<bullet>[{_BULLETS}]|[{_WORD_BULLETS}](?=\s)|[-–—*](?=\s)){_GAP}?
    """,
    re.VERBOSE,
)
_STARTS = frozenset("0123456789([" + "abcdefghijklmnopqrstuvwxyz" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "-–—*Øü§" + _BULLETS)
_NOT_TEXT = re.compile(
    r"(?:x(?=\s\S)|[ap]\.?m|AM|PM|noon|hours|hrs|minutes|per cent|percent|million|billion|%|miles|metres)\b"
)
_MONTH_BEHIND = re.compile(rf"(?:of\s+)?(?:{MONTH})\b\.?(?:,?\s+\d{{4}}\b|\s*\Z)", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])\Z")
_BELOW_REFERENCE = re.compile(r"[A-Z]{2,6}/\d{1,4}/\d{1,4}\.")
_FIGURES = re.compile(r"\d+")
_JOINT = re.compile(r"[\[(](?P<printed>(?P<first>\d{1,2})\s?&\s?(?P<last>\d{1,2}))[\])]\s*")
"""(2&3), (2 & 3): one limb that bears the numbers of two; as the last of them it leads to (4)."""

_HEAD = 80
_PARTS = 2
_NONE = (0, -1)
"""How long the run is behind a number that nothing leads to, and the place before it."""
_YEAR_MOST, _FIRST_YEAR = 99, 1900
_DASHED = re.compile(r"(?:[-–—]\s+|\*\s*)(?=\d{1,3}(?:\.\d{1,3})*(?:\.\s|\s+[^\sa-z]))")


def read_marker(text: str) -> Marker | None:
    """The number or bullet that a line begins with, None where it begins with words."""
    return _read_head(text[:_HEAD]) if text and text[0] in _STARTS else None


@lru_cache(maxsize=16)
def _read_head(text: str) -> Marker | None:
    """Asked twice or thrice for one line: while it is cut, and for the piece that comes of it."""
    if text[0] in "-–—*" and (dashed := _DASHED.match(text)):
        inner = read_marker(text[dashed.end() :])
        if inner:
            return Marker(inner.printed, inner.style, inner.value, inner.length + dashed.end(), True)
    if text[0] in "([" and (joint := _JOINT.match(text)):
        first, last = int(joint["first"]), int(joint["last"])
        return Marker(joint["printed"], Style.NUMBER_BRACKET, (1 if first == 1 else last,), joint.end())
    found = _MARKER.match(text)
    if found is None:
        return None
    group = found.lastgroup
    if group in ("bare", "decimal") and _NOT_TEXT.match(text, found.end()):
        return None
    if group == "bare" and _MONTH_BEHIND.match(text, found.end()):
        return None
    return _marker(found, "bracket" if group == "nested" or group is None else group)


def _marker(found: re.Match[str], group: str) -> Marker | None:
    printed, length = found[group], found.end()
    if group == "ref":
        if found["minute"] and not found.string[length : length + 1].isupper():  # "Minute 45/24 was noted"
            return None
        if _ISO_DAY.match(printed):
            return None
        return Marker(printed, Style.REFERENCE, _figures(printed), length)
    if group == "lettered_count":
        return Marker(printed, Style.CAPITAL, (int(printed[1:]),), length)
    if group == "decimal":
        item, _, count = printed.partition(".")
        counted = (int(item), int(count)) if count.isdecimal() else _figures(printed)
        return Marker(printed, Style.DECIMAL, counted, length)
    if group == "lettered":
        figures = printed.rstrip("()abcdefghijklmnopqrstuvwxyz")
        letter = printed[len(figures) :].strip("()")
        return Marker(printed, Style.DECIMAL, (int(figures), ord(letter) - 96), length, firm=False)
    if group == "bullet":
        return Marker(printed, Style.BULLET, (), length)
    style, value = _plain(printed, bracketed=group in ("bracket", "closing"))
    if style is None:
        return None
    inner = read_marker(found["nested"]) if found["nested"] else None
    return Marker(printed, style, (value,), length, group != "bare", inner)


def _figures(printed: str) -> tuple[int, ...]:
    return tuple(map(int, _FIGURES.findall(printed)))


def _plain(printed: str, *, bracketed: bool) -> tuple[Style | None, int]:
    if printed.isdigit():
        return (Style.NUMBER_BRACKET if bracketed else Style.NUMBER), int(printed)
    if printed in _ROMANS and (len(printed) > 1 or printed in "iv"):
        return Style.ROMAN, _ROMANS[printed]
    if printed.isupper() and printed.lower() in _ROMANS and (len(printed) > 1 or printed in "IV"):
        return Style.ROMAN_CAPITAL, _ROMANS[printed.lower()]
    if len(printed) == 1:
        return (Style.LETTER, ord(printed) - 96) if printed.islower() else (Style.CAPITAL, ord(printed) - 64)
    if printed[0] == printed[1] and printed.islower():
        return Style.LETTER, 26 + ord(printed[0]) - 96
    return None, 0


def as_style(marker: Marker, style: Style) -> Marker | None:
    """The same marker read as a letter or a roman number: (i) after (h) is a letter, (v) after (iv) is roman."""
    if marker.style is style:
        return marker
    if style is Style.LETTER and marker.style is Style.ROMAN and len(marker.printed) == 1:
        return Marker(marker.printed, style, (ord(marker.printed) - 96,), marker.length)
    if style is Style.ROMAN and marker.style is Style.LETTER and marker.printed in _ROMANS:
        return Marker(marker.printed, style, (_ROMANS[marker.printed],), marker.length)
    if style is Style.CAPITAL and marker.style is Style.ROMAN_CAPITAL and len(marker.printed) == 1:
        return Marker(marker.printed, style, (ord(marker.printed) - 64,), marker.length)
    if style is Style.ROMAN_CAPITAL and marker.style is Style.CAPITAL and marker.printed.lower() in _ROMANS:
        return Marker(marker.printed, style, (_ROMANS[marker.printed.lower()],), marker.length)
    return None


def follows(marker: Marker, before: Marker, *, gap: int = 1) -> Marker | None:
    """`marker` read as standing behind `before` in the same list, at most `gap` further on; None where it does not."""
    same = as_style(marker, before.style)
    if same is None or len(same.value) != len(before.value) or not same.value:
        return None
    at = _counter(before)
    if not 0 < same.value[at] - before.value[at] <= gap:
        return None
    others_equal = same.value[:at] == before.value[:at] and same.value[at + 1 :] == before.value[at + 1 :]
    return same if others_equal else None


def is_first(marker: Marker) -> bool:
    return bool(marker.value) and marker.value[-1] == 1 and marker.style not in (Style.REFERENCE, Style.BULLET)


def longest_run(markers: Sequence[Marker], *, gap: int) -> list[int]:
    """The places of the longest run of numbers that go up by at most `gap`; the earliest of several.

    Of references either part may count, 24/01 before 24/02 or 1/24 before 2/24: the one that makes the longer run.
    """
    counted = [[_counter(marker) for marker in markers]]
    if any(marker.style is Style.REFERENCE and len(marker.value) > 1 for marker in markers):
        counted.append([len(marker.value) - 1 for marker in markers])
        counted.append([max(0, len(marker.value) - _PARTS) for marker in markers])
    runs = (_run(markers, gap, parts) for place, parts in enumerate(counted) if parts not in counted[:place])
    return max(runs, key=len)


def _run(markers: Sequence[Marker], gap: int, parts: Sequence[int]) -> list[int]:
    """The longest run in which of each marker this part counts, in one walk."""
    best: dict[tuple[int, tuple[int, ...]], dict[int, tuple[int, int]]] = {}
    counting = sorted(set(parts))
    before: list[int | None] = []
    length, end = 0, -1
    for place, (marker, at) in enumerate(zip(markers, parts, strict=True)):
        value = marker.value
        count = value[at]
        counts = best.setdefault((at, value[:at] + value[at + 1 :]), {})
        behind = [counts[lower] for lower in range(count - gap, count) if lower in counts] if counts else ()
        size, previous = max(behind) if behind else _NONE
        before.append(previous if size else None)
        for part in counting:
            if part < len(value):
                held = counts if part == at else best.setdefault((part, value[:part] + value[part + 1 :]), {})
                if held.get(value[part], _NONE)[0] <= size + 1:
                    held[value[part]] = size + 1, place
        if size + 1 > length:
            length, end = size + 1, place
    run: list[int] = []
    at_place: int | None = end if length else None
    while at_place is not None:
        run.append(at_place)
        at_place = before[at_place]
    return run[::-1]


def _counter(marker: Marker) -> int:
    """Which part counts: 107/20 and PC107/20 count in front; ESC/16/25 and 33.1 count behind."""
    if marker.style is not Style.REFERENCE:
        return len(marker.value) - 1
    if is_below_reference(marker):
        return len(marker.value) - 1
    printed = marker.printed.lstrip(ascii_uppercase + "/.- ")
    if len(marker.value) == _PARTS and printed != marker.printed.lstrip(ascii_uppercase):
        return 0 if marker.value[1] >= _FIRST_YEAR else 1  # C/160/2017, ESC/16/25
    in_front = printed[:1].isdigit() and len(marker.value) > 1
    if in_front and len(marker.value) == _PARTS and _YEAR_MOST < marker.value[1] < _FIRST_YEAR:
        return 1  # 24/101 is the hundred and first of 2024
    return 0 if in_front else len(marker.value) - 1


def is_below_reference(marker: Marker) -> bool:
    """CRT/2023/4.1 is a paragraph of CRT/2023/4."""
    return marker.style is Style.REFERENCE and "." in marker.printed and bool(_BELOW_REFERENCE.match(marker.printed))


class Limbs:
    """The open lists of a resolution, outermost first: says the full number of each limb, a(i) for (i) under (a)."""

    def __init__(self) -> None:
        self._open: list[Marker] = []

    def add(self, marker: Marker) -> tuple[str, int] | None:
        """Its joined number and depth; None where the marker neither continues an open list nor begins one."""
        if marker.inner and (depth := self._holding(marker, marker.inner)) is not None:
            del self._open[depth + 1 :]
            return self._push(marker.inner, marker.inner)
        for depth in range(len(self._open) - 1, -1, -1):
            same = follows(marker, self._open[depth], gap=3)
            if same:
                del self._open[depth:]
                return self._push(same, marker)
        if not self._open or is_first(marker):
            if any(as_style(marker, held.style) for held in self._open if held.style is marker.style):
                return None
            return self._push(marker, marker)
        return None

    def _push(self, same: Marker, printed: Marker) -> tuple[str, int]:
        self._open.append(same)
        if printed.inner:
            self._open.append(printed.inner)
        number = self._open[0].printed + "".join(f"({held.printed})" for held in self._open[1:])
        return number, len(self._open) - 1

    def _holding(self, marker: Marker, inner: Marker) -> int | None:
        """Which open list holds (a) where (a)(ii) follows (a)(i)."""
        for depth, (held, below) in enumerate(pairwise(self._open)):
            same = as_style(marker, held.style)
            if same and same.value == held.value and follows(inner, below, gap=3):
                return depth
        return None

    def would_take(self, marker: Marker) -> bool:
        return self.goes_on_with(marker) or is_first(marker)

    def goes_on_with(self, marker: Marker) -> bool:
        """Whether the marker is the next of a list that is open."""
        inside = marker.inner is not None and self._holding(marker, marker.inner) is not None
        return inside or any(follows(marker, held, gap=3) for held in self._open)

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._open)


def breaks(markers: Iterable[tuple[int, Marker]]) -> list[tuple[int, str, str]]:
    """Where a numbering skips or repeats: (place, number before, number found). A new start at 1 is no break."""
    found: list[tuple[int, str, str]] = []
    last: dict[tuple[Style, tuple[int, ...]], Marker] = {}
    for place, marker in markers:
        if marker.style in (Style.BULLET, Style.REFERENCE) or not marker.value:
            continue
        family = (marker.style, marker.value[:-1])
        before = last.get(family)
        if before and not is_first(marker) and not follows(marker, before):
            found.append((place, before.printed, marker.printed))
        last[family] = marker
    return found
