"""The fixed vocabularies of recommendations. The rules use these; a council may show other words for them."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    EXECUTIVE = "executive", "Cabinet or executive"
    DIRECTORATE = "directorate", "Directorate of the council"
    RESPONSIBLE_AUTHORITY = "responsible_authority", "Responsible authority (police, fire, probation)"
    HEALTH = "health", "NHS body or provider"
    PARTNER = "partner", "Other partner"


class ReviewStage(TextChoices):
    SCOPING = "scoping", "Scoping"
    EVIDENCE = "evidence", "Gathering evidence"
    REPORTING = "reporting", "Reporting"
    AWAITING_RESPONSE = "awaiting_response", "Awaiting response"
    MONITORING = "monitoring", "Monitoring"
    CONCLUDED = "concluded", "Concluded"


class RecommendationKind(TextChoices):
    REVIEW = "review", "Review recommendation"
    COMMITTEE = "committee", "Committee recommendation"
    ACTION = "action", "Action"
    INFORMATION = "information", "Request for information"


ANSWERED_KINDS = (RecommendationKind.REVIEW, RecommendationKind.COMMITTEE)
"""The kinds that are formally responded to before work on them begins."""


class ResponseKind(TextChoices):
    ACCEPTED = "accepted", "Accepted"
    IN_PART = "in_part", "Accepted in part"
    IN_PRINCIPLE = "in_principle", "Accepted in principle"
    IN_PLACE = "in_place", "Already in place"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


class Standing(TextChoices):
    """Where a recommendation stands. How it ended is another vocabulary: `Outcome`."""

    AWAITING_RESPONSE = "awaiting_response", "Awaiting response"
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    SLIPPED = "slipped", "Slipped"
    PAUSED = "paused", "Paused"
    COMPLETE = "complete", "Complete (proposed)"
    CLOSED = "closed", "Closed"


REPORTED_STANDINGS = (
    Standing.NOT_STARTED,
    Standing.ON_TRACK,
    Standing.AT_RISK,
    Standing.SLIPPED,
    Standing.PAUSED,
    Standing.COMPLETE,
)
"""What an officer may say in an update: never that it is closed, which only the committee decides."""

FINISHED_STANDINGS = (Standing.COMPLETE, Standing.CLOSED)
"""What can no longer be late."""


class Outcome(TextChoices):
    """How a closed recommendation ended."""

    ACHIEVED = "achieved", "Achieved"
    NOT_ACHIEVED = "not_achieved", "Not achieved"
    NOT_FEASIBLE = "not_feasible", "No longer feasible"
    SUPERSEDED = "superseded", "Superseded"
    TRANSFERRED = "transferred", "Transferred"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


class SignOffDecision(TextChoices):
    CLOSED = "closed", "Closed"
    KEPT_OPEN = "kept_open", "Kept open"
    REOPENED = "reopened", "Reopened"


class UpdateStage(TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted, waiting for the clerk"
    PUBLISHED = "published", "Published"


class EventKind(TextChoices):
    """Every kind of line in a history, with the sentence it is on a timeline."""

    RAISED = "raised", "The committee made this recommendation"
    PUBLISHED = "published", "It was published"
    WORDING_CORRECTED = "wording_corrected", "The wording was corrected"
    DETAILS_CHANGED = "details_changed", "Who answers, or by when, was changed"
    EXEMPTION_CHANGED = "exemption_changed", "What is exempt was changed"
    RESPONSE_RECORDED = "response_recorded", "A response was given"
    PROGRESS_SUBMITTED = "progress_submitted", "Progress was submitted"
    PROGRESS_PUBLISHED = "progress_published", "Progress was reported"
    PROGRESS_CORRECTED = "progress_corrected", "A progress update was corrected"
    TARGET_EXTENDED = "target_extended", "The committee extended the target"
    CLOSED = "closed", "The committee closed it"
    KEPT_OPEN = "kept_open", "The committee kept it open"
    REOPENED = "reopened", "It was reopened"


class ReviewEventKind(TextChoices):
    STARTED = "started", "The review was started"
    STAGE_CHANGED = "stage_changed", "The review moved to another stage"
    DETAILS_CHANGED = "details_changed", "The review’s details were changed"
    RECOMMENDATIONS_ADDED = "recommendations_added", "Recommendations were added"
    RECOMMENDATIONS_DRAFTED = "recommendations_drafted", "Recommendations were added as drafts"
    PAPER_STARTED = "paper_started", "A committee paper was started"
    PAPER_EDITED = "paper_edited", "The committee paper was edited"
    PAPER_PUBLISHED = "paper_published", "The committee paper was published"
    PAPER_WITHDRAWN = "paper_withdrawn", "The committee paper was withdrawn"
