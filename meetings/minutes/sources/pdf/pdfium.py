"""What stands where on the pages of a PDF. The only module that calls pdfium, and run as a program of its own.

pdfium is C++, not thread-safe, and cannot be interrupted: a form that draws two forms that draw two forms, thirty deep,
keeps it busy for ever. So `opening` runs this file in a process of its own, with limits on its time and memory; it
reads the PDF from standard input, writes one JSON object to standard output, and imports nothing of the project.

Lengths are points (1/72 inch), counted from the left and from the bottom of the page.
"""

import ctypes
import json
import re
import signal
import statistics
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

PAGES_LIMIT = 2_000
CHARACTERS_LIMIT = 8_000_000
LINES_LIMIT = 40_000
"""Most lines that stand apart, of all pages: a thousand pages are full of fewer."""
_CPU_SECONDS = 3.5
"""For some 450 pages; to understand them takes the asking process half as long again."""
_ADDRESS_SPACE = 350_000_000
"""Bytes; of these a council's minutes need forty million."""

_WORD = re.compile(r"[^\s\u200b\x02\ufffe]+(?P<hyphen>[\x02\ufffe]?)")
"""U+0002 and U+FFFE are what pdfium makes of a hyphen, soft or not, at the end of a line."""
_NO_LETTERS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BOLD = ("bold", "black", "heavy", "demi")
_SAME_PLACE = 0.1
_SKEW = 0.02
"""Radians by which the letters of a line may lean before it counts as turned."""
_IMAGE_SHARE = 0.4
_FEW = 40
_CELL_GAP = 0.7
_WIDEST_SPACE = 2.2
_USUAL_SPACE = 0.3
_CELL_SPACES = 2.8
_PAIR = 2
_NARROW_CELL_GAP, _NARROW_CELL_SPACES, _LEAST_SPACE = 0.5, 2.15, 0.2


class Word(NamedTuple):
    """`y` is the line the letters stand on, `height` that of the font, `turns` quarter turns (None for any other)."""

    text: str
    left: float
    right: float
    y: float
    height: float
    bold: bool
    turns: int | None
    hyphen: bool
    made: bool


class Run(NamedTuple):
    """Words between which there is no more than a space. `first` is the width of the first word, `second` where the
    second begins (0 where there is none); `hyphen` says that the last word goes on in the next line."""

    text: str
    left: float
    right: float
    y: float
    height: float
    first: float
    second: float
    bold: bool
    hyphen: bool


class Page(NamedTuple):
    """`lines` are in the order of the file; `turned` are lines that are not level, `unmapped` words without letters."""

    width: float
    height: float
    lines: list[list[Run]]
    turned: list[list[Run]]
    words: int
    unmapped: int
    pictured: bool


class Refused(Exception):
    """Why there is nothing to read, in one word that `opening` knows."""


