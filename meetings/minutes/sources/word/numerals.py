"""How Word draws a number: w:numFmt, as far as it occurs in English (ISO 29500-1, 17.18.59)."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from meetings.minutes.ordinals import roman

_ALPHABET = 26
_LETTERS_MOST = 780
"""z thirty times: behind that Word begins anew."""
_CHICAGO = "*†‡§"
_UNITS = (
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 28 is bb: the letter is repeated."""
    if number < 1:
        return str(number)
    number = (number - 1) % _LETTERS_MOST
    return chr(ord("a") + number % _ALPHABET) * (number // _ALPHABET + 1)


def ordinal(number: int) -> str:
    if number % _HUNDRED in (11, 12, 13):
        return f"{number}th"
    return f"{number}{('th', 'st', 'nd', 'rd')[number % 10] if number % 10 < 4 else 'th'}"


def cardinal_text(number: int) -> str:
    """ "Twenty-one"; past a million figures."""
    return _in_words(number).capitalize() if 0 <= number < _MILLION else str(number)


def ordinal_text(number: int) -> str:
    """ "Twenty-first"; past a million figures."""
    if not 0 <= number < _MILLION:
        return str(number)
    words = _in_words(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _IRREGULAR:
        return (words[:start] + _IRREGULAR[last]).capitalize()
    return (words[:-1] + "ieth" if last.endswith("y") else words + "th").capitalize()


def _in_words(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number].lower()
    for size, name in ((_THOUSAND, "thousand"), (_HUNDRED, "hundred")):
        if number >= size:
            rest = number % size
            return f"{_in_words(number // size)} {name}" + (f" {_in_words(rest)}" if rest else "")
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (f"-{_UNITS[unit].lower()}" if unit else "")


def _roman(number: int) -> str:
    return roman(number) if number > 0 else str(number)


def _chicago(number: int) -> str:
    """*, †, ‡, §, **, ††."""
    return _CHICAGO[(number - 1) % 4] * min((number - 1) // 4 + 1, _ALPHABET) if number > 0 else str(number)


DRAWN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "chicago": _chicago,
    "none": lambda number: "",
    "bullet": lambda number: "",
}
"""Every other format is that of another script, and is drawn in figures."""


@lru_cache(maxsize=1_024)
def drawn(number: int, format: str) -> str:
    return DRAWN.get(format, str)(number)


def padded(number: int, pattern: str) -> str:
    """A format of the council's own: "001, 002, 003, ..." is three figures wide."""
    first = pattern.split(",", 1)[0].strip()
    return str(number).zfill(min(len(first), 9)) if first.isdecimal() else str(number)
