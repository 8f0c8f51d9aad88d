"""Which items were taken without the public, and under which paragraphs: a proposal to the clerk, never more."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from . import exclusions
from .remembering import remembered_of_all
from .seeking import anywhere, whole
from .structure import Block, Caution, Kind, item_places

_SAYING = frozenset(
    {Kind.PARAGRAPH, Kind.RESOLUTION, Kind.DECISION, Kind.STEM, Kind.VOTE, Kind.MOTION, Kind.BULLET, Kind.TABLE}
)
_DECIDING = frozenset({Kind.RESOLUTION, Kind.DECISION, Kind.STEM})
_LONGEST = 3000
_MARK_MOST = 400
_COVERED_MOST = 60
"""Items that one exclusion covers: more than any agenda has, and so few that ten thousand exclusions are soon read."""
_LAWS = tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in exclusions.EXCLUSIONS)
_EXCLUDING = anywhere(exclusions.EXCLUDING)
_NOT_EXCLUDING = anywhere(exclusions.NOT_EXCLUDING)
_READMITTING = anywhere(exclusions.READMITTING)
_DECIDED = re.compile(r"\b(?:resolved|agreed|be excluded|were excluded|penderfyn)", re.IGNORECASE)
_NEVER = whole(exclusions.NEVER_EXEMPT)
_MARKED = anywhere(exclusions.NOT_FOR_PUBLICATION)
_MARKED_TITLE = re.compile(
    rf"[(\[]\s*(?:{'|'.join(exclusions.NOT_FOR_PUBLICATION)})|\bnot for publication\b", re.IGNORECASE
)
_FIGURE = r"\d{1,2}(?:\s?[A-C]\b)?"
_PARAGRAPHS = re.compile(
    rf"\b(?:paragraph|baragraff|paragraff)(?:s|au)?(?:\(s\))?\s+(?:numbers? |nos?\.? )?"
    rf"(?P<numbers>{_FIGURE}(?:\s*(?:,|and|&|or|to|a|-|–)\s*(?:paragraphs? )?{_FIGURE})*)",
    re.IGNORECASE,
)
_NUMBER = r"(?:[A-Z]{1,6}/?)?\d[\w/.]{0,9}\b"
_NAMED_ITEMS = re.compile(
    rf"\b(?:items?|minutes?|eitem(?:au)?)(?: of business)?\s+(?:nos?\.? |numbers? |numbered )?"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|and|&|to|-|–)\s*{_NUMBER})*)",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?P<first>{_NUMBER})\s*(?:to|-|–)\s*(?P<last>{_NUMBER})", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:following|next|these|those|remaining|exempt|confidential|two|three)\b.{0,30}\bitems\b"
    r"|\bitem\(s\)|\b(?:remainder|rest) of the (?:meeting|business|agenda)\b|\bremaining business\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:this|above) (?:item|matter|report|application|minute)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:following|next|remaining|remainder|rest)\b|\bcanlynol\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\bexclu|\bexempt|\bconfidential|\bclosed session|\bin committee\b|\bprivate\b|\bgwahardd|\beithrio", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Exemption:
    """`paragraphs` as printed ("3", "1 and 2"), or the law; `is_sure`: items and reason are named."""

    paragraphs: str
    line: int
    is_sure: bool


@remembered_of_all
def exemptions(blocks: Sequence[Block]) -> dict[int, Exemption]:
    """The items that are proposed as exempt, each by the place of its block."""
    agenda = _Agenda(blocks)
    found: dict[int, Exemption] = {}
    for at, start in enumerate(agenda.items):
        item = blocks[start : agenda.end(at)]
        if mark := _marked(item):
            found.setdefault(start, mark)
        for text, block in _said(item) if _names_law("\n".join([one.text for one in item])) else ():
            paragraphs = _excluded_under(text, block)
            if paragraphs is None:
                continue
            chosen, sure = agenda.scope(at, text)
            sure = sure and paragraphs[:1].isdigit()
            exemption = Exemption(paragraphs, block.first_line, sure)
            fresh = (place for place in chosen if place not in found)
            found |= {place: exemption for place in fresh if not _NEVER.match(blocks[place].text)}
    return found


def cautions(blocks: Sequence[Block]) -> list[Caution]:
    """What the clerk must look at: where the minutes name neither the paragraph nor just one item."""
    return [
        Caution(
            exemption.line,
            f"“{blocks[place].text[:60]}” is proposed as exempt ({exemption.paragraphs}); "
            "look which items this covers.",
        )
        for place, exemption in exemptions(blocks).items()
        if not exemption.is_sure
    ]


def _marked(item: Sequence[Block]) -> Exemption | None:
    """An item that says of itself that it is not for publication."""
    for block in item[:4]:
        marked = _MARKED_TITLE.search(block.text) if block.kind is Kind.ITEM else _MARKED.match(block.text)
        known = block.kind in (Kind.ITEM, Kind.AGENDA_TEXT, Kind.PARAGRAPH, Kind.HEADING)
        if marked and known and len(block.text) <= _MARK_MOST and (paragraphs := _PARAGRAPHS.search(block.text)):
            return Exemption(paragraphs["numbers"].strip(), block.first_line, is_sure=True)
    return None


def _names_law(text: str) -> bool:
    """Whether a word of every such law's name stands there; quickly said, before the laws themselves are looked for."""
    return any(map(text.lower().__contains__, exclusions.EXCLUSION_WORDS))


