"""WordprocessingML as lxml gives it: names of elements, attributes, and a parser that expands and fetches nothing."""

from lxml import etree

from meetings.minutes.errors import UnreadableMinutes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", _MATHS.encode()),
)
"""The names of ISO 29500 Strict, which says the same in other names (part 1, annex A)."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
HEAVIEST = 250_000_000
"""Most bytes of memory that all parts of a document may take together."""
_ELEMENT, _ATTRIBUTE = 130, 230
"""Bytes that libxml2 needs for one, no more than by measurement."""
_LIMIT = "XML_PARSE_HUGE"
"""Stands in what libxml2 says where a text is longer than ten million bytes or 256 elements stand in each other."""
_BEYOND_MEASURE = "This Word document is built beyond measure; copy the minutes out of it and paste them."
_DAMAGED = "This Word document is damaged; open it in Word, save it again and choose that file."


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def maths(name: str) -> str:
    return f"{{{_MATHS}}}{name}"


def compatible(name: str) -> str:
    """Of markup compatibility: the same thing said twice, for new programs and for old ones."""
    return f"{{{_COMPATIBILITY}}}{name}"


VAL = w("val")
_OFF = frozenset(["0", "false", "off", "none"])
_DIGITS_MOST = 9


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of the child of that full name; None where there is no child, or it has none."""
    child = parent.find(name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """A property that is on or off; None where nothing is said of it."""
    child = parent.find(name) if parent is not None else None
    return None if child is None else child.get(VAL) not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number, None where it is none or larger than any that Word writes."""
    if text is None or len(text) > _DIGITS_MOST:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def weight(xml: bytes) -> int:
    """Bytes of memory that a part takes once it is parsed, no less than by measurement."""
    return xml.count(b"<") * _ELEMENT + xml.count(b"=") * _ATTRIBUTE + len(xml)


def parse(xml: bytes, room: int = HEAVIEST) -> etree._Element:
    """The root of a part. Raises UnreadableMinutes where it is damaged, too heavy, or declares entities.

    The Open Packaging Conventions forbid document type declarations, and without one there is no entity.
    """
    if xml.startswith(_WIDE):
        xml = _recoded(xml)
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise UnreadableMinutes("This Word document declares entities, which none may; save it again in Word.")
    if weight(xml) > room:
        raise UnreadableMinutes("This Word document is too large; bring the minutes in one meeting at a time.")
    for strict, transitional in _STRICT:
        xml = xml.replace(strict, transitional)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableMinutes(_DAMAGED if _LIMIT not in str(error) else _BEYOND_MEASURE) from None


def _recoded(xml: bytes) -> bytes:
    try:
        return xml.decode("utf-16").encode()
    except UnicodeError:
        raise UnreadableMinutes(_DAMAGED) from None
