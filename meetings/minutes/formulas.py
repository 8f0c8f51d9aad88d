"""House formulas, as data. A council's own formula is one more line here and one more sample under tests/.

Each is a regular expression, matched without regard to capitals where its list says so; `\\s` is any white space. None may
hold a repeated group that can match the same text in two ways: sources are hostile.
"""
# ruff: noqa: E501 - one formula, one line

# --- labels of a page: what follows them, up to the next label -------------------------------------------------------

MINUTES_LABELS = (
    r"minutes",
    r"minute",
    r"cofnodion",
)
DECISION_LABELS = (
    r"decisions?",
    r"decision taken",
    r"decision made",
    r"decision details",
    r"outcomes?",
    r"penderfyniad(?:au)?",
)
DOCUMENT_LABELS = (
    r"supporting documents",
    r"additional documents",
    r"accompanying documents",
    r"related documents",
    r"background documents",
    r"dogfennau ychwanegol",
    r"dogfennau (?:cefnogol|ategol|cysylltiedig|atodol|pellach)",
    r"dogfennau",
)

# --- the meeting ------------------------------------------------------------------------------------------------------

_NO_MORE = r"[(\[]?(?:(?:there being|as there was|there was|with) no (?:further|other|more) (?:\w+ )?business[^.]{0,40}?,? ?(?:and )?)?"
_CLOSED = r"(?:commenced|started|began|opened|ended|finished|closed|concluded|rose|terminated|adjourned)"
CLOSINGS = (
    rf"{_NO_MORE}(?:the )?(?:chair\w*|mayor|convener|provost|president) (?:then )?(?:declared|closed) the meeting\b[^.]{{0,40}}\d.{{0,60}}",
    rf"{_NO_MORE}(?:the )?(?:meeting|hearing|session)(?:,? which (?:had )?{_CLOSED} at [\d.: apm]+,?)? (?:was |then |was then |duly )?{_CLOSED}\b[^.]{{0,60}}(?:\d|noon|midday).{{0,60}}",
    r"(?:the )?(?:council|committee|panel|board|commission) (?:rose|adjourned|concluded) at \d.{0,60}",
    r"(?:daeth y cyfarfod i ben|dechreuodd y cyfarfod)\b.{0,100}",
)
"""How minutes say when the meeting ended; a paragraph, which closes the list of resolutions above it."""

STATUS_WORDS = (r"noted", r"agreed", r"approved", r"resolved", r"received", r"carried", r"deferred", r"for information")
"""One word alone at the end of an item: the status column of a flattened table."""

CONTACT_LABELS = (
    r"(?:for (?:further|more) (?:information|details),? (?:please )?)?contact(?: officer| name| details)?s?",
    r"cyswllt",
    r"tel(?:ephone)?(?:\.? no)?",
    r"e-?mail",
    r"ffôn",
)
PRESENT_LABELS = (
    r"(?:members |councillors |committee members |board members |panel members )?present",
    r"(?:also |officers |others )?(?:in )?attendance",
    r"also present",
    r"in attendance",
    r"officers(?: present| in attendance)?",
    r"attendees|attendance|(?:those|all) present|attending|(?:members|councillors|cllrs|officers) (?:attending|in attendance)",
    r"(?:substitutes?|co-?opted members?|absent|non-attendance|observers?|guests|public)",
    r"in the chair|chair|chairman|chairwoman|chairperson|vice[- ]chair(?:man)?|presiding",
    r"(?:other )?(?:(?:sub-)?committee |board |panel |cabinet |executive |council |authority |forum |voting |non-voting |lay )?members(?: (?:also )?present)?",
    r"members of the (?:committee|board|panel|commission|cabinet|executive|authority|forum|council)(?: present)?",
    (
        r"(?:(?:other|also|cabinet|executive|portfolio|committee|board|panel|scrutiny|county|district|parish|town|borough|ward|senior|lead|voting|lay|partner"
        r"|external|invited|co-?opted|non-(?:voting|executive)|independent|council|authority|substitute|visiting) ){0,3}"
        r"(?:members|councillors|cllrs|officers|holders|leads|guests|representatives|observers|witnesses|speakers|partners|staff|attendees|invitees"
        r"|visitors|substitutes|trustees|governors|directors|public|press|organisations) "
        r"(?:(?:also |who were )?(?:present|in attendance|attending|attended|invited))(?: (?:remotely|virtually|online|by invitation|in person|as observers|via (?:ms |microsoft )?(?:teams|zoom)))?"
    ),
    r"(?:invited|visiting) (?:guests|speakers|members)|(?:external |expert )?witnesses|invitees|(?:cabinet|executive|portfolio) (?:members|holders)|substitute members",
    r"(?:in attendance|present|attending)(?: (?:remotely|virtually|online|by invitation|in person|via (?:ms |microsoft )?(?:teams|zoom)))",
    r"yn bresennol|presennol|hefyd yn bresennol",
    r"sederunt",
)
PRESENT_FOR_ITEM = (
    r"(?:also )?(?:present|in attendance|attending)(?:,? by invitation,?)? for (?:this|the) (?:item|discussion|part of the meeting)(?: (?:was|were))?(?: the following)?",
    r"the following (?:\w+ )?(?:attended|joined the meeting) for (?:this|the) (?:item|discussion)",
    r"(?:also|officers|others) (?:present|in attendance)",
    r"the following (?:\w+ )?(?:was|were) (?:also )?(?:present|in attendance)(?: for (?:this|the) (?:item|discussion))?",
)
"""Who came for one item, within its minutes."""

