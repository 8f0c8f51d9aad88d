"""Minutes as an outline for a terminal: numbers hanging, resolutions and actions told apart, suggestions called so."""

from collections.abc import Iterator
from textwrap import TextWrapper

from .structure import Action, Item, Kind, Minutes, Paragraph, Resolution

_WIDTH = 100
_NUMBER_WIDTH = 8


def outline(minutes: Minutes) -> str:
    return "\n".join(_lines(minutes))


def _lines(minutes: Minutes) -> Iterator[str]:
    yield minutes.title or "(no title)"
    date = f"{minutes.date.day} {minutes.date:%B %Y}" if minutes.date else "date not found"
    yield f"{minutes.committee or 'committee not found'}, {date}"
    yield _counts(minutes)
    for warning in minutes.warnings:
        yield f"! {warning}"
    for item in minutes.items:
        yield ""
        yield from _item(item)


def _counts(minutes: Minutes) -> str:
    actions = [action for item in minutes.items for action in item.actions]
    marked = sum(not action.implied for action in actions)
    counts = (
        (len(minutes.items), "item"),
        (sum(len(item.paragraphs) for item in minutes.items), "paragraph"),
        (sum(len(item.resolutions) for item in minutes.items), "resolution"),
        (marked, "marked action"),
        (len(actions) - marked, "suggested action"),
        (len(minutes.left_out), "line left out"),
    )
    return ", ".join(f"{count} {_plural(count, noun)}" for count, noun in counts)


def _plural(count: int, noun: str) -> str:
    if count == 1:
        return noun
    return noun.replace("line", "lines") if noun.startswith("line") else f"{noun}s"


def _item(item: Item) -> Iterator[str]:
    yield from _hanging(item.number or "", item.title, 0)
    if item.exempt:
        yield from _hanging("exempt", f"The public was excluded: {item.exempt}", 1)
    for text in item.agenda_text:
        yield from _hanging("agenda", text, 1)
    said: list[Paragraph | Resolution] = sorted([*item.paragraphs, *item.resolutions], key=lambda one: one.block)
    for one in said:
        if isinstance(one, Paragraph):
            yield from _paragraph(one)
        elif not any(isinstance(other, Paragraph) and other.block == one.block for other in said):
            yield from _hanging(f"R {one.number or ''}".strip(), one.text, 1)
    for action in item.actions:
        yield from _action(action)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    mark = {Kind.BULLET: "•", Kind.HEADING: "#", Kind.DECISION: "R"}.get(paragraph.kind, "")
    yield from _hanging(paragraph.number or mark, paragraph.text, 1 + max(0, paragraph.level - 1))


def _action(action: Action) -> Iterator[str]:
    label = "Suggested action" if action.implied else "Action"
    owner = f" ({action.owner})" if action.owner else ""
    yield from _hanging("→", f"{label}{owner}: {action.text}", 1)


def _hanging(number: str, text: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    wrapper = TextWrapper(
        width=_WIDTH,
        initial_indent=f"{indent}{number:<{_NUMBER_WIDTH - 1}} ",
        subsequent_indent=indent + " " * _NUMBER_WIDTH,
    )
    yield wrapper.fill(text) or wrapper.initial_indent
