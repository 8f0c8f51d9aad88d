"""PDF to lines: one line a paragraph, with running heads and page numbers as lines that are left out with their reason.

The way: `opening` fetches what stands where (`pdfium` is the program that asks), `layout` puts a page's lines in order,
`running_heads` finds what repeats, `measure` how the document was set, `rows` its tables, `paragraphs` joins.
Nothing that stands in the text layer is lost, but for hyphens at the ends of lines and lines that were drawn twice.
"""

from meetings.minutes.sources.line import Line
from meetings.minutes.structure import Caution

from .hyphens import Hyphens
from .layout import sheet_of
from .measure import measure
from .opening import open_pages
from .paragraphs import Paragraphs, texts
from .running_heads import mark_running_heads


def lines(content: bytes, notes: list[Caution]) -> list[Line]:
    """Raises UnreadableMinutes where the PDF is damaged, locked, scanned, or too long."""
    sheets = [sheet_of(page, place) for place, page in enumerate(open_pages(content, notes))]
    mark_running_heads(sheets)
    return Paragraphs(measure(sheets), Hyphens(texts(sheets))).lines_of(sheets)
