"""A comparison as its page shows it: item by item, what did not change folded away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.forms import BoundField

from meetings.choices import ParagraphKind
from meetings.margin import Note
from meetings.minutes.comparing import merged
from meetings.minutes.comparing.differences import Change, Comparison, Difference, ItemDifference
from meetings.minutes.comparing.likeness import Mark, Run, runs, same_words
from meetings.minutes.comparing.recasting import Recast, recast
from meetings.minutes.set_down import Passage
from meetings.models import Paragraph, Resolution

LABELS = {
    Change.CHANGED: "Changed",
    Change.NEW: "New",
    Change.GONE: "Taken out",
    Change.MOVED: "Moved",
    Change.SAME: "Unchanged",
}


RENUMBERED = "Renumbered"
FOLDED = (LABELS[Change.SAME], RENUMBERED)
"""What says the same words."""


Told = tuple[Passage | None, Difference]
"""A passage on one of the two sides, and the difference it stands in."""


@dataclass(slots=True)
class Side:
    """A passage on one of the two sides: what it is called, and its words, with what was removed or added."""

    name: str
    runs: Sequence[Run]
    stem: Sequence[Run] = ()


@dataclass(slots=True)
class ComparedPassage:
    """`became` says what kind it was and is; `notes` are of what was made from it, `choice` is where the clerk says
    which new one it is. `stays` is the kind that the notes go on citing, where it is another sort of passage now."""

    label: str
    now: Side | None
    new: Side | None
    moved_from: str = ""
    became: str = ""
    stays: str = ""
    notes: Sequence[Note] = ()
    choice: BoundField | None = None
    is_kept_exempt: bool = False


@dataclass(slots=True)
class Step:
    """One step down the page: a passage that changed, or several of which the words did not, folded: “12 paragraphs
    unchanged”, “5 paragraphs renumbered”."""

    passage: ComparedPassage | None = None
    folded: Sequence[ComparedPassage] = ()
    told: str = ""


@dataclass(slots=True)
class ComparedItem:
    """`title` is what was kept, removed and added in its number and title, `agenda` in its agenda text; `is_emptied`
    where it is taken out and nothing with it."""

    label: str
    title: Sequence[Run]
    agenda: Sequence[Run]
    steps: list[Step] = field(default_factory=list)
    is_emptied: bool = False


@dataclass(slots=True)
class Part:
    """An item with something to show, or the names of several without."""

    item: ComparedItem | None = None
    unchanged: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside passages: by the anchor of a recorded one, or the key of a new one."""

    notes: Mapping[str, Sequence[Note]] = field(default_factory=dict)
    choices: Mapping[str, BoundField] = field(default_factory=dict)
    exempt: frozenset[str] = frozenset()


def parts_of(comparison: Comparison, beside: Beside | None = None) -> list[Part]:
    """The whole comparison, from the first item to the last."""
    beside = beside or Beside()
    names = {each.now.key: each.now.name for each in comparison.items if each.now}
    found = []
    for is_same, items in groupby(comparison.items, key=_is_same):
        if is_same:
            found.append(Part(unchanged=[each.matter.name for each in items]))
        else:
            found += [Part(item=_item(each, beside, names)) for each in items]
    return found


def _is_same(item: ItemDifference) -> bool:
    return {item.change, *(each.change for each in item.differences)} == {Change.SAME}


def _item(each: ItemDifference, beside: Beside, names: Mapping[str, str]) -> ComparedItem:
    old, new = (matter.name if matter else "" for matter in (each.now, each.new))
    agenda = (each.now.agenda_text if each.now else "", each.new.agenda_text if each.new else "")
    is_reworded = bool(each.now and agenda[1]) and not same_words(*agenda)
    return ComparedItem(
        label="" if each.change is Change.SAME else LABELS[each.change],
        title=runs(old, new) if each.now and each.new else (Run(Mark.KEPT, old or new),),
        agenda=runs(*agenda) if is_reworded else (),
        steps=list(_steps(each, beside, names)),
        is_emptied=each.new is None and not each.differences,
    )


def _steps(item: ItemDifference, beside: Beside, names: Mapping[str, str]) -> Iterator[Step]:
    pairs = {id(pair.new): pair for pair in recast(item)}
    parted = {id(pair.gone) for pair in pairs.values()}
    differences = [each for each in in_reading_order(item) if id(each) not in parted]
    for label, run in groupby(differences, key=_label):
        alike = list(run)
        shown = [
            _recast(pairs[id(each)], beside) if id(each) in pairs else _passage(each, beside, names) for each in alike
        ]
        if label in FOLDED:
            yield Step(folded=shown, told=f"{_counted(alike)} {label.lower()}")
        else:
            yield from (Step(passage=each) for each in shown)


