"""Notes pasted with the marks of Markdown read as the same notes without them."""

import pytest

from meetings.minutes import read, read_blocks
from meetings.minutes.sources import Line, Mark
from meetings.minutes.sources.markdown import is_markdown, line

MARKED = """# Reservoir Scrutiny Panel

**Minutes of the meeting held on 4 May 2027**

**Present:** Councillors Ash (Chair), Reed and Voss

## 1\\. Apologies

None.

## 2\\. Dam

The **Engineer** spoke of the *upper* dam, 2 * 40 metres long.

**Actions:**

- **Engineer** to mend the sluice.
- **Clerk** to thank the *Water Bailiff*.

**RESOLVED:** That the report be noted. **Action: Clerk**
"""
PLAIN = MARKED.translate(str.maketrans("", "", "#\\")).replace("**", "").replace("*upper*", "upper")
PLAIN = PLAIN.replace("*Water Bailiff*", "Water Bailiff")


def test_marks_are_left_out_and_what_they_say_is_kept() -> None:
    minutes = read(MARKED)
    assert minutes.committee == "Reservoir Scrutiny Panel"
    assert [(item.number, item.title) for item in minutes.items] == [("1", "Apologies"), ("2", "Dam")]
    dam = minutes.items[1]
    assert [one.text for one in dam.paragraphs] == ["The Engineer spoke of the upper dam, 2 * 40 metres long."]
    assert [(one.stem, one.text) for one in dam.resolutions] == [
        ("RESOLVED:", "That the report be noted. Action: Clerk")
    ]
    assert [(one.owner, one.text) for one in dam.actions] == [
        ("Engineer", "Engineer to mend the sluice."),
        ("Clerk", "Clerk to thank the Water Bailiff."),
        ("Clerk", "RESOLVED: That the report be noted."),
    ]


def test_the_lines_are_those_of_the_text_without_marks() -> None:
    marked, plain = read_blocks(MARKED), read_blocks(PLAIN)
    assert [one.strip() for one in marked.lines] == [one.strip() for one in plain.lines]
    assert "".join("".join(block.source.split()) for block in marked.blocks) == "".join(PLAIN.split())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## 5. Title ##", Line("5. Title", Mark.HEADING, 2)),
        ("**RESOLVED** that it be noted", Line("RESOLVED that it be noted")),
        ("* **JB** to write", Line("* JB to write")),
        ("*Noted* and **agreed**", Line("Noted and agreed")),
        ("5 * 4 * 3", Line("5 * 4 * 3")),
        ("#5 on the list", Line("#5 on the list")),
        (r"1\. Apologies\-", Line("1. Apologies-")),
        ("****", Line("****")),
        ("**open", Line("**open")),
    ],
)
def test_a_line_loses_its_marks_only(text: str, said: Line) -> None:
    assert line(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\n**RESOLVED** that it be noted.\n\n** denotes a delegated item",
        "# 1 Apologies\n\nNone.\n\nItem #4 was *not* taken.",
        "*****\n\n*****\n\n*****",
    ],
)
def test_a_star_or_two_are_no_markdown(text: str) -> None:
    assert not is_markdown(text)
    assert read_blocks(text).lines == tuple(text.splitlines())
