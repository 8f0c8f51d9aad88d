"""Blocks to Minutes: all that the Minutes hold is derived here, so a corrected list of blocks is enough to keep."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .actions import (
    Found,
    implied_in,
    labelled_day,
    labelled_owner,
    marked_in,
    names_owner,
    read_action_line,
    required_in,
    with_day,
)
from .collecting import uncollected
from .dates import find_date
from .exempt import exemptions
from .header import Meeting, bare_name, day_within, in_english, ordinary_capitals, read_header
from .referred import announced, listed, references, said_before
from .rolls import heads_voters
from .stems import is_body_alone, runs_on, split_stem, unspaced
from .structure import (
    PARAGRAPH_KINDS,
    Action,
    Block,
    Caution,
    Implication,
    Item,
    Kind,
    LeftOut,
    Minutes,
    Paragraph,
    Resolution,
    Vote,
)
from .votes import is_same_vote, joined_votes, read_vote
from .words import OWN_LABEL, last_sentence, sentences, tells_vote

_ACTING = frozenset(
    {Kind.PARAGRAPH, Kind.BULLET, Kind.ANSWER, Kind.QUESTION, Kind.RESOLUTION, Kind.DECISION, Kind.VOTE}
)
_AROUND = frozenset(
    {
        Kind.TITLE,
        Kind.MEETING,
        Kind.COMMITTEE,
        Kind.DATE,
        Kind.PRESENT,
        Kind.APOLOGIES,
        Kind.DOCUMENT,
        Kind.IMPLICATION,
        Kind.CONTACT,
        Kind.LEFT_OUT,
    }
)
"""What stands around the items, and is none of what was said under them."""
_IMPLYING = frozenset({Kind.PARAGRAPH, Kind.BULLET, Kind.ANSWER, Kind.RESOLUTION, Kind.DECISION})
_VOTING = frozenset({Kind.VOTE, Kind.DECISION})
_WAITING = frozenset(":-–")
_PARTICULARS_MOST = 2
_STEM = 5
_ANY_COUNCIL = frozenset(["council", "full council", "cyngor", "y cyngor", "cyngor llawn"])
_MOVERS = re.compile(r"\(?(?:proposed|moved|seconded)\b[^.]{0,8}", re.IGNORECASE)
_IMPLICATION = re.compile(r"(?P<heading>[^–—:]{2,90}?)\s*(?:[–—:]|\s-)\s+(?P<text>\S.*)", re.DOTALL)


@uncollected()
def assemble(blocks: Sequence[Block], *, warnings: Sequence[Caution | str] = ()) -> Minutes:
    """The Minutes that these blocks make, in their order."""
    items = [draft.item() for draft in _drafts(blocks)]
    around = [block for block in blocks if block.kind in _AROUND]
    committee, date = who_and_when(around)
    return Minutes(
        title=_title(around, items),
        committee=committee,
        date=date,
        items=tuple(items),
        warnings=tuple(str(warning) for warning in warnings),
        left_out=tuple(LeftOut(block.text, block.reason) for block in around if block.kind is Kind.LEFT_OUT),
        present=_names(around, Kind.PRESENT),
        apologies=_names(around, Kind.APOLOGIES),
        documents=_texts(around, Kind.DOCUMENT),
        implications=tuple(_implications([block for block in around if block.kind is Kind.IMPLICATION])),
        contact=_texts(around, Kind.CONTACT),
        key=next((block.key for block in around if block.kind is Kind.MEETING and block.key), ""),
    )


def _texts(blocks: Sequence[Block], kind: Kind) -> tuple[str, ...]:
    return tuple(block.text for block in blocks if block.kind is kind)


def _names(blocks: Sequence[Block], kind: Kind) -> tuple[str, ...]:
    """Who was there, or was not, without the label that only says so: "PRESENT:", but not "ALSO PRESENT:"."""
    bare = (text[label.end() :] if (label := OWN_LABEL.match(text)) else text for text in _texts(blocks, kind))
    return tuple(text for text in bare if text)


def _implications(blocks: Sequence[Block]) -> list[Implication]:
    """ "Finance – None" on one line, or "Finance" with what is said of it on the next; on level 1 all is said of it."""
    said: list[Implication] = []
    for block in blocks:
        text = block.text
        found = _IMPLICATION.match(text)
        if said and block.level:
            said[-1] = Implication(said[-1].heading, f"{said[-1].text}\n{text}".strip())
        elif found:
            said.append(Implication(found["heading"].strip(), found["text"].strip()))
        elif said and not said[-1].text:
            said[-1] = Implication(said[-1].heading, text)
        else:
            said.append(Implication(text, ""))
    return said


# --- who met, and when ------------------------------------------------------------------------------------------------


def who_and_when(blocks: Sequence[Block]) -> tuple[str | None, datetime.date | None]:
    """The meeting's own lines say it: a line that names both goes before a banner or a date alone."""
    blocks = [block for block in blocks if block.kind in _AROUND]
    named = [read_header(block.text) or Meeting() for block in blocks if block.kind in (Kind.MEETING, Kind.TITLE)]
    bodies = [meeting.committee for meeting in named if meeting.committee]
    own = (body for body in bodies if body.lower() not in _ANY_COUNCIL)
    banners = [bare_name(in_english(block.text)) for block in blocks if block.kind is Kind.COMMITTEE]
    committee = _fuller(next(own, bodies[0] if bodies else None), banners, bodies)
    dates = [find_date(block.text) for block in blocks if block.kind is Kind.DATE]
    titles = [day_within(block.text) for block in blocks if block.kind is Kind.TITLE]
    date = next((day for day in [*(meeting.date for meeting in named), *dates, *titles] if day), None)
    return committee, date


