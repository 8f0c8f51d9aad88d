"""Lines that belong to the page or the sheet and say nothing of the meeting, as data: each a regular expression, with a reason.

They match a whole line, without regard to capitals. As in `formulas`, none may hold a repeated group that can match the same
text in two ways.
"""
# ruff: noqa: E501 - one formula, one line

FURNITURE = (
    (r"agenda items?(?: - .{1,200})?", "name of the page"),
    (r"eitem(?: ar yr)? agenda", "name of the page"),
    (r"agendas, reports and minutes", "name of the page"),
    (r"(?:minutes\s*:\s*)?read the minutes\b.{0,60}", "link of the page"),
    (r"agendas, meetings and minutes(?: - .{0,60})?", "name of the page"),
    (r"(?:agendas?|decisions|minutes|draft minutes)(?:, (?:draft )?decisions)? and (?:draft )?minutes", "name of the page"),
    (r"agenda, decisions and (?:draft )?minutes|agenda and decisions|(?:agenda|rhaglen) a chofnodion|documents", "name of the page"),
    (r"issue - (?:items at meetings|meetings|decisions|history|details)(?: - .{0,300})?", "name of the page"),
    (r"decisions published|(?:record|notice) of (?:an? )?(?:(?:officer|executive|delegated|cabinet member|key|individual) ){1,2}decisions?", "name of the page"),
    (r"issue (?:details|history)|decision details|meeting documents|minutes template|democracy", "name of the page"),
    (r"(?:was|is) this page (?:helpful|useful)\b.{0,40}|rate this page\b.{0,40}", "foot of the page"),
    (r"councillors and committees|modern\.gov (?:content|breadcrumb)|you are here:?.{0,200}", "name of the page"),
    (r".{1,60} logo", "picture of the page"),
    (r"[»›>] .{1,200}", "menu of the page"),
    (r"(?:home|hafan)\s*[/»›>|]\s*\S.{0,200}", "menu of the page"),
    (r"home\s*[/>»›|\\]\s*.{1,200}|how can we help\b.{0,60}|search (?:the|this|our) (?:web)?site.{0,40}", "menu of the page"),
    (r"(?:(?:minutes|notes) )?(?:prepared|produced|taken|recorded|drafted|minuted) by\s*:.{1,100}|(?:minutes|notes) (?:prepared|produced|taken|drafted) by .{1,100}", "foot of the page"),
    (r"home|breadcrumb|skip (?:to )?(?:main )?(?:content|navigation)(?: and tools)?|menu|search|print this page|back to top", "menu of the page"),
    (r"calendar|committees|community councils|consultations|decisions|election results|e?petitions|forthcoming decisions", "menu of the page"),
    (r"forward plans|library|meetings|outside bodies|search documents|subscribe to updates|your (?:councillors|m[ps]s|meps|mps)|what'?s new", "menu of the page"),
    (r"(?:share|print|email|bookmark|save) this (?:item|page)|share (?:on|via|by) \w{1,20}", "link of the page"),
    (r"webcast for .{1,60}|attendance details|agenda (?:frontsheet|reports? pack)\b.{0,60}|printed (?:draft )?(?:minutes|decisions)(?:\s+pdf .{0,20})?", "link of the page"),
    (r"audio recording\b.{0,80}|(?:video|recording) (?:of|from) .{0,80}|\d{1,2}:\d{2}:\d{2}", "link of the page"),
    (r"items|eitemau|(?:note\s+)?(?:no\.?|number|eitem|rhif\.?)[\s|]+(?:items?|eitem)[\s|]*|media|webcast|watch the (?:meeting|webcast)|attachments", "heads of the page's table"),
    (r"item(?: no\.?)?[\s|]+(?:item|topic|description|subject|(?:item under )?discussion|title|minute|notes?|summary|details)\b.{0,80}", "heads of the page's table"),
    (r"(?:agenda|minute)(?: item)?(?: no\.?| number)?[\s|]+actions?(?: by| owner)?(?:[\s|]+(?:item|minute)?(?: ?no\.?| number))?|(?:agenda )?item (?:no\.?|number)", "heads of the page's table"),
    (r"minute(?: no\.?)?[\s|]+(?:subject|description|action)\b.{0,60}", "heads of the page's table"),
    (r"[(\[]?(?:agenda|minute|eitem)(?:(?: ar yr)? agenda)? (?:item )?(?:no\.? ?|number |rhif )?:?\s?\d[\w/.]{0,10}[)\]]?", "number of the item"),
    (r"\.{3}\s*view the full (?:agenda|minutes|decision) text for item.{0,40}", "link of the page"),
    (r"view (?:the )?(?:directions|map|declarations of interest|reasons restricted)", "link of the page"),
    (r"meeting attachments?(?:\s.{0,80})?", "link of the page"),
    (r"part (?:one|two|i{1,3}|1|2|a|b)(?:\s*[-–—(:].{0,120})?", "part of the agenda"),
    (r"rhan \d.{0,60}", "part of the agenda"),
    (r"page \d{1,4}(?: of \d{1,4})?|tudalen \d{1,4}|-\s?\d{1,4}\s?-", "page number"),
    (r"</?[a-z]{2}\d{0,3}>|</?(?:trailer|layout|title|header)_section>|</?(?:trailer|layout|title|header|comment)\w*>", "mark of the printing program"),
    (r"[\s|:\-–—_=*.]{1,200}", "rule or empty row"),
    (r"\(?(?:copy|report|document|minutes)(?: herewith)? (?:attached|enclosed)\)?\.?", "link of the page"),
    (r"(?:note\s*:\s*)?(?:these|the) (?:draft )?minutes (?:are|remain|will be) (?:draft|in draft|subject to|not|unconfirmed)\b.{0,200}\.", "note of the page"),
    (r"(?:note\s*:\s*)?these minutes (?:have been|were|are) (?:produced|printed|prepared|published)\b.{0,200}", "note of the page"),
    (r"(?:note\s*:\s*)?(?:these|the) minutes (?:should|must|are to) be read (?:in conjunction|together|alongside|with)\b.{0,250}", "note of the page"),
    (r"\(?see (?:also )?(?:minutes?|items?)(?: nos?\.?)? [a-z]{0,6}/?\d[\w/. ]{0,12}(?:,? (?:and|&) [a-z]{0,6}/?\d[\w/. ]{0,12})?(?: (?:above|below|refers?))?\.?\)?", "reference to another item"),
    (r"\*{1,2}\s*(?:denotes|indicates|means)\b.{3,120}", "note of the page"),
    (r"minutes end|end of (?:the )?minutes", "note of the page"),
    (r"(?:draft )?minutes to be (?:approved|confirmed|agreed|signed) at the (?:next )?meeting\b.{0,100}|to be held on (?:\w{3,9}day,? )?\d.{4,40}", "note of the page"),
    (r"this decision (?:will|may|shall|can) (?:come into|be (?:implemented|called)|take effect|not be)\b.{0,250}", "particulars of the decision"),
    (r"(?:published (?:on )?[^.]{6,30}\. )?(?:the|these) decisions (?:(?:listed|set out|recorded) )?(?:(?:below|above|here) )?(?:may|will|can|shall|come)\b.{0,300}", "particulars of the decision"),
    (r"published\s*:\s*.{0,20}\d{4}|(?:the )?(?:deadline|closing date|last date) for (?:the )?call[- ]?in\b.{0,300}", "particulars of the decision"),
    (r"decision (?:type|status|maker|published|due)\s*:.{0,200}", "particulars of the decision"),
    (r"eligible for call[- ]in to\s*:.{0,200}|cabinet member\s*:\s*(?:cllr|councillor)\b.{0,60}|note\s*:\s*this is an executive function\.?", "particulars of the decision"),
    (r"is (?:key decision|subject to call[- ]in|called in|the decision)\b.{0,40}\?.{0,20}", "particulars of the decision"),
    (r"(?:wards?(?:\(s\))?|key decision|exempt(?: item| information| appendix)?|forward plan ref\w*\.?)\s*:.{0,200}", "particulars of the item"),
    (r"\(?(?:duration|length) of (?:the )?meeting\s*[:–-].{0,60}", "time of the meeting"),
    (r"the officer who (?:has )?(?:produced|prepared|drafted) these minutes\b.{0,300}", "foot of the page"),
    (r"(?:report author|publication date|date of decision|decision date|decided at meeting|effective from)\s*:.{0,200}", "particulars of the decision"),
    (r"(?:wards? affected|electoral divisions?(?:\(s\))? affected|lead officer|portfolio(?: holder)?|contact officer|reference(?: no\.?| number)?)\s*:.{0,200}", "particulars of the decision"),
    (r"key decision\s*:\s*(?:yes|no)\b.{0,80}|(?:any )?(?:conflicts? of )?interests?(?: declared)?\s*:\s*(?:none|nil|no)\b.{0,60}", "particulars of the decision"),
    (r"this (?:form|notice|record) (?:records|sets out|gives notice of) .{0,120}\bdecisions?\b.{0,200}", "note of the page"),
    (r"(?:(?:we|this (?:web)?site|our (?:web)?site) uses? |we and .{0,40} use |about |your choice about )(?:\w+ )?cookies\b.{0,300}", "cookie banner"),
    (r"(?:accept|reject|allow|decline|manage|deny)(?: all| additional| optional| analytics| non-essential| necessary| only)*(?: (?:cookies|preferences|choices))?(?: and (?:close|continue|save))?", "cookie banner"),
    (r"(?:cookie|privacy) (?:policy|settings|preferences|notice)|(?:set |change )?(?:cookie|your) preferences", "cookie banner"),
    (r"your council|modern\.?gov|my account|(?:log|sign) ?in|residents|a to z(?: of services)?", "menu of the page"),
    (r"(?:this (?:e-?mail|message)|(?:the )?(?:information|contents?) (?:contained )?in this (?:e-?mail|message)|if you (?:have received this|are not the intended))\b.{0,390}", "foot of the e-mail"),
    (r"please consider the environment.{0,100}|sent from my \w+.{0,20}|get outlook for \w+", "foot of the e-mail"),
    (r".{1,160}\|\s*tel(?:ephone)?\b.{1,200}", "foot of the page"),
    (r"view the background to (?:the )?item.{0,40}|\[?back to (?:the )?(?:agenda|meeting|top).{0,20}", "link of the page"),
    (r"(?:©|\(c\) (?:19|20)\d\d|copyright ).{0,200}", "foot of the page"),
    (r"(?:classification\s*:\s*)?(?:official(?: ?[-–:] ?sensitive)?|unrestricted|not protectively marked|unclassified)", "marking of the page"),
    (r"(?:https?://|www\.)\S+", "link of the page"),
    (r"\(?(?:this )?page (?:is |has been |was )?(?:intentionally )?left (?:intentionally )?blank\)?\.?|public document pack", "mark of the printed page"),
)  # fmt: skip
FORM_FIELDS = (
    r"reference(?: (?:number|no\.?))?|subject|(?:report )?title|title of (?:the )?(?:report|decision)",
    r"decision (?:maker|taker|type|status)|decision (?:made|taken) by|key decision|call[- ]in",
    r"date of (?:the )?decision|decision date|date (?:published|of publication)|wards?(?: affected)?|(?:electoral )?divisions? affected",
    r"portfolio(?: holder)?|service(?: area)?|directorate|(?:report|lead|contact) (?:author|officer)",
)
"""Fields of a form, each with a colon on a line of its own and what was filled in on the next."""

