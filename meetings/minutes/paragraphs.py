"""What is left once decisions and questions are marked: headings, bullets, votes, tables, paragraphs."""

import re
from collections.abc import Sequence
from itertools import islice

from .actions import marked_in
from .attendance import mark_absent
from .nested import LETTERED, is_numbered_heading
from .numbering import Style, follows
from .piece import Piece
from .references import APPLICATION
from .sources.line import Mark
from .stems import runs_on
from .structure import Kind
from .tasks import says_who
from .titles import is_set_off
from .words import (
    CONTACT,
    DECLARATION_COLUMN,
    HEADING_MOST,
    IMPLICATION_HEADING,
    IMPLICATION_TITLE,
    NO_HEADING,
    PRESENT_FOR_ITEM,
    REPORT_HEADING,
    STATUS,
    WITHIN_ITEM,
    is_heading,
    is_person,
    lists_persons,
    tells_vote,
)

_IMPLICATION = re.compile(r"(?P<heading>[^–—:]{2,90}?)\s*(?:[–—:]|\s-)\s+(?P<text>\S.*)")
_APPENDIX = re.compile(r"(?:appendix|annex) \w{1,3}\b", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:\d{3,8}\s+)?[A-Z](?:[^.]|\.(?=\S)|(?<=\bSt)\.|(?<=\b[A-Z])\.){2,80}\s£\s?[\d,]+(?:\.\d\d)?")
_REACHED = re.compile(r"\btel(?:ephone)?\s*(?:no\.?)?\s*[:.]?\s*\(?\d{3}|[\w.-]+@[\w-]+\.\w", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:(?:report )?author(?:s|\(s\))?|contacts?(?: officers?| details)?):?", re.IGNORECASE)
_MOVED_BY = re.compile(r"(?:moved|proposed|seconded) by [A-Z]")
_CONTACT_MOST = 160
_WITH_POST = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,5}[–-]\s+[A-Z][^.]{3,100}\Z")
_CELLS, _ROWS = 3, 2
_NAMES_APART = 1
_HEADS, _HEAD_MOST, _CELL_MOST = 2, 40, 200
_LABEL_WORDS = 2
_HEAD_LONGEST = 80
_OF_APPLICATION = 6
_HEADING_MOST = 160
_STATUS_COLUMNS = 2
_REPORT_HEADINGS = 2
_HEADED = LETTERED | {Style.REFERENCE}


def mark_paragraphs(section: Sequence[Piece]) -> None:
    _mark_present(section)
    mark_absent(section)
    _mark_implications(section)
    _mark_tables(section)
    bullets: list[str] = []
    for place, piece in enumerate(section):
        if not piece.open:
            continue
        if piece.marker and piece.marker.style is Style.BULLET:
            moved = piece.text[0] in "-–—" and _MOVED_BY.match(piece.body)
            piece.become(Kind.PARAGRAPH if moved else Kind.BULLET, wording=piece.body or piece.text)
            piece.depth = _bullet_depth(piece, bullets)
            continue
        bullets.clear()
        _mark_text(section, place)


def _mark_present(section: Sequence[Piece]) -> None:
    """ "Present for this item: ...", or over the names on the next line."""
    for place, piece in enumerate(section):
        if not piece.open or not PRESENT_FOR_ITEM.match(piece.text):
            continue
        if piece.text[-1] == ":" and any(_is_bullet(behind) for behind in section[place + 1 : place + 2]):
            continue
        piece.become(Kind.PRESENT)
        for at, behind in enumerate(section[place + 1 :] if piece.text[-1] == ":" else ()):
            named = at == 0 or is_person(behind.text) or lists_persons(behind.text) or is_heading(behind.text)
            apart = at > 0 and behind.gap > _NAMES_APART  # the text of the item, below names that empty lines part
            if apart or not behind.open or behind.marker or not (named or _WITH_POST.match(behind.text)):
                break
            behind.become(Kind.PRESENT)


def _is_bullet(piece: Piece) -> bool:
    return piece.open and piece.marker is not None and piece.marker.style is Style.BULLET


