from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    """What was asked for, and what came of it."""

    name = "recommendations"

    def ready(self) -> None:
        from meetings import accepting, margin
        from recommendations.accepting import accepts
        from recommendations.margin import tracked_from

        margin.register(tracked_from)
        accepting.register(accepts)
