"""A small council in which something of every kind must not be seen by everybody.

Each such text holds a word of its own, so that a page which shows it to the wrong person gives itself away. Beside each
stands COMMON, a word for which one can search.
"""

import datetime
import hashlib
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.utils import timezone

from meetings.actions.batches import start_batch
from meetings.actions.bringing_in import bring_in
from meetings.choices import BatchFileState, MinutesStage
from meetings.models import AgendaItem, Batch, Committee, Meeting, SourceDocument, SuggestedAction
from meetings.zipped import Packed
from recommendations.choices import (
    EventKind,
    Outcome,
    RecommendationKind,
    ResponseKind,
    SignOffDecision,
    Standing,
    UpdateStage,
)
from recommendations.models import Event, Evidence, Extension, PaperCover, Recommendation, Response, Review, SignOff
from scrutiny.models import User
from tests.cast import Cast, gather
from tests.factories import (
    a_body,
    a_committee,
    a_meeting,
    a_paragraph,
    a_post,
    a_recommendation,
    a_resolution,
    a_review,
    an_item,
    an_update,
)

COMMON = "osprey"
BATCH = "many-at-once"
"""Stands for the batch in addresses."""

HELD_ON = datetime.date(2025, 3, 10)

CLERKS = frozenset({"clerk", "administrator"})
LEADING = CLERKS | {"officer"}
"""The officer’s post leads what is tracked here; the other officer holds no post."""

MAY_SEE: dict[str, frozenset[str]] = {
    # minutes
    "zexemptitem": CLERKS,
    "zexemptagenda": CLERKS,
    "zexemptitemparagraph": CLERKS,
    "zexemptitemresolution": CLERKS,
    "zexemptparagraph": CLERKS,
    "zexemptresolution": CLERKS,
    "zexemptstem": CLERKS,
    "zunpublisheditem": CLERKS,
    "zunpublishedagenda": CLERKS,
    "zunpublishedparagraph": CLERKS,
    "zunpublishedresolution": CLERKS,
    "zunpublishedpresent": CLERKS,
    "zunpublishedapologies": CLERKS,
    "zwaitingsource": CLERKS,
    "zrecordedsource": CLERKS,
    "zcorrectingsource": CLERKS,
    "zwaitingname": CLERKS,
    "zbatchname": CLERKS,
    "zbatchfile": CLERKS,
    "zbatchmessage": CLERKS,
    "zsuggestion": CLERKS,
    "ztakenoutparagraph": frozenset(),
    "ztakenoutresolution": frozenset(),
    "ztakenoutitem": frozenset(),
    "ztakenoutsuggestion": frozenset(),
    "zexemptsuggestion": CLERKS,
    # what an officer’s post leads
    "zledtitle": LEADING,
    "zledwording": LEADING,
    "zledupdate": LEADING,
    "zledresponse": LEADING,
    "zledpromise": LEADING,
    "zledreason": LEADING,
    "zlednote": LEADING,
    "zledextension": LEADING,
    "zfromexempt": LEADING,
    # what nobody’s post leads
    "zexempttitle": CLERKS,
    "zexemptwording": CLERKS,
    "zdrafttitle": CLERKS,
    "zdraftwording": CLERKS,
    # progress on something public
    "zexempttext": LEADING,
    "zothersexempttext": CLERKS,
    "zdraftupdate": LEADING,
    "zdraftexempttext": LEADING,
    "zsubmittedupdate": LEADING,
    "zsubmittedexempttext": LEADING,
    "zothersdraft": CLERKS,
    "zexemptevidence": LEADING,
    "zexemptfile": LEADING,
    "zdraftevidence": frozenset({"officer"}),
    # papers
    "zpapertitle": CLERKS,
    "zpaperpurpose": CLERKS,
}

MINUTES = f"SAFER COMMUNITIES COMMITTEE\n10 March 2025\n\n1 Online crime\n\n1.1 Members saw {COMMON} {{word}} nests.\n"


def said(word: str) -> str:
    return f"Of the {COMMON} and {word}."


def source_content(word: str) -> bytes:
    return MINUTES.format(word=word).encode()


def source_key(word: str) -> str:
    return hashlib.sha256(source_content(word)).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Council:
    people: Cast
    committee: Committee
    review: Review


