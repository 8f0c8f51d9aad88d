"""The fixed vocabularies of meetings and minutes. No rule needs a row here."""

from django.db.models import TextChoices


class CommitteeKind(TextChoices):
    SCRUTINY = "scrutiny", "Overview and scrutiny committee"
    EXECUTIVE = "executive", "Cabinet or executive"
    PANEL = "panel", "Panel or board"
    COUNCIL = "council", "Full council"
    OTHER = "other", "Other committee"


class MinutesStage(TextChoices):
    """How far the minutes of a meeting are. Minutes are public, as drafts, before the next meeting approves them."""

    NONE = "none", "No minutes yet"
    IN_PREPARATION = "in_preparation", "In preparation, not published"
    DRAFT = "draft", "Draft, subject to approval"
    APPROVED = "approved", "Approved"


PUBLISHED_STAGES = (MinutesStage.DRAFT, MinutesStage.APPROVED)


class ParagraphKind(TextChoices):
    PARAGRAPH = "paragraph", "Paragraph"
    HEADING = "heading", "Heading"
    BULLET = "bullet", "Bullet"
    QUESTION = "question", "Question"
    ANSWER = "answer", "Answer"
    MOTION = "motion", "Motion"
    VOTE = "vote", "Vote"
    TABLE = "table", "Table"


class SuggestionState(TextChoices):
    WAITING = "waiting", "Waiting for the clerk"
    TAKEN_UP = "taken_up", "Tracked"
    DISMISSED = "dismissed", "Dismissed"


class BatchFileState(TextChoices):
    """What became of one file of many."""

    WAITING = "waiting", "Waiting to be read"
    BROUGHT_IN = "brought_in", "Waits for the clerk"
    RECORDED = "recorded", "Recorded"
    KNOWN = "known", "Was here already"
    FAILED = "failed", "Failed"


class MeetingEventKind(TextChoices):
    """What can happen to the minutes of a meeting; each with the sentence of its line of history."""

    AGENDA_TAKEN_OVER = "agenda_taken_over", "The agenda was taken over from ModernGov"
    MEETING_CANCELLED = "meeting_cancelled", "The meeting was cancelled"
    MINUTES_RECORDED = "minutes_recorded", "Minutes were recorded"
    MINUTES_PUBLISHED = "minutes_published", "Draft minutes were published"
    MINUTES_CORRECTED = "minutes_corrected", "Minutes were corrected"
    MINUTES_APPROVED = "minutes_approved", "Minutes were approved as a correct record"
    EXEMPTION_SET = "exemption_set", "Something was marked exempt"
    EXEMPTION_LIFTED = "exemption_lifted", "Something stopped being exempt"
    SUGGESTION_DISMISSED = "suggestion_dismissed", "A suggested action was dismissed"
    SUGGESTION_TAKEN_BACK = "suggestion_taken_back", "A dismissed suggestion was taken back"
    SUGGESTION_CHANGED = "suggestion_changed", "A suggested action was changed"
