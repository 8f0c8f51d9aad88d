"""Where print that was pasted broke its pages: the number of each page, and the head or foot beside it.

They are known before lines are made pieces, so that a sentence goes on behind them.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .dates import find_date
from .formulas import BODIES
from .sources.line import Line, Mark

PAGE_NUMBER, HEAD = "page number", "head of the page"
_LONGEST, _SHORTEST, _NUMBER_MOST, _LETTERED_MOST = 140, 8, 24, 8
_BODIES_ALONE = frozenset(["CABINET", "Cabinet", "COUNCIL", "Council"])
_TOLD_LEAST, _FULL_LINE = 30, 60
_NEAR, _SKIPPED_MOST = 3, 8
_INDENTED, _PAGE_LEAST = 15, 20
_HEADER, _HEADER_MOST = 12, 60
_FEWEST, _YEAR, _SMALL = 2, 4, 3
_AT_EDGE = frozenset("0123456789-–—|[]")
_DIGITS = frozenset("0123456789")
_BESIDE = " |\t-–—"
_PAGE = re.compile(r"[\s|–—-]*\bpage\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s|–—-]*", re.IGNORECASE)
_ENDED = frozenset(".?!:;,”\"’')]")
_NUMBERED = re.compile(
    r"(?:(?:minutes\s*[-–—|:]\s*)?(?:page|tudalen|pg\.?)\s*(?:\|\s*)?\d{1,4}(?:\s*(?:of|o|/)\s*\d{1,4})?"
    r"|\d{1,4}\s*\|\s*p\s?a\s?g\s?e|\d{1,4} of \d{1,4})\W{0,3}\Z",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"\s{15,}[A-Z]{1,4} ?\d{1,3}\s*")
"""EC 2, far from the left edge: the second page of the Environment Committee's."""

_BARE = re.compile(r"[-–—\[]?\s?(?P<number>\d{1,3})\s?[-–—\]]?\Z")
_OTHER_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:\.\s|\.\d|\)\s)|[A-Z]{1,6}/\d|\([a-z]{1,3}\)\s")
_NAMES_PAPER = re.compile(rf"\b(?:{BODIES}|minutes|cofnodion)\b", re.IGNORECASE)


def page_lines(lines: Sequence[Line]) -> dict[int, str]:
    """The lines that are only the page's, by their places, each with the reason."""
    keys: dict[int, str] = {}
    numbers: list[int] = []
    for place, line in enumerate(lines):
        text = line.text
        if not text or len(text) > _LONGEST or line.mark is not Mark.PLAIN:
            continue
        text = text.strip()
        if len(text) <= _NUMBER_MOST and text and _is_number(text, line.text):
            numbers.append(place)
        elif (len(text) >= _SHORTEST or _is_body(text)) and text[-1:] not in _ENDED:
            keys[place] = _key(text)
    heads = {key for key, count in Counter(keys.values()).items() if count >= _FEWEST and _may_be_head(key)}
    return _Sheets(lines, keys, heads, numbers).found() if heads or numbers else {}


def _key(text: str) -> str:
    """The line without the number of the page beside it."""
    if "age " in text or "AGE " in text:
        text = _PAGE.sub("", text)
    if text[-1:] in _DIGITS:
        words, _, figure = text.rpartition(" ")
        return words.rstrip(_BESIDE) if len(figure) < _YEAR and figure.isdecimal() else text
    if text[:1] in _DIGITS:
        figure, _, words = text.partition(" ")
        return words.lstrip(_BESIDE) if len(figure) < _YEAR and figure.isdecimal() else text
    return text


def _is_body(text: str) -> bool:
    """ "CABINET": the shortest names of those who meet."""
    return text in _BODIES_ALONE


def _may_be_head(key: str) -> bool:
    """ "Housing Scrutiny Panel", "Minutes of 3 June 2024": it names the paper or a day, and is no sentence."""
    if not _DIGITS.isdisjoint(key) and find_date(key):
        return True
    words = key.split()
    return (len(key) >= _SHORTEST or _is_body(key)) and all(map(_is_capital, words)) and bool(_NAMES_PAPER.search(key))


def _is_capital(word: str) -> bool:
    return len(word) <= _SMALL or not word[0].islower()


def _is_number(text: str, printed: str) -> bool:
    if text[-1] not in _AT_EDGE and text[0] not in _AT_EDGE:
        return False
    lettered = len(text) <= _LETTERED_MOST and bool(_LETTERED.fullmatch(printed))
    return lettered or bool(_BARE.match(text) or _NUMBERED.match(text))