def _counted(differences: Sequence[Difference]) -> str:
    kinds = {each.passage.is_resolution for each in differences}
    noun = "passage" if len(kinds) == 2 else "resolution" if True in kinds else "paragraph"
    return f"{len(differences)} {noun}{'' if len(differences) == 1 else 's'}"


def in_reading_order(item: ItemDifference) -> list[Difference]:
    """As the new minutes show them, each resolution behind the paragraph that it hangs on or follows; what is taken out
    behind what it stood behind."""
    now = _shown([(each.now, each) for each in item.paragraphs], [(each.now, each) for each in item.resolutions])
    new = _shown([(each.new, each) for each in item.paragraphs], [(each.new, each) for each in item.resolutions])
    stood = [each for each in now if each.change is not Change.MOVED]
    places = {id(each): place for place, each in enumerate(new)}
    pairs = {place: places[id(each)] for place, each in enumerate(stood) if id(each) in places}
    order: list[Difference] = []
    for i, j in merged(range(len(stood)), range(len(new)), pairs):
        if j is not None:
            order.append(new[j])
        elif i is not None:
            order.append(stood[i])
    return order


def _shown(paragraphs: Sequence[Told], resolutions: Sequence[Told]) -> list[Difference]:
    """What stands on one of the two sides, as the minutes show it there."""
    said = [(passage, each) for passage, each in paragraphs if passage]
    places = {passage.key: place for place, (passage, _) in enumerate(said)}
    placed = [(place, each) for place, (_, each) in enumerate(said)]
    placed += [(places.get(passage.under, -1), each) for passage, each in resolutions if passage]
    return [each for _, each in sorted(placed, key=lambda pair: pair[0])]


def _passage(each: Difference, beside: Beside, names: Mapping[str, str]) -> ComparedPassage:
    now, new = each.now, each.new
    anchor, key = now.key if now else "", new.key if new else ""
    return ComparedPassage(
        label=_label(each),
        now=_side(now, new, each.runs, Mark.ADDED) if now else None,
        new=_side(new, now, each.runs, Mark.REMOVED) if new else None,
        moved_from=names.get(each.moved_from, ""),
        became=_became(now, new) if now and new and now.kind != new.kind else "",
        notes=beside.notes.get(anchor, ()),
        choice=beside.choices.get(anchor),
        is_kept_exempt=key in beside.exempt,
    )


def _recast(pair: Recast, beside: Beside) -> ComparedPassage:
    """One that changed, to whoever reads it."""
    now, new = pair.gone.passage, pair.new.passage
    return ComparedPassage(
        label=LABELS[Change.CHANGED],
        now=_side(now, new, pair.runs, Mark.ADDED),
        new=_side(new, now, pair.runs, Mark.REMOVED),
        became=_became(now, new),
        stays=_noun(now),
        notes=beside.notes.get(now.key, ()),
        choice=beside.choices.get(now.key),
        is_kept_exempt=new.key in beside.exempt,
    )


def _became(now: Passage, new: Passage) -> str:
    """“It was a paragraph and is a resolution now.”"""
    was, is_now = (f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for noun in (_noun(now), _noun(new)))
    return f"It was {was} and is {is_now} now."


def _noun(passage: Passage) -> str:
    return "resolution" if passage.is_resolution else str(ParagraphKind(passage.kind).label).lower()


def _label(each: Difference) -> str:
    """A passage that only bears another number is not called changed."""
    if each.change is Change.CHANGED and each.now and each.new and not each.runs:
        same = (each.now.kind, each.now.stem.split()) == (each.new.kind, each.new.stem.split())
        if same and each.now.number != each.new.number:
            return RENUMBERED
    return LABELS[each.change]


def _side(passage: Passage, other: Passage | None, said: Sequence[Run], without: Mark) -> Side:
    """Its words, without those that stand on the other side alone."""
    words = [run for run in said if run.mark is not without] or [Run(Mark.KEPT, passage.text)]
    stem: Sequence[Run] = ()
    if other is not None and not same_words(passage.stem, other.stem):
        both = (passage.stem, other.stem) if without is Mark.ADDED else (other.stem, passage.stem)
        stem = [run for run in runs(*both) if run.mark is not without]
    return Side(called(passage), words, stem)


def called(passage: Passage) -> str:
    """“Minute 33.6”, “Resolution (ii)”, “Bullet”; of a numbered question or motion, that too."""
    if passage.is_resolution:
        return Resolution(number=passage.number).label
    kind = str(ParagraphKind(passage.kind).label)
    if not passage.number:
        return kind
    name = Paragraph(number=passage.number).label
    return name if passage.kind == ParagraphKind.PARAGRAPH else f"{name} ({kind.lower()})"
