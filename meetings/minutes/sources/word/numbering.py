"""The numbers that Word makes itself: which list and level a paragraph is on, and what is printed before its text.

A document holds abstract lists (w:abstractNum) with nine levels each, and lists (w:num) that are made from them and may
change a level or begin anew. Lists of one abstract list go on counting where the other stopped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from .markup import VAL, compatible, is_on, value, w, whole
from .numerals import drawn, padded
from .styles import Dress, Styles
from .symbols import BULLET, is_picture

_ABSTRACT, _NUM, _LEVEL, _OVERRIDE = w("abstractNum"), w("num"), w("lvl"), w("lvlOverride")
_ABSTRACT_ID, _NUM_ID, _ILVL = w("abstractNumId"), w("numId"), w("ilvl")
_LINK, _NUM_PR = w("numStyleLink"), w("numPr")
_START, _START_OVERRIDE, _RESTART, _LEGAL = w("start"), w("startOverride"), w("lvlRestart"), w("isLgl")
_FORMAT, _CUSTOM, _TEXT, _SUFFIX, _STYLE = w("numFmt"), w("format"), w("lvlText"), w("suff"), w("pStyle")
_RPR, _FONTS, _ASCII, _HIGH = w("rPr"), w("rFonts"), w("ascii"), w("hAnsi")
_CHOICES, _CHOICE = compatible("AlternateContent"), compatible("Choice")

_PART = re.compile(r"%([1-9])")
_BEHIND = {"tab": "\t", "space": " ", "nothing": ""}
_NO_LIST = "0"
_LONGEST = 255
"""Most characters of a level's text that are drawn; Word's own dialog takes no more."""
_LINKS = 5
_PARTS_MOST = 9
_LEVELS = range(9)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restart` is the level (from 1) that makes it begin anew, 0 for none, None for the usual."""

    start: int = 0
    format: str = "decimal"
    custom: str = ""
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    behind: str = "\t"
    style: str | None = None

    @property
    def is_bullet(self) -> bool:
        return self.format == "bullet"

    def draw(self, number: int, *, legal: bool) -> str:
        if self.custom:
            return padded(number, self.custom)
        return drawn(number, "decimal" if legal and self.format not in ("bullet", "none") else self.format)


@dataclass(frozen=True, slots=True)
class _List:
    """A w:num: the abstract list it counts in, its levels, and where it begins anew."""

    abstract: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Number:
    """What stands before a paragraph, the gap behind it included; `level` counts from 1."""

    printed: str
    level: int
    is_bullet: bool


