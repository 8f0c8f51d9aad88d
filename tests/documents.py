"""Minutes as the files that clerks have them in: the same words, dressed as another format."""

from io import BytesIO

import docx


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
