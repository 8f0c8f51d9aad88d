"""Committees are made once, and keep their short name and prefix for good."""

from typing import Any

from meetings.models import Committee


def create_committee(*, name: str, slug: str, prefix: str, **details: Any) -> Committee:
    """Raises ValidationError, by field, where a name, short name or prefix is taken or malformed."""
    committee = Committee(name=name, slug=slug, prefix=prefix, **details)
    committee.full_clean()
    committee.save()
    return committee


def committee_named(name: str) -> Committee | None:
    """The one of this name, however its capitals are set."""
    return Committee.objects.filter(name__iexact=name).first()


def proposed_prefix(name: str) -> str:
    """The initials of its longer words: “Safer Communities Committee” gives SCC. It may be taken already."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    initials = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS)
    return initials.upper()[:12]


_SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