PLAIN_PRESENT_LABELS = (
    r"(?:members |councillors |committee members |board members |panel members )?present",
    r"(?:yn bres|pres)ennol",
    r"sederunt",
)
"""Those that say no more than that these were there; "Also present" says more, and stays."""

APOLOGY_LABELS = (r"apolog(?:y|ies)(?: for absence| received)?", r"ymddiheuriadau(?: am absenoldeb)?")

# --- lines above the minutes of an item -----------------------------------------------------------------------------

AGENDA_OPENINGS = (
    r"(?:joint |verbal |oral |written )?(?:report|presentation|update|briefing note|letter|note)s? (?:of|by|from) the\b",
    r"(?:joint )?report of\b",
    r"(?:joint |verbal )?(?:report|update|presentation|briefing) by [\w’' ,&-]{3,80}\.?\Z",
    r"to (?:consider|receive|approve|note|agree|confirm|scrutinise|review|discuss|determine|elect|appoint|report)\b",
    r"(?:any |all )?members?\b(?! (?:were|was|had|asked|said|thought|felt|noted|agreed|heard|wished|considered|discussed|suggested|commented|expressed|queried|questioned|raised|hoped)\b)[^.]{0,60}\b(?:are (?:asked|invited|requested|reminded|required)|may|should|must) (?:to )?(?:\w+)",
    r"(?:this|the|the attached) report (?:provides|sets|details|seeks|asks|presents|informs|outlines|summarises|updates|introduces)\b",
    r"the (?:committee|board|panel|commission|cabinet|council) welcomes\b|you are welcome\b|if you (?:wish|are|require|would)\b|\**\s*please note\b",
    r"the (?:chair\w*|mayor|leader|clerk) (?:will|shall)\b",
    r"the (?:committee|board|panel|commission|cabinet|executive|council|chair(?:man)?) (?:is|are) (?:asked|invited|requested|recommended) to\b",
    r"verbal (?:update|report)",
    r"ystyried\b|derbyn\b|adroddiad (?:ar y cyd )?(?:gan|(?:yr? )(?:pennaeth|cyfarwyddwr|prif|swyddog|rheolwr|clerc|aelod))\b",
)
DOCUMENT_SUFFIX = r"(?:\s*[-–]?\s*(?:pdf e?icon\s+)?(?:PDF|DOCX?|XLSX?)\s+\d+(?:\.\d+)?\s*(?:KB|MB|GB))+"

# --- decisions --------------------------------------------------------------------------------------------------------

DECIDING = (r"resolved", r"recommended", r"penderfynwyd", r"argymhellwyd")
"""Words that open a decision in whatever capitals: behind them stands a colon, a dash, "that", "to", a number, or nothing."""

AGREEING = (r"agreed", r"decided", r"determined", r"ordered", r"cytunwyd")
"""Words that narrative uses too: they open a decision before a colon, a dash or "that", or in capitals."""

CAPITAL_DECISIONS = tuple(word.upper() for word in (*DECIDING, *AGREEING))
"""In capitals these decide in the middle of a sentence too."""

