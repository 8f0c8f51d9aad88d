"""What a body decided by a formula, with its limbs; a motion that was only moved is none of it."""

import re
from collections.abc import Sequence

from .dress import undress_decisions
from .limbs import Held, awaits_limbs, counts, may_be_limb, opens_motion
from .numbering import Limbs, Style, is_first
from .piece import Piece
from .stems import (
    announces_decisions,
    ends_with_body,
    is_body_alone,
    is_body_bare,
    is_object_alone,
    is_run_in,
    is_stem_line,
    is_that_alone,
    notes_list,
    runs_on,
    split_stem,
)
from .structure import Caution, Kind
from .unstated import mark_plain, mark_unstated
from .words import (
    BARE_THAT,
    DECISION_HEADING,
    LIMB_LANGUAGE,
    MOTION_END,
    MOTION_OPENING,
    NO_HEADING,
    NOT_DECISION,
    PRESENT_DECISION,
    PROSE_DECISION,
    REASONS,
    decides,
    is_heading,
    sentences,
    tells_vote,
)

_LOOK_AHEAD = 12
_ANNOUNCING = frozenset(":-–—")
_LONGEST_THAT = len("That ....")
_LONGEST_FORMULA = 160
_PARAGRAPHS = frozenset({Style.DECIMAL, Style.NUMBER})
_MOVED_BY = ("Proposed by ", "Seconded by ", "Moved by ")
_LOST = re.compile(r"\b(?:lost|fell|defeated|withdrawn|not (?:carried|agreed|seconded))\b")
_QUOTES = "“‘\"'"


def mark_resolutions(section: Sequence[Piece], notes: list[Caution], *, stated: bool) -> None:
    """Marks the pieces of one item that hold its decisions. `stated`: all of it stands under the label "Decision:"."""
    undress_decisions(section)
    walk = _Walk(section, stated=stated)
    for place in range(len(section)):
        walk.step(place)
    walk.finish()
    mark_plain(section)
    if not any(piece.kind is Kind.RESOLUTION for piece in section):
        mark_unstated(section, notes)