def _mark_text(section: Sequence[Piece], place: int) -> None:
    piece = section[place]
    short = len(piece.text) < _CONTACT_MOST
    if short and (_is_contact(piece.text) or _heads_contact(section, place)):
        piece.become(Kind.CONTACT)
    elif piece.marker and _numbers(section, place):
        kind = Kind.HEADING if _is_numbered_heading(section, place) else Kind.PARAGRAPH
        piece.become(kind, number=piece.marker.printed, wording=piece.body)
    elif _names_implication(piece.text):
        piece.become(Kind.IMPLICATION)
    elif tells_vote(piece.text) and len(piece.text) < 1200:
        piece.become(Kind.VOTE)
    elif piece.mark is Mark.HEADING or _is_heading_within(section, place):
        piece.become(Kind.HEADING)
    else:
        piece.become(Kind.PARAGRAPH)


def _heads_contact(section: Sequence[Piece], place: int) -> bool:
    """ "Report author" over "Dev Anand Tel: 01999 123456"."""
    return bool(_AUTHOR.fullmatch(section[place].text)) and _is_contact(_text_behind(section, place))


def _is_contact(text: str) -> bool:
    """ "Contact: Dev Anand", "Dev Anand Tel: 01999 123456"."""
    if len(text) >= _CONTACT_MOST:
        return False
    ends = text[-1:] in ".?" or not ("@" in text or "tel" in text.lower())
    return bool(CONTACT.match(text) or (not ends and _REACHED.search(text)))


def _text_behind(section: Sequence[Piece], place: int) -> str:
    return section[place + 1].text if place + 1 < len(section) and section[place + 1].open else ""


def _is_heading_within(section: Sequence[Piece], place: int) -> bool:
    """ "Points raised:", whatever stands below; or a heading that begins no sentence over a list, and no action."""
    text = section[place].text
    if len(text) < _HEAD_LONGEST and WITHIN_ITEM.match(text):
        return True
    if not is_heading(text) or _is_of_sentence(section, place) or marked_in(text):
        return False
    return not _is_of_application(section, place)


def _is_of_application(section: Sequence[Piece], place: int) -> bool:
    """ "12 Mill Street", "New porch", on the lines right below the number of a planning application."""
    for at in range(place, max(-1, place - _OF_APPLICATION), -1):
        if APPLICATION.match(section[at].text):
            return at < place
        if section[at].gap:
            return False
    return False


def _is_of_sentence(section: Sequence[Piece], place: int) -> bool:
    """The beginning of a sentence over a list, or the last of several lines that semicolons part."""
    before = section[place - 1].text if place and section[place - 1].kind is Kind.PARAGRAPH else ""
    return before.endswith((";", "; and", "; or")) or _leads_on(section, place)


def _leads_on(section: Sequence[Piece], place: int) -> bool:
    """ "The Mayor spoke of:" over a list is the beginning of a sentence, not a heading."""
    piece = section[place]
    if runs_on(piece.text):
        return True
    behind = section[place + 1] if place + 1 < len(section) else None
    announces = piece.text[-1] in ":–-" and len(piece.text.split()) > _LABEL_WORDS
    return announces and behind is not None and behind.marker is not None


def _numbers(section: Sequence[Piece], place: int) -> bool:
    """A figure without stop or bracket is a number where its neighbour goes on with it, or a wide gap sets it off."""
    piece = section[place]
    marker = piece.marker
    if marker is None or not piece.body:
        return False
    if marker.style is Style.REFERENCE and "/" not in marker.printed:
        return False
    if marker.firm or piece.alone or is_set_off(piece):
        return True
    near = [*section[max(0, place - 4) : place], *section[place + 1 : place + 5]]
    return any(other.marker and (follows(other.marker, marker) or follows(marker, other.marker)) for other in near)


