"""What a button of the preview does to the pieces; the script of the page presses the same buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from meetings.forms.working_copy import KIND_LABELS, LONGEST_TITLE, kind_and_level
from meetings.minutes import Block, Kind
from meetings.minutes.editing import CannotEdit, change, join_above, leave_out, split

Former = Callable[[Block], tuple[Kind, int]]
"""What a piece was before it was left out, and its level."""

_ON_ONE = ("join", "split", "leave_out", "take_in", "resolution", "action")
"""The buttons of a row; their value is the number of the piece, or of the tools above the rows, for what is ticked."""
_MARKED = "marked"
_OF_TOOLS = ("edit", "give", "join", "split")
_GIVES = {"resolution": Kind.RESOLUTION, "action": Kind.ACTION}
_LONGEST_FIGURE = 8


@dataclass(frozen=True, slots=True)
class Operation:
    """A pressed button and the pieces it is about, by their places from 0. `kind` is what they are to be, `cut` behind
    how many characters one is split."""

    name: str
    places: tuple[int, ...]
    kind: str = ""
    cut: int | None = None

    @property
    def place(self) -> int:
        return self.places[0]

    @property
    def place_behind(self) -> int:
        """Where the piece is afterwards."""
        return max(0, self.place - 1) if self.name == "join" else self.place

    @property
    def told(self) -> str:
        """“joined piece 12 with the one above”: fits behind “Undo: ”."""
        piece = f"piece {self.place + 1}" if len(self.places) == 1 else f"{len(self.places)} pieces"
        if self.name == "join":
            return f"joined {piece} with the one above"
        if self.name == "split":
            return f"split {piece}"
        if self.name == "take_in":
            return f"took in {piece} again"
        if self.name == "leave_out" or self.kind == Kind.LEFT_OUT:
            return f"left out {piece}"
        return f"marked {piece} as {KIND_LABELS[self.kind].lower()}"

    def done_to(self, blocks: Sequence[Block], former: Former) -> tuple[Block, ...]:
        """Raises CannotEdit where it makes no sense there."""
        if self.name in ("join", "split") and len(self.places) > 1:
            raise CannotEdit("You have ticked several pieces: tick the one to join with the piece above, or to split.")
        if self.name == "join":
            return join_above(blocks, self.place)
        if self.name == "split":
            return split(blocks, self.place, cut=self.cut)
        if self.name == "leave_out":
            return leave_out(blocks, self.place)
        done = tuple(blocks)
        for place in self.places:
            if not 0 <= place < len(done):
                raise CannotEdit("There is no such piece any more: look at the page again.")
            kind, level = former(done[place]) if self.name == "take_in" else kind_and_level(self.kind, done[place])
            done = _given(done, place, kind, level)
        return done


def _given(blocks: Sequence[Block], place: int, kind: Kind, level: int) -> tuple[Block, ...]:
    block = blocks[place]
    if not block.text and kind is not Kind.LEFT_OUT:
        raise CannotEdit("There are no words in this piece: write some first, or leave it out.")
    if kind is Kind.ITEM and len(block.text) > LONGEST_TITLE:
        raise CannotEdit(f"A title has at most {LONGEST_TITLE} characters: split it first.")
    return change(blocks, place, kind=kind, number=block.number or "", text=block.text, level=level)


def operation_of(posted: QueryDict) -> Operation | None:
    """What was pressed; None where only what was typed is to be kept, or nothing that is known here."""
    for name in _ON_ONE:
        places = _pressed(posted, name)
        if places:
            kind = str(_GIVES.get(name, ""))
            cut = _places([posted.get("cut", "")], first=0)
            return Operation(name, places, kind, cut[0] if cut and name == "split" else None)
    kind = posted.get("give", "")
    if kind == "chosen":
        kind = posted.get("run_kind", "")
    places = _places(posted.getlist("marked"))
    return Operation("give", places, kind) if kind in KIND_LABELS and places else None


def edited(posted: QueryDict) -> tuple[int, ...]:
    """The places of the pieces that are to show their fields."""
    return _pressed(posted, "edit")


def closed(posted: QueryDict) -> int | None:
    """The place of the piece that was edited and is done."""
    return next(iter(_pressed(posted, "close")), None)


def lacks_pieces(posted: QueryDict) -> bool:
    """Whether one of the tools was pressed, and nothing is ticked."""
    return any(name in posted for name in _OF_TOOLS) and not any(_pressed(posted, name) for name in _OF_TOOLS)


def _pressed(posted: QueryDict, name: str) -> tuple[int, ...]:
    """What the button of this name is about; nothing where it was not pressed."""
    value = posted.get(name, "")
    is_of_marked = value == _MARKED or (name == "give" and value)
    return _places(posted.getlist("marked") if is_of_marked else [value])


def _places(values: Sequence[str], *, first: int = 1) -> tuple[int, ...]:
    """Numbers as a browser sends them, counted from `first`; what is none is passed over."""
    figures = [value for value in values if value.isdecimal() and len(value) <= _LONGEST_FIGURE]
    return tuple(sorted({int(value) - first for value in figures}))
