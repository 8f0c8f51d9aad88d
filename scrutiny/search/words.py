"""What somebody typed into the search box, understood once for both databases.

Words are all wanted; words in quotes stand together; `-word` must not occur; `OR` parts alternatives. Everything else
that a database would take for syntax is only a gap between words.
"""

import re
import unicodedata
from dataclasses import dataclass

from scrutiny.search.index import ACCENTED, PARTING_CLASS, PLAIN

LONGEST = 200
"""Characters of a question that are read; the rest is left out, and the page says so."""

COMMON = (
    "a about above after again against all am an and any are as at be because been before being below "
    "between both but by can did do does doing don down during each few for from further had has have "
    "having he her here hers herself him himself his how i if in into is it its itself just me more most "
    "my myself no nor not now of off on once only or other our ours ourselves out over own s same she "
    "should so some such t than that the their theirs them themselves then there these they this those "
    "through to too under until up very was we were what when where which while who whom why will with "
    "you your yours yourself yourselves"
)
STOP_WORDS = frozenset(COMMON.split())
"""Words too common to look for: those that PostgreSQL's english dictionary leaves out."""

TYPED = re.compile(r"""(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))""")
PARTING = re.compile(PARTING_CLASS)
FOLD = str.maketrans(ACCENTED, PLAIN)
CURLY = str.maketrans("“”„\0", '""" ')


@dataclass(frozen=True, slots=True)
class Alternative:
    """All of `wanted` and none of `unwanted`; each is a word, or several that stand together."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for. `is_cut`: the text was longer than we read."""

    text: str
    alternatives: tuple[Alternative, ...]
    is_cut: bool

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.alternatives)

    @property
    def fts5(self) -> str:
        """As an FTS5 expression: every word quoted, so that none is syntax."""
        return " OR ".join(
            f"({' AND '.join(map(_quoted, each.wanted))})" + "".join(f" NOT {_quoted(term)}" for term in each.unwanted)
            for each in self.alternatives
        )

    @property
    def websearch(self) -> str:
        """As PostgreSQL's `websearch_to_tsquery` reads it."""
        return " or ".join(
            " ".join((*map(_quoted, each.wanted), *(f"-{_quoted(term)}" for term in each.unwanted)))
            for each in self.alternatives
        )


def understand(text: str) -> Words:
    """Any text at all gives something harmless: at worst, nothing to look for."""
    tidy = " ".join(unicodedata.normalize("NFC", text.translate(CURLY)).encode(errors="replace").decode().split())
    alternatives: list[tuple[list[str], list[str]]] = [([], [])]
    for typed in TYPED.finditer(tidy[:LONGEST]):
        if typed["word"] == "OR" and not typed["minus"]:
            alternatives.append(([], []))
        elif term := _term(typed["phrase"] or typed["word"] or ""):
            alternatives[-1][1 if typed["minus"] else 0].append(term)
    return Words(
        text=tidy[:LONGEST],
        alternatives=tuple(Alternative(tuple(yes), tuple(no)) for yes, no in alternatives if yes),
        is_cut=len(tidy) > LONGEST,
    )


def _term(typed: str) -> str:
    """The words of a phrase, or of one word with signs in it; '' where none of them is worth looking for.

    Common words are left out at both ends, as PostgreSQL does; inside, they keep their place.
    """
    words = PARTING.sub(" ", typed.translate(FOLD)).lower().split()
    while words and words[0] in STOP_WORDS:
        words.pop(0)
    while words and words[-1] in STOP_WORDS:
        words.pop()
    return " ".join(words) if any(character.isalnum() for word in words for character in word) else ""


def _quoted(term: str) -> str:
    return f'"{term}"'