def _title(blocks: Sequence[Block], items: Sequence[Item]) -> str | None:
    """What the paper calls itself; else its only item, else who met."""
    named = next((block.text for block in blocks if block.kind is Kind.TITLE), None)
    if named is None and len(items) == 1:
        named = items[0].title or None
    kinds = (Kind.COMMITTEE, Kind.MEETING)
    return named or next((block.text for kind in kinds for block in blocks if block.kind is kind), None)


def _fuller(committee: str | None, banners: Sequence[str], named: Sequence[str]) -> str | None:
    """ "Parish Council" under the banner "LITTLE ELMFORD PARISH COUNCIL" is that parish council."""
    if committee is None:
        return _banner(banners)
    words = "cyngor " if committee.lower() in ("cyngor", "y cyngor") else None
    fuller = next(
        (
            body
            for body in (*banners, *named)
            if body.lower().endswith(f" {committee.lower()}")
            or (words and (words in body.lower() or body.lower().endswith(" council")))
        ),
        committee,
    )
    return ordinary_capitals(fuller) if fuller.isupper() else fuller


def _banner(banners: Sequence[str]) -> str | None:
    """Under the council's name stands the committee's."""
    own = (body for body in banners if not body.lower().endswith(("council", "authority")))
    chosen = next(own, banners[0] if banners else None)
    return ordinary_capitals(chosen) if chosen and chosen.isupper() else chosen