def _is_numbered_heading(section: Sequence[Piece], place: int) -> bool:
    """ "2.4 Fly-tipping" over 2.4.1."""
    piece, behind = section[place], section[place + 1] if place + 1 < len(section) else None
    if len(piece.body) > _HEADING_MOST:
        return False
    if piece.marker is not None and piece.marker.style in _HEADED and is_numbered_heading(section, place):
        return True
    if behind is None or behind.marker is None or piece.marker is None or not is_heading(piece.body):
        return False
    own, value = piece.marker.value, behind.marker.value
    if piece.marker.style is Style.DECIMAL and own[-1] == 0:  # 1.0 over 1.1
        return value[:-1] == own[:-1] and value[-1] == 1
    return piece.marker.style in (Style.DECIMAL, Style.NUMBER) and value[: len(own)] == own and len(value) > len(own)


def _bullet_depth(piece: Piece, bullets: list[str]) -> int:
    """The first sign of a list is its first level; another sign behind it is one deeper."""
    if piece.level > 1:
        return piece.level
    sign = piece.text[0]
    if sign in bullets:
        del bullets[bullets.index(sign) + 1 :]
    else:
        bullets.append(sign)
    return len(bullets)


def _mark_implications(section: Sequence[Piece]) -> None:
    """A report's last appendix: "Finance – None"; or its headings "Legal implications" with the text below each."""
    inside = titled = False
    short = [piece for piece in section if piece.open and len(piece.body) <= _HEADING_MOST]
    report = sum(bool(REPORT_HEADING.match(piece.body)) for piece in short) >= _REPORT_HEADINGS
    if not report and not any(IMPLICATION_HEADING.match(piece.body) for piece in short):
        return
    for place, piece in enumerate(section):
        if not piece.open:
            continue
        if IMPLICATION_HEADING.match(piece.body):
            inside, titled = True, False
            piece.become(Kind.HEADING, number=_printed(piece), wording=piece.body)
        elif report and not inside and IMPLICATION_TITLE.match(piece.body):
            titled = True
            piece.become(Kind.IMPLICATION, number=_printed(piece), wording=piece.body.rstrip(":"))
        elif titled:
            titled = _mark_implied(section, place)
        elif inside and (_APPENDIX.match(piece.text) or _is_contact(piece.text) or _is_next_heading(piece)):
            inside = False
        elif inside and not piece.marker and _IMPLICATION.match(piece.text):
            piece.become(Kind.IMPLICATION)
        elif inside and not piece.marker and is_heading(piece.text) and not NO_HEADING.match(piece.text):
            _pair_implication(piece, section[place + 1 : place + 2])


def _names_implication(text: str) -> bool:
    """ "Legal implications: none", wherever it stands."""
    head, colon, _ = text[:_HEAD_LONGEST].partition(":")
    return bool(colon) and "mplication" in head and bool(IMPLICATION_TITLE.match(head))


def _mark_implied(section: Sequence[Piece], place: int) -> bool:
    """Whether this piece is still the text of the implication whose heading stands above."""
    piece = section[place]
    below = place > 0 and section[place - 1].kind is Kind.IMPLICATION
    if not below or _is_contact(piece.text) or (is_heading(piece.body) and not NO_HEADING.match(piece.body)):
        return False
    piece.become(Kind.IMPLICATION, number=_printed(piece), wording=piece.body)
    piece.depth = 1
    return True


def _printed(piece: Piece) -> str | None:
    return piece.marker.printed if piece.marker and piece.marker.style is not Style.BULLET else None


def _is_next_heading(piece: Piece) -> bool:
    return piece.marker is not None and piece.marker.style is Style.NUMBER and is_heading(piece.body)


def _pair_implication(heading: Piece, behind: Sequence[Piece]) -> None:
    """ "Finance" over "None"."""
    for text in behind:
        if text.open and not text.marker and (NO_HEADING.match(text.text) or not is_heading(text.text)):
            heading.become(Kind.IMPLICATION)
            text.become(Kind.IMPLICATION)


