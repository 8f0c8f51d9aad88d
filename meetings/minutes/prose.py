"""Formulas of prose that decides: "The report was noted", "The Council agreed that ..."; as data, like `formulas`."""
# ruff: noqa: E501 - one formula, one line

from .formulas import AFTERWARDS, BODY

# Searching a whole paragraph is dear, so a formula is looked for only where one of these words stands. A new formula brings
# its word with it; tests/meetings/minutes/test_formulas.py says so where it does not.
PROSE_WORDS = [
    "agreed", "resolved", "carried", "decided", "elected", "appointed", "approved", "confirmed", "accepted", "signed",
    "received", "adopted", "became", "acceded", "endorsed", "recommended", "noted", "it was that",
    "in favour", "decision", "refused", "granted", "deferred", "supported", "voted to",
]  # fmt: skip
_WITH = (
    r"(?:,? (?:having been |and )?(?:proposed|moved|seconded) by [^.;]{3,120}"
    r"|,? (?:with|subject to) (?:the|an?|one|two) (?:following )?(?:\w+ )?(?:additions?|inclusions?|amendments?|removals?|deletions?|changes?|corrections?)\b(?:[^.]|\.(?=\d)){0,200})?"
)
"""What may stand behind a thing that was agreed: who moved it, or what was changed in it."""

_NOT_THEN = r"(?! (?:in (?:(?:early|late|mid)[- ])?(?:(?:19|20)\d\d\b|january|february|march|april|may\b|june|july|august|september|october|november|december)|last (?:year|month|week|spring|summer|autumn|winter)|previously|earlier|at (?:its|their|the) (?:last|previous|earlier)))"
"""Not of another day, of which somebody only tells: "was carried in 2019"."""

PROSE_DECISIONS = (
    r"\b(?:motion|amendment) (?:accordingly |therefore )?became the (?:decision|finding|resolution) of the\b",
    r"\baccordingly (?:agreed|resolved|adopted|approved)\b",
    rf"\b(?:was|were) (?:declared |duly |put to the vote and |unanimously )?carried\b{_NOT_THEN}|\bdeclared (?:to be )?carried\b",
    rf"^it was (?:unanimously |also |further |then |therefore |subsequently )?(?:agreed|resolved|decided)\b(?! by (?:officers|residents|staff)\b){_NOT_THEN}",
    r"^(?:the )?minutes\b[^.]{0,120}\b(?:agreed|approved|accepted|confirmed) as (?:an? )?(?:true|correct|accurate)",
    r"^on the (?:motion|proposal|recommendation) of .{3,200}\bit was (?:\w+ly )?(?:agreed|decided|resolved)\b",
    r"^(?:unanimously )?(?:agreed|resolved|approved|carried|adopted)(?: unanimously| nem\.? con\.?)?\.\Z",
    r"\ball (?:members |councillors )?(?:were |voted |being )?in favour\.?\Z",
    r"\b(?:in favour|seconded(?: by)?[^.]{0,40})[.,;]? (?:resolved|agreed|carried)\.\Z",
    r"\band (?:it|this) was (?:duly |unanimously |then |so )?(?:agreed|approved|carried|resolved|accepted)\.?\Z",
    r"\bdecision (?:of the [\w -]{3,40} )?was (?:that|to)\b",
    rf"^(?:(?:following|after|on) a vote\b[^.;]{{0,60}}?,? )?(?:the |this |planning )?(?:application|licence|permission|variation|request)\b[^.]{{0,80}}\b(?:was|were) (?:unanimously )?(?:refused|granted|approved|deferred)\b{_NOT_THEN}(?! (?:by|on appeal to) (?:the|an) (?:planning )?(?:inspector|secretary|government|minister|district|county|borough|city))",
    r"^(?:[\w’',-]+ ){0,8}recommendations? (?:was |were )?(?:then |unanimously |duly )?(?:agreed|approved|accepted|supported|endorsed)(?: [\w’'-]+){0,4}\.?\Z",
    rf"^{BODY} (?:then |unanimously )?voted to\b",
    r"^all (?:members |councillors |(?:those )?present )?(?:were )?agreed (?:that|to)\b",
    r"\bit was that [^.]{3,200}\bbe (?:\w+ly )?\w+(?:ed|en)\b",
    r"^th(?:is|ese) w(?:as|ere) (?:unanimously |then )?(?:agreed|approved|accepted|resolved)\b",
    r"^(?:with no [^.,]{3,40}, |there being no [^.,]{3,40}, )?the (?:(?:exempt|confidential|written|oral|verbal|annual|quarterly|monthly|half-yearly|progress|latest|revised|draft|attached|circulated|further) )?(?:report|update|minutes|contents?|information|presentation|position|progress|recommendations?|proposals?|work programme|forward plan|action log)\b[^.]{0,250}\b(?:was|were) (?:duly |then |unanimously )?(?:noted|received|approved|agreed|endorsed|adopted|accepted)(?: and (?:signed|confirmed|agreed|adopted|noted))?(?: by the chair\w*)?(?: unanimously| for information| as (?:set out|presented|submitted|amended|accurate)[^.]{0,60})?\.?\Z",
    r"\b(?:was|were|be) (?:then |unanimously |duly )?(?:agreed|approved|confirmed|accepted|signed|received|adopted)(?: and (?:signed|confirmed|agreed|approved))?(?: by the (?:chair\w*|leader|mayor|convener|provost|president))? (?:as|to be) (?:an? )?(?:true|correct|accurate)",
    rf"^(?:the )?(?:\w+ )?minutes\b[^.]{{0,160}}\b(?:was|were) (?:duly |unanimously )?(?:confirmed|agreed|approved|accepted)(?: and (?:signed|confirmed))?(?: by the (?:chair\w*|leader|mayor|convener|provost|president))?{_WITH}\.\Z",
    rf"^(?:the )?[a-z’'-]+(?: [a-z’'-]+){{0,5}} (?:was|were) (?:duly |then |unanimously )?(?:agreed|approved|adopted|endorsed)(?: unanimously)?{_WITH}\.\Z",
    r"\b(?:chair\w*|mayor|convener|provost) (?:then |duly )?signed the minutes\b[^.]{0,160}\b(?:which (?:was|were) (?:agreed|approved|confirmed|accepted)|as (?:an? )?(?:true|correct|accurate))",
    r"^the following (?:\w+ ){0,3}(?:payments?|invoices?|cheques?|accounts?|expenditure)\b[^.:]{0,60}\b(?:was|were) (?:unanimously )?(?:approved|authorised|agreed)\b(?!\s*[:–-]*\Z| last\b| in )",
    r"\b(?:was|were) (?:duly |therefore |then |accordingly |unanimously )?(?:re-?)?(?:elected|appointed)(?: as)? (?:the )?(?:vice[- ]?)?(?:chair|provost|mayor|convener)",
    rf"^{BODY} (?:then |also |unanimously |further )?(?:agreed|resolved|decided|approved|endorsed|recommended|acceded to|adopted)\b(?! the following| to (?:dis|differ)){_NOT_THEN}(?! the (?:[\w-]+ ){{1,3}}in (?:19|20)\d\d\b)",
    rf"^(?:after|following) (?:\w+ ){{0,3}}(?:discussion|debate|consideration),? {BODY} (?:then |unanimously )?(?:agreed|resolved|adopted|approved)\b(?! the following)",
    r"^(?:the )?minutes\b[^.]{0,160}\btaken as read\b[^.]{0,40}\b(?:signed|confirmed|approved)\b",
    rf"^{AFTERWARDS}{BODY} (?:then |also |unanimously |further )?noted (?:the|its|their) (?:\w+ ){{0,2}}(?:report|content|update|position|minutes|information|presentation|progress|programme|tracker|plan|figures|actions|dates?)",
)
"""Sentences that decide without a formula. They count only in an item that has no formula of its own."""