def _said(item: Sequence[Block]) -> list[tuple[str, Block]]:
    """The sayings of an item, a formula and its limbs in one."""
    said: list[tuple[str, Block]] = []
    joined = False
    for block in item:
        if block.kind not in _SAYING:
            joined = joined and block.kind is Kind.LEFT_OUT
            continue
        if joined and block.kind in (Kind.RESOLUTION, Kind.TABLE):
            text, first = said[-1]
            said[-1] = (f"{text} {block.text}"[:_LONGEST], first)
        else:
            said.append((block.text[:_LONGEST], block))
        joined = block.kind in _DECIDING or block.kind is Kind.TABLE or block.text[-1:] == ":"
    return said


def _excluded_under(text: str, block: Block) -> str | None:
    """The paragraphs, or else the law, by which this excludes the public; None where it does not."""
    law = next((name for pattern, name in _LAWS if pattern.search(text)), None) if _names_law(text) else None
    if law is None or not _EXCLUDING.search(text) or _NOT_EXCLUDING.search(text):
        return None
    if block.kind not in _DECIDING and not _DECIDED.search(text):
        return None
    paragraphs = _PARAGRAPHS.search(text)
    return paragraphs["numbers"].strip() if paragraphs else law


class _Agenda:
    """The items of some minutes, by the places of their blocks: which of them an exclusion covers."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.items = item_places(blocks)
        self._numbered = {number: place for place in self.items if (number := blocks[place].number)}
        self._readmitting: dict[int, tuple[bool, bool]] = {}

    def end(self, at: int) -> int:
        return self.items[at + 1] if at + 1 < len(self.items) else len(self._blocks)

    def scope(self, at: int, text: str) -> tuple[list[int], bool]:
        """Which items an exclusion in item `at` covers, and whether it says so plainly."""
        named = self._named(text)
        if named:
            return named, True
        about = bool(_ABOUT.search(self._blocks[self.items[at]].text))
        if _THIS.search(text) and not about:
            return [self.items[at]], True
        if _SEVERAL.search(text):
            return self._until_readmitted(at + 1), False
        return self.items[at + 1 : at + 2], bool(_AHEAD.search(text))

    def _named(self, text: str) -> list[int]:
        """The items whose numbers it names."""
        found: set[int] = set()
        for named in _NAMED_ITEMS.finditer(text):
            numbers = [number.rstrip(".") for number in re.findall(_NUMBER, named["numbers"])]
            found.update(self._numbered[number] for number in numbers if number in self._numbered)
            for run in _RANGE.finditer(named["numbers"]):
                first, last = self._numbered.get(run["first"]), self._numbered.get(run["last"])
                if first is not None and last is not None:
                    start, end = bisect_left(self.items, first), bisect_right(self.items, last)
                    found.update(self.items[start : min(end, start + _COVERED_MOST)])
        return sorted(found)

    def _until_readmitted(self, start: int) -> list[int]:
        covered: list[int] = []
        for at in range(start, min(len(self.items), start + _COVERED_MOST)):
            first, later = self._readmits(at)
            if not first:
                covered.append(self.items[at])
            if first or later:
                break
        return covered

    def _readmits(self, at: int) -> tuple[bool, bool]:
        """Whether the public comes back with the first words of this item, and whether later in it; asked once."""
        if at not in self._readmitting:
            place = self.items[at]
            first, later = self._blocks[place : place + 2], self._blocks[place + 2 : self.end(at)]
            self._readmitting[at] = _readmitted(first), _readmitted(later)
        return self._readmitting[at]


def _readmitted(blocks: Sequence[Block]) -> bool:
    return any(_READMITTING.search(block.text[:_MARK_MOST]) for block in blocks)
