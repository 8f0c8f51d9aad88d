"""The rows of recommendations, one file for each idea."""

from recommendations.models.bodies import Body, Holding, Post
from recommendations.models.extensions import Extension
from recommendations.models.history import Event, ReviewEvent
from recommendations.models.papers import PaperCover
from recommendations.models.progress import Evidence, ProgressUpdate
from recommendations.models.recommendations import Recommendation
from recommendations.models.responses import Response
from recommendations.models.reviews import Review
from recommendations.models.sign_off import SignOff

__all__ = [
    "Body",
    "Event",
    "Evidence",
    "Extension",
    "Holding",
    "PaperCover",
    "Post",
    "ProgressUpdate",
    "Recommendation",
    "Response",
    "Review",
    "ReviewEvent",
    "SignOff",
]