def pages_of(content: bytes) -> Iterator[Page | None]:
    """Every page, None for one that is damaged. Raises Refused."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    try:
        if not document:
            locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise Refused("locked" if locked else "damaged")
        count = pdfium.FPDF_GetPageCount(document)
        if count > PAGES_LIMIT:
            raise Refused("long")
        left, lines = CHARACTERS_LIMIT, 0
        for place in range(count):
            page, used = _page(document, place, left)
            left -= used
            lines += len(page.lines) + len(page.turned) if page else 0
            if lines > LINES_LIMIT:
                raise Refused("long")
            yield page
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)
        pdfium.FPDF_DestroyLibrary()


def _page(document: Any, place: int, left: int) -> tuple[Page | None, int]:
    page = pdfium.FPDF_LoadPage(document, place)
    if not page:
        return None, 0
    try:
        letters = pdfium.FPDFText_LoadPage(page)
        if not letters:
            return None, 0
        try:
            count = pdfium.FPDFText_CountChars(letters)
            if count > left:
                raise Refused("long")
            return _printed(page, letters, count), count
        finally:
            pdfium.FPDFText_ClosePage(letters)
    finally:
        pdfium.FPDF_ClosePage(page)


def _printed(page: Any, letters: Any, count: int) -> Page:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    reader = _Letters(letters)
    words = list(reader.words(max(0, count)))
    turns = statistics.mode([word.turns for word in words if word.turns is not None] or [0])
    level = [_upright(word, turns) if turns else word for word in words if word.turns == turns]
    askew = [word for word in words if word.turns != turns]
    few = sum(len(word.text) for word in level) < _FEW
    return Page(
        width=height if turns % 2 and pdfium.FPDFPage_GetRotation(page) == 0 else width,
        height=height,
        lines=[_runs(line) for line in _lines(level)],
        turned=[_runs(line) for line in _lines(askew)],
        words=len(words),
        unmapped=reader.unmapped,
        pictured=few and _is_pictured(page, width * height),
    )


class _Letters:
    """The characters of one page, asked for the places of words only: asking for every letter would cost thrice."""

    def __init__(self, letters: Any) -> None:
        self._letters = letters
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._drawn: dict[int, tuple[bool, int | None]] = {}
        self.unmapped = 0

    def words(self, count: int) -> Iterator[Word]:
        for found in _WORD.finditer(self._text(count)):
            if word := self._word(found[0], found.start(), hyphen=bool(found["hyphen"])):
                yield word

    def _text(self, count: int) -> str:
        """Every letter at its place: given at once, or asked for singly where pdfium leaves some out."""
        buffer = ctypes.create_string_buffer(2 * count + 2)
        written = pdfium.FPDFText_GetText(self._letters, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        text = buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self._letters, at) for at in range(count))
        return "".join(chr(code) if code <= sys.maxunicode else "\x00" for code in codes)

    def _word(self, printed: str, start: int, *, hyphen: bool) -> Word | None:
        end = start + len(printed)
        if pdfium.FPDFText_HasUnicodeMapError(self._letters, start) == 1:
            self.unmapped += 1
        text = printed if printed.isprintable() else self._letters_of(printed, start)
        if not text:
            return None
        left, right, low, high = self._extent(start, end - 1 - hyphen)
        bold, turns = self._dress(start)
        y = self._origin(start)[0 if turns in (1, 3) else 1]
        if turns in (1, 3):
            left, right, low, high = low, high, left, right
        if hyphen or text[-1] == "\xad":
            text, hyphen = text.rstrip("-\xad"), True
        made = pdfium.FPDFText_IsGenerated(self._letters, end) == 1
        return Word(text, left, right, y, high - low, bold, turns, hyphen, made)

    def _letters_of(self, printed: str, start: int) -> str:
        return _NO_LETTERS.sub("", self._with_drawn_hyphens(printed, start) if "\xad" in printed else printed)

    def _with_drawn_hyphens(self, printed: str, start: int) -> str:
        """Some programs call every hyphen a soft one; one that is not drawn has no place of its own."""
        letters = list(printed)
        for at in range(1, len(letters) - 1):
            if letters[at] == "\xad":
                own = self._origin(start + at)[0] - self._origin(start + at - 1)[0] > _SAME_PLACE
                letters[at] = "-" if own else ""
        return "".join(letters)

    def _origin(self, at: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._letters, at, self._x, self._y)
        return self._x.value, self._y.value

    def _extent(self, first: int, last: int) -> tuple[float, float, float, float]:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._letters, first, box)
        left, right, low, high = box.left, box.right, box.bottom, box.top
        if last == first:
            return left, right, low, high
        pdfium.FPDFText_GetLooseCharBox(self._letters, last, box)
        return min(left, box.left), max(right, box.right), min(low, box.bottom), max(high, box.top)

    def _turns(self, at: int) -> int | None:
        """Quarter turns, clockwise."""
        turns = pdfium.FPDFText_GetCharAngle(self._letters, at) / 1.5707963
        whole = round(turns)
        return whole % 4 if abs(turns - whole) < _SKEW else None

    def _dress(self, at: int) -> tuple[bool, int | None]:
        """Whether it is bold, and its quarter turns: the same for all letters that were drawn at once."""
        address = _text_object(self._letters, at)
        if not address:
            return False, self._turns(at)
        if address not in self._drawn:
            font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(self._letters, at))
            self._drawn[address] = _is_bold(font), self._turns(at)
        return self._drawn[address]


_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""FPDFText_GetTextObject, which gives the address alone: to wrap each takes longer than to find it."""


def _is_bold(font: Any) -> bool:
    if not font:
        return False
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, 256)
    lowered = name.value.decode("utf-8", "replace").lower()
    return any(word in lowered for word in _BOLD)


def _upright(word: Word, turns: int) -> Word:
    """The word on a page that is turned so that it can be read."""
    if turns == 1:
        return word._replace(left=-word.right, right=-word.left)
    if turns == 2:
        return word._replace(left=-word.right, right=-word.left, y=-word.y)
    return word._replace(y=-word.y) if turns == 3 else word


