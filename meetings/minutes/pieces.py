"""Lines to pieces: a piece is one paragraph, title, limb or label, however the source broke its lines.

Lines are cut where two pieces stand on one, and joined where one piece runs over several. No character is lost: the raw
texts of all pieces, white space removed, are the source, white space removed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .broken import begun_decisions, goes_on_deciding
from .cutting import cut
from .dates import MONTH, WEEKDAY, find_date
from .formulas import BODIES, CAPITAL_DECISIONS
from .limits import refuse_pieces
from .numbering import Style
from .piece import QUOTING, Piece
from .references import APPLICATION, lines_with_figures, starts_within
from .rolls import names_more
from .run_on import starts_run_on
from .sheets import HEAD, PAGE_NUMBER, page_lines
from .sources.line import WHOLE, Line, Mark
from .spaces import clean
from .stems import is_stem_line
from .tables import cells_of_items
from .words import FORM_FIELD, is_formula_line, is_heading, is_label

_TERMINAL = frozenset(".?!:;")
_CLOSERS = "”’\"')»"
_WRAP_LEAST = 40
_WRAP_MOST = 130
_NUMBER_ONLY = 24
_SPACED = re.compile(rf"({'|'.join(' '.join(word) for word in CAPITAL_DECISIONS)})\b(?:(?=\W*\Z)| (T H A T)\b)?")
_FULL = 0.8
_QUOTED_LEAST = 3
_BEGUN = 2
_HANGING = 4
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?% [a-z]")  # of those "coming in from the west" over "17% were doing more"
_EARLY_MOST, _EARLY_LEAST = 25, 2
_BEGINNINGS = frozenset(["The", "A", "An", "Members", "Councillor", "Councillors", "Cllr", "Officers", "It", "In"])
_GOING_ON = frozenset(["the", "of", "a", "an", "cllr", "cllrs", "mr", "mrs", "ms"])
_BEFORE_NAME = re.compile(r".{20}(?:\b(?:by|and|that)|,) (?:Councillors?|Alderm[ae]n)\Z")
_OVER_GAP = _GOING_ON | {"in", "by", "with", "for", "on", "at", "from"}
_WAITING = _GOING_ON | {"in", "to", "by", "and", "or", "with", "for", "on", "at", "from", "that", "had", "was", "were"}
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_MONTH_END = re.compile(rf"\b(?:{MONTH})\.?,?\Z", re.IGNORECASE)
_MEETING_OF = re.compile(r".{0,60}\bmeeting of (?:the|a) (?:(?!\b(?:held|on|at)\b).)*\Z", re.IGNORECASE)
_BODY = re.compile(rf"\b{BODIES}\b", re.IGNORECASE)
_BODY_END = re.compile(rf"\b{BODIES}\)?\Z", re.IGNORECASE)
_HELD_ON = re.compile(rf"\bheld(?:\b.*\b(?:on|{WEEKDAY},?))?\Z|\A(?:in|at) the\b.*\bon\Z", re.IGNORECASE)
_WHO_MOVED = ("Proposed:", "Moved:", "Seconded:", "Proposed by:", "Moved by:", "Seconded by:", "Proposer:")
_MOVED_BY = ("Proposed by ", "Seconded by ", "Moved by ")
_WAITS_TO_DECIDE = ("it was agreed", "it was resolved", "it was unanimously agreed", "it was unanimously resolved")
_COLUMNS = " " * 5
_AMOUNT = re.compile(r"\d{1,3}\.(?:00|[4-9]\d)")
_FIELD_MOST = 40
_HEADER_MOST = 12
_OF_PAGES = (PAGE_NUMBER, HEAD)
_CITED = re.compile(r"\b(?:paragraphs?|paras?\.?|sections?|minutes?|items?|appendix|table|page)\Z", re.IGNORECASE)
_CITED_MOST = 14
_WAITING_VERBS = frozenset(["was", "is", "were", "are", "be", "been", "had", "has"])
_CITING = frozenset([
    "paragraph", "paragraphs", "section", "item", "items", "minute", "no.", "page", "at", "of",
    "by", "from", "than", "over", "about", "in", "since", "during", "until", "between",
])  # fmt: skip


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The pieces of a source, in order."""
    width = _wrap_width(lines)
    early = _breaks_early(lines)
    pieces: list[Piece] = []
    group: list[Piece] = []
    page: list[Piece] = []
    within: list[Piece] = []
    for count, piece in enumerate(_cut_lines(lines)):
        refuse_pieces(count, len(pieces))
        if group and piece.reason in _OF_PAGES:
            page.append(piece)
            continue
        joined = group and (
            _continues(group, piece, width) or (early and _is_begun(group[-1], piece)) or _is_filled_in(group, piece)
        )
        if page and group and _goes_on_behind(group, piece, width):
            within += _left_within(group[-1], page)
        elif group and (page or not (joined or (count < _HEADER_MOST and _is_in_header(group[-1], piece)))):
            pieces += [_merge(group), *within, *page]
            group, within = [], []
        if joined and piece.gap == 1 and len(group) == 1 and pieces and _was_broken(pieces[-1], group[0]):
            group.insert(0, pieces.pop())
        page = []
        group.append(piece)
    if group:
        pieces += [_merge(group), *within, *page]
    return pieces


