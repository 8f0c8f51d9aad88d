"""What takes the clerk's corrections of a working copy back: of each, how the pieces that it changed stood before."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from meetings.minutes import Block, Kind
from meetings.minutes.splicing import Splice, spliced, splices
from meetings.models import SourceDocument

MOST = 50
"""How many are kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class Step:
    """One correction. `told` says what it did, behind “Undo: ”; `version` is of the copy that it led to."""

    told: str
    version: str
    changes: tuple[Splice[Block], ...]

    @classmethod
    def between(cls, before: Sequence[Block], after: Sequence[Block], *, told: str) -> "Step":
        return cls(told or told_of(before, after), version_of(after), splices(after, before))

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Step":
        changes = (
            Splice(change["at"], change["gone"], tuple(map(Block.from_json, change["put"])))
            for change in row["changes"]
        )
        return cls(row["told"], row["version"], tuple(changes))

    def as_json(self) -> dict[str, Any]:
        changes = [
            {"at": change.at, "gone": change.gone, "put": [block.as_json() for block in change.put]}
            for change in self.changes
        ]
        return {"told": self.told, "version": self.version, "changes": changes}

    @property
    def place(self) -> int:
        """The first piece it is about, from 0."""
        return min((change.at for change in self.changes), default=0)

    def taken_back(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return spliced(blocks, self.changes)

    def lost_of(self, typed: Sequence[Block], kept: Sequence[Block]) -> list[str]:
        """What was typed into pieces that are no more once this is taken back."""
        places = (place for change in self.changes for place in range(change.at, change.at + change.gone))
        return [typed[place].text for place in sorted(places) if typed[place].text != kept[place].text]


def last_step(source: SourceDocument, blocks: Sequence[Block]) -> Step | None:
    """What would be taken back next. None where there is nothing, or the copy was changed without a step."""
    if not source.undo:
        return None
    step = Step.from_json(source.undo[-1])
    return step if step.version == version_of(blocks) else None


def former_kind(source: SourceDocument, block: Block) -> tuple[Kind, int]:
    """What a piece that is left out was before, and its level, as far as the steps tell; else a paragraph."""
    for row in reversed(source.undo):
        for change in Step.from_json(row).changes:
            for before in change.put:
                if before.source == block.source and before.kind is not Kind.LEFT_OUT:
                    return before.kind, before.level
    return Kind.PARAGRAPH, 0


def told_of(before: Sequence[Block], after: Sequence[Block]) -> str:
    """“changed piece 3”, “changed 4 pieces”."""
    changed = [place for place, (old, new) in enumerate(zip(before, after, strict=False), 1) if old != new]
    return f"changed piece {changed[0]}" if len(changed) == 1 else f"changed {len(changed)} pieces"


def version_of(blocks: Sequence[Block]) -> str:
    rows = [block.as_json() for block in blocks]
    return hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()[:16]