class Numbering:
    """Asked once for each paragraph, in the order of the document: it counts."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._root = root
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._read: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._spent: set[tuple[str, int]] = set()

    def next_number(self, properties: etree._Element | None, dress: Dress) -> Number | None:
        """The number of the next paragraph, which has these properties (w:pPr) and this style."""
        numbered = properties.find(_NUM_PR) if properties is not None else None
        named = value(numbered, _NUM_ID) or dress.list
        if named is None or named == _NO_LIST or (found := self._list(named)) is None:
            return None
        at = whole(value(numbered, _ILVL))
        if at is None:
            at = self._level_of_style(found, dress, by_style=value(numbered, _NUM_ID) is None)
        level = found.levels.get(at)
        if level is None:
            return None
        counts = self._count(named, found, at)
        printed = level.text if level.is_bullet else self._drawn(found, at, counts)
        return Number(printed + level.behind if printed else "", at + 1, level.is_bullet)

    def _level_of_style(self, found: _List, dress: Dress, *, by_style: bool) -> int:
        """The level that is linked to the style; else what the style says, where it named the list."""
        for style in dress.linked:
            for at, level in found.levels.items():
                if level.style == style:
                    return at
        return (dress.level or 0) if by_style else 0

    def _count(self, named: str, found: _List, at: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.anew and (named, at) not in self._spent:
            counts[at] = found.anew[at]
            # A list that begins below its top goes on with the numbers above, it does not begin these anew later.
            self._spent.update((named, above) for above in range(at + 1))
        else:
            counts[at] = counts[at] + 1 if at in counts else found.levels[at].start
        for deeper in [deeper for deeper in counts if deeper > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if at < (deeper if restart is None else min(restart, deeper)):
                del counts[deeper]
        return counts

    def _drawn(self, found: _List, at: int, counts: Mapping[int, int]) -> str:
        def part(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            level = found.levels.get(above)
            if level is None or above > at:
                return ""
            return level.draw(counts.get(above, level.start), legal=found.levels[at].is_legal)

        text = found.levels[at].text
        return _PART.sub(part, text, count=_PARTS_MOST) if "%" in text else text

    # --- definitions, read when a paragraph first asks for them -------------------------------------------------------

    @cached_property
    def _nums(self) -> dict[str, etree._Element]:
        return {} if self._root is None else {num.get(_NUM_ID, ""): num for num in self._root.iterfind(_NUM)}

    @cached_property
    def _abstracts(self) -> dict[str, etree._Element]:
        if self._root is None:
            return {}
        return {abstract.get(_ABSTRACT_ID, ""): abstract for abstract in self._root.iterfind(_ABSTRACT)}

    def _list(self, named: str) -> _List | None:
        if named not in self._lists:
            num = self._nums.get(named)
            self._lists[named] = None if num is None else self._read_list(num)
        return self._lists[named]

    def _read_list(self, num: etree._Element) -> _List | None:
        abstract = value(num, _ABSTRACT_ID)
        found = self._levels_of(num)
        if abstract is None or found is None:
            return None
        levels = dict(found)
        anew: dict[int, int] = {}
        for override in num.iterfind(_OVERRIDE):
            at = whole(override.get(_ILVL))
            start = whole(value(override, _START_OVERRIDE))
            changed = override.find(_LEVEL)
            if at is None or at not in _LEVELS:
                continue
            if changed is not None:
                levels[at] = _read_level(changed)
            if start is not None:
                anew[at] = start
        return _List(abstract, levels, anew)

    def _levels_of(self, num: etree._Element) -> Mapping[int, Level] | None:
        """The levels of the abstract list; those of another where this is only a link to a style of lists."""
        for _ in range(_LINKS):
            name = value(num, _ABSTRACT_ID) or ""
            abstract = self._abstracts.get(name)
            if abstract is None:
                return None
            link = value(abstract, _LINK)
            if link is None:
                if name not in self._read:
                    self._read[name] = _read_levels(abstract)
                return self._read[name]
            linked = self._nums.get(self._styles.list_of(link) or "")
            if linked is None:
                return None
            num = linked
        return None


def _read_levels(abstract: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in abstract.iterfind(_LEVEL):
        at = whole(level.get(_ILVL))
        if at is not None and at in _LEVELS and at not in found:
            found[at] = _read_level(level)
    return found


def _read_level(level: etree._Element) -> Level:
    format, custom = _read_format(level)
    text = (value(level, _TEXT) or "")[:_LONGEST]
    if format == "bullet" and text:
        text = BULLET if is_picture(text, _font(level)) else text
    return Level(
        start=whole(value(level, _START)) or 0,
        format=format,
        custom=custom,
        text=text,
        restart=whole(value(level, _RESTART)),
        is_legal=is_on(level, _LEGAL) or False,
        behind=_BEHIND.get(value(level, _SUFFIX) or "tab", "\t"),
        style=value(level, _STYLE),
    )


def _read_format(level: etree._Element) -> tuple[str, str]:
    """The format, and the pattern of one of the council's own, which old programs are told as another."""
    choices = level.find(f"{_CHOICES}/{_CHOICE}")
    named = level.find(_FORMAT) if choices is None else choices.find(_FORMAT)
    if named is None:
        return "decimal", ""
    format = named.get(VAL, "decimal")
    return format, (named.get(_CUSTOM) or "") if format == "custom" else ""


def _font(level: etree._Element) -> str | None:
    properties = level.find(_RPR)
    fonts = properties.find(_FONTS) if properties is not None else None
    return None if fonts is None else fonts.get(_ASCII) or fonts.get(_HIGH)