DECISION_NOUNS = (r"resolutions?", r"decisions?", r"recommendations?")
"""Before a colon: "RECOMMENDATION:"."""

BODY_WORDS = r"council|committee|sub-committee|panel|board|commission|cabinet|executive|forum|group|assembly|governing body|trustees|governors|senate|(?<!high )(?<!crown )(?<!county )court"
BODY_OF_NOTING = rf"(?:The )?(?:\w+ ){{0,4}}(?:{BODY_WORDS.title()}|{BODY_WORDS}|Members)"
BODY_WORDS_OR_MEMBERS = rf"(?:{BODY_WORDS}|members|councillors)"

NOTING = rf"(?:(?:it was |{BODY_OF_NOTING} )?NOTED|Noted)(?:\s+that)?\s*[:–—-]+"
"""Over a numbered list these decide; over bullets, or in small letters within a sentence, they only tell."""

ANNOUNCEMENT_WORDS = ["resol", "agree", "recommend", "decided", "request", "approved"]
ANNOUNCEMENTS = (
    r"\b(?:resolved|agreed|recommended|decided)\b(?: unanimously)?\s*(?:that|to|as follows|the following(?: recommendations| actions)?)?(?:\s+the\s+\w+)?\s*[:–—-]+\s*\Z",
    rf"\b{BODY_WORDS_OR_MEMBERS} (?:therefore |also |now )?(?:recommends?|resolves?|agrees?|requests?)(?: to [\w ]{{3,40}})?(?: that| to)?\s*[:–—-]+\s*\Z",
    r"\bthe following (?:\w+ ){0,3}(?:was|were) (?:unanimously )?(?:agreed|resolved|recommended|approved)\b",
    r"\b(?:recommendations?|resolutions?) (?:was|were) (?:agreed|made)\b",
    rf"\b{BODY_WORDS_OR_MEMBERS} (?:also |then |unanimously |further )?(?:made|makes) the following (?:\w+ )?recommendations?\b[^.:]{{0,80}}:\s*\Z",
    r"\b(?:agreed|resolved|decided)\b[^.]{0,120}\bthe following(?! (?:conditions|reasons|grounds|terms|options)\b)(?: [\w’]+){0,8}\s*[:–—-]+\s*\Z",
    rf"\b{BODY_WORDS_OR_MEMBERS} (?:unanimously |then )?(?:approved|agreed|resolved) the following(?: \w+)?\s*[:–—-]+\s*\Z",
)
"""How the last sentence of a paragraph opens a list of decisions."""

AFTERWARDS = (
    r"(?:(?:thereafter|accordingly|therefore|(?:following|after) (?:\w+ )?(?:consideration|discussion|debate)(?: of [^,.;:]{1,60})?"
    r"|having (?:considered|noted|heard|discussed) [^,.;:]{3,80}),? )?"
)
"""What may stand before the body that decides: "Following consideration, the Committee ..."."""

BODY = rf"(?:the )?(?:(?:\w+ ){{0,4}}(?:{BODY_WORDS})|members|councillors)"
HAVING = r"(?:, (?:having|after|following|on hearing|in noting)\b[^.:;]{3,300})?,?"
"""What may stand between the body and the colon behind which it decides: "The Committee, having heard officers:-"."""

HAVING_OPENS = r"(?:Having|After|Following|Upon)"
"""How the sentence begins that says what was heard or weighed before the body "RESOLVED: ..."."""

WELSH_BODY_DECIDES = r"(?:cytunodd|penderfynodd|nododd|argymhellodd) (?:yr? )?(?:aelodau|pwyllgor|cabinet|cyngor|panel|bwrdd)(?: \w+){0,4}"
PRESENT_TENSE_VERBS = r"(?:note|agree|approve|recommend|request|endorse|support|resolve|accept|thank|ask|receive|confirm|delegate|refer)s?"
RUN_INS = (
    r"\bit (?:was|is)(?: then| further| also| therefore| accordingly| unanimously)?\s*[:,–-]*$",
    r"\b(?:proposed|moved|seconded|vote)\b.{0,120}\band(?: so)?\s*[:,–-]*$",
    r"\bbe it\s*[:,–-]*$",
    r"(?:\b(?:proposed|moved|seconded)\b.{0,120}\band(?: it was)?|, it was) (?:unanimously )?(?:agreed|resolved)(?: that)?\s*[:,–-]*$",
)
"""How a sentence ends that runs on into a resolution, whose word RESOLVED may be lost."""

