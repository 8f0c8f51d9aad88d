"""Members' questions and their answers: numbered questions with bracketed answers, or lines that say "Q:" and "A:"."""

import re
from collections.abc import Sequence

from .numbering import Style
from .piece import Piece
from .stems import is_stem_line
from .structure import Caution, Kind
from .words import (
    ACTION_LINE,
    ANSWER_BY_LETTER,
    ANSWER_LABEL,
    QUESTION_HEADING,
    QUESTION_LABEL,
    REPLYING,
    SPEECH_HEADING,
    SPOKEN,
    WITHIN_ITEM,
    is_heading,
    is_person,
)

_LONGEST_ANSWER = 60
_LONGEST_HEADING = 140
_LONGEST_NOTE = 40
_NAME_MOST = 4
_LONGEST_SPOKEN = 240
_TO = ("To: ", "To the ")
_NO_SUPPLEMENTARY = re.compile(r"(?:there (?:was|were) )?no supplementary (?:question|was)", re.IGNORECASE)
_QUOTES = ("“", "‘", '"', "'")
_SAID = (Kind.QUESTION, Kind.ANSWER)


def mark_questions(section: Sequence[Piece], notes: list[Caution]) -> None:
    """Marks questions and answers; every paragraph of an answer bears its question's number."""
    _mark_bracketed(section, notes)
    _mark_below_headings(section)
    _mark_quoted(section)
    _mark_named(section)
    _mark_labelled(section)
    _mark_under_heading(section)


def _mark_bracketed(section: Sequence[Piece], notes: list[Caution]) -> None:
    place = 0
    while place + 1 < len(section):
        question, answer = section[place], section[place + 1]
        if _is_numbered(question) and _opens_bracket(answer):
            question.become(
                Kind.QUESTION, number=question.marker.printed if question.marker else None, wording=question.body
            )
            place = _mark_answer(section, place + 1, question, notes)
        else:
            place += 1


def _is_numbered(piece: Piece) -> bool:
    return piece.open and piece.marker is not None and piece.marker.style is not Style.BULLET


def _opens_bracket(piece: Piece) -> bool:
    if not piece.open or piece.marker is not None or piece.text[:1] != "[" or ACTION_LINE.match(piece.text):
        return False
    return "]" not in piece.text[:_LONGEST_NOTE] or piece.text.endswith((".]", "?]", "].")) or "] [" in piece.text


def _mark_answer(section: Sequence[Piece], start: int, question: Piece, notes: list[Caution]) -> int:
    """Marks the answer from its opening to its closing bracket; gives the place behind it."""
    end = _closing(section, start)
    if end is None:
        notes.append(
            Caution(
                section[start].first,
                "the bracket round this answer is not closed; the answer is read as one paragraph.",
            )
        )
        end = start
    for piece in section[start : end + 1]:
        if piece.open:
            piece.become(Kind.ANSWER, number=question.number, wording=_unbracketed(piece.text))
    return end + 1


def _unbracketed(text: str) -> str:
    """Without the bracket round the answer; "... a year ago.] [Action: PCC]" keeps those of its action."""
    said, bracket, action = text.removeprefix("[").partition("] [")
    if bracket:
        return f"{said.strip()} [{action.strip()}"
    alone = said.count("]") > said.count("[")
    return (said.strip().removesuffix("]") if alone else said).strip()


def _closing(section: Sequence[Piece], start: int) -> int | None:
    for place in range(start, min(len(section), start + _LONGEST_ANSWER)):
        piece = section[place]
        if place > start and (_opens_bracket(piece) or is_stem_line(piece.body)):
            return None
        if piece.text.endswith(("]", "].")) and not piece.text.lower().endswith("action]"):
            return place
    return None


def _mark_labelled(section: Sequence[Piece]) -> None:
    """ "Q: ... A: ..." and "Question 3: ... Response: ..."; what stands between an answer and the next Q is of it."""
    number: str | None = None
    lettered = False
    behind: list[Piece] | None = None
    for piece in section:
        if not piece.open:
            behind = None
        elif asked := QUESTION_LABEL.match(piece.text):
            for more in behind or ():
                more.become(Kind.ANSWER, number=number)
            behind = None
            number = "".join(character for character in asked[0] if character.isdigit()) or None
            lettered = asked[0][0] == "Q" and asked[0].isupper()
            piece.become(Kind.QUESTION, number=number, wording=piece.text[asked.end() :] or piece.text)
        elif answered := ANSWER_LABEL.match(piece.text) or (lettered and ANSWER_BY_LETTER.match(piece.text)):
            lettered, behind = False, []
            piece.become(Kind.ANSWER, number=number, wording=piece.text[answered.end() :] or piece.text)
        elif behind is not None and not (piece.marker or is_heading(piece.text) or is_stem_line(piece.text)):
            behind.append(piece)
        else:
            behind = None


