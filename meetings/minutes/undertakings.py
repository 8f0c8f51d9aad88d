"""How minutes say that somebody is to do something: the marks of an action, and the words of requests and promises, as data.

As in `formulas`, each is a regular expression, and none may hold a repeated group that can match the same text in two ways.
"""
# ruff: noqa: E501 - one formula, one line

ACTION_MARKERS = (
    r"(?:agreed |further |follow[- ]?up |key |new |officers? to |(?:matters|items|points) for )?actions?(?: points?| items?| required| agreed| outstanding| to be taken| arising(?: from (?:the|this) meeting)?)?(?: (?:by|for|on|owners?|leads?|officers?))?(?:\s+(?:no\.? ?|number |ref\.? ?|#)?[a-z]{0,3}\d[\d/.-]{0,7})?",
    r"to do|for action(?: by)?|to be actioned(?: by)?",
    r"ap ?\d{1,3}",
    r"actions?\s?(?:/|and) ?(?:requests? for )?(?:further )?information(?: to be provided)?",
    r"camau gweithredu|cam gweithredu|gweithredu?|camau i['’]w cymryd",
)
"""Before a colon or dash; "[Action: PCP]", "ACTIONS:", "Action by: Clerk", "ACTION 3 -"."""

ACTION_BEGINNINGS = frozenset(["ac", "ag", "ap", "ca", "fo", "fu", "gw", "it", "ke", "ma", "ne", "of", "po", "to"])
"""Each of the markers begins with two of these letters; a new marker brings its own."""

INITIALS = r"(?!(?:PLAN|LOG|LIST|ITEM|NOTE|TEAM|FUND|WEEK|DAYS?|ON|BY|FOR|TO|OF|AND|NO)\b)[A-Z]{2,4}(?:(?:\s*[,/&]\s*|\s+and\s+)[A-Z]{2,4}){0,5}"
ACTION_SUMMARIES = (
    r"(?:summary|list|table|schedule|record) of (?:the |agreed |all )?actions?(?: points?)?(?: agreed| arising(?: from (?:the|this) meeting)?)?",
    r"actions? (?:list|log|summary|tracker|sheet|points?|arising(?: from (?:the|this) meeting)?|agreed)|actions|next steps",
)
"""Headings, below which those lines are actions that say who is to do what; others only tell."""

ACTORS = r"(?:Clerk|Chair|Chairman|All|ALL|Cllr|Councillor|Head of|Director|Mr|Mrs|Ms|Dr)\b"
"""How the name of who is to act begins, where neither colon nor dash stands before it: "(Action Head of Roads)"."""

MARKS_WITHIN = r"(?:ACTIONS?|Actions?|For action|FOR ACTION|To be actioned|Gweithredu?|GWEITHREDU?)"
"""What marks an action behind the sentence that says it, before a colon."""

NO_ACTION = (r"none(?: required| arising)?|nil|n/?a|no(?: further)? actions?(?: required)?|not applicable",)
"""Behind "Action:", where there is none."""

ACTION_COLUMNS = (r"actions?(?: points?| required| agreed| to be taken)?|tasks?",)
OWNER_COLUMNS = (
    r"(?:action )?owners?|(?:action )?leads?(?: officer| member| director)?|(?:person )?responsible(?: officer| person)?|responsibility|by whom",
    r"action(?:ed)?(?: to be taken)? by|who|(?:action )?officers?|(?:assigned|allocated) to",
)
TOLD_COLUMNS = (r"discussions?|notes?|summary|details|minutes?|description|points? (?:discussed|raised)",)
"""Heads of the column that holds what was said of an item."""

DUE_COLUMNS = (
    r"due(?: date| by)?|by when|when|deadline|target(?: date)?|time(?:scale|frame)|date(?: due| required)?|completion date",
)
DONE = (r"(?:action )?(?:complete|completed|done|closed|discharged)(?:\b.{0,40})?",)
"""Heads of the columns of a table of actions, and the cell of one that is done."""

