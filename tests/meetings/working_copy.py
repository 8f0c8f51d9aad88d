"""A working copy as its page has it: its pieces by the words they begin with, and all that its form sends."""

from meetings.actions.bringing_in import version, working_copy
from meetings.minutes import Block, Kind
from meetings.models import SourceDocument


def blocks(source: SourceDocument) -> tuple[Block, ...]:
    source.refresh_from_db()
    return working_copy(source)


def piece(source: SourceDocument, beginning: str) -> int:
    """The number, from 1, of the piece that begins so."""
    return next(n for n, block in enumerate(blocks(source), 1) if block.text.startswith(beginning))


def form_of(source: SourceDocument, **changed: str) -> dict[str, str]:
    """All that the page's form sends, some of it changed: text_9="..." is the wording of piece 9."""
    fields = {"version": version(SourceDocument.objects.get(pk=source.pk))}
    for n, block in enumerate(blocks(source), 1):
        inner = block.kind is Kind.BULLET and block.level > 1
        fields |= {
            f"number-{n}": block.number or "",
            f"kind-{n}": "inner_bullet" if inner else str(block.kind),
            f"text-{n}": block.text,
        }
    return fields | {name.replace("_", "-", 1) if name[-1].isdigit() else name: text for name, text in changed.items()}