LIMB_LANGUAGE = (
    r"^that\b",
    r"^(?:bod|nodi|cymeradwyo|gofyn|derbyn|argymell|cytuno|cefnogi|diolch|gwahodd|awdurdodi)\b",
    r"^to \w+",
    r"\b(?:be|not be|also be) (?:\w+ly )?(?:noted|approved|agreed|received|endorsed|accepted|adopted|supported|authorised|delegated|requested|asked|appointed|elected|invited|included|submitted|referred|deferred|recommended|confirmed|signed|circulated|welcomed|thanked|given|made|added|brought|reported|amended|established|set up|advised|informed|instructed|granted|refused|excluded|presented|commended|congratulated|undertaken|shared|provided|prepared|arranged)\b",
    r"^(?:notes?|agrees?|approves?|recommends?|requests?|endorses?|supports?|thanks?|asks?|receives?|welcomes?|delegates?|authorises?|confirms?|instructs?|invites?|refers?|acknowledges?)\b",
    r"^(?:noted|agreed|approved|recommended|requested|endorsed|supported|thanked|asked|received|welcomed|acknowledged|resolved|accepted|felt|instructed|remitted|authorised|delegated|confirmed|continued)\b",
)
"""How a thing decided is worded; says whether numbered lines without a stem are limbs."""

MOVERS = r"(?:proposed|moved|seconded|duly seconded|nominated)"
MOTION_WORDS = ["moved", "proposed", "motion", "amendment"]
MOTION_OPENINGS = (
    r"\b(?:moved|proposed)\b.{0,80}\bseconded\s*[:–-]+$",
    r"^(?:moved|proposed|motion(?: moved)? by|motion proposed by)\b",
    r"^(?:it was\s+)?(?:moved|proposed) by\b(?!.{0,400}\b(?:resolved|agreed)\b)",
    r"\b(?:moved|proposed|submitted|put forward|gave notice of|introduced)\b.{0,80}\b(?:the )?following (?:motion|amendment|notice of motion|proposal)\b",
    r"\bfollowing (?:motion|amendment|notice of motion|proposal)\b.{0,120}(?::|\s[-–—])\s*$",
    r"\b(?:motion|amendment)\b.{0,80}\b(?:moved|proposed)\b.{0,160}:\s*$",
    r"^(?:notice of )?(?:motion|amendment)(?: \d{1,2})?\s*[:-]?$",
    r"\b(?:motion|amendment)(?: (?:was|read|reads|is))?(?: as follows)?\s*:\s*[-–]?$",
)
MOTION_ENDS = (r"\b(?:vote|voting|voted|carried|lost|fell|put to the|debate|discussion|substantive)\b",)
VOTE_WORDS = ["vot"]
VOTES = (
    r"\bon (?:a|being put to the|the) vote\b|\b(?:put|moved) to (?:the|a) vote\b",
    r"\bvot(?:ed|es|ing) (?:for|against|in favour)\b|\bvotes? (?:for|against|in favour)\b|\bcasting vote\b|\bdeciding vote\b",
    r"^[\w .'’-]{2,40}:\s*\d{1,3} votes?\b",
    r"\bvot\w*\b.{0,20}\bfor:? \d{1,3}\b.{0,20}\bagainst\b",
    r"\bcarried by \w+ votes?\b|\b\w+ votes? (?:for|to)\b|\brecorded vote\b",
)
VOTE_LINES = (
    r"\(?(?:for|against|abstain(?:ed|ing)?|abstentions?|in favour|votes?|voting)\s*[:(–-]",
    r"(?:for|against) the (?:\w+ )?(?:motion|amendment|proposals?|recommendations?)\s*[-–—:(]{0,2}\s*\d{1,3}\b",
    r"(?:for|in favour|against|abstain(?:ed|ing)?|abstentions?)\s+\d{1,3}\b(?=[\s,;.]*(?:\Z|for|in favour|against|abst|and))",
)
"""How a line begins that only counts votes."""

ROLL_CALL_WORDS = ["roll", "voted", "recorded", "cast"]
ROLL_CALLS = (
    r"\b(?:calling the roll|votes? (?:having been |being |was |were )?cast as follows|roll[- ]call|voted as follows|recorded vote|vote was recorded|names? (?:of those )?(?:were|be) recorded|votes? (?:was|were|be|being) (?:recorded|cast|taken) (?:by name|as follows))\b",
)

