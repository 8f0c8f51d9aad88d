"""Writes a paper as HTML: the part of a page that is also printed."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from recommendations.reports.paper import NO_UPDATE, Paper


def write(paper: Paper) -> SafeString:
    """The article and its appendices, without the page around them."""
    return render_to_string("recommendations/papers/written.html", {"paper": paper, "no_update": NO_UPDATE})
