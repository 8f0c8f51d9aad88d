"""Word documents written element by element, for what python-docx cannot write: lists, changes, fields, boxes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def document(
    body: str, *, numbering: str = "", styles: str = "", main: str = "word/document.xml", **notes: str
) -> bytes:
    """A document of this body; `numbering` and `styles` are what stands inside their parts, as are the notes."""
    parts = {
        main: f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="{main}"/></Relationships>',
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_NAMESPACES}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_NAMESPACES}>{styles}</w:styles>"
    for kind, notes_of_kind in notes.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {_NAMESPACES}>{notes_of_kind}</w:{kind}>"
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Each run is XML, or the text of one."""
    inside = "".join(one if one.startswith(("<w:", "<m:")) else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(style: str, text: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def listed(list_: int, text: str, level: int | None = 0) -> str:
    """A paragraph on this level of a list; of None where the level is left to the style."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return paragraph(text, properties=f'<w:numPr>{at}<w:numId w:val="{list_}"/></w:numPr>')


def level(at: int, text: str, format: str = "decimal", *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def number(name: int, abstract: int, *overrides: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{abstract}"/>{"".join(overrides)}</w:num>'


def begins_anew(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, properties: str = "", *, based_on: str = "", kind: str = "paragraph", called: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called or name}"/>{base}{properties}</w:style>'


def table(*rows: list[str]) -> str:
    """Cells are XML of paragraphs, or the text of one; "" is an empty paragraph, which every cell needs."""
    set_rows = ("".join(map(cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in set_rows)}</w:tbl>"


def cell(inside: str) -> str:
    if inside.startswith("<w:tc>"):
        return inside
    return f"<w:tc>{inside if inside.startswith('<') else paragraph(inside)}</w:tc>"