def _was_broken(above: Piece, piece: Piece) -> bool:
    """Whether a line that is broken over an empty line goes on with that above: "... of Statutory" / "Rule 9"."""
    if piece.gap != 1 or piece.marker or above.mark is not piece.mark or _is_whole(above) or above.cell_end:
        return False
    if above.text.startswith(_MOVED_BY):
        return False
    last = above.raw.rsplit("\n", 1)[-1].strip()
    if (
        not _WRAP_LEAST <= len(last) <= _WRAP_MOST
        or _ends_sentence(last)
        or not _WRAP_LEAST <= len(piece.raw) <= _WRAP_MOST
    ):
        return False
    return not (_begins_alone(piece.text) or _stands_alone(above) or is_heading(above.body))


def _goes_on_behind(group: list[Piece], piece: Piece, width: int) -> bool:
    """Whether the sentence goes on behind the end of a page, whatever empty lines stand there."""
    before = group[-1].text
    if _ends_sentence(before) or piece.mark is not group[-1].mark:
        return False
    if before.rsplit(" ", 1)[-1] in _WAITING and len(before) > _WRAP_LEAST and not _begins_alone(piece.text):
        return True
    gap, piece.gap = piece.gap, 0
    goes_on = _continues(group, piece, width)
    piece.gap = gap
    return goes_on


def _left_within(before: Piece, page: Sequence[Piece]) -> list[Piece]:
    """The lines of the page within a sentence: their source stays where it was, and they are told behind it."""
    before.raw = "\n".join([before.raw, *(piece.raw for piece in page)])
    for piece in page:
        piece.raw = ""
    return list(page)


def _cut_lines(lines: Sequence[Line]) -> Iterator[Piece]:
    gap = 0
    figured = lines_with_figures(lines)
    starts = begun_decisions(lines) | starts_run_on(lines, figured, starts_within(lines, figured))
    starts |= cells_of_items(lines)
    signs = _signs_of_quoting(lines)
    pages = page_lines(lines)
    for place, line in enumerate(lines, 1):
        text = line.text
        if not text or text.isspace():
            gap += 1
            continue
        if reason := pages.get(place - 1):
            yield Piece(text, clean(text), place, place, Mark.LEFT_OUT, gap=gap, reason=reason)
            gap = 0
            continue
        sign = signs.get(place - 1, 0)
        if sign and not text[sign:].strip():
            yield Piece(text, "", place, place)
            gap = 1
            continue
        for raw in cut(text, starts.get(place - 1, ())) if line.mark not in WHOLE else (text,):
            wording = clean(raw[sign:])
            if wording[1:4:2] == "  " and wording[:3].isupper():
                wording = _SPACED.sub(_closed_up, wording, count=1)
            cell_end = line.mark not in WHOLE and wording.endswith("|")
            if cell_end and wording.strip("| "):
                wording = wording.rstrip("| ")
            if wording or raw.strip():
                piece = Piece(raw, wording, place, place, line.mark, line.level, gap, cell_end=cell_end)
                piece.key, piece.reason, piece.quoted = line.key, line.note, bool(signs)
                yield piece
                gap = sign = 0


def _signs_of_quoting(lines: Sequence[Line]) -> dict[int, int]:
    """How many characters the sign of quoting takes on each line of a quoted e-mail; none in other sources."""
    found = {
        place: sign.end()
        for place, line in enumerate(lines)
        if ">" in line.text[:4] and line.mark is Mark.PLAIN and (sign := QUOTING.match(line.text))
    }
    return found if len(found) >= _QUOTED_LEAST else {}


def _closed_up(spaced: re.Match[str]) -> str:
    return " ".join(word.replace(" ", "") for word in spaced.groups() if word)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The column at which this source breaks its lines; 0 where every paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines if line.text and not line.text.isspace())
    if len(lengths) < 4 or lengths[-1] > _WRAP_MOST:
        return 0
    width = lengths[int(len(lengths) * 0.97)] if len(lengths) > 30 else lengths[-1]
    full = sum(1 for length in lengths if length >= width * 0.8)
    return width if width >= _WRAP_LEAST and full * 5 >= len(lengths) and _breaks_sentences(lines) else 0


def _breaks_sentences(lines: Sequence[Line]) -> bool:
    """Whether a line goes on in small letters on the next, as lines do that were broken at a column."""
    return any(
        behind.text.lstrip()[:1].islower() and not _ends_sentence(here.text.rstrip())
        for here, behind in pairwise(lines)
    )