LETTER_HEAD = (
    r"from", r"sender", r"sent", r"to", r"cc", r"bcc", r"subject", r"date", r"reply-to", r"importance", r"attachments?",
    r"oddi wrth", r"anfonwyd", r"at", r"pwnc", r"dyddiad",
)  # fmt: skip
FORWARDED = (
    r"-{2,}\s*(?:original message|forwarded (?:message|by .{0,60}))\s*-{0,20}|begin forwarded message:?|on .{6,80}\bwrote:",
)
SALUTATIONS = (r"(?:dear|hi|hello|good (?:morning|afternoon|evening)|annwyl)\b.{0,60}",)
LETTER_CLOSINGS = (
    r"(?:(?:kind|kindest|best|warm|many)? ?regards|best wishes|many thanks|thanks|yours (?:sincerely|faithfully)|cofion(?: cynnes| gorau)?)[,.]?",
)
"""The dress of an e-mail: what its head names, how it is forwarded, how it greets, how it ends (whole lines)."""

FOOT = (
    r"contact us|accessibility(?: statement)?|privacy(?: (?:and cookies|policy|notice|statement))?|cookies(?: and privacy)?",
    r"(?:cookie|privacy) (?:policy|notice|settings)|site ?map|terms(?: and conditions| of use)?|legal(?: notice)?|follow us.{0,60}",
    r"(?:©|\(c\) (?:19|20)\d\d|copyright ).{0,200}|freedom of information|facebook|twitter|youtube|instagram|linkedin",
)
"""Links at the foot of a page. They may be headings too, so only two of them behind all that is said make a foot."""