def a_council_with_secrets() -> Council:
    people = gather()
    committee = a_committee(name="Safer Communities Committee", slug="ssc", prefix="SSC")
    meeting = a_meeting(committee=committee, held_on=HELD_ON)
    item = an_item(meeting=meeting, number="31", title=f"Online crime and {COMMON}")
    _exempt_minutes(item)
    _unpublished_minutes(committee)
    _taken_out(item)
    _sources(meeting, people.dev)
    review = a_review(committee=committee, title="Online crime", slug="online-crime")
    _led(committee, review, people)
    _led_by_nobody(committee, review)
    _progress(committee, review, people)
    PaperCover.objects.create(
        review=review, as_at=HELD_ON, meeting_on=HELD_ON, title=said("zpapertitle"), purpose=said("zpaperpurpose")
    )
    PaperCover.objects.create(
        review=review,
        as_at=datetime.date(2025, 5, 1),
        meeting_on=datetime.date(2025, 5, 6),
        title="Progress",
        published_at=timezone.now(),
    )
    return Council(people, committee, review)


def _exempt_minutes(item: AgendaItem) -> None:
    """In the open item: 31.1 and resolution 1 open, 31.2 and resolution 2 exempt. Item 32 is exempt as a whole."""
    opened = a_paragraph(item=item, text=f"Open {COMMON}.")
    exempt = a_paragraph(item=item, text=said("zexemptparagraph"), is_exempt=True, exempt_paragraphs="3")
    a_resolution(item=item, text=f"notes the open {COMMON}.")
    a_resolution(item=item, text=said("zexemptresolution"), stem=said("zexemptstem"), is_exempt=True)
    for paragraph, word in ((opened, "zsuggestion"), (exempt, "zexemptsuggestion")):
        SuggestedAction.objects.create(item=item, paragraph=paragraph, text=said(word), is_marked=False, phrase="asked")
    closed = an_item(
        meeting=item.meeting,
        number="32",
        title=said("zexemptitem"),
        agenda_text=said("zexemptagenda"),
        is_exempt=True,
        exempt_paragraphs="3",
    )
    a_paragraph(item=closed, text=said("zexemptitemparagraph"))
    a_resolution(item=closed, text=said("zexemptitemresolution"), anchor="r32-1")


def _unpublished_minutes(committee: Committee) -> None:
    meeting = a_meeting(
        committee=committee,
        held_on=HELD_ON + datetime.timedelta(days=7),
        minutes_stage=MinutesStage.IN_PREPARATION,
        present=said("zunpublishedpresent"),
        apologies=said("zunpublishedapologies"),
    )
    item = an_item(meeting=meeting, number="41", title=said("zunpublisheditem"), agenda_text=said("zunpublishedagenda"))
    a_paragraph(item=item, text=said("zunpublishedparagraph"))
    a_resolution(item=item, text=said("zunpublishedresolution"))


def _taken_out(item: AgendaItem) -> None:
    """A correction took them out of published minutes: nobody reads their words there any more."""
    at = timezone.now()
    paragraph = a_paragraph(item=item, number="31.9", text=said("ztakenoutparagraph"), taken_out_at=at)
    a_resolution(item=item, number="9", text=said("ztakenoutresolution"), taken_out_at=at)
    SuggestedAction.objects.create(item=item, paragraph=paragraph, text=said("ztakenoutsuggestion"), is_marked=False)
    an_item(meeting=item.meeting, number="39", title=said("ztakenoutitem"), taken_out_at=at)


def _sources(meeting: Meeting, dev: User) -> None:
    at = timezone.now()
    bring_in(name="zwaitingname.txt", content=source_content("zwaitingsource"), format="text", by=dev, at=at)
    recorded = bring_in(name="minutes.txt", content=source_content("zrecordedsource"), format="text", by=dev, at=at)
    SourceDocument.objects.filter(pk=recorded.pk).update(meeting=meeting, recorded_at=at)
    corrects = source_content("zcorrectingsource")
    correcting = bring_in(name="corrected.txt", content=corrects, format="text", by=dev, at=at)
    SourceDocument.objects.filter(pk=correcting.pk).update(corrects=recorded)
    files = [Packed(f"{word}.txt", 0, bytes) for word in ("zbatchfile", "zother")]
    batch = start_batch(files, name="zbatchname.zip", by=dev, at=at)
    batch.files.filter(order=2).update(state=BatchFileState.FAILED, message=said("zbatchmessage"))
    Batch.objects.update(key=BATCH)