def _breaks_early(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are broken behind their first words ("Members were" / "informed ..."), as copied pages do."""
    broken = 0
    for here, behind in pairwise(lines):
        if len(here.text) > _EARLY_MOST or not behind.text[:1].islower() or not here.text[:1].isupper():
            continue
        broken += not _ends_sentence(here.text.rstrip())
        if broken == _EARLY_LEAST:
            return True
    return False


def _is_begun(before: Piece, piece: Piece) -> bool:
    """ "The Democratic" over "Services Manager told members ...", in a source that breaks so."""
    short = (
        len(before.text) <= _EARLY_MOST and before.text.partition(" ")[0] in _BEGINNINGS and before.mark is piece.mark
    )
    told = len(piece.text) > 2 * _EARLY_MOST and not piece.marker and not piece.gap
    return short and told and not before.marker and not _stands_alone(before) and not _ends_sentence(before.text)


def _continues(group: list[Piece], piece: Piece, width: int) -> bool:
    """Whether `piece` is more of the group: a number that stood alone, a broken line, a broken sentence."""
    before = group[-1]
    waits = not before.body and len(group) == 1 and _number_alone(before)
    if piece.marker and not waits and (piece.gap or _ends_sentence(before.text)):
        return False
    if _is_whole(before) or _is_whole(piece) or before.cell_end:
        return False
    if waits:
        return _takes_number(before, piece)
    if before.mark is not piece.mark or before.last == piece.first or (piece.gap and _waits_to_decide(before.text)):
        return False
    if piece.marker:
        return _wraps_to_figure(before, piece, width) or names_more(group, piece)
    if (decides := goes_on_deciding(group[0], before, piece)) is not None:
        return decides
    ends = _ends_sentence(before.text)
    goes_on = not ends and not piece.gap and before.text.endswith((" was", " were")) and piece.text[:1].islower()
    if (_begins_alone(piece.text) and not goes_on) or (len(group) == 1 and _stands_alone(before)):
        return False
    if not ends and _runs_on(group, piece):
        return True
    if piece.text[:1].islower() and not ends:
        return len(before.text) > 20 or len(group) > 1 or piece.gap == 0
    return not piece.gap and piece.level == before.level and _goes_on_below(group, piece, width, ends=ends)


def _goes_on_below(group: Sequence[Piece], piece: Piece, width: int, *, ends: bool) -> bool:
    return _was_wrapped(group[-1], piece, width, ends=ends) or _hangs_below(group[0], piece)


def _hangs_below(first: Piece, piece: Piece) -> bool:
    """Whether a line is set in as far as the text of the bullet above it, which stands right of its sign."""
    if first.marker is None or first.marker.style is not Style.BULLET or not piece.raw[:_HANGING].isspace():
        return False
    line = first.raw.partition("\n")[0]
    text = line.lstrip()[1:].lstrip()
    return bool(text) and len(line) - len(text) == len(piece.raw) - len(piece.raw.lstrip())


def _waits_to_decide(text: str) -> bool:
    """ "Seconded by Councillor Reed and agreed that", "... it was agreed", set off from what was decided."""
    return text.startswith(_MOVED_BY) or text.endswith(_WAITS_TO_DECIDE)


def _is_filled_in(group: Sequence[Piece], piece: Piece) -> bool:
    """ "Decision maker:" over "Head of Roads", as a form has it."""
    field = group[0].text
    if len(group) > 1 or field[-1:] != ":" or len(field) > _FIELD_MOST or piece.gap or _is_whole(piece):
        return False
    return piece.text[-1:] != ":" and bool(FORM_FIELD.match(field))


def _is_in_header(before: Piece, piece: Piece) -> bool:
    """ "Minutes of a meeting of the Housing" over "Panel held at 2 pm on Monday" over "3 June 2024"."""
    if piece.gap or piece.marker or before.cell_end or len(before.raw) + len(piece.raw) > 2 * _WRAP_MOST:
        return False
    if before.mark is not piece.mark or _is_whole(piece):
        return False
    open_body = _MEETING_OF.match(before.text) and not _BODY_END.search(before.text)
    if (open_body and _BODY.search(piece.text)) or _HELD_ON.search(before.text):
        return True
    dated = " held " in before.text and find_date(piece.text) is not None
    return dated and find_date(before.text) is None


def _runs_on(group: Sequence[Piece], piece: Piece) -> bool:
    """Whether the line above ends in a word that cannot end it: "of", "the"; over one empty line, where it is long."""
    last = group[-1].text.rsplit(" ", 1)[-1]
    if piece.gap == 0:
        named = last[:1] in "AC" and bool(_BEFORE_NAME.search(group[-1].text))
        share = "%" in piece.text[:6] and bool(_SHARE.match(piece.text))
        return named or share or last.lower() in _GOING_ON or _is_begun_bullet(group) or names_more(group, piece)
    if piece.gap > 1 or last not in _OVER_GAP or len(group[-1].raw) < _WRAP_LEAST:
        return False
    first = piece.text.partition(" ")[0]
    return not (first.isupper() and len(first) > 1)


def _is_begun_bullet(group: Sequence[Piece]) -> bool:
    """A bullet alone on its line, and only a word or two of its text on the next."""
    alone = len(group) == _BEGUN and group[0].marker is not None and group[0].marker.style is Style.BULLET
    return alone and not group[0].body and len(group[1].text.split()) <= _BEGUN


def _is_whole(piece: Piece) -> bool:
    """What is never joined to anything: what the source knows, a row of cells, an empty line of a quoted e-mail."""
    return piece.mark in WHOLE or not piece.text or piece.is_row


def _begins_alone(text: str) -> bool:
    """A label, a formula, the number of a planning application, who proposed it."""
    alone = is_formula_line(text) or is_stem_line(text) or bool(APPLICATION.match(text))
    return alone or text.startswith(_WHO_MOVED)


def _stands_alone(piece: Piece) -> bool:
    return is_formula_line(piece.text) or is_stem_line(piece.body)


def _number_alone(piece: Piece) -> bool:
    """A number with a line of its own; "88.00" is an amount."""
    if piece.marker is None or piece.body or len(piece.text) > _NUMBER_ONLY:
        return False
    return piece.marker.style is not Style.DECIMAL or not _AMOUNT.fullmatch(piece.text)


def _takes_number(before: Piece, piece: Piece) -> bool:
    """A number that stands alone belongs to the text behind it, unless that is another number or a label."""
    if is_label(piece.text) or (before.marker and before.marker.style is Style.BULLET and before.text[0] in "-–—*"):
        return False
    if piece.marker is None:
        return True
    return piece.gap <= 2 and not _number_alone(piece) and piece.marker.style is not Style.BULLET


def _ends_sentence(text: str) -> bool:
    last = text[-1:]
    if last in _CLOSERS:
        last = text[-4:].rstrip(_CLOSERS)[-1:]
    return last in _TERMINAL or text[-1:] == "]"


def _was_wrapped(before: Piece, piece: Piece, width: int, *, ends: bool) -> bool:
    """In a source with broken lines: whether the next word would not have fitted on the line before."""
    length = len(before.raw.rstrip())
    if not width or length < _WRAP_LEAST or (_COLUMNS in before.raw.strip() and _COLUMNS in piece.raw.strip()):
        return False
    room = length + 1 + len(piece.text.split(" ", 1)[0])
    return room > width * (1.0 if ends else 0.88)


def _wraps_to_figure(before: Piece, piece: Piece, width: int) -> bool:
    """Whether a broken line goes on with a figure: "... 12 February" / "2025 at ...", "in paragraph" / "3. ..."."""
    if piece.gap or piece.marker is None or _ends_sentence(before.text):
        return False
    if _YEAR.match(piece.text) and _MONTH_END.search(before.text[-20:]):
        return True
    verb = before.text.rsplit(" ", 1)[-1] in _WAITING_VERBS
    if verb and not piece.marker.firm and piece.body[:1].islower():
        return True
    if piece.marker.style is Style.DECIMAL and piece.body[:1].islower() and _CITED.search(before.text[-_CITED_MOST:]):
        return True
    if not width:
        return False
    if not piece.body and piece.text[-1] == "." and piece.marker.style is Style.NUMBER:  # "... from 59 to" / "22."
        return len(before.raw.rstrip()) > width * _FULL
    if not piece.marker.firm and piece.marker.style is Style.NUMBER:
        return len(before.raw.rstrip()) > width * _FULL
    cites = before.text.rsplit(" ", 1)[-1].lower() in _CITING and piece.marker.style is not Style.BULLET
    return cites and len(before.raw.rstrip()) > width * _FULL


def _merge(group: list[Piece]) -> Piece:
    """One piece of the group; its marker is read again only where a number stood alone."""
    first = group[0]
    if len(group) == 1:
        return first
    texts = [first.text]
    for piece in group[1:]:
        broken_word = texts[-1].endswith("-") and texts[-1][-2:-1].isalpha() and piece.text[:1].islower()
        texts.append(piece.text if broken_word else f" {piece.text}")
    alone = _number_alone(first)
    first.raw = "\n".join(piece.raw for piece in group)
    first.text = "".join(texts)
    first.last, first.cell_end = group[-1].last, group[-1].cell_end
    if alone:
        first.mark = group[1].mark
        first.alone = True
        first.read()
    else:
        first.body = first.text[first.marker.length :] if first.marker else first.text
    return first
