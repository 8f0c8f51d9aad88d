"""Pages of HTML, and ModernGov's XML: most tags and elements, deepest nesting, tables within tables, entities."""

from bench.attacks import Attacks, times
from meetings.minutes.limits import PIECES_LIMIT, TAGS_LIMIT

_DEEP = 240
_MEETING = (
    '<?xml version="1.0"?><meeting><meetingid>1</meetingid><meetingdate>10/02/2026</meetingdate>'
    "<minutepublished>True</minutepublished>"
)
_END = "</meeting>"


def _page(count: int, unit: str, foot: str = "") -> bytes:
    return times(count, lambda n: unit.replace("#", str(n)), "<!doctype html><html><body><p>Tolls</p>", foot)


def _tags(unit: str) -> bytes:
    """As many as a page may have of this."""
    return _page((TAGS_LIMIT - 20) // unit.count("<"), unit)


def _nested(opens: str, inside: str, depth: int = _DEEP) -> bytes:
    return _page(depth, opens, inside)


def _tables_with_rows_below(depth: int) -> bytes:
    """Tables within tables, but not within their rows: each asks for all the rows below it."""
    rows = "<tr><td>x" * (TAGS_LIMIT // 2 - 2 * depth)
    return _page(depth, "<table><caption>", rows)


def _items(count: int, unit: str, head: str = "<agendaitems>", foot: str = "</agendaitems>") -> bytes:
    return times(count, lambda n: unit.replace("#", str(n)), _MEETING + head, foot + _END)


def _item(**said: str) -> str:
    told = "".join(f"<{name}>{value}</{name}>" for name, value in said.items())
    return f"<agendaitem><agendaitemid>#</agendaitemid>{told}</agendaitem>"


ATTACKS: Attacks = {
    "page: paragraphs": lambda: _page(PIECES_LIMIT - 10, "<p>Cllr A Fox#</p>"),
    "page: paragraphs that are not closed": lambda: _page(PIECES_LIMIT - 10, "<p>The plan for # was kept."),
    "page: breaks": lambda: _page(PIECES_LIMIT - 10, "Roads #<br>"),
    "page: tags that say nothing": lambda: _tags("<b>x</b>"),
    "page: one line of spans": lambda: _tags("<span>It was so. </span>"),
    "page: items of a list": lambda: _page(PIECES_LIMIT - 10, "<li>asks the Cabinet to look again"),
    "page: items of a numbered list": lambda: b"<html><ol>" + _page(PIECES_LIMIT - 10, "<li>Roads"),
    "page: items of a roman list": lambda: b"<html><ol type=i>" + _page(PIECES_LIMIT - 10, "<li value=3888>Roads"),
    "page: headings": lambda: _page(PIECES_LIMIT - 10, "<h2>Roads #</h2>"),
    "page: cells": lambda: _page(PIECES_LIMIT // 2, "<table><tr><td>#<td>Roads</table>"),
    "page: a table of rows": lambda: b"<html><table>" + _tags("<tr><td>#<td>Roads"),
    "page: a table of one row": lambda: b"<html><table><tr>" + _tags("<td>#"),
    "page: a table of long cells": lambda: b"<html><table>" + _page(60_000, f"<tr><td>#<td>{'a plan ' * 22}"),
    "page: tables within tables": lambda: _nested("<table><tr><td>", "x " * 5_000_000, 600),
    "page: tables within tables, with rows": lambda: _nested("<table><tr><td>", "<tr><td>x" * 140_000, 600),
    "page: tables in captions": lambda: _tables_with_rows_below(600),
    "page: lists within lists": lambda: _nested("<ul><li>a", "<li>x" * 100_000),
    "page: nested to the end, with text at each step": lambda: _nested("<div>x", "x", 100_000),
    "page: ten long attributes": lambda: _page(10, f"<p class='{'cookie ' * 280_000}'>x"),
    "page: attributes": lambda: _page(1, "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x"),
    "page: attributes on each": lambda: _page(59_000, "<p a=1 b=2 c=3 d=4 e=5 f=6 style='x' class='y' id=#>x"),
    "page: styles": lambda: _page(100_000, "<p style='display : nonsense; display: nonsuch'>x"),
    "page: banners": lambda: _page(100_000, "<div class=cookie>x"),
    "page: banners within banners": lambda: _nested("<div class=cookie>x<p>x<p>x<p>x", "x" * 1_000_000),
    "page: entities": lambda: _page(4_000_000, "&lt; "),
    "page: numbered entities": lambda: _page(2_500_000, "&#8364; "),
    "page: entities that are none": lambda: _page(4_000_000, "&zz; "),
    "page: comments": lambda: _tags("<!--x-->x "),
    "page: a comment unclosed": lambda: b"<html><p>x</p>" + b"<!-- x " * 300_000,
    "page: scripts": lambda: _page(100_000, "<script>x</script>x<br>"),
    "page: one text": lambda: _page(18_000_000, "x") + b" y",
    "page: odd letters": lambda: _page(6_000_000, "“"),
    "xml: items": lambda: _items(24_000, _item(agendaitemtitle="Roads #", fulldisplaynumberformat="#.")),
    "xml: items with minutes": lambda: _items(
        11_000,
        _item(agendaitemtitle="Roads", minutesnonemptyhtmlbody="&lt;p&gt;RESOLVED: That it be noted.&lt;/p&gt;" * 3),
    ),
    "xml: long minutes": lambda: _items(
        1, _item(agendaitemtitle="R", minutesnonemptyhtmlbody="&lt;p&gt;Cllr A Fox&lt;/p&gt;" * 49_000)
    ),
    "xml: minutes of most tags": lambda: _items(
        1, _item(agendaitemtitle="R", minutesnonemptyhtmlbody="&lt;b&gt;x&lt;/b&gt; " * 190_000)
    ),
    "xml: minutes without tags": lambda: _items(
        1, _item(agendaitemtitle="R", minutesnonemptyhtmlbody="Cllr A Fox #\n" * 49_000)
    ),
    "xml: many small texts": lambda: _items(
        22_000, _item(agendaitemtitle="R", minutesnonemptyhtmlbody="&lt;p&gt;x&lt;/p&gt;")
    ),
    "xml: a title of entities": lambda: _items(1, _item(agendaitemtitle="&amp;amp;lt; " * 1_400_000)),
    "xml: minutes of entities": lambda: _items(
        1, _item(agendaitemtitle="R", minutesnonemptyhtmlbody="&amp;amp; " * 600_000)
    ),
    "xml: attendees": lambda: _items(
        90_000, '<attendee name="A Fox #" roledescription="Chair" attendance="Present"/>', "<attendees>", "</attendees>"
    ),
    "xml: papers": lambda: _items(
        24_000,
        "<linkeddoc><title>Plan #</title><attachmentid>#</attachmentid>"
        "<committeetitle>Roads</committeetitle></linkeddoc>",
        "<agendaitems><agendaitem><agendaitemtitle>R</agendaitemtitle><linkeddocuments>",
        "</linkeddocuments></agendaitem></agendaitems>",
    ),
    "xml: elements that are unknown": lambda: _items(99_000, "<a/>", "", ""),
    "xml: elements beside each other in an item": lambda: _items(
        99_000, "<a/>", "<agendaitems><agendaitem>", "</agendaitem></agendaitems>"
    ),
    "xml: nested": lambda: _items(38, "<a>", "", ""),
    "xml: attributes": lambda: _items(1, "<a " + " ".join(f"a{n}='1'" for n in range(490_000)) + "/>", "", ""),
    "xml: one text": lambda: _items(1, f"<agendatext>{'x' * 18_000_000}</agendatext>", "", ""),
    "xml: namespaces": lambda: _items(90_000, '<a xmlns:b#="c"/>', "", ""),
}