# --- reports ----------------------------------------------------------------------------------------------------------

REPORT_TITLES = (r"(?:report )?(?:title|subject)",)
REPORT_BODIES = (r"(?:report )?to", r"(?:name of )?(?:committee|meeting)")
REPORT_PARTICULARS = (
    r"report (?:of|by|from|author)",
    r"(?:author|classification|status|purpose|agenda item|ward|wards)(?:\(s\)|s)?",
)
"""Labels above a report, each before a colon: its title, whom it is for, and what else is said of it."""

REPORT_HEADINGS = (r"purpose(?: of (?:the )?report)?", r"recommendations?", r"background(?: papers)?", r"introduction")
"""Two of these among the headings make a paper a report."""

_OF_WHAT = r"(?:financial|finance|legal|equality|equalities|human resources?|staffing|risk|climate|environmental|property|procurement|data protection)"
IMPLICATION_TITLES = (
    rf"{_OF_WHAT}(?:,? and \w+| change| and diversity)? implications?(?: of .{{1,40}})?",
    r"equalit(?:y|ies)(?: impact(?: assessment)?)?",
)
"""Headings of a report whose text is an implication, without a heading over them all."""

IMPLICATION_HEADINGS = (
    r"(?:appendix \w{1,3}\s*[:–-]\s*)?implications",
    r"appendix \w{1,3}\s*[:–-]\s*implications.{0,40}",
    r"implications of the report",
)
QUESTION_HEADINGS = (
    r"(?:members|members[’']|member|public|councillors[’']?|written|oral|supplementary)? ?questions?(?: and answers)?(?: from .{1,60})?(?: by .{1,60})?",
)
QUESTION_LABELS = (r"(?-i:Q)(?: ?\d{1,3})?(?=\s?[:.)])", r"question(?: ?\d{1,3})?", r"supplementary question")
QUESTION_SPOKEN = r"(?P<asked>(?:supplementary )?question(?: (?:no\.? ?)?(?P<number>\d{1,3}))?(?:(?:\s*[-–—:])? (?:from|by|asked by|put by|submitted by|(?-i:Mr|Mrs|Ms|Miss|Dr|Councillor|Cllr))\b.{0,100})?)"
ANSWER_SPOKEN = r"(?:(?:written |supplementary )?(?:answer|reply|response)(?: (?:from|by|of)\b.{0,80})?)"
"""Headings that say who asks, and who answers, below them."""

REPLYING = r"(?:in (?:reply|response),? |.{3,60}\b(?:replied|responded|answered)\b)"
"""How a paragraph begins that answers the question above it."""

SPOKEN = (
    r".{2,80}\basked(?: the .{2,60})? (?:the following|a|this)(?: \w+)? question(?: of .{2,60})?\s*[:-]",
    r".{2,80}\b(?:replied|responded|answered)(?: as follows| that)?\s*[:-]",
)
"""Sentences that do so: what is asked, and what is answered."""

ANSWER_BY_LETTER = r"(?-i:A)(?: ?\d{1,3})?[.)]\s+"
"""Answers only behind a question that is marked so too; elsewhere it is an initial, or the letter of a list."""

ANSWER_LABELS = (
    r"(?-i:A)(?: ?\d{1,3})?(?=\s?:)",
    r"answer(?: ?\d{1,3})?",
    r"(?:response|reply)(?: ?\d{1,3})?",
    r"supplementary (?:answer|response)",
)
DECLARATION_COLUMNS = (
    r"(?:councillors?|members?|names?)(?: names?)?|(?:agenda |minute )?items?(?: nos?\.?| numbers?)?|minute (?:nos?\.?|numbers?)|subject",
    r"(?:nature|type|details) of (?:the )?(?:personal |prejudicial |pecuniary |declared )*interests?|interests?(?: declared)?|reasons?|action(?: taken)?",
)
"""Heads of a table of interests that was flattened to one cell a line."""

NO_HEADINGS = (
    r"none(?: / dim)?|dim(?: / none)?|nil|not applicable|n/a|no comments?|withdrawn|there were none|as above|see above|noted|agreed",
)
"""Short lines without a full stop that are text all the same."""