_SENT = r"(?:sent|circulated|shared|provided|emailed|forwarded|supplied|given|brought|written|submitted|invited|added)"
_DO = (
    r"(?:provide|circulate|report|send|share|write|bring|look|check|feed|ensure|arrange|supply|produce|prepare|follow|raise|contact"
    r"|investigate|find|confirm|speak|forward|email|add|include|invite|discuss|liaise|pass|review|update|meet|organise|ask|draft|chase|obtain)"
)
_ACT = r"(?:write|report|obtain|circulate|arrange|prepare|bring|contact|provide|produce|send|investigate|draft|publish|liaise|make|seek|consult|apply|supply|ask|chase)"
TASKS = (
    _DO[:-1]
    + "|inspect|visit|repair|mend|clean|order|purchase|install|replace|monitor|research|advertise|attend|apply|submit|publish|notify|inform|remind|clear)"
)
"""What somebody is "to" do: "Clerk to write to the school"."""
NO_WORKERS = r"nothing|none|nobody|no|time|need|plans?|aim|how|ability|duty|requests?|proposals?|right|opportunity|intention|attempts?|failure|freedom|steps?|work"
"""Before "to repair" these are nobody who is to do it: "Time to repair"."""
_PAPER = r"(?:list|report|update|data|figures|briefing|breakdown|copy|copies|note|paper|presentation|response|statistics|analysis|summary|timetable|plan|map)"
_GWNEUD = r"(?:ysgrifennu|anfon|danfon|darparu|ddarparu|adrodd|rhannu|rannu|cysylltu|gysylltu|trefnu|drefnu|edrych|holi|gofyn|ofyn|paratoi|baratoi|dosbarthu|ddosbarthu|codi|gwirio|wirio)"
IMPLIED_ACTIONS = (
    rf"\b(?:asked|called) for [^.;]{{2,80}}? to be (?:\w+ly )?(?:{_SENT}|made|put|looked)\b",
    rf"\b(?:asked|called) for (?:an? |the |more |further |additional |some )?(?:\w+ ){{0,3}}?{_PAPER}\b",
    rf"\b(?:requested|requests) (?:an? |the |more |further |additional |some )?(?:\w+ ){{0,3}}?(?:{_PAPER}|information|details|clarification)\b",
    rf"\b(?:asked|requested|recommended) that (?!if\b|whether\b)[^.;]{{0,160}}?(?<!\w)(?=[abcdefilmoprsuw])(?-i:be (?:\w+ly )?(?:\w+ed|{_SENT}|made|put|held)|set out|{_DO}|attend|come|consider|receive)\b",
    rf"\bsuggested that [^.;]{{0,120}}?\bshould be (?:{_SENT}|reported|asked)\b",
    r"\b(?:asked|requested|requests|asks|invited|instructed|urged|tasked) (?:that )?(?:the |an? )?(?-i:[A-Z])[\w’'&,\- ()]{2,80}? to (?!speak|introduce|note|comment|consider|give (?:its|their) views|the|ask|leave|present|explain|outline|respond|address|say|describe|summarise|talk|go|join|open|begin|proceed|move|sit|read)\w+",
    rf"\b(?:undertook|agreed|promised|offered|committed) to (?:\w+ly )?{_DO}\b",
    r"\b(?:undertook|promised) to \w+",
    rf"\b(?:confirmed|agreed|advised|said|stated|assured|replied|undertook|noted|added) that (?:he|she|they|officers|this|the [\w ]{{2,40}}) (?:would|will) (?:\w+ly )?(?:{_DO}|be (?:{_SENT}|reported|included|fed))\b",
    rf"\bwould be (?:{_SENT}|reported|fed|presented) (?:to|back|with|at|by|after|following|outside|in|via)\b",
    r"\b(?:included|added|placed|put)(?:(?<=\bbe included)|(?<=\bbe added)|(?<=\bbe placed)|(?<=\bbe put)) (?:with)?(?:in(?:to)?|to) (?:the |its |their )?(?:[\w’']+ ){0,4}(?:(?:work|forward|future) (?:programme|plan)|agenda for the next)\b",
    rf"\b(?:should|shall|must) (?:receive|be {_SENT})\b",
    rf"\bwould (?:wish to|like to|welcome|appreciate) (?:to )?(?:receive|see|have|be (?:sent|given|provided)|feedback|an? (?:\w+ ){{0,2}}?{_PAPER}|sight)\b",
    r"\bwould be undertaking an? \w+",
    rf"\b(?:asked|requested|instructed)(?:(?<=\bwas asked)|(?<=\bwas requested)|(?<=\bwas instructed)|(?<=\bofficers were asked)|(?<=\bofficers were requested)) to {_DO}\b",
    r"\b(?:confirmed|agreed|undertook|promised) that (?:an? |the |this |further )?[\w’' -]{2,60}? would be (?:carried out|undertaken|prepared|arranged|produced|sent|circulated)\b",
    r"\bwould(?:(?<=\bhe would)|(?<=\bofficers would)|(?<=\bclerk would)|(?<=\bchair would)|(?<=\bdirector would)) (?:write to|contact|speak to|ask|tell|look into|bring (?:an?|the|this|it|back)|raise (?:this|it|the))\b",
    r"\b(?:would|will) (?:provide|circulate|report back|feed back|write to|send|share) (?:the |this |these |an? |it|them|to |with |members|further|more|copies|details|information)",
    r"\bgofynnodd [^.;]{2,80}? am (?:gael )?(?:adroddiad|wybodaeth|rhestr|copi|manylion|ddiweddariad|diweddariad|restr|gopi|gopïau|fanylion|ffigurau|nodyn)\b",
    rf"\bcytunodd [^.;]{{2,60}}? i {_GWNEUD}\b",
    rf"\bbyddai(?:['’]r| y| yr)? [^.;]{{2,60}}? yn {_GWNEUD}\b",
    rf"\bdylid {_GWNEUD}\b",
    r"\bshared(?:(?<=\bbe shared)|(?<=\bis shared)|(?<=\bare shared)) with the (?:committee|board|panel|commission)\b",
)
"""Words that make a sentence an unmarked action. A suggestion to the clerk, never more.

What may stand anywhere behind is asked for by its first letter, and in small letters: it is tried at every word.
Each begins with \\b and a word, or with one of several words in brackets, so that it is tried only there.
"""

