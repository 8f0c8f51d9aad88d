"""XML to a small tree, however hostile: no DTD, no entity of its own, nothing from elsewhere, no endless nesting."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from meetings.minutes.errors import UnreadableMinutes

_MOST_ELEMENTS = 100_000
"""A meeting of 100 items with 20 papers each has some 30,000."""
_MOST_VALUES = 500_000
_DEEPEST = 40
_TOO_LARGE = "This XML is larger or deeper than any meeting; save the answer of one meeting."
_CHUNK = 65_536
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,400}\?>")
_DTD = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)\b", re.IGNORECASE)
_VALUE = re.compile(r"=\s*[\"']")
_NO_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
"""What Word leaves in its texts and no XML may hold, bare or as a reference."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TIMES_ENCODED = 3


@dataclass(slots=True)
class Element:
    """`name` is in small letters and without its namespace; `text` is what stands right inside it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def child(self, name: str) -> "Element | None":
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name == name)

    def within(self, *names: str) -> Iterator["Element"]:
        """Those at the end of a path: `within("agendaitems", "agendaitem")`."""
        first, *rest = names
        for child in self.all(first):
            if rest:
                yield from child.within(*rest)
            else:
                yield child

    def raw(self, name: str) -> str:
        """The text of a child as it stands, '' where there is none."""
        child = self.child(name)
        return child.text if child else ""

    def says(self, name: str) -> str:
        """The text of a child on one line, every entity decoded."""
        return plain(self.raw(name))

    def is_true(self, name: str, *, otherwise: bool = False) -> bool:
        """ "True" or "False"; `otherwise` where it says neither."""
        said = self.says(name).lower()
        return said == "true" if said in ("true", "false") else otherwise


def read_xml(content: str) -> Element:
    """The root. Raises UnreadableMinutes where this is no XML, or more than any answer of ModernGov."""
    content = content.removeprefix("\ufeff")
    content = content[declared.end() :] if (declared := _DECLARATION.match(content)) else content
    _refuse_hostile(content)
    builder = _Builder()
    parser = etree.XMLParser(
        target=builder,  # type: ignore[arg-type]  # the stubs ask for comments too, which are of no use here
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    content = _NO_CHARACTER.sub("", content).strip()
    try:
        for at in range(0, len(content), _CHUNK):
            parser.feed(content[at : at + _CHUNK].encode("utf-8"))
        parser.close()
    except etree.XMLSyntaxError as error:
        raise UnreadableMinutes(f"This XML is broken in line {error.lineno or 1}; save the answer again.") from None
    if builder.root is None:
        raise UnreadableMinutes("There is nothing in this XML; save the answer again.")
    return builder.root


def _refuse_hostile(content: str) -> None:
    """What would cost much before the first element is told of: entities, and a tag of a million attributes."""
    if _DTD.search(content, 0, _prolog_end(content)):
        raise UnreadableMinutes("This XML brings rules of its own (a DTD), which ModernGov never does; save it again.")
    if sum(1 for _ in islice(_VALUE.finditer(content), _MOST_VALUES + 1)) > _MOST_VALUES:
        raise UnreadableMinutes(_TOO_LARGE)


def _prolog_end(content: str) -> int:
    """Where the root begins: in its texts a DTD is only a word."""
    root = re.search(r"<[A-Za-z_]", content)
    return root.start() if root else len(content)


def decoded(text: str) -> str:
    """Without the second encoding: `&amp;#39;`, which is left as `&#39;` once the XML is read, is an apostrophe."""
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text) if "&" in text else text


def plain(text: str) -> str:
    """A text that is no HTML, on one line, however often it was encoded."""
    for _ in range(_TIMES_ENCODED):
        before, text = text, decoded(text)
        if before == text:
            break
    return " ".join(_NO_CHARACTER.sub("", text).split())


class _Builder:
    """What the parser tells, kept as far as it can be an answer."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise UnreadableMinutes(_TOO_LARGE)
        element = Element(_local(tag), {_local(name): value for name, value in attributes.items()})
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def end(self, tag: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def data(self, text: str) -> None:
        if self._texts:
            self._texts[-1].append(text)

    def close(self) -> None:
        """Nothing is left to do; the parser asks for it."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