SENTENCE_WORDS = frozenset([
    "was", "were", "is", "are", "be", "been", "had", "has", "have", "that", "would", "will", "could", "should", "may",
    "might", "can", "did", "does", "do", "said", "asked", "agreed", "noted", "reported", "explained", "advised",
    "stated", "used", "thanked", "welcomed", "felt", "told", "gave", "made", "took", "proposed", "seconded",
    "received", "presented", "considered", "informed", "confirmed", "nominated", "elected", "expressed", "replied", "answered",
    "responded", "spoke", "wished", "thought", "suggested", "wrote", "heard",
])  # fmt: skip
"""A line with one of these is a sentence, not a heading, unless it opens as a noun does."""

NOUN_OPENINGS = frozenset([
    "what", "how", "why", "where", "when", "who", "whether", "being", "having", "getting", "feeling", "making",
    "finding",
])  # fmt: skip
"""First words of a clause that names a subject: "What would have helped", "Being told"."""

PARTICIPLES = frozenset(["proposed", "used", "made", "asked", "considered", "presented"])
"""Before "for", "in" or "to", and behind a noun, these are no verbs of a sentence: "Changes proposed for 2027"."""

STANDING_ITEMS = (
    r"(?:to receive )?apologies(?: for absence)?",
    r"(?:to receive )?declarations? of (?:\w+ )?interests?(?:\b.{0,40})?",
    r"(?:approval of |confirmation of )?(?:the )?(?:draft )?minutes(?: of .{1,80})?",
    r"minutes and matters arising|matters arising",
    r"(?:public (?:participation|questions?|forum|speaking)|questions from the public)(?:\b.{0,40})?",
    r"(?:chair(?:man|person)?|mayor|convener)[’']?s? (?:announcements?|report|remarks|opening remarks)",
    r"welcome(?: and (?:introductions|apologies).{0,30})?",
    r"any other (?:urgent )?business|urgent business|correspondence",
    r"(?:(?:date|time|dates) (?:and \w+ )?of (?:the )?)?next meetings?",
    r"exclusion of (?:the )?(?:press and )?public.{0,30}",
    r"election of (?:a )?(?:vice[- ])?chair\w*",
    r"ymddiheuriadau.{0,30}|datgan\w* .{0,30}|cofnodion.{0,60}",
)
"""Items that every agenda has: where one of them is a heading, headings are the items (whole line)."""

BODIES = r"(?:sub[- ]?committee|committee|board|panel|council|cabinet|commission|executive|forum|assembly|sub[- ]?group|working group|(?:scrutiny|challenge|review|liaison|advisory|reference) group|task (?:and finish )?group|steering group|(?:policy|development|delivery|consultative|user|stakeholder|project|improvement|monitoring|focus) group|partnership|authority|governing body|governors|trustees|senate|university court|pwyllgor|cyngor)"

FIELDS = (
    r"status|progress|rag(?: rating| status)?|priority|cost|owner|officer|lead officer|due(?: date)?|deadline|target(?: date)?",
    r"applicants?|agent|proposals?|site|location|address|application(?: no\.?| number)?",
)
"""Before a colon these say a particular and are no heading: "Status: Complete"."""

_POINTS = r"(?:(?:key|main|other|further) )?(?:points|issues|messages|findings|comments|queries|questions|matters|observations)"
_RAISED = r"(?:raised|made|noted|discussed|highlighted|considered)"
HEADINGS_WITHIN_ITEMS = (
    (
        rf"(?:(?:a )?summary of )?(?:the )?{_POINTS}(?: (?:and|&) (?:answers|discussion|comments|queries|questions|responses))?"
        rf"(?: {_RAISED}(?:\s?(?:/|and)\s?{_RAISED})?)?"
        r"(?: (?:in|during|from|by|arising from) (?:the )?(?:ensuing |subsequent )?(?:discussions?|debate|members|councillors|committee|panel|board|public))?(?: with .{2,60})?"
    ),
    r"(?:members[’']? )?questions(?: (?:and|&) (?:answers|discussion|comments))?|(?:summary of )?(?:the )?(?:discussion|debate)|comments",
    r"(?:alternative |other )?options?(?:\(s\))? considered(?: and rejected)?|witnesses",
)
"""Headings that part what was said of one item, where items have no numbers (whole line)."""
