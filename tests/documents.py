"""Minutes as the files that clerks have them in: the same words, dressed as another format."""

from html import escape
from io import BytesIO

import docx


def as_html(text: str) -> bytes:
    """A page of the council's own: each line that is not empty is a paragraph, inside the page's menu and foot."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    page = (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Minutes</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><main>{body}</main><footer>About this site</footer></body></html>"
    )
    return page.encode()


def as_word(text: str) -> bytes:
    """A Word document as it is typed: each line that is not empty is a paragraph, and the numbers are typed too."""
    document = docx.Document()
    for line in text.splitlines():
        if line.strip():
            document.add_paragraph(line)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()