def _header(lines: Sequence[Line]) -> tuple[int, datetime.date | None]:
    """The place behind the first lines, where the head of a page would be the header itself, and their day."""
    told, day = 0, None
    for place, line in enumerate(lines[:_HEADER_MOST]):
        told += bool(line.text.strip())
        day = day or find_date(line.text[:_LONGEST])
        if told > _HEADER:
            return place, day
    return min(len(lines), _HEADER_MOST), day


class _Sheets:
    """Lines, the short ones among them by place as they print without the page's number, and which of these repeat."""

    def __init__(self, lines: Sequence[Line], keys: Mapping[int, str], heads: set[str], numbers: Sequence[int]) -> None:
        self._lines, self._keys, self._heads, self._numbers = lines, keys, heads, numbers
        self._header, self._day = _header(lines)
        self._dated = {key for key in heads if self._names_meeting(key)}
        firsts: dict[str, int] = {}
        for place in range(self._header):
            if (key := keys.get(place)) in heads and key is not None:
                firsts.setdefault(key, place)
        self._of_header = frozenset(firsts.values())

    def found(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for place in self._numbers:
            found |= self._around(place)
        found |= dict.fromkeys(self._counted_on(found), PAGE_NUMBER)
        for place, key in self._keys.items() if self._heads else ():
            if key in self._heads and place not in found:
                found |= dict.fromkeys(self._alone(place), HEAD)
        return found

    def _around(self, number: int) -> dict[int, str]:
        """The number of a page and the heads beside it; nothing where the figure is none."""
        beside = [one for step in (-1, 1) for one in self._heads_beside(number, step)]
        breaks = self._breaks_sentence([number, *beside])
        own = [one for one in beside if breaks >= _TOLD_LEAST or one not in self._of_header]
        if not (own or breaks >= _FULL_LINE or self._is_sure(number)):
            return {}
        return {number: PAGE_NUMBER} | dict.fromkeys(own, HEAD)

    def _is_sure(self, number: int) -> bool:
        """ "Page 3", a figure far from the left edge, or one over a line that bears another number."""
        text = self._lines[number].text
        bare = _BARE.match(text.strip())
        if bare is None or len(text) - len(text.lstrip()) >= _INDENTED:
            return True
        below = next((self._lines[one].text.lstrip() for one in self._next_to(number, 1)), "")
        other = _OTHER_NUMBER.match(below)
        return other is not None and other["number"] != bare["number"]

    def _counted_on(self, found: Mapping[int, str]) -> Iterator[int]:
        """The bare figures that go on counting, a page apart, from one that is sure."""
        bare = [
            (place, int(figure["number"]))
            for place in self._numbers
            if (figure := _BARE.match(self._lines[place].text.strip()))
        ]
        for steps in (bare, bare[::-1]):
            sure: tuple[int, int] | None = None
            for place, number in steps:
                if sure and abs(number - sure[1]) == 1 and abs(place - sure[0]) >= _PAGE_LEAST:
                    sure = place, number
                    yield place
                elif found.get(place) == PAGE_NUMBER:
                    sure = place, number

    def _alone(self, place: int) -> list[int]:
        """Heads without a number beside them: they name the paper and the day of the header, or break a sentence."""
        run = [place, *self._heads_beside(place, 1)]
        if self._breaks_sentence(run) >= _TOLD_LEAST:
            return run
        return [place] if self._keys[place] in self._dated and place not in self._of_header else []

    def _heads_beside(self, place: int, step: int) -> Iterator[int]:
        for one in self._next_to(place, step):
            key = self._keys.get(one, "")
            if key not in self._heads and not (key and one >= self._header and self._names_meeting(key)):
                return
            yield one

    def _names_meeting(self, key: str) -> bool:
        """ "Housing Panel     3 June 2024", of the day in the header."""
        return self._day is not None and bool(_NAMES_PAPER.search(key)) and find_date(key) == self._day

    def _next_to(self, place: int, step: int) -> Iterator[int]:
        """The nearest lines with text, up to a few."""
        seen = 0
        for one in range(place + step, place + step * (_NEAR + _SKIPPED_MOST), step):
            if not 0 <= one < len(self._lines) or seen == _NEAR:
                return
            if self._lines[one].text and not self._lines[one].text.isspace():
                seen += 1
                yield one

    def _breaks_sentence(self, page: Sequence[int]) -> int:
        """How long the line is above these, where a sentence stops there and goes on below them in small letters."""
        above = next((self._lines[one].text.rstrip() for one in self._next_to(min(page), -1)), "")
        if len(above) < _TOLD_LEAST or above[-1] in _ENDED - {","}:
            return 0
        below = next((self._lines[one].text.lstrip() for one in self._next_to(max(page), 1)), "")
        return len(above) if below[:1].islower() else 0
