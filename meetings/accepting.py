"""Where suggested actions are accepted. Minutes know nothing of what is tracked: whoever tracks registers when the site
starts, and says of many suggestions at once by what address they are accepted and who answers for their owners."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from meetings.permissions import Visitor


@dataclass(frozen=True, slots=True)
class Accepting:
    """Suggestions sent to `url` are tracked; '' where this visitor may not. `answerers` has the owners for whom
    somebody is known to answer: “Head of Libraries” gives “Head of Libraries, Libraries”."""

    url: str = ""
    answerers: Mapping[str, str] = field(default_factory=dict)


Provider = Callable[[Collection[str], Visitor], Accepting]

_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """Called once by the app that tracks."""
    if provider not in _providers:
        _providers.append(provider)


def accepting(owners: Collection[str], visitor: Visitor) -> Accepting:
    """Of the first who takes them from this visitor."""
    offers = (provider(owners, visitor) for provider in _providers)
    return next((offer for offer in offers if offer.url), Accepting())