PLAIN_DECISION_WORDS = ("esolved", "greed", "xcluded")
PLAIN_DECISION_BEGINNINGS = frozenset(["fo", "af", "it", "ob", "co", "vi", "re", "de"])
"""One of the words stands in each of these, or it begins with these two letters."""

PLAIN_DECISIONS = (
    rf"^(?:following|after) (?:\w+ ){{0,2}}(?:scrutiny|discussion|debate|consideration),? {BODY} (?:was|were) supportive of\b",
    rf"^{BODY} (?:then |also |unanimously |further |accordingly )?resolved,? (?:in terms of|under|pursuant to|in accordance with|that|to)\b",
    rf"^{BODY},? (?:in terms of|under|pursuant to|in accordance with)\b[^;]{{5,160}}?,? (?:resolved|agreed|excluded)\b",
    r"^it was (?:unanimously |also |further |then |therefore |subsequently )?(?:agreed|resolved|decided) (?:that|to)\b",
    r"^(?:observations?|comments?|views?|response|decision) ?[:–-]\s*(?:no )?(?:objections?|object)\b",
)
"""These decide beside a formula too."""

CAPITAL_VERBS = (
    "NOTED",
    "APPROVED",
    "GRANTED",
    "REFUSED",
    "DEFERRED",
    "ACCEPTED",
    "RECEIVED",
    "ENDORSED",
    "ADOPTED",
    "DELEGATED",
    "RATIFIED",
    "CONFIRMED",
)
"""In capitals these decide behind whoever decided, "The Governing Body APPROVED the plan", and NOTED by itself."""

NOT_DECISIONS = (
    r"\bit was suggested that\b",
    rf"^{BODY} (?:also |then |all )?agreed that (?![^.]*\b(?:be|should|would|will|must|not)\b)",
    rf"^{BODY} (?:also |then |all )?agreed (?:about|how|with (?!the (?:recommendation|proposal|officer)))",
    r"\b(?:motion|amendment|proposal)\b.{0,80}\b(?:was|were|fell|declared) (?:declared )?(?:lost|withdrawn|not carried|defeated)\b",
    r"(?:^|[.] )(?:the )?(?:draft |action )?(?:minutes|notes)\b[^.]{0,100}\bwere agreed\.?\Z",
    r"^(?:the following )?apolog(?:y|ies)\b|\bapologies (?:for (?:absence|lateness|inability)|were|was|had|have|from|on behalf)\b",
    r"\bdeclar(?:ed|ations?)\b.{0,60}\binterest",
)