class _Walk:
    def __init__(self, section: Sequence[Piece], *, stated: bool) -> None:
        self._section = section
        self._stated = stated
        self._said_before = self._first_formula() if stated else 0
        headed = any(piece.open and _heads_decision(piece) for piece in section)
        self._open: Held | None = Held(None, heading=True) if stated and not headed else None
        self._motion = False
        self._moved_at: int | None = None

    def _first_formula(self) -> int:
        """Where the formula stands; what stands in front of it under "Decision:" only leads up to it."""
        formulas = (at for at, piece in enumerate(self._section) if is_stem_line(piece.body) or split_stem(piece.body))
        return next(formulas, 0)

    def step(self, place: int) -> None:
        piece = self._section[place]
        if not piece.open or self._is_told(piece):
            return
        if not place and self._is_put(piece):
            piece.become(Kind.HEADING if is_heading(piece.body) else Kind.MOTION, wording=piece.body)
            self._motion = True
        elif self._begins(place) or self._introduces(place):
            self._begin(piece, Kind.STEM)
            self._take_subject(place)
        elif _heads_decision(piece):
            self._begin(piece, Kind.HEADING)
            self._open = Held(piece, heading=True)
        elif self._takes(place) or self._resolves(place):
            return
        else:
            self._narrate(place)

    def finish(self) -> None:
        """A stem behind which nothing was decided is prose."""
        held = self._open
        if held and held.stem and not held.taken and held.stem.kind is Kind.STEM:
            held.stem.reopen()
        self._open = None

    def _is_told(self, piece: Piece) -> bool:
        """A long paragraph that opens nothing, where nothing is open: most of any minutes, and soon asked."""
        text = piece.text
        if self._open is not None or self._motion or len(text) <= _LONGEST_FORMULA or text[-1] != ".":
            return False
        decides_or_puts = text[0] in "Rr" or split_stem(piece.body) or BARE_THAT.match(piece.body)
        return not (decides_or_puts or MOTION_OPENING.search(text[:400]))

    def _is_put(self, first: Piece) -> bool:
        """ "RECOMMENDATION:" above the debate, where it is resolved below: it was only put."""
        if self._stated or first.text[:14].lower() != "recommendation":
            return False
        if not (is_stem_line(first.body) or split_stem(first.body)):
            return False
        told = False
        for piece in self._section[1:]:
            formula = is_stem_line(piece.body) or split_stem(piece.body)
            if formula and told and "ecommend" not in piece.body[:20].lower():
                return True
            told = told or not (formula or piece.marker or BARE_THAT.match(piece.body) or is_heading(piece.body))
        return False

    # -- formulas

    def _begins(self, place: int) -> bool:
        """A stem is one only where something stands behind it that may be decided; a limb of an open list is none."""
        piece = self._section[place]
        if not is_stem_line(piece.body) or self._goes_on_with(piece):
            return False
        behind = self._next(place)
        if behind is not None and piece.text[-1] == "." and piece.text[-2] != ".":  # "Agreed." decides, or opens a list
            return may_be_limb(behind)
        return behind is not None and (is_object_alone(behind.body) or not is_stem_line(behind.body))

    def _goes_on_with(self, piece: Piece) -> bool:
        """ "(b) AGREED that:" behind (a) is the next limb of its list, whatever its words."""
        held, marker = self._open, piece.marker
        if held is None or marker is None or not marker.firm or held.rivals(marker):
            return False
        return held.limbs.goes_on_with(marker)

    def _introduces(self, place: int) -> bool:
        """ "The Committee:" over "(i) noted the report"."""
        body = self._section[place].body
        if body[-1:] not in _ANNOUNCING and len(body) > _LONGEST_THAT:
            return False
        lost = is_that_alone(body) and self._section[place].marker is None
        if self._motion or not (is_body_alone(body) or notes_list(body) or lost):
            return False
        behind = self._next(place)
        if behind is not None and (notes_list(body) or lost):
            return may_be_limb(behind) and (behind.marker is None or behind.marker.style is not Style.BULLET)
        listed = behind is not None and may_be_limb(behind)
        return listed and behind is not None and bool(LIMB_LANGUAGE.match(behind.body))

    def _begin(self, piece: Piece, kind: Kind) -> None:
        held = self._open
        goes_on = held is not None and not held.taken and (is_object_alone(piece.body) or is_that_alone(piece.body))
        if not goes_on:  # "RESOLVED" over "That the Cabinet:" waits for the same limbs
            self.finish()
        self._motion = False
        piece.become(kind, wording=piece.body)
        if kind is Kind.STEM and piece.marker:
            piece.number = piece.marker.printed
        self._open = Held(piece)

    def _resolves(self, place: int) -> bool:
        """A formula with what was decided behind it, or what was decided with no formula at all."""
        piece = self._section[place]
        parted = split_stem(piece.body)
        if parted:
            self._take_subject(place)
            self.finish()
            self._motion = False
            behind = self._next(place)
            if awaits_limbs(parted[1], behind):
                self._begin(piece, Kind.STEM)
                return True
            self._open = Held(piece)
            self._open.take(piece, _printed(piece) or self._number_of_line(place))
            if not parted[0] and piece.marker:  # "(c) The Board NOTED the report" is a paragraph of the item too
                piece.become(Kind.DECISION)
            return True
        if self._motion or not BARE_THAT.match(piece.body) or (piece.marker and not is_first(piece.marker)):
            return False
        if place and _RECOMMENDATION.fullmatch(self._section[place - 1].text):
            return False
        self.finish()
        if self._is_lost(place):
            piece.become(Kind.MOTION)
            return True
        self._open = Held(None)
        if piece.marker:
            return self._take_limb(self._open, place)
        self._open.take(piece)
        return True

    def _is_lost(self, place: int) -> bool:
        """ "That the slides be painted", below "Seconded by Councillor Fee", where the proposal was lost."""
        if not place or not self._section[place - 1].text.startswith(_MOVED_BY):
            return False
        for piece in self._section[place + 1 : place + _LOOK_AHEAD]:
            if piece.text.startswith(_MOVED_BY) or is_stem_line(piece.body) or split_stem(piece.body):
                return False
            if _LOST.search(piece.text[:_LONGEST_FORMULA]):
                return True
        return False

    def _take_subject(self, place: int) -> None:
        """ "The Committee" on the line above "Recommended that Members" is the beginning of that sentence."""
        before = self._section[place - 1] if place else None
        if before is None or not before.open or before.marker:
            return
        if is_body_bare(before.text) or is_run_in(before.text):
            before.become(Kind.STEM)

    def _number_of_line(self, place: int) -> str | None:
        """ "8.3 ... The verge was bare. RESOLVED to sow it": what was cut off its paragraph keeps the number of it."""
        piece, before = self._section[place], self._section[place - 1] if place else None
        if piece.marker or before is None or before.last != piece.first or before.marker is None:
            return None
        return before.marker.printed if before.marker.firm and before.marker.style in _PARAGRAPHS else None

    # -- what was decided

    def _takes(self, place: int) -> bool:
        """Whether the open formula takes this piece."""
        held, piece = self._open, self._section[place]
        if held is None or REASONS.match(piece.text) or (tells_vote(piece.text[:200]) and not piece.marker):
            return False
        if piece.marker and piece.marker.style is Style.BULLET:
            return self._take_bullet(held, piece)
        if piece.marker and counts(held, piece, piece.marker) and not held.rivals(piece.marker):
            return self._take_limb(held, place)
        return not piece.marker and self._take_unmarked(held, place)

    def _take_bullet(self, held: Held, piece: Piece) -> bool:
        if held.taken and not held.bullets and not held.leads_on:
            return False
        held.bullets = True
        inside = held.limbs.depth or (held.stem is not None and held.stem.kind is Kind.RESOLUTION)
        held.take(piece, depth=1 if inside else 0)
        return True

    def _take_limb(self, held: Held, place: int) -> bool:
        piece = self._section[place]
        wanted = not held.taken or held.limbs.depth or held.bullets or held.leads_on
        added = held.limbs.add(piece.marker) if wanted and piece.marker else None
        if added is None:
            self.finish()
            return False
        held.take(piece, *added)
        return True

    def _take_unmarked(self, held: Held, place: int) -> bool:
        piece = self._section[place]
        if split_stem(piece.body) or (place < self._said_before and not decides(piece.text)):
            return False
        if is_object_alone(piece.text) and held.limbs.depth and piece.text[-1] == ":":
            return self._take_object(piece)
        if held.limbs.depth and held.leads_on and piece.text[-1] == ":" and piece.text[0].islower():
            held.take(piece, depth=held.limbs.depth)  # "and to the following conditions:"
            held.limbs = Limbs()
            return True
        if held.limbs.depth or held.bullets:
            goes_on = self._limbs_go_on(held, place)
            if goes_on:
                held.take(piece, depth=held.limbs.depth)
            else:
                self.finish()
            return goes_on
        if held.heading and (NO_HEADING.match(piece.text) or NOT_DECISION.search(piece.text[:600])):
            return False
        if not held.taken and (is_object_alone(piece.text) or awaits_limbs(piece.text, self._next(place))):
            return self._take_object(piece) if len(sentences(piece.text)) == 1 else self._take_statement(held, piece)
        if held.heading and not held.taken and announces_decisions(piece.text):
            return self._take_object(piece)  # under DECISION: "Having heard both sides, the Sub-Committee RESOLVED:"
        if held.taken and not self._goes_on(held, piece):
            self.finish()
            return False
        held.take(piece)
        return True

    def _take_object(self, piece: Piece) -> bool:
        """ "This Council resolves:" begins its own list, behind that of "This Council notes:"."""
        piece.become(Kind.STEM)
        self._open = Held(piece)
        return True

    def _take_statement(self, held: Held, piece: Piece) -> bool:
        """ "This Council is proud of its ferry. It asks the Cabinet:" says more than its limbs do."""
        held.take(piece)
        return True

    def _goes_on(self, held: Held, piece: Piece) -> bool:
        """Whether more is decided without a number: "That ..." again, or what the last one announced."""
        if BARE_THAT.match(piece.text) or (self._stated and decides(piece.text)):
            return True
        if piece.text[:3] == "To " and held.last is not None and held.last.text[:3] == "To " and not held.last.marker:
            return True
        return held.leads_on and not is_heading(piece.text)

    def _limbs_go_on(self, held: Held, place: int) -> bool:
        """Whether a limb of the same list follows soon, so that this piece belongs to the limb before it."""
        if is_heading(self._section[place].text) and not held.leads_on:
            return False
        for piece in self._section[place + 1 : place + _LOOK_AHEAD]:
            if piece.open and piece.marker and piece.marker.firm and piece.marker.style is not Style.BULLET:
                return held.limbs.would_take(piece.marker) and not held.rivals(piece.marker)
            if piece.open and (is_stem_line(piece.body) or split_stem(piece.body)):
                return False
        return False

    # -- narrative

    def _narrate(self, place: int) -> None:
        piece = self._section[place]
        if piece.marker is None:
            self.finish()
        behind = self._next(place)
        if not runs_on(piece.text) and opens_motion(piece, behind):
            self._motion = True
            self._moved_at = place if piece.text[-1] == ":" else None
            kind = Kind.HEADING if is_heading(piece.body) else Kind.MOTION
            piece.become(kind, wording=piece.body if piece.marker else None, number=_printed(piece))
            return
        if self._motion and self._is_moved(place):
            piece.become(Kind.MOTION)
            return
        if self._motion:
            self._motion = self._still_motion(piece)
        announced = announces_decisions(piece.text) or (
            ends_with_body(piece.text) and behind is not None and bool(LIMB_LANGUAGE.match(behind.body))
        )
        if (not self._motion and announced and behind is not None and may_be_limb(behind)) or (
            not self._motion and not piece.marker and runs_on(piece.text) and behind is not None
        ):
            self._open = Held(piece)

    def _is_moved(self, place: int) -> bool:
        """The words right behind "The following motion was moved by Councillor Ash:", without quotation marks."""
        piece, opener = self._section[place], self._moved_at
        return (
            opener == place - 1
            and not piece.marker
            and not is_heading(piece.text)
            and bool(PRESENT_DECISION.match(piece.text))
        )

    def _still_motion(self, piece: Piece) -> bool:
        announces = piece.text[-1:] == ":" and not MOTION_END.search(piece.text)
        quoted = piece.text[:1] in "“\"‘'" or BARE_THAT.match(piece.text) or announces
        if piece.marker and MOTION_END.search(piece.text[:600]) and PROSE_DECISION.search(piece.body[:600]):
            return False
        if piece.marker or quoted:
            if not piece.marker or _printed(piece):
                piece.become(Kind.MOTION, wording=piece.body, number=_printed(piece))
            return True
        return not MOTION_END.search(piece.text) and piece.text[-1:] in ":;,-–"

    def _next(self, place: int) -> Piece | None:
        section = self._section
        for at in range(place + 1, min(len(section), place + _LOOK_AHEAD)):
            if section[at].open:
                return section[at]
        return None


def _heads_decision(piece: Piece) -> bool:
    return not piece.marker and bool(DECISION_HEADING.match(piece.text))


_RECOMMENDATION = re.compile(r"(?:scrutiny )?recommendation (?:no\.? ?)?\d{1,3}\s*:?", re.IGNORECASE)
"""Over one that was made before, of which the minutes tell how far it is."""


def _printed(piece: Piece) -> str | None:
    return piece.marker.printed if piece.marker and piece.marker.style is not Style.BULLET else None
