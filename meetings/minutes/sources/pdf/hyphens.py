"""Words broken at the end of a line, made whole: "com-" / "mittee"; but "well-" / "known" keeps its hyphen."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"(?:[^\W\d_]+-)*[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE_LONG = frozenset(["anti", "counter", "cross", "multi"])
_LONG = 6
_ALWAYS = frozenset(["co", "half", "non", "self", "vice", "well"])
_BEFORE_WORDS = re.compile(
    r"all|cross|ex|far|full|high|long|low|mid|off|on|one|part|post|pre|pro|re|semi|short|ten|three|two|year"
)
_FEWEST_LETTERS = 3


class Hyphens:
    """Asks the rest of the document how it writes a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        for text in texts:
            for word in _WORD.findall(text.lower()):
                self._words |= {word, *word.split("-")}

    def join(self, before: str, behind: str) -> str:
        """The two parts of a line with the broken word whole; `before` has lost its hyphen."""
        return f"{before}-{behind}" if self._keeps(before, behind) else before + behind

    def _keeps(self, before: str, behind: str) -> bool:
        last, first = _LAST.search(before.lower()), _FIRST.match(behind.lower())
        if not last or not first or not behind[:1].islower():
            return True
        part = last[0].rpartition("-")[2]
        if {last[0] + first[0], part + first[0]} & self._words:
            return False
        if f"{last[0]}-{first[0]}" in self._words or len(part) == 1:
            return True
        if part in _ALWAYS:
            return True
        if part in _BEFORE_LONG and len(first[0]) >= _LONG:
            return True
        known = first[0].partition("-")[0] in self._words
        return known and (bool(_BEFORE_WORDS.fullmatch(part)) or (len(part) >= _FEWEST_LETTERS and part in self._words))
