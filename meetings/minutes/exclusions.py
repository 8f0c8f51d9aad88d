"""How minutes say that the public was excluded, under which law, and that it came back, as data.

As in `formulas`, each is a regular expression, and none may hold a repeated group that can match the same text in two ways.
"""
# ruff: noqa: E501 - one formula, one line

EXCLUSIONS = (
    (r"section 50\s?\(?a\)?.{0,60}local government \(scotland\) act 1973|schedule 7\s?\(?a\)?", "Schedule 7A"),
    (
        r"section 42.{0,80}local government act \(n(?:orthern )?\.?\s?i(?:reland)?\.?\) 2014|schedule 6\b.{0,60}northern ireland",
        "Section 42",
    ),
    (
        r"section 100\s?\(?a\)?\s?\(?[24]?\)?.{0,60}local government act,? 1972|schedule 12\s?\(?a\)?|adran 100a|atodlen 12a",
        "Schedule 12A",
    ),
    (r"public bodies \(admissions? to meetings\) act,? 1960", "Public Bodies (Admission to Meetings) Act 1960"),
)
"""The laws by which the public is excluded, each with what stands for it where no paragraph is printed."""

EXCLUSION_WORDS = ["local government", "schedule", "public bodies", "adran 100", "atodlen 12"]
"""One of these is in every such law's name."""

EXCLUDING = (
    r"\bexclu(?:de|ded|des|sion)\b.{0,60}\b(?:public|press)\b",
    r"\b(?:public|press)\b.{0,120}\b(?:be|were|was|is) (?:temporarily )?(?:excluded|asked to (?:leave|withdraw))\b",
    r"\b(?:into|in) (?:closed|private|confidential) session\b|\bin private\b|\b(?:went|go|going|move[ds]?) into committee\b",
    r"\b(?:y )?(?:wasg|cyhoedd)\b.{0,80}\b(?:gwahardd|cau allan|eithrio)\b|\b(?:gwahardd|cau allan|eithrio)\b.{0,40}\b(?:wasg|cyhoedd)\b",
)
NOT_EXCLUDING = (
    r"\b(?:not|no)\b.{0,20}\b(?:necessary|required|need|excluded|considered|business)\b",
    r"\bif (?:necessary|required|members wish|the .{2,30} wish(?:es)?)\b|\bno (?:exempt|confidential)\b",
)
READMITTING = (
    r"\b(?:press|public)\b.{0,60}\b(?:re-?admitted|invited back|return(?:ed)?|re-?joined)\b",
    r"\b(?:back|return\w*|re-?open\w*|resum\w*)\b.{0,30}\b(?:open session|the public)\b|\bout of committee\b",
)
NEVER_EXEMPT = (
    r"(?:date|time|dates|duration|close|closure|end|termination)\b.{0,20}\bmeetings?|(?:next|future) meetings?.{0,20}|close",
)
"""Titles of items that are never taken in private."""

NOT_FOR_PUBLICATION = (
    r"[*(\[]{0,3}(?:this (?:item|report) is )?(?:not for publication|exempt(?: (?:item|report|information|business))?|confidential(?: (?:item|report))?)\b",
)
"""How an item says of itself that it is exempt, at the beginning of its agenda text or in brackets behind its title."""
