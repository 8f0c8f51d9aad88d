"""What is kept in the administration: who must answer, reviews, and progress for those who prefer it there."""

from recommendations.admin import bodies, progress, recommendations, reviews

__all__ = ["bodies", "progress", "recommendations", "reviews"]
