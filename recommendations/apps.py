from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """What was asked for, and what came of it."""

    name = "recommendations"

    def ready(self) -> None:
        from meetings.margin import register
        from recommendations.margin import tracked_from

        register(tracked_from)