def _is_pictured(page: Any, area: float) -> bool:
    """Whether one picture covers much of the page."""
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), 200)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, low, right, high = (edge.value for edge in edges)
            if abs(right - left) * abs(high - low) > area * _IMAGE_SHARE:
                return True
    return False


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    """Words that stand on one line and follow each other in the file."""
    line: list[Word] = []
    tallest = None
    for word in words:
        if tallest is None or not _goes_on(line[-1], word, tallest):
            if line:
                yield line
            line, tallest = [], word
        else:
            tallest = word if word.height > tallest.height else tallest
            if line[-1].hyphen:
                line[-1] = line[-1]._replace(text=f"{line[-1].text}-", hyphen=False)
        line.append(word)
    if line:
        yield line


def _goes_on(before: Word, word: Word, tallest: Word) -> bool:
    if before.turns != word.turns or word.left < before.right - 0.5 * before.height:
        return False
    apart = abs(word.y - tallest.y)
    if apart <= 0.2 * tallest.height or apart <= 0.2 * word.height:
        return True
    raised = min(word.height, before.height) < 0.85 * max(word.height, before.height)
    near = word.left - before.right < 0.6 * tallest.height
    return raised and near and abs(word.y - before.y) < 0.6 * tallest.height


def _runs(line: list[Word]) -> list[Run]:
    """The line cut where more than a space stands between two words."""
    line = _unspaced(line)
    gaps = [behind.left - here.right for here, behind in pairwise(line)]
    spaces = sorted(gap for gap in gaps if gap > 0)
    usual = spaces[len(spaces) // 4] if len(spaces) > 1 else 0.0
    cuts = [at + 1 for at, gap in enumerate(gaps) if _is_cell_gap(gap, line[at], usual)]
    return [_run(line[start:end]) for start, end in pairwise([0, *cuts, len(line)])]


def _is_cell_gap(gap: float, before: Word, usual: float) -> bool:
    """`usual` is the space in this line, 0 where it has none. Behind a sentence some type two spaces."""
    if gap <= _NARROW_CELL_GAP * before.height:  # no less is one, whatever the space
        return False
    size = max(before.height, 1.0)
    if gap > _WIDEST_SPACE * size:
        return True
    if usual and before.text[-1:].isalnum():
        return gap > _NARROW_CELL_GAP * size and gap > _NARROW_CELL_SPACES * max(usual, _LEAST_SPACE * size)
    return gap > _CELL_GAP * size and gap > _CELL_SPACES * max(usual, _USUAL_SPACE * size)


def _run(words: list[Word]) -> Run:
    tall = max(words, key=lambda word: len(word.text) * word.height)
    text = words[0].text
    for before, word in pairwise(words):
        touching = before.made and word.left - before.right < 0.08 * tall.height
        text += word.text if touching else f" {word.text}"
    return Run(
        text=text,
        left=round(words[0].left, 2),
        right=round(words[-1].right, 2),
        y=round(tall.y, 2),
        height=round(tall.height, 2),
        first=round(words[0].right - words[0].left, 2),
        second=round(words[1].left, 2) if len(words) > 1 else 0.0,
        bold=all(word.bold for word in words if any(map(str.isalnum, word.text))),
        hyphen=words[-1].hyphen,
    )


def _unspaced(line: list[Word]) -> list[Word]:
    """Letter-spaced words closed up: pdfium takes the wide gaps between their letters for spaces that nobody typed."""
    if sum(len(word.text) == 1 for word in line) <= _PAIR:
        return line
    found: list[Word] = []
    at = 0
    while at < len(line):
        end = at
        while end + 1 < len(line) and line[end].made and len(line[end].text) == 1 == len(line[end + 1].text):
            end += 1
        letters = line[at : end + 1]
        found += _closed_up(letters) if len(letters) > _PAIR else letters
        at = end + 1
    return found


def _closed_up(letters: list[Word]) -> list[Word]:
    gaps = [behind.left - here.right for here, behind in pairwise(letters)]
    most = 1.7 * max(statistics.median(gaps), 0.1)
    words = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > most:
            words.append(letter)
        else:
            words[-1] = letter._replace(text=words[-1].text + letter.text, left=words[-1].left)
    return words


def _limit_this_process() -> None:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    signal.setitimer(signal.ITIMER_PROF, _CPU_SECONDS)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE if hard < 0 else min(_ADDRESS_SPACE, hard), hard))


def main() -> None:
    _limit_this_process()
    try:
        answer: dict[str, object] = {"pages": list(pages_of(sys.stdin.buffer.read()))}
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "large"}
    sys.stdout.write(json.dumps(answer, separators=(",", ":")))


if __name__ == "__main__":
    main()
