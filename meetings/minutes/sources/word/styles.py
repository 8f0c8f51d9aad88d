"""The styles of a Word document: what a paragraph or a run is by its style, and by the styles that this is based on."""

import re
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from .markup import VAL, is_on, value, w, whole

_HEADING = re.compile(r"heading (\d)\b")
_CONTENTS = re.compile(r"toc (?:\d|heading)\b")
_BODY_TEXT = 9
"""The outline level of what is no heading (17.3.1.20)."""
_LINKED_MOST = 20

_STYLE, _STYLE_ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")
_NAME, _BASED_ON = w("name"), w("basedOn")
_PPR, _RPR, _VANISH, _BOLD = w("pPr"), w("rPr"), w("vanish"), w("b")
_NUM_PR, _NUM_ID, _ILVL, _OUTLINE = w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")


@dataclass(frozen=True, slots=True)
class Dress:
    """What a style makes of a paragraph or a run.

    `linked` holds the style and those it is based on, up to the one that names the list: the level of the list that is
    linked to the first of them is the paragraph's. `level` is what the style itself says, where none is linked.
    `heading` is the depth of a heading, 1 for the outermost, 0 for what is none.
    """

    list: str | None = None
    level: int | None = None
    linked: tuple[str, ...] = ()
    heading: int = 0
    is_contents: bool = False
    is_hidden: bool = False
    is_bold: bool = False


_PLAIN = Dress()


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        found = root.iterfind(_STYLE) if root is not None else ()
        self._styles = {style.get(_STYLE_ID, ""): style for style in found}
        self._dresses: dict[str, Dress] = {}

    def dress(self, style: str | None) -> Dress:
        """Of the style of this id; of the usual style of paragraphs where none is named, or one that is missing."""
        named = style if style in self._styles else self._usual
        return _PLAIN if named is None else self._dress(named)

    def hides(self, character_style: str) -> bool:
        return character_style in self._styles and self._dress(character_style).is_hidden

    def sets_bold(self, character_style: str) -> bool:
        return character_style in self._styles and self._dress(character_style).is_bold

    def list_of(self, style: str) -> str | None:
        """The list that a style of lists names."""
        return self._dress(style).list if style in self._styles else None

    @cached_property
    def _usual(self) -> str | None:
        for name, style in self._styles.items():
            if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                return name
        return None

    def _dress(self, name: str) -> Dress:
        """Puts on one over the other, beginning with the style that is based on none. Each is looked at once."""
        waiting: dict[str, etree._Element] = {}
        base: str | None = name
        while base in self._styles and base not in self._dresses and base not in waiting:
            waiting[base] = self._styles[base]
            base = value(waiting[base], _BASED_ON)
        dress = self._dresses.get(base or "", _PLAIN)
        for own, style in reversed(waiting.items()):
            dress = self._dresses[own] = _put_on(own, style, dress)
        return dress


def _put_on(name: str, style: etree._Element, base: Dress) -> Dress:
    printed = (value(style, _NAME) or "").lower()
    properties = style.find(_PPR)
    numbered = properties.find(_NUM_PR) if properties is not None else None
    list_, level = value(numbered, _NUM_ID), whole(value(numbered, _ILVL))
    outline, looks = whole(value(properties, _OUTLINE)), style.find(_RPR)
    hidden, bold = is_on(looks, _VANISH), is_on(looks, _BOLD)
    is_contents = bool(_CONTENTS.match(printed))
    named = _HEADING.match(printed)
    heading = int(named[1]) if named else base.heading
    if outline is not None:
        heading = outline + 1 if 0 <= outline < _BODY_TEXT else 0
    return Dress(
        list=list_ or base.list,
        level=level if level is not None or list_ else base.level,
        linked=(name,) if list_ else (name, *base.linked)[:_LINKED_MOST],
        heading=0 if is_contents else heading,
        is_contents=is_contents,
        is_hidden=base.is_hidden if hidden is None else hidden,
        is_bold=base.is_bold if bold is None else bold,
    )


def style_of(properties: etree._Element | None, name: str) -> str | None:
    """The style that w:pStyle or w:rStyle names."""
    child = properties.find(name) if properties is not None else None
    return child.get(VAL) if child is not None else None
