"""The styles of a Word document: what a paragraph or a run is by its style, and by the styles that this is based on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from re import compile as pattern

from lxml import etree

from .markup import VAL, is_on, value, w, whole

_HEADING = pattern(r"heading \d\b")
_CONTENTS = pattern(r"toc (?:\d|heading)\b")
_TEXT_LEVEL = 9
"""The outline level that says "body text" (ISO 29500-1, 17.3.1.20)."""
_DEEPEST = 50

_STYLE, _STYLE_ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")
_NAME, _BASED_ON = w("name"), w("basedOn")
_PPR, _RPR, _VANISH = w("pPr"), w("rPr"), w("vanish")
_NUM_PR, _NUM_ID, _ILVL, _OUTLINE = w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")


@dataclass(frozen=True, slots=True)
class Dress:
    """What a style makes of a paragraph or a run.

    `linked` holds the style and those it is based on, down to the one that names the list: the level of the list that
    is linked to the first of them is the paragraph's. `level` is what the style itself says, where none is linked.
    """

    list: str | None = None
    level: int | None = None
    linked: tuple[str, ...] = ()
    is_heading: bool = False
    is_contents: bool = False
    is_hidden: bool = False


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        found = root.iterfind(_STYLE) if root is not None else ()
        self._styles = {style.get(_STYLE_ID, ""): style for style in found}
        self._dresses: dict[str | None, Dress] = {}

    def dress(self, style: str | None) -> Dress:
        """Of the style of this id; of the default style of paragraphs where none is named, or one that is missing."""
        if style not in self._dresses:
            self._dresses[style] = self._dress(style if style in self._styles else self._usual)
        return self._dresses[style]

    def hides(self, character_style: str) -> bool:
        return any(is_on(style.find(_RPR), _VANISH) or False for _, style in self._bases(character_style))

    def list_of(self, style: str) -> str | None:
        """The list that a style of numbering names."""
        return self.dress(style).list if style in self._styles else None

    @cached_property
    def _usual(self) -> str | None:
        for name, style in self._styles.items():
            if style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in ("1", "true", "on"):
                return name
        return None

    def _bases(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """The style and those it is based on; in a circle, which Word never writes, each some times."""
        for _ in range(_DEEPEST):
            if name is None or name not in self._styles:
                return
            style = self._styles[name]
            yield name, style
            name = value(style, _BASED_ON)

    def _dress(self, name: str | None) -> Dress:
        list_, level, linked = self._numbered(name)
        outline: int | None = None
        hidden: bool | None = None
        names = []
        for _, style in self._bases(name):
            names.append((value(style, _NAME) or "").lower())
            if outline is None:
                outline = whole(value(style.find(_PPR), _OUTLINE))
            if hidden is None:
                hidden = is_on(style.find(_RPR), _VANISH)
        headed = outline < _TEXT_LEVEL if outline is not None else any(map(_HEADING.match, names))
        contents = any(map(_CONTENTS.match, names[:1]))
        return Dress(list_, level, linked, headed and not contents, contents, hidden or False)

    def _numbered(self, name: str | None) -> tuple[str | None, int | None, tuple[str, ...]]:
        linked: list[str] = []
        level: int | None = None
        for base, style in self._bases(name):
            linked.append(base)
            properties = style.find(_PPR)
            numbered = properties.find(_NUM_PR) if properties is not None else None
            if numbered is None:
                continue
            if level is None:
                level = whole(value(numbered, _ILVL))
            if (named := value(numbered, _NUM_ID)) is not None:
                return named, level, tuple(linked)
        return None, level, tuple(linked)


def style_of(properties: etree._Element | None, name: str) -> str | None:
    """The style that w:pStyle or w:rStyle names."""
    child = properties.find(name) if properties is not None else None
    return child.get(VAL) if child is not None else None
