"""What cannot be done, and why: each message says it to the person who tried, and what to do instead.

`field` names the field of a form beside which the message belongs; '' where it is about the whole.
"""

from typing import ClassVar


class CannotBeDone(Exception):
    """An action was refused; nothing was written."""

    message: ClassVar[str] = "This cannot be done."
    field: ClassVar[str] = ""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.message)


class RecommendationIsClosed(CannotBeDone):
    message = "The committee has closed this recommendation. Reopen it first."


class RecommendationIsOpen(CannotBeDone):
    message = "This recommendation is not closed, so there is nothing to reopen."


class RecommendationIsDraft(CannotBeDone):
    message = "This recommendation is still a draft. Publish it first."


class AlreadyPublished(CannotBeDone):
    message = "It is published already."


class NothingChanged(CannotBeDone):
    message = "Nothing is different from what stands there now."


class MinutesNotPublished(CannotBeDone):
    message = "The minutes it cites are not published yet. Publish them first, or keep this as a draft."


class SourceIsExempt(CannotBeDone):
    field = "is_exempt"
    message = "The passage of the minutes it comes from is exempt, so this is exempt too. Open the passage first."


class WrongCommittee(CannotBeDone):
    field = "resolution"
    message = "That is another committee’s resolution. Choose one of the committee that made this, or its successor."


class ReviewOfAnotherCommittee(CannotBeDone):
    field = "review"
    message = "That review is another committee’s. Choose one of the committee that made the recommendation."


class NumberIsTaken(CannotBeDone):
    field = "number"
    message = "Another recommendation of this review has that number. Choose the next free one, or leave it empty."


class DecidedBeforeItWasMade(CannotBeDone):
    field = "resolution"
    message = "That meeting was before the recommendation was made. Choose a later one."


class DecidedSinceThen(CannotBeDone):
    field = "resolution"
    message = "The committee has decided on it again since that meeting. Choose a later one."


class InTheFuture(CannotBeDone):
    message = "That day is still to come. Give today’s date or an earlier one."


class BeforeItWasMade(CannotBeDone):
    message = "That is before the recommendation was made. Give a later date."


class TargetBeforeItWasMade(CannotBeDone):
    field = "target_on"
    message = "That is before the recommendation was made. Give a later date, or leave it empty."


class NoFormalResponse(CannotBeDone):
    message = "Actions and requests for information have no formal response. Log progress instead."


class RespondedThatDay(CannotBeDone):
    field = "responded_on"
    message = "A response of that day is recorded already. A later response has a later date."


class NotYourPost(CannotBeDone):
    message = "Only the holder of the lead post, or a clerk, logs progress on this recommendation."


class NotYourDraft(CannotBeDone):
    message = "Only the author changes a draft."


class SubmittedAlready(CannotBeDone):
    message = "This update was submitted and cannot be changed any more. Correct it with another."


class NotSubmitted(CannotBeDone):
    message = "Only an update that was submitted, and is not public yet, can be published."


class CorrectedAlready(CannotBeDone):
    message = "Another update corrects that one already. Correct the later one."


class CorrectsAnother(CannotBeDone):
    message = "Only a submitted or published update of the same recommendation can be corrected."


class NotForAnOpenOne(CannotBeDone):
    field = "standing"
    message = "Say where it stands while it is open: not started, on track, at risk, slipped or paused."


class NoTarget(CannotBeDone):
    message = "It has no target date to extend. Set one under “Change details”."


class NotLater(CannotBeDone):
    field = "target_on"
    message = "The new target is not later than the present one. Give a later date."


class BodyExists(CannotBeDone):
    field = "new_body"
    message = "There is a body of that name already. Choose it from the list."


class PostExists(CannotBeDone):
    field = "new_post"
    message = "That body has a post of that title already. Choose it from the list."
