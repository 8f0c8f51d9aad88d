"""Reading Word: what sixty pages cost, numbered by styles as a council's template does it, in time and in memory."""

import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO
from random import Random

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from bench.figure import Figure, count, milliseconds
from bench.wording import SUBJECTS, paragraph
from meetings.minutes import read
from meetings.minutes.sources import extract

_ITEMS, _PARAGRAPHS = 20, 25
"""Some 30,000 words: sixty pages of five hundred."""

_LEVELS = (("Heading 1", "decimal", "%1."), ("Body Text", "decimal", "%1.%2"), ("List Number", "lowerLetter", "(%3)"))


def figures() -> Iterator[Figure]:
    content, longer = numbered_by_style(_ITEMS), numbered_by_style(_ITEMS * 4)
    unpacked = _unpacked(content)
    yield milliseconds("word: 60 pages numbered by style", lambda: read(content), limit=300)
    yield milliseconds("word: their lines alone", lambda: extract(content), limit=120)
    yield count("word: a page of 240 against one of 60", _seconds(longer) / 4 / _seconds(content), "times", limit=1.5)
    yield count("word: memory, times the unpacked text", _peak(content) / unpacked, "times", limit=10)


def numbered_by_style(items: int) -> bytes:
    """Items, paragraphs and limbs whose numbers Word makes, each level linked to a style."""
    chance = Random(1)
    document = docx.Document()
    _link_levels(document)
    document.add_paragraph("Northmoor County Council")
    document.add_paragraph("Minutes of the Safer Communities Committee held on 9 March 2026")
    for _ in range(items):
        document.add_paragraph(chance.choice(SUBJECTS).capitalize(), "Heading 1")
        for _ in range(_PARAGRAPHS):
            document.add_paragraph(paragraph(chance), "Body Text")
        document.add_paragraph("Resolved - That the Committee:")
        for _ in range(3):
            document.add_paragraph(f"asks the Cabinet to look again at {chance.choice(SUBJECTS)};", "List Number")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _link_levels(document: docx.document.Document) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:pStyle w:val="{document.styles[style].style_id}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (style, format, text) in enumerate(_LEVELS)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
    for style, _, _ in _LEVELS:
        properties = document.styles[style].element.get_or_add_pPr()
        for former in properties.findall(qn("w:numPr")):
            properties.remove(former)
        properties.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="900"/></w:numPr>'))


def _seconds(content: bytes) -> float:
    began = time.process_time()
    read(content)
    return time.process_time() - began


def _unpacked(content: bytes) -> int:
    """Bytes of the text's part: the file itself is zipped, and says little."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.getinfo("word/document.xml").file_size


def _peak(content: bytes) -> float:
    """Most bytes of Python's that reading needs, counted by tracemalloc, which does not see lxml's."""
    tracemalloc.start()
    read(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
