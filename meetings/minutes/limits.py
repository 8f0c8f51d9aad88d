"""How much one source may hold. More is refused at once, before it costs a clerk's patience and a server's memory."""

from .errors import UnreadableMinutes

SOURCE_LIMIT = 20_000_000
"""Most characters or bytes: some 6,000 pages of minutes."""
LINES_LIMIT = 700_000
"""Most lines, empty ones too."""
PRINTED_LIMIT = 200_000
"""Most lines with text, once several things on one line are cut apart."""
PIECES_LIMIT = 50_000
"""Most paragraphs, titles and cells, once broken lines are joined: some 2,500 pages, and in the worst of cases five
seconds' work."""
LONGEST_LINE = 2_000_000
TAGS_LIMIT = 300_000
"""Most signs of a tag in a page: some eight times what a very long page of a council holds."""

_ENDS_OF_LINES = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ADVICE = "bring the minutes in one meeting at a time."


def refuse_large(size: int) -> None:
    if size > SOURCE_LIMIT:
        raise UnreadableMinutes(f"This is larger than {SOURCE_LIMIT // 1_000_000} MB; {_ADVICE}")


def refuse_long(text: str) -> None:
    """Counts the lines of a text before any is made: twenty million empty ones would not fit in memory."""
    ends = sum(text.count(end) for end in _ENDS_OF_LINES if end in text)
    refuse_lines(ends - text.count("\r\n") if "\r" in text else ends)


def refuse_lines(count: int, longest: int = 0) -> None:
    if count > LINES_LIMIT:
        raise UnreadableMinutes(f"This has more than {LINES_LIMIT:,} lines; {_ADVICE}")
    if longest > LONGEST_LINE:
        raise UnreadableMinutes(f"A line of this is longer than {LONGEST_LINE:,} characters; {_ADVICE}")


def refuse_pieces(printed: int, pieces: int) -> None:
    if printed > PRINTED_LIMIT:
        raise UnreadableMinutes(f"This has more than {PRINTED_LIMIT:,} lines with text; {_ADVICE}")
    if pieces > PIECES_LIMIT:
        raise UnreadableMinutes(f"This has more than {PIECES_LIMIT:,} paragraphs; {_ADVICE}")


def refuse_tags(page: str) -> None:
    if page.count("<") > TAGS_LIMIT:
        raise UnreadableMinutes(f"This page has more than {TAGS_LIMIT:,} tags; copy its text and paste that.")