PAPER_REQUIRED = r"\b(?:an?|further|regular) (?:[\w’'-]+ ){0,4}?(?:reports?|updates?|briefings?|papers?|meetings?|surveys?|reviews?|letters?)\b"
BE_MADE = r"\bbe (?:\w+ly )?(?:made|brought|submitted|presented|provided|circulated|prepared|sent|given|convened|held|arranged|called|undertaken|carried out)\b"
"""Of a resolution: "a progress report on the cranes", and behind it what is to become of it: "be brought"."""

OPENS_REQUIRING = (
    rf"^(?:that )?(?:the )?(?!to\b)(?-i:[A-Z])[\w’'&-]*(?: (?:(?-i:[A-Z])[\w’'&,-]*|and|of|for|the|in|&)){{0,8}} {_ACT} (?:an?|the|to|back|with|on|for|members|details|further|quotations|prices)\b",
    r"^(?:that (?:the )?\w+ )?(?:asks?|calls?) for (?:an?|further) (?:[\w’'-]+ ){0,3}?(?:report|update|briefing|paper|letter)s?\b",
    r"^(?:that (?:the )?\w+ )?receives? an? (?:further|progress|annual|follow[- ]?up|quarterly) (?:[\w’'-]+ ){0,2}?(?:report|update|briefing)s?\b",
)
REQUIRED = (
    r"\bbe (?:included|shown|set out) in (?:the |its |all |future |every |each )(?:[\w’'-]+ ){0,3}(?:reports?|updates?)\b",
    r"\bbe (?:asked|requested|invited|instructed|tasked) to (?!note|consider|approve|agree|adopt|endorse|support|comment|receive|accept|confirm)\w+",
)
"""What a resolution requires of somebody, though it neither asks nor promises: each in a whole resolution."""

NARRATED = (r"at (?:its|the|their) (?:last |previous )?meeting (?:on|held|in)\b",)
"""How a sentence begins that tells of an earlier meeting."""

NOT_IMPLIED = (
    r"\basked that (?:his|her|their) [\w ]{2,30} be (?:recorded|minuted|noted)\b",
    r"\b(?:asked|enquired|queried|questioned) (?:if|whether|how|what|why|when|who|about|where)\b",
    r"\b(?:had|have|has) (?:been )?(?:previously )?(?:asked|requested|agreed|undertaken)\b",
    r"\b(?:were|was|are|is) asked to (?:consider|note|approve|agree|comment|scrutinise|review|receive|endorse|declare)\b",
    r"\bwas (?:being )?moved and seconded\b",
    r"\b(?-i:AGREED|RESOLVED) to\b",
    r"\b(?:which|who) (?:would (?:be|then)|(?:also )?(?:asked|invited|requested|sought))\b",
)
OWNERS = (
    rf"^(?P<owner>(?:The )?[A-Z][\w’'&/-]*(?: (?:[A-Z][\w’'&/-]*|and|of|for)){{0,5}}) (?:will|would|shall) (?:\w+ly )?{_DO}\b",
    rf"^(?P<owner>(?:The )?[A-Z][\w’'&/-]*(?: (?:[A-Z][\w’'&/-]*|and|of|for)){{0,5}}) to {_DO}\b",
    r"\b[Cc]ytunodd (?:[Yy]r? )?(?P<owner>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) i [a-z]",
    r"^(?P<owner>(?:[Tt]he )?[A-Z][\w’'&/\- ]{2,70}?)(?<! be)(?<! was)(?<! were)(?<! is)(?<! been) (?:confirmed|agreed|undertook|promised|offered|committed)\b",
    r"\b(?:[Aa]sked|[Rr]equested|[Rr]equests|[Ii]nvited|[Ii]nstructed|[Uu]rged|[Tt]asked|[Aa]sks)(?: that)? (?P<owner>(?:[Tt]he )?[A-Z][\w’'&/\-]*(?: (?:[A-Z][\w’'&/\-]*|and|of|for|the|in)){0,8}?) (?:be asked )?(?:to|should|set|sets|provides?|reports?|prepares?|writes?|brings?|sends?|looks?|circulates?)\b",
    r"^(?P<owner>(?:The )?[A-Z][\w’'&/-]*(?: (?:[A-Z][\w’'&/-]*|and|of|for)){0,6}) was (?:asked|requested|instructed) to\b",
    rf"^(?:[Tt]hat )?(?P<owner>(?:the )?[A-Z][\w’'&/-]*(?: (?:[A-Z][\w’'&/-]*|and|of|for|the|in)){{0,8}}) (?:be (?:asked|requested|instructed|invited) to|{_ACT})\b",
    r"\b[Tt]hat (?P<owner>(?:the )?[A-Z][\w’'&/\-]*(?: (?:[A-Z][\w’'&/\-]*|and|of|for|the|in)){0,8}?) be (?:asked|requested|instructed|invited) to\b",
)
GENERAL_OWNERS = frozenset(
    ["it", "members", "officers", "he", "she", "they", "councillors", "committee", "board", "panel", "council", "there"]
)
