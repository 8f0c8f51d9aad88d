from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """What was asked for, and what came of it."""

    name = "recommendations"