def _mark_below_headings(section: Sequence[Piece]) -> None:
    """What stands below "Question 1 from Councillor Ash" and "Answer"."""
    number: str | None = None
    said: Kind | None = None
    for piece in section:
        if not piece.open:
            continue
        if headed := SPEECH_HEADING.fullmatch(piece.text) if len(piece.text) < _LONGEST_HEADING else None:
            number = headed["number"] or number
            said = Kind.QUESTION if headed["asked"] else Kind.ANSWER
            piece.become(Kind.HEADING)
        elif said is Kind.QUESTION and piece.text.startswith(_TO) and len(piece.text) < _LONGEST_HEADING:
            piece.leave_out("whom a question is put to")
        elif said and _NO_SUPPLEMENTARY.match(piece.text):
            said = None
        elif said and not piece.marker and REPLYING.match(piece.text):
            said = Kind.ANSWER
            piece.become(said, number=number)
        elif said and not piece.marker and not is_heading(piece.text) and not is_stem_line(piece.text):
            piece.become(said, number=number)
        else:
            said = None


def _mark_quoted(section: Sequence[Piece]) -> None:
    """ "Mr Stone asked the following question:" over what he asked, in quotation marks."""
    number: str | None = None
    said: Kind | None = None
    for piece in section:
        if not piece.open:
            continue
        if said and piece.text[:1] in _QUOTES:
            piece.become(said, number=number)
            continue
        said = None
        if piece.text[-1:] in ":-" and len(piece.text) < _LONGEST_SPOKEN:
            said = next((kind for kind, words in zip(_SAID, SPOKEN, strict=True) if words.match(piece.body)), None)
        if said is Kind.QUESTION:
            number = piece.marker.printed if _is_numbered(piece) and piece.marker else None


def _mark_named(section: Sequence[Piece]) -> None:
    """The name of who asks, on a line of its own, over a question, with the answer below."""
    for name, question, answer in zip(section, section[1:], section[2:], strict=False):
        if not (name.open and question.open and answer.open) or name.marker or question.marker or answer.marker:
            continue
        if _names_asker(name.text, answer.text) and question.text[-1:] == "?" and not is_stem_line(answer.text):
            name.become(Kind.HEADING)
            question.become(Kind.QUESTION)
            answer.become(Kind.ANSWER)


def _names_asker(name: str, answer: str) -> bool:
    """ "Councillor Reed"; or "Ellen Reed" where the answer says that it is one."""
    if is_person(name.rstrip(" :")):
        return True
    return len(name.split()) <= _NAME_MOST and is_heading(name) and bool(REPLYING.match(answer))


def _mark_under_heading(section: Sequence[Piece]) -> None:
    """Under a heading of questions: a numbered line that asks, or one with a bullet, and what stands behind it."""
    inside, question = False, None
    for place, piece in enumerate(section):
        if not piece.open:
            question = None
            continue
        if not piece.marker and is_heading(piece.text):
            inside, question = _heads_questions(piece.text), None
        elif (
            inside and piece.marker and piece.text[-1:] == "?" and (_is_numbered(piece) or _is_answered(section, place))
        ):
            number = piece.marker.printed if _is_numbered(piece) else None
            piece.become(Kind.QUESTION, number=number, wording=piece.body)
            question = piece
        elif inside and question and not piece.marker and not is_stem_line(piece.body):
            piece.become(Kind.ANSWER, number=question.number)
        else:
            question = None


def _heads_questions(text: str) -> bool:
    """ "Questions from the public", and "Key questions raised", which heads other points too."""
    return bool(QUESTION_HEADING.match(text) or ("uestion" in text and WITHIN_ITEM.match(text)))


def _is_answered(section: Sequence[Piece], place: int) -> bool:
    """Whether what stands below a question with a bullet is text; a bullet there is only the next point of a list."""
    behind = section[place + 1] if place + 1 < len(section) else None
    return behind is not None and behind.open and behind.marker is None and not is_stem_line(behind.body)
