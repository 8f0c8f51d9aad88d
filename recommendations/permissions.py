"""Who may do what with recommendations. Groups get these in `scrutiny.migrations`."""

TRACK = "recommendations.track"
"""Raise, correct, respond, close, write papers: the clerk's work."""

LOG_PROGRESS = "recommendations.log_progress"
"""Say what happened, on what one's own posts hold."""