PARTICULARS = (
    r"leads?(?: officer| member| director)?|(?:report )?author|directorate|department|service area|officer|purpose of item|for",
    r"(?:cabinet|executive) (?:member|lead|portfolio)|portfolio(?: holder)?|status|classification|appendi(?:x|ces)|time|papers?|presenter|presented by",
)
"""What a line "Label: value" right under the title of an item says of the item and not of what was said."""

SIGNATORIES = r"(?:chair(?:man|person|woman)?|vice[- ]chair\w*|convener|mayor|leader|president|provost|clerk|presiding (?:officer|member))"

LINKED_PAPERS = (
    r"(?:(?:draft |previous |agenda |covering |main |officer |supplementary |addendum |briefing )?(?:minutes|reports?|papers?|notes?|items?))",
    r"(?:appendix|appendices|annex|enclosure|attachment)(?: ?(?:\d{1,2}|[a-z]|[ivx]{1,4}))?(?: ?[-–:] [\w ,’'&()-]{2,60})?",
    r"presentation|slides|plan|map|addendum|supplement|background papers?|supporting information|decision notice",
)
"""Names of papers that pages print as links, a line each, right below the title of an item."""

COLUMN_HEADS = (
    r"(?:item|minute|agenda)(?: no\.?| number)?|no\.?|number|subject|title|discussion|notes?|summary|actions?|action by|by whom",
    r"(?:lead|contact|responsible|report) officers?|owner|lead|responsible|by when|deadline|decision|rhif|eitem|ref(?:erence)?(?: no\.?)?|due(?: date| by)?|status",
)
"""Heads of a table's columns, one to a line, where two or more follow each other."""

MEETING_DETAILS = (
    (r"(?:venue|place|location|lleoliad)\s*:.{0,300}", "place of the meeting"),
    (r"(?:time|amser)\s*:.{0,300}", "time of the meeting"),
    (r"\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*(?:to|until|-|–)\s*\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?)?", "time of the meeting"),
    (r"(?:note|link|media|webcast)s?\s*:.{0,300}", "note of the page"),
)  # fmt: skip
