"""The words of headers and titles, as data: how minutes name their meeting, their paper and the place.

As in `formulas`, each is a regular expression, and none may hold a repeated group that can match the same text in two ways.
"""
# ruff: noqa: E501 - one formula, one line

ROOM = (
    r"(?:[A-Z][\w’'-]* ){0,4}(?:Rooms?|Chambers?|Hall|House|Centre|Suite|Offices?|Library|School|Building|Theatre|Teams|Zoom)\b"
    r"(?: (?:[A-Z]|\d{1,3}))?(?:, [A-Z][\w’' -]{2,40}){0,3}"
)
"""Where a meeting was held, behind its date on the same line."""

AROUND_DATE = (
    r"(?:meeting )?date(?:\s?(?:and|&|/)\s?time)?(?: of (?:the )?meeting)?|dyddiad(?: y cyfarfod)?|day|when|time",
    r"(?:(?:the|this) )?meeting(?=\s+(?:was\b|held|on|of)\b)|(?:was )?held|on|at|from|to|until|commencing|starting",
    r"noon|midday|hours|hrs|gmt|bst|yr hwyr|y bore|y\.?[bh]",
    r"remotely|virtually|online|in person|(?:hybrid|remote|virtual|online|teams|zoom) meeting",
    r"(?:via|by|on|using|through) (?:(?:microsoft |ms )?teams|zoom|webex|video ?conferenc(?:e|ing)|video ?link|remote link)",
    r"(?:microsoft|ms) teams|zoom",
)
"""What may stand beside the day of the meeting on a line that says no more than when and how it was held."""

PAPER = (
    r"(?:(?:draft|unconfirmed|unapproved|approved|confirmed|final|public|printed|formal|informal|brief|summary|action)\s+){0,3}"
    r"(?:minutes?|notes?|record|proceedings|decisions|agenda|cofnodion)(?:\s+and\s+(?:draft\s+)?(?:minutes|actions|decisions))?"
    r"(?:\s+(?:of|from|for)\b)?(?:\s+(?:the|a|an)\b)?(?:\s+(?:[\w-]+\s+)?meeting\b)?(?:\s+of\b(?:\s+the\b)?)?"
)
"""How the paper calls itself, before or behind the name of the body: "Draft minutes of the", "- Notes of meeting"."""

OTHER_DAYS = (
    r"publi(?:shed|cation)|issued?|des?patch(?:ed)?|circulated|approved|confirmed|signed|next|last|previous|deadline|closing",
    r"call[- ]?in|effective|updated|version|revised|printed|created|received|due|by|until|since|from",
)
"""Words beside the day of something else than the meeting."""

OTHER_TONGUE = frozenset([
    "y", "yr", "a’r", "o’r", "i’r", "ac", "ar", "gan", "yn", "adroddiad", "cofnodion", "cyfarfod", "cynllun", "datganiadau",
    "ymddiheuriadau", "blynyddol", "gwasanaethau", "pwyllgor", "cyllideb", "materion", "dyddiad", "rhaglen", "cwestiynau",
    "na", "nan", "nam", "agus", "aithisg", "airson", "bhliadhnail", "leis", "bho", "gu", "plana", "buidseat", "comhairle",
    "seirbheisean", "ath-sgrùdadh", "poileasaidh", "roinn", "geàrr-chunntas", "leisgeulan",
])  # fmt: skip
"""Welsh and Gaelic words of titles; "a", "i" and "an" would be English too."""

ENGLISH = frozenset(["the", "of", "and", "for", "to", "in", "on", "with", "by", "from"])
"""Words of which one is in most English titles."""