# --- items ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Draft:
    """An item while its blocks are read."""

    number: str | None = None
    title: str = ""
    agenda_text: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    stem: str = ""
    stem_block: int | None = None
    stem_place: int = -2
    before: tuple[int, str] | None = None
    told: int = -1
    vote_end: int = -1
    exempt: str = ""
    key: str = ""

    def item(self) -> Item:
        title = self.title or next((one for one in (*self.agenda_text, *(said.text for said in self.paragraphs))), "")
        return Item(
            number=self.number,
            title=title,
            agenda_text=tuple(self.agenda_text),
            paragraphs=tuple(self.paragraphs),
            resolutions=tuple(self.resolutions),
            actions=tuple(self.actions),
            votes=tuple(self.votes),
            exempt=self.exempt,
            key=self.key,
        )

    def add(self, place: int, block: Block) -> None:
        if block.kind in PARAGRAPH_KINDS:
            self._say(place, block)
        elif block.kind is Kind.AGENDA_TEXT:
            self.agenda_text.append(block.text)
        elif block.kind is Kind.STEM:
            self._begin_stem(place, block)
        elif block.kind is Kind.RESOLUTION:
            self._resolve(place, block)
        elif block.kind is Kind.ACTION:
            self._act(place, block)
        if block.kind in _ACTING:
            self._find_actions(place, block)
            self.before = (place, block.text)

    def _begin_stem(self, place: int, block: Block) -> None:
        waits = self.stem_place == place - 1
        self.stem, self.stem_block = (f"{self.stem} {block.text}" if waits else block.text), None
        self.stem_place = place
        if "vote" in block.text or "(" in block.text:
            self._count_vote(read_vote(block.text, place))
        if block.number:
            self.paragraphs.append(Paragraph(block.number, Kind.PARAGRAPH, block.text, 0, place))
            self.stem_block = place

    def _say(self, place: int, block: Block) -> None:
        self.paragraphs.append(Paragraph(block.number, block.kind, block.text, block.level, place))
        self.stem, self.stem_block = "", None
        last = block.text[-1:]
        if last != "." and (last in _WAITING or block.kind is Kind.HEADING or runs_on(block.text)):
            self.stem, self.stem_block = last_sentence(block.text[-400:]), place
        if block.kind is Kind.TABLE:
            self._count_names(place, block)
        if block.kind not in _VOTING:
            return
        if block.kind is Kind.DECISION:
            self.resolutions.append(Resolution(block.number, block.text, "", place, place))
        if tells_vote(block.text):
            vote = read_vote(block.text, place)
            self._count_vote(vote)

    def _count_names(self, place: int, block: Block) -> None:
        """ "Councillors voting for the motion (13)", over the names of those who did."""
        if heads_voters(block.text):
            self._count_vote(read_vote(block.text, place))
        elif self.vote_end == place - 1:
            self.vote_end = place

    def _count_vote(self, vote: Vote) -> None:
        """ "For: 6", "Against: 2" and "Abstentions: 1" on three lines are one vote."""
        if not vote.casting and (vote.votes_for, vote.votes_against, vote.abstentions) == (None, None, None):
            return
        if self.votes and not vote.casting and is_same_vote(self.votes[-1], vote, self.vote_end):
            self.vote_end = vote.block
            return
        joined = joined_votes(self.votes[-1], vote, self.vote_end) if self.votes else None
        if joined:
            self.votes[-1] = joined
        else:
            self.votes.append(vote)
        self.vote_end = vote.block

    def _resolve(self, place: int, block: Block) -> None:
        if block.level and block.number is None and self.resolutions:
            last = self.resolutions[-1]
            text = f"{last.text}\n{block.text}"
            self.resolutions[-1] = Resolution(last.number, text, last.stem, last.paragraph, last.block)
            return
        parted = split_stem(block.text)
        if parted and (block.number or not parted[0]) and is_body_alone(self.stem):
            parted = None  # "APPROVED the repair", below "The Committee:"
        stem, text = parted or (self.stem, unspaced(block.text))
        if parted and self.stem_place == place - 1:  # "The Committee" over "Recommended that ..."
            stem = f"{self.stem} {stem}"
        if parted and ("vote" in stem or "(" in stem):
            self._count_vote(read_vote(stem, place))
        told = bool(self.paragraphs) and self.paragraphs[-1].number == block.number
        if parted and block.number and block.number[0].isdigit() and not self.stem and not told:
            self.paragraphs.append(Paragraph(block.number, Kind.PARAGRAPH, block.text, 0, place))
        self.resolutions.append(Resolution(block.number, text, stem, None if parted else self.stem_block, place))

    # -- actions

    def _find_actions(self, place: int, block: Block) -> None:
        said = unspaced(block.text)
        marked = marked_in(said)
        for found in marked:
            self._append(found, place)
        if not marked and block.kind in _IMPLYING:
            decided = block.kind is Kind.RESOLUTION
            parted = split_stem(said) if decided else None
            for found in (required_in if decided else implied_in)(parted[1] if parted else said):
                self._append(found, place)

    def _act(self, place: int, block: Block) -> None:
        last = self.actions[-1] if self.actions else None
        if last and place - last.block <= _PARTICULARS_MOST and (day := labelled_day(block.text)):
            self.actions[-1] = replace(last, text=f"{last.text.rstrip('. ')}, due {day}")
            return
        if last and last.block == place - 1 and last.owner is None:
            named = labelled_owner(block.text)
            if named or names_owner(block.text):
                self.actions[-1] = replace(last, owner=named.owner if named else block.text.strip(" ."), implied=False)
                return
        for found in read_action_line(block.text):
            if found.text or self.before is None:
                self._drop_promised(place, found.text or block.text)
                self._append(found, place, block.text)
            else:
                at, text = self.before
                self._drop_implied(at)
                self._append(with_day(found, _last_said(text), found.phrase), at)

    def _drop_implied(self, at: int) -> None:
        """What a paragraph implies, where its action is told: once, and it stands among the last."""
        if at == self.told:
            return
        self.told, behind = at, []
        while self.actions and self.actions[-1].block >= at:
            action = self.actions.pop()
            if not (action.implied and action.block == at):
                behind.append(action)
        self.actions += reversed(behind)

    def _drop_promised(self, place: int, task: str) -> None:
        """What was promised right above the line that marks it: once, and marked."""
        last = self.actions[-1] if self.actions else None
        if last and last.implied and last.block == place - 1 and _words(task) & _words(last.text):
            self.actions.pop()

    def _append(self, found: Found, place: int, otherwise: str = "") -> None:
        text = found.text or otherwise
        self.actions.append(Action(found.owner, text, found.implied, place, found.phrase))


