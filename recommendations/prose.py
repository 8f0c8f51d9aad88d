"""What people write in Markdown, made into HTML that can do no harm on a public page."""

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "pre", "hr"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(text: str) -> str:
    """Paragraphs, lists, emphasis, quotations and links; nothing else survives.

    Headings become bold paragraphs, since the outline of the page is not the writer's; pictures become their words,
    since a picture could tell its server who reads the page.
    """
    html = _reader.render(text)
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="nofollow noopener")


def _tone_down(state: StateCore) -> None:
    """Headings to bold paragraphs, pictures to their alternative text."""
    is_heading = False
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag, is_heading = "p", token.type == "heading_open"
        if token.children is None:
            continue
        for child in token.children:
            if child.type == "image":
                child.type = "text"
        if is_heading:
            token.children = [Token("strong_open", "strong", 1), *token.children, Token("strong_close", "strong", -1)]


def _make_reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "linkify": False})
    reader.core.ruler.push("tone_down", _tone_down)
    return reader


_reader = _make_reader()
