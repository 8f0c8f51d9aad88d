"""Minutes that were damaged: the layouts of the tests and files made of them, cut, doubled, swapped, spliced, broken.

Every case follows from its seed and its number alone, so that one that failed can be made again.
"""

import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from tests.documents import as_html, as_pdf, as_word, as_word_lists
from tests.moderngov import TheirItem, TheirMeeting

LAYOUTS = Path(__file__).parent.parent / "tests" / "meetings" / "minutes" / "layouts"
ODD = (
    "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2028", "\u0085", "\x1c", "\x0c", "\t", "\r", "\r\n", "\n", "\n\n",
    "\U0001d7d9", " " * 40, "İ", "ſ", "ß", "ﬁ", "é", "e\u0301", "№", "①", "٣", "Ⅳ", "“", "”", "’", "–", "—", "…",
    "•", "\uf0b7", "☐", "\U0001f469\u200d\u2696\ufe0f", "\u202e", "|", " | ", "<", ">", "&amp;", "&#0;", "<b>", "</p>",
    "<AI1>", "((((", "]]", "[", "RESOLVED", "RESOLVED: That", "T H A T", "Minutes:", "Decision:", "(a) ", "(i) ", "1.",
    "1.1 ", "107/20 ", "ESC/16/25", "ACTION:",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp500", "utf-7")
MOST_CHANGES = 6
_TYPESET = ("decision_twice.txt", "numbered_paragraphs.txt", "parish.txt")
_DRESSED = (
    *_TYPESET,
    "printed_minutes.txt",
    "nested_limbs.txt",
    "midline_items.txt",
    "wrapped_72.txt",
    "table_rows.txt",
)


@dataclass(frozen=True, slots=True)
class Damaged:
    """`kind` is the format that it was before."""

    kind: str
    content: bytes


def damaged(seed: int, number: int) -> Damaged:
    """The case of this number."""
    chance = random.Random(f"{seed}:{number}")
    kind = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
    return Damaged(kind, _MAKERS[kind](chance))


_SHARES = {"text": 60, "html": 24, "xml": 10, "word": 5, "pdf": 1}
"""Of a hundred cases. A PDF is read in a process of its own, and takes as long as fifty texts."""


# -- samples ----------------------------------------------------------------------------------------------------------


@cache
def _texts() -> Sequence[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(LAYOUTS.glob("*.txt"))]


@cache
def _pages() -> Sequence[str]:
    pages = [path.read_text(encoding="utf-8") for path in sorted(LAYOUTS.glob("*.html"))]
    return [*pages, *(as_html(text).decode() for text in _texts()[::4])]


@cache
def _answers() -> Sequence[str]:
    items = [TheirItem(number=f"{place}.", minutes=page, decision=page) for place, page in enumerate(_pages()[:6], 1)]
    return [TheirMeeting().xml(), TheirMeeting(items=tuple(items)).xml(), TheirMeeting(items=()).xml()]


@cache
def _documents() -> Sequence[bytes]:
    texts = [(LAYOUTS / name).read_text(encoding="utf-8") for name in _DRESSED]
    return [*map(as_word, texts), *map(as_word_lists, texts)]


@cache
def _prints() -> Sequence[bytes]:
    return [as_pdf((LAYOUTS / name).read_text(encoding="utf-8")) for name in _TYPESET]


# -- what is done to them ----------------------------------------------------------------------------------------------


def _of_text(samples: Callable[[], Sequence[str]]) -> Callable[[random.Random], bytes]:
    def make(chance: random.Random) -> bytes:
        text = _broken(chance, chance.choice(samples()), samples())
        encoding = chance.choice(ENCODINGS) if chance.random() < 0.1 else "utf-8"
        content = text.encode(encoding, errors=chance.choice(["replace", "ignore", "xmlcharrefreplace"]))
        return _bytes_broken(chance, content) if chance.random() < 0.2 else content

    return make


def _broken(chance: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(chance.randint(1, MOST_CHANGES)):
        change = chance.choice(_CHANGES)
        text = change(chance, text) if change is not _spliced else _spliced(chance, text, chance.choice(others))
    return text


def _lines_changed(chance: random.Random, text: str) -> str:
    """A few lines deleted, doubled, or swapped with others."""
    lines = text.splitlines(keepends=True) or [""]
    start = chance.randrange(len(lines))
    run = lines[start : start + chance.choice([1, 1, 1, 2, 5, 20])]
    rest = [*lines[:start], *lines[start + len(run) :]]
    at = chance.randint(0, len(rest))
    return "".join([rest, [*lines, *run], [*rest[:at], *run, *rest[at:]]][chance.randrange(3)])


def _letters_changed(chance: random.Random, text: str) -> str:
    """A few letters deleted, doubled, or swapped with others."""
    start, size = chance.randint(0, len(text)), chance.choice([1, 1, 2, 8, 60])
    run, rest = text[start : start + size], text[:start] + text[start + size :]
    at = chance.randint(0, len(rest))
    return [rest, text[:start] + run + text[start:], rest[:at] + run + rest[at:]][chance.randrange(3)]


def _renumbered(chance: random.Random, text: str) -> str:
    share = chance.choice([0.02, 0.3, 1.0])
    numbers = ("0", "1", "2", "9", "10", "33", "100", "1999", "2026", "99999999999999999999")
    return re.sub(r"\d+", lambda found: chance.choice(numbers) if chance.random() < share else found[0], text)


def _odd_put_in(chance: random.Random, text: str) -> str:
    for _ in range(chance.choice([1, 1, 3, 30])):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(ODD) * chance.choice([1, 1, 1, 2, 50]) + text[at:]
    return text


def _truncated(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] if chance.random() < 0.5 else text[at:]


def _run_together(chance: random.Random, text: str) -> str:
    """Line breaks lost, or made."""
    if chance.random() < 0.5:
        return re.sub(r"\n+", lambda found: " " if chance.random() < 0.3 else found[0], text)
    return re.sub(" ", lambda found: "\n" if chance.random() < 0.05 else " ", text)


def _recased(chance: random.Random, text: str) -> str:
    start = chance.randint(0, len(text))
    end = start + chance.choice([5, 50, 1000])
    return text[:start] + chance.choice([str.upper, str.lower, str.title])(text[start:end]) + text[end:]


def _spliced(chance: random.Random, text: str, other: str) -> str:
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


_CHANGES: tuple[Callable[..., str], ...] = (
    _lines_changed, _lines_changed, _letters_changed, _renumbered, _odd_put_in, _truncated, _run_together, _recased,
    _spliced,
)  # fmt: skip


def _bytes_broken(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.randint(1, MOST_CHANGES)):
        start, size = chance.randint(0, len(content)), chance.choice([0, 1, 1, 4, 100])
        put = chance.choice([b"", b"\x00", chance.randbytes(chance.randint(1, 8)), content[start : start + size] * 2])
        content = content[:start] + put + content[start + size :]
    return content[: chance.randint(0, len(content))] if chance.random() < 0.1 else content


def _xml(chance: random.Random) -> bytes:
    """Half of them sound, with broken pages for their minutes."""
    if chance.random() < 0.5:
        return _of_text(_answers)(chance)
    page = _NO_XML.sub("", _broken(chance, chance.choice(_pages()), _pages()))
    item = TheirItem(number=chance.choice(ODD), title=page[:60], minutes=page, agenda=page[-300:], actions=page[-100:])
    return _NO_XML.sub("", TheirMeeting(items=(item, TheirItem())).xml()).encode(errors="replace")


def _word(chance: random.Random) -> bytes:
    """Some are sound, with broken words; others are broken inside, where the file is still a zip; others as bytes."""
    way = chance.random()
    if way < 0.3:
        return as_word(_NO_XML.sub("", _broken(chance, chance.choice(_texts()), _texts())))
    content = chance.choice(_documents())
    if way < 0.5:
        return _bytes_broken(chance, content)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([part for part in parts if part.endswith((".xml", ".rels"))] + ["word/document.xml"] * 6)
    parts[name] = _of_text(lambda: [parts[name].decode("utf-8", errors="replace")])(chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, held in parts.items():
            archive.writestr(part, held)
    return file.getvalue()


_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _pdf(chance: random.Random) -> bytes:
    return _bytes_broken(chance, chance.choice(_prints()))


_MAKERS: dict[str, Callable[[random.Random], bytes]] = {
    "text": _of_text(_texts),
    "html": _of_text(_pages),
    "xml": _xml,
    "word": _word,
    "pdf": _pdf,
}
