"""The workbench as its tests meet it: minutes that were misread, a piece by its words, and the way to it by keys."""

from playwright.sync_api import Locator, Page, expect

from meetings.models import Meeting

MISREAD = """\
Northmoor County Council

Minutes of the Safer Communities Committee held on 9 March 2026

33. Alarms for people who live alone

Minutes:

33.1 The Fire Service lends alarms.

The libraries lend them too.

33.2 Members were glad. The Director of Libraries agreed to send members a list of libraries.

33.6 The committee wishes that every library lend alarms.

The caretaker locks the doors at nine.

34. Next meeting

Minutes:

34.1 The next meeting is in June.
"""
MENDED = [
    ("33", "33.1", "The Fire Service lends alarms. The libraries lend them too."),
    ("33", "33.2", "Members were glad."),
    ("33", "", "The Director of Libraries agreed to send members a list of libraries."),
    ("34", "34.1", "The next meeting is in June."),
]
RESOLVED = [("33", "33.3", "The committee wishes that every library lend alarms.")]
"""What the clerk makes of them."""


def minutes_of(meeting: Meeting) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """What was recorded: the paragraphs and the resolutions, each with its item."""
    paragraphs, resolutions = [], []
    for item in meeting.items.order_by("order"):
        paragraphs += [(item.number, one.number, one.text) for one in item.paragraphs.order_by("order")]
        resolutions += [(item.number, one.number, one.text) for one in item.resolutions.order_by("order")]
    return paragraphs, resolutions


def piece(page: Page, words: str) -> Locator:
    """The piece that shows these words."""
    return page.locator(".piece").filter(has=page.locator(".piece-text", has_text=words))


def go_to(page: Page, words: str) -> None:
    """Down, by keys, until the piece with these words has the focus."""
    for _ in range(40):
        if words in page.evaluate("document.activeElement.querySelector?.('.piece-text')?.textContent || ''"):
            return
        page.keyboard.press("j")
    raise AssertionError(f"No key led to “{words}”.")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-said]")).to_have_text(words)


def number_in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))