def _words(text: str) -> set[str]:
    """The long words of a text, without their endings."""
    return {word[:_STEM] for word in text.lower().split() if len(word) >= _STEM}


def _last_said(text: str) -> str:
    """The last sentence but those that only say who moved it, and how they voted."""
    said = sentences(text)
    while len(said) > 1 and (_MOVERS.match(said[-1]) or tells_vote(said[-1])):
        said.pop()
    return said[-1] if said else text


def _refer(drafts: Sequence[_Draft], blocks: Sequence[Block]) -> None:
    """Brings a listed action to the paragraph that refers to it; without a list the references suggest actions."""
    referred = references(blocks)
    if not referred:
        return
    home = {paragraph.block: draft for draft in drafts for paragraph in draft.paragraphs}
    moved = listed(blocks, referred)
    moving = [action for draft in drafts for action in draft.actions if action.block in moved]
    for draft in drafts if moving else ():
        draft.actions = [action for action in draft.actions if action.block not in moved]
    for action in moving:
        home[moved[action.block]].actions.append(replace(action, block=moved[action.block]))
    implied = not announced(blocks)
    for number, place in referred.items() if not moved else ():
        actions = home[place].actions
        if not implied:
            actions[:] = [replace(one, implied=False) if one.block == place else one for one in actions]
        if not any(action.block == place for action in actions):
            actions.append(Action(None, said_before(blocks[place].text), implied, place, f"({number})"))


def _drafts(blocks: Sequence[Block]) -> list[_Draft]:
    drafts: list[_Draft] = [_Draft()]
    exempt = {place: exemption.paragraphs for place, exemption in exemptions(blocks).items()}
    keys: set[str] = set()
    for place, block in enumerate(blocks):
        if block.kind is Kind.ITEM:
            key = "" if block.key in keys else block.key
            drafts.append(_Draft(number=block.number, title=block.text, exempt=exempt.get(place, ""), key=key))
            keys.add(key)
        else:
            drafts[-1].add(place, block)
    _refer(drafts, blocks)
    first = drafts[0]
    untitled = first.paragraphs or first.resolutions or first.actions
    return drafts if untitled else drafts[1:]
