"""Words broken at the end of a line, made whole: "com-" / "mittee"; but "well-" / "known" keeps its hyphen."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"(?:[^\W\d_]+-)*[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEPING = re.compile(
    r"all|co|cross|ex|far|full|half|high|inter|long|low|mid|multi|non|off|on|one|over|part|post|pre|pro|re|self|semi"
    r"|short|so|sub|ten|three|two|under|up|vice|well|year"
)


class Hyphens:
    """Asks the rest of the document how it writes a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = {word for text in texts for word in _WORD.findall(text.lower())}

    def join(self, before: str, behind: str) -> str:
        """The two parts of a line with the broken word whole; `before` has lost its hyphen."""
        return f"{before}-{behind}" if self._keeps(before, behind) else before + behind

    def _keeps(self, before: str, behind: str) -> bool:
        last, first = _LAST.search(before.lower()), _FIRST.match(behind.lower())
        if not last or not first or not behind[:1].islower():
            return True
        if last[0] + first[0] in self._words:
            return False
        if f"{last[0]}-{first[0]}" in self._words or "-" in last[0]:
            return True
        if _KEEPING.fullmatch(last[0]):
            return True
        return len(last[0]) > 2 and last[0] in self._words and first[0] in self._words