def _mark_tables(section: Sequence[Piece]) -> None:
    """Rows that the source knew, and runs of cells that were flattened to one line each."""
    short = sum([len(piece.text) <= HEADING_MOST for piece in section])
    if short >= _HEADS:
        _mark_declarations(section)
    if short >= _CELLS:
        _mark_flattened(section)
    if sum(["\t" in piece.raw for piece in section]) >= _ROWS:
        _mark_tabbed(section)
    row = Mark.ROW
    for piece in section:
        if piece.open and (piece.mark is row or _has_cells(piece.text)):
            piece.become(Kind.TABLE)


def _mark_flattened(section: Sequence[Piece]) -> None:
    """Runs of cells, one to a line."""
    run: list[Piece] = []
    for piece in [*section, None]:
        if piece is not None and len(piece.text) <= HEADING_MOST and piece.open and _is_cell(piece):
            run.append(piece)
            continue
        if run and piece is not None and piece.open and not _is_figure(run[-1]):
            run.pop()  # the heading of what follows
        if len(run) >= _CELLS and any(cell.mark is not Mark.HEADING for cell in run):
            for cell in run:
                cell.become(Kind.TABLE)
        run = []


def _mark_tabbed(section: Sequence[Piece]) -> None:
    """Rows of as many cells with tabs between them, two or more behind each other."""
    run: list[Piece] = []
    count = 0
    for piece in [*section, None]:
        cells = _tabbed(piece) if piece is not None and piece.open and not piece.marker else 0
        if piece is not None and cells >= _CELLS and cells in (count, cells if not run else count):
            run.append(piece)
            count = cells
            continue
        for row in run[-_ROWS:] if len(run) >= _ROWS else ():
            row.become(Kind.TABLE)
        run = [piece] if piece is not None and cells >= _CELLS else []
        count = cells


def _tabbed(piece: Piece) -> int:
    return sum(map(bool, piece.raw.strip().split("\t"))) if "\t" in piece.raw else 0


def _has_cells(text: str) -> bool:
    """ "Kite Street | Ward 3 | £420"; or a payee, and the amount behind it."""
    return ("|" in text and (text.count(" | ") > 1 or (text[0] == "|" and " | " in text))) or (
        "£" in text and bool(_AMOUNT.fullmatch(text))
    )


def _mark_declarations(section: Sequence[Piece]) -> None:
    """The cells below "Councillor", "Minute number" and "Nature of interest", each on its line, up to a sentence."""
    heads = 0
    for place, piece in enumerate(section):
        if not piece.open:
            heads = 0
        elif len(piece.text) < _HEAD_MOST and DECLARATION_COLUMN.match(piece.text):
            heads += 1
            if heads == _HEADS:
                section[place - 1].become(Kind.TABLE)
            if heads >= _HEADS:
                piece.become(Kind.TABLE)
        elif heads >= _HEADS and len(piece.text) < _CELL_MOST and piece.text[-1] not in ".:":
            piece.become(Kind.TABLE)
        else:
            heads = 0


def _is_cell(piece: Piece) -> bool:
    return _is_figure(piece) or (
        piece.marker is None
        and piece.text[-1] != ";"
        and not _is_contact(piece.text)
        and piece.mark is Mark.PLAIN
        and (is_heading(piece.text) or is_person(piece.text))
        and not runs_on(piece.text)
        and not tells_vote(piece.text)
    )


def _is_figure(piece: Piece) -> bool:
    return len(piece.text) < 30 and not any(character.isalpha() for character in piece.text)


def mark_status_words(section: Sequence[Piece], *, several: bool) -> None:
    """ "Noted" or "Agreed" alone at the end of an item, where a column of the table said so."""
    open_last = [piece for piece in islice(reversed(section), _STATUS_COLUMNS) if piece.open]
    if several and len(open_last) == _STATUS_COLUMNS and open_last[0].first == open_last[1].last:
        task, status = open_last
        if STATUS.match(status.text) and says_who(task.text):
            status.leave_out("status column")
            task.become(Kind.ACTION)
            return
    last = next((piece for piece in reversed(section) if piece.open), None)
    if not several or last is None or not STATUS.match(last.text):
        return
    if last.text.isupper() and sum(piece.open for piece in section) == 1:
        last.become(Kind.RESOLUTION)
    else:
        last.leave_out("status column")
