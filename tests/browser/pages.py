"""Going from page to page, and what a page is on paper, as Chromium prints it."""

import io

import pypdfium2
from playwright.sync_api import Locator, Page


def follow(page: Page, leads: Locator) -> None:
    """Press what leads to another page, and wait until that is there."""
    with page.expect_navigation():
        leads.click()


def printed_sheets(page: Page) -> list[str]:
    """The words on each sheet, on one line."""
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in printed]