def _led(committee: Committee, review: Review, people: Cast) -> None:
    """SSC (24/25) 01 is exempt, has everything, and is closed; 02 cites the exempt paragraph. Tom’s post leads both."""
    led = a_recommendation(
        committee=committee,
        review=review,
        number=1,
        made_on=HELD_ON,
        title=said("zledtitle"),
        wording=said("zledwording"),
        kind=RecommendationKind.COMMITTEE,
        lead_post=people.toms_post,
        target_on=HELD_ON,
        is_exempt=True,
        exempt_paragraphs="3",
    )
    resolution = committee.meetings.get(held_on=HELD_ON).items.get(number="31").resolutions.get(anchor="r1")
    update = an_update(
        recommendation=led, text=said("zledupdate"), post=people.toms_post, author=people.tom, as_at=HELD_ON
    )
    response = Response.objects.create(
        recommendation=led,
        kind=ResponseKind.ACCEPTED,
        responded_on=HELD_ON,
        explanation=said("zledresponse"),
        promised_action=said("zledpromise"),
    )
    extension = Extension.objects.create(
        recommendation=led,
        target_on=datetime.date(2025, 9, 1),
        granted_on=HELD_ON,
        reason=said("zledextension"),
        resolution=resolution,
    )
    sign_off = SignOff.objects.create(
        recommendation=led,
        decision=SignOffDecision.CLOSED,
        outcome=Outcome.NOT_ACHIEVED,
        decided_on=HELD_ON,
        resolution=resolution,
        reason=said("zledreason"),
    )
    _event(led, people.dev, EventKind.WORDING_CORRECTED, note=said("zlednote"))
    _event(led, people.dev, EventKind.RESPONSE_RECORDED, response=response)
    _event(led, people.tom, EventKind.PROGRESS_PUBLISHED, update=update)
    _event(led, people.dev, EventKind.TARGET_EXTENDED, extension=extension)
    _event(led, people.dev, EventKind.CLOSED, sign_off=sign_off)
    item = resolution.item
    a_recommendation(
        paragraph=item.paragraphs.get(anchor="p31-2"),
        review=review,
        number=2,
        title=said("zfromexempt"),
        lead_post=people.toms_post,
    )


def _event(recommendation: Recommendation, by: User, kind: EventKind, **fields: object) -> None:
    Event.objects.create(
        recommendation=recommendation, kind=kind, on=HELD_ON, at=timezone.now(), **Event.signed(by), **fields
    )


def _led_by_nobody(committee: Committee, review: Review) -> None:
    """SSC (24/25) 03 is exempt, 04 not published."""
    a_recommendation(
        committee=committee,
        review=review,
        number=3,
        made_on=HELD_ON,
        title=said("zexempttitle"),
        wording=said("zexemptwording"),
        target_on=HELD_ON,
        is_exempt=True,
    )
    a_recommendation(
        committee=committee,
        review=review,
        number=4,
        made_on=HELD_ON,
        title=said("zdrafttitle"),
        wording=said("zdraftwording"),
        target_on=HELD_ON,
        published_at=None,
    )


def _progress(committee: Committee, review: Review, people: Cast) -> None:
    """SSC (24/25) 05 is public and on track; of its updates only the words that are not exempt are."""
    opened = a_recommendation(
        committee=committee,
        review=review,
        number=5,
        made_on=HELD_ON,
        title=f"Open {COMMON}",
        kind=RecommendationKind.COMMITTEE,
        lead_post=people.toms_post,
        response_due_on=HELD_ON,
    )
    toms = {"recommendation": opened, "post": people.toms_post, "author": people.tom}
    published = an_update(**toms, exempt_text=said("zexempttext"), exempt_paragraphs="3", as_at=HELD_ON)
    _event(opened, people.tom, EventKind.PROGRESS_PUBLISHED, update=published)
    others = an_update(
        recommendation=opened,
        post=a_post(body=a_body(name="Schools")),
        author=people.iris,
        exempt_text=said("zothersexempttext"),
        exempt_paragraphs="3",
        as_at=HELD_ON + datetime.timedelta(days=1),
    )
    _event(opened, people.iris, EventKind.PROGRESS_PUBLISHED, update=others)
    draft = an_update(
        **toms,
        stage=UpdateStage.DRAFT,
        text=said("zdraftupdate"),
        exempt_text=said("zdraftexempttext"),
        exempt_paragraphs="3",
    )
    submitted = an_update(
        **toms,
        stage=UpdateStage.SUBMITTED,
        standing=Standing.SLIPPED,
        text=said("zsubmittedupdate"),
        exempt_text=said("zsubmittedexempttext"),
        exempt_paragraphs="3",
    )
    _event(opened, people.tom, EventKind.PROGRESS_SUBMITTED, update=submitted)
    an_update(recommendation=opened, author=people.priya, stage=UpdateStage.DRAFT, text=said("zothersdraft"))
    Evidence.objects.create(update=published, label=said("zexemptevidence"), url="https://x.example/", is_exempt=True)
    for update, name, label in ((published, "zexemptfile.txt", "File"), (draft, "draft.txt", said("zdraftevidence"))):
        evidence = Evidence(update=update, label=label, is_exempt=update is published)
        evidence.file.save(name, ContentFile(said(name.removesuffix(".txt")).encode()))
    public = Evidence(update=published, label="Open file")
    public.file.save("open.txt", ContentFile(b"Open."))
