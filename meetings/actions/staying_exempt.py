"""What was exempt stays so when minutes are corrected: nothing becomes public that nobody looked at.

A passage that is still there keeps its own mark, and one in an exempt item is exempt with it. But words may go from
where they were exempt to where nothing is: into another item, into a paragraph beside, into a new one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meetings.actions.as_recorded import AsRecorded
from meetings.minutes.comparing.differences import Change, Comparison, Difference
from meetings.models.exemption import Exemptible

_WORDS = 4
"""Words in a row that make one piece of a wording."""

_TELLING, _SHARE = 4, 0.25
"""So many pieces, and such a share of the shorter of the two wordings, are taken from one into the other; fewer are
the phrases in which all minutes are written, unless there are no others."""

Pieces = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Secret:
    """An exempt wording, and the row that says why it is."""

    row: Exemptible
    pieces: Pieces


def staying_exempt(recorded: AsRecorded, comparison: Comparison) -> dict[str, Exemptible]:
    """Passages of the new minutes, by their key, that would be open and hold what is exempt; each with the row from
    which it takes its exemption."""
    secrets = list(_secrets(recorded))
    if not secrets:
        return {}
    found: dict[str, Exemptible] = {}
    for item in comparison.items:
        if item.new is None or (item.now is not None and recorded.items[item.now.key].is_exempt):
            continue
        for each in item.differences:
            row = _exempt_by(each, recorded, secrets)
            if row is not None and each.new is not None:
                found[each.new.key] = row
    return found


def _secrets(recorded: AsRecorded) -> Iterator[_Secret]:
    exempt = {item.pk: item for item in recorded.items.values() if item.is_exempt}
    for row in recorded.rows.values():
        reason: Exemptible | None = row if row.is_exempt else exempt.get(row.item_id)
        if reason is not None:
            yield _Secret(reason, _pieces(row.text))


def _exempt_by(each: Difference, recorded: AsRecorded, secrets: Iterable[_Secret]) -> Exemptible | None:
    if each.new is None or each.change is Change.SAME:
        return None
    before = recorded.rows[each.now.key] if each.now else None
    if before is not None and before.is_exempt:
        return None
    if each.change is Change.MOVED and recorded.items[each.moved_from].is_exempt:
        return recorded.items[each.moved_from]
    added = _pieces(each.new.text) - (_pieces(before.text) if before else frozenset())
    for secret in secrets:
        common = len(added & secret.pieces)
        is_told = common >= _TELLING and common >= _SHARE * min(len(added), len(secret.pieces))
        if is_told or (added and added <= secret.pieces):
            return secret.row
    return None


def _pieces(text: str) -> Pieces:
    """None of a few words, such as “Noted.”, which tell nothing."""
    words = text.casefold().split()
    return frozenset(tuple(words[n : n + _WORDS]) for n in range(len(words) - _WORDS + 1))
